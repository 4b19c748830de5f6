"""How well Thut reads: precision, recall and F1 against documents that people annotated."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.build import quads_of
from kg.documents import read_document
from kg.errors import SourceError
from kg.evaluate.compare import align, match
from kg.evaluate.sides import GROUPS, HARD, SOFT, Side, read_annotation, read_statements
from kg.failures import Failure, failure_of
from kg.protocols import Extractor
from kg.registry import EXTRACTOR, component

__all__ = ["Evaluation", "Figures", "evaluate"]

_PHRASES: Final = "Topic"
"""The class that is left out of the figures on entities: two readers rarely cut a phrase alike."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were predicted, how many annotated, and how many of both are the same."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 where nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was predicted; 0 where nothing was."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Figures(right=2, predicted=4, gold=4).f1
        0.5
        """
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0

    def to_json(self) -> dict[str, float]:
        """The figures, shares with four decimals."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "right": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures over a folder of annotated documents.

    ``entities`` and ``facts`` are by class and by predicate, ``documents`` the hard facts by
    document. ``modality`` is the share of matched facts whose modality is right, ``grounded`` the
    share of predicted facts whose quotation stands in the text. ``wrong`` lists each fact that was
    missed or made up. ``failures`` are documents that could not be read; they count as empty.
    """

    entities: dict[str, Figures]
    facts: dict[str, Figures]
    documents: dict[str, Figures]
    modality: float
    grounded: float
    wrong: tuple[tuple[str, str, str, str, str], ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def entity(self) -> Figures:
        """The figures over entities of all classes but topics."""
        return sum((n for kind, n in self.entities.items() if kind != _PHRASES), Figures())

    @property
    def hard(self) -> Figures:
        """The figures over facts whose objects are names, dates and numbers."""
        return sum((self.facts[predicate] for predicate in HARD), Figures())

    @property
    def soft(self) -> Figures:
        """The figures over facts whose objects are phrases."""
        return sum((self.facts[predicate] for predicate in SOFT), Figures())

    def to_json(self) -> dict[str, Any]:
        """All figures, by name."""
        return {
            "entity": self.entity.to_json(),
            "hard": self.hard.to_json(),
            "soft": self.soft.to_json(),
            "modality": round(self.modality, 4),
            "grounded": round(self.grounded, 4),
            "entities": {name: figures.to_json() for name, figures in self.entities.items()},
            "facts": {name: figures.to_json() for name, figures in self.facts.items()},
            "documents": {name: figures.to_json() for name, figures in self.documents.items()},
            "failures": [failure.to_json() for failure in self.failures],
        }


def evaluate(
    gold: str | os.PathLike[str],
    texts: str | os.PathLike[str],
    *,
    extractor: Extractor | str = EXTRACTOR,
    progress: Callable[[int, str], None] | None = None,
) -> Evaluation:
    """Read the texts and compare what was found with the annotations.

    Each document is read on its own. Things are aligned one to one by their names (within a class,
    or classes that readers confuse), facts by the things that they are between; phrases leniently.

    Args:
        gold: a folder of annotations, ``<document>.json``, or one of them.
        texts: the folder of the documents, ``<document>.txt``.
        extractor: the component to measure, or its name.
        progress: called before each document with how many came before it, and its name.

    Raises:
        SourceError: there are no annotations, or one of them is malformed.
        ComponentError: there is no extractor of that name.

    >>> from tempfile import TemporaryDirectory
    >>> from json import dumps
    >>> annotated = {"entities": [{"id": "1", "type": "Country", "label": "ญี่ปุ่น"}], "facts": []}
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "visit.txt").write_text("นายสมชาย ใจดี เดินทางเยือนญี่ปุ่น", "utf-8")
    ...     _ = Path(folder, "visit.json").write_text(dumps(annotated), "utf-8")
    ...     print(evaluate(folder, folder).entities["Country"].f1)
    1.0
    """
    extract = component("extractors", extractor) if isinstance(extractor, str) else extractor
    tally = _Tally()
    for number, path in enumerate(_annotations(Path(gold))):
        if progress:
            progress(number, path.stem)
        annotated, made = read_annotation(path), Side()
        text = Path(texts) / f"{path.stem}.txt"
        try:
            document = read_document(_bytes(text), text.name)
            made = read_statements(quads_of(extract(document)), document.raw)
        except Exception as error:  # noqa: BLE001 - the border of the batch, as in a build
            tally.failures.append(failure_of(text.name, error))
        tally.take(path.stem, annotated, made)
    return tally.evaluation()


def _annotations(gold: Path) -> list[Path]:
    if gold.is_file():
        return [gold]
    found = sorted(gold.glob("*.json"))
    if not found:
        there = "holds no annotation" if gold.is_dir() else "does not exist"
        raise SourceError(f"{gold} {there}: want a folder of <document>.json files")
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise SourceError(f"{path} cannot be read: {why}; each annotation needs its text") from error


class _Tally:
    """The counts so far."""

    def __init__(self) -> None:
        self.entities = dict.fromkeys(GROUPS, Figures())
        self.facts = dict.fromkeys((*HARD, *SOFT), Figures())
        self.documents: dict[str, Figures] = {}
        self.counts: Counter[str] = Counter()
        self.wrong: list[tuple[str, str, str, str, str]] = []
        self.failures: list[Failure] = []

    def take(self, name: str, gold: Side, made: Side) -> None:
        pairs = align(gold, made)
        found = match(gold, made, pairs)
        for kind in GROUPS:
            self.entities[kind] += Figures(
                sum(gold.things[theirs].type == kind for theirs in pairs.values()),
                sum(thing.type == kind for thing in made.things.values()),
                sum(thing.type == kind for thing in gold.things.values()),
            )
        by_predicate = {
            predicate: Figures(
                sum(fact.predicate == predicate for fact in found),
                sum(fact.predicate == predicate for fact in made.facts),
                sum(fact.predicate == predicate for fact in gold.facts),
            )
            for predicate in self.facts
        }
        for predicate, figures in by_predicate.items():
            self.facts[predicate] += figures
        self.documents[name] = sum((by_predicate[predicate] for predicate in HARD), Figures())
        self.counts.update(
            matched=len(found),
            mood=sum(gold.facts[fact] == made.facts[other] for fact, other in found.items()),
            claims=made.claims,
            grounded=made.grounded,
        )
        self._list(name, "missed", gold, [fact for fact in gold.facts if fact not in found])
        used = set(found.values())
        self._list(name, "wrong", made, [fact for fact in made.facts if fact not in used])

    def _list(self, name: str, what: str, side: Side, facts: list[Any]) -> None:
        def shown(end: str) -> str:
            names = side.things[end].names if end in side.things else ()
            return min(names, key=lambda n: (-len(n), n), default=end)

        self.wrong.extend((name, what, f.predicate, shown(f.subject), shown(f.object)) for f in facts)

    def evaluation(self) -> Evaluation:
        counts = self.counts
        return Evaluation(
            entities=self.entities,
            facts=self.facts,
            documents=self.documents,
            modality=counts["mood"] / counts["matched"] if counts["matched"] else 0.0,
            grounded=counts["grounded"] / counts["claims"] if counts["claims"] else 0.0,
            wrong=tuple(self.wrong),
            failures=tuple(self.failures),
        )
