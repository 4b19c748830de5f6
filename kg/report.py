"""What a build read, found, refused and missed: the numbers behind ``report.json``.

The report of the same sources is the same, byte for byte: no clock, no machine, no order of reading.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from kg.coverage import cover
from kg.errors import KgError
from kg.model import Assertion, Extraction
from kg.text import Span

_SHOWN_ENGINES: Final = ("thut", "ahocorasick-rs", "pyoxigraph", "pythainlp", "rdflib")


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A source that could not be read, or a document in which the reading broke down.

    ``source`` is its name among the sources, ``reason`` says what is wrong and the way out, ``kind``
    is the name of the error. ``skipped`` marks a file of a kind or in a language that Thut
    does not read, which nobody asked for by name: it is listed and is no error.
    """

    source: str
    reason: str
    kind: str
    skipped: bool = False

    def to_json(self) -> dict[str, Any]:
        """The failure as ``report.json`` holds it."""
        return {"source": self.source, "reason": self.reason, "error": self.kind, "skipped": self.skipped}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """What one document gave, in numbers, with what a reader would miss in it."""

    id: str
    source: str
    profile: str
    encoding: str
    characters: int
    cleaning: tuple[tuple[str, int], ...]
    entities: frozenset[tuple[str, str]]
    facts: frozenset[tuple[str, str, str, bool, str]]
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
            entities=frozenset((entity.type.value, entity.key) for entity in extraction.entities),
            facts=frozenset(fact for a in extraction.assertions for fact in _claims(a)),
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
class Report:
    """What a build read, found, refused and missed.

    ``documents`` and ``failures`` are in the order of their names, whatever order they were read in.
    """

    documents: tuple[DocumentLine, ...] = ()
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

    @property
    def entities(self) -> Counter[str]:
        """How many entities there are of each type; one that two documents speak of counts once."""
        return Counter(kind for kind, _ in frozenset().union(*(line.entities for line in self.documents)))

    @property
    def facts(self) -> Counter[tuple[str, str]]:
        """How many claims there are of each predicate and modality; stated twice is counted once."""
        claims = frozenset[tuple[str, str, str, bool, str]]().union(*(line.facts for line in self.documents))
        return Counter((claim[1], claim[4]) for claim in claims)

    @property
    def uncovered(self) -> Counter[str]:
        """How many dates, titles, ordinals and acronyms stand in the texts that no fact uses."""
        return Counter(miss[0] for line in self.documents for miss in line.uncovered)

    def to_json(self) -> dict[str, Any]:
        """The report as ``report.json`` holds it."""
        by_predicate: dict[str, dict[str, int]] = defaultdict(dict)
        for (predicate, modality), number in sorted(self.facts.items()):
            by_predicate[predicate][modality] = number
        return {
            "versions": {name: found for name in _SHOWN_ENGINES if (found := _version(name))},
            "options": dict(self.options),
            "documents": {
                "read": len(self.documents),
                "failed": len(self.failed),
                "skipped": len(self.skipped),
                "characters": sum(line.characters for line in self.documents),
                "profiles": _sorted(Counter(line.profile for line in self.documents)),
                "encodings": _sorted(Counter(line.encoding for line in self.documents)),
                "cleaning": _sorted(_sum(line.cleaning for line in self.documents)),
            },
            "found": {
                "entities": _sorted(self.entities),
                "facts": dict(by_predicate),
                "evidence": _sorted(_sum(line.rules for line in self.documents)),
            },
            "missed": {
                "sentences": sum(line.sentences for line in self.documents),
                "sentences_without_fact": sum(line.sentences_without_fact for line in self.documents),
                "uncovered": _sorted(self.uncovered),
            },
            "refused": _sorted(Counter(reason for line in self.documents for reason, _ in line.refused)),
            "failures": [failure.to_json() for failure in self.failures],
            "by_document": [line.to_json() for line in self.documents],
        }

    def dumps(self) -> str:
        """The text of ``report.json``."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n"


def _claims(assertion: Assertion) -> Iterator[tuple[str, str, str, bool, str]]:
    """The claims that an assertion becomes in the graph: an interval has an end besides its beginning."""
    subject, predicate, value, literal, modality = assertion.identity
    if predicate != "heldOn":
        yield assertion.identity
        return
    start, _, until = value.partition("/")
    yield subject, predicate, start, literal, modality
    if until and until != start:
        yield subject, "heldUntil", until, literal, modality


def failure_of(source: str, error: Exception) -> Failure:
    """The failure that an error makes of a source.

    What Thut raised on purpose speaks for itself. Anything else is a defect of a component: it is
    named with its type and the place where it was raised, so that it can be reported.
    """
    if isinstance(error, KgError):
        return Failure(source, str(error), type(error).__name__)
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f"{module}.{code.co_qualname}, line {trace.tb_lineno}"
        trace = trace.tb_next
    reason = f"{type(error).__name__} in {place or 'an unknown place'}: {error}; please report this document"
    return Failure(source, reason, type(error).__name__)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sum(rows: Iterable[Iterable[tuple[str, int]]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for row in rows:
        for name, number in row:
            total[name] += number
    return total


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in sorted(counts) if counts[name]}
