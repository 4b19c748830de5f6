// What vis-network draws: only the visible part, kept in step by small changes.

import { edge, verbOf } from "../claim";
import type { Graph } from "../data";
import type { Line, Marked } from "../scene";
import type { Point } from "../state";
import { byId, LONGEST, plain, shorten } from "../text";
import { type Language, say } from "../words";
import { drawGrounds } from "./groups";
import { Labels, type Name } from "./labels";
import { drawCross, type DrawnNode, drawnLine, drawnNode, drawPin, idOf, nodeSize, type Palette, thingFrom } from "./look";

/** The picture to draw. A thing is an entity by its number, or a folded community `c` as `-1 - c`. */
interface Scene {
  things: readonly number[];
  places: ReadonlyMap<number, Point>;
  lines: readonly Line[];
  marked: Marked;
  chosen: number | null;
  pinned: ReadonlySet<number>;
  grounds: boolean;
  language: Language;
  /** How many entities a folded community stands for here. */
  folded: ReadonlyMap<number, number[]>;
}

const GROUND_COLOURS = ["country", "framework", "person", "meeting", "organization", "place", "initiative", "outcomedocument", "topic"];
/** Half of a name, and its height, in pixels. */
const NAME = { x: 75, y: 45 };
const NAMED_LINES = 24;
const FOUND_SURE = 2;

export class Picture {
  readonly nodes: VisDataSet<DrawnNode>;
  readonly edges: VisDataSet<{ id: string; [option: string]: unknown }>;
  readonly network: VisNetwork;
  readonly labels: Labels;
  palette: Palette;
  scene: Scene | null = null;
  private hovered: number | null = null;
  private order: number[] = [];
  private readonly known = new Map<string, string>();
  private readonly colours = new Map<string, string>();

  constructor(
    container: HTMLElement, options: unknown, private readonly graph: Graph,
    moved: (places: Map<number, Point>) => void,
  ) {
    this.nodes = new vis.DataSet<DrawnNode>([]);
    this.edges = new vis.DataSet<{ id: string }>([]);
    this.palette = this.readColours();
    this.labels = new Labels(getComputedStyle(document.documentElement).getPropertyValue("--thai").trim());
    this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("beforeDrawing", (context) => this.drawUnder(context));
    this.network.on("afterDrawing", (context) => this.drawOver(context));
    this.network.on("dragEnd", (event) => {
      if (!event.nodes.length) return;
      const places = this.network.getPositions(event.nodes);
      moved(new Map(Object.entries(places).map(([id, place]) => [thingFrom(id), place])));
    });
    this.network.on("hoverNode", (event) => { this.hovered = thingFrom(event.node); });
    this.network.on("blurNode", () => { this.hovered = null; });
  }

  /** The colours of the page's style, light or dark as it is now. */
  readColours(): Palette {
    this.colours.clear();
    const [ink, soft, paper, line, denied, accent] =
      ["ink", "soft", "paper", "line", "denied", "accent"].map((name) => this.colour(name));
    this.palette = { ink, soft, paper, line, denied, accent };
    return this.palette;
  }

  colour(name: string): string {
    let colour = this.colours.get(name);
    if (colour === undefined) {
      colour = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
      this.colours.set(name, colour);
    }
    return colour;
  }

  colourOf(thing: number): string {
    if (thing < 0) return this.groundColour(-1 - thing);
    return this.colour(this.graph.kind(thing).toLowerCase()) || this.colour("thing");
  }

  groundColour(community: number): string {
    return this.colour(GROUND_COLOURS[community % GROUND_COLOURS.length]);
  }

  sizeOf(thing: number): number {
    return thing < 0 ? Math.min(44, 18 + 4 * Math.log2((this.scene?.folded.get(-1 - thing)?.length ?? 0) + 1)) : nodeSize(this.graph.degree(thing));
  }

  nameOf(thing: number, language: Language): string {
    if (thing >= 0) return this.graph.name(thing, language);
    const members = this.scene?.folded.get(-1 - thing) ?? [];
    const first = this.graph.ranked(members)[0];
    return first === undefined ? "" : say(language, "communityOf", shorten(plain(this.graph.name(first, language)), LONGEST), members.length - 1);
  }

  /** Draw this and nothing else; what is drawn already and alike is not touched. */
  show(scene: Scene, fit: "all" | readonly number[] | null): void {
    this.scene = scene;
    this.hovered = null;
    // vis-network draws after each of the changes below; once, at the end, is enough.
    this.network.renderer.allowRedraw = false;
    const things = new Set(scene.things.map(idOf));
    const lines = new Map(scene.lines.map((line) => [line.id, line]));
    const perPair = new Map<string, number>();
    for (const line of scene.lines) perPair.set(`${line.a} ${line.b}`, (perPair.get(`${line.a} ${line.b}`) ?? 0) + 1);
    this.forget(this.edges, (id) => lines.has(id));
    this.forget(this.nodes, (id) => things.has(id));
    this.nodes.update(this.changed(scene.things.map((thing) => drawnNode(
      thing, scene.places.get(thing) ?? { x: 0, y: 0 }, this.kindOf(thing), this.colourOf(thing), this.sizeOf(thing), this.palette))));
    this.edges.update(this.changed(scene.lines.map(
      (line) => drawnLine(line, this.moodOf(line), (perPair.get(`${line.a} ${line.b}`) ?? 1) > 1, this.palette))));
    const weight = (thing: number) => (thing < 0 ? Infinity : this.graph.degree(thing));
    this.order = [...scene.things].sort((a, b) => weight(b) - weight(a) || a - b);
    const chosen = scene.chosen !== null && things.has(idOf(scene.chosen)) ? [idOf(scene.chosen)] : [];
    this.network.selectNodes(chosen, false);
    if (fit) this.fit(fit === "all" ? undefined : fit);
    this.network.renderer.allowRedraw = true;
    this.network.redraw();
  }

