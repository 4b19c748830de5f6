// The panel: what is known of the selection, each fact with the words behind it.

import type { VNode } from "preact";
import { edge, fact, valueText } from "../claim";
import { conflicts } from "../conflicts";
import { term } from "../data";
import { monthOf, sayMonth } from "../dates";
import type { Explorer } from "../explorer";
import { isOpen } from "../filters";
import { type Reach, wayKey } from "../scene";
import { plain, shorten } from "../text";
import { say } from "../words";
import { Claim, Conflict } from "./claims";
import { Glance } from "./glance";
import { List } from "./list";
import { PathPanel } from "./path";
import { Fold, Glyph, KindLine, NodeLink, Own, Some, useHeadingFocus } from "./parts";

const OPEN_AT_ONCE = 12;
const PER_GROUP = 30;
const TOP = 5;
/** What a reader asks for first, in this order. */
const TOP_CLASSES = ["Person", "Country", "Framework", "Meeting", "Organization"];
const COMMUNITIES = 8;
/** Of what was put together. */
const NAMES = 4;
const REASONS = 2;

export function Panel({ explorer }: { explorer: Explorer }): VNode {
  const { language, tab } = explorer;
  const tabs = ["details", "list"] as const;
  return (
    <>
      <div class="tabs" role="tablist" aria-label={say(language, "details")}>
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} aria-controls={name} aria-selected={tab === name}
            tabIndex={tab === name ? 0 : -1} onClick={() => explorer.setTab(name)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
              const next = name === "details" ? "list" : "details";
              explorer.setTab(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}>{say(language, name)}</button>
        ))}
      </div>
      <div id="details" role="tabpanel" aria-labelledby="tab-details" tabIndex={0} hidden={tab !== "details"}>
        <Details explorer={explorer} />
      </div>
      <div id="list" role="tabpanel" aria-labelledby="tab-list" tabIndex={0} hidden={tab !== "list"}>
        {tab === "list" && <List explorer={explorer} />}
      </div>
    </>
  );
}

function Details({ explorer }: { explorer: Explorer }): VNode {
  const { chosen } = explorer.view;
  if (chosen === null) return <Overview explorer={explorer} />;
  if (chosen.kind === "node") return <NodePanel key={chosen.node} explorer={explorer} node={chosen.node} />;
  if (chosen.kind === "pair") return <PairPanel key={`${chosen.a} ${chosen.b}`} explorer={explorer} a={chosen.a} b={chosen.b} />;
  if (chosen.kind === "community") return <CommunityPanel key={chosen.community} explorer={explorer} community={chosen.community} />;
  return <PathPanel explorer={explorer} from={chosen.from} to={chosen.to} />;
}

