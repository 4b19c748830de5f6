// A graph too large for one page: the server that made the page gives more of it as the reader goes.

import type { Graph } from "./data";
import type { Part } from "./merge";

/** The size of the whole graph, which the page has only a part of. */
export interface Totals {
  entities: number;
  claims: number;
  communities: number[];
}

export interface Found {
  nodes: number[];
  /** How many there are, of which `nodes` may be the first. */
  total: number;
}

export class Remote {
  constructor(private readonly graph: Graph, readonly totals: Totals) {}

  /** Bring in all claims of these entities. */
  async load(nodes: readonly number[]): Promise<void> {
    this.take(await this.ask("claims", { nodes: nodes.map((node) => this.graph.iri(node)) }));
  }

  /** Entities that a text may mean, in the whole graph. */
  async find(text: string): Promise<Found> {
    const { total, ...part } = await this.ask<Part & { total: number }>("search", { text });
    return { nodes: this.take(part), total };
  }

  /** Bring in all that stands on the shortest ways between two entities. */
  async ways(from: number, to: number): Promise<void> {
    this.take(await this.ask("ways", { nodes: [this.graph.iri(from), this.graph.iri(to)] }));
  }

  private take(part: Part): number[] {
    return this.graph.extend(part);
  }

  private async ask<T = Part>(what: string, question: unknown): Promise<T> {
    await this.graph.ready;
    const answer = await fetch(`page/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    return await answer.json() as T;
  }
}
