"""States and the mechanisms in which they take part, that they chair, partner or coordinate."""

from __future__ import annotations

from itertools import islice, pairwise

from kg.entities.drafts import Draft
from kg.expressions import THAI, expression
from kg.lexicon import any_of, cue, words_of
from kg.mentions.scan import Word
from kg.model import EntityType, Modality, Predicate
from kg.relations.bodies.initiatives import done_under, named_for, programme_of
from kg.relations.bodies.member_lists import ASEAN, COMMA, is_mechanism, list_start, listed, member_list
from kg.relations.bodies.members import is_denied, mechanism_before, members_told
from kg.relations.bodies.told_mechanisms import told_behind
from kg.relations.sentence.clause import REACH
from kg.relations.sentence.clauses import CAPACITY, actors_of
from kg.relations.sentence.items import Item, index_at
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span, spaced_behind, without_brackets

_TO_MECHANISM = expression(
    rf"^ ?(?:{any_of('kinds_of_membership')}|(?:ลำดับ|ราย)ที่ ?\d{{1,3}})? ?"
    r"(?:ที่[^ \n]{2,45}?(?=ของ|กับ))?(?:ของ|กับ|ใน|ภูมิภาค(?:ของ)?|หลัก)?(?:ทั้ง(?:ใน)?)?"
    rf"{any_of('kinds_of_mechanisms')}?(?:ของ)? ?$"
)
_OPENS_NAME = expression(" ?(?:ของ)?")
_RELATION = expression(rf"ความสัมพันธ์[{THAI}]+(?: ?- ?[{THAI}A-Z]+)?")
_LEADS_TO_LIST = (*words_of("leads_to_list", "that_is"), "อย่าง")
_LIST_OPENERS = ("(", *spaced_behind(*_LEADS_TO_LIST))
_OPENS_LIST = cue("(", *_LEADS_TO_LIST)
_INITIATED = cue("ริเริ่ม")
# Before a state it is asked or helped to do something; what has made it do so has been done.
_ASKED = expression(
    rf"(?:{any_of('asks_a_state')}(?:ให้)?|(?<!ทำ)(?<!ผล)(?<!ช่วย)ให้|พิจารณา(?=รับ))(?:รับ)? ?(?:ประเทศ)?$"
)
_ASKED_REACH = 24
_BECOMES = expression(" ?(?:จะ|ได้)?(?:เข้า|ร่วม|เป็น)")
_ROLE = cue("บทบาท")
_ROLE_OF = expression(r"บทบาท[^ ]{0,24}?ของ ?$")
_ROLE_REACH = 40
# A connective farther off than this closes no sentence that a reader needs to see.
_SENTENCE = 1500
_PAIR = expression(r" ?(?:กับ|และ|[-–]) ?(?:ประเทศ)?")
# A partnership is told at most so far behind those who are partners.
_PARTNER_REACH = 100
_ARE = expression("ได้|(?<!ความ)เป็น")
_OF = spaced_behind("ของ")
_LIST_BRACKET = expression(r"[^()\n ]{0,12} ?\(")
_LONG_NAME = expression(
    r"([^()\n]{6,150}?) ?\(([^()\n]{2,120})\)(?: ?และ([^()\n]{2,60}?) ?\(([^()\n]{2,60})\))?"
)


def mechanisms(reading: Reading, items: list[Item], start: int, end: int) -> None:
    """Read what a paragraph says of states and mechanisms."""
    span = Span(start, end)
    states, places = _states_and_mechanisms(items)
    named = [items[i] for i in places if items[i].kind == "framework" and items[i].qualifies != "pair"]
    for word in reading.scan.within("membership", start, end):
        named = _follow(reading, named, word.start)
        _member_word(reading, items, word, span)
    _follow(reading, named, end)
    folded = reading.scan.folded
    for index in states if reading.scan.cued(_OPENS_LIST, start, end) else ():
        begin = list_start(folded, items, index)
        begin -= folded.startswith("  ", begin - 2)
        if folded.endswith(_LIST_OPENERS, start, begin):
            member_list(reading, items, index, span)
    for index in states if reading.scan.cued(_ROLE, start, end) else ():
        if folded.endswith(_OF, start, items[index].start):
            _active_role(reading, items, index, span)
    for index in places:
        if index and items[index - 1].kind in ("meeting", "thing"):
            done_under(reading, items[index - 1], items[index])
    if reading.scan.cued(_INITIATED, start, end):
        programme_of(reading, items, span)
    for item in items:
        if item.kind == "thing" and item.value == "Initiative":
            named_for(reading, item)


def _states_and_mechanisms(items: list[Item]) -> tuple[list[int], list[int]]:
    """Where states and where mechanisms stand, as indices of ``items``."""
    states, places = [], []
    for index, item in enumerate(items):
        if item.kind == "country":
            states.append(index)
        elif item.kind in ("framework", "body") and is_mechanism(item):
            places.append(index)
    return states, places


