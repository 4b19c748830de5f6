"""The words of the graph: namespaces, the terms of the ontology, and how things get their IRIs.

Everything else asks here; no other module spells out a namespace.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from json.encoder import encode_basestring_ascii

from kg.errors import GraphError
from kg.expressions import expression

BASE = "https://w3id.org/thut/id/"
"""The base of entity IRIs where the user sets no other."""

THUT = "https://w3id.org/thut/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SCHEMA = "https://schema.org/"
TIME = "http://www.w3.org/2006/time#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SH = "http://www.w3.org/ns/shacl#"
WD = "http://www.wikidata.org/entity/"
SD = "http://www.w3.org/ns/sparql-service-description#"
LEX = "https://w3id.org/thut/lexicon/"

PREFIXES: dict[str, str] = {
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "lex": LEX,
    "nif": NIF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "sh": SH,
    "skos": SKOS,
    "thut": THUT,
    "time": TIME,
    "void": VOID,
    "wd": WD,
    "xsd": XSD,
}
"""Prefix to namespace, for files that are written and queries that are read."""

CLASSES = (
    "Person",
    "Country",
    "Organization",
    "Framework",
    "Meeting",
    "Place",
    "Initiative",
    "OutcomeDocument",
    "Topic",
)
"""The nine classes of things that a graph is about."""

DESCRIBING = (
    "holdsPosition",
    "represents",
    "heldOn",
    "heldUntil",
    "heldAt",
    "mode",
    "ordinal",
    "partOf",
    "underFramework",
    "participatesIn",
    "coordinatorOf",
)
"""Properties that describe: their plain triple stands even beside a planned claim."""

ACTS = (
    "attended",
    "chaired",
    "hosted",
    "metWith",
    "visited",
    "signed",
    "adopted",
    "discussed",
    "proposed",
    "supported",
    "launched",
)
"""Properties that state an act: their plain triple stands only where a document states it as done.

A sub-property of the ontology that is not listed under :data:`DESCRIBING` counts as an act.
"""

MODES = {"online": "Online", "in-person": "InPerson", "hybrid": "Hybrid", "phone": "Phone"}
"""The value of a ``mode`` relation, and the individual of the ontology that stands for it."""

MODALITIES = ("Actual", "Planned", "Negated")
STATUSES = ("Held", "Planned", "Cancelled")
OTHER_TERMS = (
    "SourceDocument",
    "Assertion",
    "Merge",
    "merges",
    "reason",
    "status",
    "confidence",
    "support",
    "modality",
    "rule",
)
"""What the graph uses of the ontology besides classes, properties and individuals."""

_IRI = expression(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+")
_PLAIN_ID = expression(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_SLUG_LENGTH = 48

CLAIM_DIGITS = 20
"""How many digits the IRI of a claim ends in, which tell it from all others."""

_NO_WORD = expression("[^a-z0-9]+")

_LEADING_VOWEL = expression(r"([เแโใไ])([ก-ฮ])")
_SILENT_O = expression(r"อ(?=[ะ-ู็เแโใไ])")
_SILENT = expression(r"[ก-ฮ][ิุ]?์")
_LATIN = (
    "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l "
    "o h a a am a i i ue ue u u e ae o ai ai - - rue lue -"
)
_SOUNDS = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำัิีึืุูเแโใไ็ๆฤฦๅ",
        _LATIN.split(" "),
        strict=True,
    )
)
_DIGITS = dict(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))


def checked(iri: str) -> str:
    """``iri`` itself, if a graph can use it.

    Raises:
        GraphError: it is no absolute IRI in ASCII.
    """
    if not _IRI.fullmatch(iri):
        raise GraphError(
            f"{iri!r} is no IRI that a graph can use: want a scheme and ASCII characters, "
            "no space, quote, bracket, backslash, caret or backquote"
        )
    return iri


def slug(text: str) -> str:
    """A readable ASCII stand-in for ``text``: lower-case Latin letters, digits and hyphens; may be empty.

    Thai is spelt out letter by letter: enough to recognise a name in an IRI, no transcription.

    >>> slug("การประชุม BIMSTEC ครั้งที่ ๕")
    'karprachum-bimstec-khrangthi-5'
    """
    if not text.isascii():
        if "์" in text:
            text = _SILENT.sub("", text)
        parts = _LEADING_VOWEL.split(text)  # what stands between, vowel, consonant, …
        parts[1::3], parts[2::3] = parts[2::3], parts[1::3]
        text = _SILENT_O.sub("", "".join(parts)).translate(_SPELT)
    words = _NO_WORD.sub("-", text.lower().replace("'", "")).strip("-")
    if len(words) <= _SLUG_LENGTH:
        return words
    cut = words[: _SLUG_LENGTH + 1].rfind("-")
    return words[: cut if cut > _SLUG_LENGTH // 2 else _SLUG_LENGTH].strip("-")


class _Spelt(dict[int, str]):
    """How characters are spelt, by their numbers; found out once each."""

    def __missing__(self, number: int) -> str:
        self[number] = _spell(chr(number))
        return self[number]


_SPELT = _Spelt()


def _spell(character: str) -> str:
    if character.isascii():
        return character
    if "฀" <= character <= "๿":
        return _SOUNDS.get(character) or _DIGITS.get(character, "")
    if unicodedata.category(character) in {"Cf", "Mn"}:
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFD", character) if c.isascii())
    return plain or "-"


def digest(parts: Sequence[object], length: int) -> str:
    """The first ``length`` hexadecimal digits of a hash over ``parts``, which are told apart exactly."""
    try:
        text = f"[{','.join(map(encode_basestring_ascii, parts))}]"  # type: ignore[arg-type]
    except TypeError:  # not texts alone
        text = json.dumps(list(parts), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:length]


@lru_cache(maxsize=1 << 10)
def _document(base: str, identifier: str) -> str:
    if _PLAIN_ID.fullmatch(identifier):
        return checked(f"{base}doc/{identifier}")
    # The tilde keeps a made-up name apart from every identifier that is used as it stands.
    return checked(f"{base}doc/{slug(identifier)}~{digest([identifier], 10)}")


@lru_cache(maxsize=1 << 14)
def _entity(key: str) -> str:
    """Where the entity of ``key`` is below a base."""
    kind, _, name = key.partition(":")
    if kind == "lex":
        kind, _, name = name.partition("-")
    readable = slug(name)
    return f"{_folder(kind)}/{readable}{'-' if readable else ''}{digest([key], 10)}"


@lru_cache(maxsize=1 << 8)
def _folder(kind: str) -> str:
    """What the entities of a kind lie under."""
    return slug(kind) or "thing"


def span_in(document: str, start: int, end: int) -> str:
    """The IRI of a stretch of a document's raw text, in code points, by the IRI of the document."""
    return f"{document}#char={start},{end}"


