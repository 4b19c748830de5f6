// The view as a picture file: pixels from the canvas, or lines and letters as SVG.

import { SHAPES } from "../picture/look";
import type { Picture } from "../picture/picture";
import type { Line } from "../scene";
import type { Point } from "../state";

/** What XML cannot hold, however it is written. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const SVG = "http://www.w3.org/2000/svg";

/** Pixels for each unit of the screen: sharp in print. */
const SHARP = 2;
const MARGIN = 12;
const LINE = 18;

/** What an exported picture says below itself. */
export interface Caption {
  title: string;
  /** What is shown and what not. */
  status: string;
  /** The classes in the picture, each with its word. */
  classes: [string, string][];
}

/** The view as pixels, drawn from the SVG at twice the size of the screen. */
export async function png(picture: Picture, caption: Caption): Promise<Blob> {
  const text = svg(picture, caption);
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SHARP;
    canvas.height = image.naturalHeight * SHARP;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("the browser gives no canvas to draw on");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error("the browser made no picture")); }, "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The view as SVG, wide enough for every name in it, with a caption; every text a text node. */
export function svg(picture: Picture, caption: Caption): string {
  const { scene, palette } = picture;
  const scale = picture.network.getScale();
  const { left, top, right, bottom } = extent(picture, scale);
  const foot = (MARGIN * 2 + LINE * 3) / scale;
  const size = { width: (right - left) * scale, height: (bottom - top + foot) * scale };
  const root = make("svg", { viewBox: [left, top, right - left, bottom - top + foot].map(round).join(" "), ...size });
  const name = make("title", {});
  name.textContent = caption.title.replace(UNFIT, "");
  root.append(name, make("rect", { x: left, y: top, width: right - left, height: bottom - top + foot, fill: palette.paper }));
  if (scene) {
    for (const line of scene.lines) root.append(drawnLine(picture, line));
    for (const thing of scene.things) {
      const faded = scene.marked.nodes.size > 0 && !scene.marked.nodes.has(thing);
      root.append(shape(SHAPES[picture.kindOf(thing)] ?? "dot", picture.placeOf(thing), picture.sizeOf(thing), picture.colourOf(thing), palette.paper, faded));
    }
  }
  for (const { rows, box, faded } of picture.labels.drawn) {
    rows.forEach((row, at) => root.append(lettering(row, (box.left + box.right) / 2, box.top + ((at + 0.75) * 17) / scale, 13 / scale, palette.ink, {
      "text-anchor": "middle", stroke: palette.paper, "stroke-width": 3 / scale, "paint-order": "stroke", opacity: faded ? 0.35 : 1,
    })));
  }
  root.append(...captionParts(picture, caption, left + MARGIN / scale, bottom + (MARGIN + LINE / 2) / scale, scale));
  return new XMLSerializer().serializeToString(root);
}

/** What can be seen, and the names that stand over its edge. */
function extent(picture: Picture, scale: number) {
  const seen = picture.window();
  const boxes = picture.labels.drawn.map(({ box }) => box);
  const margin = MARGIN / scale;
  return {
    left: Math.min(seen.left, ...boxes.map((box) => box.left - margin)), top: Math.min(seen.top, ...boxes.map((box) => box.top - margin)),
    right: Math.max(seen.right, ...boxes.map((box) => box.right + margin)), bottom: Math.max(seen.bottom, ...boxes.map((box) => box.bottom + margin)),
  };
}

function drawnLine(picture: Picture, line: Line): SVGElement {
  const { palette, scene } = picture;
  const mood = picture.moodOf(line);
  const marked = scene?.marked.lines.has(line.id) ?? false;
  const faded = (scene?.marked.nodes.size ?? 0) > 0 && !marked;
  const drawn = make("path", {
    d: bent(picture.placeOf(line.a), picture.placeOf(line.b), picture.pointOn(line.id, 0.5)), fill: "none",
    stroke: mood === "Negated" ? palette.denied : marked ? palette.accent : palette.line, "stroke-width": 1.2, "stroke-opacity": faded ? 0.15 : 0.7,
  });
  if (mood === "Planned") drawn.setAttribute("stroke-dasharray", "7 5");
  return drawn;
}

/** Title, what is shown, and the classes with their signs, one below the other. */
function captionParts(picture: Picture, { title, status, classes }: Caption, left: number, top: number, scale: number): SVGElement[] {
  const { ink, soft, paper } = picture.palette;
  const size = 13 / scale;
  const row = (at: number) => top + (at * LINE) / scale;
  const parts = [lettering(title, left, row(0), size, ink, { "font-weight": 600 }), lettering(status, left, row(1), size, soft, {})];
  let x = left;
  for (const [kind, word] of classes) {
    parts.push(shape(SHAPES[kind] ?? "dot", { x: x + size / 2, y: row(2) - size / 3 }, size / 2.2, picture.colour(kind.toLowerCase()) || picture.colour("thing"), paper, false));
    parts.push(lettering(word, x + size * 1.3, row(2), size, ink, {}));
    x += size * (2.6 + word.length * 0.62);
  }
  return parts;
}

function lettering(text: string, x: number, y: number, size: number, fill: string, more: Record<string, string | number>): SVGElement {
  const element = make("text", { x, y, "font-size": size, fill, "font-family": "Sarabun, Noto Sans Thai, Leelawadee UI, Thonburi, Waree, Loma, Tahoma, sans-serif", ...more });
  element.textContent = text.replace(UNFIT, "");
  return element;
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? round(value) : value);
  }
  return element;
}

const round = (n: number): string => String(Math.round(n * 100) / 100);

/** A straight line, or one through the middle of the line as it is drawn. */
function bent(a: Point, b: Point, middle: Point | null): string {
  const start = `M${round(a.x)} ${round(a.y)}`;
  if (!middle) return `${start}L${round(b.x)} ${round(b.y)}`;
  const through = { x: 2 * middle.x - (a.x + b.x) / 2, y: 2 * middle.y - (a.y + b.y) / 2 };
  return `${start}Q${round(through.x)} ${round(through.y)} ${round(b.x)} ${round(b.y)}`;
}

const CORNERS: Readonly<Record<string, number[]>> = {
  square: [-1, -1, 1, -1, 1, 1, -1, 1], diamond: [0, -1, 1, 0, 0, 1, -1, 0], triangle: [0, -1, 1, 0.8, -1, 0.8],
  triangleDown: [-1, -0.8, 1, -0.8, 0, 1], hexagon: [-0.5, -0.87, 0.5, -0.87, 1, 0, 0.5, 0.87, -0.5, 0.87, -1, 0],
};

function shape(kind: string, at: Point, size: number, fill: string, stroke: string, faded: boolean): SVGElement {
  const look = { fill, stroke, "stroke-width": 1.5, opacity: faded ? 0.25 : 1 };
  const corners = kind === "star"
    ? Array.from({ length: 10 }, (_, i) => [i % 2 ? 0.45 : 1, (i * Math.PI) / 5 - Math.PI / 2]).flatMap(([r, turn]) => [r * Math.cos(turn), r * Math.sin(turn)])
    : CORNERS[kind];
  if (!corners) return make("circle", { cx: at.x, cy: at.y, r: size, ...look });
  const points = Array.from({ length: corners.length / 2 }, (_, i) => `${round(at.x + corners[2 * i] * size)},${round(at.y + corners[2 * i + 1] * size)}`);
  return make("polygon", { points: points.join(" "), ...look });
}
