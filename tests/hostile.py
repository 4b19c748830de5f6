"""Texts that would rather be something else, a graph of nothing but them, and what they must not do."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import networkx as nx

from kg.graph import Fact, Quotation
from kg.merged import MergedNode

RUN = "document.documentElement.dataset.owned='1'"
OVERRIDE = "\u202e"
TEXTS = (
    f"</script><script>{RUN}</script><img src=x onerror={RUN}><svg onload={RUN}><b>หนา</b>",
    f"<!--<script>--!><![CDATA[</style></title></textarea><iframe src=javascript:{RUN}>",
    f'"\' onmouseover={RUN} autofocus onfocus={RUN} x="`&lt;script&gt;&quot;&#x27;',
    "{{7*7}}{% for x in y %}${7*7}<%= 7*7 %>#{7*7}{0}{1}%s$&$1",
    f"กลับ{OVERRIDE}นั้น abc 123 \u2067สอง\u202bสาม",
    "\u05d0\u05d1\u05d2 (שלום) \u200f\u061c مرحبا 12",
    "\x01\x07\x08\x0b\x1b[31m\x7f\x85\u2028\u2029\ufeff\u200b\u00ad\ufffe\U000e0001ควบคุม",
    "ย" * 100_000,
    "W" * 100_000,
    "e\u0301" + "\u0301\u0e49" * 500,
    '=HYPERLINK("http://evil.example")',
)
LINKS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" \tjavascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f'https://evil.example/"onmouseover="{RUN}',
    "//evil.example/x",
    f"vbscript:{RUN}",
    "https://evil.example/\u202egnp.exe",
)


def graph() -> nx.MultiDiGraph[str]:
    """Every text stands in every place that a graph has for text."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ("Person", "Meeting", "Topic", "Framework", "Country", *TEXTS)
    count = len(TEXTS)
    names = [f"https://e/{number}/{quote(text[:60])}" for number, text in enumerate(TEXTS)]

    def words(number: int) -> tuple[Quotation, ...]:
        text, other = TEXTS[number % count], TEXTS[(number + 1) % count]
        document = f"https://e/doc/{number}/{quote(text[:50])}"
        whole = f"{other} {text} {other}"
        place = len(other) + 1
        return (
            Quotation(document, 0, len(whole), whole, text, other[:40], LINKS[number % len(LINKS)]),
            Quotation(document, place, place + len(text), text, text, other[:40], LINKS[number % len(LINKS)]),
        )

    for number, text in enumerate(TEXTS):
        other = TEXTS[(number + 3) % count]
        facts = (
            Fact(f"e:f{number}", "heldOn", "2021-10-28", "date", "Actual", 0.9, words(number)),
            Fact(f"e:g{number}", "heldOn", text, "date", "Planned", 0.5, words(number)),
            Fact(f"e:h{number}", text, other, text, other, 0.4, words(number)),
            Fact("", text, other, "langString", "Actual", None, ()),
        )
        made.add_node(
            names[number], type=kinds[number % 5], cls=text, name_th=text, name_en=other,
            aliases=(text, other, *TEXTS[:3]),
            wikidata=text, facts=facts,
            merged=MergedNode(
                ("e:a", "e:b", text), ((text, 2), (other, 1)), ((text, 0.9), ("initials", 0.8))
            ),
        )  # fmt: skip
    for number in range(count):
        for step, (predicate, mood) in enumerate(
            (("attended", "Actual"), (TEXTS[number], TEXTS[number - 1]), ("underFramework", "Negated"))
        ):
            made.add_edge(
                names[number], names[(number + step + 1) % count], f"e:{number}-{step}",
                predicate=predicate, modality=mood, confidence=0.9, evidence=words(number + step),
            )  # fmt: skip
    return made


# Where nothing but words of one document stands: they may turn one another around, as they do there.
OWN = "blockquote .quote, .text, .reading blockquote, pre"
FAULTS = """
() => {
  const faults = [];
  if (document.documentElement.dataset.owned) faults.push("a script of the data ran");
  const known = new Set(ELEMENTS);
  for (const e of document.querySelectorAll("*")) {
    if (!known.has(e.localName)) faults.push(`<${e.localName}> in the page`);
    for (const { name } of e.attributes) if (/^on/i.test(name)) faults.push(`${name} on <${e.localName}>`);
    const href = e.href?.baseVal ?? e.href ?? "";
    if (href && !/^(https?:|file:|data:,$)/.test(href)) faults.push(`leads to ${href}`);
  }
  // What turns the writing direction must turn nothing but itself.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = (e) => !e.closest("script, style, noscript, [hidden]") && e.getClientRects().length > 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.includes("\\u202e") || !shown(text.parentElement)) continue;
    for (let e = text.parentElement; e; e = e.parentElement) {
      const { unicodeBidi, display } = getComputedStyle(e);
      if (display === "inline" && !/isolate|plaintext/.test(unicodeBidi)) continue;
      // A block holds it to itself; within, nothing else may stand beside it but the same document's words.
      if (display !== "inline" && e.textContent.trim() !== text.data.trim() && !e.matches(OWN)) {
        const where = `${e.localName}#${e.id}.${e.getAttribute("class")}`;
        faults.push(`${where} turns ${JSON.stringify(e.textContent.slice(0, 120))}`);
      }
      break;
    }
  }
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) faults.push(`${root.scrollWidth} wide`);
  return [...new Set(faults)];
}"""


def faults(page: Any, known: set[str]) -> list[str]:
    """What hostile texts have done to a page that is made of ``known`` elements."""
    found: list[str] = page.evaluate(
        FAULTS.replace("ELEMENTS", repr(sorted(known))).replace("OWN", repr(OWN))
    )
    return found
