"""What a build read, found, refused and missed: the numbers behind ``report.json``.

The report of the same sources is the same, byte for byte: no clock, no machine, no order of reading.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final, Generic, TypeVar

from kg.coverage import cover
from kg.failures import Failure
from kg.installed import version
from kg.model import Assertion, Extraction
from kg.text import Span

_SHOWN_ENGINES: Final = ("thut", "ahocorasick-rs", "pyoxigraph", "pythainlp", "rdflib")
_COUNTED: Final = ("profiles", "encodings", "cleaning", "rules", "refused", "uncovered")
_LINES: Final = "by_document"
_EACH: Final = 8  # bytes of a number: of ten million numbers two are one by chance once in 370,000 builds
_LEAST: Final = 4096  # how many are kept before it pays to look for those that came twice

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """What one document gave, in numbers, with what a reader would miss in it.

    ``entities`` are by their type and ``facts`` by their predicate and modality, each with a number that
    tells it from all others, the same in every document that has it.
    """

    id: str
    source: str
    profile: str
    encoding: str
    characters: int
    cleaning: tuple[tuple[str, int], ...]
    entities: frozenset[tuple[str, int]]
    facts: frozenset[tuple[str, str, int]]
    sentences: int
    sentences_without_fact: int
    refused: tuple[tuple[str, str], ...]
    uncovered: tuple[tuple[str, int, int, str, str], ...]
    rules: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, extraction: Extraction) -> DocumentLine:
        """The line of one extraction; holds no text but what was refused or missed."""
        document = extraction.document
        coverage = cover(extraction)

        def place(span: Span) -> tuple[int, int]:
            raw = document.offsets.to_raw(span)
            return raw.start, raw.end

        return cls(
            id=document.id,
            source=document.source.name,
            profile=document.profile,
            encoding=document.source.encoding,
            characters=len(document.raw),
            cleaning=tuple(sorted(document.cleaned_by)),
            entities=frozenset(
                (entity.type.value, _number(entity.type.value, entity.key)) for entity in extraction.entities
            ),
            facts=frozenset(claim for a in extraction.assertions for claim in _claims(a)),
            sentences=coverage.sentences,
            sentences_without_fact=coverage.without_fact,
            refused=tuple(sorted(extraction.refused)),
            uncovered=tuple(
                sorted(
                    (miss.kind, *place(miss.span), miss.surface, miss.reason) for miss in coverage.uncovered
                )
            ),
            rules=coverage.rules,
        )

    def to_json(self) -> dict[str, Any]:
        """The line as ``report.json`` holds it; offsets are code points of the decoded file."""
        return {
            "id": self.id,
            "source": self.source,
            "profile": self.profile,
            "encoding": self.encoding,
            "characters": self.characters,
            "entities": len(self.entities),
            "facts": len(self.facts),
            "sentences": self.sentences,
            "sentences_without_fact": self.sentences_without_fact,
            "refused": [{"what": words, "reason": reason} for reason, words in self.refused],
            "uncovered": [
                {"kind": kind, "start": start, "end": end, "text": text} | ({"reason": why} if why else {})
                for kind, start, end, text, why in self.uncovered
            ],
        }


@dataclass(frozen=True, slots=True)
class Totals:
    """What all documents gave together; see :class:`DocumentLine`."""

    entities: Counter[str]
    facts: Counter[tuple[str, str]]
    uncovered: Counter[str]
    characters: int
    sentences: int
    sentences_without_fact: int
    profiles: Counter[str]
    encodings: Counter[str]
    cleaning: Counter[str]
    rules: Counter[str]
    refused: Counter[str]

    @classmethod
    def of(cls, lines: Iterable[DocumentLine]) -> Totals:
        """The totals of documents, which are looked at one after another and let go."""
        numbers: Counter[str] = Counter()
        counted: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}
        entities, facts = _Distinct[str](), _Distinct[tuple[str, str]]()
        for line in lines:
            for kind, number in line.entities:
                entities.add(kind, number)
            for predicate, modality, number in line.facts:
                facts.add((predicate, modality), number)
            for name in ("characters", "sentences", "sentences_without_fact"):
                numbers[name] += getattr(line, name)
            counted["profiles"][line.profile] += 1
            counted["encodings"][line.encoding] += 1
            for name in ("cleaning", "rules"):
                for rule, times in getattr(line, name):
                    counted[name][rule] += times
            counted["refused"].update(reason for reason, _ in line.refused)
            counted["uncovered"].update(miss[0] for miss in line.uncovered)
        return cls(
            entities=entities.count(),
            facts=facts.count(),
            characters=numbers["characters"],
            sentences=numbers["sentences"],
            sentences_without_fact=numbers["sentences_without_fact"],
            **counted,
        )


class _Distinct(Generic[Key]):
    """Counts different things by what they are, in eight bytes each."""

    def __init__(self) -> None:
        self._seen: dict[Key, array[int]] = {}
        self._full: dict[Key, int] = {}

    def add(self, key: Key, number: int) -> None:
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = array("Q")
        seen.append(number)
        if len(seen) >= self._full.get(key, _LEAST):
            once = self._seen[key] = array("Q", set(seen))
            self._full[key] = max(2 * len(once), _LEAST)

    def count(self) -> Counter[Key]:
        # In the order of the keys, not in that of a set of a document's claims.
        return Counter({key: len(set(seen)) for key, seen in sorted(self._seen.items())})


@dataclass(frozen=True)
class Report:
    """What a build read, found, refused and missed.

    ``documents`` and ``failures`` are in the order of their names, whatever order they were read in.
    """

    documents: Sequence[DocumentLine] = ()
    failures: tuple[Failure, ...] = ()
    options: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(
        cls,
        lines: Iterable[DocumentLine],
        failures: Iterable[Failure],
        options: Iterable[tuple[str, str]] = (),
    ) -> Report:
        """The report over documents and failures that come in any order."""
        ordered = tuple(sorted(lines, key=lambda line: (line.source, line.id)))
        return cls(ordered, tuple(sorted(failures)), tuple(sorted(options)))

    @property
    def failed(self) -> tuple[Failure, ...]:
        """The failures that count: all but the files that were passed over."""
        return tuple(failure for failure in self.failures if not failure.skipped)

    @property
    def skipped(self) -> tuple[Failure, ...]:
        """The files that were passed over: nobody asked for them by name."""
        return tuple(failure for failure in self.failures if failure.skipped)

    @cached_property
    def totals(self) -> Totals:
        """What all documents gave together."""
        return Totals.of(self.documents)

    @property
    def entities(self) -> Counter[str]:
        """How many entities there are of each type; one that two documents speak of counts once."""
        return self.totals.entities

    @property
    def facts(self) -> Counter[tuple[str, str]]:
        """How many claims there are of each predicate and modality; stated twice is counted once."""
        return self.totals.facts

    @property
    def uncovered(self) -> Counter[str]:
        """How many dates, titles, ordinals and acronyms stand in the texts that no fact uses."""
        return self.totals.uncovered

    def to_json(self) -> dict[str, Any]:
        """The report as ``report.json`` holds it."""
        return {**self._head(), _LINES: [line.to_json() for line in self.documents]}

    def dumps(self) -> str:
        """The text of ``report.json``."""
        return "".join(self.chunks())

    def chunks(self) -> Iterator[str]:
        """The text of ``report.json`` in pieces, so that it need never be in memory as a whole."""
        if not self.documents:
            yield _written(self.to_json()) + "\n"
            return
        yield f'{_written(self._head())[:-2]},\n "{_LINES}": ['
        for number, line in enumerate(self.documents):
            text = _written(line.to_json()).replace("\n", "\n  ")
            yield f"{',' if number else ''}\n  {text}"
        yield "\n ]\n}\n"

    def _head(self) -> dict[str, Any]:
        by_predicate: dict[str, dict[str, int]] = defaultdict(dict)
        for (predicate, modality), number in sorted(self.facts.items()):
            by_predicate[predicate][modality] = number
        totals = self.totals
        return {
            "versions": {name: found for name in _SHOWN_ENGINES if (found := version(name))},
            "options": dict(self.options),
            "documents": {
                "read": len(self.documents),
                "failed": len(self.failed),
                "skipped": len(self.skipped),
                "characters": totals.characters,
                "profiles": _sorted(totals.profiles),
                "encodings": _sorted(totals.encodings),
                "cleaning": _sorted(totals.cleaning),
            },
            "found": {
                "entities": _sorted(totals.entities),
                "facts": dict(by_predicate),
                "evidence": _sorted(totals.rules),
            },
            "missed": {
                "sentences": totals.sentences,
                "sentences_without_fact": totals.sentences_without_fact,
                "uncovered": _sorted(totals.uncovered),
            },
            "refused": _sorted(totals.refused),
            "failures": [failure.to_json() for failure in self.failures],
        }


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _number(*parts: str) -> int:
    # No control character is left in what was read: it parts one from the next.
    return int.from_bytes(
        blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_EACH).digest()
    )


def _claims(assertion: Assertion) -> Iterator[tuple[str, str, int]]:
    """The claims that an assertion becomes in the graph: an interval has an end besides its beginning."""
    subject, predicate, value, literal, modality, _ = assertion
    mood, kind = modality.value, "literal" if literal else "thing"
    if predicate == "heldOn":
        value, _, until = value.partition("/")
        if until and until != value:
            yield "heldUntil", mood, _number("heldUntil", mood, kind, subject, until)
    yield predicate, mood, _number(predicate, mood, kind, subject, value)


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in sorted(counts) if counts[name]}
