"""Which of the documents that state a claim speak for themselves, and which repeat one another.

A release is sent round: ministries, embassies and papers print it again, whole or with a word
changed. Words that are the same are also read the same way, rightly or wrongly. So documents count
as one witness of a claim where they bear one title, or where their words for it are the same, or nearly,
and long enough that nobody else would have hit on them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from kg.entities.keys import name_key

ALIKE = 90.0
"""From this likeness on (of 100) two quotations are copies of each other."""

TELLING = 60
"""From so many letters on, words are those of one writer."""

_TELLING_TITLE = 25
# A copy that was edited keeps its beginning or its end.
_KEPT = 16
_MANY = 60


def independent_groups(
    quotations: Mapping[str, Collection[str]], titles: Mapping[str, str] | None = None
) -> list[list[str]]:
    """The documents that state one claim, in groups that are independent of each other.

    Two documents are in one group if they bear the same title, or if a quotation of the one equals one of
    the other, spaces, digits and dashes aside, or is like it to :data:`ALIKE`; and if each is in one group
    with a third. Quotations shorter than :data:`TELLING` tell nothing.

    Args:
        quotations: by document, its words for the claim.
        titles: by document, its title.

    Returns:
        The groups, each sorted, in the order of their first documents; whatever order they came in.

    >>> long = "ไทยและลาวลงนามบันทึกความเข้าใจว่าด้วยการท่องเที่ยวข้ามพรมแดนเมื่อวันที่ {}"
    >>> short = "ลงนามแล้ว"
    >>> independent_groups({"b": [long.format("๔")], "a": [long.format(" 4")], "c": [short], "d": [short]})
    [['a', 'b'], ['c'], ['d']]
    """
    head = {document: document for document in quotations}

    def find(document: str) -> str:
        while head[document] != document:
            head[document] = head[head[document]]
            document = head[document]
        return document

    first: dict[str, str] = {}
    for document in sorted(quotations):
        said = {words for quotation in quotations[document] if len(words := name_key(quotation)) >= TELLING}
        title = name_key((titles or {}).get(document, ""))
        if len(title) >= _TELLING_TITLE:
            said.add(f"title {title}")
        for words in sorted(said):
            head[find(document)] = find(first.setdefault(words, document))
    for words, other in _nearly(words for words in first if not words.startswith("title ")):
        one, two = find(first[words]), find(first[other])
        if one != two and fuzz.ratio(words, other, score_cutoff=ALIKE) >= ALIKE:
            head[two] = one
    groups: dict[str, list[str]] = {}
    for document in sorted(quotations):
        groups.setdefault(find(document), []).append(document)
    return sorted(groups.values())


def _nearly(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of texts that are worth comparing: those with one beginning or one end."""
    blocks: dict[tuple[bool, str], list[str]] = {}
    for words in sorted(texts):
        blocks.setdefault((True, words[:_KEPT]), []).append(words)
        blocks.setdefault((False, words[-_KEPT:]), []).append(words)
    for block in blocks.values():
        # Of very many that begin alike, copies still stand side by side in the order of letters.
        yield from combinations(block, 2) if len(block) <= _MANY else pairwise(block)
