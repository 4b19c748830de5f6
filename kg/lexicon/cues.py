"""Words without which a rule has nothing to do, found in one pass over a text.

Most rules turn on words that most sentences do not have. To search each sentence for each of them costs
more than all else that is read there; where all of them stand is found at once, for little more than one.
"""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick

from kg.text import CODE_PAGE, one_byte

# The words of each cue, by its number.
_WORDS: list[tuple[str, ...]] = []


def cue(*words: str) -> int:
    """The number under which :func:`cues_in` tells where any of ``words`` stands.

    To be asked for once, where a module is made: each call makes a cue of its own.
    """
    _WORDS.append(words)
    return len(_WORDS) - 1


def cues_in(folded: str) -> list[list[int]]:
    """For each cue, by its number, the places in a folded text where its words begin: in order, each once.

    >>> number = cue("คณะผู้แทน", "ผู้แทน")
    >>> cues_in("มีคณะผู้แทนและผู้แทน")[number]
    [2, 5, 14]
    """
    finder, owners, nested = _finder(len(_WORDS))
    found: list[list[int]] = [[] for _ in _WORDS]
    for index, start, _ in finder.find_matches_as_indexes(one_byte(folded), overlapping=True):
        for number in owners[index]:
            found[number].append(start)
    # They come by their ends: where one word holds another, that is another order.
    for number in nested:
        if len(found[number]) > 1:
            found[number] = sorted(set(found[number]))
    return found


@lru_cache(maxsize=1)
def _finder(number: int) -> tuple[BytesAhoCorasick, list[list[int]], list[int]]:
    """What finds the words of the first ``number`` cues; whose each is; which cues hold words in words."""
    owners: dict[bytes, list[int]] = {}
    nested: list[int] = []
    for owner, words in enumerate(_WORDS[:number]):
        for word in dict.fromkeys(words):
            owners.setdefault(word.encode(CODE_PAGE), []).append(owner)
        if any(one != other and one in other for one in words for other in words):
            nested.append(owner)
    return BytesAhoCorasick(list(owners)), list(owners.values()), nested
