// The queries that ship: each with its question and what it may be narrowed by.

import { data, element, make, refusal, type Shipped, say } from "./page";

/** Fill the list; `use` gets the SPARQL of the one that is chosen. */
export function listQuestions(use: (sparql: string) => void, fail: (message: string) => void): void {
  element("questions").append(...data.queries.map((query) => question(query, use, fail)));
}

function question(query: Shipped, use: (sparql: string) => void, fail: (message: string) => void): HTMLElement {
  const fields = query.parameters.map((parameter) => make("input", { name: parameter.name, autocomplete: "off" }));
  const form = make("form", {},
    make("p", { className: "also" }, query.also),
    ...query.parameters.map((parameter, at) => make("label", {}, `${parameter.name} (${say("optional")})`, fields[at],
      make("small", {}, parameter.meaning))),
    make("button", { type: "submit" }, say("put")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const parameters = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    void bound(query.name, parameters).then(use, (error: unknown) => fail(String((error as Error).message)));
  });
  const details = make("details", {}, make("summary", {}, query.question), form);
  details.dataset.query = query.name;
  return details;
}

async function bound(name: string, parameters: Record<string, string>): Promise<string> {
  const asked = new URLSearchParams({ name, parameters: JSON.stringify(parameters), lang: document.documentElement.lang });
  const answer = await fetch(`/query/shipped?${asked}`);
  if (!answer.ok) throw await refusal(answer);
  return answer.text();
}
