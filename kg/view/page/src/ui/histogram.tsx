// The filter of time: how many claims when, and two handles; years in both calendars.

import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { firstDay, monthOf, sayMonth, sayMonthIn } from "../dates";
import type { Explorer } from "../explorer";
import { say } from "../words";

const WIDTH = 208;
const HEIGHT = 44;
/** Up to this many months have a bar each; longer stretches have one a year. */
const MONTHS = 72;

export function TimeFilter({ explorer }: { explorer: Explorer }): VNode | null {
  const { language, view, passing } = explorer;
  const span = useRef<[number, number] | null>(null);
  span.current ??= spanOf(explorer);
  const svg = useRef<SVGSVGElement>(null);
  const dragFrom = useRef(0);
  if (!span.current) return null;
  const [low, high] = span.current;
  const from = view.filter.from === null ? low : Math.max(low, monthOf(view.filter.from));
  const to = view.filter.to === null ? high : Math.min(high, monthOf(view.filter.to));
  const set = (first: number, last: number) => explorer.setFilter({
    from: first <= low ? null : firstDay(first), to: last >= high ? null : firstDay(last + 1) - 1,
  });
  const yearly = high - low >= MONTHS;
  const bars = binsOf(passing.months, low, high, yearly);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const peak = bars.find(({ count }) => count === most);
  const x = (month: number) => ((month - low) / (high - low + 1)) * WIDTH;
  const monthAt = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    return box ? Math.min(high, Math.max(low, low + Math.floor(((event.clientX - box.left) / box.width) * (high - low + 1)))) : low;
  };
  const years = axisYears(low, high);
  return (
    <fieldset id="time">
      <legend>{say(language, "time")}</legend>
      <svg ref={svg} class="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT + 12}`} role="img"
        aria-label={say(language, "histogram", sayMonth(language, low), sayMonth(language, high), most, peak ? sayMonth(language, peak.from) : "")}
        onPointerDown={(event) => { dragFrom.current = monthAt(event); svg.current?.setPointerCapture(event.pointerId); }}
        onPointerUp={(event) => {
          const end = monthAt(event);
          set(Math.min(dragFrom.current, end), Math.max(dragFrom.current, end));
        }}>
        {bars.map(({ from: begin, to: end, count }) => (
          <rect key={begin} class={end >= from && begin <= to ? "in" : "out"} x={x(begin)} width={Math.max(0.8, x(end + 1) - x(begin) - 0.4)}
            y={HEIGHT - (count / most) * HEIGHT} height={(count / most) * HEIGHT} />
        ))}
        <path class="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
        {years.map((year) => (
          <text key={year} x={Math.min(WIDTH - 12, Math.max(12, x(year * 12)))} y={HEIGHT + 10} text-anchor="middle">{language === "th" ? year + 543 : year}</text>
        ))}
      </svg>
      {(["timeFrom", "timeTo"] as const).map((word) => {
        const value = word === "timeFrom" ? from : to;
        return (
          <label key={word} class="handle">
            <span>{say(language, word)} {sayMonthIn(language, value)}</span>
            <input type="range" id={word} min={low} max={high} step="1" value={value} aria-valuetext={sayMonth(language, value)}
              onChange={(event) => {
                const month = Number(event.currentTarget.value);
                if (word === "timeFrom") set(Math.min(month, to), to);
                else set(from, Math.max(month, from));
              }} />
          </label>
        );
      })}
      {passing.undated > 0 && <label>
        <input type="checkbox" id="undated" checked={view.filter.undated} onChange={(event) => explorer.setFilter({ undated: event.currentTarget.checked })} />
        <span>{say(language, "undated", passing.undated)}</span>
      </label>}
    </fieldset>
  );
}

/**
 * From which to which month the handles go: all but a hundredth of the dated claims at either end, or
 * one plan for the year after next would press the rest together. The ends are open: they hold the others.
 */
function spanOf({ graph }: Explorer): [number, number] | null {
  const days = graph.when.flatMap((when) => (when ? [when.from] : [])).sort((a, b) => a - b);
  if (!days.length) return null;
  const cut = Math.floor(days.length / 100);
  return [monthOf(days[cut]), monthOf(days[days.length - 1 - cut])];
}

function binsOf(months: ReadonlyMap<number, number>, low: number, high: number, yearly: boolean) {
  const bins = new Map<number, number>();
  for (const [month, count] of months) {
    const within = Math.min(high, Math.max(low, month));
    const bin = yearly ? Math.floor(within / 12) * 12 : within;
    bins.set(bin, (bins.get(bin) ?? 0) + count);
  }
  return [...bins].sort(([a], [b]) => a - b).map(([from, count]) => (
    { from: Math.max(low, from), to: yearly ? Math.min(high, from + 11) : from, count }));
}

/** About five years to write below the bars. */
function axisYears(low: number, high: number): number[] {
  const first = Math.ceil(low / 12);
  const last = Math.floor(high / 12);
  const step = Math.max(1, Math.ceil((last - first + 1) / 5));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, at) => first + at * step);
}
