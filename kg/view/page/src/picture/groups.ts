// A soft ground under what belongs together.

import type { Point } from "../state";

const MARGIN = 46;
const LEAST = 3;

/** The points of the hull around some places, clockwise (Andrew's monotone chain, 1979). */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/** Grounds of groups, in the colour of each. */
export function drawGrounds(context: CanvasRenderingContext2D, groups: Iterable<{ places: Point[]; colour: string }>): void {
  context.save();
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const { places, colour } of groups) {
    if (places.length < LEAST) continue;
    const outline = hull(places);
    // Mixed beforehand: outline and inside overlap, and would show it if light came through.
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = 2 * MARGIN;
    const path = new Path2D();
    outline.forEach(({ x, y }, at) => { if (at) path.lineTo(x, y); else path.moveTo(x, y); });
    path.closePath();
    context.stroke(path);
    context.fill(path);
  }
  context.restore();
}
