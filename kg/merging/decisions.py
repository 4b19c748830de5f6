"""What the user decided: which things are the same, and which are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError, MergeError
from kg.merging.unions import Unions
from kg.vocab import checked

Pair = tuple[str, str]

COLUMNS = ("verdict", "IRI", "IRI", "why")
"""The first line of a file of decisions, between tabs."""

_VERDICTS = ("same", "not-same")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of IRIs that are the same, and pairs that are not; each pair in order."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


NONE = Decisions()
"""No decisions: the ladder alone."""


def pair(a: str, b: str) -> Pair:
    """Two IRIs in order."""
    return (a, b) if a <= b else (b, a)


def read_decisions(path: str | Path) -> Decisions:
    """The decisions of a file: tab-separated, ``verdict IRI IRI why``, with a line that names the columns.

    A verdict is ``same`` or ``not-same``; empty lines and lines that begin with ``#`` are passed over.

    Raises:
        MergeError: the file cannot be read, a line has another form, or decisions contradict each other;
            with the number of the line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MergeError(f"{path}: decisions cannot be read: {error}") from error
    return parse_decisions(text, str(path))


def parse_decisions(text: str, name: str = "decisions") -> Decisions:
    r"""The decisions of a text; ``name`` is for messages.

    >>> parse_decisions("verdict\tIRI\tIRI\twhy\nsame\thttp://e.org/b\thttp://e.org/a\tone man").same
    frozenset({('http://e.org/a', 'http://e.org/b')})

    Raises:
        MergeError: as :func:`read_decisions`.
    """
    same: dict[Pair, int] = {}
    different: dict[Pair, int] = {}
    for number, (verdict, found, _) in _numbered(text, name):
        (same if verdict == "same" else different).setdefault(found, number)
    _check(same, different, name)
    return Decisions(frozenset(same), frozenset(different))


def decision_lines(text: str, name: str = "decisions") -> list[tuple[str, Pair, str]]:
    r"""The decisions of a text as they stand there: verdict, pair and why.

    >>> decision_lines("verdict\tIRI\tIRI\twhy\nsame\thttp://e.org/b\thttp://e.org/a\tone man")
    [('same', ('http://e.org/a', 'http://e.org/b'), 'one man')]

    Raises:
        MergeError: a line has another form.
    """
    return [line for _, line in _numbered(text, name)]


def _numbered(text: str, name: str) -> Iterator[tuple[int, tuple[str, Pair, str]]]:
    headed = False
    for number, line in enumerate(text.split("\n"), 1):
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if not headed:
            if tuple(cell.lower() for cell in cells[:3]) != ("verdict", "iri", "iri"):
                raise MergeError(
                    f"{name}, line {number}: {line!r} does not name the columns; want {'<TAB>'.join(COLUMNS)}"
                )
            headed = True
            continue
        why = cells[3] if len(cells) >= len(COLUMNS) else ""
        yield number, (cells[0], _decision(cells, f"{name}, line {number}"), why)


def decided(text: str, verdict: str, things: Pair, why: str = "", name: str = "decisions") -> str:
    r"""The text of a file of decisions with one more, in the place of what was decided of the same two.

    Args:
        text: the file as it is; may be empty.
        verdict: ``same``, ``not-same``, or ``forget``, which takes the decision out.
        things: two IRIs.
        why: for people; tabs and line ends become spaces.
        name: for messages.

    >>> decided("", "same", ("http://e.org/a", "http://e.org/b"), "one man").splitlines()[1]
    'same\thttp://e.org/a\thttp://e.org/b\tone man'

    Raises:
        MergeError: there is no such verdict, or it contradicts another decision.
    """
    if verdict not in {*_VERDICTS, "forget"}:
        raise MergeError(f"{verdict!r} is no verdict; want {', '.join((*_VERDICTS, 'forget'))}")
    found = pair(*things)
    kept = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0] not in _VERDICTS or len(cells) < len(COLUMNS) - 1 or pair(*cells[1:3]) != found:
            kept.append(line)
    if verdict == "forget" and len(kept) == len(text.splitlines()):
        raise MergeError(f"{name}: nothing was decided of {' and '.join(found)}: there is nothing to forget")
    if not any(line.strip() and not line.startswith("#") for line in kept):
        kept.append("\t".join(COLUMNS))
    if verdict != "forget":
        kept.append("\t".join((verdict, *found, " ".join(why.split()))))
    written = "".join(f"{line}\n" for line in kept)
    parse_decisions(written, name)
    return written


def _decision(cells: list[str], where: str) -> Pair:
    if len(cells) < len(COLUMNS) - 1:
        raise MergeError(f"{where}: {len(cells)} cells; want {'<TAB>'.join(COLUMNS)}")
    verdict, first, second = cells[:3]
    if verdict not in _VERDICTS:
        raise MergeError(f"{where}: {verdict!r} is no verdict; want {' or '.join(_VERDICTS)}")
    for iri in (first, second):
        try:
            checked(iri)
        except GraphError as error:
            raise MergeError(f"{where}: {error}") from error
    if first == second:
        raise MergeError(f"{where}: {first} stands on both sides; name two things")
    return pair(first, second)


def _check(same: dict[Pair, int], different: dict[Pair, int], name: str) -> None:
    """Refuse decisions by which two things are the same, maybe through others, and not the same."""
    unions = Unions()
    for first, second in sorted(same):
        unions.join(first, second)
    for (first, second), number in sorted(different.items(), key=lambda item: item[1]):
        if unions.root(first) == unions.root(second):
            lines = sorted(
                line for found, line in same.items() if unions.root(found[0]) == unions.root(first)
            )
            raise MergeError(
                f"{name}, line {number}: {first} and {second} are not the same here, and the same by line "
                f"{', '.join(map(str, lines))}; take one of these lines out"
            )
