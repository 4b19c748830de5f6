"""What a talk was about, told behind who talked with whom, when and where."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import SETTING
from kg.relations.sentence.objects import NO_TOPIC, object_of
from kg.relations.sentence.phrases import paragraph_end, points_at, spanned
from kg.relations.sentence.reading import Reading

# What two sides meet for is what they talk of: ``หารือกับกัมพูชา เพื่อส่งเสริมความร่วมมือ``.
_TOGETHER = "(?:ร่วมกัน|ร่วม)?"
_MORE = alternatives("verbs_of_promoting", "verbs_of_changing")
_ABOUT = expression(
    # ``กับกัมพูชา และคณะ เกี่ยวกับการค้า``
    rf"(?: ?(?:และ|พร้อม)คณะ(?:ผู้แทน)?)? ?(?:โดย)?{any_of('about')}(?=[ก-ฮเ-ไ ])|"
    # ``ในส่วนของความท้าทายในโลก``; behind a space the text turns to it.
    "ในส่วนของ|"
    # ``เพื่อหาแนวทาง…``
    rf" ?เพื่อ{_TOGETHER}{any_of('verbs_of_seeking')}(?={alternatives('what_is_sought')})|"
    # ``เพื่อเร่งแก้ไขปัญหา…``
    rf" ?เพื่อ(?:ร่วมกัน|ร่วม|เร่ง)?(?={_MORE}|{alternatives('verbs_of_dealing')})|"
    # ``ในหลายประเด็น ได้แก่…``
    rf" ?(?:ในกรอบ[^ \n]{{4,40}}?)?(?=(?:ใน)?(?:หลาก)?(?:หลาย| ?\d{{1,2}}) ?{any_of('points')})|"
    # ``เพื่อแลกเปลี่ยนมุมมองร่วมกัน…``
    rf" ?เพื่อ{_TOGETHER}(?:หารือ|พิจารณา|แลกเปลี่ยน{any_of('views')})(?:ร่วมกัน)?(?=[ก-ฮเ-ไ ])"
)

# When, where and how a talk was held may stand before what it was about.
_TO_SETTING = expression(f"(?:{alternatives('leads_to_setting')}| )*+")
_JUST_PAST = expression(" ?(?:ที่ผ่านมา|นี้)?")


def _behind_setting(reading: Reading, clause: Clause, start: int) -> int:
    """``หารือกับนาย ก ณ กรุง ข เมื่อวันที่ 3 เกี่ยวกับ X``: where it ends when, where and how they talked."""
    edge = start
    for item in clause.starting(start):
        if item.kind not in SETTING or _TO_SETTING.fullmatch(reading.scan.folded, edge, item.start) is None:
            break
        edge = item.end
    past = _JUST_PAST.match(reading.scan.folded, edge) if edge > start else None
    return past.end() if past else edge


def topics(reading: Reading) -> None:
    """``A หารือกับ B เกี่ยวกับ X``: what the talks of the clause just read were about."""
    waiting, reading.to_read = reading.to_read, []
    for clause, start, event, mood in waiting:
        about = _ABOUT.match(reading.scan.folded, _behind_setting(reading, clause, start))
        if about is None:
            continue
        for span in points_at(reading, about.end(), paragraph_end(reading, clause)):
            thing = object_of(reading, span)
            if thing.type not in NO_TOPIC:
                reading.say(event, "discussed", thing, spanned(clause, span), "talk-topics.v1", mood)
