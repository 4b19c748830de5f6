// What the reader sees, as a value; the way there and back; and the same in the address of the page.

import { ALL, type Filter } from "./filters";

export interface Point {
  x: number;
  y: number;
}

export type Chosen =
  | { kind: "node"; node: number }
  | { kind: "pair"; a: number; b: number }
  | { kind: "community"; community: number }
  | { kind: "path"; from: number; to: number | null };

export type Mode = "picture" | "timeline" | "table";
export const MODES: readonly Mode[] = ["picture", "timeline", "table"];

export interface View {
  /** The entities that were brought into the picture, whether or not the filter shows them. */
  shown: ReadonlySet<number>;
  /** Where each stands. */
  places: ReadonlyMap<number, Point>;
  /** Those that the reader set down: laying out again leaves them. */
  pinned: ReadonlySet<number>;
  /** Communities drawn as one. */
  folded: ReadonlySet<number>;
  chosen: Chosen | null;
  filter: Filter;
  mode: Mode;
}

const DEEPEST = 200;

/** The views so far; every step can be taken back. */
export class History {
  private past: View[] = [];
  private future: View[] = [];

  constructor(public now: View) {}

  get canGoBack(): boolean {
    return this.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.future.length > 0;
  }

  go(view: View): void {
    this.past = [...this.past.slice(1 - DEEPEST), this.now];
    this.future = [];
    this.now = view;
  }

  /** Change the present view without making a step of it. */
  amend(view: View): void {
    this.now = view;
  }

  back(): void {
    const view = this.past.pop();
    if (!view) return;
    this.future.push(this.now);
    this.now = view;
  }

  forward(): void {
    const view = this.future.pop();
    if (!view) return;
    this.past.push(this.now);
    this.now = view;
  }
}

/** Letters that stand in an address as they are; numbers are written in base 36. */
const write = (numbers: Iterable<number>) => [...numbers].map((n) => Math.round(n).toString(36)).join(".");

function read(text: string | null): number[] {
  if (!text) return [];
  return text.split(".").map((part) => parseInt(part, 36)).filter((n) => Number.isFinite(n));
}

/** A view as the fragment of an address, for the same file; `mark` tells files apart. */
export function encode(view: View, mark: string, language: string): string {
  const { filter, chosen } = view;
  const parts = new URLSearchParams({ g: mark, l: language, v: view.mode });
  const shown = [...view.shown].sort((a, b) => a - b);
  const put = (key: string, numbers: Iterable<number>) => {
    const text = write(numbers);
    if (text) parts.set(key, text);
  };
  put("n", shown);
  put("x", shown.map((node) => view.places.get(node)?.x ?? 0));
  put("y", shown.map((node) => view.places.get(node)?.y ?? 0));
  put("i", view.pinned);
  put("f", view.folded);
  put("hc", filter.classes);
  put("hp", filter.properties);
  put("hm", filter.moods);
  put("fr", filter.frameworks);
  put("d", filter.documents);
  if (filter.confidence) parts.set("c", String(filter.confidence));
  if (filter.from !== null) parts.set("a", String(filter.from));
  if (filter.to !== null) parts.set("z", String(filter.to));
  if (!filter.undated) parts.set("u", "0");
  if (chosen?.kind === "node") parts.set("s", `n.${write([chosen.node])}`);
  if (chosen?.kind === "pair") parts.set("s", `p.${write([chosen.a, chosen.b])}`);
  if (chosen?.kind === "community") parts.set("s", `c.${write([chosen.community])}`);
  if (chosen?.kind === "path") parts.set("s", `w.${write(chosen.to === null ? [chosen.from] : [chosen.from, chosen.to])}`);
  return parts.toString();
}

/**
 * The view that a fragment tells of, or null where it tells of none of this file: another mark, or
 * numbers that the graph does not have.
 */
export function decode(fragment: string, mark: string, size: number): { view: View; language: string } | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  if (parts.get("g") !== mark) return null;
  const nodes = (key: string) => read(parts.get(key)).filter((n) => n >= 0 && n < size);
  const shown = read(parts.get("n"));
  const xs = read(parts.get("x"));
  const ys = read(parts.get("y"));
  if (shown.length !== xs.length || shown.length !== ys.length || shown.some((n) => n < 0 || n >= size)) return null;
  const day = (key: string) => (parts.has(key) && Number.isFinite(Number(parts.get(key))) ? Number(parts.get(key)) : null);
  const mode = MODES.find((name) => name === parts.get("v")) ?? "picture";
  return {
    language: parts.get("l") ?? "",
    view: {
      shown: new Set(shown),
      places: new Map(shown.map((node, at) => [node, { x: xs[at], y: ys[at] }])),
      pinned: new Set(nodes("i")),
      folded: new Set(read(parts.get("f"))),
      chosen: chosenOf(parts.get("s"), size),
      mode,
      filter: {
        ...ALL,
        classes: new Set(read(parts.get("hc"))), properties: new Set(read(parts.get("hp"))), moods: new Set(read(parts.get("hm"))),
        frameworks: new Set(nodes("fr")), documents: new Set(read(parts.get("d"))),
        confidence: Math.min(100, Math.max(0, Number(parts.get("c")) || 0)), from: day("a"), to: day("z"), undated: parts.get("u") !== "0",
      },
    },
  };
}

function chosenOf(text: string | null, size: number): Chosen | null {
  if (!text) return null;
  const [first, second] = read(text.slice(2)).filter((n) => n >= 0 && n < size);
  if (first === undefined) return null;
  if (text[0] === "n") return { kind: "node", node: first };
  if (text[0] === "p" && second !== undefined) return { kind: "pair", a: first, b: second };
  if (text[0] === "c") return { kind: "community", community: first };
  if (text[0] === "w") return { kind: "path", from: first, to: second ?? null };
  return null;
}
