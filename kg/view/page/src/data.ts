// The whole graph: unpacked from the file, with the neighbours of each node at hand.

import { type Stretch, stretchOf } from "./dates";
import { merge, type Part } from "./merge";
import { codePoints, type Honorific, plain, shorten } from "./text";
import type { Language } from "./words";

/** Characters of a term; those of the ontology have a few. */
const LONGEST_TERM = 120;

/** An identifier with its Thai and English words; of a property its Thai verb, where a sentence has another than its name. */
export type Named = [string, string, string, string?];

/**
 * What a node was put together from: how many entities of documents; their names, by place among the node's own
 * (Thai, English, aliases) or in full, with how many bear each; the reasons with their confidence in hundredths.
 */
export type Merged = [number, [number | string, number][], [number, number][]];

/** The embedded graph (kg.view.payload): lists that run side by side. */
export interface Columns {
  prefix: string;
  classes: Named[];
  subclasses: Named[];
  properties: Named[];
  moods: Named[];
  values: Record<string, [string, string]>;
  /** What stands before a name and is no part of it, and what does not follow it: นาย and กรัฐมนตรี are one word. */
  honorifics: Honorific[];
  /** Words that say what the name after them is a name of (ประเทศ), and the class of each. */
  kind_words: [string, string][];
  /** Why entities of documents are held to be one. */
  reasons: Named[];
  /** IRI, title, date, link, and what the file was called */
  documents: [string, string, string, string, string][];
  /** document, begin, end, the quotation that holds it (or -1) */
  quotations: [number[], number[], number[], number[]];
  nodes: {
    iri: string[]; th: string[]; en: string[]; aliases: string[][]; cls: number[]; sub: number[]; wd: string[]; com: number[];
    of: (0 | Merged)[];
    /** In a part of a graph: how many claims each takes part in, and whether they are all here. */
    all?: number[]; whole?: number[];
  };
  /** `k`: how many documents state it independently, -1 where the graph does not say */
  edges: { s: number[]; t: number[]; p: number[]; m: number[]; c: number[]; k: number[]; q: number[][]; u: number[] };
  facts: { n: number[]; p: number[]; v: [string, string][]; m: number[]; c: number[]; k: number[]; q: number[][] };
}

/** What is needed only when a claim is opened: the words of quotations, the claims' IRIs. */
export interface Words {
  quotes: string[];
  claims: { edges: [string, string[]]; facts: [string, string[]] };
}

/** What a script element holds as gzip in base64. */
export async function unpack<T>(text: string): Promise<T> {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text()) as T;
}

/** For each of `count` owners, where its items stand in one flat list; each column names an owner for every item. */
function index(count: number, columns: number[][]): { from: Uint32Array; items: Uint32Array } {
  const from = new Uint32Array(count + 1);
  for (const column of columns) for (const owner of column) from[owner + 1]++;
  for (let i = 0; i < count; i++) from[i + 1] += from[i];
  const items = new Uint32Array(from[count]);
  const next = from.slice();
  const length = columns[0].length;
  for (let item = 0; item < length; item++) {
    for (const column of columns) items[next[column[item]]++] = item;
  }
  return { from, items };
}

export class Graph {
  size = 0;
  claims = 0;
  factCount = 0;
  /** How many nodes each community has. */
  communities: number[] = [];
  /** Facts that no document states in so many words, such as a meeting's status: told, not counted. */
  bare: Uint8Array = new Uint8Array(0);
  /** When each claim holds; null where neither a meeting nor a document of it is dated. */
  when: (Stretch | null)[] = [];
  factWhen: (Stretch | null)[] = [];
  /** The frameworks that each node stands under (or is). */
  frameworks: ReadonlyMap<number, readonly number[]> = new Map();
  private dates: ReadonlyMap<number, Stretch> = new Map();
  private dated: (Stretch | null)[] = [];
  private words: Words | null = null;
  private order: number[] | null = null;
  private memberLists: number[][] | null = null;
  private documentNumbers: Map<string, number> | null = null;
  private byNode = index(0, [[]]);
  private factsByNode = index(0, [[]]);

  constructor(readonly data: Columns, private readonly pending: Promise<Words>) {
    this.count();
    void pending.then((words) => { this.words = words; });
  }

