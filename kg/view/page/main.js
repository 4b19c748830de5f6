// The page: what is shown, what is selected, and who is told when either changes.

const AT_ONCE = 40;

/** @typedef {{nodes: any[], edges: any[], options: any, focus: number | null, limit: number, language: Language, title: string, left_out: number}} First */
/** @typedef {{kind: "node", node: number} | {kind: "pair", a: number, b: number} | null} Chosen */

class Explorer {
  /** @param {Graph} graph @param {First} first */
  constructor(graph, first) {
    this.graph = graph;
    this.first = first;
    this.language = first.language;
    /** @type {Set<number>} */
    this.shown = new Set();
    /** @type {Chosen} */
    this.selection = null;
    /** @type {Set<number>} */
    this.visible = new Set();
    /** @type {Line[]} */
    this.lines = [];
    this.filters = new Filters(graph, () => this.render());
    this.picture = new Picture(byId("picture"), first.options, first, graph);
    this.panel = new Panel(graph, {
      select: (node) => this.reveal(node),
      expand: (node) => this.expand(node),
      only: (node) => this.only(node),
      hide: (node) => this.hide(node),
    });
    this.search = new Search(graph, (node) => this.reveal(node));
    this.firstPlaces = new Map(this.picture.places);
    this.listen();
    this.restart();
  }

  listen() {
    const { network } = this.picture;
    network.on("click", (/** @type {any} */ event) => this.clicked(event));
    network.on("doubleClick", (/** @type {any} */ event) => {
      const node = this.nodeAt(event);
      if (node !== null) this.expand(node);
    });
    byId("zoom-in").addEventListener("click", () => this.picture.zoom(1.3));
    byId("zoom-out").addEventListener("click", () => this.picture.zoom(1 / 1.3));
    byId("fit").addEventListener("click", () => this.picture.fit());
    byId("restart").addEventListener("click", () => this.restart());
    byId("language").addEventListener("click", () => {
      this.language = this.language === "th" ? "en" : "th";
      this.render();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.picture.readColours();
      this.render();
    });
  }

  /** Back to what the page opened with. */
  restart() {
    this.picture.places = new Map(this.firstPlaces);
    this.shown = new Set(this.firstPlaces.keys());
    const { focus } = this.first;
    this.selection = focus === null ? null : { kind: "node", node: focus };
    this.render();
    this.picture.fit();
  }

  /** @param {any} event */
  nodeAt(event) {
    if (event.nodes.length) return Number(event.nodes[0].slice(1));
    return this.picture.labels.at(event.pointer.canvas);
  }

  /** @param {any} event */
  clicked(event) {
    const node = this.nodeAt(event);
    const line = event.edges.length ? this.picture.lines.get(event.edges[0]) : undefined;
    if (node !== null) this.select({ kind: "node", node });
    else if (line) this.select({ kind: "pair", a: line.a, b: line.b });
    else this.select(null);
  }

  /** @param {Chosen} selection */
  select(selection) {
    this.selection = selection;
    this.panel.openTab(0);
    this.render();
  }

  /** Select a node; if it is not shown, show it with what it hangs on. @param {number} node */
  reveal(node) {
    this.filters.hidden.classes.delete(this.graph.data.nodes.cls[node]);
    if (!this.shown.has(node)) {
      const around = this.graph.neighbours(node);
      const anchor = around.find((other) => this.shown.has(other));
      if (anchor !== undefined) this.picture.settle([node], anchor);
      this.shown.add(node);
      if (anchor === undefined) this.add(node, around.slice(0, 12));
    }
    this.select({ kind: "node", node });
    this.picture.bringIntoView(node);
  }

  /** @param {number} centre @param {number[]} nodes */
  add(centre, nodes) {
    const fresh = nodes.filter((node) => !this.shown.has(node));
    this.picture.settle(fresh, centre);
    for (const node of fresh) this.shown.add(node);
    return fresh;
  }

  /** Neighbours that are not shown. @param {number} node */
  unseen(node) {
    return this.graph.neighbours(node).filter((other) => !this.shown.has(other));
  }

  /** @param {number} node */
  expand(node) {
    const fresh = this.add(node, this.unseen(node).slice(0, AT_ONCE));
    this.select({ kind: "node", node });
    if (fresh.length) this.picture.fit([node, ...this.graph.neighbours(node).filter((other) => this.visible.has(other))]);
  }

  /** @param {number} node */
  only(node) {
    this.shown = new Set([node]);
    this.picture.places = new Map([[node, { x: 0, y: 0 }]]);
    this.picture.nodes.clear();
    this.add(node, this.graph.neighbours(node).slice(0, AT_ONCE));
    this.select({ kind: "node", node });
    this.picture.fit();
  }

