// A claim as a sentence, with the words that state it, in their sentence, in their document.

import type { ComponentChildren, VNode } from "preact";
import { partsOf, type Ref, valueText, verbOf } from "../claim";
import { independent } from "../conflicts";
import { type Graph, term } from "../data";
import { sayDate } from "../dates";
import type { Explorer } from "../explorer";
import { breakable, plain, safeLink, token } from "../text";
import { type Language, say } from "../words";
import { CopyButton, NodeLink, Own, Some } from "./parts";

const AT_FIRST = 2;
/** Shorter than this is hardly a sentence: look further out. */
const SENTENCE = 60;
/** Longer than this may not fit without scrolling, which the keyboard must reach. */
const SCROLLS = 200;
/** A name shorter than this is not looked for in sentences: it would be found in other words. */
const NAME = 4;

/** A quotation within the sentence that holds it, where some claim quotes that: text before, quoted, after. */
function inSentence(graph: Graph, quotation: number): [string, string, string] {
  const [, begins, ends, within] = graph.data.quotations;
  const quote = graph.quote(quotation);
  let outer = quotation;
  while (within[outer] >= 0 && ends[outer] - begins[outer] < SENTENCE) outer = within[outer];
  if (outer === quotation) return ["", quote, ""];
  const letters = [...graph.quote(outer)];
  const at = begins[quotation] - begins[outer];
  return [letters.slice(0, at).join(""), quote, letters.slice(at + ends[quotation] - begins[quotation]).join("")];
}

/** A text with the names of the two that a claim joins made bold, the longest first. */
function withNames(text: string, names: readonly string[]): ComponentChildren[] {
  const wanted = [...new Set(names)].filter((name) => name.length >= NAME && text.includes(name)).sort((a, b) => b.length - a.length);
  const parts: ComponentChildren[] = [];
  let rest = text;
  while (rest) {
    const found = wanted.map((name) => ({ name, at: rest.indexOf(name) })).filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
    if (!found) break;
    parts.push(rest.slice(0, found.at), <b>{found.name}</b>);
    rest = rest.slice(found.at + found.name.length);
  }
  return [...parts, rest];
}

/** The document of a quotation in words: title, date, link. */
function sourceOf(graph: Graph, quotation: number, language: Language) {
  const [documents, begins, ends] = graph.data.quotations;
  const [iri, , issued, link] = graph.data.documents[documents[quotation]];
  return {
    title: graph.documentName(documents[quotation]),
    date: issued ? sayDate(language, issued) : "",
    href: safeLink(link),
    page: begins[quotation] >= 0 ? `/document?id=${encodeURIComponent(iri)}&char=${begins[quotation]},${ends[quotation]}&lang=${language}` : "",
    place: begins[quotation] >= 0 ? `${say(language, "chars")} ${begins[quotation]}–${ends[quotation]}` : "",
  };
}

/** A quotation as one would cite it. */
export function citation(graph: Graph, quotation: number, language: Language): string {
  const { title, date, href, place } = sourceOf(graph, quotation, language);
  return [`“${plain(graph.quote(quotation))}”`, [plain(title), date, href, place].filter((part) => part).join(", ")].join(" — ");
}

function Quotation({ explorer, quotation, names }: { explorer: Explorer; quotation: number; names: readonly string[] }): VNode {
  const { graph, language } = explorer;
  const { title, date, href, page, place } = sourceOf(graph, quotation, language);
  const [before, quote, after] = inSentence(graph, quotation);
  return (
    <blockquote>
      <span class="quote" dir="auto" lang="th" tabIndex={before.length + quote.length + after.length > SCROLLS ? 0 : undefined}>
        {before && <span class="around">{breakable(before)}</span>}
        {before || after ? <mark>{breakable(quote)}</mark> : withNames(breakable(quote), names)}
        {after && <span class="around">{breakable(after)}</span>}
      </span>
      <footer>
        {href ? <a href={href} rel="noopener noreferrer" target="_blank" title={say(language, "open")}><Own text={title} /></a> : <Own text={title} />}
        {date && ` · ${date}`}
        {place && ` · ${place}`}
        {explorer.first.served && page && <>{" · "}<a class="in-document" href={page}>{say(language, "inDocument")}</a></>}
        {" "}
        <CopyButton explorer={explorer} text={() => citation(graph, quotation, explorer.language)}>{say(language, "cite")}</CopyButton>
      </footer>
    </blockquote>
  );
}

/** Quotations of one document after another: what different documents say comes before what one repeats. */
function spread(graph: Graph, quotations: readonly number[]): number[] {
  const byDocument = new Map<number, number[]>();
  for (const quotation of quotations) {
    const document = graph.data.quotations[0][quotation];
    byDocument.set(document, [...(byDocument.get(document) ?? []), quotation]);
  }
  const lists = [...byDocument.values()];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list.slice(round, round + 1))).flat();
}

/** A claim as a sentence with the words that state it. */
export function Claim({ explorer, claim }: { explorer: Explorer; claim: Ref }): VNode {
  const { graph, language } = explorer;
  const { subject, target, value, mood, confidence, support, quotations, unstated } = partsOf(graph, claim);
  const named = graph.data.moods[mood];
  const class_ = token(named[0]);
  const documents = support < 0 ? independent(graph, quotations) : support;
  const names = [...graph.names(subject), ...(target === null ? [] : graph.names(target))];
  return (
    <div class={`claim ${class_}`}>
      <p>
        <NodeLink explorer={explorer} node={subject} />{" "}
        <span class="verb">{verbOf(graph, claim, language)}</span>{" "}
        {target === null ? <Own text={value ? valueText(graph, value, language) : ""} /> : <NodeLink explorer={explorer} node={target} />}
        {named[0] !== "Actual" && <span class={`tag ${class_}`}>{term(named, language)}</span>}
        {confidence >= 0 && <span class="tag" title={`${say(language, "confidence")} ${confidence}%`}>{confidence}%</span>}
        {documents > 1 && <span class="tag">{say(language, "independent", documents)}</span>}
      </p>
      {quotations.length ? (
        <Some items={spread(graph, quotations)} first={AT_FIRST} language={language}
          make={(quotation) => <Quotation key={quotation} explorer={explorer} quotation={quotation} names={names} />} />
      ) : <p class="meta">{say(language, unstated ? "unstated" : "noQuote")}</p>}
    </div>
  );
}

/** Statements that cannot both be so, side by side. */
export function Conflict({ explorer, claims }: { explorer: Explorer; claims: readonly Ref[] }): VNode {
  return (
    <section class="conflict" aria-label={say(explorer.language, "conflict")}>
      <h3>{say(explorer.language, "conflict")}</h3>
      <div class="sides">{claims.map((claim) => <Claim key={`${claim.kind}${claim.at}`} explorer={explorer} claim={claim} />)}</div>
    </section>
  );
}
