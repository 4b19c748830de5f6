// What is shown and what is selected; every act of the reader goes through here and can be taken back.

import type { Graph } from "./data";
import { ALL, type Filter, isOpen, judge, type Passing } from "./filters";
import { middle, relax, settle } from "./picture/layout";
import { Ways } from "./paths";
import { Picture } from "./picture/picture";
import type { First } from "./first";
import { type Found, Remote } from "./remote";
import { addTo, communityOf, foldedIn, type Line, linesBetween, type Marked, markedBy, markedWays, pairs, type Reach, reachOf, thingOf, without } from "./scene";
import { Index } from "./search";
import { type Chosen, decode, History, type Mode, type Point, type View } from "./state";
import { byId, LONGEST, shorten } from "./text";
import { type Language, say } from "./words";

/** How many neighbours one act brings in at most; the others are told of and come with the next. */
const AT_ONCE = 40;
const WITH_A_STRANGER = 12;

type Tab = "details" | "list";

export class Explorer {
  readonly picture: Picture;
  readonly index: Index;
  readonly ways: Ways;
  /** Where more of the graph comes from; null where all of it is in the page. */
  readonly remote: Remote | null;
  language: Language;
  passing: Passing;
  /** The entities and lines that are drawn or listed now. */
  visible: ReadonlySet<number> = new Set();
  lines: Line[] = [];
  tab: Tab = "details";
  grounds: boolean;
  /** What was done last, for a screen reader. */
  notice = "";
  private judged: Filter | null = null;
  private readonly history: History;
  private readonly opening: View;
  private readonly listeners = new Set<() => void>();

  constructor(readonly graph: Graph, readonly first: First) {
    const places = new Map(first.nodes.map(({ id, x, y }) => [Number(id.slice(1)), { x, y }]));
    this.opening = {
      shown: new Set(places.keys()), places, pinned: new Set(), folded: new Set(),
      chosen: first.focus === null ? null : { kind: "node", node: first.focus }, filter: ALL, mode: "picture",
    };
    this.grounds = first.focus === null;
    this.language = first.language;
    this.index = new Index(graph);
    this.ways = new Ways(graph);
    this.remote = first.totals ? new Remote(graph, first.totals) : null;
    const linked = decode(location.hash, first.mark, graph.size);
    if (linked?.language === "th" || linked?.language === "en") this.language = linked.language;
    this.history = new History(linked?.view ?? this.opening);
    this.passing = judge(graph, this.view.filter);
    this.judged = this.view.filter;
    this.picture = new Picture(byId("picture"), first.options, graph, (moved) => this.moved(moved));
    this.render("all");
  }

  get view(): View {
    return this.history.now;
  }

  get canGoBack(): boolean {
    return this.history.canGoBack;
  }

  get canGoForward(): boolean {
    return this.history.canGoForward;
  }

  /** Be told when anything changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  passesClaim = (claim: number): boolean => this.passing.claims[claim] === 0;

  // ---- acts of the reader -------------------------------------------------------------------

  /** Back to what the page opened with; one step, like any other. */
  restart(): void {
    this.go(this.opening, { fit: "all" });
  }

  /** Take the last step back, or go forward again. */
  travel(way: "back" | "forward"): void {
    this.history[way]();
    this.notice = "";
    this.render("all");
  }

  select(chosen: Chosen | null): void {
    const go = () => {
      this.tab = "details";
      this.go({ ...this.view, chosen });
    };
    const { remote } = this;
    if (remote && chosen?.kind === "path" && chosen.to !== null) this.wait(remote.ways(chosen.from, chosen.to), go);
    else go();
  }

  /** Entities that a text may mean. */
  find(text: string): Found | Promise<Found> {
    if (this.remote && text) return this.remote.find(text);
    const nodes = this.index.find(text);
    return { nodes, total: nodes.length };
  }

  setTab(tab: Tab): void {
    this.tab = tab;
    this.tell();
  }

