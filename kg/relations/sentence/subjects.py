"""Whose act a verb is: the actors before it, its company, whoever the text spoke of last."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import chain

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.relations.sentence.apart import is_apart, is_for_whom
from kg.relations.sentence.clause import REACH, Clause
from kg.relations.sentence.clauses import (
    CAPACITY,
    OF_TITLES,
    actors_of,
    is_modifier,
    is_short_form,
    is_spokesperson,
    own_government,
    spoken_for,
    titled,
    whose,
)
from kg.relations.sentence.company import (
    TALKED,
    as_talk,
    company_of,
    errand_of,
    heads_list,
    is_given,
    is_of_others,
    is_wanted,
    of_strangers,
    ordered_by,
    others_do,
    sent_by_body,
    set_apart,
    wants_of_next,
)
from kg.relations.sentence.fronted import who_acts_behind
from kg.relations.sentence.items import ACTORS, PEOPLE, Item
from kg.relations.sentence.reading import Reading, is_actor
from kg.relations.sentence.unnamed import SAID_ALONE, acts_itself, is_come_to

# The runs are possessive: a long row of commas is then tried in one way only.
_BETWEEN = expression(
    r"[ ,]*+(?:ใน(?:ขณะ|เวลา)นั้น)?(?:ในฐานะ[^ ]{0,40})?[ ,]*+"
    r"(?:และ|กับ|คณะ|พร้อมทั้ง|(?:จึง|ยัง|ก็)?(?:ได้)?(?:บูรณาการ)?"
    rf"{any_of('in_company_with')}|{alternatives('joins_more')})?[ ,]*+$"
)
# ``A จะ | ร่วมกับ | B จัด M``: what joins the other to whom the mood of the act stands behind.
_TOGETHER = expression(rf"(?:ได้)?{any_of('in_company_with')} ?")
_LIGHT = expression(
    # ``ในพระบรมราชูปถัมภ์``, ``"``, ``ฯ``, ``(กรม ก)``: what ends the name of the subject.
    r"(?: ?ในพระ[ก-ฺเ-๎]{4,20}ปถัมภ์)?(?:ฯ?\"|ฯ|\)| ?\([^()\n]{1,24}\))? *+"
    rf"(?:{alternatives('small_before_verbs')}|\d+|(?:และ|พร้อม)คณะ(?:ผู้แทน|ผู้บริหาร|ทำงาน)?ฯ?)*+ *+"
)
_AGREES = words_of("verbs_of_agreeing")
_SHORT_GAP = 24
# A capacity in which somebody acts runs on over this many characters at most.
_CAPACITY_REACH = 60
# Over this many acts, each told of the one before, it is followed back whose they are.
_CHAIN = 8
# ``ผู้แทนจากหน่วยงานที่เกี่ยวข้องของไทย``: people of whom nobody is named, and not their state.
_GROUP_OF = expression(rf"{any_of('come_for_a_body', 'groups_of_people')}[^ \n]{{0,40}}$")
_GROUP_REACH = 60
# How far before a group it may be told who leads it.
_LED = 30
# To what people come for a body.
_COME_FOR = frozenset({"attend", "attend-noun", "meet", "courtesy"})
# What a government of which no more is said can mean to do.
_MEANT = frozenset({"support", "propose", "launch", "onward"})
_THERE_ARE = words_of("there_being")
_COMES = ("attend", "attend-noun")
_BESIDES = (" พร้อม", " พร้อมกล่าว", " พร้อมได้", " พร้อมยัง")
# Before a verb they tell of somebody, and do not say what he does.
_WHO = ("ที่", "ที่ได้", "ที่จะ", "ซึ่ง", "ซึ่งได้")
_NEW_SUBJECT = ("role", "country")
_MEETING_ACTS = frozenset({"adopt", "support", "discuss"})


def subject_of(reading: Reading, clause: Clause, index: int, chain: int = _CHAIN) -> tuple[list[Draft], bool]:
    """The subject of the verb ``clause.items[index]`` and whether it stands in the clause itself.

    Where it is that of an act before, which is told of another in its turn, it is looked for through
    ``chain`` of them.
    """
    if not chain:
        return list(reading.subject), False
    near = company_of(reading, clause, index) or actors_before(reading, clause, index)
    if near is None:
        if not _is_besides(reading.scan.folded, clause, index):
            return [], True
        # ``A ยินดีช่วยนักลงทุนลาว พร้อมชื่นชม X``: whoever is named between is not who does it besides.
        near = []
    near = as_talk(reading, clause, index, near) or _spoken_before(reading, clause, index)
    near = near or _told_of(reading, clause, index)
    said = clause.said_before(index)
    if near:
        ordered = ordered_by(reading, clause, said, near) if said >= 0 else None
        if ordered is None:
            ordered = _met_before(reading, clause, index, near)
        return (near, True) if ordered is None else subject_of(reading, clause, ordered, chain - 1)
    errand = errand_of(reading, clause, index, said)
    if errand is not None:
        owners = whose(reading, clause, errand) if clause.items[errand].value == "visit" else []
        return (owners, True) if owners else subject_of(reading, clause, errand, chain - 1)
    alone = clause.items[index].value in SAID_ALONE
    told = _told_before(reading, clause, index) if alone else []
    if alone and not told:
        told = _says_and_does(reading, clause, index, said, chain - 1)
    if told or (said >= 0 and others_do(reading, clause, index)):
        return told, True
    at = said + 1
    reported = clause.items[at : clause.verbs[bisect_right(clause.verbs, said)]] if said >= 0 else []
    leading = reported or clause.items[max(0, clause.first_verb - REACH) : clause.first_verb]
    lead = _lead(reading, clause, leading, alone=alone)
    if not lead and reported:
        lead, _ = subject_of(reading, clause, said, chain - 1)
    if lead and not (said >= 0 and all(is_spokesperson(draft) for draft in lead)):
        return lead, True
    # ``โดยมีผู้แทนหลายประเทศเข้าร่วม``: who is told to come, and not who was told of before.
    told_anew = clause.opener in _THERE_ARE and clause.items[index].value in _COMES
    if (
        (told_anew and index == clause.first_verb)
        or of_strangers(reading, clause, clause.first_verb)
        or (index != clause.first_verb and of_strangers(reading, clause, index))
    ):
        return [], True
    ahead = who_acts_behind(reading, clause, index)
    return (ahead, True) if ahead else (list(reading.subject), False)


def _told_of(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``A พบ B ซึ่งเดินทางเยือน X``: whoever stands before ซึ่ง does it; what they agree on both do."""
    folded, verb = reading.scan.folded, clause.items[index].start
    if clause.of is None or folded.startswith(_AGREES, verb):
        return []
    return (
        actors_of(reading, clause.of) if _is_light(folded[clause.start + len(clause.opener) : verb]) else []
    )


