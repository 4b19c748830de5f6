"""Whom somebody thanks, and for what: whoever is thanked for it has supported it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.model import Modality, Predicate
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.clauses import actors_of
from kg.relations.sentence.items import ACTORS
from kg.relations.sentence.objects import NO_TOPIC, object_of
from kg.relations.sentence.phrases import paragraph_end, phrases_after, spanned
from kg.relations.sentence.reading import Reading

# ``ที่มีบทบาทสำคัญในการช่วยสนับสนุนอย่างต่อเนื่อง``
_SUPPORTED = (
    "(?:ที่|สำหรับ|ใน|ต่อ)(?:ได้|มีบทบาทสำคัญ(?:ในการ)?|มีส่วน(?:สำคัญ)?(?:ในการ)?)?(?:ให้)?(?:การ)?"
    f"(?:ช่วย|ร่วม)?สนับสนุน{any_of('ends_of_telling')}?(?:ใน(?=การ)| )?"
)
# ``ที่ให้ความสำคัญกับ…``, ``ที่ช่วยขับเคลื่อน…``, ``ที่ได้ช่วยเหลือ…``, ``ที่ให้ทุน…``
_DID = (
    "ที่(?:ได้)?(?:ให้ความ(?:สำคัญ(?:กับ|ต่อ|ใน)|ร่วมมือ(?:ใน|ด้าน|เกี่ยวกับ|เป็นอย่างดี(?:ใน)?))|"
    "(?:ช่วย|ร่วม|มีส่วนช่วย|มีบทบาท(?:สำคัญ)?ในการ)?"
    f"{any_of('verbs_of_promoting', 'verbs_of_changing')}|"
    f"(?:นำ)?เสนอ(?:ให้)?|ริเริ่ม|(?={alternatives('deeds_of_help')})|ให้(?=ความช่วยเหลือ(?:แก่|ด้าน|ทาง)|ทุน))"
)
_HELP = "(?:ความ(?:ร่วมมือ|ช่วยเหลือ|สนับสนุน)|การสนับสนุน)"
_FOR_COOPERATION = rf"(?:สำหรับ|ใน|ต่อ){_HELP}(?:และ{_HELP})?(?:ใน|(?:ทั้ง)?(?:ใน)?ด้าน|เกี่ยวกับ|ทาง)(?=[ก-ฮเ-ไ])"
_PROPOSES = ("เสนอ", "เสนอให้", "ริเริ่ม", "ผลักดัน")
_FOR_SUPPORT = expression(rf"[^\n]{{0,12}}?(?:{_SUPPORTED}|{_DID}|{_FOR_COOPERATION})")
# Between those who are thanked: ``… และหน่วยงานที่เกี่ยวข้อง โดยเฉพาะกรม ก``.
_ALSO_THANKED = expression(
    f" ?(?:,|และ|กับ|{alternatives('joins_more')})? ?(?:หน่วยงาน(?:ที่เกี่ยวข้อง)?)? ?"
    f"(?:โดยเฉพาะ|{alternatives('leads_to_list', 'that_is')})? ?"
)


def thank(
    reading: Reading,
    clause: Clause,
    index: int,
    subject: list[Draft],  # noqa: ARG001 - every frame takes it
    mood: Modality,  # noqa: ARG001 - likewise
) -> None:
    """``S ขอบคุณ A และ B ที่สนับสนุน X``: A and B support X."""
    folded = reading.scan.folded
    verb = clause.items[index]
    thanked: list[Draft] = []
    edge = verb.end
    for item in clause.after(index):
        if item.kind == "membership" and not thanked:
            continue
        gap = folded[edge : item.start]
        if item.kind not in ACTORS or (
            len(gap) > (16 if not thanked else 8) and not (thanked and _ALSO_THANKED.fullmatch(gap))
        ):
            break
        thanked += [d for d in actors_of(reading, item) if d not in thanked]
        edge = item.end
    support = _FOR_SUPPORT.match(folded, edge, paragraph_end(reading, clause)) if thanked else None
    if support is None:
        return
    # ``ขอบคุณ A ที่เสนอ X``: for some deeds he is thanked who proposes.
    said: Predicate = "proposed" if support.group().endswith(_PROPOSES) else "supported"
    for span in phrases_after(reading, clause, support.end()):
        thing = object_of(reading, span)
        if thing.type in NO_TOPIC:
            continue
        for draft in thanked:
            reading.say(draft, said, thing, spanned(clause, span), "thank.v1", Modality.ACTUAL)
