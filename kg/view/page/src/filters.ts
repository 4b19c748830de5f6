// What the reader lets through: one judgement for every claim, one for every entity, and the counts.

import type { Graph } from "./data";
import { monthOf } from "./dates";

/** The kinds of ticks in the legend. */
export type Facet = "classes" | "properties" | "moods";

/** What is let through. Unticked terms are hidden; of frameworks and documents none chosen means all. */
export interface Filter {
  classes: ReadonlySet<number>;
  properties: ReadonlySet<number>;
  moods: ReadonlySet<number>;
  /** The least confidence in percent; 0 lets claims without one through. A mention is no claim and passes always. */
  confidence: number;
  /** First and last day, or null where open. */
  from: number | null;
  to: number | null;
  /** Whether claims without a date pass where a stretch of time is chosen. */
  undated: boolean;
  frameworks: ReadonlySet<number>;
  documents: ReadonlySet<number>;
}

export const ALL: Filter = Object.freeze({
  classes: new Set<number>(), properties: new Set<number>(), moods: new Set<number>(), confidence: 0,
  from: null, to: null, undated: true, frameworks: new Set<number>(), documents: new Set<number>(),
});

/** How many of a term are in the graph, and how many pass all the other filters. */
interface Count {
  total: number;
  passing: number;
}

/** The judgement of a filter over a whole graph. */
export interface Passing {
  /** 0 where a claim passes; else which filters stop it. */
  claims: Uint8Array;
  facts: Uint8Array;
  /** 1 where an entity passes. */
  nodes: Uint8Array;
  nodeCount: number;
  claimCount: number;
  factCount: number;
  /** How many claims of each entity pass. */
  degrees: Uint32Array;
  counts: Record<Facet, Count[]>;
  /** Claims by month (`monthOf`) that pass all filters but that of time. */
  months: ReadonlyMap<number, number>;
  undated: number;
  frameworks: ReadonlyMap<number, number>;
  documents: ReadonlyMap<number, number>;
}

const CLASS = 1;
const PROPERTY = 2;
const MOOD = 4;
const CONFIDENCE = 8;
const DATE = 16;
const FRAMEWORK = 32;
const DOCUMENT = 64;

/** Whether a filter stops anything. */
export function isOpen(filter: Filter): boolean {
  return filter.classes.size + filter.properties.size + filter.moods.size + filter.frameworks.size
    + filter.documents.size + filter.confidence === 0 && filter.from === null && filter.to === null;
}

/** Judge every claim and entity of a graph. */
export function judge(graph: Graph, filter: Filter): Passing {
  const { edges, facts } = graph.data;
  const claims = new Uint8Array(graph.claims);
  const judged = new Uint8Array(graph.factCount);
  for (let claim = 0; claim < graph.claims; claim++) {
    const ends = [edges.s[claim], edges.t[claim]];
    claims[claim] = stops(graph, filter, edges, claim, ends, graph.when[claim]);
  }
  for (let fact = 0; fact < graph.factCount; fact++) {
    judged[fact] = stops(graph, filter, facts, fact, [facts.n[fact]], graph.factWhen[fact]);
  }
  const { classes, ...nodes } = nodesOf(graph, filter, claims, judged);
  const { properties, moods, ...rest } = tally(graph, claims, judged);
  return { claims, facts: judged, ...nodes, ...rest, counts: { classes, properties, moods } };
}

function stops(
  graph: Graph, filter: Filter, columns: { p: number[]; m: number[]; c: number[]; q: number[][] }, at: number,
  ends: number[], when: { from: number; to: number } | null,
): number {
  let mask = 0;
  if (filter.classes.size && ends.some((end) => filter.classes.has(graph.data.nodes.cls[end]))) mask |= CLASS;
  if (filter.properties.has(columns.p[at])) mask |= PROPERTY;
  if (filter.moods.has(columns.m[at])) mask |= MOOD;
  if (filter.confidence > 0 && columns.c[at] < filter.confidence && !graph.isMention(columns.p[at])) mask |= CONFIDENCE;
  if (filter.from !== null || filter.to !== null) {
    const inside = when
      ? when.to >= (filter.from ?? -Infinity) && when.from <= (filter.to ?? Infinity)
      : filter.undated;
    if (!inside) mask |= DATE;
  }
  if (filter.frameworks.size && !ends.some((end) => graph.frameworks.get(end)?.some((f) => filter.frameworks.has(f)))) {
    mask |= FRAMEWORK;
  }
  if (filter.documents.size && !columns.q[at].some((q) => filter.documents.has(graph.data.quotations[0][q]))) {
    mask |= DOCUMENT;
  }
  return mask;
}

