// Names in the picture: always the same size on the screen, never one over another.

import { lines } from "../text";

const LABEL_SIZE = 13;
const VERB_SIZE = 11.5;
const LINE_HEIGHT = 17;
const LABEL_WIDTH = 20;

/** A stretch of the picture; `node` is whose name stands in it, or null. */
interface Box {
  node: number | null;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Name {
  node: number;
  text: string;
  x: number;
  y: number;
  size: number;
  faded: boolean;
}

interface Colours {
  ink: string;
  soft: string;
  paper: string;
}

export class Labels {
  /** Where names were drawn last, for clicks on them and for the picture as SVG. */
  boxes: Box[] = [];
  drawn: { rows: string[]; box: Box; faded: boolean }[] = [];
  private seen: Omit<Box, "node"> = { left: 0, top: 0, right: 0, bottom: 0 };
  private readonly measured = new Map<string, { rows: string[]; width: number }>();

  constructor(private readonly font: string) {}

  /** Draw names in the order given as long as there is room; the first `sure` of them in any case. */
  draw(context: CanvasRenderingContext2D, scale: number, wanted: Name[], sure: number, colours: Colours, seen: Omit<Box, "node">): void {
    this.seen = seen;
    this.boxes = [];
    this.drawn = [];
    context.save();
    this.prepare(context, LABEL_SIZE / scale, 3.5 / scale, colours.paper);
    const dots = wanted.map(({ node, x, y, size }): Box => (
      { node, left: x - size, top: y - size, right: x + size, bottom: y + size }));
    wanted.forEach((name, place) => {
      const { rows, width } = this.measure(context, scale, name.text);
      const box = this.room(name, width / scale, (rows.length * LINE_HEIGHT) / scale, 3 / scale, dots, place, place < sure);
      if (!box) return;
      this.boxes.push(box);
      this.drawn.push({ rows, box, faded: name.faded });
      context.globalAlpha = name.faded ? 0.35 : 1;
      context.fillStyle = colours.ink;
      rows.forEach((row, line) => {
        const at = box.top + ((line + 0.5) * LINE_HEIGHT) / scale;
        context.strokeText(row, (box.left + box.right) / 2, at);
        context.fillText(row, (box.left + box.right) / 2, at);
      });
    });
    context.restore();
  }

  /** The word on a line, above its middle, where no name stands. */
  drawVerb(context: CanvasRenderingContext2D, scale: number, text: string, at: { x: number; y: number }, colours: Colours): void {
    context.save();
    this.prepare(context, VERB_SIZE / scale, 3 / scale, colours.paper);
    context.fillStyle = colours.soft;
    const half = context.measureText(text).width / 2;
    const y = at.y - 9 / scale;
    const box: Box = { node: null, left: at.x - half, top: y - 8 / scale, right: at.x + half, bottom: y + 8 / scale };
    if (!this.boxes.some((other) => overlap(box, other))) {
      this.boxes.push(box);
      context.strokeText(text, at.x, y);
      context.fillText(text, at.x, y);
    }
    context.restore();
  }

  /** Letters of a size with a rim of paper, so that they can be read over lines. */
  private prepare(context: CanvasRenderingContext2D, size: number, rim: number, paper: string): void {
    context.font = `${size}px ${this.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = rim;
    context.strokeStyle = paper;
  }

  /** The node whose name stands at a point of the picture. */
  at(point: { x: number; y: number }): number | null {
    const box = this.boxes.find(
      (b) => b.node !== null && b.left <= point.x && point.x <= b.right && b.top <= point.y && point.y <= b.bottom,
    );
    return box ? box.node : null;
  }

  /**
   * Where a name can stand beside its node, below, above, right or left, without covering another name
   * or node; if it must (`anyway`), it covers nodes that matter less. `dots` are the nodes in order of weight.
   */
  private room(
    { node, x, y, size }: Name, width: number, height: number, gap: number, dots: Box[], place: number, anyway: boolean,
  ): Box | null {
    const away = size + gap;
    const { seen } = this;
    // At the rim a name below or above its node moves so far to the side that all of it can be read.
    const middle = x > seen.left && x < seen.right ? Math.max(seen.left, Math.min(x - width / 2, seen.right - width)) : x - width / 2;
    const corners: [number, number][] = [
      [middle, y + away], [middle, y - away - height],
      [x + away, y - height / 2], [x - away - width, y - height / 2],
    ];
    const boxes = corners.map(([left, top]): Box => ({ node, left, top, right: left + width, bottom: top + height }));
    const open = boxes.filter((box) => !this.boxes.some((other) => overlap(box, other)));
    if (!open.length) return anyway ? boxes[0] : null;
    // Half a name is worse than none, but where it must be.
    const inside = open.filter((box) => box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom);
    const free = (among: Box[]) => among.find((box) => !dots.some((dot) => dot.node !== node && overlap(box, dot)))
      ?? among.find((box) => !dots.slice(0, place).some((dot) => overlap(box, dot)));
    return free(inside) ?? (anyway ? free(open) ?? boxes[0] : null);
  }

  private measure(context: CanvasRenderingContext2D, scale: number, text: string): { rows: string[]; width: number } {
    let known = this.measured.get(text);
    if (!known) {
      const rows = lines(text, LABEL_WIDTH);
      const width = Math.max(...rows.map((row) => context.measureText(row).width)) * scale + 4;
      known = { rows, width };
      this.measured.set(text, known);
    }
    return known;
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
