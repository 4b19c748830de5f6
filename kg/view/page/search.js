// Search as you type, over every name of every node.

const HITS = 30;

class Search {
  /** @param {Graph} graph @param {(node: number) => void} pick */
  constructor(graph, pick) {
    this.graph = graph;
    this.pick = pick;
    /** Folded names of each node, one a line. @type {string[] | null} */
    this.folded = null;
    /** @type {number[]} */
    this.found = [];
    this.at = -1;
    /** @type {Language} */
    this.language = "th";
    this.input = /** @type {HTMLInputElement} */ (byId("search"));
    this.hits = byId("hits");
    this.input.addEventListener("focus", () => this.prepare());
    this.input.addEventListener("input", () => this.update());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  /** @returns {string[]} */
  prepare() {
    this.folded ??= Array.from({ length: this.graph.size }, (_, node) => this.graph.names(node).map(fold).join("\n"));
    return this.folded;
  }

  /**
   * Nodes that a text may mean, the best first: called so, beginning so, holding it; then the most connected.
   * @param {string} text
   * @returns {number[]}
   */
  find(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    /** @type {[number, number][]} */
    const found = [];
    this.prepare().forEach((names, node) => {
      const at = names.indexOf(wanted);
      if (at < 0) return;
      const framed = `\n${names}\n`;
      const rank = framed.includes(`\n${wanted}\n`) ? 0 : framed.includes(`\n${wanted}`) ? 1 : 2;
      found.push([rank, node]);
    });
    found.sort((a, b) => a[0] - b[0] || this.graph.degree(b[1]) - this.graph.degree(a[1]) || a[1] - b[1]);
    return found.map(([, node]) => node);
  }

  update() {
    const text = this.input.value.trim();
    this.found = this.find(text);
    this.at = -1;
    if (!text) return this.close();
    const { classes, nodes } = this.graph.data;
    const options = this.found.slice(0, HITS).map((node, place) => {
      const kind = classes[nodes.cls[node]];
      const name = this.graph.name(node, this.language);
      const wanted = fold(text);
      const alias = this.graph.names(node).find((other) => other !== name && fold(other).includes(wanted));
      const option = el("div", {
        role: "option", id: `hit-${place}`, "aria-selected": "false", "data-node": String(node),
        mousedown: (event) => { event.preventDefault(); this.choose(place); },
      }, glyph(kind[0]), " ", own(shorten(name, 120)));
      if (alias && !fold(name).includes(wanted)) option.append(" ", el("small", {}, own(shorten(alias, 80))));
      return option;
    });
    const total = this.found.length;
    const note = total === 0 ? say(this.language, "nothing")
      : total > HITS ? say(this.language, "firstHits", HITS, total) : say(this.language, "hits", total);
    this.hits.replaceChildren(...options, el("div", { class: "none", role: "presentation" }, note));
    this.hits.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const count = Math.min(HITS, this.found.length);
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && count) this.choose(Math.max(0, this.at));
    else if (event.key === "ArrowDown" && count) this.mark((this.at + 1) % count);
    else if (event.key === "ArrowUp" && count) this.mark((this.at + count - 1) % count);
    else return;
    event.preventDefault();
  }

  /** @param {number} place */
  mark(place) {
    this.at = place;
    [...this.hits.querySelectorAll("[role=option]")].forEach((option, other) => {
      option.setAttribute("aria-selected", String(other === place));
      if (other === place) option.scrollIntoView({ block: "nearest" });
    });
    this.input.setAttribute("aria-activedescendant", `hit-${place}`);
  }

  /** @param {number} place */
  choose(place) {
    const node = this.found[place];
    this.close();
    this.pick(node);
  }

  close() {
    this.hits.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
