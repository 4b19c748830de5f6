// Which claims a reader takes: those of what is selected, or all that the picture shows.

import { edge, fact, type Ref } from "../claim";
import type { Explorer } from "../explorer";

/** The claims that the picture shows: its lines, and the facts of its entities. */
export function visibleClaims(explorer: Explorer): Ref[] {
  const { graph, lines, passing, visible } = explorer;
  return [
    ...lines.flatMap((line) => line.claims).sort((a, b) => a - b).map(edge),
    ...[...visible].flatMap((node) => graph.factsOf(node)).filter((at) => passing.facts[at] === 0 && !graph.bare[at]).sort((a, b) => a - b).map(fact),
  ];
}

/** The claims of what is selected; null where nothing is. */
export function chosenClaims(explorer: Explorer): Ref[] | null {
  const { graph, passing, view } = explorer;
  const { chosen } = view;
  const passes = (claim: number) => passing.claims[claim] === 0;
  if (chosen?.kind === "node") {
    return [...graph.claimsOf(chosen.node).filter(passes).map(edge), ...graph.factsOf(chosen.node).filter((at) => passing.facts[at] === 0 && !graph.bare[at]).map(fact)];
  }
  if (chosen?.kind === "pair") return graph.claimsOf(chosen.a).filter((claim) => graph.otherEnd(claim, chosen.a) === chosen.b && passes(claim)).map(edge);
  return null;
}
