"""An explanation as one HTML page: no scripts, nothing from elsewhere, made for A4 as for a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kg.content_policy import source_of
from kg.errors import UsageError
from kg.explain.claims import ExplainedClaim, Quotation, Source
from kg.explain.sentences import date_words
from kg.expressions import expression
from kg.rdf.wording import wording
from kg.text import breakable

_WEB = expression(r"https?://", re.IGNORECASE)
# What HTML cannot hold, and what would turn the direction of the text around it.
_UNFIT = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)

_WORDS: dict[str, tuple[str, str]] = {
    "dossier": ("แฟ้มหลักฐาน", "Dossier"),
    "asked": ("สิ่งที่ถาม", "Asked"),
    "claims": ("ข้อกล่าว", "claims"),
    "quoted": ("เอกสารที่อ้าง", "documents quoted"),
    "disputed": ("ข้อที่มีผู้กล่าวขัดกัน", "contradicted"),
    "confidence": ("ความเชื่อมั่น", "confidence"),
    "independent": ("เอกสารที่เป็นอิสระต่อกัน {0} จาก {1} ฉบับ", "{0} of {1} documents independent"),
    "documents": ("เอกสาร {0} ฉบับ", "documents: {0}"),
    "characters": ("อักขระที่", "characters"),
    "rule": ("กฎ", "rule"),
    "called": ("เอกสารเรียกว่า", "called there"),
    "conflict": ("ข้อความที่ขัดกัน", "Contradicting statements"),
    "this": ("ข้อนี้", "this claim"),
    "other": ("อีกฝ่าย", "the other"),
    "no_quote": ("กราฟไม่ได้ให้ข้อความอ้างอิง", "The graph gives no quotation"),
    "sources": ("เอกสารที่อ้าง", "Sources"),
    "untitled": ("เอกสารไม่มีชื่อ", "untitled document"),
    "note": (
        "ข้อกล่าวคือสิ่งที่เอกสารกล่าว ไม่ใช่สิ่งที่เป็นจริงเสมอไป เอกสารที่กล่าวด้วยถ้อยคำเดียวกันนับเป็นฉบับเดียว",
        "A claim is what a document says, not what is so. Documents that say it in the same words are one.",
    ),
    "unit": (
        "ตำแหน่งนับเป็นจุดรหัสยูนิโคดของเอกสารตามที่ถอดรหัส",
        "Characters are Unicode code points of the document as decoded.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the page in its language, and what it asks of claims and quotations."""

    language: str
    numbers: Mapping[str, int]

    @property
    def place(self) -> int:
        return 0 if self.language == "th" else 1

    def say(self, key: str, *values: object) -> str:
        return _WORDS[key][self.place].format(*values)

    def subject(self, claim: ExplainedClaim) -> str:
        return claim.subject_label if self.language == "th" else claim.subject_label_en

    def first(self, claim: ExplainedClaim) -> str:
        return claim.sentence_th if self.language == "th" else claim.sentence_en

    def second(self, claim: ExplainedClaim) -> str:
        return claim.sentence_en if self.language == "th" else claim.sentence_th

    def mood(self, claim: ExplainedClaim) -> str:
        return wording(claim.modality)[self.place] if claim.modality not in {"", "Actual"} else ""

    def share(self, confidence: float) -> str:
        return f"{confidence:.0%}"

    def witnesses(self, claim: ExplainedClaim) -> str:
        if claim.support is None or claim.documents <= 1:
            return self.say("documents", claim.documents)
        return self.say("independent", min(claim.support, claim.documents), claim.documents)

    def date(self, date: str) -> str:
        return date_words(date, self.language)

    def number(self, quotation: Quotation) -> int:
        return self.numbers[quotation.document]

    def link(self, url: str) -> str:
        """The address where it is one of the web; a page links to nothing else."""
        return url if _WEB.match(url) else ""


def dossier(
    target: str,
    claims: Sequence[ExplainedClaim],
    sources: Sequence[Source],
    language: str = "th",
    title: str = "",
) -> str:
    """The page of an explanation.

    Args:
        target: what was asked for.
        claims: what is claimed of it, those of one subject together.
        sources: the documents that the claims quote, under their numbers.
        language: ``th`` or ``en``: which sentences and names come first.
        title: what the page calls itself; what was asked, when not given.

    Raises:
        UsageError: ``language`` is not supported by the page.
    """
    if language not in {"th", "en"}:
        raise UsageError(f"language is {language!r}: the page speaks th or en")
    words = _Words(language, {source.document: source.number for source in sources})
    style = _file("dossier.css")
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: breakable(value.translate(_UNFIT)) if type(value) is str else value,
    )
    numbered = list(enumerate(claims, 1))
    groups = [(subject, list(own)) for subject, own in groupby(numbered, key=lambda pair: pair[1].subject)]
    return environment.from_string(_file("dossier.html.j2")).render(
        policy=f"default-src 'none'; style-src {source_of(style)}; base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - our own file
        words=words,
        title=title or f"{words.say('dossier')}: {target}",
        target=target,
        claims=claims,
        sources=sources,
        groups=groups,
        disputed=sum(bool(claim.contradicted_by) for claim in claims),
    )


def _file(name: str) -> str:
    return (files("kg.explain") / name).read_text(encoding="utf-8").replace("\r\n", "\n")
