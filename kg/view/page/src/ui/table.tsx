// What is visible as a table, sorted as the reader likes.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Ref } from "../claim";
import { sayStretch, stretchOf } from "../dates";
import type { Explorer } from "../explorer";
import { claimRow, entityRow, tableCsv, type Cell } from "../takeaway/rows";
import { save } from "../takeaway/save";
import { visibleClaims } from "../takeaway/scope";
import { LONGEST, shorten, token } from "../text";
import { type Language, say, type Word } from "../words";
import { Glyph, NodeLink, Own } from "./parts";

const AT_FIRST = 100;
/** What one wants the most of first. */
const NUMBERS = new Set<Word>(["col_confidence", "col_degree"]);

interface Row {
  cells: Cell[];
  node: number;
  target: number | null;
  claim: Ref | null;
  /** The mood of the claim, as data has it; empty of an entity. */
  mood: string;
}

const CLAIM_COLUMNS: Word[] = ["col_subject", "col_relation", "col_mood", "col_object", "col_quote", "col_held", "col_issued", "col_confidence", "col_documents"];
const ENTITY_COLUMNS: Word[] = ["col_name", "col_class", "col_degree", "col_held", "col_documents"];

export function Table({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language } = explorer;
  const [what, setWhat] = useState<"claims" | "entities">("claims");
  const [count, setCount] = useState(AT_FIRST);
  const [sorted, setSorted] = useState<{ column: number; down: boolean } | null>(null);
  const columns = what === "claims" ? CLAIM_COLUMNS : ENTITY_COLUMNS;
  const claims = visibleClaims(explorer);
  const rows: Row[] = what === "claims"
    ? claims.map((claim) => {
      const { edges, facts } = graph.data;
      const [node, target] = claim.kind === "edges" ? [edges.s[claim.at], edges.t[claim.at]] : [facts.n[claim.at], null];
      const mood = graph.data.moods[graph.data[claim.kind].m[claim.at]][0];
      return { cells: claimRow(graph, claim, language), node, target, claim, mood };
    })
    : graph.ranked(explorer.visible).map((node) => ({ cells: entityRow(graph, node, language), node, target: null, claim: null, mood: "" }));
  if (sorted && sorted.column < columns.length) {
    const order = new Intl.Collator(language, { numeric: true });
    rows.sort((a, b) => compare(a.cells[sorted.column], b.cells[sorted.column], order) * (sorted.down ? -1 : 1));
  }
  return (
    <div class="sheet-body">
      <div class="actions" role="group">
        {(["claims", "entities"] as const).map((name) => (
          <button key={name} type="button" aria-pressed={what === name} onClick={() => { setWhat(name); setSorted(null); setCount(AT_FIRST); }}>
            {say(language, name === "claims" ? "tableClaims" : "tableEntities")} ({(name === "claims" ? claims.length : explorer.visible.size).toLocaleString("en")})
          </button>
        ))}
        <button type="button" id="table-csv" onClick={() => save(
          tableCsv(columns.map((word) => say(language, word)), rows.map(({ cells }) => cells)), "thut-table.csv", "text/csv")}>CSV</button>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label={say(language, "mode_table")}>
        <table>
          <thead>
            <tr>
              {columns.map((word, column) => (
                <th key={word} scope="col" aria-sort={sorted?.column === column ? (sorted.down ? "descending" : "ascending") : "none"}>
                  <button type="button" class="link" data-column={word} onClick={() => setSorted({ column, down: sorted?.column === column ? !sorted.down : NUMBERS.has(word) })}>
                    {say(language, word)}<span aria-hidden="true">{sorted?.column === column ? (sorted.down ? " ▼" : " ▲") : " ↕"}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row, place) => (
              <tr key={place} class={row.claim ? "" : "entity"}>
                {row.cells.map((cell, column) => (
                  <td key={column} class={columns[column]}>
                    {column === 0 ? <>{row.claim ? null : <Glyph kind={graph.kind(row.node)} />} <NodeLink explorer={explorer} node={row.node} /></>
                      : columns[column] === "col_object" && row.target !== null ? <NodeLink explorer={explorer} node={row.target} />
                      : columns[column] === "col_quote" || columns[column] === "col_documents" ? <span class="clamp"><Own text={shorten(String(cell), LONGEST)} /></span>
                      : columns[column] === "col_mood" && row.mood !== "Actual" ? <span class={`tag ${token(row.mood)}`}>{cell}</span>
                      : <Own text={shown(columns[column], cell, language)} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > count && (
          <button type="button" id="more-rows" onClick={() => setCount(count + 10 * AT_FIRST)}>{say(language, "more", rows.length - count)}</button>
        )}
      </div>
    </div>
  );
}

/** A cell in the reader's words: dates in his calendar, confidence in percent. */
function shown(column: Word, cell: Cell, language: Language): string {
  if (column === "col_held" || column === "col_issued") {
    const [first, last] = String(cell).split("/").map(stretchOf);
    return first ? sayStretch({ from: first.from, to: (last ?? first).to }, language) : "";
  }
  if (column === "col_confidence") return cell === "" ? "" : `${cell}%`;
  return typeof cell === "number" ? cell.toLocaleString("en") : shorten(cell, LONGEST);
}

function compare(a: Cell, b: Cell, order: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a === "" || b === "") return a === b ? 0 : a === "" ? -1 : 1;
  return order.compare(String(a), String(b));
}
