"""Word borders inside a run of Thai letters, for the few rules that need them: PyThaiNLP's adapter.

Thut finds names by its own words and by what stands around them, since a tokenizer breaks foreign
names at any syllable that is a word. Where a name without honorific runs on into the words after
it, though, only a dictionary tells where the next function word begins.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

# The longest word of the dictionary has so many characters.
_LONGEST = 81


@lru_cache(maxsize=4096)
def word_starts(run: str) -> tuple[int, ...]:
    """Where words begin in ``run``, as offsets into it, by PyThaiNLP's ``newmm`` and its dictionary.

    The engine is loaded at the first call: most documents never ask.

    >>> word_starts("ปูตินในวันนี้")
    (0, 5, 7)
    """
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - 0.1 s that most documents need not spend
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415
    from pythainlp.util import Trie  # noqa: PLC0415

    # Only words that stand in the run can part it; a trie of all 62,000 would take half a second.
    dictionary = thai_words()
    here = {run[i:j] for i in range(len(run)) for j in range(i + 1, min(len(run), i + _LONGEST) + 1)}
    words = word_tokenize(
        run,
        custom_dict=Trie(sorted(here & dictionary)),
        engine="newmm",
        keep_whitespace=True,
        join_broken_num=False,
    )
    if "".join(words) != run:  # an engine's words are taken only where they are the text's own
        return (0,)
    return tuple(accumulate((len(word) for word in words[:-1]), initial=0))


def begins_with_word(run: str, *, shortest: int = 2) -> bool:
    """Whether a word of PyThaiNLP's dictionary, ``shortest`` letters long or longer, heads ``run``.

    >>> begins_with_word("เยือนไทย"), begins_with_word("ครงได้")
    (True, False)
    """
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - 0.1 s that most documents need not spend

    dictionary = thai_words()
    return any(run[:end] in dictionary for end in range(shortest, len(run) + 1))
