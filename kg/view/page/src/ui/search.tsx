// A field that finds entities as the reader types; by keyboard and for screen readers a combobox.

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Graph } from "../data";
import type { Index } from "../search";
import { shorten } from "../text";
import { type Language, say } from "../words";
import { Glyph, Own } from "./parts";

const HITS = 30;

export function SearchField({ graph, index, language, id, label, value, pick }: {
  graph: Graph; index: Index; language: Language; id: string; label: string; value?: string; pick: (node: number) => void;
}): VNode {
  const [text, setText] = useState(value ?? "");
  const [found, setFound] = useState<number[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const hits = useRef<HTMLDivElement>(null);
  useEffect(() => setText(value ?? ""), [value]);
  useEffect(() => { hits.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [at]);
  const count = Math.min(HITS, found.length);
  const type = (typed: string) => {
    setText(typed);
    setFound(index.find(typed.trim()));
    setAt(-1);
    setOpen(typed.trim() !== "");
  };
  const choose = (place: number) => {
    setOpen(false);
    setText(value === undefined ? "" : graph.name(found[place], language));
    pick(found[place]);
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
    <div class="search" role="search">
      <input id={id} type="search" role="combobox" aria-label={label} placeholder={label} aria-expanded={open} aria-controls={`${id}-hits`}
        aria-autocomplete="list" aria-activedescendant={open && at >= 0 ? `${id}-hit-${at}` : undefined} autocomplete="off" spellcheck={false}
        value={text} onFocus={() => index.prepare()} onInput={(event) => type(event.currentTarget.value)} onKeyDown={key}
        onBlur={() => setTimeout(() => setOpen(false), 150)} />
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
              </div>
            );
          })}
        </div>
        <div class="none" role="status">
          {open && (found.length === 0 ? say(language, "nothing")
            : found.length > HITS ? say(language, "firstHits", HITS, found.length) : say(language, "hits", found.length))}
        </div>
      </div>
    </div>
  );
}
