// Statements that cannot both be so, as the shipped query `conflicts` finds them, and how many documents speak for one.

import { edge, fact, partsOf, type Ref } from "./claim";
import type { Graph } from "./data";
import { fold } from "./text";

/** Properties of which a meeting has one value. */
const SINGLE = new Set(["heldOn", "heldAt", "ordinal", "mode"]);

/** A name held on more days than these, or with more numbers, is that of a series, such as a weekly cabinet: no conflict. */
const SERIES = 3;

/** Places of which two of one level are two; a hall, its city and its country are three and no contradiction. */
const LEVELS = new Set(["Country", "Province", "City"]);

const HYBRID = "Hybrid";

/** From this length on two documents of the same words are copies; a post or a name recurs anywhere. */
const TELLING = 60;

interface Said {
  ref: Ref;
  value: string;
  denied: boolean;
  mood: number;
  level: string;
  quotations: readonly number[];
}

/** Claims of a node, about values and between entities, that cannot all be so: each group is one conflict. */
export function conflicts(graph: Graph, node: number): Ref[][] {
  const refs = [...graph.factsOf(node).map(fact), ...graph.claimsOf(node).map(edge)];
  const denied = refs.some((ref) => isDenied(graph, ref));
  const groups = new Map<string, Said[]>();
  for (const ref of refs) {
    const { subject, property, quotations } = partsOf(graph, ref);
    // Without words that state it there is no claim to contradict.
    if (!quotations.length || (!denied && !SINGLE.has(graph.data.properties[property][0]))) continue;
    const key = `${subject} ${property}`;
    const group = groups.get(key);
    if (group) group.push(saidBy(graph, ref));
    else groups.set(key, [saidBy(graph, ref)]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [subject, property] = key.split(" ").map(Number);
    return [...denials(group), ...rivals(graph, subject, graph.data.properties[property][0], group)];
  });
}

function isDenied(graph: Graph, ref: Ref): boolean {
  return graph.data.moods[partsOf(graph, ref).mood][0] === "Negated";
}

function saidBy(graph: Graph, ref: Ref): Said {
  const { target, value, mood, quotations } = partsOf(graph, ref);
  const { nodes, subclasses } = graph.data;
  return {
    ref,
    value: target === null ? value?.[0] ?? "" : graph.iri(target),
    denied: isDenied(graph, ref),
    mood,
    level: target === null ? "" : subclasses[nodes.sub[target]][0],
    quotations,
  };
}

/** What one states and another denies, value by value. */
function denials(group: Said[]): Ref[][] {
  if (!group.some(({ denied }) => denied)) return [];
  const byValue = new Map<string, Said[]>();
  for (const said of group) byValue.set(said.value, [...(byValue.get(said.value) ?? []), said]);
  return [...byValue.values()].flatMap((same) => inConflict(same, (a, b) => a.denied !== b.denied));
}

/** Different values for what can have one. */
function rivals(graph: Graph, subject: number, property: string, group: Said[]): Ref[][] {
  if (!SINGLE.has(property)) return [];
  const many = new Set(group.map(({ value }) => value)).size > SERIES;
  if (property === "ordinal" ? many : isSeries(graph, subject)) return [];
  const spans = property === "heldOn" ? spansOf(graph, subject) : [];
  return inConflict(group.filter(({ denied }) => !denied), (a, b) => {
    if (a.value === b.value || isOneTelling(graph, a, b)) return false;
    if (property === "heldAt") return a.level === b.level && LEVELS.has(a.level);
    // What is hybrid is online, too, for those who are not there.
    if (property === "mode") return a.value !== HYBRID && b.value !== HYBRID;
    if (property !== "heldOn") return true;
    const [first, second] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
    // 2021-10 does not contradict 2021-10-26: the one only says less. Nor do two days, where some words say that a meeting lasts over both.
    return !second.startsWith(first) && !spans.some(([begin, end]) => begin <= first && second <= `${end}~`);
  });
}

/** What one document tells alike of two days or places is told of two occasions. */
function isOneTelling(graph: Graph, a: Said, b: Said): boolean {
  return a.mood === b.mood && graph.documentsOf([...a.quotations, ...b.quotations]).length === 1;
}

/** What is stated of a property of a node, and not denied. */
function valuesOf(graph: Graph, node: number, property: string): string[] {
  const { p, v, m } = graph.data.facts;
  const stated = (at: number) => graph.data.properties[p[at]][0] === property && graph.data.moods[m[at]][0] !== "Negated";
  return graph.factsOf(node).filter(stated).map((at) => v[at][0]);
}

/** Whether a name is that of a meeting held again and again. */
function isSeries(graph: Graph, node: number): boolean {
  return new Set(valuesOf(graph, node, "heldOn")).size > SERIES && !valuesOf(graph, node, "ordinal").length;
}

/** First and last days that the same words give. */
function spansOf(graph: Graph, node: number): [string, string][] {
  const { p, v, q } = graph.data.facts;
  const said = (name: string) => graph.factsOf(node).filter((at) => graph.data.properties[p[at]][0] === name);
  const begins = said("heldOn");
  return said("heldUntil").flatMap((end) => begins
    .filter((begin) => q[begin].some((words) => q[end].includes(words)))
    .map((begin): [string, string] => [v[begin][0], v[end][0]]));
}

/**
 * Those that are against some other, unless the same words state both, such as "the 44th and 45th" or a list of places;
 * but not where they tell the one as planned and the other as done.
 */
function inConflict(group: Said[], against: (a: Said, b: Said) => boolean): Ref[][] {
  const putOff = (a: Said, b: Said) => a.mood !== b.mood && !a.denied && !b.denied;
  const inSameWords = (a: Said, b: Said) => a.quotations.some((words) => b.quotations.includes(words));
  const found = group.filter((a) => group.some((b) => against(a, b) && (putOff(a, b) || !inSameWords(a, b))));
  return found.length ? [found.map(({ ref }) => ref)] : [];
}

/**
 * How many documents state a claim independently, for graphs that do not say: those of one title, or that say it
 * in the same words, are copies of one another and count once.
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
