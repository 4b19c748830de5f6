"""One pass over a document for every word that the rules turn on.

Recognizers look words up here by position instead of searching the text again, so the cost of a
document does not grow with the number of rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, cast

from kg.expressions import THAI, expression
from kg.lexicon import HOME, Entry, Lexicon, Matcher, NameHit, cues_in, load, read_table, words_of
from kg.lexicon.entry_classes import entries_of
from kg.mentions.composed import composed_verbs
from kg.mentions.spelled_out import meant_otherwise
from kg.model import Document
from kg.text import fold

# Of each table the columns of a word, of what it means, and of a second meaning where it has one.
_COLUMNS = {
    "verbs": ("form", "frame", ""),
    "moods": ("form", "mood", ""),
    "connectives": ("form", "carry", ""),
    "nouns": ("form", "class", "cls"),
    "modes": ("form", "mode", ""),
    "speakers": ("form", "stands_for", ""),
    "membership": ("form", "predicate", ""),
}
# The tables whose words tell of something: nouns begin names, and are looked up by themselves.
_TOLD = tuple(table for table in _COLUMNS if table != "nouns")
_START = attrgetter("start")
# Letters of a verb short enough to stand before a post by chance: a longer one that runs into it has it.
_SHORT_VERB = 5
_SHORTENED = 3

# What may stand glued before a title that counts only where a word begins.
_BEFORE_TITLE = words_of("glued_before_titles")
# What is a title right behind a name alone, and how far before it the name begins.
_BEHIND_NAMES = entries_of("told_behind_names")
_NAME_REACH = 80
_NAME_ALONE = expression(
    rf" ?[{THAI}A-Za-zÀ-ɏ.'-]{{2,40}}(?: {{1,2}}(?!และ|กับ|เป็น|ได้|ที่)[{THAI}A-Za-zÀ-ɏ.'-]{{1,40}}){{1,5}}"
    r"(?: ?\([^()\n]{2,60}\))?,? {1,2}"
)

T = TypeVar("T")
_Cells = tuple[str, str]
_Honorific = tuple[str, tuple[str, ...], bool]
_Meaning = Entry | _Cells | _Honorific
_Hits = list[tuple[int, int, T]]


class Word:
    """A word of a table that stands in the text: ``folded[start:end]``.

    ``table`` names the table (``verbs``, ``moods`` …), ``value`` is the cell that rules turn on (the
    frame of a verb, the mood of a modal), ``more`` a second cell where a table has one.
    """

    __slots__ = ("end", "more", "start", "table", "value")

    def __init__(self, start: int, end: int, table: str, value: str, more: str = "") -> None:
        self.start = start
        self.end = end
        self.table = table
        self.value = value
        self.more = more


class PostHit:
    """The head of a post (``รัฐมนตรีว่าการ``, ``นายกฯ``) that stands in the text."""

    __slots__ = ("end", "entry", "start")

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start = start
        self.end = end
        self.entry = entry


# Behind a space, or from where it is looked for.
_ACRONYM_BEFORE = expression(r"(?:^|(?<=[^ก-๎.]))[ก-ฮ]{1,4}$")
_LONGEST_ACRONYM = 6
_COUNT_BEFORE = expression(r"(?<!25\d)\d $")  # ``ทหาร 12 นาย``, and not ``2567 นาย ก``
_HEADS = expression(rf"ก(?![{THAI}])")  # ``นครนายก``
_MAN, _PRESIDENT = "นาย", "นายก"
_LATIN_BEFORE = expression(r"[A-Za-z]{2},? $|(?:of|the) $")
_LATIN_AFTER = expression(",? [A-Za-z]{2}")


@cache
def _matcher(lexicon: Lexicon) -> Matcher[_Meaning]:
    """One automaton over the names, the posts and every table: a document is passed over once."""
    tables: dict[str, list[tuple[str, _Meaning | None]]] = {
        table: [
            (fold(row[form]), None if row[value] == "-" else (row[value], row[more] if more else ""))
            for row in read_table(table)
        ]
        for table, (form, value, more) in _COLUMNS.items()
    }
    tables["honorifics"] = [
        (
            fold(row["form"].replace("_", " ")),
            None
            if row["script"] == "-"
            else (row["script"], tuple(row["not_before"].split()), row["stands"] == "free"),
        )
        for row in read_table("honorifics")
    ]
    tables["verbs"] += composed_verbs({form for form, _ in tables["verbs"]})
    for table, words in lexicon.words.items():
        tables[table] = list(words)
    matcher: Matcher[_Meaning] = Matcher(tables)
    lexicon.share(matcher)
    return matcher


def _is_inside(folded: str, start: int) -> bool:
    """Whether a Thai letter that belongs to another word stands right before ``start``."""
    before = folded[start - 1 : start]
    return "ก" <= before <= "๎" and not folded.endswith(_BEFORE_TITLE, 0, start)


def _is_no_title(folded: str, start: int, end: int, script: str) -> bool:
    """Whether what is written like a title ends an acronym (``กยศ.``) or a word, or counts men."""
    if script == "en":
        return folded[start - 1 : start] == "-"  # el-Sheikh, a town
    if folded[end - 1] == ".":
        letters = _ACRONYM_BEFORE.search(folded, max(0, start - _LONGEST_ACRONYM), start)
        return letters is not None and not folded.endswith(_BEFORE_TITLE, 0, start)
    if folded[start:end] != _MAN:
        return False
    if folded.startswith(" ", end):
        return _COUNT_BEFORE.search(folded, max(0, start - 2), start) is not None
    return _HEADS.match(folded, end) is not None and _is_inside(folded, start)


def _is_foreign(folded: str, hit: NameHit) -> bool:
    """Whether a Thai body's name in Latin letters is a part of another's: ``Cabinet Office of Japan``."""
    if hit.entry.country != HOME or hit.type != "Organization" or not folded[hit.start].isascii():
        return False
    return (
        _LATIN_BEFORE.search(folded, max(0, hit.start - 4), hit.start) is not None
        or _LATIN_AFTER.match(folded, hit.end) is not None
    )


class Scan:
    """The words found in one document, each list in order of place.

    What a recognizer read out of it, it keeps in ``read_out`` under its own name, by place: who asks again,
    as the measuring of what was missed does, is given the same.
    """

    __slots__ = (
        "_at",
        "_cues",
        "_marks",
        "_name_starts",
        "_post_starts",
        "_starts",
        "_told",
        "_told_starts",
        "act_ends",
        "breaks",
        "document",
        "folded",
        "honorifics",
        "honorifics_at",
        "lexicon",
        "moods_at",
        "names",
        "names_at",
        "posts",
        "posts_at",
        "read_out",
        "verbs_at",
        "words",
    )

    def __init__(self, document: Document, lexicon: Lexicon | None = None) -> None:
        self.document = document
        self.lexicon = lexicon or load()
        self.folded = folded = document.folded
        found = _matcher(self.lexicon).find(folded)
        names = [NameHit(*hit) for hit in cast("_Hits[Entry]", found["names"])]
        others = meant_otherwise(folded, names, self.lexicon)
        self.names = [
            hit
            for hit in names
            if folded[hit.start] >= "ก"
            or not (_is_foreign(folded, hit) or (others and folded[hit.start : hit.end] in others))
        ]
        self.names_at = {hit.start: hit for hit in self.names}
        self._name_starts = list(self.names_at)
        self.words = {
            table: [
                Word(start, end, table, value, more)
                for start, end, (value, more) in cast("_Hits[_Cells]", found[table])
            ]
            for table in _COLUMNS
        }
        self._told = sorted(chain.from_iterable(self.words[table] for table in _TOLD), key=_START)
        self._told_starts = [word.start for word in self._told]
        self.honorifics = [
            Word(start, end, "honorifics", script)
            for start, end, (script, banned, free) in cast("_Hits[_Honorific]", found["honorifics"])
            if not (banned and folded.startswith(banned, end))
            and not (free and _is_inside(folded, start))
            and not _is_no_title(folded, start, end, script)
        ]
        self._at = {table: {word.start: word for word in words} for table, words in self.words.items()}
        self._starts = {table: list(words) for table, words in self._at.items()}
        self.honorifics_at = self._at["honorifics"] = {word.start: word for word in self.honorifics}
        self._starts["honorifics"] = list(self.honorifics_at)
        self.verbs_at = self._at["verbs"]
        self.moods_at = self._at["moods"]
        self.act_ends = {word.end for table in ("verbs", "moods") for word in self.words[table]}
        posts = [PostHit(*hit) for hit in cast("_Hits[Entry]", found["posts"])]
        self.posts = [hit for hit in posts if not self._is_hidden(hit)]
        self.posts_at = {hit.start: hit for hit in self.posts}
        self._post_starts = list(self.posts_at)
        ends = {*self.posts_at, *self.honorifics_at, *self.verbs_at, *self.moods_at}
        # Where a name may end that is glued to what follows it.
        self._marks = sorted(ends)
        # Where something begins that ends the noun phrase before it.
        self.breaks = ends.union(self._at["connectives"], self._at["speakers"])
        self._cues: list[list[int]] = []
        self.read_out: defaultdict[str, dict[Any, Any]] = defaultdict(dict)

    def _is_hidden(self, hit: PostHit) -> bool:
        """Whether a post's head is a part of a verb (``เป็นประธาน``), a body (``คณะกรรมาธิการ``) or a name."""
        if hit.entry.id in _BEHIND_NAMES and not self._is_behind_name(hit.start):
            return True
        named = self.name_over(hit.start)
        if named is not None and named.type == "Place" and named.end >= hit.end:
            return True  # ``นครนายก``
        if self.folded.endswith(("คณะ", "การ", "สภา"), 0, hit.start):
            # Whoever acts for another bears that post: ``รักษาการอธิบดี``.
            return not self.folded.endswith("รักษาการ", 0, hit.start)
        if hit.end - hit.start <= _SHORTENED and self.folded.startswith("รม", hit.start):
            # ``รมว`` and ``รมช`` without their dot are a part of words (``สื่อสารมวลชน``).
            return _is_inside(self.folded, hit.start)
        if hit.end - hit.start == len(_PRESIDENT) and _HEADS.match(self.folded, hit.end - 1):
            return _is_inside(self.folded, hit.start)
        verb = self.verb_over(hit.start)
        return verb is not None and verb.end - verb.start > _SHORT_VERB

    def _is_behind_name(self, at: int) -> bool:
        """Whether a name may end right before ``at``: what people are styled stands before it."""
        styled = self.honorifics_within(at - _NAME_REACH, at) if self.folded.startswith(" ", at - 1) else []
        return bool(styled) and _NAME_ALONE.fullmatch(self.folded, styled[-1].end, at) is not None

    def places_of(self, cue: int, start: int, end: int) -> list[int]:
        """Where words of a cue (:func:`kg.lexicon.cue`) begin in ``[start, end)``, in order."""
        if cue >= len(self._cues):
            self._cues = cues_in(self.folded)
        places = self._cues[cue]
        if not places or places[-1] < start:
            return []
        i = bisect_left(places, start)
        return places[i : bisect_left(places, end, i)]

    def cued(self, cue: int, start: int, end: int) -> bool:
        """Whether a word of a cue (:func:`kg.lexicon.cue`) begins in ``[start, end)``."""
        if cue >= len(self._cues):
            self._cues = cues_in(self.folded)
        places = self._cues[cue]
        if not places or places[-1] < start:
            return False
        return places[bisect_left(places, start)] < end

    def verb_over(self, position: int) -> Word | None:
        """The verb that begins before ``position`` and ends behind it, if any."""
        i = bisect_left(self._starts["verbs"], position) - 1
        verb = self.words["verbs"][i] if i >= 0 else None
        return verb if verb is not None and verb.end > position else None

    def verb_to(self, position: int) -> Word | None:
        """The verb that ends at ``position``, if any."""
        i = bisect_left(self._starts["verbs"], position) - 1
        verb = self.words["verbs"][i] if i >= 0 else None
        return verb if verb is not None and verb.end == position else None

    def word_at(self, table: str, position: int) -> Word | None:
        """The word of ``table`` that begins at ``position``, if any."""
        return self._at[table].get(position)

    def name_over(self, position: int) -> NameHit | None:
        """The name of the lexicon that begins before ``position`` and ends after it, if any."""
        i = bisect_left(self._name_starts, position) - 1
        if i >= 0 and self.names[i].end > position:
            return self.names[i]
        return None

    def name_from(self, start: int, end: int) -> NameHit | None:
        """The first name of the lexicon that begins in ``[start, end)``, if any."""
        i = bisect_left(self._name_starts, start)
        return self.names[i] if i < len(self.names) and self.names[i].start < end else None

    def within(self, table: str, start: int, end: int) -> list[Word]:
        """The words of ``table`` that lie in ``[start, end)``."""
        starts = self._starts[table]
        i = bisect_left(starts, start)
        j = bisect_left(starts, end, i)
        if i == j:
            return []
        words = self.words[table]
        # Words of a table are disjoint: the last alone can run on over the end.
        return words[i : j - (words[j - 1].end > end)]

    def words_within(self, start: int, end: int) -> list[Word]:
        """The words of all tables but the nouns that lie in ``[start, end)``, in order of place."""
        i = bisect_left(self._told_starts, start)
        j = bisect_left(self._told_starts, end, i)
        return [word for word in self._told[i:j] if word.end <= end]

    def marks(self, start: int, end: int) -> list[int]:
        """Where posts, verbs, honorifics and moods begin in ``[start, end)``, in order."""
        i = bisect_left(self._marks, start)
        return self._marks[i : bisect_left(self._marks, end, i)]

    def acts(self, start: int, end: int) -> list[int]:
        """Where verbs and moods begin in ``[start, end)``, in order."""
        return [place for place in self.marks(start, end) if place in self.verbs_at or place in self.moods_at]

    def starting(self, table: str, start: int, end: int) -> list[Word]:
        """The words of ``table`` that begin in ``[start, end)``."""
        starts = self._starts[table]
        i = bisect_left(starts, start)
        return self.words[table][i : bisect_left(starts, end, i)]

    def honorifics_within(self, start: int, end: int) -> list[Word]:
        """The honorifics that begin in ``[start, end)``."""
        starts = self._starts["honorifics"]
        i = bisect_left(starts, start)
        return self.honorifics[i : bisect_left(starts, end, i)]

    def posts_within(self, start: int, end: int) -> list[PostHit]:
        """The heads of posts that begin in ``[start, end)``."""
        i = bisect_left(self._post_starts, start)
        return self.posts[i : bisect_left(self._post_starts, end, i)]

    def names_within(self, start: int, end: int) -> list[NameHit]:
        """The names of the lexicon that lie in ``[start, end)``."""
        i = bisect_left(self._name_starts, start)
        j = bisect_left(self._name_starts, end, i)
        if i < j and self.names[j - 1].end > end:
            j -= 1
        return self.names[i:j]


_LAST: list[Scan] = []


def keep(scan: Scan) -> Scan:
    """Keep a scan until the next is kept, for :func:`scan_of`."""
    _LAST[:] = [scan]
    return scan


def scan_of(document: Document, lexicon: Lexicon | None = None) -> Scan:
    """The scan of ``document`` with all that was read out of it if it was kept last, else a new one."""
    lexicon = lexicon or load()
    for scan in _LAST:
        if scan.document is document and scan.lexicon is lexicon:
            return scan
    return Scan(document, lexicon)
