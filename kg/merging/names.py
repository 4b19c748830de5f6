"""When two records of anything but persons and meetings are one: their names, and what is about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.entities.common_names import tells_which
from kg.entities.keys import name_key
from kg.expressions import expression
from kg.lexicon import HOME, alternatives, any_of, words_of
from kg.merging.known import is_ours, names_in
from kg.merging.likeness import Likeness, rung
from kg.merging.profiles import once
from kg.merging.records import Record
from kg.merging.spelling import apart, bare, canonical, may_end_in
from kg.model import EntityType
from kg.text import fold

# A name of fewer letters may differ from another by a mark alone and mean another thing.
_LONG = 12
_VERY_LONG = 24
_DIGITS = expression(r"\d+")
_MARK = expression("{([^{}]*)}")
_SEAT = "สถาน"
_MISSION = expression(f"{_SEAT}{any_of('envoys')}")
_SEATED = expression(f"(?:ประจำ|ใน)(?:ประเทศ|ราชอาณาจักร)?$| ณ(?: {any_of('nouns_of_cities')})?$")
_GLOSS = expression(r"\s{0,9}\(([^()]*)\)")
# Which issue of a law a draft is to be, is not yet known; the subject of the draft stands behind it.
_ISSUE = expression(r"ฉบับที่[\s\d.…]{0,12}")
# What a name carries along from its sentence. What points back (ดังกล่าว, นี้, ฯ) stays: it may mean any.
_TAIL = expression(rf"(?:{alternatives('idle_ends_of_names')}|\s){{1,40}}$")
_IDLE = words_of("idle_ends_of_names")
_POINTING = expression(f"(?:{alternatives('points_back')}|ฯ)$")
_BACK = (*words_of("points_back"), "ฯ")
# Which part of a building a name tells of.
_PART = expression(alternatives("parts_of_buildings"))
# Words that may stand in a name or not.
# In the spelling of bare forms, without tone marks.
_FILLERS = expression("|".join(bare(word) for word in words_of("fillers_of_names")))
# Documents and schemes are called by common nouns (แผนปฏิบัติการ): more must be said to tell them.
_COMMON = frozenset(("OutcomeDocument", "Initiative"))


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a thing as they are compared.

    ``own`` are the forms of its first names without glosses, ``every`` those of all its full names;
    ``loose`` are long ones without words that may be left out; ``glosses`` stand in brackets behind a
    name; ``latin`` are full names in Latin letters.
    """

    own: frozenset[str]
    every: frozenset[str]
    loose: frozenset[str]
    glosses: frozenset[str]
    latin: frozenset[str]
    missions: frozenset[tuple[str, str, str]]


@once
def naming(record: Record) -> Naming:
    """What comparisons ask of a record."""
    place = record.type == "Place"
    own = {form(name, place=place) for name in record.called}
    others = {form(name, place=place) for name in record.names - record.called if not _is_short(name)}
    # What stands within a first name is the name of a part of it: the commission in its council.
    every = own | {other for other in others if not any(other in name and other != name for name in own)}
    glosses = {
        name_key(part)
        for name in record.called
        for gloss in _GLOSS.findall(name)
        if not _ISSUE.fullmatch(gloss)
        for part in gloss.split(":")
    }
    return Naming(
        own=frozenset(own - {""}),
        every=frozenset(every - {""}),
        loose=frozenset(
            found
            for name in own
            if len(name) >= _VERY_LONG
            and not name.endswith("*")
            and len(found := _FILLERS.sub("", name)) >= _VERY_LONG
        ),
        glosses=frozenset(glosses),
        latin=frozenset(name_key(name) for name in record.names if name.isascii() and " " in name.strip()),
        missions=frozenset(told for name in record.called if (told := mission(name))),
    )


@lru_cache(maxsize=1 << 15)
def form(name: str, *, place: bool = False) -> str:
    """A name without gloss, with what the lexicon knows in it by id; buildings are houses.

    >>> form("คณะอนุกรรมการของเอเปคแล้ว (SCSC)") == form("คณะอนุกรรมการของ APEC")
    True
    """
    if "(" in name:
        name = _GLOSS.sub("", name)
    if may_end_in(name, _IDLE):
        name = _TAIL.sub("", name)
    found = canonical(name.replace("อาคาร", "ตึก") if place else name)
    points = may_end_in(name, _BACK) and _POINTING.search(name)
    return f"{found}*" if points and not found.endswith("}") else found


def _is_short(name: str) -> bool:
    letters = name.replace("-", "").replace(".", "").replace(" ", "")
    return (name.isascii() and len(letters) <= 12 and letters[:2].isupper()) or (
        len(name) < 8 and "." in name
    )


def mission(name: str) -> tuple[str, str, str] | None:
    """The kind, the sending state and the seat of a diplomatic mission; None for anything else.

    >>> mission("สถานทูตจีน") == mission("สถานเอกอัครราชทูตสาธารณรัฐประชาชนจีนประจำประเทศไทย")
    True
    """
    if not name.startswith(_SEAT):
        return None
    folded = fold(name)
    head = _MISSION.match(folded)
    if head is None:
        return None
    kind = "consulate" if "กงสุล" in head.group() else "embassy"
    sender, seat = "", ""
    for found in names_in(folded):
        seated = _SEATED.search(folded[: found.start])
        if found.type not in {"Country", "Place"}:
            continue
        if seated:
            seat = seat or found.entry.id
        elif found.type == "Country":
            sender = sender or found.entry.id
    if seat and not sender:
        return kind, HOME, seat
    return (kind, sender, seat or HOME) if sender and sender != HOME else None