def step_in(span: str, claim: str) -> str:
    """The IRI of the step from a stretch of text to a claim, by the end of the claim's IRI."""
    return f"{span};claim={claim}"


@dataclass(frozen=True, slots=True)
class Minter:
    """Gives things their IRIs under one base.

    An IRI depends on the key of a thing and on nothing else: not on other documents, nor on the
    lexicon. Two keys never share one, whatever their slugs drop.

    >>> Minter().entity("person:สมชาย ใจดี")
    'https://w3id.org/thut/id/person/smchay-chaidi-82f3cbd38c'

    Raises:
        GraphError: ``base`` is no absolute IRI that ends in a slash.
    """

    base: str = BASE

    def __post_init__(self) -> None:
        if not _IRI.fullmatch(self.base) or not self.base.endswith("/") or "#" in self.base:
            raise GraphError(
                f"{self.base!r} cannot be the base of IRIs: want something like {BASE!r}, "
                "absolute, in ASCII and with a slash at its end"
            )

    def document(self, identifier: str) -> str:
        """The IRI of a document, which is also the name of its graph; and of its text as a context."""
        return _document(self.base, identifier)

    def span(self, document: str, start: int, end: int) -> str:
        """The IRI of a stretch of a document's raw text, in code points."""
        return span_in(_document(self.base, document), start, end)

    def entity(self, key: str) -> str:
        """The IRI of the entity that ``key`` identifies."""
        return self.base + _entity(key)

    def assertion(self, *parts: str) -> str:
        """The IRI of a claim, from its subject, predicate, object (as N-Triples terms) and modality."""
        return self.claim(digest(parts, CLAIM_DIGITS))

    def claim(self, name: str) -> str:
        """The IRI of a claim, from what stands for it at the end of that IRI."""
        return f"{self.base}assertion/{name}"

    def merge(self, a: str, b: str) -> str:
        """The IRI of the merge of two entities, whichever comes first.

        >>> Minter().merge("urn:a", "urn:b") == Minter().merge("urn:b", "urn:a")
        True
        """
        return checked(f"{self.base}merge/{digest(sorted((a, b)), 20)}")

    def sent(self, content: str) -> str:
        """The name of a graph that came without one, by the digest of its content."""
        return checked(f"{self.base}sent/{content}")

    def shared(self, name: str) -> str:
        """The name of a graph that stands beyond documents: ``entities``, ``claims``, ``merges``."""
        return checked(f"{self.base}graph/{name}")

    def catalogue(self, kind: str, *parts: str) -> str:
        """The IRI of a part of the catalogue: of the dataset itself, or of what its ``parts`` tell."""
        if not parts:
            return checked(f"{self.base}catalogue/{kind}")
        readable = slug(parts[0].rsplit("#", 1)[-1].rsplit("/", 1)[-1])
        return checked(f"{self.base}catalogue/{kind}/{readable}{'-' if readable else ''}{digest(parts, 10)}")
