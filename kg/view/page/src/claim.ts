// A claim as a value: what the views and the files that are taken away both ask of it.

import { type Graph, term } from "./data";
import { sayDate } from "./dates";
import type { Language } from "./words";

/** A claim between two entities (`edges`) or about one (`facts`), by its number. */
export interface Ref {
  kind: "edges" | "facts";
  at: number;
}

export const edge = (at: number): Ref => ({ kind: "edges", at });
export const fact = (at: number): Ref => ({ kind: "facts", at });

/** What the panel and the ways out of the page ask of a claim. */
export function partsOf(graph: Graph, { kind, at }: Ref) {
  const { edges, facts } = graph.data;
  const columns = kind === "edges" ? edges : facts;
  return {
    subject: kind === "edges" ? edges.s[at] : facts.n[at],
    target: kind === "edges" ? edges.t[at] : null,
    value: kind === "facts" ? facts.v[at] : null,
    property: columns.p[at],
    mood: columns.m[at],
    confidence: columns.c[at],
    /** How many documents state it independently; -1 where the graph does not say. */
    support: columns.k[at],
    quotations: columns.q[at],
    unstated: kind === "edges" && edges.u[at] === 1,
  };
}

/** English has things in these, and at all others. */
const WITHIN = new Set(["Country", "Region", "Province", "City"]);

/** The verb of a claim in a sentence: in English before what it joins to, held at a hall, and in a city. */
export function verbOf(graph: Graph, claim: Ref, language: Language): string {
  const { property, target } = partsOf(graph, claim);
  const { nodes, subclasses, properties } = graph.data;
  const [name, thai, english, inSentence] = properties[property];
  const verb = term([name, inSentence ?? thai, english], language);
  return target !== null && WITHIN.has(subclasses[nodes.sub[target]][0]) ? verb.replace(/ at$/, " in") : verb;
}

/** The datatype of a value that is a document, by its IRI: the one in which something is named. */
export const DOCUMENT = "document";

/** The value of a fact in the reader's words. */
export function valueText(graph: Graph, [value, datatype]: [string, string], language: Language): string {
  if (datatype === "term" && Object.hasOwn(graph.data.values, value)) {
    return graph.data.values[value][language === "th" ? 0 : 1];
  }
  if (datatype === DOCUMENT) {
    const document = graph.documentAt(value);
    return document === undefined ? value : graph.documentName(document);
  }
  return ["date", "gYearMonth", "gYear", "dateTime"].includes(datatype) ? sayDate(language, value) : value;
}
