"""When two ways of writing mean one thing: names a letter apart, posts, names of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kg.entities.keys import name_key
from kg.entities.series_words import LEVELS, leveled, reduced
from kg.expressions import expression
from kg.lexicon import HOME, alternatives, any_of, entries_of, of_one_office, words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.posts import Post

# A name shorter than this is as likely a part of another word.
SHORTEST_NAME = 3
# How long, as keys, a name must be for its beginning, or a likeness, to tell.
_TELLING_START = 13
_TELLING_WHOLE = 11
# One letter in ten may differ, and one in a word of at least four.
_TENTH = 10
_SHORTEST_LIKE = 4
# ``The 5th ADGMIN``, ``5th ADGMIN Meeting`` are the ADGMIN, and ``การประชุม GMS`` is the ``GMS Summit``.
_NUMBERED = expression(r"^(?:The )?\d{1,3}(?:st|nd|rd|th) |(?<=[A-Z\d]) ?(?:Meetings?|Summits?)$")

# ``5th A B Council (ABC) Meeting`` is the ``ABC Meeting``: their first letter is that of the whole name.
_LETTERS_WITHIN = expression(
    r"(?:The )?(?:\d{1,3}(?:st|nd|rd|th) )?(?!\d)([A-Z])(?:(?!Meeting)[^()\n]){3,120} "
    r"\((\1[A-Za-z+&-]{1,9})\) (?=[A-Z])"
)
_ENDS_IN_MEETING = expression(" Meetings?$")
# Before what a meeting is on stand its number, whose it is and what it is, at the least.
_MATTER, _TELLING_WORDS = expression(" (?:on|for) "), 3

# ``งานแสดงสินค้า ABCD 2030`` and ``งาน ABCD 2030`` are one.
_FAIR = expression(any_of("fairs") + r"[ก-ฺเ-๎]{0,40} ?([A-Z][A-Za-z0-9&'+. -]{3,60})")

_ANY_HOUSE = entries_of("ministers_of_any_house")
_PRIME_MINISTERS = entries_of("prime_ministers")
_AMBASSADORS = entries_of("ambassadors")
_OWN = "ไทย"  # ends the name of an office of the state in which documents are written
# ``เลขาธิการ ABCD``, ``ปลัด กก.``
_SHORTENED = expression(r"^[A-Z+]{2,10}$|\.")

_MEETINGS = words_of("nouns_of_meetings")
_SESSIONS = ("<informal>", "<plenary>")
_FIELD = expression(alternatives("fields_of_meetings"))
# What a name in Latin letters has beside its mechanism and level: ``การประชุม ABC CEO Summit``.
_MORE_IN_LATIN = expression("(?<![<a-z-])[a-z]")
# What a signing is of, and what leads on from there: to its matter, or to those between whom it is.
_SIGNING = expression(r"(?:พิธี(?:การ)?|การ)ลงนาม(?:ร่วมกัน)?(?:ใน)?")
_MORE_OF_RITE = expression(rf" ?({alternatives('more_of_signings')}) ?")
_CABINET = expression(r"ประชุม ?ครม(?:\.|$)")
_MINISTERS = expression(r" ?รมว\. ?|รัฐมนตรีว่าการกระทรวง(?:การ)?")


def fits(held: Post, ref: Post) -> int:
    """How well a reference fits a post that somebody holds; 0 where it does not."""
    if held.head.id != ref.head.id and not _is_one_office(held, ref):
        return 0
    if ref.country is not None:
        own = held.state
        if own != ref.country.id:
            return 0
        return 3
    if _is_of_other_house(held, ref):
        return 0
    of_a_house = held.country is not None and not ref.bare and ref.body is not None
    if not ref.short and (of_a_house or (ref.bare and is_other_pm(held))):
        return 0
    # Of two holders of one office the state's own is meant, but an ambassador to it is a foreigner.
    return 2 if held.country is None or ref.head.id in _AMBASSADORS else 1


def holds_besides(held: Sequence[Post], post: Post, besides: Post) -> int:
    """How sure it is that who holds ``held`` holds both: 2, 1 where nothing tells, 0 where he does not.

    Nobody has a third office of a state; a minister whose house is not known may be any of them.
    """
    others = [each for each in held if each.head.carries == "state" and each.head.id != post.head.id]
    if any(fits(each, besides) for each in others):
        return 2
    unknown = any(each.head.id in _ANY_HOUSE and each.body is None for each in others)
    return 1 if not others or unknown or besides.head.id in _ANY_HOUSE else 0


def _is_of_other_house(held: Post, ref: Post) -> bool:
    """Whether two titles of one head are of two houses: ``อธิบดีกรม ก``, ``อธิบดีกรม ข``.

    Of houses that are not both known the words tell. Those of people who stand for a state are written in too
    many ways, and a short form may be anybody's.
    """
    if ref.body is not None and held.body is not None:
        return ref.body.id != held.body.id
    if ref.head.carries == "state" or ref.short or held.short or not (ref.of and held.of):
        return False
    if _SHORTENED.search(ref.of) or _SHORTENED.search(held.of):
        return False
    return not (ref.of.startswith(held.of) or held.of.startswith(ref.of) or close(ref.of, held.of))


def _is_one_office(held: Post, ref: Post) -> bool:
    """Whether two titles of one state are names of the same office there."""
    if ref.bare and held.head.name() == f"{ref.head.name()}{_OWN}":
        # ``ผู้แทนการค้า`` is told of the ``ผู้แทนการค้าไทย``.
        return True
    abroad = ref.country is not None and held.country is not None
    return abroad and of_one_office(held.head.id) == of_one_office(ref.head.id)


def is_other_pm(held: Post) -> bool:
    """Whether somebody is a prime minister abroad: ``นายกรัฐมนตรี`` and no more is Thailand's in Thai texts.

    Words behind it that the lexicon does not know are a state in another spelling.
    """
    return held.head.id in _PRIME_MINISTERS and (
        held.of != "" if held.country is None else held.state != HOME
    )


def same_name(a: list[str], b: list[str]) -> bool:
    """Whether the words of two persons' names are one name: a first name alone, or a letter apart.

    >>> same_name(["สมชาย"], ["สมชาย", "ใจดี"]), same_name(["สมชาย", "ใจดี"], ["สมหญิง", "ใจดี"])
    (True, False)
    """
    if len(a) == 1 and (close(a[0], b[0]) or (len(a[0]) > SHORTEST_NAME and a[0] == b[-1])):
        return True
    if len(b) == 1:
        return close(a[0], b[0]) or a[-1] == b[0]
    return len(a) > 1 and close(name_key(" ".join(a)), name_key(" ".join(b)))


def same_series(a: MeetingMention, b: MeetingMention, *, both_numbered: bool) -> bool:
    """Whether two mentions name one series of meetings; ``both_numbered`` where their numbers agree."""
    x, y = _series_key(a.series), _series_key(b.series)
    if x == y or _meaning(a.series) == _meaning(b.series):
        return True
    if _is_same_rite(a.series, b.series):
        return True
    alike = close(x, y)
    if not (alike or _tells_more(a) or _tells_more(b)):
        return False
    if not _latin(a).isdisjoint(_latin(b)):
        return True
    shorter = _shortens(a, b) or _shortens(b, a)
    # Of a hundred that a name is compared with most share nothing with it, and are not looked into.
    likely = shorter or alike or (a.names and b.names)
    return bool(likely) and _names_one_series(a, b, both_numbered=both_numbered, shorter=shorter)


def _is_same_rite(a: str, b: str) -> bool:
    """Whether two names of signings tell of one: ``พิธีลงนาม D ว่าด้วย ก``, ``พิธีลงนาม D ระหว่าง ข กับ ค``.

    On what two sign and who they are a text tells by turns; two that both tell the same are told apart by it.

    >>> _is_same_rite("พิธีลงนามความตกลงว่าด้วยปลา", "พิธีลงนามความตกลงระหว่าง ก กับ ข")
    True
    >>> _is_same_rite("พิธีลงนามความตกลงว่าด้วยปลา", "พิธีลงนามความตกลงว่าด้วยปลาทู")
    False
    """
    if not (_SIGNING.match(a) and _SIGNING.match(b)):
        return False
    own, other = (_MORE_OF_RITE.split(_SIGNING.sub("", name, count=1), maxsplit=1) for name in (a, b))
    signed = name_key(own[0])
    return signed != "" and signed == name_key(other[0]) and own[1:2] != other[1:2]


def is_session_of(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether ``a`` is called a session of what ``b`` is called: its retreat, its plenary."""
    told = whole = _meaning(a.series)
    for session in _SESSIONS:
        whole = whole.replace(session, "")
    return whole != told and whole == _meaning(b.series)


