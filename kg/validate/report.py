"""What a validation found."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass

from kg.errors import ValidationError
from kg.vocab import THUT

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    ``kind`` is ``shape``, ``quotation`` or ``source`` (a document whose text is missing, unreadable
    or another); ``focus`` the IRI of what is wrong; ``path`` the property, where one is; ``value``
    the offending value.
    """

    kind: str
    focus: str
    path: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What was checked and what is wrong; nothing is passed over in silence.

    ``quotations`` counts the quotations, ``compared`` those that were held against the text of
    their document; without texts only their lengths are checked.
    """

    statements: int
    documents: int
    quotations: int
    compared: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def text(self, shown: int = _SHOWN) -> str:
        """For people: counts, then up to ``shown`` problems of each sort with what they are about."""
        held = f"{self.compared} of {self.quotations} quotations held against their documents"
        lines = [f"{self.statements} statements, {self.documents} documents, {held}"]
        unchecked = bool(self.quotations) and not self.compared
        if unchecked:
            shapes = "the shapes are in order; " if self.ok else ""
            lines.append(
                f"{shapes}quotations were not checked: name the documents behind the graph, "
                "kg validate GRAPH FOLDER (or --samples)"
            )
        if self.ok:
            return "\n".join([*lines, *([] if unchecked else ["nothing is wrong"])]) + "\n"
        sorts: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
        for problem in self.problems:
            sorts[problem.kind, problem.path, problem.message].append(problem)
        for (kind, path, message), problems in sorted(
            sorts.items(), key=lambda item: (-len(item[1]), item[0])
        ):
            lines.append(
                f"{len(problems)} × {kind}: {message}" + (f" [{path.removeprefix(THUT)}]" if path else "")
            )
            lines += [
                f"    {p.focus}" + (f"  {p.value!r}" if p.value not in {"", p.focus} else "")
                for p in problems[:shown]
            ]
            if len(problems) > shown:
                lines.append(f"    … and {len(problems) - shown} more (all of them in the JSON report)")
        return "\n".join(lines) + "\n"

    def json(self) -> str:
        """For programs: every problem."""
        kinds = dict(sorted(Counter(problem.kind for problem in self.problems).items()))
        return (
            json.dumps(asdict(self) | {"ok": self.ok, "counts": kinds}, ensure_ascii=False, indent=1) + "\n"
        )

    def require(self) -> None:
        """Raise what is wrong.

        Raises:
            ValidationError: something is.
        """
        if not self.ok:
            raise ValidationError(self.text().rstrip("\n"))
