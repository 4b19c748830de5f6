// What vis-network draws: only the visible part, kept in step by small changes.

/** @typedef {{id: string, a: number, b: number, mood: number, claims: number[]}} Line claims of one mood between two nodes */
/** @typedef {{x: number, y: number}} Point */

const SHAPES = /** @type {Record<string, string>} */ ({
  Person: "dot", Country: "square", Organization: "diamond", Framework: "hexagon", Meeting: "triangle",
  Place: "triangleDown", Initiative: "star", OutcomeDocument: "square", Topic: "dot",
});
const ROOM = { x: 104, y: 70 };
const GOLDEN_ANGLE = 2.399963;

/** @param {number} degree */
function nodeSize(degree) {
  return Math.min(30, Math.round(9 + 2.3 * Math.log2(degree + 1)));
}

class Picture {
  /**
   * @param {HTMLElement} container
   * @param {any} options
   * @param {{nodes: any[], edges: any[]}} first
   * @param {Graph} graph
   */
  constructor(container, options, first, graph) {
    this.graph = graph;
    /** @type {Language} */
    this.language = "th";
    this.nodes = new vis.DataSet(first.nodes);
    this.edges = new vis.DataSet(first.edges);
    /** Places of all nodes that were ever shown. @type {Map<number, Point>} */
    this.places = new Map(first.nodes.map((node) => [Number(node.id.slice(1)), { x: node.x, y: node.y }]));
    /** @type {number | null} */
    this.hovered = null;
    /** The most connected first, as names go. @type {number[]} */
    this.order = [];
    /** @type {Set<number>} */
    this.marked = new Set();
    /** @type {Set<string>} */
    this.markedLines = new Set();
    /** @type {Map<string, Line>} */
    this.lines = new Map();
    this.palette = this.readColours();
    this.labels = new Labels(getComputedStyle(document.documentElement).getPropertyValue("--thai").trim());
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.drawOver(context));
    this.network.on("dragEnd", (/** @type {any} */ event) => this.rememberPlaces(event.nodes));
    this.network.on("hoverNode", (/** @type {any} */ event) => { this.hovered = Number(event.node.slice(1)); });
    this.network.on("blurNode", () => { this.hovered = null; });
  }

  /** The colours of the page's style, light or dark as the system has it. */
  readColours() {
    const [ink, soft, paper, line, denied, accent] =
      ["ink", "soft", "paper", "line", "denied", "accent"].map((name) => this.colour(name));
    this.palette = { ink, soft, paper, line, denied, accent };
    return this.palette;
  }

  /** @param {string} name */
  colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  /** @param {string[]} ids */
  rememberPlaces(ids) {
    for (const [id, place] of Object.entries(this.network.getPositions(ids))) {
      this.places.set(Number(id.slice(1)), /** @type {Point} */ (place));
    }
  }

  /**
   * Show these nodes and lines, no others.
   * @param {Set<number>} nodes
   * @param {Line[]} lines
   * @param {{nodes: Set<number>, lines: Set<string>}} marked what stands out; nothing marked: all stand alike
   */
  show(nodes, lines, marked) {
    this.marked = marked.nodes;
    this.markedLines = marked.lines;
    this.lines = new Map(lines.map((line) => [line.id, line]));
    const perPair = new Map();
    for (const line of lines) {
      const pair = `${line.a}-${line.b}`;
      perPair.set(pair, (perPair.get(pair) ?? 0) + 1);
    }
    const gone = this.edges.getIds().filter((/** @type {string} */ id) => !this.lines.has(id));
    if (gone.length) this.edges.remove(gone);
    const left = this.nodes.getIds().filter((/** @type {string} */ id) => !nodes.has(Number(id.slice(1))));
    if (left.length) this.nodes.remove(left);
    this.nodes.update([...nodes].map((node) => this.drawnNode(node)));
    this.edges.update(lines.map((line) => this.drawnLine(line, (perPair.get(`${line.a}-${line.b}`) ?? 1) > 1)));
    this.order = [...nodes].sort((a, b) => this.graph.degree(b) - this.graph.degree(a) || a - b);
    this.network.redraw();
  }

  /** @param {number} node */
  drawnNode(node) {
    const kind = this.graph.data.classes[this.graph.data.nodes.cls[node]][0];
    const colour = this.colour(kind.toLowerCase()) || this.colour("thing");
    const place = this.places.get(node) ?? { x: 0, y: 0 };
    const faded = this.marked.size > 0 && !this.marked.has(node);
    return {
      id: `n${node}`, x: place.x, y: place.y, size: nodeSize(this.graph.degree(node)), label: undefined,
      shape: SHAPES[kind] ?? "dot", opacity: faded ? 0.25 : 1,
      color: {
        background: colour, border: this.palette.paper,
        highlight: { background: colour, border: this.palette.ink },
        hover: { background: colour, border: this.palette.ink },
      },
    };
  }

  /** @param {Line} line @param {boolean} beside whether another line joins the same two */
  drawnLine(line, beside) {
    const mood = this.graph.data.moods[line.mood][0];
    const { s } = this.graph.data.edges;
    const forward = line.claims.some((claim) => s[claim] === line.a);
    const backward = line.claims.some((claim) => s[claim] === line.b);
    const marked = this.markedLines.has(line.id);
    const faded = this.marked.size > 0 && !marked;
    const colour = mood === "Negated" ? this.palette.denied : marked ? this.palette.accent : this.palette.line;
    const turn = { 1: 0.16, 2: -0.16 }[line.mood] ?? 0;
    const opacity = faded ? 0.12 : marked ? 1 : 0.62;
    return {
      id: line.id, from: `n${line.a}`, to: `n${line.b}`,
      dashes: mood === "Planned" ? [7, 5] : false,
      width: Math.min(5, (marked ? 1.6 : 1) + Math.log2(line.claims.length) * 0.7),
      smooth: beside && turn
        ? { enabled: true, type: turn > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(turn) }
        : { enabled: false },
      arrows: { to: { enabled: forward }, from: { enabled: backward, scaleFactor: 0.45 } },
      color: { color: colour, highlight: colour, hover: colour, opacity },
    };
  }

  /** Names, and crosses on what is denied. @param {CanvasRenderingContext2D} context */
  drawOver(context) {
    const scale = this.network.getScale();
    const first = [...new Set([...(this.hovered === null ? [] : [this.hovered]), ...this.centre()])];
    const rest = this.order.filter((node) => !first.includes(node));
    rest.sort((a, b) => Number(this.marked.has(b)) - Number(this.marked.has(a)));
    const { left, right, top, bottom } = this.window();
    const wanted = [];
    let sure = 0;
    for (const node of [...first, ...rest]) {
      if (!this.nodes.get(`n${node}`)) continue;
      const { x, y } = this.network.getPosition(`n${node}`);
      if (x < left || x > right || y < top || y > bottom) continue;
      if (first.includes(node)) sure++;
      wanted.push({
        node, x, y, size: nodeSize(this.graph.degree(node)), text: this.graph.name(node, this.language),
        faded: this.marked.size > 0 && !this.marked.has(node),
      });
    }
    this.labels.draw(context, scale, wanted, Math.min(sure, 2), this.palette);
    for (const line of this.lines.values()) this.drawOnLine(context, scale, line);
  }

  /** A cross on what is denied; on a line that stands out its verb, if there is room. @param {CanvasRenderingContext2D} context @param {number} scale @param {Line} line */
  drawOnLine(context, scale, line) {
    const denied = this.graph.data.moods[line.mood][0] === "Negated";
    const named = this.markedLines.has(line.id) && this.markedLines.size <= 24;
    if (!denied && !named) return;
    const middle = this.pointOn(line.id, 0.5);
    if (!middle) return;
    if (denied) drawCross(context, middle, scale, this.palette.denied);
    if (named) this.labels.drawVerb(context, scale, this.verb(line), middle, this.palette);
  }

  /** @param {Line} line @returns {string} */
  verb(line) {
    const { properties, edges } = this.graph.data;
    const kinds = [...new Set(line.claims.map((claim) => edges.p[claim]))];
    const more = kinds.length > 1 ? ` +${kinds.length - 1}` : "";
    return term(properties[kinds[0]], this.language) + more;
  }

  /** A point of a line as it is drawn, bent or not. @param {string} id @param {number} part @returns {Point | null} */
  pointOn(id, part) {
    const drawn = this.network.body.edges[id];
    return drawn?.connected ? drawn.edgeType.getPoint(part) : null;
  }

  /** What the reader selected. @returns {number[]} */
  centre() {
    return this.network.getSelectedNodes().map((/** @type {string} */ id) => Number(id.slice(1)));
  }

  /** The part of the picture that can be seen. */
  window() {
    const { clientWidth, clientHeight } = byId("picture");
    const from = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const to = this.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  /**
   * Find places for nodes that have none, around `centre`, where nothing stands yet.
   * @param {number[]} nodes
   * @param {number} centre
   */
  settle(nodes, centre) {
    const around = this.places.get(centre) ?? this.network.getViewPosition();
    if (!this.places.has(centre)) this.places.set(centre, around);
    const taken = this.nodes.getIds().map((/** @type {string} */ id) => this.network.getPosition(id));
    taken.push(around);
    let turn = 3;
    for (const node of nodes) {
      if (this.nodes.get(`n${node}`) || node === centre) continue;
      for (;;) {
        turn++;
        const radius = 58 * Math.sqrt(turn);
        const spot = {
          x: Math.round(around.x + 1.35 * radius * Math.cos(turn * GOLDEN_ANGLE)),
          y: Math.round(around.y + radius * Math.sin(turn * GOLDEN_ANGLE)),
        };
        const free = taken.every(
          (/** @type {Point} */ other) => Math.abs(other.x - spot.x) > ROOM.x || Math.abs(other.y - spot.y) > ROOM.y,
        );
        if (!free && turn < 4000) continue;
        this.places.set(node, spot);
        taken.push(spot);
        break;
      }
    }
  }

  /** Bring nodes into view. @param {Iterable<number>} [nodes] all where none are given */
  fit(nodes) {
    const ids = nodes ? [...nodes].map((node) => `n${node}`) : this.nodes.getIds();
    if (!ids.length) return;
    this.network.fit({ nodes: ids, animation: false, maxZoomLevel: 1.3 });
    this.zoom(0.87); // room for the names at the rim
  }

  /** Move the picture only if the node cannot be seen. @param {number} node */
  bringIntoView(node) {
    const place = this.places.get(node);
    const { left, right, top, bottom } = this.window();
    if (!place || (place.x > left && place.x < right && place.y > top && place.y < bottom)) return;
    this.network.moveTo({ position: place });
  }

  /** @param {number} factor */
  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor });
  }
}

/** @param {CanvasRenderingContext2D} context @param {Point} at @param {number} scale @param {string} colour */
function drawCross(context, at, scale, colour) {
  const arm = 6 / scale;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2.5 / scale;
  context.beginPath();
  context.moveTo(at.x - arm, at.y - arm);
  context.lineTo(at.x + arm, at.y + arm);
  context.moveTo(at.x + arm, at.y - arm);
  context.lineTo(at.x - arm, at.y + arm);
  context.stroke();
  context.restore();
}
