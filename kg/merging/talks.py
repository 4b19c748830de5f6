"""When two records are one talk: the same act, the same sides, the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.expressions import expression
from kg.lexicon import HOME, alternatives, any_of
from kg.merging.dates import Days, days, gap
from kg.merging.known import STATIONED, entry_of, names_in, posts_in
from kg.merging.likeness import Likeness, rung
from kg.merging.profiles import once
from kg.merging.records import Fact, Record, held_on
from kg.merging.sounds import consonants, sound_alike
from kg.text import fold
from kg.vocab import slug

# What people do when they meet, by the words that tell of it; a guest calls where the host welcomes.
_ACTS = (
    ("call", expression(alternatives("verbs_of_calling"))),
    ("talk", expression(alternatives("verbs_of_conversing"))),
    ("welcome", expression("ต้อนรับ")),
)
# With whom a talk is that is with companies, as their trade has it.
_BUSINESS = expression(
    f"(?:กับ|แก่) ?(?:{alternatives('come_for_a_body')}|กลุ่ม|คณะ)*(?:ระดับสูง|จาก|ของ| )*"
    f"{any_of('people_of_business', 'houses_of_business')}"
)
# A talk that is planned for a visit is told of with all days of the visit.
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as comparisons ask for one.

    ``kind`` is the act, or the class of what is no talk; ``offices`` are the posts abroad that its
    description names, ``states`` the states abroad, ``people`` those who are at it; ``days`` may be those of
    its documents (``dated`` tells); ``business`` tells that it is with companies.
    """

    kind: str
    offices: frozenset[tuple[str, str]]
    states: frozenset[str]
    people: frozenset[str]
    days: tuple[Days, ...]
    dated: bool
    business: bool


@once
def talk(record: Record) -> Talk:
    """What comparisons ask of a record of a talk."""
    offices: set[tuple[str, str]] = set()
    states: set[str] = set()
    for name in record.names:
        folded = fold(name)
        named = [
            hit
            for hit in names_in(folded)
            if hit.type == "Country" and not folded[: hit.start].endswith(STATIONED)
        ]
        states.update(hit.entry.id for hit in named)
        for start, end, head in posts_in(folded):
            after = next((hit for hit in named if hit.start > start and hit.start - end <= 40), None)
            if after is not None:
                offices.add((head.id, after.entry.id))
    states.update(
        entry.id for fact in record.parties if (entry := entry_of(fact.value)) and entry.cls == "Country"
    )
    starts = held_on(record, _LONGEST)
    short = tuple(run for run in starts if run[1] - run[0] <= _LONGEST)
    told = [run for _, issued in record.documents if (run := days(issued)) and run[0] == run[1]]
    return Talk(
        kind=_kind(record),
        offices=frozenset(pair for pair in offices if pair[1] != HOME),
        states=frozenset(states - {HOME}),
        people=frozenset(_described(record)),
        # News tell of a talk on its day or the day after.
        days=short or (() if starts else tuple((run[0] - 1, run[1]) for run in told)),
        dated=bool(short),
        business=any(_BUSINESS.search(fold(name)) for name in record.called),
    )


def _described(record: Record) -> Iterator[str]:
    """Of those who take part, whom the description itself names: with whom the talk is."""
    told = ["".join(slug(word).replace("-", "") for word in name.split()) for name in record.called]
    for fact in record.parties:
        name = _spelt(fact.value)
        if _is_person(fact) and len(name) >= 4 and any(name in words for words in told):
            yield fact.value


def _kind(record: Record) -> str:
    told = " ".join(sorted(record.called))
    if record.kinds & {"Meeting", "BilateralTalk", "CourtesyCall"}:
        return next((act for act, words in _ACTS if words.search(told)), "talk")
    return min(record.kinds, default="")


