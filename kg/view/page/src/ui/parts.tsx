// Small parts that the panel, the lists and the search share. Every string becomes a text node.

import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { term } from "../data";
import type { Explorer } from "../explorer";
import { breakable, LONGEST, shorten } from "../text";
import { type Language, say } from "../words";

/** A stretch of a document's or the graph's text, whose writing direction stays its own affair. */
export function Own({ text }: { text: string }): VNode {
  return <bdi dir="auto">{breakable(text)}</bdi>;
}

const PATHS: Readonly<Record<string, string>> = {
  Person: "M8 2a6 6 0 1 0 .01 0z", Country: "M2 2h12v12H2z", Organization: "M8 1l7 7-7 7-7-7z",
  Framework: "M4.5 2h7L15 8l-3.5 6h-7L1 8z", Meeting: "M8 2l7 12H1z", Place: "M1 2h14L8 14z",
  Initiative: "M8 1l2 5h5l-4 3.2L12.6 15 8 11.5 3.4 15 5 9.2 1 6h5z", OutcomeDocument: "M2 2h12v12H2z", Topic: "M8 2a6 6 0 1 0 .01 0z",
};

/** The sign and colour of a class, as in the picture. */
export function Glyph({ kind }: { kind: string }): VNode {
  const colour = PATHS[kind] ? kind.toLowerCase() : "thing";
  return (
    <svg class={`glyph fill-${colour}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[kind] ?? PATHS.Topic} />
    </svg>
  );
}

/** An entity's name that selects it. */
export function NodeLink({ explorer, node }: { explorer: Explorer; node: number }): VNode {
  return (
    <button type="button" class="link" data-node={node} onClick={() => explorer.reveal(node)}>
      <Own text={shorten(explorer.graph.name(node, explorer.language), LONGEST)} />
    </button>
  );
}

/** Class and subclass of an entity. */
export function KindLine({ explorer, node }: { explorer: Explorer; node: number }): VNode {
  const { subclasses, nodes } = explorer.graph.data;
  const kind = explorer.graph.kind(node);
  const sub = subclasses[nodes.sub[node]];
  return (
    <p class="kind">
      <Glyph kind={kind} />
      {explorer.graph.kindName(node, explorer.language)}
      {sub[0] === kind ? null : ` · ${term(sub, explorer.language)}`}
    </p>
  );
}

/** The first items, the others at a press, a hundred at a time; how many there are is always said. */
export function Some<T>({ items, first, language, make, listed }: {
  items: readonly T[]; first: number; language: Language; make: (item: T, place: number) => ComponentChildren;
  /** Whether the items are those of a list: then the button is one, too. */
  listed?: boolean;
}): VNode {
  const [count, setCount] = useState(first);
  const host = useRef<HTMLLIElement & HTMLSpanElement>(null);
  const rest = items.length - count;
  const Host = listed ? "li" : "span";
  return (
    <>
      {items.slice(0, count).map(make)}
      {rest > 0 && (
        <Host class="more" ref={host}>
          <button type="button" onClick={() => {
            const before = host.current?.previousElementSibling;
            setCount(count + 100);
            // The keyboard goes on with the first that came.
            setTimeout(() => { (before?.nextElementSibling?.querySelector("button, a, summary, input") as HTMLElement | null)?.focus(); });
          }}>{say(language, "more", rest)}</button>
        </Host>
      )}
    </>
  );
}

/** A part that is made only when it is opened. */
export function Fold({ summary, open, children, actions }: {
  summary: ComponentChildren; open: boolean; children: () => ComponentChildren; actions?: ComponentChildren;
}): VNode {
  const [opened, setOpened] = useState(open);
  return (
    <div class="fold">
      <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{summary}</summary>
        {opened && children()}
      </details>
      {actions}
    </div>
  );
}

/** Copies a text to the clipboard and says whether that went well. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // In a frame without that right, the old way may still be open.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "offscreen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** A button that copies what `text` gives when it is pressed. */
export function CopyButton({ explorer, text, children }: {
  explorer: Explorer; text: () => string; children: ComponentChildren;
}): VNode {
  return (
    <button type="button" class="small" onClick={() => {
      void copy(text()).then((done) => explorer.announce(say(explorer.language, done ? "copied" : "notCopied")));
    }}>{children}</button>
  );
}

/** Puts the keyboard on the heading when what it is about changes and the keyboard was in the panel. */
export function useHeadingFocus(key: string): preact.RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const panel = document.getElementById("panel");
    if (panel) panel.scrollTop = 0;
    if (panel?.contains(document.activeElement) || document.activeElement === document.body) {
      if (panel?.dataset.keyboard === "true") heading.current?.focus({ preventScroll: true });
    }
  }, [key]);
  return heading;
}
