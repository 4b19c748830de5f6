"""How an explanation is told: as text, as JSON, as a page."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from kg.explain.claims import ExplainedClaim, Quotation, Source

_NOT_ALWAYS_KNOWN = frozenset({"assertion", "modality", "name", "title", "issued", "url", "rule"})


@dataclass(frozen=True)
class Explanation:
    """The claims about what was asked for; in an order that depends on the graph alone."""

    target: str
    claims: tuple[ExplainedClaim, ...]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The documents that are quoted, numbered in the order in which they come up."""
        found: dict[str, Source] = {}
        for claim in self.claims:
            for told in (claim, *claim.contradicted_by):
                for q in told.quotations:
                    new = Source(len(found) + 1, q.document, q.name, q.title, q.issued, q.url)
                    found.setdefault(q.document, new)
        return tuple(found.values())

    def text(self) -> str:
        """For people: a paragraph a claim, a line or two a quotation."""
        lines: list[str] = []
        for claim in self.claims:
            lines.append(_headline(claim) + _independent(claim))
            lines += _quoted(claim, "  ")
            for other in claim.contradicted_by:
                lines.append(f"  ! contradicted by: {_headline(other)}")
                lines += _quoted(other, "      ")
            lines.append("")
        return "\n".join(lines).rstrip("\n") + "\n"

    def json(self) -> str:
        """For programs: the same, with IRIs; ``source`` of a quotation is a number among ``sources``.

        What the graph does not say is ``null``, and so is ``assertion`` where a document only names a thing.
        """
        numbers = {source.document: source.number for source in self.sources}
        told: dict[str, Any] = {
            "target": self.target,
            "claims": [asdict(claim, dict_factory=_known) for claim in self.claims],
            "sources": [asdict(source, dict_factory=_known) for source in self.sources],
        }
        for claim in told["claims"]:
            for one in (claim, *claim["contradicted_by"]):
                for quotation in one["quotations"]:
                    quotation["source"] = numbers[quotation["document"]]
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"

    def html(self, language: str = "th", title: str = "") -> str:
        """A dossier: one page without scripts that prints well and opens with the network unplugged.

        Args:
            language: ``th`` or ``en``: which sentences and names come first.
            title: what the page calls itself.

        Raises:
            UsageError: ``language`` is not supported by the page.
        """
        from kg.explain.dossier import dossier  # noqa: PLC0415 - the template engine loads with the first page

        return dossier(self.target, self.claims, self.sources, language, title)


def _known(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: None if value == "" and name in _NOT_ALWAYS_KNOWN else value for name, value in fields}


def _headline(claim: ExplainedClaim) -> str:
    mood = "" if claim.modality == "Actual" else f" [{claim.modality.lower()}]"
    sure = f" ({claim.confidence:g})" if claim.confidence is not None else ""
    return f"{claim.subject_label} — {claim.predicate} — {claim.object_label}{mood}{sure}"


def _independent(claim: ExplainedClaim) -> str:
    if claim.support is None or claim.documents <= 1:
        return ""
    return f", {claim.support} of {claim.documents} documents independent"


def _quoted(claim: ExplainedClaim, indent: str) -> list[str]:
    lines = []
    for quotation in claim.quotations:
        lines.append(f"{indent}“{' '.join(quotation.quote.split())}”")
        lines.append(f"{indent}  {_source(quotation)}")
        if quotation.called:
            lines.append(f"{indent}  called there: {', '.join(quotation.called)} (kg merges tells why)")
    return lines


def _source(quotation: Quotation) -> str:
    parts = [quotation.title, quotation.issued, quotation.url]
    parts.append(f"{quotation.name or quotation.document} {quotation.start}-{quotation.end}")
    if quotation.rule:
        sure = "" if quotation.confidence is None else f" {quotation.confidence:g}"
        parts.append(quotation.rule + sure)
    return " · ".join(part for part in parts if part)
