// Claims as Turtle, in the shape of Thut's graphs: claim, evidence, names, and the plain triple where it stands.

import { DOCUMENT, partsOf, type Ref } from "../claim";
import type { Graph } from "../data";

const PREFIXES: Readonly<Record<string, string>> = {
  thut: "https://w3id.org/thut/ontology#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  prov: "http://www.w3.org/ns/prov#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  dcterms: "http://purl.org/dc/terms/",
};

/** Properties that describe; for the others the plain triple stands only where the claim is stated as done. */
const DESCRIBES = new Set([
  "holdsPosition", "represents", "heldOn", "heldUntil", "heldAt", "mode", "ordinal", "partOf", "underFramework", "participatesIn", "coordinatorOf", "status",
]);

/** Scheme and host, path and query, fragment. */
const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*)?([^#]*)(#[^]*)?$/;
/** What no IRI holds as it is; brackets stand around some hosts. */
const UNFIT = /[\u0000-\u0020\u007f-\u009f\u200e\u200f\u202a-\u202e\ue000-\uf8ff\ufff0-\uffff\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}<>"{}|^`\\]|%(?![0-9A-Fa-f]{2})/gu;
const UNFIT_IN_PATHS = new RegExp(`${UNFIT.source}|[[\\]#]`, "gu");

/** Claims with their ends, quotations and documents; what is written is part of the graph that the page was made of (confidence in hundredths). */
export function turtle(graph: Graph, claims: readonly Ref[]): string {
  const lines = new Set<string>();
  const add = (subject: string, predicate: string, object: string) => lines.add(`${subject} ${predicate} ${object} .`);
  const nodes = new Set<number>();
  const quotations = new Set<number>();
  for (const claim of claims) {
    const parts = partsOf(graph, claim);
    const id = graph.claimIri(claim.kind, claim.at);
    const subject = iri(graph.iri(parts.subject));
    const property = graph.data.properties[parts.property][0];
    const mood = graph.data.moods[parts.mood][0];
    const object = parts.target === null ? literal(parts.value ?? ["", ""]) : iri(graph.iri(parts.target));
    nodes.add(parts.subject);
    if (parts.target !== null) nodes.add(parts.target);
    if (mood !== "Negated" && (mood === "Actual" || DESCRIBES.has(property))) add(subject, named("thut", property), object);
    if (parts.value?.[1] === DOCUMENT) {
      // What a document names leads to the words itself, and is no claim.
      for (const quotation of parts.quotations) {
        quotations.add(quotation);
        add(subject, "prov:wasDerivedFrom", iri(phrase(graph, quotation)));
      }
    }
    if (!id) continue;
    add(iri(id), "a", "thut:Assertion");
    add(iri(id), "rdf:subject", subject);
    add(iri(id), "rdf:predicate", named("thut", property));
    add(iri(id), "rdf:object", object);
    add(iri(id), "thut:modality", named("thut", mood));
    if (parts.confidence >= 0) add(iri(id), "thut:confidence", typed(parts.confidence / 100, "decimal"));
    if (parts.support >= 0) add(iri(id), "thut:support", typed(parts.support, "integer"));
    for (const quotation of parts.quotations) {
      quotations.add(quotation);
      add(iri(id), "prov:wasDerivedFrom", iri(phrase(graph, quotation)));
    }
  }
  for (const node of nodes) {
    const { th, en } = graph.data.nodes;
    add(iri(graph.iri(node)), "a", named("thut", graph.data.subclasses[graph.data.nodes.sub[node]][0]));
    if (th[node]) add(iri(graph.iri(node)), "rdfs:label", `${text(th[node])}@th`);
    if (en[node]) add(iri(graph.iri(node)), "rdfs:label", `${text(en[node])}@en`);
  }
  for (const quotation of quotations) addQuotation(graph, quotation, add);
  const head = Object.entries(PREFIXES).map(([name, space]) => `@prefix ${name}: <${space}> .`);
  return `${[...head, "", ...[...lines].sort()].join("\n")}\n`;
}

function addQuotation(graph: Graph, quotation: number, add: (s: string, p: string, o: string) => void): void {
  const [documents, begins, ends] = graph.data.quotations;
  const [document, title, issued, link, name] = graph.data.documents[documents[quotation]];
  const subject = iri(phrase(graph, quotation));
  add(subject, "a", "nif:Phrase");
  add(subject, "nif:referenceContext", iri(document));
  add(subject, "nif:anchorOf", `${text(graph.quote(quotation))}@th`);
  if (begins[quotation] >= 0) {
    add(subject, "nif:beginIndex", `${typed(begins[quotation], "integer")}`);
    add(subject, "nif:endIndex", `${typed(ends[quotation], "integer")}`);
  }
  add(iri(document), "a", "thut:SourceDocument");
  if (title) add(iri(document), "dcterms:title", `${text(title)}@th`);
  if (name) add(iri(document), "dcterms:identifier", text(name));
  if (issued) add(iri(document), "dcterms:issued", dated(issued));
  if (link) add(iri(document), "dcterms:source", iri(link));
}

function phrase(graph: Graph, quotation: number): string {
  const [documents, begins, ends] = graph.data.quotations;
  return `${graph.data.documents[documents[quotation]][0]}#char=${begins[quotation]},${ends[quotation]}`;
}

/** An IRI in angle brackets; what may not stand there is written in percent. */
function iri(value: string): string {
  const [, host = "", path = "", fragment = ""] = PARTS.exec(value) ?? [];
  const safe = (part: string, unfit: RegExp) => part.replace(unfit, (letter) => encodeURIComponent(letter));
  return `<${safe(host, UNFIT)}${safe(path, UNFIT_IN_PATHS)}${fragment && `#${safe(fragment.slice(1), UNFIT_IN_PATHS)}`}>`;
}

/** A term of a vocabulary by its prefix; one whose name would end there, or begin something else, in full. */
function named(prefix: string, name: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) ? `${prefix}:${name}` : iri(PREFIXES[prefix] + name);
}

function literal([value, datatype]: [string, string]): string {
  if (datatype === "term") return named("thut", value);
  if (datatype === DOCUMENT) return iri(value);
  if (datatype === "langString") return `${text(value)}@th`;
  return datatype && datatype !== "string" ? typed(value, datatype) : text(value);
}

function typed(value: string | number, datatype: string): string {
  return `${text(String(value))}^^${named("xsd", datatype)}`;
}

function dated(date: string): string {
  return typed(date, date.length === 4 ? "gYear" : date.length === 7 ? "gYearMonth" : "date");
}

function text(value: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${value.replace(/[\\"\n\r\t]/g, (letter) => escapes[letter]).replace(/[\u0000-\u001f\u007f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
