// Which of its four forms a query has.

/** What is text, IRI, variable or comment in a query. */
const PASSIVE = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$][\w-]+/g;
const NAME = /[\w-]*:[\w.-]*/g;

/** A query without what is not its own words. */
export function bare(sparql: string): string {
  return sparql.replace(PASSIVE, " ");
}

/** `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty where it has none. */
export function form(sparql: string): string {
  return /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(bare(sparql).replace(NAME, " "))?.[1].toUpperCase() ?? "";
}