function NodePanel({ explorer, node }: { explorer: Explorer; node: number }): VNode {
  const { graph, language, view, passing } = explorer;
  const { nodes } = graph.data;
  const heading = useHeadingFocus(`n${node}`);
  const name = graph.name(node, language);
  const others = [nodes.th[node], nodes.en[node]].filter((other) => other && other !== name);
  const aliases = nodes.aliases[node].filter((alias) => alias !== name);
  const reach = explorer.reach(node);
  const unseen = reach.unseen.length;
  const hanging = reach.leaves.length;
  const own = graph.factsOf(node).filter((at) => !graph.bare[at]);
  const against = conflicts(graph, node);
  const apart = new Set(against.flat().filter(({ kind }) => kind === "facts").map(({ at }) => at));
  const passed = own.filter((at) => passing.facts[at] === 0 && !apart.has(at));
  const isMention = (at: number) => graph.isMention(graph.data.facts.p[at]);
  const facts = passed.filter((at) => !isMention(at));
  const mentions = passed.filter(isMention);
  const told = graph.factsOf(node).filter((at) => graph.bare[at]);
  const claims = graph.claimsOf(node);
  const shown = claims.filter((claim) => passing.claims[claim] === 0);
  const hidden = claims.length - shown.length + own.filter((at) => passing.facts[at] !== 0).length;
  const pinned = view.pinned.has(node);
  return (
    <>
      <KindLine explorer={explorer} node={node} />
      <h2 tabIndex={-1} ref={heading}><Own text={name} /></h2>
      {others.map((other) => <p key={other} class="other"><Own text={other} /></p>)}
      {aliases.length > 0 && (
        <p class="meta">{say(language, "also")}: {aliases.map((alias, place) => <>{place ? " · " : ""}<Own text={alias} /></>)}</p>
      )}
      <MergedLine explorer={explorer} node={node} />
      {/^Q\d+$/.test(nodes.wd[node]) && (
        <p class="meta"><a href={`https://www.wikidata.org/wiki/${nodes.wd[node]}`} rel="noopener noreferrer" target="_blank">Wikidata {nodes.wd[node]}</a></p>
      )}
      <Glance explorer={explorer} node={node} />
      <div class="actions">
        {unseen > 0 && <button type="button" id="expand" onClick={() => explorer.expand(node)}>{say(language, "expand", unseen)}</button>}
        {hanging > 0 && <button type="button" id="fold" onClick={() => explorer.fold(node)}>{say(language, "foldLeaves", hanging)}</button>}
        <button type="button" onClick={() => explorer.onlyAround(node)}>{say(language, "only")}</button>
        <button type="button" onClick={() => explorer.select({ kind: "path", from: node, to: null })}>{say(language, "pathFrom")}</button>
        <button type="button" onClick={() => explorer.pin(node, !pinned)}>{say(language, pinned ? "unpin" : "pin")}</button>
        <button type="button" onClick={() => explorer.hide(node)}>{say(language, "hide")}</button>
      </div>
      {told.map((at) => (
        <p key={at} class="meta">{term(graph.data.properties[graph.data.facts.p[at]], language)}: <Own text={valueText(graph, graph.data.facts.v[at], language)} /></p>
      ))}
      {against.map((group) => <Conflict key={`${group[0].kind}${group[0].at}`} explorer={explorer} claims={group} />)}
      <Some items={facts} first={PER_GROUP} language={language} make={(at) => <Claim key={at} explorer={explorer} claim={fact(at)} />} />
      <ClaimGroups explorer={explorer} node={node} claims={shown} reach={reach} />
      {mentions.length > 0 && (
        <Fold open={!facts.length && !shown.length}
          summary={`${term(graph.data.properties[graph.data.facts.p[mentions[0]]], language)} … (${mentions.length.toLocaleString("en")})`}>
          {() => <Some items={mentions} first={PER_GROUP} language={language} make={(at) => <Claim key={at} explorer={explorer} claim={fact(at)} />} />}
        </Fold>
      )}
      {hidden > 0 && <p class="meta">{say(language, "filteredOut", hidden)}</p>}
    </>
  );
}

/** What an entity was put together from: the names that documents use, and why they are held to be one. */
function MergedLine({ explorer, node }: { explorer: Explorer; node: number }): VNode | null {
  const { graph, language } = explorer;
  const merged = graph.data.nodes.of[node];
  if (!merged) return null;
  const names = graph.namesOfMembers(node);
  const reasons = merged[2].map(([reason, sure]) => `${term(graph.data.reasons[reason], language)} (${sure}%)`);
  return (
    <p class="meta" id="merged">
      {say(language, "merged", merged[0])}{names.length > 0 && ": "}
      <Some items={names} first={NAMES} language={language} make={([name, times], place) => (
        <>{place ? " · " : ""}<Own text={name} />{times > 1 && ` ×${times.toLocaleString("en")}`}</>
      )} />
      {reasons.length > 0 && " — "}
      <Some items={reasons} first={REASONS} language={language} make={(reason, place) => <>{place ? "; " : ""}{reason}</>} />
    </p>
  );
}

