"""What others say and whoever answers calls untrue: ``ตามที่มีข่าวว่า… นั้น โฆษกฯ ชี้แจงว่าไม่เป็นความจริง``."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, words_of
from kg.relations.sentence.reading import Reading

_OPENS = expression(rf"{any_of('hearsay_begins')}[^\n]{{0,40}}?{any_of('hearsay_told')}|ข่าว(?:ลือ)?ที่ว่า")
_ENDS = expression(any_of("hearsay_ends"))
_UNTRUE = expression(alternatives("said_to_be_untrue"))
_CUES = cue(*words_of("said_to_be_untrue"))
# What is said, and what is answered, is each told within so many characters.
_REACH = 400


def is_refuted(reading: Reading, at: int) -> bool:
    """Whether what stands at ``at`` is told as hearsay that the same paragraph calls untrue."""
    folded = reading.scan.folded
    until = at + 2 * _REACH
    if not reading.scan.cued(_CUES, at, until):
        return False
    begin = max(folded.rfind("\n", 0, at) + 1, at - _REACH)
    told = max((opens.end() for opens in _OPENS.finditer(folded, begin, at)), default=-1)
    if told < 0 or _ENDS.search(folded, told, at):
        return False
    untrue = _UNTRUE.search(folded, at, until)
    return untrue is not None and len(folded[at : untrue.start()].split("\n\n")) <= 2
