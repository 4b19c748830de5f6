// Search as you type, over every name of every entity.

import type { Graph } from "./data";
import { fold } from "./text";

const SEPARATOR = "\n";

/** Where an honorific would leave less than this of a name, it is the name (นาง, ดร). */
const LEAST = 2;

/** Which class a name means first, where several things are called so. */
const NAMED_FIRST = ["Country", "Framework", "Organization", "Person"];

const ALIKE = 0.6;
const NEAREST = 5;

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

export class Index {
  private readonly folded: string[] = [];
  private readonly honorifics: string[];

  constructor(private readonly graph: Graph) {
    this.honorifics = [...new Set(graph.data.honorifics.map(fold))].filter((form) => form).sort((a, b) => b.length - a.length);
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
    const wanted = fold(text);
    if (!wanted) return [];
    const ranks = this.scan(wanted);
    // With the honorific first: somebody may be known by it (นายกรัฐมนตรี is none, but begins like one).
    const bare = this.bare(wanted);
    if (bare !== wanted) for (const [node, rank] of this.scan(bare)) if (!ranks.has(node)) ranks.set(node, rank);
    const words = text.split(/\s+/).map(fold).filter((word) => word);
    if (words.length > 1) {
      this.prepare().forEach((names, node) => { if (!ranks.has(node) && words.every((word) => names.includes(word))) ranks.set(node, 3); });
    }
    if (!ranks.size) return this.near(wanted);
    return [...ranks].sort(([a, x], [b, y]) => x - y || this.order(a, x) - this.order(b, y) || this.graph.degree(b) - this.graph.degree(a) || a - b)
      .map(([node]) => node);
  }

  /** The name of a node that a text was found in, where it is not the one shown. */
  alias(node: number, text: string, shown: string): string {
    const wanted = fold(text);
    const either = (name: string) => fold(name).includes(wanted) || fold(name).includes(this.bare(wanted));
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
  private near(wanted: string): number[] {
    const pairs = pairsOf(this.bare(wanted));
    if (pairs.size < LEAST) return [];
    const found: [number, number][] = [];
    // A name that shares fewer pairs than this is too unlike however short it is; most names are out at once.
    const misses = pairs.size - Math.ceil((pairs.size * ALIKE) / (2 - ALIKE));
    this.prepare().forEach((names, node) => {
      let missed = 0;
      for (const pair of pairs) if (!names.includes(pair) && ++missed > misses) return;
      let best = 0;
      for (const name of names.split(SEPARATOR)) {
        if (Math.abs(name.length - wanted.length) > wanted.length / 2) continue;
        const other = pairsOf(name);
        let shared = 0;
        for (const pair of pairs) if (other.has(pair)) shared++;
        best = Math.max(best, (2 * shared) / (pairs.size + other.size));
      }
      if (best >= ALIKE) found.push([best, node]);
    });
    return found.sort(([x, a], [y, b]) => y - x || this.graph.degree(b) - this.graph.degree(a) || a - b).slice(0, NEAREST).map(([, node]) => node);
  }

  /** `wanted` without the honorifics at its beginning; they stack. */
  private bare(wanted: string): string {
    for (let rest = wanted; ;) {
      const form = this.honorifics.find((one) => rest.startsWith(one) && rest.length >= one.length + LEAST);
      if (!form) return rest;
      rest = rest.slice(form.length);
    }
  }
}
