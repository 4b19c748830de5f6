// The whole graph: unpacked from the file, with the neighbours of each node at hand.

/** @typedef {[string, string, string]} Named an identifier with its Thai and English words */
/**
 * @typedef {object} Columns the embedded data; lists that run side by side
 * @property {string} prefix
 * @property {Named[]} classes
 * @property {Named[]} subclasses
 * @property {Named[]} properties
 * @property {Named[]} moods
 * @property {Record<string, [string, string]>} values
 * @property {[string, string, string, string][]} documents IRI, title, date, link
 * @property {[number[], number[], number[], string[]]} quotations document, begin, end, words
 * @property {{iri: string[], th: string[], en: string[], aliases: string[][], cls: number[], sub: number[], wd: string[]}} nodes
 * @property {{s: number[], t: number[], p: number[], m: number[], c: number[], q: number[][], u: number[]}} edges
 * @property {{n: number[], p: number[], v: [string, string][], m: number[], c: number[], q: number[][]}} facts
 */

/**
 * What a script element holds as gzip in base64.
 * @param {string} text
 * @returns {Promise<any>}
 */
async function unpack(text) {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * For each of `count` owners, where its items stand in one flat list.
 * @param {number} count
 * @param {number[][]} columns owners of the items; each column names an owner for every item
 * @returns {{from: Uint32Array, items: Uint32Array}}
 */
function index(count, columns) {
  const from = new Uint32Array(count + 1);
  for (const column of columns) for (const owner of column) from[owner + 1]++;
  for (let i = 0; i < count; i++) from[i + 1] += from[i];
  const items = new Uint32Array(from[count]);
  const next = from.slice();
  const length = columns[0].length;
  for (let item = 0; item < length; item++) {
    for (const column of columns) items[next[column[item]]++] = item;
  }
  return { from, items };
}

class Graph {
  /** @param {Columns} data */
  constructor(data) {
    this.data = data;
    this.size = data.nodes.th.length;
    this.claims = data.edges.s.length;
    const { s, t } = data.edges;
    // A claim of a thing about itself is listed once.
    this.byNode = index(this.size, [s, t]);
    this.factsByNode = index(this.size, [data.facts.n]);
  }

  /** @param {number} node @returns {number} */
  degree(node) {
    return this.byNode.from[node + 1] - this.byNode.from[node];
  }

  /** The claims that a node takes part in. @param {number} node @returns {number[]} */
  claimsOf(node) {
    return [...new Set(this.byNode.items.subarray(this.byNode.from[node], this.byNode.from[node + 1]))];
  }

  /** @param {number} node @returns {Uint32Array} */
  factsOf(node) {
    return this.factsByNode.items.subarray(this.factsByNode.from[node], this.factsByNode.from[node + 1]);
  }

  /** @param {number} claim @param {number} node @returns {number} */
  otherEnd(claim, node) {
    const { s, t } = this.data.edges;
    return s[claim] === node ? t[claim] : s[claim];
  }

  /** Neighbours, the most connected first. @param {number} node @returns {number[]} */
  neighbours(node) {
    const around = new Set(this.claimsOf(node).map((claim) => this.otherEnd(claim, node)));
    around.delete(node);
    return [...around].sort((a, b) => this.degree(b) - this.degree(a) || a - b);
  }

  /** @param {number} node @param {Language} language @returns {string} */
  name(node, language) {
    const { th, en, iri } = this.data.nodes;
    const [first, second] = language === "th" ? [th, en] : [en, th];
    return first[node] || second[node] || iri[node];
  }

  /** Every name of a node, each once. @param {number} node @returns {string[]} */
  names(node) {
    const { th, en, aliases } = this.data.nodes;
    return [...new Set([th[node], en[node], ...aliases[node]])].filter((name) => name);
  }
}

/**
 * The word for one of the graph's own terms.
 * @param {Named} named
 * @param {Language} language
 * @returns {string}
 */
function term(named, language) {
  return named[language === "th" ? 1 : 2];
}
