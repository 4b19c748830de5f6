"""What the name of a meeting tells: its numbers, the series that it is one of, the mechanism whose it is."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.entities.likeness import is_session_of, same_series
from kg.expressions import expression
from kg.lexicon import Entry, NameHit, any_of, sole_entry_of, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.scan import Scan
from kg.model import EntityType, Modality
from kg.relations.sentence.parties import two_parties
from kg.relations.sentence.reading import Reading

_BETWEEN = "ระหว่าง"
_MEETING = ("การประชุม", "ประชุม")
_IN_A_NAME = words_of("within_names")
_SERIES = words_of("heads_of_series")
_YEAR_IN_NAME = expression(r"[A-Za-z] \d{4}$")
PLUS_THREE = sole_entry_of("asean_plus_three")
_SHORT_FORMS = expression(r"(?<![A-Za-z])[A-Z]{2,8}(?![A-Za-z])")
# Where guests are given a meal, or something is held next to a meeting, that is not held itself.
_ELSEWHERE = (*words_of("meals"), "กิจกรรม")
_UNION = expression(any_of("heads_of_unions"))
_COMMITTEE = expression(rf"คณะ{any_of('kinds_of_committees')}")
_ASEAN_PAIR = expression(r"อาเซียน ?- ?|ASEAN ?- ?")
_NUMBERED_OR_BRACKETED = expression(r"(?:\d(?:st|nd|rd|th) |\(|: ?|- |\d )$")
_NUMBER_OR_BRACKET = expression(r" ?(?:ครั้ง|\)|\d)")
# A committee of states, or of those who get a meeting ready, is no organ of the body that it is called for.
_OWN_COMMITTEE = expression(rf"{any_of('kinds_of_joint_committees')}|เพื่อ|เตรียม|ประชุม|แห่งชาติ")


def describe_meeting(reading: Reading, draft: Draft, mention: MeetingMention) -> None:
    """The ordinals of a meeting and the mechanism whose meeting it is."""
    if mention.of is not None:
        meeting = reading.register.meetings.named(mention.of)
        if not draft.name.startswith(_ELSEWHERE):
            reading.known.opened[draft.id] = meeting
        reading.say(draft, "partOf", meeting, mention.span, "opening-of.v1")
        describe_meeting(reading, meeting, mention.of)
        return
    for number in mention.ordinals:
        reading.say(draft, "ordinal", str(number), mention.span, "ordinal.v1")
    _held_as_one(reading, draft, mention)
    # A year at the end of a name in Latin letters tells editions apart; when it is held is told elsewhere.
    if mention.edition and not mention.ordinals and not _YEAR_IN_NAME.search(mention.series):
        known = reading.known.dates.setdefault(draft.id, [])
        if not known:
            coming = Modality.PLANNED if reading.is_coming(mention.edition) else Modality.ACTUAL
            reading.say(draft, "heldOn", mention.edition, mention.span, "edition.v1", coming)
            known.append(mention.edition)
    for mode in mention.modes:
        reading.say(draft, "mode", mode, mention.span, "mode-in-name.v1")
    # A talk or a rite is called by who talks and what is done, not by whose it is: ``พิธีลงนามปฏิญญา F``.
    rite = not mention.ordinals and mention.series.startswith("พิธี")
    of_none = rite or mention.series.startswith("การหารือ")
    mechanism = None if of_none else mechanism_of(reading, mention)
    if mechanism is not None:
        reading.say(draft, "underFramework", mechanism, mention.span, "mechanism.v1")
    _whose_turn(reading, draft, mention, mechanism)
    _between(reading, draft, mention, mechanism)
    for body in _joint_hosts(reading, mention) if mechanism is not None else ():
        reading.say(draft, "underFramework", body, mention.span, "mechanism.v1")


def _whose_turn(reading: Reading, draft: Draft, mention: MeetingMention, mechanism: Draft | None) -> None:
    """``เอเปคของไทยในปี 2565``: the state named between a mechanism and a year hosts it then."""
    begins = bool(mention.names) and mention.names[0].start == mention.span.start
    state = mention.names[-1] if begins and mention.edition else None
    if mechanism is not None and state is not None and state.type == "Country":
        host = reading.register.entry(state.entry, reading.text(state.start, state.end))
        coming = Modality.PLANNED if reading.is_coming(mention.edition) else Modality.ACTUAL
        reading.say(host, "hosted", draft, mention.span, "host.v1", coming)
        reading.say(host, "participatesIn", mechanism, mention.span, "host-of-mechanism.v1")


def _held_as_one(reading: Reading, draft: Draft, mention: MeetingMention) -> None:
    """``ครั้งที่ 44`` is a part of what the text has as ``ครั้งที่ 44 และ 45``, whichever it names first.

    So is ``ครั้งที่ 45 อย่างไม่เป็นทางการ`` of that, and of the 45th.
    """
    numbers = set(mention.ordinals)
    for other in reading.register.meetings.recent() if numbers else ():
        for known in reading.register.meetings.mentions_of(other):
            its = set(known.ordinals)
            inside = numbers < its and same_series(known, mention, both_numbered=True)
            around = bool(its) and its < numbers and same_series(known, mention, both_numbered=True)
            if inside or (numbers <= its and is_session_of(mention, known)):
                reading.say(draft, "partOf", other, mention.span, "held-as-one.v1")
            elif around or (its and its <= numbers and is_session_of(known, mention)):
                reading.say(other, "partOf", draft, mention.span, "held-as-one.v1")


def _between(reading: Reading, draft: Draft, mention: MeetingMention, mechanism: Draft | None) -> None:
    """``การประชุมคณะกรรมการ F ระหว่าง A กับ B``: the two come, and make up the committee."""
    span = mention.span
    between = reading.scan.folded.find(_BETWEEN, span.start, span.end)
    if between < 0 or not mention.series.startswith(_MEETING):
        return
    start = between + len(_BETWEEN)
    start += reading.scan.folded.startswith(" ", start)
    for party in two_parties(reading, start, span.end):
        reading.say(party, "attended", draft, span, "between-name.v1")
        if mention.committee and mechanism is not None:
            reading.say(party, "participatesIn", mechanism, span, "between-name.v1")


def mechanism_of(reading: Reading, mention: MeetingMention) -> Draft | None:
    """The mechanism or body that a meeting's name holds; a committee that meets is its own."""
    register = reading.register
    if mention.committee and not mention.nameless and not mention.committee.startswith("คณะรัฐมนตรี"):
        entry = register.lexicon.named(mention.committee)
        whose = _body_in_name(reading, mention)
        if whose is not None and not _named_apart(reading.scan, mention.committee):
            return whose
        above = _above_committee(reading, mention, entry) or entry
        if above is not None:
            return register.entry(above)
        type_ = EntityType.ORGANIZATION if mention.committee.startswith("คณะมนตรี") else EntityType.FRAMEWORK
        draft = register.thing(type_, mention.committee)
        for name in mention.latin:
            draft.call(name)
        return draft
    frameworks = [hit for hit in mention.names if hit.type == "Framework"]
    if frameworks:
        hit = frameworks[-1] if not _ASEAN_PAIR.search(mention.series) else frameworks[0]
        if any(each.entry.id == PLUS_THREE for each in frameworks) or _plus_three(reading, hit):
            return register.of_lexicon(PLUS_THREE)
        if hit.entry.parent and _is_series(hit) and not _spoken_of(reading, hit):
            return register.of_lexicon(hit.entry.parent)
        return register.entry(hit.entry, reading.text(hit.start, hit.end))
    bodies = [hit for hit in mention.names if hit.type == "Organization" and _is_international(hit)]
    whose = _body_in_name(reading, mention) if bodies else None
    if whose is not None:
        return whose
    if bodies:
        return register.entry(bodies[0].entry, reading.text(bodies[0].start, bodies[0].end))
    return _in_latin(reading, mention)


