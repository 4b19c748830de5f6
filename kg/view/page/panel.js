// The panel: what is known of the selection, each fact with the words behind it; and the textual list.

const OPEN_AT_ONCE = 12;
const PER_GROUP = 30;

/** @typedef {{select: (node: number) => void, expand: (node: number) => void, only: (node: number) => void, hide: (node: number) => void}} Acts */

class Panel {
  /** @param {Graph} graph @param {Acts} acts */
  constructor(graph, acts) {
    this.graph = graph;
    this.acts = acts;
    this.details = byId("details");
    this.list = byId("list");
    const tabs = [byId("tab-details"), byId("tab-list")];
    tabs.forEach((tab, place) => {
      tab.addEventListener("click", () => this.openTab(place));
      tab.addEventListener("keydown", (event) => {
        if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
        this.openTab(1 - place);
        tabs[1 - place].focus();
      });
    });
  }

  /** @param {number} place 0 details, 1 list */
  openTab(place) {
    [["tab-details", this.details], ["tab-list", this.list]].forEach(([tab, body], at) => {
      const button = byId(/** @type {string} */ (tab));
      button.setAttribute("aria-selected", String(at === place));
      button.tabIndex = at === place ? 0 : -1;
      /** @type {HTMLElement} */ (body).hidden = at !== place;
    });
  }

