"""The graph as a picture, a measure or a table needs it: RDF projected to NetworkX.

Entities become nodes, claims between two entities become edges (one a claim, so that parallel
relations stay apart), claims about a value become facts of their node. Each keeps the words that
state it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from os import PathLike
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import GraphError
from kg.merged import Called, Quad, merged_nodes, names_in, names_of_members
from kg.merging.folding import seen
from kg.rdf.ontology import kinds_of
from kg.statements import TYPE, Key, Statements, gathered, local_name, matters
from kg.vocab import CLASSES, DCTERMS, NIF, OWL, PROV, RDF, RDFS, SKOS, THUT

if TYPE_CHECKING:
    import pyoxigraph

_ASSERTION = THUT + "Assertion"
_MENTIONED = THUT + "mentionedIn"
_NOT_ENTITIES = frozenset({_ASSERTION, THUT + "SourceDocument", THUT + "Merge"})


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words of a document that state a claim, and where they stand.

    ``document`` is the document's IRI; ``begin`` and ``end`` count code points of the decoded document
    (-1 where the graph does not say); ``issued`` is as precise as the graph (``2021-08-04``, ``2021``);
    ``name`` is what the document's file was called.
    """

    document: str
    begin: int
    end: int
    quote: str
    title: str = ""
    issued: str = ""
    url: str = ""
    name: str = ""


DOCUMENT = "document"
"""The datatype of a value that is a document, by its IRI: the one in which something is named."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim whose object is a value: a date, a post, a number, a mode.

    ``assertion`` is the claim's IRI, empty where the graph holds the bare statement without a claim;
    ``confidence`` and ``support``, how many documents state it independently, are None where the graph
    gives none. ``datatype`` is the local name of the literal's type (``date``, ``integer``,
    ``langString``), ``term`` for a value of the ontology, or :data:`DOCUMENT` where a document only names it.
    """

    assertion: str
    predicate: str
    value: str
    datatype: str
    modality: str
    confidence: float | None
    evidence: tuple[Quotation, ...]
    support: int | None = None

    @property
    def words(self) -> str:
        """The value for people: a document's title, or its name."""
        if self.datatype != DOCUMENT or not self.evidence:
            return self.value
        return self.evidence[0].title or self.evidence[0].name or self.value


@dataclass(slots=True)
class _Found:
    """What the statements come to: entities with their classes, facts and edges."""

    classes: dict[str, str]
    facts: defaultdict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    edges: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)
    stated: set[tuple[str, str, Key]] = field(default_factory=set)
    left_out: int = 0

    def add_edge(  # noqa: PLR0917 - in the order of a claim's parts
        self,
        subject: str,
        target: str,
        key: str,
        predicate: str,
        modality: str,
        confidence: float | None,
        evidence: tuple[Quotation, ...],
        support: int | None = None,
    ) -> None:
        attributes = {
            "predicate": local_name(predicate),
            "modality": modality,
            "confidence": confidence,
            "evidence": evidence,
            "support": support,
            "stated": " " not in key,  # a claim has an IRI; a statement without one is keyed by its parts
        }
        self.edges.append((subject, target, key, attributes))


def project(
    quads: Iterable[Quad], *, unstated: bool = False, called: Called | None = None
) -> nx.MultiDiGraph[str]:
    """The entities and claims of a graph, as a NetworkX multigraph.

    Args:
        quads: statements as pyoxigraph gives them; a ``pyoxigraph.Store`` will do.
        unstated: also make edges of statements between entities that no document states (inferences).
        called: how documents call the entities that are merged (:func:`kg.merged.names_in`).

    Returns:
        Nodes are entity IRIs with ``type`` (the class among the nine where the graph says so, else
        the class itself), ``cls`` (the class as stated), ``name_th`` and ``name_en`` (empty where
        unknown), ``aliases`` (sorted), ``wikidata``, ``degree``, ``documents`` (how many speak of
        it), ``facts`` (a tuple of :class:`Fact`) and ``merged`` (the :class:`kg.merged.MergedNode` of
        what merges put together, else None). Edges are keyed by the claim's IRI, with ``predicate``,
        ``modality``, ``confidence``, ``support`` (how many documents state it independently; None where
        the graph does not say), ``stated`` and ``evidence`` (a tuple of :class:`Quotation`).
        ``graph["left_out"]`` counts the unstated statements that made no edge. Nodes, edges and tuples
        are in an order that depends on the statements alone.

    Raises:
        GraphError: a claim lacks its subject, predicate or object.

    >>> import pyoxigraph as ox
    >>> turtle = '''@prefix thut: <https://w3id.org/thut/ontology#> .
    ... <http://e/kk> a thut:Place ; <http://www.w3.org/2000/01/rdf-schema#label> "ขอนแก่น"@th .'''
    >>> project(ox.parse(turtle, format=ox.RdfFormat.TURTLE)).nodes["http://e/kk"]["name_th"]
    'ขอนแก่น'
    """
    statements = gathered(quads)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(left_out=0)
    found = _Found(_entity_classes(statements))
    quotations = _quotations(statements)
    _add_claims(found, statements, quotations)
    _add_plain(found, statements, unstated)
    _add_mentions(found, statements, quotations)
    graph.graph["left_out"] = found.left_out
    _add_nodes(graph, statements, found)
    _add_merged(graph, statements, called or {})
    graph.add_edges_from(found.edges)
    _measure(graph)
    return graph


