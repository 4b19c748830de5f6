"""What an extraction looks like as RDF. The only module that knows the shape of the graph.

A document's graph holds all that the document states: the claims with the words that state them,
the plain triples, and the names by which it calls each entity (``schema:name``,
``schema:alternateName``, ``dcterms:type``). What holds across documents (one type and one label an
entity, pooled confidence, status) is worked out from those graphs by :mod:`kg.rdf.shared`, so that
it can be worked out again when one document is added or removed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, Quad, RdfFormat, parse

from kg.errors import GraphError
from kg.expressions import expression
from kg.lexicon import Entry
from kg.model import Assertion, DateValue, Document, Entity, Evidence, Extraction, Modality, Naming
from kg.rdf.literals import escaped, integer_literal
from kg.rdf.ontology import describes
from kg.rdf.rows import TIMELESS, mood_told, moods_settled
from kg.rdf.shared import shared_quads
from kg.rdf.spelt import address, called, dated, our_term, plain, share
from kg.vocab import (
    CLAIM_DIGITS,
    DCTERMS,
    DESCRIBING,
    MODES,
    NIF,
    PROV,
    RDF,
    SCHEMA,
    THUT,
    XSD,
    Minter,
    span_in,
    step_in,
)

_A = f"<{RDF}type> "
_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}> " for name in ("subject", "predicate", "object"))
_MODALITY, _RULE = f"<{THUT}modality> ", f"<{THUT}rule> "
_DERIVED, _STEP, _ENTITY = (
    f"<{PROV}{name}> " for name in ("wasDerivedFrom", "qualifiedDerivation", "entity")
)
_WORDS, _BEGIN, _STOP, _CONTEXT, _SHARE = (
    f"<{NIF}{name}> " for name in ("anchorOf", "beginIndex", "endIndex", "referenceContext", "confidence")
)
_KIND, _NAME, _OTHER_NAME = f"<{DCTERMS}type> ", f"<{SCHEMA}name> ", f"<{SCHEMA}alternateName> "
_NAMED_IN = f"<{THUT}mentionedIn> "

_ORDINAL = expression("[0-9]+")

Claim = tuple[str, str, str, str]
"""Subject, property, object and modality: terms of N-Triples, and the local names of terms of ours."""


Place = tuple[int, int]
"""Where a stretch of the text begins and ends, in code points."""


class DocumentGraph(NamedTuple):
    """The graph of one document as N-Quads, in pieces, and what it says that matters beyond it.

    A piece is all lines with one subject, sorted; ``words`` is the piece of all stretches of the text and
    of the steps from them to claims, whose subjects begin as no others do. Every line has its end. ``things``
    and ``claims`` are rows (see :mod:`kg.rdf.rows`). ``document`` is its IRI without the base, ``title`` its
    title, empty without one.
    """

    document: str
    title: str
    pieces: list[bytes]
    words: bytes
    things: list[str]
    claims: list[str]

    def lines(self) -> list[str]:
        """Its lines without their ends, sorted, each once."""
        return b"".join(sorted([*self.pieces, self.words])).decode("utf-8").split("\n")[:-1]


def to_quads(
    extractions: Iterable[Extraction], entries: Iterable[Entry] = (), minter: Minter | None = None
) -> list[Quad]:
    """The whole dataset: a graph for each document, and the graphs that stand beyond documents.

    Args:
        extractions: what was read, in any order; the result holds the same quads for each order.
        entries: what the lexicon knows (iterate over :func:`kg.lexicon.load`).
        minter: where IRIs live; the default base when not given.

    Raises:
        GraphError: an extraction breaks its contract, or two documents share an id.
    """
    minter = minter or Minter()
    quads: list[Quad] = []
    seen: dict[str, str] = {}
    for extraction in extractions:
        identifier, name = extraction.document.id, extraction.document.source.name
        if identifier in seen:
            raise GraphError(f"two documents have the id {identifier!r}: {seen[identifier]!r} and {name!r}")
        seen[identifier] = name
        quads.extend(document_quads(extraction, minter))
    quads.extend(shared_quads(quads, entries, minter))
    return quads


def document_quads(extraction: Extraction, minter: Minter | None = None) -> list[Quad]:
    """The graph of one document, named by the document. Needs nothing but the extraction.

    Raises:
        GraphError: an assertion speaks of an entity that the extraction does not have, quotes
            another document or other words, has no evidence, or has a value that its predicate
            does not take.
    """
    graph = document_graph(extraction, minter)
    return list(parse(b"".join([*graph.pieces, graph.words]), format=RdfFormat.N_QUADS))


def document_graph(extraction: Extraction, minter: Minter | None = None) -> DocumentGraph:
    """The graph of one document as text, to the byte as pyoxigraph writes N-Quads.

    Raises:
        GraphError: as :func:`document_quads`.
    """
    return _Writer(extraction, minter or Minter()).graph()


class _Writer:
    """Writes the graph of one document."""

    def __init__(self, extraction: Extraction, minter: Minter) -> None:
        self._extraction = extraction
        self._document = extraction.document
        self._minter = minter
        self._name = minter.document(self._document.id)
        self._start = len(minter.base) + 1  # of what is IRIs' own, in a node
        self._here = self._name[self._start - 1 :]
        self._end = f" <{self._name}> .\n"
        # By the node of an entity: the lines about it, and the fields of its row, each once.
        self._about: dict[str, dict[str, None]] = {}
        self._fields: dict[str, dict[str, None]] = {}
        self._quotes: dict[Place, str] = {}
        # A piece of the words, and for quotations which it is, where in the piece, and how many bytes.
        self._words: list[tuple[bytes, Place | None, int, int]] = []

    def graph(self) -> DocumentGraph:
        keys = {entity.key: self._entity(entity) for entity in self._extraction.entities}
        for naming in self._extraction.namings:
            self._named(naming, keys)
        title, issued, head = self._head()
        claims: dict[Claim, list[Evidence]] = {}
        for assertion in self._extraction.assertions:
            self._check(assertion, keys)
            for claim in _read(assertion, keys):
                claims.setdefault(claim, []).extend(assertion.evidence)
        untils = _untils(claims)
        pieces, stated = [head], []
        for claim, evidences in claims.items():
            stands = _stands(claim) and (claim[1] != "heldUntil" or untils[claim[0]] == claim[2])
            iri = self._minter.assertion(*claim)
            name = iri[-CLAIM_DIGITS:]
            self._tell(claim, name, stands=stands)
            places, piece = self._claim(claim, f"<{iri}> ", name, evidences)
            pieces.append(piece)
            sure = share(max([evidence.confidence for evidence in evidences]))[1]
            stated.append((f"{name} {self._here}\t{sure}", places))
        self._quote()
        at, words = self._placed()
        pieces += ["".join(sorted(lines)).encode() for lines in self._about.values()]
        where, start = f" {self._here}\t{issued}", self._start
        for fields in self._fields.values():
            _settle(fields)
        return DocumentGraph(
            self._here,
            title,
            pieces,
            words,
            ["\t".join([node[start:] + where, *fields]) for node, fields in self._fields.items()],
            ["\t".join([row, *[at[place] for place in places]]) for row, places in stated],
        )

    def _head(self) -> tuple[str, str, bytes]:
        """The title and the date of the document, and the lines about it."""
        document, source = self._document, self._document.source
        said = [
            (_A, our_term("SourceDocument")),
            (f"<{DCTERMS}identifier> ", str(Literal(source.name))),
            (f"<{DCTERMS}language> ", '"th"'),
            (f"<{SCHEMA}sha256> ", str(Literal(source.sha256))),
            (f"<{SCHEMA}encodingFormat> ", plain(f"text/plain; charset={source.encoding}")),
        ]
        if document.title:
            said.append((f"<{DCTERMS}title> ", str(Literal(document.title, language="th"))))
        if document.published:
            said.append((f"<{DCTERMS}issued> ", dated(document.published.start)))
        if document.url:
            said.append((f"<{DCTERMS}source> ", address(document.url)))
        lines = sorted(f"<{self._name}> {predicate}{value}{self._end}" for predicate, value in said)
        issued = document.published.start if document.published else ""
        return document.title, issued, "".join(lines).encode()

    def _entity(self, entity: Entity) -> str:
        """The node of an entity, of which the class and the names are told."""
        node, end = f"<{self._minter.entity(entity.key)}>", self._end
        about, fields = self._about.setdefault(node, {}), self._fields.setdefault(node, {})
        kind, name = entity.cls or entity.type.value, called(entity.name)
        about[f"{node} {_KIND}{our_term(kind)}{end}"] = about[f"{node} {_NAME}{name}{end}"] = None
        fields[f"T{kind}"] = fields[f"N{name}"] = None
        # A description is a name only of what has no other.
        for other in entity.aliases if entity.named else (*entity.aliases, *entity.refs):
            if other and other != entity.name:
                name = called(other)
                about[f"{node} {_OTHER_NAME}{name}{end}"] = fields[f"O{name}"] = None
        return node

    def _named(self, naming: Naming, keys: Mapping[str, str]) -> None:
        """The words that name a thing of which the document tells nothing."""
        wrong = _misquoted(naming, self._document)
        if naming.key not in keys:
            wrong = f"no entity of the document has the key {naming.key!r}"
        if wrong:
            raise GraphError(f"document {self._document.id!r}, what names {naming.key}: {wrong}")
        start, stop = naming.span.start, naming.span.end
        node, span = keys[naming.key], span_in(self._name, start, stop)
        for told in (f"{_NAMED_IN}<{self._name}>", f"{_DERIVED}<{span}>"):
            self._about[node][f"{node} {told}{self._end}"] = None
        self._quotes[start, stop] = naming.quote

    def _tell(self, claim: Claim, name: str, *, stands: bool) -> None:
        """What a claim says of its subject and of its object, beside the claim itself."""
        subject, predicate, value, modality = claim
        fields, others = self._fields[subject], self._fields.get(value)
        if stands:
            self._about[subject][f"{subject} <{THUT}{predicate}> {value}{self._end}"] = None
        if predicate not in TIMELESS:
            mood = f"M{mood_told(predicate, modality)}"
            fields[mood] = None
            if others is not None:
                others[mood] = None
        if modality != NEGATED:
            if predicate in DESCRIBING:
                fields[f"F{predicate} {modality} {int(stands)} {name} {value}"] = None
            if others is not None:
                others[f"P{subject[self._start : -1]} {name}"] = None

    def _claim(
        self, claim: Claim, head: str, name: str, evidences: list[Evidence]
    ) -> tuple[list[Place], bytes]:
        """Where the words of a claim stand, and its lines; the steps from words to claim are put by."""
        subject, predicate, value, modality = claim
        end = self._end
        by_place: dict[Place, list[Evidence]] = {}
        for evidence in evidences:
            place = (evidence.span.start, evidence.span.end)
            by_place.setdefault(place, []).append(evidence)
            self._quotes[place] = evidence.quote
        places = list(by_place)
        if len(places) > 1:
            places.sort(key=lambda place: f"{place[0]},{place[1]};")  # as their IRIs are sorted
        steps, spans = "", ""
        for start, stop in places:
            span = span_in(self._name, start, stop)
            step = f"<{step_in(span, name)}>"
            spans += f"{head}{_DERIVED}<{span}>{end}"
            steps += f"{head}{_STEP}{step}{end}"
            shares, rules = self._read_by(step, by_place[start, stop])
            lines = f"{shares}{step} {_A}{_IS_STEP}{end}{step} {_ENTITY}<{span}>{end}{rules}"
            self._words.append((lines.encode(), None, 0, 0))
        piece = (
            f"{head}{_OBJECT}{value}{end}{head}{_PREDICATE}{our_term(predicate)}{end}{head}{_SUBJECT}{subject}{end}"
            f"{head}{_A}{_IS_CLAIM}{end}{steps}{spans}{head}{_MODALITY}{our_term(modality)}{end}"
        )
        return places, piece.encode()

    def _read_by(self, step: str, evidences: list[Evidence]) -> tuple[str, str]:
        """The lines about how sure a step is, and those about the rules by which it was read."""
        shares = [f"{step} {_SHARE}{share(evidence.confidence)[0]}{self._end}" for evidence in evidences]
        rules = [f"{step} {_RULE}{plain(evidence.rule)}{self._end}" for evidence in evidences]
        if len(evidences) == 1:
            return shares[0], rules[0]
        return "".join(sorted(set(shares))), "".join(sorted(set(rules)))

    def _quote(self) -> None:
        """Put by the lines about each stretch of the text that is quoted."""
        end = self._end
        context = f"{_CONTEXT}<{self._name}>{end}"
        for (start, stop), words in self._quotes.items():
            head = f"<{span_in(self._name, start, stop)}> "
            quoted = f'"{escaped(words)}"@th'.encode()
            before = f"{head}{_WORDS}".encode()
            after = (
                f'{end}{head}{_BEGIN}"{start}"{_INTEGER}{end}{head}{_STOP}"{stop}"{_INTEGER}{end}'
                f"{head}{context}{head}{_A}{_IS_WORDS}{end}"
            )
            self._words.append(
                (b"".join((before, quoted, after.encode())), (start, stop), len(before), len(quoted))
            )

    def _placed(self) -> tuple[dict[Place, str], bytes]:
        """Where each quotation stands among the words of the document, and all these words."""
        self._words.sort()
        found, at = {}, 0
        for piece, place, before, size in self._words:
            if place is not None:
                found[place] = f"{at + before},{size}"
            at += len(piece)
        return found, b"".join([piece for piece, *_ in self._words])

    def _check(self, assertion: Assertion, keys: Container[str]) -> None:
        document = self._document
        wrong = ""
        for key in (assertion.subject,) if assertion.literal else (assertion.subject, assertion.object):
            if key not in keys:
                wrong = f"no entity of the document has the key {key!r}"
        if not assertion.evidence:
            wrong = wrong or "no evidence, and a claim without words cannot be checked"
        for evidence in assertion.evidence:
            wrong = wrong or _unfit(evidence, document)
        if wrong:
            where = f"claim {assertion.subject} {assertion.predicate} {assertion.object}"
            raise GraphError(f"document {document.id!r}, {where}: {wrong}")


def _unfit(evidence: Evidence, document: Document) -> str:
    """What is wrong with an evidence; empty if nothing is."""
    if evidence.document != document.id:
        return f"quotes document {evidence.document!r}"
    if not 0 <= evidence.confidence <= 1:
        return f"confidence {evidence.confidence} is not within 0 and 1"
    return _misquoted(evidence, document)


def _misquoted(words: Evidence | Naming, document: Document) -> str:
    """What is wrong with a quotation; empty if nothing is."""
    span, quote = words.span, words.quote
    if document.raw[span.start : span.end] != quote or not quote:
        return f"the text at {span.start}-{span.end} is {span.of(document.raw)!r}, the quotation {quote!r}"
    return ""


def _stands(claim: Claim) -> bool:
    """Whether reading the claim as a fact is right."""
    if claim[3] == NEGATED:
        return False
    return claim[3] == ACTUAL or describes(claim[1])


def _untils(claims: Mapping[Claim, list[Evidence]]) -> dict[str, str]:
    """One end for each thing: a plain triple cannot say which beginning an end belongs to."""
    best: dict[str, tuple[float, str]] = {}
    for (subject, predicate, value, modality), evidences in claims.items():
        if predicate == "heldUntil" and modality != NEGATED:
            rank = (-max(e.confidence for e in evidences), value)
            best[subject] = min(rank, best.get(subject, rank))
    return {subject: value for subject, (_, value) in best.items()}


def _read(assertion: Assertion, keys: Mapping[str, str]) -> Iterable[Claim]:
    """The claims of an assertion: one, and a second for the end of an interval."""
    subject = keys[assertion.subject]
    predicate, modality = assertion.predicate, assertion.modality.value
    if not assertion.literal:
        yield subject, predicate, keys[assertion.object], modality
    elif predicate == "heldOn":
        date = DateValue(*assertion.object.split("/", 1))
        yield subject, predicate, dated(date.start), modality
        if date.until and date.until != date.start:
            yield subject, "heldUntil", dated(date.until), modality
    else:
        yield subject, predicate, _value(predicate, assertion.object), modality


def _settle(fields: dict[str, None]) -> None:
    """Put the moods in which the document tells of a thing in place of those of its claims."""
    told = {field[1:] for field in fields if field.startswith("M")}
    settled = moods_settled(told)
    for mood in told - settled:
        del fields[f"M{mood}"]
    fields.update(dict.fromkeys(f"M{mood}" for mood in sorted(settled - told)))


def _value(predicate: str, value: str) -> str:
    if predicate == "mode":
        if value not in MODES:
            raise GraphError(f"{value!r} is no mode of a meeting: want one of {', '.join(MODES)}")
        return our_term(MODES[value])
    if predicate == "ordinal":
        if not _ORDINAL.fullmatch(value):
            raise GraphError(f"{value!r} is no ordinal: want a number in digits 0-9")
        return str(integer_literal(int(value)))
    return called(value)


ACTUAL, NEGATED = Modality.ACTUAL.value, Modality.NEGATED.value
_IS_CLAIM, _IS_STEP, _IS_WORDS = our_term("Assertion"), f"<{PROV}Derivation>", f"<{NIF}Phrase>"
_INTEGER = f"^^<{XSD}integer>"
