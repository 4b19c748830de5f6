"""Initiatives and documents that a sentence names by the way, within what it tells of something else.

``ทั้งสองฝ่ายเห็นพ้องที่จะส่งเสริมการลงทุน โดยเฉพาะในโครงการ X``: what is agreed on is X too.
"""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import NameHit, alternatives, any_of, words_of
from kg.mentions.things import ThingMention
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Act
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import Span

_THEMES = words_of("heads_of_themes")
_KINDS = expression(alternatives("kinds_of_things"))
# What a phrase under a head noun says when it is no name.
_NO_NAME = expression(rf"[ก-ฺเ-๎]+?{any_of('qualifies_no_name')}")
_LATIN_OR_QUOTED = expression('[A-Za-z"“”]')
_OPENS = frozenset("attend attend-noun chair host hosted-by meet courtesy receive visit".split())


def named_by_the_way(reading: Reading, items: list[Item]) -> None:
    """Keep what a paragraph names by the way, with the act that governs it, until the document is read."""
    acts = reading.acts
    if not acts or reading.paragraph.retelling:
        return
    for item in items:
        if item.kind != "thing" or not _is_name(reading, item):
            continue
        act = next((act for act in reversed(acts) if act.end <= item.start), None)
        if act is not None and item.start < act.clause.end and not _acts_between(act, item):
            reading.by_the_way.append((act, item))


def say_named_by_the_way(reading: Reading) -> None:
    """Say of what was named by the way and stands in no fact of its own what the sentence says."""
    if not reading.by_the_way:
        return
    standing = {value for _, _, value in reading.moods} | {subject for subject, _, _ in reading.moods}
    for act, item in reading.by_the_way:
        draft = draft_of(item, reading.register)
        if draft is None or draft.id in standing:
            continue
        evidence = Span(act.clause.start, max(act.clause.end, item.end))
        for actor, predicate in act.said:
            if predicate == "launched":
                # Who sets a thing up names others that are there already.
                continue
            reading.say(actor, predicate, draft, evidence, "by-the-way.v1", act.mood)


def _acts_between(act: Act, item: Item) -> bool:
    """Whether somebody meets, travels or comes to something between the act and what is named."""
    return any(
        other.kind == "verb" and other.value in _OPENS and act.end <= other.start < item.start
        for other in act.clause.items
    )


def _is_name(reading: Reading, item: Item) -> bool:
    """Whether an initiative or a document has a name, and is not only told by its kind."""
    if isinstance(item.payload, NameHit):
        return True
    thing = item.payload
    if not isinstance(thing, ThingMention) or not thing.named or thing.surface.startswith(_THEMES):
        return False
    if _LATIN_OR_QUOTED.search(thing.surface):
        return True
    if _KINDS.match(thing.surface):
        return False
    return bool(thing.latin) or not _NO_NAME.match(reading.scan.folded, item.start, item.end)
