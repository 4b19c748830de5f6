// Statements that cannot both be so, and how many documents speak for one on their own.

import type { Graph } from "./data";
import { fold } from "./text";

/** Properties of which a meeting has one value. */
const SINGLE = new Set(["heldOn", "ordinal", "mode"]);

/** A name with more dates than these is that of a series, such as a weekly cabinet: no conflict. */
const SERIES = 3;

/** From this length on two documents of the same words are copies; a post or a name recurs anywhere. */
const TELLING = 60;

/** Facts of a node that give different values for what can have one: each group is one conflict. */
export function conflictingFacts(graph: Graph, node: number): number[][] {
  const { p, v, m } = graph.data.facts;
  const groups = new Map<number, number[]>();
  for (const fact of graph.factsOf(node)) {
    const name = graph.data.properties[p[fact]][0];
    if (!SINGLE.has(name) || graph.data.moods[m[fact]][0] === "Negated") continue;
    groups.set(p[fact], [...(groups.get(p[fact]) ?? []), fact]);
  }
  return [...groups.values()].flatMap((group) => {
    const all = [...new Set(group.map((fact) => v[fact][0]))];
    // 2021-10 does not contradict 2021-10-26: the one only says less, and adds nothing here.
    const values = all.filter((a) => !all.some((b) => a !== b && b.startsWith(a)));
    if (values.length < 2 || all.length > SERIES) return [];
    return [group.filter((fact) => values.includes(v[fact][0]))];
  });
}

/** Claims of a node that are stated by one and denied by another: each group is one conflict. */
export function conflictingClaims(graph: Graph, node: number): number[][] {
  const { s, t, p } = graph.data.edges;
  const groups = new Map<string, number[]>();
  const claims = graph.claimsOf(node);
  if (!claims.some((claim) => graph.mood(claim) === "Negated")) return [];
  for (const claim of claims) {
    const key = `${s[claim]} ${p[claim]} ${t[claim]}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].filter((group) => {
    const moods = group.map((claim) => graph.mood(claim));
    return moods.includes("Negated") && moods.some((mood) => mood !== "Negated");
  });
}

/**
 * How many documents state a claim independently: those of one title, or that say it in the same
 * words, are copies of one another and count once.
 */
export function independent(graph: Graph, quotations: readonly number[]): number {
  const groups: Set<string>[] = [];
  for (const document of graph.documentsOf(quotations)) {
    const marks = new Set<string>([`d${document}`]);
    const title = fold(graph.data.documents[document][1]);
    if (title) marks.add(`t${title}`);
    for (const quotation of quotations) {
      if (graph.data.quotations[0][quotation] === document) {
        const words = fold(graph.quote(quotation));
        if (words.length >= TELLING) marks.add(`q${words}`);
      }
    }
    const same = groups.filter((group) => [...marks].some((mark) => group.has(mark)));
    for (const group of same) {
      for (const mark of group) marks.add(mark);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(marks);
  }
  return groups.length;
}