  /** Put more of the graph behind what is here; gives the numbers of its nodes here. Wait for `ready` first. */
  extend(more: Part): number[] {
    if (!this.words) throw new Error("the words of the first part are not unpacked yet");
    const nodes = merge({ graph: this.data, words: this.words }, more);
    this.count();
    return nodes;
  }

  private count(): void {
    const { data } = this;
    this.size = data.nodes.th.length;
    this.claims = data.edges.s.length;
    this.factCount = data.facts.n.length;
    this.byNode = index(this.size, [data.edges.s, data.edges.t]);
    this.factsByNode = index(this.size, [data.facts.n]);
    this.order = this.memberLists = this.documentNumbers = null;
    this.communities = [];
    for (const community of data.nodes.com) {
      if (community >= 0) this.communities[community] = (this.communities[community] ?? 0) + 1;
    }
    this.dates = this.datesOfNodes();
    const held = this.dates;
    this.dated = data.documents.map(([, , date]) => stretchOf(date));
    const { s, t, q } = data.edges;
    this.when = s.map((source, claim) => union(held.get(source), held.get(t[claim])) ?? this.issued(q[claim]));
    this.factWhen = data.facts.n.map((node, fact) => held.get(node) ?? this.issued(data.facts.q[fact]));
    this.frameworks = this.underFrameworks();
    this.bare = Uint8Array.from(data.facts.q, (quotations, fact) => Number(!quotations.length && data.facts.c[fact] < 0));
  }

  /** Resolves when quotations can be shown. */
  get ready(): Promise<unknown> {
    return this.pending;
  }

  /** The words of a quotation; empty until they are unpacked (`ready`). */
  quote(quotation: number): string {
    const { words } = this;
    if (!words) return "";
    const [, begins, ends, within] = this.data.quotations;
    const outer = within[quotation];
    if (outer < 0) return words.quotes[quotation];
    const at = begins[quotation] - begins[outer];
    return codePoints(this.quote(outer), at, at + ends[quotation] - begins[quotation]);
  }

  /** IRI of a claim between two nodes, or of a fact; empty where the graph has only the bare statement. */
  claimIri(kind: "edges" | "facts", place: number): string {
    if (!this.words) return "";
    const [prefix, rest] = this.words.claims[kind];
    return rest[place] ? prefix + rest[place] : "";
  }

  iri(node: number): string {
    return this.data.prefix + this.data.nodes.iri[node];
  }

  /** How many claims a node takes part in, in the whole graph. */
  degree(node: number): number {
    return this.data.nodes.all?.[node] ?? this.byNode.from[node + 1] - this.byNode.from[node];
  }

  /** Whether all claims of a node are here. */
  isWhole(node: number): boolean {
    return !this.data.nodes.whole || this.data.nodes.whole[node] === 1;
  }

  /** The claims that a node takes part in, as far as they are here; a claim of a thing about itself once. */
  claimsOf(node: number): number[] {
    const { from, items } = this.byNode;
    const found: number[] = [];
    // A claim of a thing about itself stands twice, one behind the other.
    for (let at = from[node]; at < from[node + 1]; at++) if (at === from[node] || items[at] !== items[at - 1]) found.push(items[at]);
    return found;
  }

  factsOf(node: number): number[] {
    return [...this.factsByNode.items.subarray(this.factsByNode.from[node], this.factsByNode.from[node + 1])];
  }

  otherEnd(claim: number, node: number): number {
    const { s, t } = this.data.edges;
    return s[claim] === node ? t[claim] : s[claim];
  }

  /** Neighbours over the claims that `passes` lets through, the most connected first. */
  neighbours(node: number, passes: (claim: number) => boolean = () => true): number[] {
    const around = new Set(this.claimsOf(node).filter(passes).map((claim) => this.otherEnd(claim, node)));
    around.delete(node);
    return this.ranked(around);
  }

  /** Nodes with the most connected first. */
  ranked(nodes: Iterable<number>): number[] {
    return [...nodes].sort((a, b) => this.degree(b) - this.degree(a) || a - b);
  }

  /** The identifier of a node's class. */
  kind(node: number): string {
    return this.data.classes[this.data.nodes.cls[node]][0];
  }

  /** The word for a node's class. */
  kindName(node: number, language: Language): string {
    return term(this.data.classes[this.data.nodes.cls[node]], language);
  }

