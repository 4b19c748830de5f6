"""Documents and initiatives that the lexicon does not know: a head noun and what belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, not_after, words_of
from kg.mentions.brackets import latin_names
from kg.mentions.missions import MISSION_WORDS, mission_end
from kg.mentions.phrases import phrase_end
from kg.mentions.scan import Scan, Word
from kg.text import Span

BRACKET = expression(r" ?\(([^()\n]{2,160})\)")
# ``แนวคิด "บ้าน 5 หลัง" (Five-Homes)``: the marks tell where the name ends.
_QUOTED = expression(r""" ?(?P<mark>["'])[^"'\n]{2,90}(?P=mark)(?: ?\([^()\n]{2,80}\))?""")
# ``ลดก๊าซเรือนกระจกให้เป็นศูนย์``: no centre, but zero.
_ZERO = expression(r"ศูนย์(?=[\s)]|ใน|ภายใน|เพื่อ|และ|$)")
# How it is carried out: ``โครงการ ก | อย่างต่อเนื่อง``, ``แผนงาน ข | ได้ครบถ้วน``.
_HOWS = tuple(
    f"{lead}{way}"
    for lead in ("อย่าง", "โดย", "ให้", "ได้")
    for way in words_of("ways_of_doing", "ways_of_finishing")
)
# Where the name of a document or an initiative ends: what happened to it, where it lies, when it was.
_THING_END = expression(
    rf" ?(?<!ข้อ)(?<!นำ)(?:{any_of('tells_of_thing')}(?<!ความสามารถ)|{'|'.join(_HOWS)})"
    rf"| {any_of('tells_of_thing_behind_space')}"
    rf"|(?:{alternatives('ends_of_telling')}|แล้ว|ด้วย|(?<=[ก-ฮะ-ู])ได้)$"
)
# ``บันทึกความเข้าใจ ก ที่ทั้งสองฝ่ายลงนามไว้``, ``ปฏิญญา ข ได้รับการรับรองโดย ค``: that a document is signed or adopted
# is told of it, and no part of its name.
_DONE_TO_IT = expression(
    rf" ?(?:(?:ที่{not_after('words_in_thi')}|ซึ่ง|อัน)[^ \n()]{{0,60}}|"
    rf"{any_of('done_to_a_document')}(?:การ|ความ)?)$"
)
_LONGEST_DONE = 70
_WHICH = ("ที่", "ซึ่ง", "อัน")
# ``ความตกลง ก | ทั้งสองฝ่าย | ได้ | ลงนามไปแล้ว``: between those who sign and the verb.
_HAS_DONE = expression(" ?(?:ก็|จะ|ได้|เคย|ร่วมกัน|ร่วม){0,3}")
_SIGNED_SO = words_of("tells_right_behind_signing")
_DONE_TO_DOCUMENTS = frozenset({"sign", "adopt"})
# The words without which it ends nowhere.
_THING_CUES = cue(*words_of("tells_of_thing", "tells_of_thing_behind_space"), *_HOWS)
_THING_TAILS = (*words_of("ends_of_telling"), "แล้ว", "ด้วย", "ได้")
# ``โครงการ ก (Blue Port) ช่วยลด…``: behind the bracket that tells the name again it is told of otherwise.
_TOLD_AGAIN = expression(
    rf"[^()\n]\([A-Z][^()\n]{{1,90}}\)(?= ?(?!{alternatives('goes_on_naming')})[ก-ฮเ-ไ])"
)
# These heads name something only before Latin letters or a quotation: ``นโยบาย Blue Sky``.
_FOREIGN_ALONE = words_of("things_before_names")
_FOREIGN = expression(r" ?(?:\"|[A-Z](?!oom|ideo|ebex|EBEX|OOM|IDEO))")
_SHORTEST_NAME = 4  # letters behind the head noun
_DESCRIBED = expression(alternatives("relative_that"))
_EMPTY_TAIL = expression(rf"(?:(?:ฉบับ)?{any_of('points_back')}|มีผล|ใหม่|สำคัญ(?: ?ๆ)?$|ทั้งหมด(?! ?\d))")


# ``โครงการตั้งแต่วันที่ 3``, ``เอกสารถูกจัดทำขึ้น``: behind the noun it is told of at once.
_TOLD_OF = expression(alternatives("tells_right_behind_things"))


class ThingMention(NamedTuple):
    """A document, an initiative or a body named by a head noun: ``text[span]``.

    ``latin`` are the names in the bracket after it; ``named`` is false where only a description stands.
    """

    span: Span
    type: str
    cls: str
    surface: str
    latin: tuple[str, ...]
    named: bool


def read_thing(scan: Scan, noun: Word, limit: int) -> ThingMention | None:
    """The thing whose name begins with the head noun ``noun`` and ends at ``limit`` at the latest."""
    text = scan.document.text
    start, head_end = noun.start, noun.end
    end = _quoted_end(scan.folded, head_end, limit) or phrase_end(scan, start, limit)
    if end < head_end:
        return None
    end = _cut(scan, head_end + _SHORTEST_NAME, end)
    if noun.value == "OutcomeDocument":
        end = _before_its_signing(scan, head_end, end)
    if noun.value == "Initiative" and scan.folded.find("(", head_end + _SHORTEST_NAME, end) >= 0:
        again = _TOLD_AGAIN.search(scan.folded, head_end + _SHORTEST_NAME, end)
        end = again.end() if again else end
    bracket_names: tuple[str, ...] = ()
    surface = text[start:end]
    bracket = BRACKET.search(surface) if "(" in surface else None
    if bracket:
        bracket_names = latin_names(bracket.group(1))
        if bracket.end() == len(surface):
            surface = surface[: bracket.start()]
    tail = text[head_end:end].strip()
    named = len(tail) >= 4 and not _EMPTY_TAIL.match(tail) and not _TOLD_OF.match(tail)
    if noun.value == "Initiative" and _DESCRIBED.match(tail):
        # ``โครงการที่มีศักยภาพ``: what kind of project, and no name.
        named = False
    if scan.folded.startswith(_FOREIGN_ALONE, start):
        named = named and _FOREIGN.match(scan.folded, head_end) is not None
    return ThingMention(
        Span(start, end), noun.value, noun.more, " ".join(surface.split()).rstrip(" :"), bracket_names, named
    )


def _cut(scan: Scan, start: int, end: int) -> int:
    """Where behind ``start`` the name of a thing ends that runs to ``end``: before what happened to it."""
    if not scan.cued(_THING_CUES, start, end) and not scan.folded.endswith(_THING_TAILS, start, end):
        return end
    cut = _THING_END.search(scan.folded, start, end)
    return cut.start() if cut and scan.name_over(cut.start()) is None else end


def _before_its_signing(scan: Scan, start: int, end: int) -> int:
    """Where the name of a document ends that runs from its head, up to ``start``, to ``end``.

    That is before who signs or adopts it; what has no other name (``ข้อตกลงที่ทั้งสองฝ่ายลงนาม``) is told by that.
    """
    if scan.folded.startswith(_WHICH, start):
        return end
    start += _SHORTEST_NAME
    for verb in scan.starting("verbs", start, end):
        if verb.value not in _DONE_TO_DOCUMENTS:
            continue
        at = verb.start
        both = scan.starting("speakers", start, at)
        if both and _HAS_DONE.fullmatch(scan.folded, both[-1].end, at):
            at = both[-1].start
        told = _DONE_TO_IT.search(scan.folded, max(start, at - _LONGEST_DONE), at)
        if told is not None:
            return told.start()
        if at < verb.start or (verb.value == "sign" and scan.folded.startswith(_SIGNED_SO, verb.end)):
            return at
    return end


def _quoted_end(folded: str, head_end: int, limit: int) -> int:
    """Where a name in quotation marks behind its head noun ends, a bracket after it included; 0 for none."""
    quoted = _QUOTED.match(folded, head_end, limit)
    return quoted.end() if quoted else 0


def recognize_things(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The documents and initiatives in ``[start, end)`` whose head noun begins a phrase."""
    found: list[ThingMention] = []
    at = start
    for word in scan.within("nouns", start, end):
        if word.value == "Meeting" or word.start < at:
            continue
        verb = scan.verb_over(word.start)
        if verb is not None and verb.end >= word.end and verb.value != "launch-net":
            # ``ภายใต้แนวคิดหลัก "…"`` leads to a theme, ``แสดงวิสัยทัศน์ใน M`` to a meeting.
            continue
        known = scan.names_at.get(word.start)
        if known is not None and known.end > word.end and known.type not in {word.value, "Topic"}:
            # ``กองทุนการเงินระหว่างประเทศ`` is a body, whatever it begins with.
            at = known.end
            continue
        if _ZERO.match(scan.folded, word.start) and scan.folded.endswith("เป็น", start, word.start):
            continue
        thing = read_thing(scan, word, end)
        if thing is not None and thing.named:
            found.append(thing)
            at = thing.span.end
    return found


def missions_in(scan: Scan, start: int, end: int) -> list[ThingMention]:
    """The missions named with the city where they are, or with their state.

    ``สถานเอกอัครราชทูต ณ กรุงโซล``, ``สถานเอกอัครราชทูตจีนประจำประเทศไทย``.
    """
    found = []
    for at in scan.places_of(MISSION_WORDS, start, end):
        stop = mission_end(scan, at, end)
        if stop > at:
            span = Span(at, stop)
            surface = span.of(scan.document.text)
            found.append(ThingMention(span, "Organization", "Embassy", surface, (), named=True))
    return found
