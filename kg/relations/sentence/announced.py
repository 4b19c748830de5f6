"""Nouns that announce what a meeting or a talk treats of: ``มีวาระสำคัญ ได้แก่``, ``หัวข้อของการประชุม คือ``.

Every writer puts them together anew, of a noun, of what tells which one it is, and of what leads to a list.
Such words are an act of talking as a verb is: what stands behind them is what is talked of.
"""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import alternatives, any_of, cue, words_of
from kg.mentions.scan import Scan
from kg.relations.sentence.items import Item

_NOUNS = cue(*words_of("announces_matters"), "วัตถุประสงค์", "เป้าหมาย")
_TO_LIST = any_of("leads_to_list", "that_is")
_GATHERING = any_of("nouns_of_gatherings")
_WHICH = rf"(?: ?(?:{alternatives('which_matters')}|(?:จำนวน )?\d{{1,2}} ?{any_of('points')}))"
# Of which meeting they are, and what was done with them there.
_OF_WHAT = (
    rf"(?:ของ(?:การ|ที่)?{_GATHERING}(?:(?!{_TO_LIST})[^ \n]){{0,40}}?|"
    rf"(?:ใน)?การ{_GATHERING}|{any_of('verbs_of_talking')}|"
    rf"(?:ที่|ใน)(?:ได้|จะ)?(?:มี)?(?:การ)?{any_of('deals_with_matters')}[^ \n]{{0,16}}?)"
)
_QUALIFIED = rf"{_WHICH}{{0,2}}(?: ?{_OF_WHAT})?{_WHICH}{{0,3}}"
_LEADS = rf"(?:{_TO_LIST}|{any_of('as_follows')}(?=:? ?\(?\d{{1,2}}[.)]))"
# ``มีวัตถุประสงค์สำคัญเพื่อร่วมกันพิจารณา X``: what a meeting is to talk of.
_AIM = (
    rf"(?:วัตถุประสงค์|เป้าหมาย){_QUALIFIED} ?เพื่อ(?:ร่วมกัน|ร่วม)?"
    rf"(?:แลกเปลี่ยน{any_of('views', 'exchanged_besides')}(?:และ{any_of('views', 'exchanged_besides')})?|"
    rf"{any_of('deals_with_matters')})(?:ร่วมกัน|ระหว่างกัน)?{any_of('about')}?"
)
# ``แผนงาน 3 ประเด็น ได้แก่`` are of the plan; the number of a meeting, or a year, counts nothing.
_FREE = r"(?<=[ \n])(?:(?<!\d )|(?<=ที่ \d )|(?<=ที่ \d\d )|(?<=25\d\d ))"
# ``สะท้อนหัวข้อหลักของการประชุม คือ``: of a meeting they are whatever is done with them.
_OF_MEETING = rf"(?={any_of('announces_matters')}(?:หลัก|สำคัญ)?ของการ{_GATHERING})"
_ANNOUNCES = expression(
    rf"(?:{_FREE}|{_OF_MEETING}|(?<=มี)(?: ?\d{{1,2}} )?|(?<=โดย)|(?<=ซึ่ง)|(?<=เป็น)|(?<=ให้)|(?<=พิจารณา))"
    rf"(?:{any_of('announces_matters')}{_QUALIFIED} ?{_LEADS}|"
    rf"(?!แนวคิด(?!หลัก)){any_of('words_for_themes')}{_QUALIFIED} ?ว่า(?!ด้วย)|{_AIM}|"
    # ``การหารือครั้งนี้ ครอบคลุมประเด็นแรงงานและการค้า``
    rf"ครอบคลุม(?:ทั้ง|ถึง)?(?:ใน)?{any_of('announces_matters')}(?:สำคัญ|หลัก)?(?:ด้าน)?(?!ที่|ต่าง|อื่น))"
    r" ?:?(?= ?[^\s])"
)


# What a document holds is told without such a noun too.
_CONTENTS = cue("สาระสำคัญ", "เนื้อหา", "ความร่วมมือ", "ประเด็น")
_RESOLVE = rf"(?:แสดง|ยืนยัน|ย้ำ)(?:ถึง)?{any_of('nouns_of_resolve')}[^ \n]{{0,24}}?(?:ใน(?=การ)|ที่จะ)"
_SAYS = rf"(?:เป็นการ{_RESOLVE}|{_RESOLVE}|เป็น(?=การ)|ใน(?=การ)|เกี่ยวกับ|ครอบคลุม(?:ถึง)?|มุ่งเน้น|ยืนยันถึง|เพื่อ)"
_COUNTED = rf"\d{{1,2}} ?{any_of('points')}{any_of('which_matters')}?(?: ?ที่[^\n]{{3,60}}?)?"
_HOLDS = expression(
    # ``มีสาระสำคัญเป็นการแสดงเจตนารมณ์ในการ…``, ``สาระสำคัญของร่างแถลงการณ์ครอบคลุม…``
    r"(?:มี(?:เนื้อหา)?สาระสำคัญ|มีเนื้อหา(?:สาระ)?|สาระสำคัญของ(?:ร่าง)?[^ \n]{2,60}?)"
    rf" ?(?:ยัง)?(?:ได้)?{_SAYS}|"
    # ``(ครอบคลุม)ความร่วมมือ 9 สาขา ได้แก่``, ``ความร่วมมือเพิ่มเติมภายใต้ 3 เสาของอาเซียน อาทิ``
    rf"ความร่วมมือ(?:เพิ่มเติม[^\n]{{0,40}}?|(?:ใน| )*{_COUNTED}) ?{any_of('leads_to_list')}|"
    rf"(?<=โดย)เพิ่มเติมประเด็น{_QUALIFIED} ?{any_of('leads_to_list')}"
)


# How far before such a noun what announces with it may begin: ``ครอบคลุมทั้งในประเด็น``, ``มีเนื้อหาสาระสำคัญ``.
_BEFORE = 24


def announcing(scan: Scan, start: int, end: int) -> list[Item]:
    """The words of a paragraph that announce what is talked of, or what a document holds, as its acts."""
    found = []
    for nouns, expression_, act in ((_NOUNS, _ANNOUNCES, "discuss"), (_CONTENTS, _HOLDS, "holds")):
        at = scan.places_of(nouns, start, end)
        if at:
            begin = max(start, at[0] - _BEFORE)
            told_of = expression_.finditer(scan.folded, begin, end)
            found += [Item(told.start(), told.end(), "verb", None, act) for told in told_of]
    return [item for item in found if scan.verb_over(item.start) is None]
