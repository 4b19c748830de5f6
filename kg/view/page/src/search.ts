// Search as you type, over every name of every entity.

import type { Graph } from "./data";
import { fold } from "./text";

const SEPARATOR = "\n";

/** Where an honorific would leave less than this of a name, it is the name (นาง, ดร). */
const LEAST = 2;

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

  /** Nodes that a text may mean, the best first: called so, beginning so, holding it; then the most connected. */
  find(text: string): number[] {
    const wanted = fold(text);
    if (!wanted) return [];
    const found = this.scan(wanted);
    // With the honorific first: somebody may be known by it (นายกรัฐมนตรี is none, but begins like one).
    const bare = this.bare(wanted);
    if (bare !== wanted) {
      const known = new Set(found.map(([, node]) => node));
      found.push(...this.scan(bare).filter(([, node]) => !known.has(node)));
    }
    found.sort((a, b) => a[0] - b[0] || this.graph.degree(b[1]) - this.graph.degree(a[1]) || a[1] - b[1]);
    return found.map(([, node]) => node);
  }

  /** The name of a node that a text was found in, where it is not the one shown. */
  alias(node: number, text: string, shown: string): string {
    const wanted = fold(text);
    const either = (name: string) => fold(name).includes(wanted) || fold(name).includes(this.bare(wanted));
    return either(shown) ? "" : this.graph.names(node).find(either) ?? "";
  }

  private scan(wanted: string): [number, number][] {
    const found: [number, number][] = [];
    const names = this.prepare();
    for (let node = 0; node < names.length; node++) {
      const text = names[node];
      if (!text.includes(wanted)) continue;
      const rank = text.includes(SEPARATOR + wanted + SEPARATOR) ? 0 : text.includes(SEPARATOR + wanted) ? 1 : 2;
      found.push([rank, node]);
    }
    return found;
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
