// A field that finds entities as the reader types; by keyboard and for screen readers a combobox.

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { sayStretch } from "../dates";
import type { Explorer } from "../explorer";
import type { Found } from "../remote";
import { shorten } from "../text";
import { say } from "../words";
import { Glyph, Own } from "./parts";

const HITS = 30;

/** What tells entities of one name apart: class, date, number of relations. */
function aboutNode({ graph, language }: Explorer, node: number): string {
  const held = graph.held(node);
  return [graph.kindName(node, language), held ? sayStretch(held, language) : "", say(language, "related", graph.degree(node))].filter((part) => part).join(" · ");
}

export function SearchField({ explorer, id, label, value, pick }: {
  explorer: Explorer; id: string; label: string; value?: string; pick: (node: number) => void;
}): VNode {
  const { graph, index, language } = explorer;
  const [text, setText] = useState(value ?? "");
  const [{ nodes: found, total }, setFound] = useState<Found>({ nodes: [], total: 0 });
  const latest = useRef("");
  const closing = useRef<ReturnType<typeof setTimeout>>();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const hits = useRef<HTMLDivElement>(null);
  useEffect(() => setText(value ?? ""), [value]);
  useEffect(() => { hits.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [at]);
  const count = Math.min(HITS, found.length);
  const type = (typed: string) => {
    const wanted = typed.trim();
    latest.current = wanted;
    const show = (hits: Found) => {
      // An answer to what was typed before is of no use now.
      if (latest.current !== wanted) return;
      setFound(hits);
      setAt(-1);
      setOpen(wanted !== "");
    };
    setText(typed);
    const hits = explorer.find(wanted);
    if (hits instanceof Promise) hits.then(show, (error: unknown) => explorer.announce(say(language, "noAnswer", String(error))));
    else show(hits);
  };
  const choose = (place: number) => {
    setOpen(false);
    setText(value === undefined ? "" : graph.name(found[place], language));
    pick(found[place]);
    // On a phone the keyboard would cover what was found.
    if (matchMedia("(pointer: coarse)").matches) {
      (document.activeElement as HTMLElement | null)?.blur();
      document.getElementById("panel")?.scrollIntoView();
    }
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter" && open && count) choose(Math.max(0, at));
    else if (event.key === "ArrowDown" && count) { setOpen(true); setAt((at + 1) % count); }
    else if (event.key === "ArrowUp" && count) { setOpen(true); setAt((at + count - 1) % count); }
    else return;
    event.preventDefault();
  };
  return (
    <div class="search" role={value === undefined ? "search" : undefined}>
      <input id={id} type="search" role="combobox" aria-label={label} placeholder={label} aria-expanded={open} aria-controls={`${id}-hits`}
        aria-autocomplete="list" aria-activedescendant={open && at >= 0 ? `${id}-hit-${at}` : undefined} autocomplete="off" spellcheck={false}
        value={text} onFocus={() => { clearTimeout(closing.current); index.prepare(); }} onInput={(event) => type(event.currentTarget.value)} onKeyDown={key}
        onBlur={() => { closing.current = setTimeout(() => setOpen(false), 150); }} />
      <div class="hits" hidden={!open} ref={hits}>
        <div id={`${id}-hits`} role="listbox" aria-label={label}>
          {open && found.slice(0, HITS).map((node, place) => {
            const name = graph.name(node, language);
            const alias = index.alias(node, text, name);
            return (
              <div key={node} role="option" id={`${id}-hit-${place}`} aria-selected={place === at} data-node={node}
                onMouseDown={(event) => { event.preventDefault(); choose(place); }}>
                <Glyph kind={graph.kind(node)} /> <Own text={shorten(name, 120)} />
                {alias && <> <small><Own text={shorten(alias, 80)} /></small></>}
                <small class="about">{aboutNode(explorer, node)}</small>
              </div>
            );
          })}
        </div>
        <div class="none" role="status">
          {open && (total === 0 ? say(language, "nothing") : total > HITS ? say(language, "firstHits", HITS, total) : say(language, "hits", total))}
        </div>
      </div>
    </div>
  );
}
