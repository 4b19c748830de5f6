// Strings of the graph on their way to the reader: text from beginning to end, never markup.

/** What no picture and no search needs: control characters, zero-width characters, direction marks. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const MARGIN = /[\s"'“”‘’.,()[\]/–—-]+/g;

const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" });
const words = new Intl.Segmenter("th", { granularity: "word" });

/**
 * A text as the search compares it: no spaces or unseen characters, one form of digits and of sara am.
 * Marks and tones stay: they tell names apart.
 * @param {string} text
 * @returns {string}
 */
function fold(text) {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(MARGIN, "")
    .toLowerCase();
}

/**
 * The first `most` characters as a reader counts them (a Thai consonant with its marks is one).
 * @param {string} text
 * @param {number} most
 * @returns {string}
 */
function shorten(text, most) {
  if (text.length <= most) return text;
  let end = 0;
  let count = 0;
  for (const { index } of graphemes.segment(text.slice(0, most * 8))) {
    if (count++ === most) return `${text.slice(0, end).trimEnd()}…`;
    end = index;
    if (count === most) end = index;
  }
  return count < most && text.length <= most * 8 ? text : `${text.slice(0, end).trimEnd()}…`;
}

/**
 * A name in at most two lines for the picture, broken between words also where Thai has no spaces.
 * @param {string} text
 * @param {number} width characters a line
 * @returns {string[]}
 */
function lines(text, width) {
  const clean = shorten(text.replace(/\s+/g, " ").replace(UNSEEN, "").trim(), width * 2);
  if (clean.length <= width) return [clean];
  let first = "";
  for (const { segment } of words.segment(clean)) {
    if (first && first.length + segment.length > width) break;
    first += segment;
  }
  const rest = clean.slice(first.length).trim();
  return rest ? [first.trim(), rest] : [first.trim()];
}

/**
 * An element with its attributes and children; a child that is a string becomes a text node.
 * @param {string} tag
 * @param {Record<string, string | boolean | ((event: any) => void) | null | undefined>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A stretch of a document's or the graph's text, whose writing direction stays its own affair.
 * @param {string} text
 * @returns {HTMLElement}
 */
function own(text) {
  return el("bdi", { dir: "auto" }, text);
}

/**
 * `url` if a reader may follow it, else nothing.
 * @param {string} url
 * @returns {string}
 */
function safeLink(url) {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}

/**
 * The element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}
