// Terms of results as a reader sees them: short, and leading to their page.

import { sayDate } from "./dates";
import { data, make, say } from "./page";

export interface Term {
  type: "uri" | "bnode" | "literal" | "typed-literal" | "triple";
  value: string | { subject: Term; predicate: Term; object: Term };
  "xml:lang"?: string;
  datatype?: string;
}

/** What stands below the base and is no entity: the page of the graph has no place for it. */
const NO_ENTITIES = /^(?:assertion|doc|graph|merge|run|sent)\//;
const PHRASE = /^([^#]*)#char=(\d+,\d+)/;

/** An IRI as one writes it: below the base without the base, else with a prefix where there is one. */
export function short(iri: string): string {
  if (iri.startsWith(data.base) && iri.length > data.base.length) return iri.slice(data.base.length);
  const found = Object.entries(data.prefixes).find(([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length);
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/** Where an IRI leads: to its document, to the entity in the graph, to what the graph says of it. */
export function address(iri: string): string {
  const local = iri.startsWith(data.base) ? iri.slice(data.base.length) : "";
  if (local.startsWith("doc/")) {
    const [, document, place] = PHRASE.exec(iri) ?? [];
    return document ? `/document?id=${encodeURIComponent(document)}&char=${place}` : `/document?id=${encodeURIComponent(iri)}`;
  }
  if (local && !NO_ENTITIES.test(local)) return `/?focus=${encodeURIComponent(iri)}`;
  return `#query=${encodeURIComponent(`DESCRIBE <${iri}>`)}`;
}

/** Letters of scripts without spaces between words, where a browser looks for the words itself. */
const RUN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]{500}(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff])/g;

/** A text whose direction is its own, with places to break where a browser would take minutes to find them. */
function own(text: string): HTMLElement {
  return make("bdi", { dir: "auto" }, text.length > 500 ? text.replace(RUN, "$&\u200b") : text);
}

/** A term as the content of a cell. */
export function shown(term: Term | undefined): Node[] {
  if (!term) return [];
  if (typeof term.value !== "string") {
    const { subject, predicate, object } = term.value;
    return [document.createTextNode("<<( "), ...[subject, predicate, object].flatMap((part) => [...shown(part), document.createTextNode(" ")]), document.createTextNode(")>>")];
  }
  if (term.type === "uri") {
    const href = address(term.value);
    return [make("a", { href, title: href.startsWith("#") ? `${say("describe")}: ${term.value}` : term.value }, own(short(term.value)))];
  }
  const language = term["xml:lang"];
  const tag = language ? ` @${language}` : term.datatype ? ` ${short(term.datatype)}` : term.type === "bnode" ? " _:" : "";
  const text = own(term.value);
  if (language) text.lang = language;
  return tag ? [text, make("small", {}, tag)] : [text];
}

/** Columns of shipped queries that hold names for programs. */
const NAMED = new Set(["act", "capacity", "modality", "other_modality", "predicate", "role", "status"]);

/** Columns of shipped queries with dates, and the datatypes of dates that stand in others. */
const DATED = new Set(["date", "first", "issued", "last", "other_issued", "until"]);
const DATES = /#(?:date|gYearMonth|gYear)$/;

/**
 * A term in a column of a shipped query: a date in the reader's calendar, the rest without its language and datatype,
 * which its reader did not ask for.
 */
export function said(column: string, term: Term | undefined): Node[] {
  if (!term || term.type === "uri" || typeof term.value !== "string") return shown(term);
  const date = DATED.has(column) || DATES.test(term.datatype ?? "") ? sayDate(term.value) : null;
  if (date) return [make("time", { dateTime: term.value, title: term.value }, date)];
  const text = own(NAMED.has(column) ? data.values[term.value] ?? term.value : term.value);
  text.lang = term["xml:lang"] ?? "";
  return [text];
}