def read(path: Any) -> nx.MultiDiGraph[str]:  # noqa: ANN401 - whatever the store's opener takes
    """The projection of a graph file or a store on disk.

    Raises:
        GraphError: the file cannot be read, or a claim in it is incomplete.
        FormatError: the suffix names no format.
    """
    from kg.store.memory import open_graph  # noqa: PLC0415 - a projection of quads needs no store

    opened = open_graph(path)
    view: Iterable[Quad] = opened.view()
    return project(view, called=names_in(opened))


def projection(
    graph: nx.MultiDiGraph[str] | str | PathLike[str] | Iterable[pyoxigraph.Quad],
) -> nx.MultiDiGraph[str]:
    """The projection of whatever a graph comes as: itself, a file or a store, or quads.

    What merges hold to be one is one node.

    Raises:
        GraphError: the file cannot be read, or a claim is incomplete.
        FormatError: the suffix names no format.
    """
    if isinstance(graph, nx.MultiDiGraph):
        return graph
    if isinstance(graph, str | PathLike):
        return read(graph)
    quads = [quad for quad in graph if matters(quad)]
    called = names_of_members(quads)
    view: list[Quad] = list(seen(quads))
    del quads
    return project(_taken(view), called=called)


def _taken(quads: list[Quad]) -> Iterator[Quad]:
    """The quads, the last first; each is let go when the next is taken."""
    while quads:
        yield quads.pop()


def display_name(node: str, attributes: Mapping[str, Any], language: str = "th") -> str:
    """What to call a node in ``language``: its name there, or in the other, or the end of its IRI.

    >>> display_name("http://e/x", {"name_th": "", "name_en": "Laos"})
    'Laos'
    """
    names = (str(attributes.get("name_th") or ""), str(attributes.get("name_en") or ""))
    thai_first = names if language == "th" else names[::-1]
    return thai_first[0] or thai_first[1] or local_name(str(node)) or str(node)


def _add_claims(found: _Found, statements: Statements, quotations: Mapping[str, Quotation]) -> None:
    claims = (subject for subject, types in statements.each(TYPE) if (_ASSERTION, "", "") in types)
    for claim in sorted(claims):
        subject, predicate, target = _claim(statements, claim)
        found.stated.add((subject, predicate, target))
        sources = [key[0] for key in statements.all(PROV + "wasDerivedFrom", claim)]
        evidence = tuple(sorted({quotations[source] for source in sources if source in quotations}))
        modality = local_name(statements.first(THUT + "modality", claim)) or "Actual"
        confidence = max((float(key[0]) for key in statements.all(THUT + "confidence", claim)), default=None)
        support = max((int(key[0]) for key in statements.all(THUT + "support", claim)), default=None)
        found.classes.setdefault(subject, "")
        if _is_value(target):
            value, datatype = _value(target)
            fact = Fact(
                claim, local_name(predicate), value, datatype, modality, confidence, evidence, support
            )
            found.facts[subject].append(fact)
        else:
            found.classes.setdefault(target[0], "")
            found.add_edge(subject, target[0], claim, predicate, modality, confidence, evidence, support)


def _add_plain(found: _Found, statements: Statements, unstated: bool) -> None:
    """Statements without a claim: values as facts without evidence, the others only where asked for."""
    for subject, predicate, target in sorted(statements.plain - found.stated):
        if subject not in found.classes:
            continue
        if _is_value(target):
            value, datatype = _value(target)
            found.facts[subject].append(Fact("", local_name(predicate), value, datatype, "Actual", None, ()))
        elif unstated and target[0] in found.classes:
            found.add_edge(
                subject, target[0], f"{subject} {predicate} {target[0]}", predicate, "Actual", None, ()
            )
        else:
            found.left_out += 1


def _add_mentions(found: _Found, statements: Statements, quotations: Mapping[str, Quotation]) -> None:
    """Who is named in a document that tells nothing of him: as facts, with the words that name him."""
    for entity, documents in statements.each(_MENTIONED):
        sources = [key[0] for key in statements.all(PROV + "wasDerivedFrom", entity)]
        words = [quotations[source] for source in sources if source in quotations]
        for document in [key[0] for key in documents if not key[1]]:
            evidence = tuple(sorted({q for q in words if q.document == document}))
            fact = Fact("", local_name(_MENTIONED), document, DOCUMENT, "Actual", None, evidence)
            found.facts[entity].append(fact)


