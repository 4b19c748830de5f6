// The picture by keyboard: from one entity to what stands beside it, and what can be done with it.

import type { Explorer } from "./explorer";
import { communityOf } from "./scene";
import { byId, plain } from "./text";

const DIRECTIONS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 },
};
const PAN = 60;

export function listenToKeys(explorer: Explorer): void {
  byId("picture").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(explorer, event)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
      if (event.shiftKey) explorer.travel("forward");
      else explorer.travel("back");
      event.preventDefault();
    } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      byId("search").focus();
      event.preventDefault();
    }
  });
  // A screen reader's or keyboard's way through the panel moves the focus; a mouse's does not.
  document.addEventListener("keydown", () => { byId("panel").dataset.keyboard = "true"; }, true);
  document.addEventListener("pointerdown", () => { byId("panel").dataset.keyboard = "false"; }, true);
}

function act(explorer: Explorer, event: KeyboardEvent): boolean {
  const { picture, view } = explorer;
  const chosen = view.chosen?.kind === "node" ? view.chosen.node : null;
  const direction = DIRECTIONS[event.key];
  if (direction && event.shiftKey) picture.pan(direction.x * PAN, direction.y * PAN);
  else if (direction) step(explorer, direction);
  else if (event.key === "Enter" && view.chosen?.kind === "community") explorer.unfoldCommunity(view.chosen.community);
  else if (event.key === "Enter" && chosen !== null) explorer.expand(chosen);
  else if (event.key === "Delete" && chosen !== null) explorer.hide(chosen);
  else if (event.key === "Escape") explorer.select(null);
  else if (event.key === "+" || event.key === "=") picture.zoom(1.3);
  else if (event.key === "-") picture.zoom(1 / 1.3);
  else if (event.key === "0") picture.fit();
  else return false;
  return true;
}

/** Select the nearest thing in a direction; what lies aside counts for further away. */
function step(explorer: Explorer, direction: { x: number; y: number }): void {
  const { picture, things, view } = explorer;
  if (!things.length) return;
  const chosen = view.chosen;
  const from = chosen?.kind === "node" ? explorer.thing(chosen.node) : chosen?.kind === "community" ? -1 - chosen.community : null;
  if (from === null || !things.includes(from)) {
    explorer.selectThing(things[0]);
  } else {
    const at = picture.placeOf(from);
    let best: number | null = null;
    let least = Infinity;
    for (const thing of things) {
      if (thing === from) continue;
      const place = picture.placeOf(thing);
      const along = (place.x - at.x) * direction.x + (place.y - at.y) * direction.y;
      const aside = Math.abs((place.x - at.x) * direction.y) + Math.abs((place.y - at.y) * direction.x);
      if (along <= 0 || aside > 2 * along) continue;
      const away = along + 2 * aside;
      if (away < least) {
        least = away;
        best = thing;
      }
    }
    if (best === null) return;
    explorer.selectThing(best);
    picture.bringIntoView(best);
  }
  const now = explorer.view.chosen;
  const thing = now?.kind === "node" ? now.node : now?.kind === "community" ? -1 - now.community : null;
  if (thing !== null) {
    const kind = communityOf(thing) === null ? explorer.graph.kindName(thing, explorer.language) : "";
    explorer.announce([plain(explorer.thingName(thing)), kind].filter((part) => part).join(", "));
  }
}
