"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.errors import KgError


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