def _is_value(target: Key) -> bool:
    return bool(target[1]) or target[0].startswith(THUT)


def _claim(statements: Statements, claim: str) -> tuple[str, str, Key]:
    parts = []
    for name in ("subject", "predicate", "object"):
        values = statements.all(RDF + name, claim)
        if len(values) != 1:
            raise GraphError(
                f"the claim <{claim}> has {len(values)} rdf:{name}, it needs exactly one: "
                "run `kg validate` on the graph to see every such claim"
            )
        parts.append(values[0])
    return parts[0][0], parts[1][0], parts[2]


def _value(target: Key) -> tuple[str, str]:
    if not target[1]:
        return local_name(target[0]), "term"
    # A datatype of somebody else's may be called so; only we say that a value is a document.
    return target[0], target[1] if target[1] != DOCUMENT else "string"


def _quotations(statements: Statements) -> dict[str, Quotation]:
    documents: dict[str, tuple[str, str, str, str]] = {}
    found = {}
    for phrase in statements.read[NIF + "referenceContext"]:
        document = statements.first(NIF + "referenceContext", phrase)
        if document not in documents:
            urls = [key[0] for key in statements.all(DCTERMS + "source", document)]
            urls.sort(key=lambda url: not url.startswith(("http://", "https://")))
            title, issued, name = (
                statements.first(DCTERMS + about, document) for about in ("title", "issued", "identifier")
            )
            documents[document] = (title, issued, urls[0] if urls else "", name)
        begin, end = (int(statements.first(NIF + name, phrase) or -1) for name in ("beginIndex", "endIndex"))
        quote = statements.first(NIF + "anchorOf", phrase)
        found[phrase] = Quotation(document, begin, end, quote, *documents[document])
    return found


def _entity_classes(statements: Statements) -> dict[str, str]:
    """Each entity, with the IRI of the class that the graph gives it."""
    classes = {}
    for subject, types in statements.each(TYPE):
        stated = sorted(key[0] for key in types if key[0].startswith(THUT) and key[0] not in _NOT_ENTITIES)
        if stated:
            classes[subject] = stated[0]
    return classes


@cache
def _top_class(cls: str) -> str:
    """The class among the nine that ``cls`` is a kind of, or ``cls`` itself."""
    return next((top for top in CLASSES if cls in kinds_of(top)), cls)


def _add_nodes(graph: nx.MultiDiGraph[str], statements: Statements, found: _Found) -> None:
    order = {"heldOn": 0, "heldUntil": 1}
    for entity in sorted(found.classes):
        names, others = _names(statements, entity)
        matches = [local_name(key[0]) for key in statements.all(SKOS + "exactMatch", entity)]
        own = found.facts.get(entity, [])
        own.sort(key=lambda f: (order.get(f.predicate, 2), f.predicate, f.value, f.modality, f.assertion))
        cls = found.classes[entity]
        graph.add_node(
            entity,
            type=_top_class(local_name(cls)),
            cls=local_name(cls),
            name_th=names["th"],
            name_en=names["en"],
            aliases=tuple(others),
            wikidata=next((match for match in matches if match[:1] == "Q" and match[1:].isdigit()), ""),
            facts=tuple(own),
        )


def _add_merged(graph: nx.MultiDiGraph[str], statements: Statements, called: Called) -> None:
    """What merges put together: in the view what is merged into another is no node itself."""
    nx.set_node_attributes(graph, None, "merged")
    same = {
        member: end[0]
        for member, ends in statements.each(OWL + "sameAs")
        for end in ends
        if member not in graph and end[0] in graph
    }
    merges = [
        (statements.first(THUT + "merges", merge), reason[0], float(sure[0]))
        for merge, reasons in statements.each(THUT + "reason")
        for reason, sure in product(reasons, statements.all(THUT + "confidence", merge))
    ]
    nx.set_node_attributes(graph, merged_nodes(same, merges, called), "merged")


def _names(statements: Statements, entity: str) -> tuple[dict[str, str], list[str]]:
    names = {"th": "", "en": ""}
    others = set()
    for text, _, language in statements.all(RDFS + "label", entity):
        tongue = language.split("-")[0] or ("th" if any("ก" <= c <= "๛" for c in text) else "en")
        if names.get(tongue) == "":
            names[tongue] = text
        else:
            others.add(text)
    others.update(key[0] for key in statements.all(SKOS + "altLabel", entity))
    return names, sorted(others - set(names.values()))


def _measure(graph: nx.MultiDiGraph[str]) -> None:
    documents: dict[str, set[str]] = defaultdict(set)
    for source, target, evidence in graph.edges(data="evidence"):
        for end in (source, target):
            documents[end].update(quotation.document for quotation in evidence)
    for node, attributes in graph.nodes(data=True):
        for fact in attributes["facts"]:
            documents[node].update(quotation.document for quotation in fact.evidence)
        attributes["degree"] = graph.degree(node)
        attributes["documents"] = len(documents[node])
