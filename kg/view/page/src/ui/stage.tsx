// Around the picture: what it shows and what not, its tools; and the views that stand in its place.

import type { VNode } from "preact";
import type { Explorer } from "../explorer";
import { say } from "../words";
import { Table } from "./table";
import { Timeline } from "./timeline";

/** What the picture shows of the graph and what not, in words. */
export function statusText({ graph, language, visible, lines, stopped, totals, remote }: Explorer): string {
  const claims = lines.reduce((sum, line) => sum + line.claims.length, 0);
  return [
    say(language, "status", visible.size, totals.entities, claims, totals.claims, totals.entities - visible.size),
    remote ? say(language, "statusLoaded", graph.size, graph.claims) : "",
    stopped > 0 ? say(language, "statusFilters", stopped) : "",
  ].filter((part) => part).join(" · ");
}

export function Status({ explorer }: { explorer: Explorer }): VNode {
  const { language, visible, stopped, first } = explorer;
  const passing = stopped > 0 ? explorer.passing.nodeCount : 0;
  return (
    <>
      {statusText(explorer)}
      {passing > visible.size && (
        <> <button type="button" id="show-passing" class="small" onClick={() => explorer.showPassing()}>
          {say(language, "showPassing", Math.min(passing, first.limit), passing)}
        </button></>
      )}
    </>
  );
}

export function Tools({ explorer }: { explorer: Explorer }): VNode {
  const { language, picture } = explorer;
  return (
    <>
      <button type="button" id="zoom-in" aria-label={say(language, "zoomIn")} onClick={() => picture.zoom(1.3)}>+</button>
      <button type="button" id="zoom-out" aria-label={say(language, "zoomOut")} onClick={() => picture.zoom(1 / 1.3)}>−</button>
      <button type="button" id="fit" onClick={() => picture.fit()}>{say(language, "fit")}</button>
      <button type="button" id="lay-out" onClick={() => explorer.layOut()}>{say(language, "layOut")}</button>
      <button type="button" id="grounds" aria-pressed={explorer.grounds} onClick={() => explorer.toggleGrounds()}>{say(language, "grounds")}</button>
      <button type="button" id="restart" onClick={() => explorer.restart()}>{say(language, "restart")}</button>
    </>
  );
}

export function Sheet({ explorer }: { explorer: Explorer }): VNode | null {
  if (explorer.view.mode === "timeline") return <Timeline explorer={explorer} />;
  if (explorer.view.mode === "table") return <Table explorer={explorer} />;
  return null;
}