def _above_committee(reading: Reading, mention: MeetingMention, entry: Entry | None) -> Entry | None:
    """The body whose organ a committee is that the text has in the names of its meetings alone, if one is.

    ``การประชุมคณะมนตรีประชาคม F`` is that of F, ``การประชุมคณะทำงานด้าน ก ของ F`` too.
    """
    committee, lexicon = mention.committee, reading.register.lexicon
    if _OWN_COMMITTEE.search(committee) or _named_apart(reading.scan, committee):
        return None
    if entry is not None:
        pillar = lexicon.named(_COMMITTEE.sub("", committee))
        if pillar is not None and _named_apart(reading.scan, pillar.name("th")):
            return pillar
        body = lexicon.get(entry.parent)
        return body if body is not None and body.name("th").removeprefix("องค์การ") in committee else None
    last = mention.names[-1] if mention.names else None
    whose = last is not None and (last.type == "Framework" or _is_international(last))
    if last is None or not whose or any(hit.type == "Country" for hit in mention.names):
        return None
    return last.entry if committee.endswith(reading.text(last.start, last.end)) else None


def _body_in_name(reading: Reading, mention: MeetingMention) -> Draft | None:
    """The union whose name holds a mechanism's, if the text tells of it: ``การประชุมสมัชชาสมาพันธ์แรงงาน F``."""
    last, scan = (mention.names[-1] if mention.names else None), reading.scan
    if last is None:
        return None
    head = _UNION.search(scan.folded, mention.span.start, last.start)
    if head is None or " " in scan.folded[head.start() : last.start]:
        return None
    if not _named_apart(scan, scan.folded[head.start() : last.end]):
        return None
    return reading.register.thing(EntityType.ORGANIZATION, reading.text(head.start(), last.end))


