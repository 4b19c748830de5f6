"""What a query gives back, apart from any engine."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Triple

from kg.rdf.terms import Term, plain


@dataclass(frozen=True, slots=True)
class Results:
    """The rows of a SELECT, the answer of an ASK, or the triples of a CONSTRUCT.

    ``columns`` are names without question mark; ``terms`` hold a term a column, None where it is
    unbound, in the order of the query. ``answer`` is set for ASK only, ``triples`` for CONSTRUCT
    and DESCRIBE only (sorted, since such a query has no order). ``more`` tells that there are more
    rows than these, which the query asked not to have.
    """

    columns: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool | None = None
    triples: tuple[Triple, ...] | None = None
    more: bool = False

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The rows as plain text: IRIs and the text of literals, empty where unbound."""
        return [tuple(plain(term) for term in row) for row in self.terms]

    def __len__(self) -> int:
        return len(self.terms) if self.triples is None else len(self.triples)
