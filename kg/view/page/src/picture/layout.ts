// Where entities stand that the reader brings in, and how what stands is laid out again.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Point } from "../state";

/** The room that a node and its name need. */
const ROOM = { x: 104, y: 70 };
const GOLDEN_ANGLE = 2.399963;
/** Names are wider than high: forces work in a picture this much narrower. */
const FLAT = 1.5;
const TURNS = 4000;

/** Places for `nodes` around a point, where nothing stands yet. */
export function settle(nodes: readonly number[], around: Point, taken: Iterable<Point>): Map<number, Point> {
  const placed = new Map<number, Point>();
  const occupied = [...taken, around];
  let turn = 3;
  for (const node of nodes) {
    for (;;) {
      turn++;
      const radius = 58 * Math.sqrt(turn);
      const spot = {
        x: Math.round(around.x + 1.35 * radius * Math.cos(turn * GOLDEN_ANGLE)),
        y: Math.round(around.y + radius * Math.sin(turn * GOLDEN_ANGLE)),
      };
      const free = occupied.every((other) => Math.abs(other.x - spot.x) > ROOM.x || Math.abs(other.y - spot.y) > ROOM.y);
      if (!free && turn < TURNS) continue;
      placed.set(node, spot);
      occupied.push(spot);
      break;
    }
  }
  return placed;
}

interface Body extends SimulationNodeDatum {
  node: number;
}

/**
 * New places for what stands, by forces: the same for the same picture (d3-force has its own numbers
 * for chance). What is `pinned` stays; the whole stays where `anchor` (or its middle) is.
 */
export function relax(
  places: ReadonlyMap<number, Point>, pairs: readonly (readonly [number, number])[], pinned: ReadonlySet<number>, anchor: number | null,
): Map<number, Point> {
  const bodies = [...places].sort(([a], [b]) => a - b).map(([node, { x, y }]): Body => (
    { node, x: x / FLAT, y, ...(pinned.has(node) ? { fx: x / FLAT, fy: y } : {}) }));
  const degree = new Map<number, number>();
  for (const end of pairs.flat()) degree.set(end, (degree.get(end) ?? 0) + 1);
  const links = pairs.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .force("links", forceLink<Body, { source: number | Body; target: number | Body }>(links).id((body) => body.node).distance(95).strength(
      ({ source, target }) => 0.7 / Math.sqrt(Math.min(degree.get(idOf(source)) ?? 1, degree.get(idOf(target)) ?? 1))))
    .force("apart", forceManyBody().strength(-260).distanceMax(900))
    .force("room", forceCollide(46).iterations(2))
    .force("x", forceX(0).strength(0.035))
    .force("y", forceY(0).strength(0.05))
    .stop();
  simulation.tick(bodies.length > 400 ? 120 : 260);
  const laid = new Map(bodies.map((body) => [body.node, { x: (body.x ?? 0) * FLAT, y: body.y ?? 0 }]));
  // Pinned nodes stand where they stood; moving the whole would move them.
  const shift = pinned.size ? { x: 0, y: 0 } : shiftOf(places, laid, anchor);
  return new Map([...laid].map(([node, { x, y }]) => [node, { x: Math.round(x + shift.x), y: Math.round(y + shift.y) }]));
}

function idOf(end: number | Body): number {
  return typeof end === "number" ? end : end.node;
}

function shiftOf(before: ReadonlyMap<number, Point>, after: ReadonlyMap<number, Point>, anchor: number | null): Point {
  const one = anchor === null ? undefined : before.get(anchor);
  const other = anchor === null ? undefined : after.get(anchor);
  if (one && other) return { x: one.x - other.x, y: one.y - other.y };
  const a = middle(before.values());
  const b = middle(after.values());
  return { x: a.x - b.x, y: a.y - b.y };
}

/** The middle of some places. */
export function middle(places: Iterable<Point>): Point {
  let count = 0;
  const sum = { x: 0, y: 0 };
  for (const { x, y } of places) {
    sum.x += x;
    sum.y += y;
    count++;
  }
  return count ? { x: sum.x / count, y: sum.y / count } : sum;
}