/** Claims by property and direction, few of them open at once. */
function ClaimGroups({ explorer, node, claims, reach }: { explorer: Explorer; node: number; claims: number[]; reach: Reach }): VNode {
  const { graph, language } = explorer;
  const { edges, properties } = graph.data;
  const groups = new Map<string, number[]>();
  for (const claim of claims) {
    const key = wayKey(edges.p[claim], edges.s[claim] === node);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  let opened = 0;
  return (
    <>
      {[...groups].map(([key, members]) => {
        const [property, way] = key.split(" ");
        const outward = way === "out";
        const word = term(properties[Number(property)], language);
        const open = opened + members.length <= OPEN_AT_ONCE;
        if (open) opened += members.length;
        const more = reach.unseenBy.get(key)?.length ?? 0;
        const less = reach.leavesBy.get(key)?.length ?? 0;
        return (
          <Fold key={key} open={open || groups.size === 1}
            summary={`${outward ? `${word} …` : `… ${word}`} (${members.length.toLocaleString("en")})`}
            actions={
              <span class="group-actions">
                {more > 0 && <button type="button" class="small" data-more={key} onClick={() => explorer.expand(node, key)}>{say(language, "showThese", more)}</button>}
                {less > 0 && <button type="button" class="small" data-less={key} onClick={() => explorer.fold(node, key)}>{say(language, "foldThese", less)}</button>}
              </span>
            }>
            {() => <Some items={members} first={PER_GROUP} language={language} make={(claim) => <Claim key={claim} explorer={explorer} claim={edge(claim)} />} />}
          </Fold>
        );
      })}
    </>
  );
}

function PairPanel({ explorer, a, b }: { explorer: Explorer; a: number; b: number }): VNode {
  const { graph, language } = explorer;
  const heading = useHeadingFocus(`p${a} ${b}`);
  const all = graph.claimsOf(a).filter((claim) => graph.otherEnd(claim, a) === b);
  const claims = all.filter((claim) => explorer.passesClaim(claim));
  const against = conflicts(graph, a).filter((group) => group.every(({ kind, at }) => kind === "edges" && graph.otherEnd(at, a) === b));
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>{say(language, "between")}</h2>
      <p><NodeLink explorer={explorer} node={a} /> · <NodeLink explorer={explorer} node={b} /></p>
      {against.map((group) => <Conflict key={group[0].at} explorer={explorer} claims={group} />)}
      <Some items={claims} first={PER_GROUP} language={language} make={(claim) => <Claim key={claim} explorer={explorer} claim={edge(claim)} />} />
      {all.length > claims.length && <p class="meta">{say(language, "filteredOut", all.length - claims.length)}</p>}
    </>
  );
}

/** A community by its most connected members. */
function communityName(explorer: Explorer, community: number): string {
  const { graph, language } = explorer;
  const members = graph.members(community);
  const named = members.slice(0, 3).map((node) => shorten(plain(graph.name(node, language)), 60)).join(" · ");
  const size = explorer.communitySize(community);
  return size > 3 ? say(language, "communityOf", named, size - Math.min(3, members.length)) : named;
}

function CommunityPanel({ explorer, community }: { explorer: Explorer; community: number }): VNode {
  const { graph, language, view, visible, passing } = explorer;
  const heading = useHeadingFocus(`c${community}`);
  const members = graph.members(community);
  const here = members.filter((node) => visible.has(node)).length;
  const more = members.filter((node) => !view.shown.has(node) && passing.nodes[node]).length;
  const folded = view.folded.has(community);
  return (
    <>
      <p class="kind"><span class={`chip ground-${community % 9}`} aria-hidden="true" />{say(language, "community")}</p>
      <h2 tabIndex={-1} ref={heading}><Own text={communityName(explorer, community)} /></h2>
      <p class="meta">{say(language, "communitySize", explorer.communitySize(community), here)}</p>
      <div class="actions">
        {more > 0 && <button type="button" onClick={() => explorer.showCommunity(community)}>{say(language, "groupMore", more)}</button>}
        {here > 1 && !folded && <button type="button" id="fold-group" onClick={() => explorer.foldCommunity(community)}>{say(language, "foldGroup")}</button>}
        {folded && <button type="button" id="unfold-group" onClick={() => explorer.unfoldCommunity(community)}>{say(language, "unfold")}</button>}
        {members.length > 1 && (
          <button type="button" onClick={() => explorer.only(members.slice(0, 60), { kind: "community", community })}>{say(language, "only")}</button>
        )}
      </div>
      <h3>{say(language, "members")}</h3>
      <ul class="plain members">
        <Some listed items={members} first={PER_GROUP} language={language}
          make={(node) => <li key={node}><Glyph kind={graph.kind(node)} /> <NodeLink explorer={explorer} node={node} /></li>} />
      </ul>
    </>
  );
}

