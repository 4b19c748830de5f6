"""What describes rather than happens: posts, and whom a person or a mission stands for."""

from __future__ import annotations

from kg.entities.drafts import Draft
from kg.expressions import THAI, expression
from kg.lexicon import HOME, alternatives, any_of, entries_of, words_of
from kg.mentions.missions import MISSION
from kg.mentions.persons import PersonMention
from kg.mentions.posts import Post, read_posts
from kg.mentions.scan import Scan
from kg.mentions.things import ThingMention
from kg.model import EntityType
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
_PERMANENT_SECRETARIES = entries_of("permanent_secretaries")
_HEADS_OF_MINISTRIES = entries_of("heads_of_ministries")
# Where something takes place that is told of: foreigners need not come to it.
_IN_LAND = expression(rf"(?:ใน|ณ ?|ที่|{any_of('nouns_of_cities')}[{THAI}]{{2,30}},? )(?:ประเทศ)?$")
_LAND_REACH = 48
_SHORT_BRACKET = expression(r" ?\( ?[A-Z]{2,8} ?\) ?")


def describe_person(reading: Reading, draft: Draft, mention: PersonMention) -> None:
    """The posts of a person as written, and the state that they carry."""
    text = reading.document.text
    joined = reading.scan.folded.endswith(_RETINUE, 0, mention.whole.start) or _joins(reading.scan, mention)
    retinue = joined and not _before_foreigners(reading, mention)
    foreign = any(post.country is not None and post.country.id != HOME for post in mention.posts)
    for post in mention.posts:
        if _is_short_for_another(draft, post, text) or _is_told_already(reading, draft, post):
            continue
        shared = post.span.start > mention.whole.end  # with those who are named behind him
        if shared and len(draft.posts) > 1:
            continue
        span = Span(min(mention.whole.start, post.span.start), max(mention.whole.end, post.span.end))
        reading.say(draft, "holdsPosition", post.span.of(text).strip().removesuffix("ได้"), span, "post.v1")
        own = post.country is None and post.city is None
        # Without honorific, a post before the name tells of no state: ``นายกรัฐมนตรีมิง ลาซา``.
        foreign = foreign or (not mention.honorific and post.span.start < mention.span.start)
        if not (own and (foreign or ((retinue or shared) and post.head.id in _PERMANENT_SECRETARIES))):
            stand_for(reading, draft, post, span)


def _before_foreigners(reading: Reading, mention: PersonMention) -> bool:
    """Whether a permanent secretary who comes along does so where another state is told of."""
    if all(post.head.id not in _HEADS_OF_MINISTRIES for post in mention.posts):
        return False
    begin = reading.scan.folded.rfind("\n", 0, mention.whole.start) + 1
    folded = reading.scan.folded
    return any(
        hit.type == "Country"
        and hit.entry.id != HOME
        and _IN_LAND.search(folded, max(begin, hit.start - _LAND_REACH), hit.start) is None
        for hit in reading.scan.names_within(begin, reading.paragraph.end)
    )


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
