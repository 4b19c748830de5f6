// The picture by mouse and touch, and the address of the page: what a view is called and how it is come back to.

import type { Explorer } from "./explorer";
import { communityOf } from "./scene";
import { decode, encode } from "./state";

/** A click selects, a double click unfolds; a new fragment of the address is a view to go to. */
export function listenToPointer(explorer: Explorer): void {
  const { picture, first, graph } = explorer;
  picture.network.on("click", (event) => {
    const hit = picture.hit(event);
    if (hit === null) explorer.select(null);
    else if ("line" in hit) explorer.selectLine(hit.line);
    else explorer.selectThing(hit.thing);
  });
  picture.network.on("doubleClick", (event) => {
    const hit = picture.hit(event);
    if (hit === null || "line" in hit) return;
    const community = communityOf(hit.thing);
    if (community === null) explorer.expand(hit.thing);
    else explorer.unfoldCommunity(community);
  });
  globalThis.addEventListener("hashchange", () => {
    const linked = decode(location.hash, first.mark, graph.size);
    if (linked) explorer.go(linked.view, { fit: "all" });
  });
}

/**
 * The address of the present view; empty where the page has none of its own (a notebook's frame).
 *
 * A file's address restores the view as it is. A page that loads as it goes numbers its entities as
 * they come, so its address is that of what is selected.
 */
export function addressOf({ remote, view, graph, first, language }: Explorer): string {
  if (!/^(file|https?):$/.test(location.protocol)) return "";
  if (!remote) return `${location.href.split("#")[0]}#${encode(view, first.mark, language)}`;
  const page = location.href.split(/[?#]/)[0];
  return view.chosen?.kind === "node" ? `${page}?focus=${encodeURIComponent(graph.iri(view.chosen.node))}` : page;
}
