// From a view to what is drawn of it: things, the lines between them, what stands out.

import type { Graph } from "./data";
import type { Path } from "./paths";
import { middle, settle } from "./picture/layout";
import type { Chosen, View } from "./state";

/** A thing of the picture is an entity by its number, or a folded community `c` as `-1 - c`. */
export const communityOf = (thing: number): number | null => (thing < 0 ? -1 - thing : null);
export const thingOf = (community: number): number => -1 - community;

/** Claims of one mood between two things. */
export interface Line {
  id: string;
  a: number;
  b: number;
  mood: number;
  claims: number[];
  /** Whether some claim goes from a to b, and from b to a. */
  forward: boolean;
  backward: boolean;
}

/** What stands out; where nothing is marked, all stand alike. */
export interface Marked {
  nodes: ReadonlySet<number>;
  lines: ReadonlySet<string>;
}

type Passes = (claim: number) => boolean;
type ThingFor = (node: number) => number;

/** How far to the side of the picture a stranger is set down. */
const ASIDE = 260;

/** A view with further entities, set down around `anchor` where nothing stands. */
export function addTo(view: View, nodes: readonly number[], anchor: number): View {
  const fresh = nodes.filter((node) => !view.shown.has(node));
  const standing = [...view.shown].flatMap((node) => view.places.get(node) ?? []);
  const places = new Map(view.places);
  let around = places.get(anchor);
  if (!around || !view.shown.has(anchor)) {
    around = standing.length
      ? { x: Math.round(Math.max(...standing.map(({ x }) => x)) + ASIDE), y: Math.round(middle(standing).y) }
      : { x: 0, y: 0 };
    places.set(anchor, around);
  }
  for (const [node, place] of settle(fresh.filter((node) => node !== anchor), around, standing)) places.set(node, place);
  return { ...view, shown: new Set([...view.shown, ...fresh]), places };
}

/** A kind of relation as seen from an entity: a property and whether it goes out. */
export const wayKey = (property: number, outward: boolean): string => `${property} ${outward ? "out" : "in"}`;

/** What an entity could unfold and fold, as a whole and by each kind of relation (`wayKey`). */
export interface Reach {
  /** Neighbours that pass the filter and are not shown, the most connected first. */
  unseen: number[];
  unseenBy: ReadonlyMap<string, number[]>;
  /** Neighbours that are shown and hang on nothing else that is shown; by a relation that is their only one. */
  leaves: number[];
  leavesBy: ReadonlyMap<string, number[]>;
}

export function reachOf(graph: Graph, shown: ReadonlySet<number>, node: number, passes: Passes): Reach {
  const { s, p } = graph.data.edges;
  const unseen = new Map<string, Set<number>>();
  const ways = new Map<number, Set<string>>();
  for (const claim of graph.claimsOf(node)) {
    const other = graph.otherEnd(claim, node);
    if (other === node) continue;
    const key = wayKey(p[claim], s[claim] === node);
    if (shown.has(other)) ways.set(other, (ways.get(other) ?? new Set()).add(key));
    else if (passes(claim)) unseen.set(key, (unseen.get(key) ?? new Set()).add(other));
  }
  const leaves = [...ways.keys()].filter((other) => graph.claimsOf(other).every((claim) => {
    const end = graph.otherEnd(claim, other);
    return end === node || end === other || !shown.has(end);
  }));
  const leavesBy = new Map<string, number[]>();
  for (const leaf of leaves) {
    const [key, ...more] = ways.get(leaf) ?? [];
    if (!more.length) leavesBy.set(key, [...(leavesBy.get(key) ?? []), leaf]);
  }
  return {
    unseen: graph.ranked(new Set([...unseen.values()].flatMap((set) => [...set]))),
    unseenBy: new Map([...unseen].map(([key, set]) => [key, graph.ranked(set)])),
    leaves, leavesBy,
  };
}

/** Pairs of entities that a claim joins, each once. */
export function pairs(graph: Graph, nodes: ReadonlySet<number>, passes: Passes): [number, number][] {
  const found = new Map<string, [number, number]>();
  for (const node of nodes) {
    for (const claim of graph.claimsOf(node)) {
      const other = graph.otherEnd(claim, node);
      if (other > node && nodes.has(other) && passes(claim)) found.set(`${node} ${other}`, [node, other]);
    }
  }
  return [...found.values()];
}

/** The visible members of each folded community. */
export function foldedIn(visible: ReadonlySet<number>, thingFor: ThingFor): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const node of visible) {
    const community = communityOf(thingFor(node));
    if (community !== null) found.set(community, [...(found.get(community) ?? []), node]);
  }
  return found;
}

/** Claims between visible things, one line for all of one mood between two. */
export function linesBetween(graph: Graph, visible: ReadonlySet<number>, thingFor: ThingFor, passes: Passes): Line[] {
  const { s, t, m } = graph.data.edges;
  const lines = new Map<string, Line>();
  for (const node of visible) {
    for (const claim of graph.claimsOf(node)) {
      if (s[claim] !== node || !visible.has(t[claim]) || !passes(claim)) continue;
      const source = thingFor(node);
      const target = thingFor(t[claim]);
      if (source === target) continue;
      const [a, b] = source < target ? [source, target] : [target, source];
      const id = `e${a}_${b}_${m[claim]}`;
      const line = lines.get(id) ?? { id, a, b, mood: m[claim], claims: [], forward: false, backward: false };
      line.claims.push(claim);
      if (source === a) line.forward = true;
      else line.backward = true;
      lines.set(id, line);
    }
  }
  return [...lines.values()];
}

/** What stands out because of the selection. */
export function markedBy(
  graph: Graph, chosen: Chosen | null, lines: readonly Line[], visible: ReadonlySet<number>, thingFor: ThingFor,
): Marked {
  const nodes = new Set<number>();
  const ids = new Set<string>();
  if (chosen === null || chosen.kind === "path") return { nodes, lines: ids }; // see markedWays
  const isChosen = ({ a, b }: Line) => {
    if (chosen.kind === "pair") return a === Math.min(chosen.a, chosen.b) && b === Math.max(chosen.a, chosen.b);
    const thing = chosen.kind === "node" ? thingFor(chosen.node) : thingOf(chosen.community);
    if (a === thing || b === thing) return true;
    return chosen.kind === "community" && [a, b].every((end) => end >= 0 && graph.data.nodes.com[end] === chosen.community);
  };
  for (const line of lines.filter(isChosen)) {
    ids.add(line.id);
    nodes.add(line.a).add(line.b);
  }
  if (chosen.kind === "node" && visible.has(chosen.node)) nodes.add(thingFor(chosen.node));
  return { nodes, lines: ids };
}

/** What stands out because it is on a way between two. */
export function markedWays(
  ends: readonly number[], ways: readonly Path[], lines: readonly Line[], visible: ReadonlySet<number>, thingFor: ThingFor,
): Marked {
  const nodes = new Set([...ends, ...ways.flatMap((way) => way.nodes)].filter((node) => visible.has(node)).map(thingFor));
  const claims = new Set(ways.flatMap((way) => way.steps.flat()));
  const ids = lines.filter((line) => line.claims.some((claim) => claims.has(claim))).map((line) => line.id);
  return { nodes, lines: new Set(ids) };
}

/** `set` without what is `gone`. */
export function without<T>(set: ReadonlySet<T>, gone: Iterable<T>): Set<T> {
  const left = new Set(set);
  for (const item of gone) left.delete(item);
  return left;
}
