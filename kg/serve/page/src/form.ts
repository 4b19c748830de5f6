// Which of its four forms a query has.

/** What is text, name or comment in a query, and no keyword. */
const PASSIVE = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$:][\w-]+|[\w-]+:[\w.-]*/g;

/** `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty where it has none. */
export function form(sparql: string): string {
  return /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(sparql.replace(PASSIVE, " "))?.[1].toUpperCase() ?? "";
}
