// A claim or an entity as cells, for the table on the page and the file that is taken away.

import { DOCUMENT, partsOf, type Ref, valueText, verbOf } from "../claim";
import { type Graph, term, union } from "../data";
import { dateOf, type Stretch } from "../dates";
import { plain, safeLink } from "../text";
import { type Language, say } from "../words";

export type Cell = string | number;

/** A claim as the table shows it: subject, relation, mood, object, words, when its meeting was, document's date, confidence, documents. */
export function claimRow(graph: Graph, claim: Ref, language: Language): Cell[] {
  const { subject, target, value, mood, confidence, quotations } = partsOf(graph, claim);
  return [
    graph.name(subject, language),
    verbOf(graph, claim, language),
    term(graph.data.moods[mood], language),
    target === null ? (value ? valueText(graph, value, language) : "") : graph.name(target, language),
    plain(quotations.length ? graph.quote(quotations[0]) : ""),
    dayText(union(graph.held(subject), target === null ? null : graph.held(target))), dayText(graph.issued(quotations)),
    confidence < 0 ? "" : confidence,
    documentsText(graph, quotations, language),
  ];
}

/** An entity as the table shows it: name, class, relations, date, documents. */
export function entityRow(graph: Graph, node: number, language: Language): Cell[] {
  const quotations = [
    ...graph.claimsOf(node).flatMap((claim) => graph.data.edges.q[claim]), ...graph.factsOf(node).flatMap((at) => graph.data.facts.q[at]),
  ];
  return [
    graph.name(node, language), graph.kindName(node, language), graph.degree(node),
    dayText(graph.held(node)), documentsText(graph, quotations, language),
  ];
}

/** The title of the first document, and how many more there are. */
function documentsText(graph: Graph, quotations: readonly number[], language: Language): string {
  const documents = graph.documentsOf(quotations);
  if (!documents.length) return "";
  const first = graph.documentName(documents[0]);
  return documents.length > 1 ? say(language, "documentsMore", first, documents.length - 1) : first;
}

/** A stretch as ISO dates: one day, or from/to. */
function dayText(when: Stretch | null): string {
  if (!when) return "";
  const iso = (day: number) => dateOf(day).toISOString().slice(0, 10);
  return when.from === when.to ? iso(when.from) : `${iso(when.from)}/${iso(when.to)}`;
}

const HEAD = ["subject", "subject_iri", "relation", "object", "object_iri", "modality", "confidence", "date", "document", "document_date", "link", "begin", "end", "quote", "claim"];

/** Claims as CSV (RFC 4180, UTF-8 with a mark for spreadsheets), a line for each quotation. */
export function csv(graph: Graph, claims: readonly Ref[], language: Language): string {
  const rows: Cell[][] = [HEAD];
  for (const claim of claims) {
    const { subject, target, value, property, mood, confidence, quotations } = partsOf(graph, claim);
    const document = value?.[1] === DOCUMENT ? value : null;
    const when = claim.kind === "edges" ? graph.when[claim.at] : graph.factWhen[claim.at];
    const said: Cell[] = [
      graph.name(subject, language), graph.iri(subject), graph.data.properties[property][0],
      target !== null ? graph.name(target, language) : document ? valueText(graph, document, language) : value?.[0] ?? "",
      target !== null ? graph.iri(target) : document?.[0] ?? "",
      graph.data.moods[mood][0], confidence < 0 ? "" : confidence / 100, dayText(when),
    ];
    for (const quotation of quotations.length ? quotations : [null]) {
      if (quotation === null) rows.push([...said, "", "", "", "", "", "", graph.claimIri(claim.kind, claim.at)]);
      else {
        const [documents, begins, ends] = graph.data.quotations;
        const [, , issued, link] = graph.data.documents[documents[quotation]];
        rows.push([...said, graph.documentName(documents[quotation]), issued, safeLink(link), begins[quotation], ends[quotation], graph.quote(quotation), graph.claimIri(claim.kind, claim.at)]);
      }
    }
  }
  return lines(rows);
}

/** A table as it stands on the page, as CSV. */
export function tableCsv(head: readonly string[], rows: readonly Cell[][]): string {
  return lines([[...head], ...rows]);
}

function lines(rows: readonly Cell[][]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"). */
function cell(value: Cell): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How many claims there are to take, for the button. */
export function takeText(language: Language, whole: boolean, count: number): string {
  return say(language, whole ? "takeWhole" : "takeChosen", count);
}