/** An entity passes if its class does and some claim or fact of it does; one that has none, if no claims are chosen. */
function nodesOf(graph: Graph, filter: Filter, claims: Uint8Array, facts: Uint8Array) {
  const { s, t } = graph.data.edges;
  const open = isOpen({ ...filter, classes: ALL.classes });
  const alive = new Uint8Array(graph.size).fill(open ? 1 : 0);
  if (!open) {
    claims.forEach((mask, claim) => { if ((mask & ~CLASS) === 0) alive[s[claim]] = alive[t[claim]] = 1; });
    facts.forEach((mask, fact) => { if ((mask & ~CLASS) === 0 && !graph.bare[fact]) alive[graph.data.facts.n[fact]] = 1; });
  }
  const degrees = new Uint32Array(graph.size);
  claims.forEach((mask, claim) => {
    if (mask) return;
    degrees[s[claim]]++;
    if (s[claim] !== t[claim]) degrees[t[claim]]++;
  });
  const classes = graph.data.classes.map((): Count => ({ total: 0, passing: 0 }));
  const nodes = new Uint8Array(graph.size);
  let nodeCount = 0;
  graph.data.nodes.cls.forEach((kind, node) => {
    classes[kind].total++;
    if (!alive[node]) return;
    classes[kind].passing++;
    if (filter.classes.has(kind)) return;
    nodes[node] = 1;
    nodeCount++;
  });
  return { nodes, nodeCount, classes, degrees };
}

function tally(graph: Graph, claims: Uint8Array, facts: Uint8Array) {
  const { edges, facts: values, properties, moods, quotations } = graph.data;
  const byProperty = properties.map((): Count => ({ total: 0, passing: 0 }));
  const byMood = moods.map((): Count => ({ total: 0, passing: 0 }));
  const months = new Map<number, number>();
  const frameworks = new Map<number, number>();
  const documents = new Map<number, number>();
  let undated = 0;
  let claimCount = 0;
  let factCount = 0;
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1);
  const one = (columns: typeof edges | typeof values, at: number, mask: number) => {
    const property = byProperty[columns.p[at]];
    const mood = byMood[columns.m[at]];
    property.total++;
    mood.total++;
    if ((mask & ~PROPERTY) === 0) property.passing++;
    if ((mask & ~MOOD) === 0) mood.passing++;
    if ((mask & ~DOCUMENT) === 0) {
      const [only, ...more] = columns.q[at];
      if (only === undefined) return;
      if (!more.length) count(documents, quotations[0][only]);
      else for (const document of graph.documentsOf(columns.q[at])) count(documents, document);
    }
  };
  for (let claim = 0; claim < graph.claims; claim++) {
    const mask = claims[claim];
    one(edges, claim, mask);
    if (mask === 0) claimCount++;
    if ((mask & ~DATE) === 0) {
      const when = graph.when[claim];
      if (when) count(months, monthOf(when.from));
      else undated++;
    }
    if ((mask & ~FRAMEWORK) === 0) {
      const a = graph.frameworks.get(edges.s[claim]) ?? [];
      const b = graph.frameworks.get(edges.t[claim]) ?? [];
      for (const framework of a) count(frameworks, framework);
      for (const framework of b) if (!a.includes(framework)) count(frameworks, framework);
    }
  }
  for (let fact = 0; fact < graph.factCount; fact++) {
    if (graph.bare[fact]) continue;
    one(values, fact, facts[fact]);
    if (facts[fact] === 0) factCount++;
  }
  return { months, undated, frameworks, documents, claimCount, factCount, properties: byProperty, moods: byMood };
}