def _names_one_series(a: MeetingMention, b: MeetingMention, *, both_numbered: bool, shorter: bool) -> bool:
    x, y = _series_key(a.series), _series_key(b.series)
    own, other = _level(a), _level(b)
    frameworks = _frameworks(a)
    of_two = frameworks and _frameworks(b) and frameworks.isdisjoint(_frameworks(b))
    # A ministers' meeting is no summit, whatever else they share; nor is one of another mechanism.
    if (own and other and own != other) or _with_three(a) != _with_three(b) or of_two:
        return False
    same_frameworks = bool(frameworks) and frameworks == _frameworks(b)
    alike = shorter or _is_worded_alike(a, b)
    if alike or (both_numbered and same_frameworks and own == other):
        return True
    if a.ordinals and b.ordinals:
        return close(x, y)
    whole = (_is_bare(a) and _is_whole(b)) or (_is_bare(b) and _is_whole(a))
    if frameworks and whole and _entries(a) == _entries(b):
        return True
    return (both_numbered or min(len(x), len(y)) >= _TELLING_WHOLE) and close(x, y)


def _tells_more(mention: MeetingMention) -> bool:
    """Whether a meeting can be told by more than the words of its name: most of those compared cannot."""
    return bool(mention.names or mention.latin or mention.shortened) or _fair(mention.series) is not None


