"""When two records are one person: by name in either script, by a part of it, by the post alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from kg.lexicon import HOME
from kg.merging.dates import gap, near
from kg.merging.likeness import Likeness, rung
from kg.merging.offices import Office, is_sole, same_office
from kg.merging.person_records import THAI_LETTER, Person, person
from kg.merging.records import Record
from kg.merging.sounds import consonants, name_words, names_alike
from kg.merging.spelling import apart, bare
from kg.merging.terms import Held, Term

# A post is kept for years; who is known by it alone is told of while it is held.
_TERM = 1200
# Who is named with a post holds it for a while yet, and may not have held it long.
_AFTER = 100
_BEFORE = 60
_CLOSE = 21
_MONTH = 30
_PART = 400
_SAME_TIME = 60
_SOUNDS_LIKE = 0.75
_SOUNDS_SURE = 0.85
_SOUNDS_UNLIKE = 0.65
_SOUNDS_ONE = 0.9


# Comparing


def compare_persons(a: Record, b: Record) -> Likeness | None:
    """The rung on which two records of persons stand together, if any; nothing is vetoed here."""
    if not a.named and not b.named:
        return _same_post(a, b)
    if a.named != b.named:
        return _holder(a, b) if a.named else _holder(b, a)
    p, q = person(a), person(b)
    shared = _shared_offices(p, q)
    together = bool(p.states & q.states or p.bodies & q.bodies)
    return _by_spelling(a, b, shared, together=together) or _by_sound(a, b, shared, together=together)


def _shared_offices(p: Person, q: Person) -> tuple[str, ...]:
    """The claims that give both one office, within a term."""
    found: set[str] = set()
    for mine, other in product(p.terms, q.terms):
        told = _is_told(mine.office) or _is_told(other.office)
        if told and same_office(mine.office, other.office) and _in_one_term(mine, other):
            found.update((mine.claim, other.claim))
    return tuple(found)


def _in_one_term(mine: Term, other: Term) -> bool:
    return mine.undated or other.undated or near(mine.days, other.days, _TERM)


def _is_told(held: Office) -> bool:
    return bool(held.state or held.field) or is_sole(held)


def _documents(*records: Record) -> Iterator[str]:
    for record in records:
        for document, _ in record.documents[:1]:
            yield document


def _by_spelling(a: Record, b: Record, shared: tuple[str, ...], *, together: bool) -> Likeness | None:
    p, q = person(a), person(b)
    because = shared or tuple(_documents(a, b))
    latin = {words for name in p.latin if len(words := tuple(sorted(name_words(name)))) > 1}
    if any(tuple(sorted(name_words(name))) in latin for name in q.latin):
        return rung("person-latin-name", because)
    best: Likeness | None = None
    for x, y in product(p.thai, q.thai):
        short, distance = min(len(bare(x)), len(bare(y))), apart(bare(x), bare(y))
        if distance == 0 and short >= 6:
            return rung("person-spelling", because)
        limit = (1 if short >= 8 else 0) if not shared else short // 7
        if not shared and not together and short < 12:
            limit = 0
        if distance <= limit:
            best = rung("person-letter", because)
    return best


def _by_sound(a: Record, b: Record, shared: tuple[str, ...], *, together: bool) -> Likeness | None:
    p, q = person(a), person(b)
    abroad = bool(p.latin or q.latin) or bool((p.states | q.states) - {HOME})
    best = 0.0
    for x, y in product(p.names, q.names):
        alike = names_alike(x, y)
        if not abroad:
            alike *= _letters_alike(x, y) >= _SOUNDS_LIKE
        best = max(best, alike)
    if shared and best >= (_SOUNDS_LIKE if _tells(p) or _tells(q) else _SOUNDS_SURE):
        return rung("person-transliteration", shared)
    if shared:
        for one, other in ((a, b), (b, a)):
            if _is_part(one, other):
                return rung("person-part-of-name", shared, one.iri)
    if together and abroad and best >= _SOUNDS_SURE and _tells(p) and _tells(q):
        return rung("person-sound-state", _documents(a, b))
    return None


def _tells(found: Person) -> bool:
    """Whether a name has consonants enough to tell people apart by."""
    return any(sum(len(consonants(word)) for word in name_words(name)) >= 5 for name in found.names)


def _is_part(one: Record, other: Record) -> bool:
    """Whether the names of ``one`` are the beginning of a name, or words of a name, of ``other``."""
    p, q = person(one), person(other)
    if p.days and q.days and not near(p.days, q.days, _PART):
        return False
    return any(_part_of(x, y) for x in p.names for y in q.names)


def _part_of(short: str, long: str) -> bool:
    words, others = name_words(short), name_words(long)
    if len(words) < len(others) and all(word in others for word in words):
        return True
    if len(words) == len(others) > 1 and words[1:] == others[1:] and others[0].startswith(words[0]):
        return True
    return len(bare(short)) >= 4 and bare(long).startswith(bare(short)) and len(words) > 1


def _holder(named: Record, unnamed: Record) -> Likeness | None:
    """Whether somebody known by post alone may be one who is named with it, before and after or nearby."""
    found: dict[str, set[str]] = {"person-post-holder": set(), "person-post-near": set()}
    for ours in person(unnamed).held:
        if ours.days is None or not is_sole(ours.office):
            continue
        held = [(h.days, h.claim) for h in person(named).held if h.office == ours.office and h.days]
        before = max(((day, claim) for day, claim in held if day <= ours.days), default=None)
        after = min(((day, claim) for day, claim in held if day >= ours.days), default=None)
        if before and after and gap(before[0], after[0]) <= _TERM:
            found["person-post-holder"].update((before[1], after[1], ours.claim))
        elif close := {claim for day, claim in held if -_AFTER <= day[0] - ours.days[0] <= _BEFORE}:
            found["person-post-near"].update(close, (ours.claim,))
    for reason, claims in found.items():
        if claims:
            return rung(reason, claims, unnamed.iri)
    return None


def _same_post(a: Record, b: Record) -> Likeness | None:
    for mine, other in product(person(a).held, person(b).held):
        if mine.office == other.office and is_sole(mine.office) and _within(mine, other, _CLOSE):
            return rung("person-same-post", (mine.claim, other.claim), min(a.iri, b.iri))
    return None


# Keeping apart


def persons_apart(a: Record, b: Record) -> bool:
    """Whether two persons cannot be one: of different states, unlike in name, in two offices at once."""
    p, q = person(a), person(b)
    if p.states and q.states and not p.states & q.states:
        return True
    if a.named and b.named and not _may_be_one_name(p, q):
        return True
    return _in_two_offices(p, q)


def _may_be_one_name(p: Person, q: Person) -> bool:
    if not p.names or not q.names:
        return True
    at_home = (p.states | q.states) == {HOME} and not p.latin and not q.latin
    for x, y in product(p.names, q.names):
        alike = _letters_alike(x, y) if at_home else names_alike(x, y)
        if alike >= _SOUNDS_UNLIKE or _part_of(x, y) or _part_of(y, x):
            return True
    return False


def _letters_alike(x: str, y: str) -> float:
    return 1 - apart(bare(x), bare(y)) / max(len(bare(x)), len(bare(y)), 1)


def _in_two_offices(p: Person, q: Person) -> bool:
    """Whether both hold an office of one kind for two bodies at one time."""
    for mine, other in product(p.terms, q.terms):
        x, y = mine.office, other.office
        both = x.head == y.head and is_sole(x) and is_sole(y)
        if both and not same_office(x, y) and near(mine.days, other.days, _SAME_TIME):
            return True
    return False


def _within(mine: Held, other: Held, width: int) -> bool:
    return mine.days is not None and other.days is not None and gap(mine.days, other.days) <= width


def spelled_alike(a: Record, b: Record) -> bool:
    """Whether two full names are one in spelling or sound: then even one document may tell of both.

    A document that spells somebody once in Thai and once in Latin letters gives both one office, and so it
    does where it breaks off a name within its last word.
    """
    p, q = person(a), person(b)
    for x, y in product(p.names, q.names):
        if min(len(name_words(x)), len(name_words(y))) < 2:
            continue
        alike = names_alike(x, y)
        other_script = bool(THAI_LETTER.search(x)) != bool(THAI_LETTER.search(y))
        if bare(x) == bare(y) or alike >= _SOUNDS_ONE:
            return True
        likely = (other_script and alike >= _SOUNDS_LIKE) or _broken_off(x, y) or _broken_off(y, x)
        if likely and _shared_offices(p, q):
            return True
    return False


def _broken_off(short: str, long: str) -> bool:
    """Whether a name is another without the end of its last word."""
    words, others = name_words(short), name_words(long)
    return len(words) == len(others) > 1 and words[:-1] == others[:-1] and others[-1].startswith(words[-1])


# Keys


def person_keys(record: Record) -> Iterator[str]:
    """Under which keys somebody is looked for: sounds of names with states, offices with months."""
    found = person(record)
    if not record.named:
        for held in found.held:
            if held.days and is_sole(held.office):
                # Two days that lie close share one of two months, whichever side of a border they are on.
                yield _office_key(held.office, held.days[0] // _MONTH)
                yield _office_key(held.office, (held.days[0] + _CLOSE) // _MONTH)
        return
    homes = [*found.states, *found.bodies]
    for name in found.names:
        words = name_words(name)
        yield f"s:{''.join(sorted(map(consonants, words)))}"
        for word in words:
            yield f"w:{bare(word)}"
            for home in homes:
                if home != HOME:
                    yield f"f:{home}:{consonants(word)[:2]}"
    yield from _office_keys(found)


def _office_keys(found: Person) -> Iterator[str]:
    months: dict[Office, set[int]] = defaultdict(set)
    for held in found.held:
        if held.days and is_sole(held.office):
            months[held.office].add(held.days[0] // _MONTH)
    for held_office, seen in months.items():
        for year in {month // 12 for month in seen}:
            yield f"h:{held_office.head}:{held_office.state}:{held_office.field}:{year}"
        for month in range(min(seen) - 4, max(seen) + 5):
            yield _office_key(held_office, month)


def _office_key(held: Office, month: int) -> str:
    return f"o:{held.head}:{held.state}:{held.field}:{month}"
