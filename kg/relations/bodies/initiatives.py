"""Whose an initiative is: under which mechanism it is done, whose name it bears, whose programme lists it."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.model import EntityType, Modality
from kg.relations.sentence.circumstances import attach
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

_UNDER = expression(
    rf"^ ?(?:ภายใต้|ในกรอบ|ตาม){any_of('kinds_of_mechanisms')}?(?:ความร่วมมือ)?(?:ของ)?(?:กลุ่ม)? ?$"
)
# What an initiative is called by, right before the body whose it is.
_CALLED = words_of("called_for_states")
_CALLED_FOR = expression(
    rf"{any_of('called_for_states')}({alternatives('bodies_things_are_called_for')})(?! ?[-–+]|บวก|กับ|และ)"
)
# ``ความร่วมมืออาเซียนกับจีน`` is of two, and so is a project of theirs: ``โครงการความร่วมมืออาเซียน - จีน``.
_AND_PARTNER = expression(" ?(?:กับ|และ)")
_OF_A_PAIR = expression(" ?[-–]")
_PROGRAMME = expression(r"(?:โครงการ|ข้อ|ความ)ริเริ่ม(?:ต่าง ?ๆ)?ของ(?:ประเทศ)?")

# What tells that an initiative is there, with the words that lead to it.
_SET_UP = words_of("verbs_of_founding", "verbs_of_holding")
_WHICH_IS = expression(
    r" ?(?:\([^()\n]{1,80}\))? ?\"? ?(?:ที่|ซึ่ง|โดย)?(?:มี)?(?:จะ|ได้|กำหนด|ที่|เตรียม|ถูก| )*(?:การ)?"
)
_BESIDE_ACTS = ("date", "mode", "places", "mood")


def done_under(reading: Reading, thing: Item, other: Item) -> None:
    """``โครงการ X ภายใต้กรอบ F``."""
    if thing.kind != "meeting" and not (thing.kind == "thing" and thing.value == "Initiative"):
        return
    if _UNDER.match(reading.scan.folded[thing.end : other.start]):
        made, mechanism = draft_of(thing, reading.register), draft_of(other, reading.register)
        if made is not None and mechanism is not None:
            evidence = Span(thing.start, other.end)
            reading.say(made, "underFramework", mechanism, evidence, "under.v1")


def named_for(reading: Reading, thing: Item) -> None:
    """``ศูนย์อาเซียนด้าน…``, ``ปีแห่งความร่วมมืออาเซียน - จีน``: whose it is stands in the name, as in a meeting's.

    What is done in a region, or by a body's members, is not the body's.
    """
    folded = reading.scan.folded
    for hit in reading.scan.names_within(thing.start, thing.end):
        of_states = hit.entry.cls in ("Framework", "InternationalOrganization")
        if not of_states or not folded.endswith(_CALLED, thing.start, hit.start):
            continue
        made = draft_of(thing, reading.register)
        pair = folded.startswith("โครงการความร่วมมือ", thing.start) and _OF_A_PAIR.match(folded, hit.end)
        if made is not None and not (pair or _AND_PARTNER.match(folded, hit.end)):
            evidence = Span(thing.start, thing.end)
            reading.say(made, "underFramework", reading.register.entry(hit.entry), evidence, "named-for.v1")
        return
    _known_by_name(reading, thing)


def _known_by_name(reading: Reading, thing: Item) -> None:
    """An initiative that the lexicon knows by its whole name bears the body's in it, too."""
    name = _CALLED_FOR.match(reading.scan.folded, thing.start, thing.end)
    whose = reading.register.lexicon.named(name.group(1)) if name is not None else None
    made = draft_of(thing, reading.register) if whose is not None else None
    if made is not None and whose is not None and made.type is EntityType.INITIATIVE:
        evidence = Span(thing.start, thing.end)
        reading.say(made, "underFramework", reading.register.entry(whose), evidence, "named-for.v1")


def programme_of(reading: Reading, items: list[Item], span: Span) -> None:
    """``โครงการริเริ่มของ X ภายใต้กรอบ F ได้แก่ A B และ C``: each is under F, what is no meeting launched by X."""
    folded = reading.scan.folded
    for match in _PROGRAMME.finditer(folded, span.start, span.end):
        hit = reading.scan.names_at.get(match.end())
        namely = folded.find("ได้แก่", match.end(), span.end)
        if hit is None or hit.type != "Country" or namely < 0:
            continue
        mechanism = next(
            (h for h in reading.scan.names_within(hit.end, namely) if h.type == "Framework"), None
        )
        under = reading.register.entry(mechanism.entry) if mechanism else None
        state = reading.register.entry(hit.entry)
        for item in items:
            if item.start < namely or item.kind not in ("meeting", "thing"):
                continue
            draft = draft_of(item, reading.register)
            if draft is None or draft.type is EntityType.DOCUMENT:
                continue
            evidence = Span(match.start(), item.end)
            if under is not None:
                reading.say(draft, "underFramework", under, evidence, "programme.v1")
            if draft.type is EntityType.INITIATIVE:
                reading.say(state, "launched", draft, evidence, "programme.v1")


def _set_up_then(reading: Reading, clause: Clause, index: int) -> Draft | None:
    """``โครงการ X จัดขึ้นระหว่างวันที่ 8-11 ณ กรุง ก``: the initiative whose day or place ``index`` is."""
    before = [item for item in clause.before(index) if item.kind not in _BESIDE_ACTS]
    if len(before) < 2:
        return None
    verb, thing = before[:2]
    set_up = verb.kind == "verb" and reading.scan.folded.startswith(_SET_UP, verb.start)
    if not set_up or thing.kind != "thing" or thing.value != "Initiative":
        return None
    if _WHICH_IS.fullmatch(reading.scan.folded, thing.end, verb.start) is None:
        return None
    made = draft_of(thing, reading.register)
    return made if made is not None and made.type is EntityType.INITIATIVE else None


def of_initiative(reading: Reading, clause: Clause, index: int, mood: Modality) -> bool:
    """``โครงการ X จัดขึ้นวันที่ 8 ณ กรุง ก``: whether a day or place is the initiative's own; it is told then."""
    made = _set_up_then(reading, clause, index)
    if made is not None:
        attach(reading, [made], clause.items[index], clause, mood)
    return made is not None