@lru_cache(maxsize=1 << 12)
def _series_key(series: str) -> str:
    """By what the names of one series are told: ``ที่ประชุม รมว.คลัง`` is that of the finance ministers.

    ``ที่ประชุม ครม.`` is that of the cabinet.
    """
    series = _CABINET.sub("ประชุมคณะรัฐมนตรี", series) if "ครม" in series else series
    if "รมว" in series or "รัฐมนตรีว่า" in series:
        series = _MINISTERS.sub("รัฐมนตรี", series)
    return name_key(series).removeprefix("การ").removeprefix("ที่")


@lru_cache(maxsize=1 << 12)
def _meaning(series: str) -> str:
    """A series by what its words mean: ``การประชุมสุดยอดผู้นำอาเซียน`` is the ``การประชุมผู้นำอาเซียน``."""
    return leveled(reduced(series, name_key))


def _latin(mention: MeetingMention) -> frozenset[str]:
    """The names of a meeting in Latin letters: those in its brackets, and that of a fair behind its noun."""
    found = _keys(mention.latin)
    fair = None if mention.names else _fair(mention.series)
    return found if fair is None else found | {fair}


# A meeting is compared with each of the last hundred: what its names come to is found out once.
@lru_cache(maxsize=1 << 10)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(name_key, names))


@lru_cache(maxsize=1 << 10)
def _keys_without_numbers(names: tuple[str, ...]) -> frozenset[str]:
    short = [_LETTERS_WITHIN.sub(r"\2 ", name) for name in names if _LETTERS_WITHIN.match(name)]
    short += [_ENDS_IN_MEETING.sub("", name) for name in short]
    return _keys((*names, *short)) | {name_key(_NUMBERED.sub("", name)) for name in (*names, *short)}


@lru_cache(maxsize=1 << 10)
def _keys_without_matter(names: tuple[str, ...]) -> frozenset[str]:
    """``16th ABC Forum on Energy``: its number and whose it is tell it, without what it is on."""
    heads = (_MATTER.split(name, maxsplit=1)[0] for name in names)
    return frozenset(name_key(head) for head in heads if len(head.split()) >= _TELLING_WORDS)