def _follow(reading: Reading, named: list[Item], position: int) -> list[Item]:
    """Keep in mind the last mechanism of ``named`` before ``position``; give those behind it."""
    passed = 0
    while passed < len(named) and named[passed].start < position:
        reading.framework = draft_of(named[passed], reading.register)
        passed += 1
    return named[passed:]


def _after(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """The mechanisms named right after a word, and those that ``และ`` joins to the first."""
    folded = reading.scan.folded
    found: list[Draft] = []
    edge = word.end
    for item in islice(items, index_at(items, word.end), None):
        gap = folded[edge : item.start]
        if not (COMMA.match(gap) if found else _TO_MECHANISM.match(gap)):
            break
        if not (is_mechanism(item) or (item.kind == "meeting" and found)):
            break
        draft = draft_of(item, reading.register)
        if draft is not None:
            found.append(draft)
        edge = item.end
    if not found:
        found += _in_title(reading, word) or _by_short_form(reading, word) or told_behind(reading, word)
    if not found and word.value == "coordinatorOf":
        relation = _RELATION.match(folded, word.end)
        if relation:
            stop = relation.end()
            for verb in reading.scan.starting("verbs", relation.start() + 12, relation.end()):
                stop = verb.start
                break
            found.append(reading.register.thing(EntityType.FRAMEWORK, reading.text(relation.start(), stop)))
    return found


def _in_title(reading: Reading, word: Word) -> list[Draft]:
    """The mechanism right behind a word, where both are read as one title: ``ในฐานะประธานอาเซียน``."""
    opened = _OPENS_NAME.match(reading.scan.folded, word.end)
    hit = reading.scan.names_at.get(opened.end()) if opened else None
    if hit is None or not (hit.type == "Framework" or hit.entry.cls == "InternationalOrganization"):
        return []
    return [reading.register.entry(hit.entry)]


def _by_short_form(reading: Reading, word: Word) -> list[Draft]:
    """A long name after the word that the bracket behind it tells: ``ประเทศสมาชิกหุ้นส่วน… (… : AUKUS)``."""
    scan, register = reading.scan, reading.register
    match = _LONG_NAME.match(scan.folded, word.end)
    if match is None or scan.within("verbs", word.end, match.start(2)):
        return []
    if CAPACITY in scan.folded[word.end : match.start(2)]:
        # ``ก ในฐานะประธาน F และ ข ในฐานะประธาน…``: the name behind another's capacity is not his.
        return []
    found = []
    for name, bracket in ((1, 2), (3, 4)):
        if match.group(bracket) is None:
            continue
        for hit in scan.names_within(match.start(bracket), match.end(bracket)):
            if hit.type == "Framework":
                draft = register.entry(hit.entry, reading.text(match.start(name), match.end(name)).strip())
                found.append(draft)
                between = scan.folded.find("ระหว่าง", match.start(name), match.end(name))
                for state in scan.names_within(between, match.end(name)) if between >= 0 else ():
                    if state.type == "Country":
                        reading.say(
                            register.entry(state.entry),
                            "participatesIn",
                            draft,
                            Span(word.start, match.end(bracket)),
                            "parties.v1",
                        )
                break
    return found


def _member_word(reading: Reading, items: list[Item], word: Word, span: Span) -> None:
    """``X (ในฐานะ) ประเทศสมาชิก F``, ``การเข้าร่วมของ X``, ``ผู้ประสานงาน (X Y และ Z)``."""
    folded = reading.scan.folded
    surface = folded[word.start : word.end]
    if surface == "การเข้าร่วมของ":
        _accession(reading, items, word, span)
        return
    mechanisms_ = _after(reading, items, word)
    joins = word.value == "accession" or _is_to_join(folded, items, word)
    owned = word.value == "accession" or surface.endswith("ประธาน")
    states = members_told(reading, items, word, owned=owned)
    if word.value == "coordinatorOf" and not mechanisms_:
        bracket = _LIST_BRACKET.match(folded, word.end, span.end)
        if bracket and reading.framework is not None:
            states = [d for d in listed(reading, items, bracket.end()) if d.type is EntityType.COUNTRY]
            mechanisms_ = [reading.framework]
    if not mechanisms_ and surface.startswith("หุ้นส่วน"):
        mechanisms_ = _partner_of(reading, items, word)
        if not mechanisms_ and surface.endswith("ยุทธศาสตร์"):
            _partners(reading, items, word, span)
    if not mechanisms_ and states and word.value == "participatesIn":
        mechanisms_ = mechanism_before(reading, items, word)
    if not mechanisms_:
        return
    evidence = _sentence(reading, word, span)
    predicate: Predicate = "coordinatorOf" if word.value == "coordinatorOf" else "participatesIn"
    mood = Modality.PLANNED if joins else Modality.ACTUAL
    mood = Modality.NEGATED if is_denied(reading, items, word) else mood
    for state in states:
        for mechanism in mechanisms_:
            if state.type in (EntityType.COUNTRY, EntityType.ORGANIZATION):
                reading.say(state, predicate, mechanism, evidence, "member-word.v1", mood)


def _is_to_join(folded: str, items: list[Item], word: Word) -> bool:
    """``สนับสนุนให้ X เข้าร่วมเป็นสมาชิก F``: what a state is asked, or helped, to become it is not yet."""
    at = index_at(items, word.start)
    state = next((item for item in reversed(items[max(0, at - REACH) : at]) if item.kind == "country"), None)
    if state is None or _BECOMES.match(folded, state.end, word.end) is None:
        return False
    return _ASKED.search(folded, max(0, state.start - _ASKED_REACH), state.start) is not None


def _accession(reading: Reading, items: list[Item], word: Word, span: Span) -> None:
    """``การเข้าร่วมของ X``: the state joins the mechanism that was named last."""
    at = index_at(items, word.end)
    if at == len(items) or reading.framework is None:
        return
    item = items[at]
    if item.kind == "country" and item.start - word.end <= 2:
        evidence = _sentence(reading, word, span)
        for draft in actors_of(reading, item):
            reading.say(draft, "participatesIn", reading.framework, evidence, "accession.v1")


def _partner_of(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """``ระหว่าง F กับ X ในฐานะหุ้นส่วน``: the body with which the state is partner."""
    folded = reading.scan.folded
    at = index_at(items, word.start)
    before = [item for item in items[max(0, at - REACH) : at] if item.end <= word.start]
    for body, state in pairwise(before):
        if (
            body.kind in ("body", "framework")
            and state.kind == "country"
            and folded[body.end : state.start].strip() in ("กับ", "และ")
            and folded.endswith("ระหว่าง", 0, body.start)
        ):
            draft = draft_of(body, reading.register)
            if draft is not None:
                return [draft]
    return []


def _partners(reading: Reading, items: list[Item], word: Word, span: Span) -> None:
    """``F และ X ได้ยกระดับความสัมพันธ์เป็นหุ้นส่วน…``, ``ความสัมพันธ์ F-X เป็นหุ้นส่วน…``: X is partner of F."""
    at = index_at(items, word.start)
    before = [item for item in items[max(0, at - REACH) : at] if item.kind in ("country", "body")][-2:]
    if len(before) < 2 or word.start - before[-1].end > _PARTNER_REACH:
        return
    body, state = before
    if not _ARE.search(reading.scan.folded, state.end, word.start):
        # ``เพื่อนำ F และ X ก้าวสู่ความเป็นหุ้นส่วน``: what they are to become they are not yet.
        return
    if body.value != ASEAN or not _PAIR.fullmatch(reading.scan.folded, body.end, state.start):
        return
    mechanism, partner = (draft_of(item, reading.register) for item in before)
    if mechanism is not None and partner is not None:
        sentence = _sentence(reading, word, span)
        evidence = Span(min(sentence.start, body.start), sentence.end)
        reading.say(partner, "participatesIn", mechanism, evidence, "partners-of.v1")


def _sentence(reading: Reading, word: Word, span: Span) -> Span:
    """The stretch about a word that a reader needs to see, from one connective to the next."""
    scan = reading.scan
    before = scan.starting("connectives", max(span.start, word.start - _SENTENCE), word.start + 1)
    behind = scan.within("connectives", word.end + 1, min(span.end, word.end + _SENTENCE))
    start = next((c.start for c in reversed(before) if scan.folded[max(0, c.start - 1)] in " \n"), span.start)
    end = next((c.start for c in behind if scan.folded[c.start - 1] == " "), span.end)
    return Span(start, end)


def _active_role(reading: Reading, items: list[Item], index: int, span: Span) -> None:
    """``บทบาทที่แข็งขันของ X … ในกรอบ F G และ H``: whoever takes an active role takes part."""
    folded = reading.scan.folded
    item = items[index]
    if not _ROLE_OF.search(folded, max(span.start, item.start - _ROLE_REACH), item.start):
        return
    state = draft_of(item, reading.register)
    edge = -1
    for other in items[index + 1 : index + 1 + REACH]:
        if other.kind != "framework":
            if edge >= 0:
                break
            continue
        gap = folded[max(span.start, other.start - 8) : other.start]
        joined = edge >= 0 and COMMA.match(without_brackets(folded[edge : other.start]))
        if not (gap.rstrip().endswith("กรอบ") or joined):
            break
        mechanism = draft_of(other, reading.register)
        if state is not None and mechanism is not None:
            reading.say(state, "participatesIn", mechanism, span, "active-role.v1")
        edge = other.end
