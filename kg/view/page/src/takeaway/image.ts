// The view as a picture file: pixels from the canvas, or lines and letters as SVG.

import { SHAPES } from "../picture/look";
import type { Picture } from "../picture/picture";
import type { Point } from "../state";

const SVG = "http://www.w3.org/2000/svg";

/** What is on the screen, pixel for pixel, on the page's paper. */
export async function png(picture: Picture): Promise<Blob> {
  const { canvas } = picture.network.canvas.frame;
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  if (!context) throw new Error("the browser gives no canvas to draw on");
  context.fillStyle = picture.palette.paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return new Promise((resolve, reject) => {
    copy.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error("the browser made no picture")); }, "image/png");
  });
}

/** The view as SVG: the same shapes, lines and names, every text a text node. */
export function svg(picture: Picture, title: string): string {
  const { scene, palette } = picture;
  const { left, top, right, bottom } = picture.window();
  const root = make("svg", { xmlns: SVG, viewBox: [left, top, right - left, bottom - top].map(round).join(" ") });
  const name = make("title", {});
  name.textContent = title;
  root.append(name, make("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: palette.paper }));
  if (!scene) return new XMLSerializer().serializeToString(root);
  for (const line of scene.lines) {
    const mood = picture.moodOf(line);
    const a = picture.placeOf(line.a);
    const b = picture.placeOf(line.b);
    const colour = mood === "Negated" ? palette.denied : scene.marked.lines.has(line.id) ? palette.accent : palette.line;
    const drawn = make("path", {
      d: bent(a, b, picture.pointOn(line.id, 0.5)), fill: "none", stroke: colour, "stroke-width": 1.2, "stroke-opacity": 0.7,
    });
    if (mood === "Planned") drawn.setAttribute("stroke-dasharray", "7 5");
    root.append(drawn);
  }
  for (const thing of scene.things) {
    const faded = scene.marked.nodes.size > 0 && !scene.marked.nodes.has(thing);
    const kind = thing < 0 ? "dot" : SHAPES[picture.kindOf(thing)] ?? "dot";
    root.append(shape(kind, picture.placeOf(thing), picture.sizeOf(thing), picture.colourOf(thing), palette.paper, faded));
  }
  const scale = picture.network.getScale();
  for (const { rows, box, faded } of picture.labels.drawn) {
    rows.forEach((row, at) => {
      const text = make("text", {
        x: (box.left + box.right) / 2, y: box.top + ((at + 0.75) * 17) / scale, "font-size": 13 / scale, "text-anchor": "middle",
        fill: palette.ink, stroke: palette.paper, "stroke-width": 3 / scale, "paint-order": "stroke", opacity: faded ? 0.35 : 1,
        "font-family": "Sarabun, Noto Sans Thai, Leelawadee UI, Thonburi, Tahoma, sans-serif",
      });
      text.textContent = row;
      root.append(text);
    });
  }
  return new XMLSerializer().serializeToString(root);
}

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns") element.setAttribute(key, typeof value === "number" ? round(value) : value);
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
