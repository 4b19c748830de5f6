"""Which of the documents that state a claim speak for themselves, and which repeat one another.

A release is sent round: ministries, embassies and papers print it again, whole or with a word
changed. Words that are the same are also read the same way, rightly or wrongly. So documents count
as one witness of a claim where their words for it are the same, or nearly.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapidfuzz import fuzz

from kg.entities.keys import name_key

ALIKE = 90.0
"""From this likeness on (of 100) two quotations are copies of each other."""


def independent_groups(quotations: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The documents that state one claim, in groups that are independent of each other.

    Two documents are in one group if a quotation of the one equals one of the other, spaces, digits
    and dashes aside, or is like it to :data:`ALIKE`; and if each is in one group with a third.

    Args:
        quotations: by document, its words for the claim.

    Returns:
        The groups, each sorted, in the order of their first documents; whatever order they came in.

    >>> independent_groups({"b": ["ไทยลงนามเมื่อวันที่ ๔"], "a": ["ไทยลงนาม เมื่อวันที่ 4"], "c": ["รัฐมนตรีลงนามแล้ว"]})
    [['a', 'b'], ['c']]
    """
    head = {document: document for document in quotations}

    def find(document: str) -> str:
        while head[document] != document:
            head[document] = head[head[document]]
            document = head[document]
        return document

    first: dict[str, str] = {}
    for document in sorted(quotations):
        for words in {name_key(quotation) for quotation in quotations[document]}:
            head[find(document)] = find(first.setdefault(words, document))
    # Of two texts that are that much alike, the longer is at most so much longer.
    longest = (200 - ALIKE) / ALIKE
    ordered = sorted(first, key=lambda words: (len(words), words))
    for at, words in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if len(other) > longest * len(words):
                break
            one, two = find(first[words]), find(first[other])
            if one != two and fuzz.ratio(words, other, score_cutoff=ALIKE) >= ALIKE:
                head[two] = one
    groups: dict[str, list[str]] = {}
    for document in sorted(quotations):
        groups.setdefault(find(document), []).append(document)
    return sorted(groups.values())