/** What the graph holds, when nothing is selected. */
function Overview({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language, passing, first } = explorer;
  const heading = useHeadingFocus("overview");
  const { from, to } = explorer.view.filter;
  const months = [...passing.months.keys()].filter((month) => month >= (from === null ? month : monthOf(from)) && month <= (to === null ? month : monthOf(to)));
  const figures: [number | string, string][] = [
    [explorer.remote ? explorer.totals.entities : passing.nodeCount, say(language, "entities")],
    [explorer.remote ? explorer.totals.claims : passing.claimCount, say(language, "relations")],
    ...(explorer.remote ? [] : [
      [passing.factCount, say(language, "values")], [explorer.view.filter.documents.size || passing.documents.size, say(language, "documents")],
    ] as [number, string][]),
  ];
  const open = isOpen(explorer.view.filter);
  const weight = (node: number) => (open ? graph.degree(node) : passing.degrees[node]);
  const passed = graph.byDegree.filter((node) => passing.nodes[node]);
  const ranked = open ? passed : passed.sort((a, b) => weight(b) - weight(a) || a - b);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}><Own text={first.title} /></h2>
      <dl class="figures">
        {figures.map(([number, word]) => <><dt>{typeof number === "number" ? number.toLocaleString("en") : number}</dt><dd>{word}</dd></>)}
      </dl>
      {months.length > 0 && (
        <p class="meta">{say(language, "span")}: {sayMonth(language, months.reduce((a, b) => Math.min(a, b)))} – {sayMonth(language, months.reduce((a, b) => Math.max(a, b)))}</p>
      )}
      {first.left_out > 0 && <p class="meta">{say(language, "leftOut")}: {first.left_out.toLocaleString("en")}</p>}
      <p class="meta">{say(language, "hint")}</p>
      <h3>{say(language, "top")}</h3>
      {TOP_CLASSES.map((name) => {
        const top = ranked.filter((node) => graph.kind(node) === name).slice(0, TOP);
        const kind = graph.data.classes.find(([id]) => id === name);
        if (!top.length || !kind) return null;
        return (
          <section key={name} class="top">
            <h4><Glyph kind={name} />{term(kind, language)}</h4>
            <ol class="plain">
              {top.map((node) => <li key={node}><NodeLink explorer={explorer} node={node} /> <span class="count">{weight(node).toLocaleString("en")}</span></li>)}
            </ol>
          </section>
        );
      })}
      {graph.communities.length > 1 && (
        <section>
          <h3>{say(language, "communities")} ({graph.communities.length.toLocaleString("en")})</h3>
          <ul class="plain" id="communities">
            <Some listed items={graph.communities.map((_, community) => community)} first={COMMUNITIES} language={language} make={(community) => (
              <li key={community}>
                <span class={`chip ground-${community % 9}`} aria-hidden="true" />{" "}
                <button type="button" class="link" data-community={community} onClick={() => explorer.select({ kind: "community", community })}>
                  <Own text={communityName(explorer, community)} />
                </button>
              </li>
            )} />
          </ul>
        </section>
      )}
    </>
  );
}
