// Two parts of one graph made one: what the server sends is put behind what the page has.

import type { Columns, Merged, Named, Words } from "./data";

export interface Part {
  graph: Columns;
  words: Words;
}

/** Numbers of things by what identifies them, and the things themselves. */
function known<T>(things: readonly T[], key: (thing: T, at: number) => string): Map<string, number> {
  return new Map(things.map((thing, at) => [key(thing, at), at]));
}

/**
 * Put `more` into `into`, whose numbers stay what they are; what both have is there once.
 *
 * Gives for each node of `more` its number in `into`.
 */
export function merge(into: Part, more: Part): number[] {
  const named = (name: keyof Terms) => append(into.graph[name], more.graph[name], ([id]: Named) => id);
  const terms = { classes: named("classes"), subclasses: named("subclasses"), properties: named("properties"), moods: named("moods"), reasons: named("reasons") };
  const documents = append(into.graph.documents, more.graph.documents, ([iri]) => iri);
  const quotations = mergeQuotations(into, more, documents);
  const before = into.graph.nodes.th.length;
  const nodes = mergeNodes(into.graph, more.graph, terms);
  mergeFacts(into, more, nodes, before, terms, quotations);
  mergeClaims(into, more, nodes, terms, quotations);
  return nodes;
}

type Terms = Record<"classes" | "subclasses" | "properties" | "moods" | "reasons", number[]>;

function append<T>(into: T[], more: readonly T[], key: (thing: T) => string): number[] {
  const places = known(into, key);
  return more.map((thing) => {
    let at = places.get(key(thing));
    if (at === undefined) {
      at = into.push(thing) - 1;
      places.set(key(thing), at);
    }
    return at;
  });
}

function mergeQuotations(into: Part, more: Part, documents: number[]): number[] {
  const [inDocuments, inBegins, inEnds, inWithin] = into.graph.quotations;
  const [moreDocuments, moreBegins, moreEnds, moreWithin] = more.graph.quotations;
  // Words without a place are told apart by themselves.
  const key = (document: number, begin: number, end: number, words: string) => `${document} ${begin} ${end} ${begin < 0 ? words : ""}`;
  const places = new Map(inDocuments.map((document, at) => [key(document, inBegins[at], inEnds[at], into.words.quotes[at]), at]));
  const fresh: number[] = [];
  const numbers = moreDocuments.map((document, at) => {
    const id = key(documents[document], moreBegins[at], moreEnds[at], more.words.quotes[at]);
    const there = places.get(id);
    if (there !== undefined) return there;
    inBegins.push(moreBegins[at]);
    inEnds.push(moreEnds[at]);
    into.words.quotes.push(more.words.quotes[at]);
    fresh.push(at);
    const number = inDocuments.push(documents[document]) - 1;
    places.set(id, number);
    return number;
  });
  for (const at of fresh) inWithin.push(moreWithin[at] < 0 ? -1 : numbers[moreWithin[at]]);
  return numbers;
}

function mergeNodes(into: Columns, more: Columns, terms: Terms): number[] {
  const own = into.nodes;
  const other = more.nodes;
  const places = known(own.iri, (rest) => into.prefix + rest);
  return other.iri.map((rest, at) => {
    const iri = more.prefix + rest;
    const there = places.get(iri);
    if (there !== undefined) {
      if (other.whole?.[at] && own.whole) own.whole[there] = 1;
      return there;
    }
    // Where the parts share no prefix, the page's own has none left to share.
    if (!iri.startsWith(into.prefix)) widen(into);
    own.th.push(other.th[at]);
    own.en.push(other.en[at]);
    own.aliases.push(other.aliases[at]);
    own.cls.push(terms.classes[other.cls[at]]);
    own.sub.push(terms.subclasses[other.sub[at]]);
    own.wd.push(other.wd[at]);
    own.com.push(other.com[at]);
    own.of.push(renumbered(other.of[at], terms.reasons));
    own.all?.push(other.all?.[at] ?? 0);
    own.whole?.push(other.whole?.[at] ?? 0);
    const number = own.iri.push(iri.slice(into.prefix.length)) - 1;
    places.set(iri, number);
    return number;
  });
}

function renumbered(merged: 0 | Merged, reasons: number[]): 0 | Merged {
  return merged && [merged[0], merged[1], merged[2].map(([reason, sure]) => [reasons[reason], sure])];
}

function widen(columns: Columns): void {
  columns.nodes.iri = columns.nodes.iri.map((rest) => columns.prefix + rest);
  columns.prefix = "";
}

/** Facts come with their entity, all of them; those of an entity that was known are known. */
function mergeFacts(into: Part, more: Part, nodes: number[], before: number, terms: Terms, quotations: number[]): void {
  const own = into.graph.facts;
  const other = more.graph.facts;
  const iris = full(into.words.claims.facts);
  const [prefix, rests] = more.words.claims.facts;
  other.n.forEach((node, at) => {
    if (nodes[node] < before) return;
    own.n.push(nodes[node]);
    own.p.push(terms.properties[other.p[at]]);
    own.v.push(other.v[at]);
    own.m.push(terms.moods[other.m[at]]);
    own.c.push(other.c[at]);
    own.k.push(other.k[at]);
    own.q.push(other.q[at].map((quotation) => quotations[quotation]));
    iris.push(rests[at] ? prefix + rests[at] : "");
  });
  into.words.claims.facts = ["", iris];
}

function mergeClaims(into: Part, more: Part, nodes: number[], terms: Terms, quotations: number[]): void {
  const own = into.graph.edges;
  const other = more.graph.edges;
  const iris = full(into.words.claims.edges);
  const key = (iri: string, s: number, t: number, p: number, m: number) => iri || `${s} ${t} ${p} ${m}`;
  const places = new Set(own.s.map((s, at) => key(iris[at], s, own.t[at], own.p[at], own.m[at])));
  const [prefix, rests] = more.words.claims.edges;
  other.s.forEach((source, at) => {
    const [s, t] = [nodes[source], nodes[other.t[at]]];
    const [p, m] = [terms.properties[other.p[at]], terms.moods[other.m[at]]];
    const iri = rests[at] ? prefix + rests[at] : "";
    const id = key(iri, s, t, p, m);
    if (places.has(id)) return;
    places.add(id);
    own.s.push(s);
    own.t.push(t);
    own.p.push(p);
    own.m.push(m);
    own.c.push(other.c[at]);
    own.k.push(other.k[at]);
    own.q.push(other.q[at].map((quotation) => quotations[quotation]));
    own.u.push(other.u[at]);
    iris.push(iri);
  });
  into.words.claims.edges = ["", iris];
}

function full([prefix, rests]: [string, string[]]): string[] {
  return rests.map((rest) => (rest ? prefix + rest : ""));
}