  /** @param {number} node */
  hide(node) {
    this.shown.delete(node);
    this.picture.places.delete(node);
    this.select(null);
  }

  /** Claims between visible nodes, one line for all of one mood between two. @returns {Line[]} */
  visibleLines() {
    const { s, t, m } = this.graph.data.edges;
    /** @type {Map<string, Line>} */
    const lines = new Map();
    for (const node of this.visible) {
      for (const claim of this.graph.claimsOf(node)) {
        if (s[claim] !== node || s[claim] === t[claim]) continue;
        if (!this.visible.has(t[claim]) || !this.filters.passesClaim(claim)) continue;
        const [a, b] = s[claim] < t[claim] ? [s[claim], t[claim]] : [t[claim], s[claim]];
        const id = `e${a}-${b}-${m[claim]}`;
        const line = lines.get(id) ?? { id, a, b, mood: m[claim], claims: [] };
        line.claims.push(claim);
        lines.set(id, line);
      }
    }
    return [...lines.values()];
  }

  /** What stands out because of the selection. */
  marked() {
    const nodes = new Set();
    const lines = new Set();
    const chosen = this.selection;
    if (chosen === null) return { nodes, lines };
    const isChosen = (/** @type {Line} */ line) => chosen.kind === "node"
      ? line.a === chosen.node || line.b === chosen.node
      : line.a === Math.min(chosen.a, chosen.b) && line.b === Math.max(chosen.a, chosen.b);
    for (const line of this.lines.filter(isChosen)) {
      lines.add(line.id);
      nodes.add(line.a).add(line.b);
    }
    if (chosen.kind === "node") nodes.add(chosen.node);
    return { nodes, lines };
  }

  render() {
    const { language, graph, filters } = this;
    document.documentElement.lang = language;
    this.visible = new Set([...this.shown].filter((node) => filters.passesNode(node)));
    this.lines = this.visibleLines();
    this.picture.language = language;
    this.search.language = language;
    this.picture.show(this.visible, this.lines, this.marked());
    const chosen = this.selection;
    const ids = chosen?.kind === "node" && this.visible.has(chosen.node) ? [`n${chosen.node}`] : [];
    this.picture.network.selectNodes(ids, false);
    this.say();
    const claims = this.lines.flatMap((line) => line.claims);
    const { classes, properties, moods, nodes, edges } = graph.data;
    filters.render(language, {
      classes: tally(classes.length, [...this.visible].map((node) => nodes.cls[node])),
      properties: tally(properties.length, claims.map((claim) => edges.p[claim])),
      moods: tally(moods.length, claims.map((claim) => edges.m[claim])),
    });
    if (chosen === null) this.panel.showOverview(language, this.first.left_out);
    else if (chosen.kind === "node") this.panel.showNode(chosen.node, language, this.unseen(chosen.node).length);
    else this.panel.showPair(chosen.a, chosen.b, language);
    this.panel.showList([...this.visible], chosen?.kind === "node" ? chosen.node : null, language);
    byId("status").textContent = say(language, "status", this.visible.size, graph.size, claims.length, graph.claims,
      graph.size - this.visible.size);
  }

  /** The page's own words in the language chosen. */
  say() {
    const { language } = this;
    for (const element of document.querySelectorAll("[data-words]")) {
      element.textContent = say(language, element.getAttribute("data-words") ?? "");
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", say(language, element.getAttribute("data-label") ?? ""));
    }
    byId("language").textContent = say(language, "other");
    byId("language").setAttribute("lang", language === "th" ? "en" : "th");
    this.search.input.placeholder = say(language, "search");
    this.search.input.setAttribute("aria-label", say(language, "search"));
  }
}

async function start() {
  const first = /** @type {First} */ (JSON.parse(byId("first-picture").textContent ?? ""));
  const status = byId("status");
  status.textContent = say(first.language, "loading");
  try {
    const graph = new Graph(await unpack(byId("graph-data").textContent ?? ""));
    const explorer = new Explorer(graph, first);
    // For tests and the curious: where a node, or a line that no name covers, stands in the picture's element.
    const { picture } = explorer;
    Object.assign(globalThis, { thut: Object.freeze({
      graph, explorer,
      /** @param {number} node */
      at: (node) => picture.network.canvasToDOM(picture.network.getPosition(`n${node}`)),
      /** @param {string} id */
      on: (id) => {
        const points = [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => picture.pointOn(id, part));
        const free = points.find((point) => point && picture.labels.at(point) === null);
        return free ? picture.network.canvasToDOM(free) : null;
      },
    }) });
    document.documentElement.dataset.ready = "true";
  } catch (error) {
    status.textContent = say(first.language, "broken", String(error));
    status.className = "problem";
    throw error;
  }
}

start();