  setMode(mode: Mode): void {
    this.go({ ...this.view, mode }, { fit: mode === "picture" ? "all" : null });
  }

  setFilter(change: Partial<Filter>): void {
    this.go({ ...this.view, filter: { ...this.view.filter, ...change } });
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.render();
  }

  /** Read the colours of the page's style again. */
  recolour(): void {
    this.picture.readColours();
    this.render();
  }

  toggleGrounds(): void {
    this.grounds = !this.grounds;
    this.render();
  }

  /** Select an entity; if it is not shown, show it with what it hangs on. A path that has no end yet ends there. */
  reveal(node: number): void {
    if (this.endPath(node)) return;
    this.need([node], () => this.show(node));
  }

  private endPath(node: number): boolean {
    const { chosen } = this.view;
    if (chosen?.kind !== "path" || chosen.to !== null || chosen.from === node) return false;
    this.select({ ...chosen, to: node });
    return true;
  }

  private show(node: number): void {
    let view = this.letThrough(node);
    if (!view.shown.has(node)) {
      const around = this.graph.neighbours(node);
      const anchor = around.find((other) => view.shown.has(other));
      view = addTo(view, [node, ...(anchor === undefined ? around.slice(0, WITH_A_STRANGER) : [])], anchor ?? node);
    }
    const community = this.graph.data.nodes.com[node];
    if (view.folded.has(community)) view = { ...view, folded: without(view.folded, [community]) };
    this.tab = "details";
    this.go({ ...view, chosen: { kind: "node", node } });
    if (view.mode === "picture") this.picture.bringIntoView(node);
  }

  /** What an entity could unfold and fold now. */
  reach(node: number): Reach {
    return reachOf(this.graph, this.view.shown, node, this.passesClaim);
  }

  /** Bring in neighbours of an entity, a number at a time; of one kind of relation where one is named. */
  expand(node: number, way?: string): void {
    const reach = this.reach(node);
    const fresh = (way === undefined ? reach.unseen : reach.unseenBy.get(way) ?? []).slice(0, AT_ONCE);
    this.tab = "details";
    this.go({ ...addTo(this.view, fresh, node), chosen: { kind: "node", node } }, {
      notice: say(this.language, "brought", fresh.length), fit: fresh.length ? [node, ...fresh] : null,
    });
  }

  /** Take away what hangs on an entity alone; of one kind of relation where one is named. */
  fold(node: number, way?: string): void {
    const reach = this.reach(node);
    const gone = way === undefined ? reach.leaves : reach.leavesBy.get(way) ?? [];
    this.go({ ...this.view, shown: without(this.view.shown, gone), chosen: { kind: "node", node } }, {
      notice: say(this.language, "taken", gone.length),
    });
  }

  foldCommunity(community: number): void {
    this.go({ ...this.view, folded: new Set([...this.view.folded, community]), chosen: { kind: "community", community } });
  }

  unfoldCommunity(community: number): void {
    this.go({ ...this.view, folded: without(this.view.folded, [community]), chosen: { kind: "community", community } });
  }

  /** Bring in members of a community, the most connected first, a number at a time. */
  showCommunity(community: number): void {
    const fresh = this.graph.members(community).filter((node) => !this.view.shown.has(node) && this.passing.nodes[node]).slice(0, AT_ONCE);
    const anchor = this.graph.members(community).find((node) => this.view.shown.has(node)) ?? fresh[0];
    if (anchor === undefined) return;
    const view = addTo(this.view, fresh, anchor);
    this.go({ ...view, folded: without(view.folded, [community]), chosen: { kind: "community", community } }, {
      fit: this.graph.members(community).filter((node) => view.shown.has(node)),
    });
  }

