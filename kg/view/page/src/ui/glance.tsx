// What one asks of a meeting first, in a few lines; the words that state each stand below, or at a press.

import type { VNode } from "preact";
import { edge, fact, partsOf, type Ref, valueText, verbOf } from "../claim";
import { term } from "../data";
import type { Explorer } from "../explorer";
import { LONGEST, shorten, token } from "../text";
import { say } from "../words";
import { Own, Some } from "./parts";

/** In this order. */
const ASKED = ["heldOn", "heldUntil", "heldAt", "mode", "underFramework", "hosted", "chaired", "coChaired", "attended"];
const AT_FIRST = 8;

/** The claims of a meeting that pass the filters, by what they tell: nothing that is denied, each value once. */
function told(explorer: Explorer, node: number): [string, Ref[]][] {
  const { graph, passing } = explorer;
  const { moods, properties } = graph.data;
  const refs = [
    ...graph.factsOf(node).filter((at) => passing.facts[at] === 0 && !graph.bare[at]).map(fact),
    ...graph.claimsOf(node).filter((at) => passing.claims[at] === 0).map(edge),
  ];
  const found = new Map(ASKED.map((name) => [name, new Map<string | number, Ref>()]));
  for (const ref of refs) {
    const { subject, target, value, property, mood, confidence } = partsOf(graph, ref);
    const values = found.get(properties[property][0]);
    if (!values || moods[mood][0] === "Negated") continue;
    const key = target === null ? value?.[0] ?? "" : subject === node ? target : subject;
    const other = values.get(key);
    const before = other && partsOf(graph, other);
    // What was done speaks for what was planned, and the surer claim for the other.
    const done = (one: number) => Number(moods[one][0] === "Actual");
    if (!before || done(mood) > done(before.mood) || (mood === before.mood && confidence > before.confidence)) values.set(key, ref);
  }
  return [...found].filter(([, values]) => values.size).map(([name, values]) => [
    name, [...values.values()].sort((a, b) => partsOf(graph, b).confidence - partsOf(graph, a).confidence),
  ]);
}

/** How claims are stated, where that is not as done. */
function Tag({ explorer, mood }: { explorer: Explorer; mood: number }): VNode | null {
  const named = explorer.graph.data.moods[mood];
  return named[0] === "Actual" ? null : <span class={`tag ${token(named[0])}`}>{term(named, explorer.language)}</span>;
}

function Value({ explorer, node, claim, alike }: { explorer: Explorer; node: number; claim: Ref; alike: boolean }): VNode {
  const { graph, language } = explorer;
  const { value, mood } = partsOf(graph, claim);
  const other = claim.kind === "edges" ? graph.otherEnd(claim.at, node) : node;
  return (
    <>
      {claim.kind === "facts" ? <Own text={value ? valueText(graph, value, language) : ""} /> : (
        <button type="button" class="link" title={say(language, "wordsOfIt")} onClick={() => explorer.select({ kind: "pair", a: node, b: other })}>
          <Own text={shorten(graph.name(other, language), LONGEST)} />
        </button>
      )}
      {!alike && <Tag explorer={explorer} mood={mood} />}
    </>
  );
}

export function Glance({ explorer, node }: { explorer: Explorer; node: number }): VNode | null {
  const rows = explorer.graph.kind(node) === "Meeting" ? told(explorer, node) : [];
  if (!rows.length) return null;
  const { graph, language } = explorer;
  return (
    <dl class="glance">
      {rows.map(([name, claims]) => {
        const [mood, ...others] = new Set(claims.map((claim) => partsOf(graph, claim).mood));
        const alike = !others.length;
        return (
          <div key={name}>
            <dt>{verbOf(graph, claims[0], language)}{alike && <Tag explorer={explorer} mood={mood} />}</dt>
            <dd>
              <Some items={claims} first={AT_FIRST} language={language}
                make={(claim, place) => <>{place ? " · " : ""}<Value explorer={explorer} node={node} claim={claim} alike={alike} /></>} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
