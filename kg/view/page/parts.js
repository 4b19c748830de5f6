// Pieces of the panel: the sign of a class, a claim as a sentence, a quotation with its document.

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = /** @type {Record<string, string>} */ ({
  dot: "M8 2a6 6 0 1 0 .01 0z",
  square: "M3 3h10v10H3z",
  diamond: "M8 1l7 7-7 7-7-7z",
  hexagon: "M4.2 2h7.6L15 8l-3.2 6H4.2L1 8z",
  triangle: "M8 2l7 12H1z",
  triangleDown: "M8 14L1 2h14z",
  star: "M8 1l2.1 4.9 5.3.4-4 3.5 1.2 5.2L8 12.2 3.4 15l1.2-5.2-4-3.5 5.3-.4z",
});

/**
 * The sign of a class, as in the picture.
 * @param {string} kind
 * @returns {SVGElement}
 */
function glyph(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINES[SHAPES[kind] ?? "dot"]);
  const known = getComputedStyle(document.documentElement).getPropertyValue(`--${kind.toLowerCase()}`);
  path.setAttribute("fill", `var(--${known ? kind.toLowerCase() : "thing"})`);
  svg.append(path);
  return svg;
}

/**
 * A quotation, and the document that it stands in.
 * @param {Graph} graph
 * @param {number} quotation
 * @param {Language} language
 * @returns {HTMLElement}
 */
function quotationPart(graph, quotation, language) {
  const [documents, begins, ends, quotes] = graph.data.quotations;
  const [iri, title, issued, link] = graph.data.documents[documents[quotation]];
  const href = safeLink(link);
  const name = own(title || `${say(language, "untitled")} ${iri.split("/").pop()}`);
  const source = href
    ? el("a", { href, rel: "noopener noreferrer", target: "_blank", title: say(language, "open") }, name)
    : name;
  const footer = el("footer", {}, source);
  if (issued) footer.append(` · ${sayDate(language, issued)}`);
  if (begins[quotation] >= 0) {
    footer.append(` · ${say(language, "chars")} ${begins[quotation]}–${ends[quotation]}`);
  }
  return el("blockquote", {}, el("span", { class: "quote", dir: "auto", lang: "th" }, quotes[quotation]), footer);
}

/**
 * Quotations of a claim: the first few, the others on demand.
 * @param {Graph} graph
 * @param {number[]} quotations
 * @param {Language} language
 * @param {string} none what to say where there are none
 * @returns {Node[]}
 */
function quotationParts(graph, quotations, language, none) {
  if (!quotations.length) return [el("p", { class: "meta" }, none)];
  const first = quotations.slice(0, 2).map((quotation) => quotationPart(graph, quotation, language));
  const rest = quotations.slice(2);
  return rest.length ? [...first, later(language, rest, (q) => quotationPart(graph, q, language))] : first;
}

/**
 * A button that shows further items in its place, a hundred at a time.
 * @template T
 * @param {Language} language
 * @param {T[]} items
 * @param {(item: T) => Node} make
 * @returns {HTMLElement}
 */
function later(language, items, make) {
  const button = el("button", {
    type: "button",
    click: () => {
      const parts = items.slice(0, 100).map(make);
      const rest = items.slice(100);
      button.replaceWith(...parts, ...(rest.length ? [later(language, rest, make)] : []));
      if (parts[0] instanceof HTMLElement) {
        parts[0].tabIndex = -1;
        parts[0].focus();
      }
    },
  }, say(language, "more", items.length));
  return button;
}

/**
 * A claim as a sentence with the words that state it.
 * @param {Graph} graph
 * @param {Language} language
 * @param {{subject: Node, property: number, object: Node, mood: number, confidence: number, quotations: number[], unstated: boolean}} claim
 * @returns {HTMLElement}
 */
function claimPart(graph, language, claim) {
  const mood = graph.data.moods[claim.mood];
  const sentence = el("p", {}, claim.subject, " ",
    el("span", { class: "verb" }, term(graph.data.properties[claim.property], language)), " ", claim.object);
  if (mood[0] !== "Actual") {
    sentence.append(el("span", { class: `tag ${mood[0].toLowerCase()}` }, term(mood, language)));
  }
  if (claim.confidence >= 0) {
    const full = `${say(language, "confidence")} ${claim.confidence}%`;
    sentence.append(el("span", { class: "tag", title: full }, `${claim.confidence}%`));
  }
  const none = say(language, claim.unstated ? "unstated" : "noQuote");
  return el("div", { class: `claim ${mood[0].toLowerCase()}` }, sentence,
    ...quotationParts(graph, claim.quotations, language, none));
}

/**
 * The value of a fact in the reader's words.
 * @param {Graph} graph
 * @param {[string, string]} value
 * @param {Language} language
 * @returns {string}
 */
function valueText(graph, [value, datatype], language) {
  if (datatype === "term" && Object.hasOwn(graph.data.values, value)) {
    return graph.data.values[value][language === "th" ? 0 : 1];
  }
  return ["date", "gYearMonth", "gYear", "dateTime"].includes(datatype) ? sayDate(language, value) : value;
}
