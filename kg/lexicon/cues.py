"""Words without which a rule has nothing to do, found in one pass over a text.

Most rules turn on words that most sentences do not have. To search each sentence for each of them costs
more than all else that is read there; where all of them stand is found at once, for little more than one.
"""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick

_CODE_PAGE = "cp874"
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
    finder, owners = _finder(len(_WORDS))
    found: list[list[int]] = [[] for _ in _WORDS]
    # One byte a character, so that places in the bytes are places in the text.
    for index, start, _ in finder.find_matches_as_indexes(folded.encode(_CODE_PAGE, "replace"), overlapping=True):
        for number in owners[index]:
            found[number].append(start)
    for number, places in enumerate(found):
        if len(places) > 1:
            found[number] = sorted(set(places))
    return found


@lru_cache(maxsize=1)
def _finder(number: int) -> tuple[BytesAhoCorasick, list[list[int]]]:
    """What finds the words of the first ``number`` cues, and whose each of the words is."""
    owners: dict[bytes, list[int]] = {}
    for owner, words in enumerate(_WORDS[:number]):
        for word in dict.fromkeys(words):
            owners.setdefault(word.encode(_CODE_PAGE), []).append(owner)
    return BytesAhoCorasick(list(owners)), list(owners.values())
