// What the page is told beside the graph.

import type { Totals } from "./remote";
import type { Language } from "./words";

/** What the page opens with (kg.view). */
export interface First {
  nodes: { id: string; x: number; y: number }[];
  options: unknown;
  focus: number | null;
  limit: number;
  language: Language;
  title: string;
  left_out: number;
  mark: string;
  /** Where the page has only a part of the graph: the size of the whole. */
  totals?: Totals;
  /** The server of the page has pages of documents, and one to ask in. */
  served?: boolean;
}
