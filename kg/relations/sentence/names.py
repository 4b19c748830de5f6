"""Names that the lexicon knows, as they stand in a paragraph."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import HOME, NameHit, entries_of, words_of
from kg.mentions.bodies import ministry_end
from kg.mentions.brackets import latin_names
from kg.mentions.scan import Scan
from kg.mentions.things import BRACKET, ThingMention
from kg.relations.sentence.items import Item, Kind, Taken
from kg.text import Span

_HOME_GOVERNMENT = entries_of("government")
_ACTOR_LEFT = words_of("glued_before_actors")
# So far before a name stands what it is glued to.
_GLUED_REACH = 16
_PAIR_AFTER = expression(r" ?- {0,2}[ก-ฮเ-ไA-Z]")
_LONGEST_OPENER = 16
# ``ซึ่งทางญี่ปุ่นได้สนับสนุน``: the state itself acts.
_ON_THE_PART_OF = expression("(?:^|[ \n]|ซึ่ง|โดย|และ|ว่า|ให้|แต่|จาก)ทาง$")
_BEFORE_STATE = ("รัฐบาลแห่ง", "รัฐบาล", "ประเทศ", "ฝ่าย", *words_of("delegations"))
_LATIN_BEFORE = expression(r"[A-Za-z]{2} (?:of )?$")
_LATIN_AFTER = expression(r" [A-Z][a-z]+")
_NAMED: dict[str, Kind] = {
    "Country": "country",
    "Organization": "body",
    "Framework": "framework",
    "Place": "place",
    "Initiative": "thing",
    "OutcomeDocument": "thing",
}


def named_items(scan: Scan, taken: Taken, start: int, end: int) -> list[Item]:
    """The items of names that the lexicon knows, where their place is free; a state may qualify a noun."""
    items: list[Item] = []
    edge = start
    for hit in scan.names_within(start, end):
        if hit.start < edge or not taken.is_free(hit.start, hit.end):
            continue
        if hit.type == "Country" and _is_of_latin_name(scan, hit):
            continue
        foreign = foreign_body(scan, hit, end) if hit.entry.cls == "Ministry" else None
        item = (
            Item(foreign.span.start, foreign.span.end, "body", payload=foreign)
            if foreign is not None
            else _name_item(scan, hit, start)
        )
        items.append(item)
        edge = item.end
    return items


def _is_of_latin_name(scan: Scan, hit: NameHit) -> bool:
    """Whether a state in Latin letters is a part of a longer name: ``Air India``, ``Bank of China``."""
    if not scan.folded[hit.start].isascii():
        return False
    before = scan.folded[max(0, hit.start - len("Kingdom of ")) : hit.start]
    return bool(_LATIN_BEFORE.search(before) or _LATIN_AFTER.match(scan.folded, hit.end))


def foreign_body(scan: Scan, hit: NameHit, end: int) -> ThingMention | None:
    """A ministry whose name goes on behind Thailand's, to a foreign state or a bracket, is another's."""
    if hit.entry.cls != "Ministry" or hit.entry.country != HOME:
        return None
    end = ministry_end(scan, hit.start, hit.end, end)
    state = scan.name_over(end - 1)
    if end == hit.end or (state is not None and state.entry.id == HOME):
        return None
    text = scan.document.text
    bracket = BRACKET.match(text, end)
    latin = latin_names(bracket.group(1)) if bracket is not None else ()
    return ThingMention(
        Span(hit.start, end), "Organization", "Ministry", text[hit.start : end], latin, named=True
    )


def _name_item(scan: Scan, hit: NameHit, block_start: int) -> Item:
    start, end, entry, type_ = hit.start, hit.end, hit.entry, hit.type
    folded = scan.folded
    left = folded[max(block_start, start - _GLUED_REACH) : start]
    kind = _NAMED[type_]
    # Whatever leads to a name but a dash is a word glued to it.
    glued = "ก" <= left[-1:] <= "๎"
    if kind == "country" and (
        (not glued and left.endswith(("-", "- ")))
        or (folded.startswith(("-", " -"), end) and _PAIR_AFTER.match(folded, end))
    ):
        qualifies = "pair"
    elif not glued:
        qualifies = ""
    elif kind == "country" and left.endswith("ทาง") and _ON_THE_PART_OF.search(left):
        qualifies = ""
        start -= len("ทาง")
    else:
        qualifies = "adjective" if _is_glued(scan, left, start) else ""
    if glued and kind == "country" and left.endswith(_BEFORE_STATE):
        start -= next(len(prefix) for prefix in _BEFORE_STATE if left.endswith(prefix))
    if entry.id in _HOME_GOVERNMENT:
        kind = "country"
    return Item(start, end, kind, None, type_ if kind == "thing" else entry.id, hit, qualifies)


def _is_glued(scan: Scan, left: str, begin: int) -> bool:
    """Whether a name stands glued to a noun that it qualifies; a verb or a joining word frees it."""
    if not left or not ("ก" <= left[-1] <= "ฺ" or "เ" <= left[-1] <= "๎") or left.endswith(_ACTOR_LEFT):
        return False
    if begin in scan.act_ends:
        return False
    openers = scan.within("connectives", max(0, begin - _LONGEST_OPENER), begin)
    return not (openers and openers[-1].end == begin)