def compare_talks(a: Record, b: Record) -> Likeness | None:
    """The rung on which two talks without a name stand together, if any; nothing is vetoed here."""
    p, q = talk(a), talk(b)
    if not any(gap(x, y) == 0 for x, y in product(p.days, q.days)):
        return None
    acts = {p.kind, q.kind}
    if len(acts) > 1 and not acts <= {"call", "talk", "welcome"}:
        return None
    pairs = list(_same_sides(a, b))
    because = [claim for pair in pairs for claim in pair]
    lean = min(a, b, key=lambda record: (talk(record).dated, len(record.parties), record.iri)).iri
    if not _both_sides(a, b, len(pairs)) or talks_apart(a, b):
        return None
    return rung("meeting-talk" if acts != {"talk", "welcome"} else "meeting-welcome", because, lean)


def talks_apart(a: Record, b: Record) -> bool:
    """Whether two talks are with others: with companies and with none, or with two people.

    All whom a description names must be at the other talk too, where its description names somebody: those
    who come along with a minister are the same all day, and a call on two people is not the one on the first.
    """
    p, q = talk(a), talk(b)
    if p.business != q.business:
        return True
    return bool(p.people and q.people) and not (_all_at(p.people, b) and _all_at(q.people, a))


def _all_at(people: frozenset[str], record: Record) -> bool:
    there = [fact.value for fact in record.parties if _is_person(fact)]
    return all(any(one == other or _sound_alike(one, other) for other in there) for one in people)


def _both_sides(a: Record, b: Record, met: int) -> bool:
    """Whether host and guest are the same, as far as both are told."""
    p, q = talk(a), talk(b)
    people = [{fact.value for fact in record.parties if _is_person(fact)} for record in (a, b)]
    if met >= 2:
        return met >= min(map(len, people)) or 2 * met > sum(map(len, people)) - met
    # One side is the same; the other is told by post or state in one of them.
    alone = p.states == q.states and len(p.states) == 1
    if met != 1 or not alone or max(map(len, people)) > 3:
        return False
    if p.offices and q.offices:
        return bool(p.offices & q.offices)
    # Who is alone there met the state as such.
    return any(len(side) == 1 and _with_state(record) for side, record in zip(people, (a, b), strict=True))


def _with_state(record: Record) -> bool:
    states = talk(record).states
    return any((entry := entry_of(fact.value)) and entry.id in states for fact in record.parties)


def _is_person(fact: Fact) -> bool:
    return fact.value.rsplit("/", 2)[-2] == "person"


def _same_sides(a: Record, b: Record) -> Iterator[tuple[str, str]]:
    """The claims that give both talks one person, each person once."""
    left = {fact.value: fact.claim for fact in b.parties if _is_person(fact)}
    mine = {fact.value: fact.claim for fact in a.parties if _is_person(fact)}
    for value in sorted(mine.keys() & left.keys()):
        yield mine.pop(value), left.pop(value)
    for value, claim in sorted(mine.items()):
        found = next((other for other in sorted(left) if _sound_alike(value, other)), None)
        if found is not None:
            yield claim, left.pop(found)


def _sound_alike(iri: str, other: str) -> bool:
    """Whether the names that two IRIs spell out sound alike."""
    rows = [consonants(_spelt(one)) for one in (iri, other)]
    return min(map(len, rows)) >= 3 and sound_alike(rows[0], rows[1]) >= 0.8


def _spelt(iri: str) -> str:
    """The name that an IRI spells out."""
    return iri.rpartition("/")[2].rpartition("-")[0].replace("-", "")


def talk_keys(record: Record) -> Iterator[str]:
    """Under which keys a talk is looked for: a day with a person, a day with a state."""
    found = talk(record)
    people = [fact.value.rpartition("-")[2] for fact in record.parties if _is_person(fact)]
    for run in found.days:
        for day in range(run[0], run[1] + 1):
            for side in people:
                yield f"t:{day}:{side}"
            for state in found.states:
                yield f"t:{day}:{state}"