def _says_and_does(reading: Reading, clause: Clause, index: int, said: int, chain: int) -> list[Draft]:
    """``… ไทยก็ลงทุนในลาวเช่นกัน นายกรัฐมนตรีกล่าวเชิญชวน…``: whoever says it does it."""
    if said != index - 1 or said < 0:
        return []
    told, explicit = subject_of(reading, clause, said, chain)
    return told if explicit and not all(is_spokesperson(draft) for draft in told) else []


def _lead(reading: Reading, clause: Clause, leading: list[Item], *, alone: bool) -> list[Draft]:
    """Whom the items before the acts of a clause name; of an act done ``alone`` the first, with his own."""
    lead: list[Draft] = []
    at = clause.items.index(leading[0]) if leading else 0
    edge = -1
    for position, item in enumerate(leading, at):
        if item.kind in OF_TITLES and titled(reading, clause, position) is not None:
            edge = item.end if edge >= 0 else edge
            continue
        if not alone and wants_of_next(reading, clause, position):
            lead = []
        if lead and is_given(reading.scan.folded, clause, position):
            break
        if item.kind in ACTORS and not is_modifier(reading, item, clause.start):
            before = clause.items[position - 1] if position else None
            if not lead and is_for_whom(reading.scan.folded, clause, item, before):
                continue
            if lead and alone and not _BETWEEN.fullmatch(reading.scan.folded, edge, item.start):
                # Whoever is named behind the first and not joined to him is spoken of, and does not speak.
                break
            lead += [d for d in actors_of(reading, item) if d not in lead]
            edge = item.end
        elif item.kind == "speaker" and not is_modifier(reading, item, clause.start):
            lead += [d for d in spoken_for(reading, item) if d not in lead]
    return lead


