// How entities and lines look: what vis-network is told of each, and the signs drawn over them.

import type { Line } from "../scene";
import type { Point } from "../state";

export const SHAPES: Readonly<Record<string, string>> = {
  Person: "dot", Country: "square", Organization: "diamond", Framework: "hexagon", Meeting: "triangle",
  Place: "triangleDown", Initiative: "star", OutcomeDocument: "square", Topic: "dot",
};

export interface Palette {
  ink: string;
  soft: string;
  paper: string;
  line: string;
  denied: string;
  accent: string;
}

export interface DrawnNode {
  id: string;
  x: number;
  y: number;
  [option: string]: unknown;
}

/** What vis-network calls a thing: `n12` is an entity, `c3` a folded community. */
export const idOf = (thing: number): string => (thing < 0 ? `c${-1 - thing}` : `n${thing}`);
export const thingFrom = (id: string): number => (id[0] === "c" ? -1 - Number(id.slice(1)) : Number(id.slice(1)));

/** Larger the more an entity is connected, but not in proportion: a hub has a thousand times more. */
export function nodeSize(degree: number): number {
  return Math.min(30, Math.round(9 + 2.3 * Math.log2(degree + 1)));
}

export function drawnNode(thing: number, { x, y }: Point, kind: string, colour: string, size: number, palette: Palette): DrawnNode {
  const look = { background: colour, border: palette.ink };
  return {
    id: idOf(thing), x, y, size, shape: SHAPES[kind] ?? "dot", borderWidth: thing < 0 ? 6 : 1.5,
    color: { background: colour, border: palette.paper, highlight: look, hover: look },
    shapeProperties: { borderDashes: thing < 0 ? [6, 5] : false },
  };
}

/** Planned lines are dashed, denied ones have their colour; where two of different mood join the same two, they bend (`beside`). */
export function drawnLine(line: Line, mood: string, beside: boolean, palette: Palette) {
  const colour = mood === "Negated" ? palette.denied : palette.line;
  const turn = { 1: 0.16, 2: -0.16 }[line.mood] ?? 0;
  return {
    id: line.id, from: idOf(line.a), to: idOf(line.b),
    dashes: mood === "Planned" ? [7, 5] : false,
    width: Math.min(5, 1 + Math.log2(line.claims.length) * 0.7),
    smooth: beside && turn
      ? { enabled: true, type: turn > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(turn) }
      : { enabled: false },
    arrows: { to: { enabled: line.forward }, from: { enabled: line.backward, scaleFactor: 0.45 } },
    color: { color: colour, highlight: colour, hover: colour, opacity: 0.62 },
  };
}

export function drawCross(
  context: CanvasRenderingContext2D, at: Point, scale: number, colour: string, { length, faded }: { length: number; faded: boolean },
): void {
  // On a short line a large cross would hide what the line joins.
  const arm = Math.min(6 / scale, Math.max(2 / scale, length / 8));
  context.save();
  context.globalAlpha = faded ? 0.28 : 1;
  context.strokeStyle = colour;
  context.lineWidth = Math.min(2.5 / scale, arm / 2);
  context.beginPath();
  context.moveTo(at.x - arm, at.y - arm);
  context.lineTo(at.x + arm, at.y + arm);
  context.moveTo(at.x + arm, at.y - arm);
  context.lineTo(at.x - arm, at.y + arm);
  context.stroke();
  context.restore();
}

export function drawPin(context: CanvasRenderingContext2D, at: Point, scale: number, { ink, paper }: Palette): void {
  context.save();
  context.fillStyle = ink;
  context.strokeStyle = paper;
  context.lineWidth = 1.5 / scale;
  context.beginPath();
  context.arc(at.x, at.y, 3.5 / scale, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.restore();
}
