"""Posts: the head of an office and all that belongs to its title.

A post is read from its head (``รัฐมนตรีว่าการ``, ``เอกอัครราชทูต``, of the lexicon) to the right: names
of bodies and states, linking words (``ประจำ แห่ง ฝ่าย ด้าน ณ``), and the run of Thai letters up to a
space, a verb or the next person. Two posts that ``และ`` joins are two posts.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.expressions import expression
from kg.lexicon import HOME, Entry, alternatives, any_of, entries_of, words_of
from kg.mentions.post_run import (
    POSTED_AT,
    complement,
    over_fields,
    over_house,
    over_round,
    over_state,
    over_turn,
)
from kg.mentions.postings import SENT_TO_BODIES, NamedPart, city_end, part_of, places_of, seat_end
from kg.mentions.scan import Scan
from kg.text import Span

_LONGEST_POST = 500
# Heads that speak of several people when they follow และ: no post of the person before them.
_PLURAL = words_of("people_in_offices")
# A trade representative is most often an advisor as well: both posts are his.
_ADVISORS = entries_of("represent_trade_as_well")
# What somebody is, with no word of where or of what, is said of people at large: ``นาย ก ข ผู้บริหาร ข้าราชการ``.
_BEHIND_NAMES = entries_of("told_behind_names")
_ATTACHED = "ประจำ"
# ``ที่ปรึกษาของประธานสภา ก``: whom somebody serves is of his title.
_SERVE_ANOTHER = entries_of("serve_another")
_WHOSE = "ของ"
_ON_MATTER = expression("เรื่อง|ด้าน|ว่าด้วย")
_ATTEND_GUESTS = entries_of("attend_guests")
_AMBASSADORS = entries_of("ambassadors")
_ACTING_HEAD = expression(rf"{any_of('acting_or_former')}(?:ในตำแหน่ง|แทน)? ?")
# ``อธิบดีกรม ก (กก.) และโฆษกกรม``: the bracket is short for the title or its house, and names nobody.
_SHORTLY = rf"(?: ?\((?!{any_of('common_styles')}|พล|ร้อย|พัน)[^()\n]{{1,24}}\))?"
_AND = expression(f"{_SHORTLY} ?และ ?")
_BEFORE_BODY = words_of("titles_before_bodies")
# A capacity is a post besides, but for the chair of the meeting that is told of.
CAPACITY = expression(f"ในฐานะ(?!{alternatives('chairs_of_meetings')})")
# ``นาย ก ผู้ช่วยปลัดกระทรวง ข ทำหน้าที่หัวหน้าคณะผู้แทนไทย``: whose own office stands for the state leads as such.
_SERVES_AS = expression(rf" (?:จะ|ได้)?(?:ทำ|ปฏิบัติ)หน้าที่(?:เป็น)?(?={any_of('led_for_a_state')})")
_NEXT_POST = expression(
    rf"{_SHORTLY} {{1,2}}(?:ปฏิบัติหน้าที่)?{CAPACITY.pattern}|"
    rf"{_SHORTLY} (?:ในฐานะ|และ)?(?={alternatives('acting_or_former', 'held_besides')})"
    rf"| (?:จะ)?เป็น(?={any_of('led_for_a_state')})"
    "| (?:ให้|ไป)?ดำรงตำแหน่ง ?"
)


class Post(NamedTuple):
    """A post as written: ``text[span]``, its head in the lexicon, and the state or body in it.

    ``country`` is the state that the title names for its holder (``เอกอัครราชทูตรัสเซียประจำประเทศไทย`` →
    Russia); ``city`` is set for a mission (``เอกอัครราชทูต ณ กรุงโตเกียว``). ``short`` tells that the title
    stands shortened (``เอกอัครราชทูตฯ``), ``bare`` that nothing follows its head; ``of`` is what does, as
    folded. ``besides`` is the office that its holder has with this one, where the two are one title.
    """

    span: Span
    head: Entry
    country: Entry | None
    body: Entry | None
    city: Entry | None
    short: bool
    bare: bool
    head_end: int
    of: str = ""
    besides: Post | None = None

    @property
    def state(self) -> str:
        """The id of the state whose post it is: the one that the title names, or else the one at home."""
        return HOME if self.country is None else self.country.id


def read_posts(scan: Scan, start: int) -> tuple[Post, ...]:
    """The posts that stand at ``start``, one after another where ``และ`` joins them; empty if none does."""
    # Persons and paragraphs ask for the same ones.
    read: dict[int, tuple[Post, ...]] = scan.read_out["posts"]
    known = read.get(start)
    if known is None:
        known = read[start] = tuple(_posts(scan, start))
    return known


def _posts(scan: Scan, start: int) -> list[Post]:
    found: list[Post] = []
    at = start
    while True:
        hit = scan.posts_at.get(at)
        prefix = 0
        if hit is None:
            acting = _ACTING_HEAD.match(scan.folded, at)
            if acting is None:
                break
            hit = scan.posts_at.get(acting.end())
            prefix = acting.end() - at
            if hit is None:
                break
        found.append(_read_post(scan, at, at + prefix + (hit.end - hit.start), hit.entry))
        end = found[-1].span.end
        if scan.folded.startswith("/", end) and end + 1 in scan.posts_at:
            # ``รองนายกรัฐมนตรี/รัฐมนตรีว่าการกระทรวง ก``
            at = end + 1
            continue
        joined = _AND.match(scan.folded, end) if scan.folded.startswith(("และ", " ", "("), end) else None
        many = joined is not None and scan.folded.startswith(_PLURAL, joined.end())
        if many and joined is not None and _is_one_man(scan, found[-1], joined.end()):
            many = False
        if joined and (joined.end() in scan.posts_at) and not many:
            if _is_another(scan, found[-1], joined.end()):
                break
            at = joined.end()
            continue
        spaced = _NEXT_POST.match(scan.folded, end) if scan.folded.startswith((" ", "("), end) else None
        if spaced is None and found[-1].head.carries != "state":
            spaced = _SERVES_AS.match(scan.folded, end)
        if spaced:
            at = spaced.end()
            continue
        break
    while found and found[-1].bare and found[-1].head.id in _BEHIND_NAMES:
        found.pop()
    return found


def _is_another(scan: Scan, post: Post, at: int) -> bool:
    """``นายกรัฐมนตรีจีน และ | เลขาธิการอาเซียน``: whether another holds the post at ``at``."""
    hit = scan.posts_at[at]
    if post.country is not None and hit.entry.alone:
        return True
    country = _read_post(scan, at, at + hit.end - hit.start, hit.entry).country if post.head.alone else None
    return country is not None and country.id != HOME


def _is_one_man(scan: Scan, post: Post, at: int) -> bool:
    """Whether the holder of ``post`` has the office at ``at`` too, whose word most often tells of several."""
    hit = scan.posts_at.get(at)
    if hit is None:
        return False
    trades = post.head.id in _ADVISORS and scan.folded.startswith("ผู้แทนการค้าไทย", at)
    return trades or (post.head.id in _AMBASSADORS and hit.entry.id in SENT_TO_BODIES)


def _served(scan: Scan, head: Entry, at: int) -> tuple[int, Entry | None]:
    """Where the title ends of whom the holder of a post serves, told at ``at``, and the state in it.

    The state of the matter is none: ``ทูตพิเศษของประธานอาเซียนเรื่องเมียนมา``.
    """
    whose = at + len(_WHOSE)
    hit = scan.posts_at.get(whose) if scan.folded.startswith(_WHOSE, at) else None
    if hit is None or head.id not in _SERVE_ANOTHER or hit.entry.id in _SERVE_ANOTHER:
        return at, None
    other = next(iter(read_posts(scan, whose)), None)
    if other is None:
        return at, None
    on = _ON_MATTER.search(scan.folded, hit.end, other.span.end)
    if on is None:
        return other.span.end, other.country
    own = [name.entry for name in scan.names_within(whose, on.start()) if name.type == "Country"]
    return other.span.end, own[0] if own else None


def _is_of_foreign_state(head: Entry, names: list[NamedPart]) -> bool:
    """Whether a foreign state is the last of the names in the title of one who stands for it."""
    last = names[-1] if names and head.carries == "state" else None
    return last is not None and last.type == "Country" and last.entry.id != HOME


def _over_parts(scan: Scan, start: int, at: int, head: Entry, names: list[NamedPart]) -> tuple[int, bool]:
    """Where the parts of a title from ``at`` on end, whose names join ``names``, and whether with ``ฯ``."""
    folded = scan.folded
    # ``เลขาธิการอาเซียนเน้นย้ำ``, ``ผู้แทนการค้าไทยเน้นย้ำ``: the house or the state stands in the head already.
    complete = bool(names) or head.alone
    complete = complete or (head.takes_state and not folded.endswith(_BEFORE_BODY, start, at))
    longest = min(len(folded), start + _LONGEST_POST)
    while at < longest:
        if folded[at] == "ฯ":
            return at + 1, True
        foreign = complete and _is_of_foreign_state(head, names)
        step = complement(scan, start, at, complete=complete, of_state=foreign)
        if step is None:
            break
        at, name = step
        complete = name is not None
        names += [name] if name is not None else []
    return at, False


def _read_post(scan: Scan, start: int, end: int, head: Entry) -> Post:
    folded = scan.folded
    end -= len(POSTED_AT) * folded.endswith(POSTED_AT, start, end)
    at = end
    names: list[NamedPart] = []
    over = scan.name_over(at)
    if over is not None and over.end > at and over.start >= start:
        at = over.end
        names.append(part_of(over))
    at, served = _served(scan, head, at)
    # An office that takes a state may stand alone; a ministry's or a department's office may not.
    if names[-1].type == "Organization" if names else "กระทรวง" in head.name("th") + folded[start:end]:
        at = over_state(scan, at, names)
    # ``นายกฯ`` is the whole title of one, ``เอกอัครราชทูตฯ`` that of one whom the text has told with his state.
    short = head.general and folded.endswith("ฯ", start, end)
    at, shortened = _over_parts(scan, start, at, head, names)
    short = short or shortened
    # ``รัฐมนตรีเกียรติยศประจำ ดร. ก``: to whom he is attached is named apart.
    at -= len(_ATTACHED) * folded.endswith(_ATTACHED, end, at)
    told = at > end
    at = at if names or not told else over_fields(scan, start, at)
    if not short and (head.carries != "state" or head.of_mission):
        seat = seat_end(scan, start, at, head, alone=not told)
        lies = " ณ " in folded[at:seat]  # the state behind a mission's city is where that lies
        at = over_state(scan, seat, [] if lies else names) if seat > at else seat
    if not names and not short and folded.startswith(" ", at) and "กระทรวง" in folded[start:at]:
        at = over_state(scan, at, names)
        at = at if names or not told else over_fields(scan, start, at)
    at = city_end(scan, over_turn(scan, at, names), head)
    at = over_round(folded, at if names or short else over_house(scan, at, names))
    # A minister in attendance serves the guest of another state and stands for his own.
    country = body = city = None
    if names and head.id not in _ATTEND_GUESTS:
        country, body, city = places_of(folded, names)
    elif head.carries == "state":
        country = served
    return Post(
        span=Span(start, at),
        head=head,
        country=country,
        body=body,
        city=city,
        short=short,
        bare=at <= end,
        head_end=end,
        of=folded[end:at].strip(),
    )
