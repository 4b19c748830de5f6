// Ask the graph in SPARQL, and see what comes back.

import { createEditor } from "./editor";
import { data, element, make, refusal, say } from "./page";
import { listQuestions } from "./questions";
import { show } from "./results";
import { form } from "./form";

const FORMATS = {
  rows: [["CSV", "text/csv", "csv"], ["TSV", "text/tab-separated-values", "tsv"], ["JSON", "application/sparql-results+json", "srj"], ["XML", "application/sparql-results+xml", "srx"]],
  triples: [["Turtle", "text/turtle", "ttl"], ["N-Triples", "application/n-triples", "nt"], ["JSON-LD", "application/ld+json", "jsonld"], ["RDF/XML", "application/rdf+xml", "rdf"]],
} as const;

const editor = createEditor(() => void ask());
const run = element<HTMLButtonElement>("run");
const stop = element<HTMLButtonElement>("stop");
let asking: AbortController | null = null;

function tell(text: string, problem = false): void {
  element("status").textContent = text;
  element("status").classList.toggle("problem", problem);
}

async function answered(sparql: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch("/sparql", {
    method: "POST", signal, body: sparql, headers: { "Content-Type": "application/sparql-query", Accept: accept },
  });
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

async function ask(): Promise<void> {
  asking?.abort();
  const controller = asking = new AbortController();
  const sparql = editor.getValue();
  const triples = /^(CONSTRUCT|DESCRIBE)$/.test(form(sparql));
  remember(sparql);
  run.disabled = true;
  stop.disabled = false;
  element("save").hidden = true;
  element("results").replaceChildren();
  tell(say("running"));
  const start = performance.now();
  try {
    const answer = await answered(sparql, triples ? "text/turtle" : "application/sparql-results+json", controller.signal);
    const content = await answer.text();
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    tell(show(content, answer.headers.get("content-type") ?? "", seconds, isShipped(sparql)));
    offer(sparql, triples ? "triples" : "rows");
  } catch (error) {
    if (controller.signal.aborted) tell(say("stopped"));
    else tell(error instanceof TypeError ? say("failed") : String((error as Error).message), true);
  } finally {
    if (asking === controller) {
      asking = null;
      run.disabled = false;
      stop.disabled = true;
    }
  }
}

/** Whether a query is one that ships, which says so in its first line. */
function isShipped(sparql: string): boolean {
  return data.queries.some(({ name }) => sparql.includes(`# name: ${name}\n`));
}

/** The formats in which what is shown can be saved. */
function offer(sparql: string, kind: keyof typeof FORMATS): void {
  const buttons = FORMATS[kind].map(([name, type, suffix]) => {
    const button = make("button", { type: "button" }, name);
    button.addEventListener("click", () => void answered(sparql, type).then(async (answer) => {
      const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: `thut.${suffix}` });
      link.click();
      URL.revokeObjectURL(link.href);
    }, (error: unknown) => tell(String((error as Error).message), true)));
    return button;
  });
  element("save").replaceChildren(say("save"), ...buttons);
  element("save").hidden = false;
}

/** Put the query into the address, so that going back, and a copied link, lead to it. */
function remember(sparql: string): void {
  const fragment = `#query=${encodeURIComponent(sparql)}`;
  if (location.hash !== fragment) history.pushState(null, "", fragment);
}

function put(sparql: string): void {
  editor.setValue(sparql);
  void ask();
}

/** Ask what the address says. */
function follow(): void {
  const query = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B")).get("query");
  if (query && query !== editor.getValue()) put(query);
}

run.addEventListener("click", () => void ask());
stop.addEventListener("click", () => asking?.abort());
element("share").addEventListener("click", () => {
  remember(editor.getValue());
  void navigator.clipboard.writeText(location.href).then(() => tell(say("copied")), () => tell(location.href));
});
window.addEventListener("hashchange", follow);
window.addEventListener("popstate", follow);
listQuestions(put, (message) => tell(message, true));
follow();
document.documentElement.dataset.ready = "true";
