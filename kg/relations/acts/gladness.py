"""What somebody is glad of, agrees to be so, or hopes for: told by a sentence, and not by a name."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.phrases import phrase_end
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import SPEAKING
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.subjects import subject_of
from kg.relations.sentence.topics import speaks, without_manner
from kg.text import Span

# ``ยินดีที่ความสัมพันธ์มีพัฒนาการ``: glad of the noun of the clause, of which more is told. What two sides have
# developed they have: it is told below.
_GLAD_TO = expression(
    r"[^ \n]{2,60}?(?P<deed>"
    rf"(?:(?!พัฒนา){any_of('verbs_of_promoting', 'verbs_of_changing')}(?:ความ|การ)|"
    r"(?:ความ)?ร่วมมือ(?:กัน)?(?=ด้าน|ใน))[^ \n]{4,120})"
)
# ``ยินดีที่ไทยและลาวมีความร่วมมือด้าน…``: glad of what two sides have or have built.
_GLAD_THAT_HAVE = expression(
    rf"[^ \n]{{2,60}}?{any_of('verbs_of_bringing_about')}(?={alternatives('brought_about')})"
)
_GLAD_OF = expression(
    rf"{any_of('heads_of_news')}[^ ]{{3,}}?"
    rf"(?={alternatives('predicates_of_nouns')}|(?<!การ){any_of('verbs_of_growing')}|[ \n]|$)"
)
_GLAD_TO_DO = expression("(?:ได้)?(?:รับ)?ทราบ(?:ว่า)?|จะ(?:ให้(?!การ|ความ)|ได้|มีส่วน(?:ร่วม)?|ให้การ(?=สนับสนุน))?")
# ``ยินดีที่ทั้งสองฝ่ายสามารถแก้ไขปัญหา X``: what those do of whom is spoken, and not who they are.
_BY_BOTH = expression(rf"{any_of('groups_of_actors')}(?:ต่าง)?(?:จะ)?(?:สามารถ|ได้)?(?:ร่วมกัน)?(?=[ก-ฮเ-ไ])")
_SHORTEST_SENTENCE = 12
_CUT_SHORT = ("และ", "กับ", "ฯ", "ที่", "เป็น")
# Behind ที่ these make a meeting of it, or a courtesy.
_NO_NEWS = ("ประชุม", "เข้ารับ", "ดำรงตำแหน่ง")
_GOES_ON_TO_TELL = expression(f" {any_of('predicates_behind_space')}")
_HOPES = words_of("verbs_of_hoping")
_HOPE_REACH = 90
# Whoever stands ready does so himself, whatever is hoped before.
_OWN_RESOLVE = words_of("stances_of_a_speaker")


def glad_of(reading: Reading, start: int, end: int) -> list[Span]:
    """What somebody is glad of, where a clause tells more of it: the noun, or what two sides did or have."""
    folded = reading.scan.folded
    if folded.startswith(_NO_NEWS, start):
        return []
    noun = _GLAD_OF.match(folded, start, end)
    if noun is not None:
        return [Span(*noun.span())]
    deed = _GLAD_TO.match(folded, start, end)
    if deed is not None:
        return [without_manner(folded, Span(*deed.span("deed")))]
    has = _GLAD_THAT_HAVE.match(folded, start, end)
    return glad_that(reading, has.end() if has else start, end)


def glad_that(reading: Reading, start: int, end: int) -> list[Span]:
    """``ยินดีที่ไทยเป็นนักลงทุนอันดับหนึ่ง``: the whole of what one is glad of, but for an act of the table."""
    scan, folded = reading.scan, reading.scan.folded
    both = _BY_BOTH.match(folded, start, end)
    start = both.end() if both else start
    to_do = _GLAD_TO_DO.match(folded, start, end)
    start = to_do.end() if to_do else start
    if start in scan.verbs_at:
        return []
    last = phrase_end(scan, start, end)
    if _GOES_ON_TO_TELL.match(folded, last, end):
        last = phrase_end(scan, last + 1, end)
    span = without_manner(folded, Span(start, last))
    whole = len(span) >= _SHORTEST_SENTENCE and not folded.endswith(_CUT_SHORT, span.start, span.end)
    return [span] if whole and speaks(folded, span) else []


def hoped(reading: Reading, clause: Clause, index: int) -> tuple[list[Draft], bool]:
    """``ไทยหวังว่าลาวจะสนับสนุน X``: who hopes for it proposes it.

    What both sides are hoped to do he is for himself.
    """
    verb, folded = clause.items[index], reading.scan.folded
    if folded.find("หวัง", max(clause.start, verb.start - _HOPE_REACH), verb.start) < 0:
        return [], False
    said = clause.said_before(index)
    if said < 0 or said != clause.last_verb(index) or folded.startswith(_OWN_RESOLVE, verb.start):
        return [], False
    hope = clause.items[said]
    by = clause.items[index - 1] if clause.items[index - 1].kind != "mood" else clause.items[index - 2]
    if (
        not folded.startswith(_HOPES, hope.start)
        or by.start < hope.end
        or by.kind not in SPEAKING
        or verb.start - hope.end > _HOPE_REACH
        or folded.find(" และ", hope.end, verb.start) >= 0
    ):
        return [], False
    return subject_of(reading, clause, said)[0], by.kind != "speaker"
