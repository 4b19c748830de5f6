"""What describes rather than happens: posts, whom somebody stands for, ordinals, mechanisms, membership."""

from __future__ import annotations

from itertools import pairwise

from kg.entities.drafts import Draft
from kg.entities.likeness import is_session_of, same_series
from kg.expressions import expression
from kg.lexicon import (
    HOME,
    NameHit,
    alternatives,
    any_of,
    entries_of,
    sole_entry_of,
    words_of,
)
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.missions import MISSION
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post, read_posts
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.model import EntityType, Modality
from kg.relations.sentence.parties import two_parties
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.whose_state import stand_for
from kg.text import Span, spaced_behind

_RETINUE = spaced_behind("พร้อม", "พร้อมด้วย", "และ", *words_of("joins_more"))
_THERE_WERE = spaced_behind(*words_of("there_being"))
_JOINS_OR_LEADS = expression(rf"เข้าร่วม|ร่วม(?!กัน)|{alternatives('verbs_of_leading')}|\n")
_MISSION = expression(
    rf"(?:{MISSION.pattern}|คณะผู้แทนถาวร)(?:(?:ไทย)? ?(?P<city>ณ {any_of('nouns_of_cities')}))?"
)
_PLACED = words_of("before_placed_missions")
# How far before a mission the title may begin that it ends.
_TITLE_REACH = 60
_BETWEEN = "ระหว่าง"
_MEETING = ("การประชุม", "ประชุม")
_SERIES = words_of("heads_of_series")
_YEAR_IN_NAME = expression(r"[A-Za-z] \d{4}$")
PLUS_THREE = sole_entry_of("asean_plus_three")
_PERMANENT_SECRETARIES = entries_of("permanent_secretaries")
_SHORT_FORMS = expression(r"(?<![A-Za-z])[A-Z]{2,8}(?![A-Za-z])")
_COMMITTEE = expression(rf"คณะ{any_of('kinds_of_committees')}")
_SHORT_BRACKET = expression(r" ?\( ?[A-Z]{2,8} ?\) ?")
_ASEAN_PAIR = expression(r"อาเซียน ?- ?|ASEAN ?- ?")
_NUMBERED_OR_BRACKETED = expression(r"(?:\d(?:st|nd|rd|th) |\(|: ?|- |\d )$")
_NUMBER_OR_BRACKET = expression(r" ?(?:ครั้ง|\))")


def describe_person(reading: Reading, draft: Draft, mention: PersonMention) -> None:
    """The posts of a person as written, and the state that they carry."""
    text = reading.document.text
    retinue = reading.scan.folded.endswith(_RETINUE, 0, mention.whole.start) or _joins(reading.scan, mention)
    foreign = any(post.country is not None and post.country.id != HOME for post in mention.posts)
    for post in mention.posts:
        if _is_short_for_another(draft, post, text) or _is_told_already(reading, draft, post):
            continue
        span = Span(min(mention.whole.start, post.span.start), max(mention.whole.end, post.span.end))
        reading.say(draft, "holdsPosition", post.span.of(text).strip().removesuffix("ได้"), span, "post.v1")
        own = post.country is None and post.city is None
        # Without honorific, a post before the name tells of no state: ``นายกรัฐมนตรีมิง ลาซา``.
        foreign = foreign or (not mention.honorific and post.span.start < mention.span.start)
        if not (own and (foreign or (retinue and post.head.id in _PERMANENT_SECRETARIES))):
            stand_for(reading, draft, post, span)


def _joins(scan: Scan, mention: PersonMention) -> bool:
    """Whether somebody of the retinue joins in: ``โดยมีนาย ก ปลัดกระทรวง ข ร่วมให้การต้อนรับ``."""
    if not scan.folded.endswith(_THERE_WERE, 0, mention.whole.start):
        return False
    acts = _JOINS_OR_LEADS.search(scan.folded, mention.whole.end)
    return acts is not None and acts.group().startswith(("ร่วม", "เข้าร่วม"))


def _is_short_for_another(draft: Draft, post: Post, text: str) -> bool:
    """Whether a title, cut short by ``ฯ`` or without its state, is one that the text has whole."""
    if len(draft.posts) == 1 and draft.posts[0] is post:
        return False
    written = post.span.of(text).strip()
    if post.bare and any(
        other.head.id == post.head.id and len(other.span.of(text).strip()) > len(written)
        for other in draft.posts
    ):
        return True
    plain = _SHORT_BRACKET.sub("", written) if "(" in written else written
    if plain != written and any(other.span.of(text).strip() == plain for other in draft.posts):
        return True
    if not written.endswith("ฯ"):
        return False
    begin = written.rstrip("ฯ ")
    return any(
        other is not post
        and not other.span.of(text).rstrip().endswith("ฯ")
        and other.span.of(text).startswith(begin)
        for other in draft.posts
    )


def _is_told_already(reading: Reading, draft: Draft, post: Post) -> bool:
    """Whether a capacity tells no other post than the title before: ``นาย ก ในฐานะนายกรัฐมนตรี ข``."""
    if not reading.scan.folded.endswith("ในฐานะ", 0, post.span.start):
        return False
    return any(other is not post and other.head.id == post.head.id for other in draft.posts)


def describe_mission(reading: Reading, mention: ThingMention) -> None:
    """A mission stands for its state: the one that its name begins with, or Thailand for one at a city."""
    scan, register = reading.scan, reading.register
    head = _MISSION.match(scan.folded, mention.span.start, mention.span.end)
    if head is None or scan.folded.endswith(_PLACED, 0, mention.span.start) or _ends_title(scan, mention):
        return
    hit = scan.names_at.get(head.end())
    if hit is not None and hit.type == "Country":
        state = register.entry(hit.entry)
    elif head.group("city"):
        state = register.home()
    else:
        return
    draft = register.thing(EntityType.ORGANIZATION, mention.surface, mention.cls)
    reading.say(draft, "represents", state, mention.span, "mission.v1")


def _ends_title(scan: Scan, mention: ThingMention) -> bool:
    """Whether a mission is where the holder of the title before it serves: ``ที่ปรึกษา สถานเอกอัครราชทูต…``."""
    start = mention.span.start
    edges = (start, start - 1)
    return any(
        posts and posts[-1].span.end in edges
        for hit in scan.posts_within(start - _TITLE_REACH, start)
        for posts in (read_posts(scan, hit.start),)
    )


def describe_meeting(reading: Reading, draft: Draft, mention: MeetingMention) -> None:
    """The ordinals of a meeting and the mechanism whose meeting it is."""
    if mention.of is not None:
        meeting = reading.register.meetings.named(mention.of)
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
    mechanism = None if mention.series.startswith("การหารือ") else mechanism_of(reading, mention)
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
        if entry is not None:
            return register.entry(entry)
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
    if bodies:
        return register.entry(bodies[0].entry, reading.text(bodies[0].start, bodies[0].end))
    return _in_latin(reading, mention)


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
