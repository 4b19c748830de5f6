// Names in the picture: always the same size on the screen, never one over another.

const LABEL_SIZE = 13;
const VERB_SIZE = 11.5;
const LINE_HEIGHT = 17;
const LABEL_WIDTH = 20;

/** @typedef {{node: number, left: number, top: number, right: number, bottom: number}} Box */

class Labels {
  /** @param {string} font */
  constructor(font) {
    this.font = font;
    /** @type {Map<string, {rows: string[], width: number}>} */
    this.measured = new Map();
    /** Where names were drawn last, for clicks on them. @type {Box[]} */
    this.boxes = [];
  }

  /**
   * Draw names in the order given as long as there is room; the first `sure` of them in any case.
   * @param {CanvasRenderingContext2D} context in the picture's coordinates
   * @param {number} scale
   * @param {{node: number, text: string, x: number, y: number, size: number, faded: boolean}[]} wanted
   * @param {number} sure
   * @param {{ink: string, soft: string, paper: string}} colours
   */
  draw(context, scale, wanted, sure, colours) {
    this.boxes = [];
    context.save();
    context.font = `${LABEL_SIZE / scale}px ${this.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = colours.paper;
    const dots = wanted.map(({ node, x, y, size }) => (
      { node, left: x - size, top: y - size, right: x + size, bottom: y + size }));
    wanted.forEach((name, place) => {
      const { rows, width } = this.measure(context, scale, name.text);
      const box = this.room(name, width / scale, (rows.length * LINE_HEIGHT) / scale, 3 / scale, dots, place, place < sure);
      if (!box) return;
      this.boxes.push(box);
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

  /**
   * Where a name can stand beside its node, below, above, right or left, without covering another name
   * or node; if it must, it covers nodes that matter less.
   * @param {{node: number, x: number, y: number, size: number}} name
   * @param {number} width
   * @param {number} height
   * @param {number} gap
   * @param {Box[]} dots the nodes, in order of weight
   * @param {number} place of the node in that order
   * @param {boolean} anyway whether it must stand even where there is no room
   * @returns {Box | null}
   */
  room({ node, x, y, size }, width, height, gap, dots, place, anyway) {
    const away = size + gap;
    /** @type {[number, number][]} left and top of the four places */
    const corners = [
      [x - width / 2, y + away], [x - width / 2, y - away - height],
      [x + away, y - height / 2], [x - away - width, y - height / 2],
    ];
    const boxes = corners.map(([left, top]) => ({ node, left, top, right: left + width, bottom: top + height }));
    const unnamed = boxes.filter((box) => !this.boxes.some((other) => overlap(box, other)));
    const free = unnamed.find((box) => !dots.some((dot) => dot.node !== node && overlap(box, dot)))
      ?? unnamed.find((box) => !dots.slice(0, place).some((dot) => overlap(box, dot)));
    return free ?? (anyway ? boxes[0] : null);
  }

  /** @param {CanvasRenderingContext2D} context @param {number} scale @param {string} text */
  measure(context, scale, text) {
    let known = this.measured.get(text);
    if (!known) {
      const rows = lines(text, LABEL_WIDTH);
      const width = Math.max(...rows.map((row) => context.measureText(row).width)) * scale + 4;
      known = { rows, width };
      this.measured.set(text, known);
    }
    return known;
  }

  /**
   * The word on a line, above its middle, where no name stands.
   * @param {CanvasRenderingContext2D} context
   * @param {number} scale
   * @param {string} text
   * @param {{x: number, y: number}} at
   * @param {{soft: string, paper: string}} colours
   */
  drawVerb(context, scale, text, at, colours) {
    context.save();
    context.font = `${VERB_SIZE / scale}px ${this.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3 / scale;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.soft;
    const half = context.measureText(text).width / 2;
    const y = at.y - 9 / scale;
    const box = { node: -1, left: at.x - half, top: y - 8 / scale, right: at.x + half, bottom: y + 8 / scale };
    if (!this.boxes.some((other) => overlap(box, other))) {
      this.boxes.push(box);
      context.strokeText(text, at.x, y);
      context.fillText(text, at.x, y);
    }
    context.restore();
  }

  /** The node whose name stands at a point of the picture. @param {{x: number, y: number}} point */
  at(point) {
    const box = this.boxes.find(
      (b) => b.node >= 0 && b.left <= point.x && point.x <= b.right && b.top <= point.y && point.y <= b.bottom,
    );
    return box ? box.node : null;
  }
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