def _named_apart(scan: Scan, name: str) -> bool:
    """Whether the text has a name that is no part of a meeting's, nor of another name."""
    at = scan.folded.find(name)
    while at >= 0 and scan.folded.endswith(_IN_A_NAME, 0, at):
        at = scan.folded.find(name, at + len(name))
    return at >= 0


def _in_latin(reading: Reading, mention: MeetingMention) -> Draft | None:
    """The mechanism that names in Latin letters hold: one of the lexicon, or one of this text in short.

    ``คณะกรรมการร่วม ก (ABC)`` is that of the ``การประชุม ABC ครั้งที่ 3``.
    """
    register = reading.register
    for name in mention.latin:
        for hit in register.lexicon.find(name.replace("’", "'")):
            if hit.type == "Framework" or (hit.type == "Organization" and _is_international(hit)):
                return register.entry(hit.entry)
    for short in _SHORT_FORMS.findall(mention.series):
        bound = register.bound(short)
        if bound is not None and (bound.type is EntityType.FRAMEWORK or _COMMITTEE.match(bound.name)):
            return bound
    return None


def _plus_three(reading: Reading, hit: NameHit) -> bool:
    """Whether more states meet than the short form before the sign names: ``การประชุม AMMSWD+3``."""
    return reading.scan.folded.startswith("+3", hit.end)


def _joint_hosts(reading: Reading, mention: MeetingMention) -> list[Draft]:
    """``การประชุมของ A และ B``: the bodies that ``และ`` joins to the first, whose meeting it is as well."""
    bodies = [hit for hit in mention.names if hit.type == "Organization" and _is_international(hit)]
    if not bodies or any(hit.type == "Framework" for hit in mention.names):
        return []
    joined = []
    for hit, following in pairwise(bodies):
        if reading.scan.folded[hit.end : following.start].strip() != "และ":
            break
        joined.append(reading.register.entry(following.entry))
    return joined


def _is_series(hit: NameHit) -> bool:
    """Whether a mechanism is nothing but its meetings: these are the meetings of what leads it."""
    return hit.entry.name("th").startswith(_SERIES)


def _spoken_of(reading: Reading, hit: NameHit) -> bool:
    """Whether the text has the mechanism apart from its numbered meetings and its bracketed names."""
    if reading.apart is None:
        reading.apart = _names_apart(reading.scan)
    return any(start != hit.start for start in reading.apart.get(hit.entry.id, ()))


def _names_apart(scan: Scan) -> dict[str, list[int]]:
    """Where names in Latin letters stand that are no part of a numbered meeting's name, by entry."""
    folded = scan.folded
    found: dict[str, list[int]] = {}
    for hit in scan.names:
        if (
            folded[hit.start].isascii()
            and not _NUMBERED_OR_BRACKETED.search(folded[max(0, hit.start - 6) : hit.start])
            and not _NUMBER_OR_BRACKET.match(folded, hit.end)
        ):
            found.setdefault(hit.entry.id, []).append(hit.start)
    return found


def _is_international(hit: NameHit) -> bool:
    return hit.entry.cls == "InternationalOrganization"
