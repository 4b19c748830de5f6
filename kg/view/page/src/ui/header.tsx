// The head of the page: search, the way back and forward, the views, what can be taken away, how it looks.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Ref } from "../claim";
import { term } from "../data";
import type { Explorer } from "../explorer";
import { addressOf } from "../pointer";
import { MODES } from "../state";
import { type Caption, png, svg } from "../takeaway/image";
import { csv, takeText } from "../takeaway/rows";
import { save } from "../takeaway/save";
import { chosenClaims, visibleClaims } from "../takeaway/scope";
import { turtle } from "../takeaway/turtle";
import { LONGEST, plain, shorten } from "../text";
import { say } from "../words";
import { copy, Own } from "./parts";
import { SearchField } from "./search";
import { statusText } from "./stage";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

export function Header({ explorer }: { explorer: Explorer }): VNode {
  const { language, view } = explorer;
  const other = language === "th" ? "en" : "th";
  return (
    <>
      <h1><Own text={explorer.first.title} /></h1>
      <SearchField explorer={explorer} id="search" label={say(language, "search")} pick={(node) => explorer.reveal(node)} />
      <a class="to-filters" href="#filters">{say(language, "toFilters")}</a>
      <div class="group">
        <button type="button" id="back" disabled={!explorer.canGoBack} aria-label={say(language, "back")} title={say(language, "back")} onClick={() => explorer.travel("back")}>←</button>
        <button type="button" id="forward" disabled={!explorer.canGoForward} aria-label={say(language, "forward")} title={say(language, "forward")} onClick={() => explorer.travel("forward")}>→</button>
      </div>
      <div class="group" role="group" aria-label={say(language, "modes")}>
        {MODES.map((mode) => (
          <button key={mode} type="button" id={`mode-${mode}`} aria-pressed={view.mode === mode} onClick={() => explorer.setMode(mode)}>{say(language, `mode_${mode}`)}</button>
        ))}
      </div>
      <TakeAway explorer={explorer} />
      {explorer.first.served && <a class="as-button" id="ask" href={`/query?lang=${language}`} title={say(language, "askTitle")}>{say(language, "ask")}</a>}
      <ThemeButton explorer={explorer} />
      <button type="button" id="language" lang={other} onClick={() => explorer.setLanguage(other)}>{say(language, "other")}</button>
    </>
  );
}

function ThemeButton({ explorer }: { explorer: Explorer }): VNode {
  const [theme, setTheme] = useState<Theme>("auto");
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  const word = say(explorer.language, `theme_${theme}`);
  return <button type="button" id="theme" aria-label={word} title={word} onClick={() => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    explorer.recolour();
  }}>{{ auto: "◐", light: "☀", dark: "☾" }[theme]}</button>;
}

/** What a picture that is taken away says below itself. */
function caption(explorer: Explorer): Caption {
  const { graph, language, first, visible } = explorer;
  const kinds = new Set([...visible].map((node) => graph.data.nodes.cls[node]));
  return {
    title: shorten(plain(first.title), LONGEST), status: statusText(explorer),
    classes: [...kinds].sort((a, b) => a - b).map((kind) => [graph.data.classes[kind][0], term(graph.data.classes[kind], language)]),
  };
}

function TakeAway({ explorer }: { explorer: Explorer }): VNode {
  const { graph, language } = explorer;
  const [open, setOpen] = useState(false);
  const give = (content: Blob | string, suffix: string, type?: string) => {
    save(content, `thut.${suffix}`, type);
    setOpen(false);
  };
  const take = (claims: Ref[], suffix: "csv" | "ttl") => void graph.ready.then(() => (suffix === "csv"
    ? give(csv(graph, claims, language), suffix, "text/csv") : give(turtle(graph, claims), suffix, "text/turtle")));
  const chosen = open ? chosenClaims(explorer) : null;
  const visible = open ? visibleClaims(explorer) : [];
  return (
    <details class="menu" id="take" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        setOpen(false);
        event.currentTarget.querySelector("summary")?.focus();
      }}>
      <summary>{say(language, "takeAway")}</summary>
      {open && (
        <div class="menu-body">
          <button type="button" id="take-png" onClick={() => void png(explorer.picture, caption(explorer)).then((blob) => give(blob, "png"))}>{say(language, "png")}</button>
          <button type="button" id="take-svg" onClick={() => give(svg(explorer.picture, caption(explorer)), "svg", "image/svg+xml")}>{say(language, "svg")}</button>
          {([["chosen", chosen], ["whole", visible]] as const).map(([name, claims]) => claims && (
            <fieldset key={name}>
              <legend>{takeText(language, name === "whole", claims.length)}</legend>
              <button type="button" id={`take-csv-${name}`} onClick={() => take([...claims], "csv")}>{say(language, "csv")}</button>
              <button type="button" id={`take-ttl-${name}`} onClick={() => take([...claims], "ttl")}>{say(language, "turtle")}</button>
            </fieldset>
          ))}
          <button type="button" id="take-link" onClick={() => {
            const link = addressOf(explorer);
            setOpen(false);
            if (!link) explorer.announce(say(language, "noLink"));
            else {
              history.replaceState(null, "", link);
              void copy(link).then((done) => explorer.announce(say(language, done ? "copied" : "notCopied")));
            }
          }}>{say(language, "link")}</button>
          <button type="button" id="take-print" onClick={() => { setOpen(false); print(); }}>{say(language, "print")}</button>
        </div>
      )}
    </details>
  );
}