def compare_names(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of things stand together, if any; nothing is vetoed here."""
    if not (_is_told(a) and _is_told(b)):
        return None
    p, q = naming(a), naming(b)
    because = [record.documents[0][0] for record in (a, b) if record.documents]
    if p.missions & q.missions:
        return rung("embassy", because)
    shared = (p.own & q.every) | (p.every & q.own)
    # By the same name without a gloss, one thing only: a gloss may say that another is meant.
    telling = {name for name in shared if _says_enough(name, a.type)}
    glossed = telling or {name for name in shared if a.type == "Topic" and len(name) > 8}
    if bool(p.glosses) != bool(q.glosses) and glossed:
        return rung("name-gloss", because, (b if p.glosses else a).iri)
    if telling:
        return rung("name-known-parts" if any("{" in name for name in telling) else "name-spelling", because)
    if p.loose & q.loose:
        return rung("name-letter", because)
    if a.type in {"Organization", "Framework"} and not (a.entry or b.entry) and _same_latin(p, q):
        return rung("name-latin", because)
    return _letter(a, b, because) or _contained(a, b)


def _is_told(record: Record) -> bool:
    """Whether a record has a name that means the same one in every document."""
    return any(tells_which(EntityType(record.type), name) for name in record.called)


def _same_latin(p: Naming, q: Naming) -> bool:
    """Whether one long name in Latin letters stands beside both, and both name the same states and bodies."""
    marks = [{mark for name in found.own for mark in _marks(name)} for found in (p, q)]
    return marks[0] == marks[1] and any(len(name) >= _LONG for name in p.latin & q.latin)


def _says_enough(name: str, type_: str) -> bool:
    """Whether a form tells things apart: by a name of the lexicon that is not ours, or by length.

    What points back (``ร่างกฎกระทรวงดังกล่าว``) tells nothing.
    """
    if name.endswith("*"):
        return False
    if any(not is_ours(mark) or (type_ == "Place" and mark.startswith("place-")) for mark in _marks(name)):
        return True
    return len(_MARK.sub("", name)) >= (_VERY_LONG if type_ in _COMMON else _LONG)


def _letter(a: Record, b: Record, because: list[str]) -> Likeness | None:
    for x, y in product(naming(a).own, naming(b).own):
        short = min(len(x), len(y))
        if (
            short < _VERY_LONG
            or abs(len(x) - len(y)) > 1
            or x.endswith("*")
            or _marks(x) != _marks(y)
            or _DIGITS.findall(x) != _DIGITS.findall(y)
        ):
            continue
        if apart(x, y) <= 1:
            return rung("name-letter", because)
    return None


def _marks(name: str) -> list[str]:
    return _MARK.findall(name)


def _contained(a: Record, b: Record) -> Likeness | None:
    """One name is the beginning of the other, and the same parties or frameworks speak of both."""
    if a.type not in {"Initiative", "OutcomeDocument", "Framework"}:
        return None
    for one, other in ((a, b), (b, a)):
        for x, y in product(naming(one).own, naming(other).own):
            if len(x) >= _VERY_LONG and x != y and y.startswith(x):
                about = [{f.value: f.claim for f in (*r.parties, *r.frameworks, *r.wholes)} for r in (a, b)]
                both = about[0].keys() & about[1].keys()
                if both:
                    return rung("name-contained", [told[v] for told in about for v in both], one.iri)
    return None


def things_apart(a: Record, b: Record) -> bool:
    """Whether two things cannot be one: other numbers in their names, or other glosses behind them."""
    p, q = naming(a), naming(b)
    if p.glosses and q.glosses and not any(_agree(x, y) for x, y in product(p.glosses, q.glosses)):
        return True
    if a.type == "Place" and _parts(a) != _parts(b):
        return True
    pairs = list(product(p.own, q.own))
    if pairs and all(_numbers(x) != _numbers(y) for x, y in pairs):
        return True
    abroad = [{mark for name in found.own for mark in _marks(name) if _is_abroad(mark)} for found in (p, q)]
    return bool(abroad[0] and abroad[1]) and not abroad[0] & abroad[1] and not p.missions & q.missions


def _parts(record: Record) -> set[str]:
    return {part for name in record.called for part in _PART.findall(name)}


def _is_abroad(entry: str) -> bool:
    return entry.startswith("country-") and not is_ours(entry)


def _agree(gloss: str, other: str) -> bool:
    return gloss == other or apart(gloss, other) <= min(len(gloss), len(other)) // 8


def one_name(a: Record, b: Record) -> bool:
    """Whether two things have one name but for spelling: then even one document may tell of both."""
    p, q = naming(a), naming(b)
    return bool(p.own & q.own or p.missions & q.missions)


def _numbers(name: str) -> list[str]:
    return _DIGITS.findall(_MARK.sub("", name))


def thing_keys(record: Record) -> Iterator[str]:
    """Under which keys a thing is looked for: its names, their beginnings, the mission that it is."""
    found = naming(record)
    for name in found.every:
        yield f"c:{name}"
    for name in found.own:
        if len(name) >= _VERY_LONG:
            yield f"b:{name[:20]}"
            yield f"e:{name[-20:]}"
    for name in found.loose:
        yield f"o:{name}"
    for name in found.latin:
        yield f"l:{name}"
    for kind, sender, seat in sorted(found.missions):
        yield f"d:{kind}:{sender}:{seat}"
