// Strings of the graph on their way to the reader: text from beginning to end, never markup.

/** What no picture and no search needs: control characters, zero-width characters, direction marks. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const MARGIN = /[\s"'“”‘’.,:()[\]/–—_-]+/g;
const LEADING = new RegExp(`^${MARGIN.source}`);

const graphemes = new Intl.Segmenter("th", { granularity: "grapheme" });
const words = new Intl.Segmenter("th", { granularity: "word" });

/**
 * A text as the search compares it: no spaces or unseen characters, one form of digits and of sara am.
 * Marks and tones stay: they tell names apart.
 */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(MARGIN, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toLowerCase();
}

/** Where an honorific would leave less than this of a name, it is the name (นาง, ดร). */
const LEAST = 2;

/** What stands before a name, and the rests of longer words that begin alike. */
export type Honorific = [form: string, unless: string[]];

/** Honorifics as they are looked for before a name, the longest first. */
export function titles(honorifics: Honorific[]): Honorific[] {
  const found = new Map(honorifics.map(([form, unless]) => [evenly(form), unless.map(evenly)]));
  return [...found].sort(([a], [b]) => b.length - a.length);
}

/** A name as the search compares it, without the honorifics before it (`titles`); they stack. */
export function bare(text: string, honorifics: Honorific[]): string {
  for (let rest = evenly(plain(text)); ;) {
    rest = rest.replace(LEADING, "");
    const [title, unless] = honorifics.find(([one]) => rest.startsWith(one)) ?? ["", []];
    const after = title ? rest.slice(title.length) : "";
    // A Latin one ends at a space or a dot; a Thai one may be where a longer word begins.
    const isPart = (/^[\x00-\x7f]+$/.test(title) && !/^[ .]/.test(after)) || unless.some((end) => after.startsWith(end));
    if (!title || fold(after).length < LEAST || isPart) return fold(rest);
    rest = after;
  }
}

function evenly(text: string): string {
  return text.normalize("NFC").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/** What `wanted` says after the word for what it is the name of, and the class that this means. */
export function ofKind(wanted: string[], words: [string, string][]): [string, string][] {
  return wanted.flatMap((form) => words
    .filter(([word]) => form.startsWith(word) && form.length >= word.length + LEAST)
    .map(([word, kind]): [string, string] => [form.slice(word.length), kind]));
}

/** The text without what is not seen, on one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
}

/** No line of a list shows more of a text than this; what is longer ends in `…`. */
export const LONGEST = 300;

/** The first `most` characters as a reader counts them (a Thai consonant with its marks is one). */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 8))) {
    if (count === most) return `${text.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
    count++;
  }
  return end < text.length ? `${text.slice(0, end).trimEnd()}…` : text;
}

/** Letters of scripts without spaces between words, where a browser looks for the words itself. */
const RUN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]{500}(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff])/g;

/**
 * A text that a browser can lay out: where it may break lines it looks for in time that grows with the
 * square of a run of letters, so that one of 100,000 would take minutes. Longer ones get places to break.
 */
export function breakable(text: string): string {
  return text.length > 500 ? text.replace(RUN, "$&\u200b") : text;
}

/** What stands for a word of the ontology in the names of classes of style; one that is no word, for none. */
export function token(word: string): string {
  return /^[A-Za-z]{1,30}$/.test(word) ? word.toLowerCase() : "other";
}

/** A name in at most two lines for the picture, broken between words also where Thai has no spaces. */
export function lines(text: string, width: number): string[] {
  const clean = shorten(plain(text), width * 2);
  if (clean.length <= width) return [clean];
  // At a space where there is one in the second half; names are broken badly by what knows common words.
  const space = clean.lastIndexOf(" ", width);
  let first = space >= width / 2 ? clean.slice(0, space) : "";
  if (!first) {
    for (const { segment } of words.segment(clean)) {
      if (first && first.length + segment.length > width) break;
      first += segment;
    }
  }
  const rest = clean.slice(first.length).trim();
  return rest ? [first.trim(), rest] : [first.trim()];
}

/** The part of `text` from `begin` to `end` in code points, as Thut counts; JavaScript counts UTF-16 units. */
export function codePoints(text: string, begin: number, end: number): string {
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(begin, end).join("") : text.slice(begin, end);
}

/** `url` if a reader may follow it (http or https), else nothing. */
export function safeLink(url: string): string {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}
