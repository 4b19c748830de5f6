// How two entities are connected: the shortest ways, each step with the words that state it.

import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { edge } from "../claim";
import type { Explorer } from "../explorer";
import { say } from "../words";
import { Claim } from "./claims";
import { Fold, NodeLink, Some, useHeadingFocus } from "./parts";
import { SearchField } from "./search";

export function PathPanel({ explorer, from, to }: { explorer: Explorer; from: number; to: number | null }): VNode {
  const { graph, language } = explorer;
  const heading = useHeadingFocus(`w${from} ${to ?? ""}`);
  const result = to === null ? null : explorer.ways.between(from, to, explorer.passing);
  // Whoever asked for a way types where it goes next.
  useEffect(() => { if (to === null) document.getElementById("path-to")?.focus(); }, [from, to === null]);
  const nodes = result ? [...new Set(result.found.flatMap((path) => path.nodes))] : [];
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>{say(language, "pathHeading")}</h2>
      <div class="ends">
        <label for="path-from">{say(language, "pathFromLabel")}</label>
        <SearchField explorer={explorer} id="path-from" label={say(language, "pathFromLabel")}
          value={graph.name(from, language)} pick={(node) => explorer.select({ kind: "path", from: node, to })} />
        <label for="path-to">{say(language, "pathToLabel")}</label>
        <SearchField explorer={explorer} id="path-to" label={say(language, "pathToLabel")}
          value={to === null ? "" : graph.name(to, language)} pick={(node) => explorer.select({ kind: "path", from, to: node })} />
      </div>
      {result && result.found.length === 0 && <p role="status">{say(language, "pathNone")}</p>}
      {result && result.found.length > 0 && (
        <>
          <p role="status">{say(language, "pathFound", result.found.length, result.found[0].steps.length)}{result.more && ` · ${say(language, "pathMore")}`}</p>
          <div class="actions">
            <button type="button" id="path-show" onClick={() => explorer.bring(nodes)}>{say(language, "pathShow")}</button>
            <button type="button" id="path-only" onClick={() => explorer.only(nodes, explorer.view.chosen)}>{say(language, "pathOnly")}</button>
          </div>
          <Some items={result.found} first={8} language={language} make={(path, place) => (
            <Fold key={path.nodes.join(" ")} open={place === 0} summary={say(language, "way", place + 1)}
              actions={<p class="way">{path.nodes.map((node, at) => <>{at ? " → " : ""}<NodeLink explorer={explorer} node={node} /></>)}</p>}>
              {() => path.steps.map((claims, step) => (
                <div key={step} class="step">
                  <Some items={claims} first={2} language={language} make={(claim) => <Claim key={claim} explorer={explorer} claim={edge(claim)} />} />
                </div>
              ))}
            </Fold>
          )} />
        </>
      )}
    </>
  );
}