def _spoken_before(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """Whom ``ทั้งสองฝ่าย`` before an earlier act stands for: ``ทั้งสองฝ่ายยินดี… และเห็นพ้อง…``."""
    if index <= clause.first_verb:
        return []
    verb: Item | None = None
    for item in clause.before(index):
        if item.kind == "verb":
            verb = item
        elif verb is not None and _is_light(reading.scan.folded[item.end : verb.start]):
            if item.kind == "speaker" and item.value in ("both", "meeting", "event"):
                return [] if is_modifier(reading, item, clause.start) else spoken_for(reading, item)
            if item.kind in ACTORS:
                break
    return []


def _told_before(reading: Reading, clause: Clause, index: int) -> list[Draft]:
    """``… เช่นกัน นายกรัฐมนตรีเชิญชวน… พร้อมเสนอ X``: whose earlier act of the clause it is that goes on.

    Whoever stands glued to the verb before him (``ขอให้ไทยสนับสนุน``) is asked and begins no sentence.
    """
    folded = reading.scan.folded
    if _is_besides(folded, clause, index) and clause.first_verb < index:
        # ``A หวังว่า B จะ… พร้อมขอให้…``: what somebody does besides is done by whom the clause opens with.
        lead = actors_before(reading, clause, clause.first_verb)
        if lead and all(map(is_actor, lead)) and not all(map(is_spokesperson, lead)):
            return as_talk(reading, clause, clause.first_verb, lead)
    items = clause.items
    behind = index  # the last actor before a verb: looked for from where that of the verb behind it was
    for verb in clause.verbs_before(index):
        first = verb - REACH if verb > REACH else 0
        behind = min(behind, verb)
        while behind > first and items[behind - 1].kind not in ACTORS:
            behind -= 1
        if not behind:
            break
        if behind == first or folded[items[behind - 1].start - 1] not in " \n":
            continue
        if folded.endswith(_WHO, clause.start, items[verb].start):
            continue
        near = actors_before(reading, clause, verb)
        if near and all(map(is_actor, near)) and not all(map(is_spokesperson, near)):
            return near
    return []


def _is_besides(folded: str, clause: Clause, index: int) -> bool:
    """Whether an act is told besides another: `` พร้อมเสนอ X``, `` พร้อมขอให้…``."""
    start = clause.items[index].start
    return folded.startswith(" พร้อม", start - 1) or folded.endswith(_BESIDES, clause.start, start)


def _met_before(reading: Reading, clause: Clause, index: int, near: list[Draft]) -> int | None:
    """``A เข้าเยี่ยมคารวะ B พบหารือ C``: whom A has met does not go on to meet C, A does; where it is told."""
    last = clause.last_verb(index)
    if last < 0 or clause.items[index].value not in TALKED or clause.items[last].value not in TALKED:
        return None
    met = next((item for item in clause.after(last) if item.kind in PEOPLE), None)
    if met is None or met.start - clause.items[last].end > len(" ร่วมกับ "):
        return None
    guest = all(draft in actors_of(reading, met) for draft in near)
    own = actors_before(reading, clause, last) if guest else None
    return last if own and not any(draft in near for draft in own) else None


def reported(reading: Reading, clause: Clause, index: int) -> bool:
    """Whether what somebody said (``กล่าวว่า``) holds the verb ``clause.items[index]``."""
    said = clause.said_before(index)
    return said >= 0 and reading.scan.folded.endswith("ว่า", 0, clause.items[said].end)


def actors_before(  # noqa: C901, PLR0912 - the cases of one walk to the left, which share its edge
    reading: Reading, clause: Clause, index: int
) -> list[Draft] | None:
    """The actors right before the verb ``items[index]``, joined to it; None for words of nobody known."""
    folded = reading.scan.folded
    edge = clause.items[index].start
    found: list[list[Draft]] = []
    started, unknown, begins = False, False, ""
    for back, item in enumerate(clause.before(index), 1):
        gap = folded[item.end : edge]
        short = item.kind == "body" and is_short_form(folded, clause, index - back)
        mood = item.kind == "mood" and not (started and is_wanted(folded, item))
        if (started and mood and _TOGETHER.fullmatch(gap)) or ((short or mood) and _is_light(gap)):
            edge = folded.rfind("(", 0, item.start) if short else item.start
            continue
        holder = titled(reading, clause, index - back) if item.kind in OF_TITLES else None
        if holder is not None:
            if item.qualifies or _is_light(gap) or (started and _BETWEEN.match(gap)):
                edge = holder.end
            continue
        if item.kind == "meeting" and not started and item.draft is not None and _is_light(gap):
            if clause.items[index].value != "discuss" and is_come_to(folded, clause, index - back, item):
                break
            return [item.draft] if clause.items[index].value in _MEETING_ACTS else []
        if item.kind == "framework" and not started and acts_itself(folded, clause, index, item):
            return None
        if item.kind in ACTORS or item.kind == "speaker":
            if _is_parted(folded, clause, index, item, begins, gap):
                break
            if not started and not gap and _others_travel(reading, clause, index, item):
                return None
            sent = sent_by_body(folded, clause, item) if clause.items[index].value in _COME_FOR else -1
            if sent < 0 and (is_of_others(folded, item) or is_modifier(reading, item, clause.start)):
                if started and heads_list(folded, clause, item):
                    found.append(actors_of(reading, item))
                    break
                apart = set_apart(folded, clause, item)
                if apart >= 0 and not started:
                    edge = apart
                    continue
                if started or not _of_a_group(folded, clause, item):
                    break
                speaks = _speaks_for_state(folded, clause, index, item)
                return actors_of(reading, item) if speaks else None
            drafts = _whom(reading, item, clause.items[index])
            if drafts:
                found.append(drafts)
            elif item.kind == "speaker" and not started:
                return None
            unknown = unknown or not drafts
            started = True
            edge, begins = sent if sent >= 0 else item.start, item.kind
            if item.kind == "speaker" and item.value == "both":
                break
            continue
        if item.kind in ("date", "places", "mode") and not started and not gap.strip():
            edge = item.start
        elif item.kind != "membership" or not started:
            break
    result = list(dict.fromkeys(chain.from_iterable(reversed(found)))) if found else []
    return None if unknown and not result else result


def _is_parted(folded: str, clause: Clause, index: int, item: Item, begins: str, gap: str) -> bool:
    """Whether somebody does not do it: what stands between, or what he does else, parts him from it."""
    if not (_BETWEEN.match(gap) if begins else _is_light(gap)):
        return True
    if _begins_anew(gap, clause.items[index], item, begins) or (begins and _is_visited(folded, clause, item)):
        return True
    return not begins and is_apart(folded, clause, index, item)


def _is_visited(folded: str, clause: Clause, item: Item) -> bool:
    """Whether a state is where somebody goes: ``ระหว่างการเยือนไทย นายกรัฐมนตรีลาวได้หารือกับ X``."""
    if item.kind != "country":
        return False
    last = clause.last_verb(clause.items.index(item))
    goes = last >= 0 and clause.items[last].value == "visit"
    # ``ระหว่างการเยือนไทย ไทยและลาวได้ลงนามใน X``: named again it acts.
    return goes and folded[clause.items[last].end : item.start].strip() in ("", "ประเทศ")


def _whom(reading: Reading, item: Item, verb: Item) -> list[Draft]:
    """Whom a name or a word that stands for one means before a verb."""
    if item.kind != "speaker":
        return actors_of(reading, item)
    if item.value == "government":
        return own_government(reading, item) if verb.value in _MEANT else []
    return spoken_for(reading, item)


def _of_a_group(folded: str, clause: Clause, item: Item) -> bool:
    """Whether an item only tells of which state or body a group of people is."""
    return _GROUP_OF.search(folded, max(clause.start, item.start - _GROUP_REACH), item.start) is not None


def _speaks_for_state(folded: str, clause: Clause, index: int, item: Item) -> bool:
    """Whether a delegate of a state says or proposes what is the state's: ``ผู้แทนไทยได้เสนอ X``."""
    said = clause.items[index].value in ("propose", "support", "launch")
    return said and item.kind == "country" and folded.endswith("ผู้แทน", clause.start, item.start)


def _begins_anew(gap: str, verb: Item, item: Item, begins: str) -> bool:
    """Whether somebody else begins behind a space: ``… พบ B นายกรัฐมนตรีกัมพูชา นายกรัฐมนตรีสนับสนุน``."""
    named = begins in _NEW_SUBJECT and item.kind in PEOPLE
    return gap == " " and verb.value in SAID_ALONE and named


def _others_travel(reading: Reading, clause: Clause, index: int, item: Item) -> bool:
    """Whether people of whom nobody is named travel: ``แรงงานไทยเดินทางไป…``; ``นำคณะ…`` has a head."""
    if item.qualifies != "adjective" or clause.items[index].value != "visit":
        return False
    return reading.scan.folded.find("นำ", max(clause.start, item.start - _LED), item.start) < 0


@lru_cache(maxsize=1 << 12)
def _is_small(gap: str) -> bool:
    """Whether a short gap holds small words alone: the same few stand before most verbs."""
    return _LIGHT.fullmatch(gap) is not None


def _is_light(gap: str) -> bool:
    """Whether nothing but small words stands between a subject and its verb, or a capacity besides them."""
    if not gap or (_is_small(gap) if len(gap) <= _SHORT_GAP else _LIGHT.fullmatch(gap)):
        return True
    if CAPACITY not in gap:
        return False
    first, last = gap.find(CAPACITY), gap.rfind(CAPACITY)
    if not _LIGHT.fullmatch(gap, 0, first):
        return False
    begin = last + len(CAPACITY)
    return any(_LIGHT.fullmatch(gap, at) for at in range(begin, min(len(gap), begin + _CAPACITY_REACH) + 1))
