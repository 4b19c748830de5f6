"""Every quotation against the document that it quotes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.documents import SourceFailure, decode, find_sources
from kg.errors import KgError
from kg.validate.report import Problem
from kg.vocab import NIF


def check_lengths(phrases: Iterable[tuple[str, ...]]) -> Iterator[Problem]:
    """The quotations that cannot be right, whatever their document says."""
    for phrase, _, start, end, quote in phrases:
        if not (start.isdecimal() and end.isdecimal()):
            yield Problem(
                "quotation", phrase, "", "the quotation lacks its place in the document", f"{start}-{end}"
            )
        elif int(end) - int(start) != len(quote):
            message = "the quotation is not as long as the place that it is said to stand at"
            yield Problem("quotation", phrase, NIF + "anchorOf", message, f"{start}-{end}: {quote}")


def check_kept(
    phrases: Iterable[tuple[str, ...]], text: Callable[[str], str | None]
) -> tuple[int, list[Problem]]:
    """How many quotations were held against the texts that a store keeps, and what is wrong.

    ``phrases`` are rows of phrase, document, start, end and words; ``text`` gives the text of a document,
    None where the store does not keep it.
    """
    quoted: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in phrases:
        quoted[row[1]].append(row)
    compared = 0
    problems: list[Problem] = []
    for document, rows in sorted(quoted.items()):
        raw = text(document)
        if raw is not None:
            compared += len(rows)
            problems.extend(_compare(rows, raw))
    return compared, problems


def check_quotations(
    phrases: Iterable[tuple[str, ...]], documents: Iterable[tuple[str, ...]], paths: list[str]
) -> tuple[int, list[Problem]]:
    """How many quotations were held against the sources in ``paths``, and what is wrong.

    ``phrases`` are rows of phrase, document, start, end and words, ``documents`` rows of document,
    name and digest.
    """
    quoted: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in phrases:
        quoted[row[1]].append(row)
    by_digest: dict[str, list[str]] = defaultdict(list)
    by_name: dict[str, list[str]] = defaultdict(list)
    waiting: dict[str, str] = {}
    for document, name, digest in documents:
        by_digest[digest].append(document)
        by_name[name].append(document)
        waiting[document] = name
    compared, problems = 0, []
    for source in find_sources(paths):
        if isinstance(source, SourceFailure):
            for document in by_name[source.name]:
                problems.append(
                    Problem("source", document, "", f"its source cannot be read: {source.reason}")
                )
                waiting.pop(document, None)
            continue
        try:
            data = source.read()
            same = by_digest.get(hashlib.sha256(data).hexdigest(), [])
            meant = [document for document in same or by_name[source.name] if document in waiting]
            raw = decode(data, source.name)[0] if meant else ""
        except KgError as error:
            problems += [
                Problem("source", d, "", f"its source cannot be read: {error}") for d in by_name[source.name]
            ]
            continue
        for document in meant:
            if not same:
                problems.append(
                    Problem("source", document, "", "its source has changed since the graph was built")
                )
            compared += len(quoted[document])
            problems.extend(_compare(quoted[document], raw))
            del waiting[document]
    problems += [
        Problem("source", d, "", "no source of it is among the texts", name) for d, name in waiting.items()
    ]
    unknown = sorted(set(quoted) - set(_flat(by_name)))
    problems += [
        Problem(
            "quotation", row[0], NIF + "referenceContext", "the quotation is of no document of the graph", d
        )
        for d in unknown
        for row in quoted[d]
    ]
    return compared, problems


def _flat(lists: dict[str, list[str]]) -> Iterator[str]:
    for values in lists.values():
        yield from values


def _compare(rows: Iterable[tuple[str, ...]], raw: str) -> Iterator[Problem]:
    for phrase, _, start, end, quote in rows:
        if start.isdecimal() and end.isdecimal() and raw[int(start) : int(end)] != quote:
            message = "the words do not stand there in the document"
            yield Problem("quotation", phrase, NIF + "anchorOf", message, quote)
