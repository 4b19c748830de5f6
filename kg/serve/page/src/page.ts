// What the page is told by its server, and its elements.

export interface Parameter {
  name: string;
  meaning: string;
}

export interface Shipped {
  name: string;
  question: string;
  also: string;
  parameters: Parameter[];
}

export interface PageData {
  /** What the IRIs of entities and documents stand under. */
  base: string;
  prefixes: Record<string, string>;
  queries: Shipped[];
  /** Terms of the ontology and of what it stands beside, with their prefixes. */
  terms: string[];
  words: Record<string, string>;
  /** What people call the columns of shipped queries, and what these have by a name of the ontology. */
  columns: Record<string, string>;
  values: Record<string, string>;
}

export const data = JSON.parse(element("page-data").textContent ?? "") as PageData;

export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** A word of the page, with values in place of {0}, {1}. */
export function say(name: string, ...values: (string | number)[]): string {
  return (data.words[name] ?? name).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
}

/** What the server answers with instead of an answer, in words. */
export async function refusal(answer: Response): Promise<Error> {
  const why = (await answer.text()).trim() || `${answer.status} ${answer.statusText}`;
  return new Error(say(answer.status === 503 ? "late" : "refused", why));
}

/** An element with children; a string is text and never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Partial<HTMLElementTagNameMap[K]> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}
