"""What an explanation holds: claims, the words that state them, the documents that are quoted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that state a claim, ``raw[start:end] == quote``, and the document that they stand in.

    ``document`` is its IRI, ``name`` its name among the sources; ``confidence`` (None where the graph
    does not say) and ``rule`` tell how the words were read. ``called`` are the names by which the document
    calls what it does not call as the claim does: a merge put the name of the claim there. Text that the
    graph does not give is empty.
    """

    document: str
    start: int
    end: int
    quote: str
    name: str = ""
    title: str = ""
    issued: str = ""
    url: str = ""
    confidence: float | None = None
    rule: str = ""
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim in words and in IRIs, with every quotation that states it.

    ``object`` is an IRI, or the value of a literal; ``confidence`` is None where the graph has none.
    ``support`` counts the documents that state it independently (None where the graph does not say),
    ``documents`` all that are quoted. Where a document only names the subject ``assertion`` is empty.
    Labels are Thai where there is such a name, those in ``_en`` English; ``sentence_th`` and
    ``sentence_en`` are the claim as a sentence. ``contradicted_by`` has the claims that cannot be so if
    this one is; theirs is left empty.
    """

    assertion: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    modality: str
    confidence: float | None
    quotations: tuple[Quotation, ...]
    support: int | None = None
    documents: int = 0
    subject_label_en: str = ""
    object_label_en: str = ""
    sentence_th: str = ""
    sentence_en: str = ""
    contradicted_by: tuple[ExplainedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is quoted, under the number by which a page or a footnote cites it."""

    number: int
    document: str
    name: str
    title: str
    issued: str
    url: str
