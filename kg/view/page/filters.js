// Legend and filters are one: what is unticked is not shown.

/** @typedef {{classes: Set<number>, properties: Set<number>, moods: Set<number>}} Hidden */

class Filters {
  /**
   * @param {Graph} graph
   * @param {() => void} changed
   */
  constructor(graph, changed) {
    this.graph = graph;
    this.changed = changed;
    /** @type {Hidden} */
    this.hidden = { classes: new Set(), properties: new Set(), moods: new Set() };
    const { classes, properties, moods, nodes, edges } = graph.data;
    /** How many there are in the whole graph. */
    this.totals = {
      classes: tally(classes.length, nodes.cls),
      properties: tally(properties.length, edges.p),
      moods: tally(moods.length, edges.m),
    };
  }

  /** @param {number} node */
  passesNode(node) {
    return !this.hidden.classes.has(this.graph.data.nodes.cls[node]);
  }

  /** @param {number} claim */
  passesClaim(claim) {
    const { p, m } = this.graph.data.edges;
    return !this.hidden.properties.has(p[claim]) && !this.hidden.moods.has(m[claim]);
  }

  /**
   * @param {Language} language
   * @param {{classes: number[], properties: number[], moods: number[]}} shown how many are visible
   */
  render(language, shown) {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : "";
    byId("filters").replaceChildren(
      this.group("classes", language, shown.classes),
      this.group("properties", language, shown.properties),
      this.group("moods", language, shown.moods),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  /** @param {keyof Hidden} kind @param {Language} language @param {number[]} shown */
  group(kind, language, shown) {
    const totals = this.totals[kind];
    const order = this.graph.data[kind].map((_, place) => place).filter((place) => totals[place]);
    if (kind === "properties") order.sort((a, b) => totals[b] - totals[a] || a - b);
    return el("fieldset", {}, el("legend", {}, say(language, kind)), ...order.map((place) => {
      const named = this.graph.data[kind][place];
      const box = /** @type {HTMLInputElement} */ (el("input", {
        type: "checkbox", id: `${kind}-${place}`, "data-term": named[0],
        change: () => {
          if (box.checked) this.hidden[kind].delete(place);
          else this.hidden[kind].add(place);
          this.changed();
        },
      }));
      box.checked = !this.hidden[kind].has(place);
      const count = `${shown[place].toLocaleString("en")}/${totals[place].toLocaleString("en")}`;
      return el("label", {}, box, kind === "classes" ? glyph(named[0]) : null,
        el("span", {}, term(named, language)), el("span", { class: "count" }, count));
    }));
  }
}

/** @param {number} kinds @param {Iterable<number>} column */
function tally(kinds, column) {
  const counts = new Array(kinds).fill(0);
  for (const kind of column) counts[kind]++;
  return counts;
}
