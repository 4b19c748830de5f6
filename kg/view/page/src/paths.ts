// How two entities are connected: the shortest ways over claims.

import type { Graph } from "./data";
import type { Passing } from "./filters";

/** The nodes of a way, and for each step the claims that make it. */
export interface Path {
  nodes: number[];
  steps: number[][];
}

interface Paths {
  found: Path[];
  /** Whether there are more of the same length. */
  more: boolean;
}

/** The ways between two, found once for what the filters let through. */
export class Ways {
  private found: { from: number; to: number; passing: Passing; paths: Paths } | null = null;

  constructor(private readonly graph: Graph) {}

  between(from: number, to: number, passing: Passing): Paths {
    if (this.found?.from !== from || this.found.to !== to || this.found.passing !== passing) {
      const paths = shortestPaths(this.graph, from, to, (claim) => passing.claims[claim] === 0);
      this.found = { from, to, passing, paths };
    }
    return this.found.paths;
  }
}

const MOST = 30;
const ENOUGH = 2000;

/**
 * The shortest ways from one entity to another over the claims that `passes` lets through.
 *
 * Of ways of one length those over less connected entities come first: that two persons are both
 * Thai says less than that both came to one meeting.
 */
function shortestPaths(graph: Graph, from: number, to: number, passes: (claim: number) => boolean): Paths {
  if (from === to) return { found: [], more: false };
  const before = search(graph, from, to, passes);
  if (!before.has(to)) return { found: [], more: false };
  const ways: number[][] = [];
  const walk = (way: number[]) => {
    if (ways.length > ENOUGH) return;
    const last = way[way.length - 1];
    if (last === from) ways.push([...way].reverse());
    else for (const node of before.get(last) ?? []) walk([...way, node]);
  };
  walk([to]);
  const weight = (way: number[]) => way.slice(1, -1).reduce((sum, node) => sum + Math.log(graph.degree(node)), 0);
  ways.sort((a, b) => weight(a) - weight(b) || a.join(" ").localeCompare(b.join(" ")));
  return { found: ways.slice(0, MOST).map((nodes) => ({ nodes, steps: steps(graph, nodes, passes) })), more: ways.length > MOST };
}

/** For each node reached, in breadth, those one step nearer to `from`. */
function search(graph: Graph, from: number, to: number, passes: (claim: number) => boolean): Map<number, number[]> {
  const before = new Map<number, number[]>([[from, []]]);
  const depth = new Map<number, number>([[from, 0]]);
  let ring = [from];
  for (let length = 1; ring.length && !before.has(to); length++) {
    const next: number[] = [];
    for (const node of ring) {
      for (const claim of graph.claimsOf(node)) {
        if (!passes(claim)) continue;
        const other = graph.otherEnd(claim, node);
        const known = depth.get(other);
        if (known === undefined) {
          depth.set(other, length);
          before.set(other, [node]);
          next.push(other);
        } else if (known === length && !before.get(other)?.includes(node)) before.get(other)?.push(node);
      }
    }
    ring = next;
  }
  return before;
}

function steps(graph: Graph, nodes: number[], passes: (claim: number) => boolean): number[][] {
  return nodes.slice(1).map((node, at) => graph.claimsOf(node).filter(
    (claim) => passes(claim) && graph.otherEnd(claim, node) === nodes[at],
  ));
}