  /** Nothing but these, laid out anew. */
  only(nodes: readonly number[], chosen: Chosen | null): void {
    const [centre, ...rest] = nodes;
    const places = new Map([[centre, { x: 0, y: 0 }], ...settle(rest, { x: 0, y: 0 }, [])]);
    const shown = new Set(nodes);
    this.go({ ...this.view, mode: "picture", shown, pinned: new Set(), folded: new Set(), places: relax(places, pairs(this.graph, shown, this.passesClaim), new Set(), centre), chosen }, { fit: "all" });
  }

  onlyAround(node: number): void {
    this.need([node], () => this.only([node, ...this.graph.neighbours(node, this.passesClaim).slice(0, AT_ONCE)], { kind: "node", node }));
  }

  /** Nothing but what the filters let through, the most connected of it, laid out anew. */
  showPassing(): void {
    const { degrees, nodes } = this.passing;
    const most = this.graph.byDegree.filter((node) => nodes[node]).sort((a, b) => degrees[b] - degrees[a] || a - b);
    if (most.length) this.only(most.slice(0, this.first.limit), null);
  }

  /** Bring a set of entities into the picture and into view. */
  bring(nodes: readonly number[]): void {
    const anchor = nodes.find((node) => this.view.shown.has(node)) ?? nodes[0];
    this.go({ ...addTo(this.view, nodes, anchor), mode: "picture" }, { fit: nodes });
  }

  hide(node: number): void {
    this.go({ ...this.view, shown: without(this.view.shown, [node]), pinned: without(this.view.pinned, [node]), chosen: null });
  }

  pin(node: number, pinned: boolean): void {
    this.go({ ...this.view, pinned: pinned ? new Set([...this.view.pinned, node]) : without(this.view.pinned, [node]) });
  }

  /** Lay out again; what is pinned stays, and what is chosen stays where it is. */
  layOut(): void {
    const { view } = this;
    const standing = new Map([...view.places].filter(([node]) => this.visible.has(node)));
    const chosen = view.chosen?.kind === "node" ? view.chosen.node : null;
    const laid = relax(standing, pairs(this.graph, this.visible, this.passesClaim), new Set([...view.pinned].filter((node) => this.visible.has(node))), chosen);
    this.go({ ...view, places: new Map([...view.places, ...laid]) });
    this.picture.glide(standing);
  }

  announce(text: string): void {
    this.notice = text;
    this.tell();
  }

  // ---- what follows from a view -------------------------------------------------------------

  /** What is drawn for an entity: itself, or the folded community that it is in. */
  thing = (node: number): number => {
    const community = this.graph.data.nodes.com[node];
    return community >= 0 && this.view.folded.has(community) ? thingOf(community) : node;
  };

  /** The name of something drawn. */
  thingName(thing: number): string {
    return shorten(this.picture.nameOf(thing, this.language), LONGEST);
  }

  /** The things drawn, the most connected first. */
  get things(): number[] {
    return [...new Set(this.graph.ranked(this.visible).map((node) => this.thing(node)))];
  }

  selectThing(thing: number): void {
    const community = communityOf(thing);
    if (community === null && this.endPath(thing)) return;
    this.select(community === null ? { kind: "node", node: thing } : { kind: "community", community });
  }

  selectLine(line: Line): void {
    const community = [line.a, line.b].map(communityOf).find((c) => c !== null);
    if (community !== undefined && community !== null) this.select({ kind: "community", community });
    else this.select({ kind: "pair", a: line.a, b: line.b });
  }

  private moved(places: Map<number, Point>): void {
    const next = new Map(this.view.places);
    const pinned = new Set(this.view.pinned);
    for (const [thing, place] of places) {
      const community = communityOf(thing);
      if (community === null) {
        next.set(thing, { x: Math.round(place.x), y: Math.round(place.y) });
        pinned.add(thing);
        continue;
      }
      const members = foldedIn(this.visible, this.thing).get(community) ?? [];
      const at = middle(members.map((node) => next.get(node) ?? place));
      for (const node of members) {
        const old = next.get(node) ?? at;
        next.set(node, { x: Math.round(old.x + place.x - at.x), y: Math.round(old.y + place.y - at.y) });
      }
    }
    this.go({ ...this.view, places: next, pinned });
  }