  /** New contents; who was in the old ones with the keyboard starts at the heading. @param {...(Node | string)} parts */
  replace(...parts) {
    const inside = this.details.contains(document.activeElement);
    this.details.replaceChildren(...parts);
    byId("panel").scrollTop = 0;
    if (inside) this.details.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** A node's name that selects it. @param {number} node @param {Language} language */
  nodeLink(node, language) {
    return el("button", { type: "button", class: "link", "data-node": String(node), click: () => this.acts.select(node) },
      own(this.graph.name(node, language)));
  }

  /** @param {number} node @param {Language} language */
  kindLine(node, language) {
    const { classes, subclasses, nodes } = this.graph.data;
    const [kind] = classes[nodes.cls[node]];
    const sub = subclasses[nodes.sub[node]];
    return el("p", { class: "kind" }, glyph(kind), term(classes[nodes.cls[node]], language),
      sub[0] === kind ? null : ` · ${term(sub, language)}`);
  }

  /** @param {number} node @param {Language} language @param {number} unseen neighbours that are not shown */
  showNode(node, language, unseen) {
    const { graph } = this;
    const { nodes } = graph.data;
    const name = graph.name(node, language);
    const others = [nodes.th[node], nodes.en[node]].filter((other) => other && other !== name);
    const aliases = nodes.aliases[node].filter((alias) => alias !== name);
    const also = el("p", { class: "meta" });
    if (aliases.length) {
      also.append(`${say(language, "also")}: `);
      aliases.forEach((alias, place) => also.append(place ? " · " : "", own(alias)));
    }
    this.replace(
      this.kindLine(node, language),
      el("h2", { tabindex: "-1" }, own(name)),
      ...others.map((other) => el("p", { class: "other" }, own(other))),
      also,
      nodes.wd[node] ? el("p", { class: "meta" }, el("a", {
        href: `https://www.wikidata.org/wiki/${nodes.wd[node]}`, rel: "noopener noreferrer", target: "_blank",
      }, `Wikidata ${nodes.wd[node]}`)) : "",
      el("div", { class: "actions" },
        unseen ? el("button", { type: "button", id: "expand", click: () => this.acts.expand(node) }, say(language, "expand", unseen)) : null,
        el("button", { type: "button", click: () => this.acts.only(node) }, say(language, "only")),
        el("button", { type: "button", click: () => this.acts.hide(node) }, say(language, "hide"))),
      ...this.factParts(node, language),
      ...this.claimGroups(node, language),
    );
  }

  /** @param {number} node @param {Language} language */
  factParts(node, language) {
    const { facts } = this.graph.data;
    const parts = [...this.graph.factsOf(node)].map((fact) => claimPart(this.graph, language, {
      subject: own(this.graph.name(node, language)), property: facts.p[fact],
      object: own(valueText(this.graph, facts.v[fact], language)), mood: facts.m[fact],
      confidence: facts.c[fact], quotations: facts.q[fact], unstated: false,
    }));
    return parts.length > PER_GROUP
      ? [...parts.slice(0, PER_GROUP), later(language, parts.slice(PER_GROUP), (part) => part)]
      : parts;
  }

  /** Claims by property and direction, few of them open at once. @param {number} node @param {Language} language */
  claimGroups(node, language) {
    const { edges, properties } = this.graph.data;
    /** @type {Map<string, number[]>} */
    const groups = new Map();
    const claims = this.graph.claimsOf(node);
    for (const claim of claims) {
      const key = `${edges.p[claim]} ${edges.s[claim] === node ? "" : "←"}`;
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
    return [...groups].map(([key, members], place) => {
      const word = term(properties[Number(key.split(" ")[0])], language);
      const title = key.endsWith("←") ? `… ${word}` : `${word} …`;
      const group = /** @type {HTMLDetailsElement} */ (el("details", {}, el("summary", {}, `${title} (${members.length.toLocaleString("en")})`)));
      const fill = () => {
        if (group.childElementCount > 1) return;
        group.append(...members.slice(0, PER_GROUP).map((claim) => this.edgePart(claim, language)));
        const rest = members.slice(PER_GROUP);
        if (rest.length) group.append(later(language, rest, (claim) => this.edgePart(claim, language)));
      };
      group.addEventListener("toggle", () => group.open && fill());
      if (claims.length <= OPEN_AT_ONCE || place === 0) {
        group.open = true;
        fill();
      }
      return group;
    });
  }

  /** @param {number} claim @param {Language} language */
  edgePart(claim, language) {
    const { edges } = this.graph.data;
    return claimPart(this.graph, language, {
      subject: this.nodeLink(edges.s[claim], language), property: edges.p[claim],
      object: this.nodeLink(edges.t[claim], language), mood: edges.m[claim], confidence: edges.c[claim],
      quotations: edges.q[claim], unstated: edges.u[claim] === 1,
    });
  }

  /** Everything said between two nodes. @param {number} a @param {number} b @param {Language} language */
  showPair(a, b, language) {
    const claims = this.graph.claimsOf(a).filter((claim) => this.graph.otherEnd(claim, a) === b);
    const parts = claims.slice(0, PER_GROUP).map((claim) => this.edgePart(claim, language));
    const rest = claims.slice(PER_GROUP);
    this.replace(
      el("p", { class: "kind" }, say(language, "between")),
      el("h2", { tabindex: "-1" }, this.nodeLink(a, language), " — ", this.nodeLink(b, language)),
      ...parts,
      ...(rest.length ? [later(language, rest, (claim) => this.edgePart(claim, language))] : []),
    );
  }

  /** The graph as a whole. @param {Language} language @param {number} leftOut */
  showOverview(language, leftOut) {
    const { graph } = this;
    const { documents, facts, classes, nodes } = graph.data;
    const dates = documents.map((document) => document[2]).filter((date) => /^\d{4}/.test(date)).sort();
    /** @type {[string, string][]} */
    const figures = [
      [graph.size.toLocaleString("en"), say(language, "entities")],
      [(graph.claims + facts.n.length).toLocaleString("en"), say(language, "claims")],
      [documents.length.toLocaleString("en"), say(language, "documents")],
    ];
    if (leftOut) figures.push([leftOut.toLocaleString("en"), say(language, "leftOut")]);
    const span = dates.length ? `${sayDate(language, dates[0])} – ${sayDate(language, dates[dates.length - 1])}` : "";
    /** @type {number[][]} */
    const byClass = classes.map(() => []);
    for (let node = 0; node < graph.size; node++) byClass[nodes.cls[node]].push(node);
    const parts = classes.flatMap((kind, place) => {
      const top = byClass[place].filter((node) => graph.degree(node)).sort((a, b) => graph.degree(b) - graph.degree(a) || a - b).slice(0, 5);
      if (!top.length) return [];
      return [
        el("h3", {}, glyph(kind[0]), ` ${term(kind, language)}`),
        el("ul", {}, ...top.map((node) => el("li", {}, this.nodeLink(node, language),
          el("span", { class: "meta" }, ` ${graph.degree(node).toLocaleString("en")}`)))),
      ];
    });
    this.details.replaceChildren(
      el("dl", { class: "figures" }, ...figures.flatMap(([n, word]) => [el("dt", {}, n), el("dd", {}, word)])),
      span ? el("p", { class: "meta" }, `${say(language, "dates")}: ${span}`) : "",
      el("p", { class: "meta" }, say(language, "hint")),
      el("h2", {}, say(language, "top")),
      ...parts,
    );
  }

  /** The picture as text: what is visible, by class. @param {number[]} visible @param {number | null} current @param {Language} language */
  showList(visible, current, language) {
    const { graph } = this;
    const { classes, nodes } = graph.data;
    const collator = new Intl.Collator(language);
    const parts = classes.flatMap((kind, place) => {
      const members = visible.filter((node) => nodes.cls[node] === place)
        .sort((a, b) => collator.compare(graph.name(a, language), graph.name(b, language)) || a - b);
      if (!members.length) return [];
      return [
        el("h3", {}, glyph(kind[0]), ` ${term(kind, language)} (${members.length})`),
        el("ul", {}, ...members.map((node) => el("li", {}, el("button", {
          type: "button", "data-node": String(node), "aria-current": node === current ? "true" : null,
          click: () => { this.acts.select(node); this.openTab(0); this.details.focus(); },
        }, own(graph.name(node, language)))))),
      ];
    });
    this.list.replaceChildren(...parts);
  }
}
