// Legend and filters are one: what is unticked is not shown, and every number follows.

import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import { term } from "../data";
import type { Explorer } from "../explorer";
import { ALL, type Facet, isOpen } from "../filters";
import { without } from "../scene";
import { fold, LONGEST, shorten, token } from "../text";
import { say, type Word } from "../words";
import { TimeFilter } from "./histogram";
import { Glyph, Own, Some } from "./parts";

const FEW = 6;

export function Legend({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language, view, visible, lines } = explorer;
  const claims = lines.flatMap((line) => line.claims);
  const { nodes, edges } = graph.data;
  return (
    <>
      <p class="meta hint">{say(language, explorer.remote ? "countsHintLoaded" : "countsHint")}</p>
      <button type="button" id="clear" disabled={isOpen(view.filter)} onClick={() => explorer.setFilter(ALL)}>{say(language, "clear")}</button>
      <Terms explorer={explorer} facet="classes" here={tally([...visible].map((node) => nodes.cls[node]))} />
      <TimeFilter explorer={explorer} />
      <Terms explorer={explorer} facet="moods" here={tally(claims.map((claim) => edges.m[claim]))} />
      <fieldset>
        <legend><label for="confidence">{say(language, "confidenceLeast", view.filter.confidence)}</label></legend>
        <input id="confidence" type="range" min="0" max="100" step="5" value={view.filter.confidence}
          onChange={(event) => explorer.setFilter({ confidence: Number(event.currentTarget.value) })} />
      </fieldset>
      <Terms explorer={explorer} facet="properties" here={tally(claims.map((claim) => edges.p[claim]))} />
      <Frameworks explorer={explorer} />
      <Documents explorer={explorer} />
    </>
  );
}

function tally(column: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const kind of column) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

function Tick({ id, checked, change, term: name, count, children }: {
  id: string; checked: boolean; change: (on: boolean) => void; term?: string; count: string; children: ComponentChildren;
}): VNode {
  return (
    <label>
      <input type="checkbox" id={id} data-term={name} checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      {children}
      <span class="count">{count}</span>
    </label>
  );
}

function Terms({ explorer, facet, here }: { explorer: Explorer; facet: Facet; here: Map<number, number> }): VNode | null {
  const { graph, language, view, passing } = explorer;
  const counts = passing.counts[facet];
  const order = graph.data[facet].map((_, place) => place).filter((place) => counts[place].total);
  if (facet === "properties") order.sort((a, b) => counts[b].total - counts[a].total || a - b);
  const hidden = view.filter[facet];
  if (!order.length) return null;
  return (
    <fieldset>
      <legend>{say(language, facet)}</legend>
      {order.map((place) => {
        const named = graph.data[facet][place];
        return (
          <Tick key={place} id={`${facet}-${place}`} term={named[0]} checked={!hidden.has(place)}
            change={(on) => explorer.setFilter({ [facet]: on ? without(hidden, [place]) : new Set([...hidden, place]) })}
            count={`${(here.get(place) ?? 0).toLocaleString("en")}/${counts[place].passing.toLocaleString("en")}`}>
            {facet === "classes" && <Glyph kind={named[0]} />}
            {facet === "moods" && <MoodSign mood={named[0]} />}
            <span>{term(named, language)}</span>
          </Tick>
        );
      })}
    </fieldset>
  );
}

/** How a line of this mood is drawn. */
function MoodSign({ mood }: { mood: string }): VNode {
  return (
    <svg class={`glyph mood-${token(mood)}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M0 8h16" />
      {mood === "Negated" && <path d="M5 5l6 6M11 5l-6 6" />}
    </svg>
  );
}

function Frameworks({ explorer }: { explorer: Explorer }): VNode | null {
  const { graph, language, view, passing } = explorer;
  const chosen = view.filter.frameworks;
  const order = [...new Set([...chosen, ...passing.frameworks.keys()])].sort((a, b) =>
    Number(chosen.has(b)) - Number(chosen.has(a)) || (passing.frameworks.get(b) ?? 0) - (passing.frameworks.get(a) ?? 0) || a - b);
  if (!order.length) return null;
  return (
    <Only explorer={explorer} word="frameworks">
      <Some items={order} first={Math.max(FEW, chosen.size)} language={language} make={(node) => (
        <Tick key={node} id={`framework-${node}`} checked={chosen.has(node)} count={(passing.frameworks.get(node) ?? 0).toLocaleString("en")}
          change={(on) => explorer.setFilter({ frameworks: on ? new Set([...chosen, node]) : without(chosen, [node]) })}>
          <span><Own text={shorten(graph.name(node, language), LONGEST)} /></span>
        </Tick>
      )} />
    </Only>
  );
}

function Documents({ explorer }: { explorer: Explorer }): VNode | null {
  const { graph, language, view, passing } = explorer;
  const [text, setText] = useState("");
  const chosen = view.filter.documents;
  const { documents } = graph.data;
  const wanted = fold(text);
  const order = documents.map((_, at) => at)
    .filter((at) => chosen.has(at) || (wanted ? fold(documents[at].join("\n")).includes(wanted) : passing.documents.has(at)))
    .sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || (passing.documents.get(b) ?? 0) - (passing.documents.get(a) ?? 0) || a - b);
  if (documents.length < 2) return null;
  return (
    <Only explorer={explorer} word="documentsOnly">
      <input type="search" id="find-document" placeholder={say(language, "findDocument")} aria-label={say(language, "findDocument")}
        value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <Some items={order} first={Math.max(FEW, chosen.size)} language={language} make={(at) => (
        <Tick key={at} id={`document-${at}`} checked={chosen.has(at)} count={(passing.documents.get(at) ?? 0).toLocaleString("en")}
          change={(on) => explorer.setFilter({ documents: on ? new Set([...chosen, at]) : without(chosen, [at]) })}>
          <span><Own text={shorten(graph.documentName(at), LONGEST)} /></span>
        </Tick>
      )} />
    </Only>
  );
}

function Only({ explorer, word, children }: { explorer: Explorer; word: Word; children: ComponentChildren }): VNode {
  return <fieldset class="only"><legend>{say(explorer.language, word)}</legend>{children}</fieldset>;
}
