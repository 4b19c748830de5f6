// Meetings in time, a lane for each framework; planned ones hollow, each leads to its evidence.

import { utcTicks } from "d3-time";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Graph } from "../data";
import { dateOf, monthOf, sayDate, sayMonth, sayStretch, type Stretch } from "../dates";
import type { Explorer } from "../explorer";
import { LONGEST, plain, shorten } from "../text";
import { say } from "../words";
import { Own } from "./parts";

const LANES = 14;
const LANE_NAME = 150;
const ROW = 20;
const NONE = -1;
const REST = -2;
const LABEL_LETTERS = 26;
/** A name's width by its letters, a little more than it needs. */
const LETTER = 7;
const DOT = 5;
const ROWS = 60;
/** So many days are no meeting's length, but how little is known of its date. */
const VAGUE = 27;

interface Event {
  node: number;
  when: Stretch;
  planned: boolean;
}

interface Lane {
  framework: number;
  events: Event[];
}

interface Placed extends Event {
  left: number;
  right: number;
  row: number;
  /** Where the name stands; a mark near the rim has it on its left. */
  side: "left" | "right" | "inside" | "none";
}

export function Timeline({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language, view } = explorer;
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(320, entry.contentRect.width)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  const { lanes, undated, rest, outside, stretch } = lanesOf(explorer);
  const events = lanes.flatMap((lane) => lane.events);
  const nameWidth = Math.min(LANE_NAME, width / 4);
  const { from } = stretch;
  const to = Math.max(from + 1, stretch.to);
  const x = (day: number) => nameWidth + 12 + ((Math.min(to, Math.max(from, day)) - from) / (to - from)) * (width - nameWidth - 30);
  let y = 26;
  const drawn = lanes.map((lane) => {
    const placed = place(lane.events, x, width, (node) => graph.name(node, language));
    const top = y;
    const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
    y += rows * ROW + 12;
    return { lane, placed, top, height: rows * ROW + 12 };
  });
  const order = drawn.flatMap(({ placed }) => placed.map(({ node }) => node));
  const chosen = view.chosen?.kind === "node" ? view.chosen.node : null;
  const stop = at !== null && order.includes(at) ? at : chosen !== null && order.includes(chosen) ? chosen : order[0];
  const key = (event: KeyboardEvent, node: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") explorer.select({ kind: "node", node });
    else if (step) {
      const next = order[(order.indexOf(node) + step + order.length) % order.length];
      setAt(next);
      host.current?.querySelector<SVGElement>(`[data-meeting="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const laneName = (framework: number) => framework === NONE ? say(language, "laneNone")
    : framework === REST ? say(language, "laneRest", rest) : graph.name(framework, language);
  return (
    <div ref={host} class="timeline">
      <p class="meta">
        {say(language, "meetings", events.length)}{undated > 0 && ` · ${say(language, "meetingsUndated", undated)}`}
        {outside > 0 && ` · ${say(language, "meetingsOutside", outside)}`}
        {events.length > 0 && ` · ${sayMonth(language, monthOf(from))} – ${sayMonth(language, monthOf(to))}`} · {say(language, "timelineHint")}
      </p>
      {events.length > 0 && (
        <p class="meta">
          <span class="key"><i /> {say(language, "keyHeld")}</span>
          <span class="key"><i class="planned" /> {say(language, "keyPlanned")}</span>
          <span class="key"><i class="vague" /> {say(language, "keyVague")}</span>
          {lanes.some((lane) => lane.events.length > ROWS) && say(language, "keyNames", ROWS)}
        </p>
      )}
      {events.length > 0 && (
        <svg width={width} height={y + 4} role="group" aria-label={say(language, "mode_timeline")}>
          {utcTicks(dateOf(from), dateOf(to), Math.max(2, Math.floor((width - nameWidth) / 110))).map((tick) => {
            const left = x(tick.getTime() / 86_400_000);
            return <g key={tick.getTime()} class="tick"><path d={`M${left} 20V${y}`} /><text x={left} y="14" text-anchor="middle">{tickText(tick, to - from, language)}</text></g>;
          })}
          {drawn.map(({ lane, placed, top, height }) => (
            <g key={lane.framework} class="lane">
              <path d={`M0 ${top - 2}H${width}`} />
              <foreignObject x="0" y={top} width={nameWidth} height={Math.max(height - 4, 18)}>
                <div class="lane-name" title={plain(shorten(laneName(lane.framework), LONGEST))}><Own text={shorten(laneName(lane.framework), 40)} /> <small>{lane.events.length.toLocaleString("en")}</small></div>
              </foreignObject>
              {placed.map(({ node, when, planned, left, right, row, side }) => {
                const middle = top + row * ROW + ROW / 2;
                const name = shorten(plain(graph.name(node, language)), LONGEST);
                return (
                  <g key={node} class={`meeting${planned ? " planned" : ""}${when.to - when.from >= VAGUE ? " vague" : ""}${node === chosen ? " chosen" : ""}`} role="button" tabindex={node === stop ? 0 : -1}
                    data-meeting={node} aria-label={`${name}, ${sayStretch(when, language)}`}
                    onClick={() => explorer.select({ kind: "node", node })} onKeyDown={(event) => key(event, node)}>
                    <rect x={left} y={middle - DOT - (side === "inside" ? 3 : 0)} rx={DOT} height={2 * DOT + (side === "inside" ? 6 : 0)} width={right - left} />
                    {side !== "none" && (
                      <text class={side} x={side === "left" ? left - 5 : side === "inside" ? left + 7 : right + 5} y={middle + 4}
                        text-anchor={side === "left" ? "end" : "start"}>{shorten(name, LABEL_LETTERS)}</text>
                    )}
                    <title>{`${name} · ${sayStretch(when, language)}`}</title>
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function tickText(tick: Date, days: number, language: "th" | "en"): string {
  const iso = tick.toISOString();
  return sayDate(language, days > 1500 ? iso.slice(0, 4) : days > 90 ? iso.slice(0, 7) : iso.slice(0, 10));
}

interface Lanes {
  lanes: Lane[];
  /** Meetings without a date, and those so far from the others that they would press them together. */
  undated: number;
  outside: number;
  /** How many frameworks share the last lane. */
  rest: number;
  stretch: Stretch;
}

/** Meetings that pass the filters by framework, the lanes with most of them first. */
function lanesOf({ graph, passing, view }: Explorer): Lanes {
  const held = heldOf(graph);
  const { from, to } = view.filter;
  const dated: Event[] = [];
  let undated = 0;
  for (let node = 0; node < graph.size; node++) {
    if (graph.kind(node) !== "Meeting" || !passing.nodes[node]) continue;
    const event = held.get(node);
    if (!event) undated++;
    else if (event.when.to >= (from ?? -Infinity) && event.when.from <= (to ?? Infinity)) dated.push(event);
  }
  const stretch = bulk(dated, from, to);
  const inside = dated.filter(({ when }) => when.to >= stretch.from && when.from <= stretch.to);
  const byFramework = new Map<number, Event[]>();
  for (const event of inside) {
    const [framework = NONE] = graph.frameworks.get(event.node) ?? [];
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), event]);
  }
  const none = byFramework.get(NONE) ?? [];
  byFramework.delete(NONE);
  const ranked = [...byFramework].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const rest = ranked.slice(LANES);
  const lanes = ranked.slice(0, LANES).map(([framework, events]): Lane => ({ framework, events }));
  if (rest.length) lanes.push({ framework: REST, events: rest.flatMap(([, events]) => events) });
  if (none.length) lanes.push({ framework: NONE, events: none });
  for (const lane of lanes) lane.events.sort((a, b) => a.when.from - b.when.from || a.node - b.node);
  return { lanes, undated, outside: dated.length - inside.length, rest: rest.length, stretch };
}

/** From when to when the timeline goes: what the filter says; where it is open, what holds all but one in a hundred. */
function bulk(events: readonly Event[], from: number | null, to: number | null): Stretch {
  const begins = events.map(({ when }) => when.from).sort((a, b) => a - b);
  const ends = events.map(({ when }) => when.to).sort((a, b) => a - b);
  const cut = Math.floor(events.length / 100);
  return { from: from ?? begins[cut] ?? 0, to: to ?? ends[ends.length - 1 - cut] ?? 0 };
}

/** When each meeting is, and whether it is only planned; from its own dates. */
function heldOf(graph: Graph): Map<number, Event> {
  const found = new Map<number, Event>();
  const { n, p, v } = graph.data.facts;
  const planned = new Set<number>();
  n.forEach((node, at) => {
    if (graph.data.properties[p[at]][0] === "status" && v[at][0] === "Planned") planned.add(node);
  });
  n.forEach((node, at) => {
    if (graph.data.properties[p[at]][0] !== "heldOn" || found.has(node)) return;
    const when = graph.held(node);
    if (when) found.set(node, { node, when, planned: planned.has(node) });
  });
  return found;
}

/** Rows for the events of a lane, so that no mark or name covers another. */
function place(events: readonly Event[], x: (day: number) => number, width: number, name: (node: number) => string): Placed[] {
  const ends: number[] = [];
  // A lane with very many keeps to marks: their names would make it pages long.
  const named = events.length <= ROWS;
  return events.map((event) => {
    const left = x(event.when.from) - DOT;
    const right = Math.max(left + 2 * DOT, x(event.when.to) + DOT);
    const text = named ? shorten(name(event.node), LABEL_LETTERS).length * LETTER + 6 : 0;
    const side = !named ? "none" : right - left > text + 8 ? "inside" : right + text < width ? "right" : "left";
    const begins = side === "left" ? left - text : left;
    let row = ends.findIndex((end) => end <= begins);
    if (row < 0) row = ends.length;
    ends[row] = (side === "right" ? right + text : right) + 3;
    return { ...event, left, right, row, side };
  });
}