  /** A view in which the filter does not hide an entity. */
  private letThrough(node: number): View {
    const { view } = this;
    if (this.passing.nodes[node]) return view;
    const classes = without(view.filter.classes, [this.graph.data.nodes.cls[node]]);
    const filter = { ...view.filter, classes };
    return judge(this.graph, filter).nodes[node] ? { ...view, filter } : { ...view, filter: ALL };
  }

  /** A step of the reader: a new view, what to say of it, and what to bring into view. */
  go(view: View, { notice = "", fit = null }: { notice?: string; fit?: "all" | readonly number[] | null } = {}): void {
    const before = this.view;
    // Between all that is shown every line is drawn, so all claims of it must be here.
    this.need([...view.shown], () => {
      // Where the reader went on while the server was asked, what he did last counts.
      if (this.view !== before) return;
      this.notice = notice;
      this.history.go(view);
      this.render(fit);
    });
  }

  /** Do something when all claims of these entities are here: at once, or after the server gave them. */
  private need(nodes: readonly number[], act: () => void): void {
    const missing = this.remote ? nodes.filter((node) => !this.graph.isWhole(node)) : [];
    if (this.remote && missing.length) this.wait(this.remote.load(missing), act);
    else act();
  }

  private wait(more: Promise<void>, act: () => void): void {
    this.announce(say(this.language, "loading"));
    more.then(() => {
      this.judged = null;
      this.notice = "";
      act();
    }, (error: unknown) => this.announce(say(this.language, "noAnswer", String(error))));
  }

  render(fit: "all" | readonly number[] | null = null): void {
    const { view, graph } = this;
    document.documentElement.lang = this.language;
    if (this.judged !== view.filter) {
      this.passing = judge(graph, view.filter);
      this.judged = view.filter;
    }
    this.visible = new Set([...view.shown].filter((node) => this.passing.nodes[node]));
    this.lines = linesBetween(graph, this.visible, this.thing, this.passesClaim);
    const folded = foldedIn(this.visible, this.thing);
    const places = new Map<number, Point>();
    for (const thing of this.things) {
      const community = communityOf(thing);
      const members = community === null ? [thing] : folded.get(community) ?? [];
      places.set(thing, middle(members.map((node) => view.places.get(node) ?? { x: 0, y: 0 })));
    }
    const chosen = view.chosen?.kind === "node" ? this.thing(view.chosen.node)
      : view.chosen?.kind === "community" && folded.has(view.chosen.community) ? thingOf(view.chosen.community) : null;
    this.picture.show({
      things: [...places.keys()], places, lines: this.lines, marked: this.marked(), chosen,
      pinned: view.pinned, grounds: this.grounds, language: this.language, folded,
    }, fit);
    this.tell();
  }

  private marked(): Marked {
    const { chosen } = this.view;
    if (chosen?.kind !== "path") return markedBy(this.graph, chosen, this.lines, this.visible, this.thing);
    const { from, to } = chosen;
    const ways = to === null ? [] : this.ways.between(from, to, this.passing).found;
    return markedWays([from, ...(to === null ? [] : [to])], ways, this.lines, this.visible, this.thing);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** How many entities and relations the whole graph has, here or not. */
  get totals(): { entities: number; claims: number } {
    return this.remote?.totals ?? { entities: this.graph.size, claims: this.graph.claims };
  }

  /** How many entities a community has in the whole graph. */
  communitySize(community: number): number {
    return (this.remote?.totals.communities ?? this.graph.communities)[community] ?? 0;
  }

  /** How many entities the filter stops, of those that are here. */
  get stopped(): number {
    return isOpen(this.view.filter) ? 0 : this.graph.size - this.passing.nodeCount;
  }
}
