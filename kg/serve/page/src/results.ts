// What came back, as a table, a word or Turtle.

import { data, element, make, say } from "./page";
import { said, shown, type Term } from "./terms";

const AT_FIRST = 500;

interface Rows {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, Term>[] };
}

/** Show an answer, one to a shipped query in the reader's words; tells in words what it is. */
export function show(content: string, type: string, seconds: string, shipped: boolean): string {
  const place = element("results");
  if (!type.includes("json")) {
    place.replaceChildren(make("pre", {}, content));
    return "";
  }
  const answer = JSON.parse(content) as Rows;
  if (answer.boolean !== undefined) {
    place.replaceChildren(make("p", { className: "answer" }, say(answer.boolean ? "yes" : "no")));
    return "";
  }
  const columns = answer.head.vars ?? [];
  const rows = answer.results?.bindings ?? [];
  const body = make("tbody");
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...columns.map((name) => make("th", { scope: "col", title: name }, shipped ? data.columns[name] ?? name : name)))), body);
  const add = (from: number) => {
    for (const row of rows.slice(from, from + AT_FIRST)) {
      body.append(make("tr", {}, ...columns.map((name) => make("td", {}, ...(shipped ? said(name, row[name]) : shown(row[name]))))));
    }
    if (rows.length <= from + AT_FIRST) return;
    const more = make("button", { type: "button" }, `${say("more")} (${rows.length - from - AT_FIRST})`);
    more.addEventListener("click", () => {
      more.remove();
      add(from + AT_FIRST);
    });
    place.append(more);
  };
  place.replaceChildren(table);
  add(0);
  return say("rows", rows.length, seconds) + (rows.length > AT_FIRST ? `, ${say("shown", AT_FIRST)}` : "");
}