  /** The thing or line under an event of the picture. */
  hit(event: VisEvent): { thing: number } | { line: Line } | null {
    if (event.nodes.length) return { thing: thingFrom(event.nodes[0]) };
    const named = this.labels.at(event.pointer.canvas);
    if (named !== null) return { thing: named };
    const line = event.edges.length ? this.scene?.lines.find(({ id }) => id === event.edges[0]) : undefined;
    return line ? { line } : null;
  }

  /** A point of a line as it is drawn, bent or not. */
  pointOn(id: string, part: number): Point | null {
    const drawn = this.network.body.edges[id];
    return drawn?.connected ? drawn.edgeType.getPoint(part) : null;
  }

  /** The class of an entity; nothing for a folded community. */
  kindOf(thing: number): string {
    return thing < 0 ? "" : this.graph.kind(thing);
  }

  moodOf(line: Line): string {
    return this.graph.data.moods[line.mood][0];
  }

  placeOf(thing: number): Point {
    return this.network.getPosition(idOf(thing));
  }

  /** The part of the picture that can be seen. */
  window(): { left: number; top: number; right: number; bottom: number } {
    const { clientWidth, clientHeight } = byId("picture");
    const from = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const to = this.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  /** Bring things into view, all where none are given. */
  fit(things?: Iterable<number>): void {
    const ids = things ? [...things].map(idOf).filter((id) => this.nodes.get(id)) : this.nodes.getIds();
    if (!ids.length) return;
    this.network.fit({ nodes: ids, animation: false, maxZoomLevel: 1.3 });
    // Room for the names at the rim, which are as large on the screen whatever the scale.
    const { clientWidth, clientHeight } = byId("picture");
    this.zoom(Math.min(1 - (2 * Math.min(NAME.x, clientWidth / 8)) / clientWidth, 1 - (2 * Math.min(NAME.y, clientHeight / 8)) / clientHeight));
  }

  /** Move the picture only if the thing cannot be seen. */
  bringIntoView(thing: number): void {
    const place = this.scene?.places.get(thing);
    const { left, right, top, bottom } = this.window();
    if (!place || (place.x > left && place.x < right && place.y > top && place.y < bottom)) return;
    this.network.moveTo({ position: place });
  }

  zoom(factor: number): void {
    this.network.moveTo({ scale: this.network.getScale() * factor });
  }

  pan(x: number, y: number): void {
    const at = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
  }

  /** Glide from the places drawn to those of the scene; at once where the reader's system wants no motion. */
  glide(from: ReadonlyMap<number, Point>): void {
    const { scene } = this;
    if (!scene || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const moving = scene.things.filter((thing) => from.has(thing));
    const begun = performance.now();
    const step = () => {
      if (this.scene !== scene) return;
      const part = Math.min(1, (performance.now() - begun) / 350);
      const eased = part * part * (3 - 2 * part);
      for (const thing of moving) {
        const body = this.network.body.nodes[idOf(thing)];
        const a = from.get(thing);
        const b = scene.places.get(thing);
        if (!body || !a || !b) continue;
        body.x = a.x + (b.x - a.x) * eased;
        body.y = a.y + (b.y - a.y) * eased;
      }
      this.network.redraw();
      if (part < 1) requestAnimationFrame(step);
    };
    step();
  }

  verb(line: Line, language: Language): string {
    const { edges } = this.graph.data;
    const kinds = [...new Set(line.claims.map((claim) => edges.p[claim]))];
    const more = kinds.length > 1 ? ` +${kinds.length - 1}` : "";
    return verbOf(this.graph, edge(line.claims[0]), language) + more;
  }

  private forget(set: { getIds(): string[]; remove(ids: string[]): void }, stays: (id: string) => boolean): void {
    const gone = set.getIds().filter((id) => !stays(id));
    for (const id of gone) this.known.delete(id);
    if (gone.length) set.remove(gone);
  }

  /** Those that are not drawn yet or differ from what is drawn. */
  private changed<T extends { id: string }>(items: T[]): T[] {
    return items.filter((item) => {
      const text = JSON.stringify(item);
      if (this.known.get(item.id) === text) return false;
      this.known.set(item.id, text);
      return true;
    });
  }

  private drawUnder(context: CanvasRenderingContext2D): void {
    const { scene } = this;
    if (!scene?.grounds) return;
    const groups = new Map<number, Point[]>();
    for (const thing of scene.things) {
      const community = thing < 0 ? -1 : this.graph.data.nodes.com[thing];
      const body = this.network.body.nodes[idOf(thing)];
      if (community < 0 || !body) continue;
      groups.set(community, [...(groups.get(community) ?? []), { x: body.x, y: body.y }]);
    }
    drawGrounds(context, [...groups].map(([community, places]) => (
      { places, colour: `color-mix(in srgb, ${this.groundColour(community)} 9%, ${this.palette.paper})` })));
  }

  /** Names, pins, crosses on what is denied, and the lines of what the pointer is on. */
  private drawOver(context: CanvasRenderingContext2D): void {
    const { scene } = this;
    if (!scene) return;
    const scale = this.network.getScale();
    if (scene.marked.nodes.size) this.drawMarked(context, scale, scene);
    if (this.hovered !== null) this.drawLines(context, scale, scene.lines.filter(({ a, b }) => a === this.hovered || b === this.hovered));
    const { wanted, sure } = this.wantedNames(scene);
    this.labels.draw(context, scale, wanted, Math.min(sure, FOUND_SURE), this.palette, this.window());
    for (const thing of scene.pinned) {
      const place = scene.places.get(thing);
      if (place && this.nodes.get(idOf(thing))) drawPin(context, { x: place.x, y: place.y - this.sizeOf(thing) }, scale, this.palette);
    }
    for (const line of scene.lines) this.drawOnLine(context, scale, line, scene);
  }

  private wantedNames(scene: Scene): { wanted: Name[]; sure: number } {
    const near = this.hovered === null ? [] : [this.hovered];
    const first = new Set([...near, ...(scene.chosen === null ? [] : [scene.chosen])]);
    const marked = scene.marked.nodes;
    const order = [
      ...first, ...this.order.filter((t) => !first.has(t) && marked.has(t)), ...this.order.filter((t) => !first.has(t) && !marked.has(t)),
    ];
    const { left, right, top, bottom } = this.window();
    const wanted: Name[] = [];
    let sure = 0;
    for (const thing of order) {
      const body = this.network.body.nodes[idOf(thing)];
      if (!body || body.x < left || body.x > right || body.y < top || body.y > bottom) continue;
      if (first.has(thing)) sure++;
      wanted.push({
        node: thing, x: body.x, y: body.y, size: this.sizeOf(thing), text: this.nameOf(thing, scene.language),
        faded: marked.size > 0 && !marked.has(thing) && !first.has(thing),
      });
    }
    return { wanted, sure };
  }

  /**
   * What stands out, over a veil on everything: so a selection changes nothing in vis-network, which
   * takes a tenth of a second to change a few hundred lines.
   */
  private drawMarked(context: CanvasRenderingContext2D, scale: number, scene: Scene): void {
    const { left, top, right, bottom } = this.window();
    context.save();
    context.globalAlpha = 0.72;
    context.fillStyle = this.palette.paper;
    context.fillRect(left, top, right - left, bottom - top);
    context.restore();
    const lines = scene.lines.filter((line) => scene.marked.lines.has(line.id));
    for (const line of lines) this.network.body.edges[line.id]?.draw(context);
    this.drawLines(context, scale, lines);
    for (const thing of scene.marked.nodes) this.network.body.nodes[idOf(thing)]?.draw(context);
  }

  /** Lines in the colour of what stands out, along those that vis-network drew. */
  private drawLines(context: CanvasRenderingContext2D, scale: number, lines: readonly Line[]): void {
    context.save();
    context.lineWidth = 1.8 / scale;
    for (const line of lines) {
      const a = this.network.body.nodes[idOf(line.a)];
      const b = this.network.body.nodes[idOf(line.b)];
      const middle = this.pointOn(line.id, 0.5);
      if (!a || !b || !middle) continue;
      const mood = this.moodOf(line);
      context.strokeStyle = mood === "Negated" ? this.palette.denied : this.palette.accent;
      context.setLineDash(mood === "Planned" ? [7, 5] : []);
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.quadraticCurveTo(2 * middle.x - (a.x + b.x) / 2, 2 * middle.y - (a.y + b.y) / 2, b.x, b.y);
      context.stroke();
    }
    context.restore();
  }

  /** A cross on what is denied; on a line that stands out its verb, if there is room. */
  private drawOnLine(context: CanvasRenderingContext2D, scale: number, line: Line, scene: Scene): void {
    const denied = this.graph.data.moods[line.mood][0] === "Negated";
    const named = scene.marked.lines.has(line.id) && scene.marked.lines.size <= NAMED_LINES;
    if (!denied && !named) return;
    const at = this.pointOn(line.id, 0.5);
    if (!at) return;
    if (denied) {
      const [a, b] = [scene.places.get(line.a), scene.places.get(line.b)];
      const length = a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Infinity;
      const faded = scene.marked.nodes.size > 0 && !scene.marked.lines.has(line.id);
      drawCross(context, at, scale, this.palette.denied, { length, faded });
    }
    if (named) this.labels.drawVerb(context, scale, this.verb(line, scene.language), at, this.palette);
  }
}