@lru_cache(maxsize=1 << 10)
def _without_noun(*names: str) -> frozenset[str]:
    """What of names goes without ``การประชุม``, as keys; those alone that are long enough to tell."""
    bare = (name_key(name).removeprefix("การ").removeprefix("ประชุม") for name in names)
    return frozenset(name for name in bare if len(name) >= SHORTEST_NAME or (name[1:] and name.isascii()))


@lru_cache(maxsize=1 << 12)
def _fair(series: str) -> str | None:
    named = _FAIR.fullmatch(series)
    return name_key(named.group(1)) if named else None


def _is_worded_alike(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether two names say the same of the same states and bodies, each by a name of its own.

    ``การประชุมสุดยอดอาเซียน-สหรัฐฯ`` is the ``…อาเซียน-สหรัฐอเมริกา``; one of a special session may go without its
    ``สมัยพิเศษ``, unless the other is one of the ordinary row.
    """
    if not a.names or _meaning(a.wording) != _meaning(b.wording) or _entries(a) != _entries(b):
        return False
    return a.special == b.special or not (a.ordinals or b.ordinals)


def _with_three(mention: MeetingMention) -> bool:
    """Whether a meeting is one of ASEAN and three more states: ``SOMSWD+3`` is not the SOMSWD."""
    return any("<plus-three>" in _meaning(name) for name in (mention.series, *mention.latin))


def _shortens(one: MeetingMention, other: MeetingMention) -> bool:
    """Whether ``one`` is a short way to say ``other``: its beginning with ``ฯ``, or its Latin name."""
    if not (one.shortened or other.latin):
        return False
    if one.shortened:
        short = name_key(one.series)
        if len(short) >= _TELLING_START and name_key(other.series).startswith(short):
            return True
    if not other.latin:
        return False
    # Whose meeting it is may stand behind its Latin name: ``การประชุม JEC ไทย-เช็ก``.
    numbered = bool(one.ordinals and other.ordinals)
    told = _without_noun(*((one.series, one.wording) if numbered else (one.series,)))
    if not told.isdisjoint(_keys_without_numbers(other.latin)):
        return True
    return numbered and not told.isdisjoint(_keys_without_matter(other.latin))


def _entries(mention: MeetingMention) -> set[str]:
    return {hit.entry.id for hit in mention.names}


def _frameworks(mention: MeetingMention) -> set[str]:
    return {hit.entry.id for hit in mention.names if hit.type == "Framework"}


def _is_bare(mention: MeetingMention) -> bool:
    """Whether a meeting is named by its mechanism alone: ``การประชุมเอเปค``."""
    covered = sum(hit.end - hit.start for hit in mention.names if hit.start >= mention.span.start + 6)
    return len(mention.series) - covered <= len("การประชุม") + 2


def _is_whole(mention: MeetingMention) -> bool:
    """Whether a meeting is the mechanism's own, and no talk or meeting in one field of it."""
    if _is_bare(mention) or any(hit.start == mention.span.start for hit in mention.names):
        return True
    if not mention.series.startswith(_MEETINGS):
        return False
    if mention.ordinals:
        return True
    return _FIELD.search(mention.wording) is None and _MORE_IN_LATIN.search(_meaning(mention.wording)) is None


def _level(mention: MeetingMention) -> str:
    """At which level a meeting is held, by its name: the lowest that it tells of, empty for none."""
    meaning = _meaning(mention.series)
    return next((level for level in reversed(LEVELS) if level in meaning), "")


def close(a: str, b: str) -> bool:
    """Whether two words differ by at most one letter in ten, and by one in short ones of four or more."""
    if a == b:
        return True
    if a[:1] != b[:1]:
        return False
    own, other = len(a), len(b)
    if own < _SHORTEST_LIKE or other < _SHORTEST_LIKE or abs(own - other) > max(1, own // _TENTH):
        return False
    limit = max(1, max(own, other) // _TENTH)
    return Levenshtein.distance(a, b, score_cutoff=limit) <= limit