  mood(claim: number): string {
    return this.data.moods[this.data.edges.m[claim]][0];
  }

  property(claim: number): string {
    return this.data.properties[this.data.edges.p[claim]][0];
  }

  /** Whether what has this property says no more than where something is named, of which nobody can be more or less sure. */
  isMention(property: number): boolean {
    return this.data.properties[property][0] === "mentionedIn";
  }

  name(node: number, language: Language): string {
    const { th, en, iri } = this.data.nodes;
    const [first, second] = language === "th" ? [th, en] : [en, th];
    return first[node] || second[node] || iri[node];
  }

  /** Every name of a node, each once. */
  names(node: number): string[] {
    const { th, en, aliases } = this.data.nodes;
    return [...new Set([th[node], en[node], ...aliases[node]])].filter((name) => name);
  }

  /** The names that documents use for what a node was put together from, with how many entities bear each. */
  namesOfMembers(node: number): [string, number][] {
    const { th, en, aliases, of } = this.data.nodes;
    const merged = of[node];
    const own = [th[node], en[node], ...aliases[node]];
    return merged ? merged[1].map(([name, times]) => [typeof name === "number" ? own[name] : name, times]) : [];
  }

  /** All entities, the most connected first. */
  get byDegree(): readonly number[] {
    this.order ??= this.ranked(this.data.nodes.cls.keys());
    return this.order;
  }

  /** The members of a community, the most connected first. */
  members(community: number): readonly number[] {
    if (!this.memberLists) {
      this.memberLists = this.communities.map(() => []);
      for (const node of this.byDegree) this.memberLists[this.data.nodes.com[node]]?.push(node);
    }
    return this.memberLists[community] ?? [];
  }

  /** From the first to the last day that the documents give for a meeting. */
  held(node: number): Stretch | null {
    return this.dates.get(node) ?? null;
  }

  /** The number of the document of this IRI; looked up at once, since a table may have a row for each. */
  documentAt(iri: string): number | undefined {
    this.documentNumbers ??= new Map(this.data.documents.map(([known], number) => [known, number]));
    return this.documentNumbers.get(iri);
  }

  /** What a document is called: by its title, else as its file was, else by the end of its IRI. */
  documentName(document: number): string {
    const [iri, title, , , name] = this.data.documents[document];
    return title || name || (iri.split("/").pop() ?? iri);
  }

  /** The documents that state a claim. */
  documentsOf(quotations: readonly number[]): number[] {
    return [...new Set(quotations.map((quotation) => this.data.quotations[0][quotation]))];
  }

  /** From the first to the last day on which documents with these quotations came out. */
  issued(quotations: readonly number[]): Stretch | null {
    let found: Stretch | null = null;
    for (const quotation of quotations) found = union(found, this.dated[this.data.quotations[0][quotation]]);
    return found;
  }

  /** When each node was held, from its dates that are not denied. */
  private datesOfNodes(): Map<number, Stretch> {
    const { n, p, v, m } = this.data.facts;
    const found = new Map<number, Stretch>();
    n.forEach((node, fact) => {
      const property = this.data.properties[p[fact]][0];
      if (property !== "heldOn" && property !== "heldUntil") return;
      if (this.data.moods[m[fact]][0] === "Negated") return;
      const joined = union(found.get(node), stretchOf(v[fact][0]));
      if (joined) found.set(node, joined);
    });
    return found;
  }

  private underFrameworks(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    const add = (node: number, framework: number) => {
      const known = found.get(node) ?? [];
      if (!known.includes(framework)) found.set(node, [...known, framework]);
    };
    const { s, t, p } = this.data.edges;
    for (let node = 0; node < this.size; node++) if (this.kind(node) === "Framework") add(node, node);
    p.forEach((property, claim) => {
      if (this.data.properties[property][0] === "underFramework") add(s[claim], t[claim]);
    });
    return found;
  }
}

export function union(a: Stretch | null | undefined, b: Stretch | null | undefined): Stretch | null {
  if (!a || !b) return a ?? b ?? null;
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** The word for one of the graph's own terms, fit to stand in a line of words. */
export function term(named: Named, language: Language): string {
  return shorten(plain(named[language === "th" ? 1 : 2]), LONGEST_TERM);
}
