// The picture as text: every entity that it shows, with every line that it draws.

import type { VNode } from "preact";
import { term } from "../data";
import type { Explorer } from "../explorer";
import type { Line } from "../scene";
import { token } from "../text";
import { say } from "../words";
import { Fold, Glyph, Own, Some } from "./parts";

const AT_FIRST = 200;

export function List({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language, view } = explorer;
  const byThing = new Map<number, Line[]>();
  for (const line of explorer.lines) {
    for (const end of [line.a, line.b]) byThing.set(end, [...(byThing.get(end) ?? []), line]);
  }
  const chosen = view.chosen?.kind === "node" ? view.chosen.node : null;
  return (
    <ul class="plain">
      <Some listed items={explorer.things} first={AT_FIRST} language={language} make={(thing) => {
        const lines = byThing.get(thing) ?? [];
        return (
          <li key={thing}>
            <button type="button" class="row" data-node={thing} aria-current={thing === chosen} onClick={() => explorer.selectThing(thing)}>
              <Glyph kind={thing < 0 ? "" : graph.kind(thing)} /> <Own text={explorer.thingName(thing)} />
            </button>
            {lines.length > 0 && (
              <Fold open={false} summary={say(language, "relatedTo", lines.length)}>
                {() => <ul class="plain">{lines.map((line) => <li key={line.id}><LineRow explorer={explorer} line={line} /></li>)}</ul>}
              </Fold>
            )}
          </li>
        );
      }} />
    </ul>
  );
}

/** A line as words: who, does what, with whom, and how that is stated. */
function LineRow({ explorer, line }: { explorer: Explorer; line: Line }): VNode {
  const { graph, language } = explorer;
  const mood = graph.data.moods[line.mood];
  const [from, to] = line.forward ? [line.a, line.b] : [line.b, line.a];
  return (
    <button type="button" class="row" data-line={line.id} onClick={() => explorer.selectLine(line)}>
      <Own text={explorer.thingName(from)} /> <span class="verb">{explorer.picture.verb(line, language)}</span> <Own text={explorer.thingName(to)} />
      {mood[0] !== "Actual" && <span class={`tag ${token(mood[0])}`}>{term(mood, language)}</span>}
    </button>
  );
}
