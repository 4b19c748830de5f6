// Search as you type, over every name of every entity.

import type { Graph } from "./data";
import { bare, fold, type Honorific, ofKind, titles } from "./text";

const SEPARATOR = "\n";

/** Fewer pairs of letters tell nothing of what was meant. */
const LEAST = 2;

/** Ranks of what holds a text, and of what holds its words in another order; called so is 0, beginning so 1. */
const HOLDS = 2;
const WORDS = 3;

/** Which class a name means first, where several things are called so. */
const NAMED_FIRST = ["Country", "Framework", "Organization", "Person"];

const ALIKE = 0.6;
const NEAREST = 5;

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Whether names share so many of the pairs that one of them may be alike; most names are out at once. */
function mayBeAlike(pairs: Set<string>, names: string): boolean {
  // A name that shares fewer pairs than this is too unlike however short it is.
  const misses = pairs.size - Math.ceil((pairs.size * ALIKE) / (2 - ALIKE));
  let missed = 0;
  for (const pair of pairs) if (!names.includes(pair) && ++missed > misses) return false;
  return true;
}

function likeness(one: Set<string>, other: Set<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size);
}

export class Index {
  private readonly folded: string[] = [];
  private readonly honorifics: Honorific[];

  constructor(private readonly graph: Graph) {
    this.honorifics = titles(graph.data.honorifics);
  }

  /** Folded names of each node, one a line. Made once; 50,000 nodes take about 0.2 s. */
  prepare(): string[] {
    for (let node = this.folded.length; node < this.graph.size; node++) {
      this.folded.push(SEPARATOR + this.graph.names(node).map(fold).join(SEPARATOR) + SEPARATOR);
    }
    return this.folded;
  }

  /**
   * Nodes that a text may mean, the best first: called so, beginning so, holding it, holding its words
   * in any order; where there is none, those that are spelt nearly so.
   */
  find(text: string): number[] {
    const wanted = this.forms(text);
    const ranks = new Map<number, number>();
    // With the honorific first: somebody may be known by it.
    for (const form of wanted) for (const [node, rank] of this.scan(form)) if (!ranks.has(node)) ranks.set(node, rank);
    // A word for what a thing is counts where nothing is called so, or begins so, with the word.
    if (![...ranks.values()].some((rank) => rank < HOLDS)) {
      for (const [rest, kind] of ofKind(wanted, this.graph.data.kind_words)) {
        for (const [node, rank] of this.scan(rest)) if (rank < HOLDS && this.graph.kind(node) === kind) ranks.set(node, rank);
      }
    }
    const words = text.split(/\s+/).map(fold).filter((word) => word);
    if (words.length > 1) {
      this.prepare().forEach((names, node) => { if (!ranks.has(node) && words.every((word) => names.includes(word))) ranks.set(node, WORDS); });
    }
    if (!ranks.size) return this.near(wanted);
    return [...ranks].sort(([a, x], [b, y]) => x - y || this.order(a, x) - this.order(b, y) || this.graph.degree(b) - this.graph.degree(a) || a - b)
      .map(([node]) => node);
  }

  /** The name of a node that a text was found in, where it is not the one shown. */
  alias(node: number, text: string, shown: string): string {
    const forms = this.forms(text);
    const wanted = [...forms, ...ofKind(forms, this.graph.data.kind_words).map(([rest]) => rest)];
    const either = (name: string) => wanted.some((form) => fold(name).includes(form));
    return either(shown) ? "" : this.graph.names(node).find(either) ?? "";
  }

  /** Among those called so, a framework comes before the summit that goes by its acronym. */
  private order(node: number, rank: number): number {
    if (rank > 0) return 0;
    const at = NAMED_FIRST.indexOf(this.graph.kind(node));
    return at < 0 ? NAMED_FIRST.length : at;
  }

  private scan(wanted: string): Map<number, number> {
    const found = new Map<number, number>();
    const names = this.prepare();
    for (let node = 0; node < names.length; node++) {
      const text = names[node];
      if (!text.includes(wanted)) continue;
      found.set(node, text.includes(SEPARATOR + wanted + SEPARATOR) ? 0 : text.includes(SEPARATOR + wanted) ? 1 : 2);
    }
    return found;
  }

  /** Nodes with a name that shares most pairs of letters with what was typed (Dice's coefficient). */
  private near(wanted: string[]): number[] {
    const last = wanted.slice(-1);
    const asked = [...last, ...ofKind(last, this.graph.data.kind_words).map(([rest]) => rest)].map(pairsOf).filter((pairs) => pairs.size >= LEAST);
    if (!asked.length) return [];
    const longest = wanted[0].length;
    const found: [number, number][] = [];
    this.prepare().forEach((names, node) => {
      const near = asked.filter((pairs) => mayBeAlike(pairs, names));
      let best = 0;
      if (near.length) {
        for (const name of names.split(SEPARATOR)) {
          if (Math.abs(name.length - longest) > longest / 2) continue;
          const other = pairsOf(name);
          for (const pairs of near) best = Math.max(best, likeness(pairs, other));
        }
      }
      if (best >= ALIKE) found.push([best, node]);
    });
    return found.sort(([x, a], [y, b]) => y - x || this.graph.degree(b) - this.graph.degree(a) || a - b).slice(0, NEAREST).map(([, node]) => node);
  }

  /** What was typed as it is compared: as it stands, and without the honorifics before it. */
  private forms(text: string): string[] {
    return [...new Set([fold(text), bare(text, this.honorifics)])].filter((form) => form);
  }
}
