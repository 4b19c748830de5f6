"""The whole graph as inert, compact data: columns of numbers and strings, compressed."""

from __future__ import annotations

import base64
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx

from kg.graph import Quotation, display_name
from kg.lexicon import read_table
from kg.merged import MergedNode
from kg.naming import honorifics, kind_words
from kg.rdf.wording import CLASSES, MODALITIES, VALUES, verbs, wording
from kg.view.communities import communities

_LEVEL = 6  # of gzip; the highest takes three times as long for a fiftieth less
_UNKNOWN = -1  # a confidence or a support that the graph does not give


class _Numbered:
    """Things numbered as they come, each once."""

    def __init__(self, known: Iterable[Any] = ()) -> None:
        self.places: dict[Any, int] = {thing: i for i, thing in enumerate(known)}

    def of(self, thing: object) -> int:
        return self.places.setdefault(thing, len(self.places))


@dataclass(frozen=True, slots=True)
class Payload:
    """A graph for the page, in two parts, so that the first view does not wait for every sentence.

    ``graph`` has names, classes, claims by number and where their quotations stand; ``words`` has the
    words of the quotations and the claims' IRIs. Both are columns: lists that run side by side.
    """

    graph: dict[str, Any]
    words: dict[str, Any]


class _Lists:
    """What is listed once and meant by number."""

    def __init__(self) -> None:
        self.classes, self.moods = _Numbered(CLASSES), _Numbered(MODALITIES)
        self.subclasses, self.properties = _Numbered(), _Numbered()
        self.documents, self.quotations, self.reasons = _Numbered(), _Numbered(), _Numbered()

    def claim(self, columns: dict[str, list[Any]], stated: _Stated) -> None:
        """Put what edges and facts have in common into their columns."""
        columns["p"].append(self.properties.of(stated.predicate))
        columns["m"].append(self.moods.of(stated.modality))
        columns["c"].append(_UNKNOWN if stated.confidence is None else round(stated.confidence * 100))
        columns["k"].append(_UNKNOWN if stated.support is None else stated.support)
        columns["q"].append([self.quotations.of(quotation) for quotation in stated.evidence])


class _Stated(NamedTuple):
    """What every claim has: what it says, how, how surely, and the words that state it."""

    predicate: str
    modality: str
    confidence: float | None
    evidence: tuple[Quotation, ...]
    support: int | None


def payload(graph: nx.MultiDiGraph[str], member_of: Mapping[str, int] | None = None) -> Payload:
    """``graph`` in columns; a node's number is its place in the order of the graph's nodes.

    ``member_of`` has the community of each node, where ``graph`` is a part of a larger one.

    Classes, properties, moods, documents and quotations are listed once and meant by number.
    """
    lists = _Lists()
    prefix = _common_prefix([str(node) for node in graph])
    facts, fact_claims = _facts(graph, lists)
    edges, edge_claims = _edges(graph, lists)
    nodes = _nodes(graph, lists, prefix, communities(graph) if member_of is None else member_of)
    quotations: list[Quotation] = list(lists.quotations.places)
    within = containers(quotations)
    places = [_place(quotation, lists.documents) for quotation in quotations]
    columns = [list(column) for column in zip(*places, strict=True)] if places else [[], [], []]
    named = {
        name: [[term, *wording(term)] for term in listed.places]
        for name, listed in (
            ("classes", lists.classes), ("subclasses", lists.subclasses), ("moods", lists.moods),
        )
    }  # fmt: skip
    return Payload(
        {
            "prefix": prefix,
            **named,
            "properties": [[term, *wording(term), *_thai_verb(term)] for term in lists.properties.places],
            "values": {name: list(wording(name)) for name in VALUES},
            "honorifics": [[form, list(longer)] for form, longer in honorifics()],
            "kind_words": [list(word) for word in kind_words()],
            "reasons": [[reason, *_meaning(reason)] for reason in lists.reasons.places],
            "documents": [list(document) for document in lists.documents.places],
            "quotations": [*columns, within],
            "nodes": nodes,
            "edges": edges,
            "facts": facts,
        },
        {
            # What stands in a longer quotation is cut from it in the page.
            "quotes": ["" if w >= 0 else q.quote for q, w in zip(quotations, within, strict=True)],
            "claims": {"edges": _without_prefix(edge_claims), "facts": _without_prefix(fact_claims)},
        },
    )


def _thai_verb(name: str) -> list[str]:
    """The Thai verb of a property in a sentence, where it is another than its name."""
    known = verbs(name, "Actual")
    return [known[0]] if known and known[0] != wording(name)[0] else []


def _nodes(
    graph: nx.MultiDiGraph[str], lists: _Lists, prefix: str, member_of: Mapping[str, int]
) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        key: [] for key in ("iri", "th", "en", "aliases", "cls", "sub", "wd", "com", "of")
    }
    for node, attributes in graph.nodes(data=True):
        kind = str(attributes.get("type") or "Thing")
        name_th, name_en = (str(attributes.get(key) or "") for key in ("name_th", "name_en"))
        columns["iri"].append(str(node)[len(prefix) :])
        columns["th"].append(name_th or ("" if name_en else display_name(str(node), {})))
        columns["en"].append(name_en)
        columns["aliases"].append([str(alias) for alias in attributes.get("aliases", ())])
        columns["cls"].append(lists.classes.of(kind))
        columns["sub"].append(lists.subclasses.of(str(attributes.get("cls") or kind)))
        columns["wd"].append(str(attributes.get("wikidata") or ""))
        columns["com"].append(member_of[node])
        columns["of"].append(_merged(attributes, lists.reasons))
    return columns


def _merged(attributes: Mapping[str, Any], reasons: _Numbered) -> list[Any] | int:
    """How many entities of documents a node is, their names and why they are one; 0 where it is itself alone.

    A name is the place that it has among the node's own (Thai, English, aliases), else itself; behind it
    stands how many entities bear it. A reason's confidence is in hundredths.
    """
    cluster: MergedNode | None = attributes.get("merged")
    if cluster is None:
        return 0
    own = [attributes.get("name_th"), attributes.get("name_en"), *attributes.get("aliases", ())]
    names = [[own.index(name) if name in own else name, times] for name, times in cluster.names]
    return [
        len(cluster.members),
        names,
        [[reasons.of(reason), round(sure * 100)] for reason, sure in cluster.reasons],
    ]


def _meaning(reason: str) -> tuple[str, str]:
    """What a reason says, in Thai and English; what no table has says itself."""
    rungs = {row["reason"]: (row["th"], row["en"].rstrip(".")) for row in read_table("merge_rungs")}
    return rungs.get(reason, (reason, reason))


def _facts(graph: nx.MultiDiGraph[str], lists: _Lists) -> tuple[dict[str, list[Any]], list[str]]:
    """Claims about a value in columns, and the IRI of each."""
    columns: dict[str, list[Any]] = {key: [] for key in ("n", "p", "v", "m", "c", "k", "q")}
    iris = []
    for number, (_, own) in enumerate(graph.nodes(data="facts", default=())):
        for fact in own or ():
            columns["n"].append(number)
            columns["v"].append([fact.value, fact.datatype])
            said = _Stated(fact.predicate, fact.modality, fact.confidence, fact.evidence, fact.support)
            lists.claim(columns, said)
            iris.append(fact.assertion)
    return columns, iris


def _edges(graph: nx.MultiDiGraph[str], lists: _Lists) -> tuple[dict[str, list[Any]], list[str]]:
    """Claims between two entities in columns, and the IRI of each."""
    number = {node: i for i, node in enumerate(graph)}
    columns: dict[str, list[Any]] = {key: [] for key in ("s", "t", "p", "m", "c", "k", "q", "u")}
    iris = []
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        stated = bool(attributes.get("stated", True))
        columns["s"].append(number[source])
        columns["t"].append(number[target])
        columns["u"].append(0 if stated else 1)
        said = _Stated(
            str(attributes.get("predicate", "")),
            str(attributes.get("modality", "Actual")),
            attributes.get("confidence"),
            attributes.get("evidence", ()),
            attributes.get("support"),
        )
        lists.claim(columns, said)
        iris.append(str(key) if stated else "")
    return columns, iris


def containers(quotations: Sequence[Quotation]) -> list[int]:
    """For each quotation the number of the shortest longer one of its document that holds it, else -1.

    So a name that is quoted alone opens to the sentence around it wherever some claim quotes that.
    Where the words do not agree with the places, nothing is said to hold the other.

    >>> containers([Quotation("e:d", 5, 8, "ลาว"), Quotation("e:d", 0, 8, "เยือนลาว")])
    [1, -1]
    """
    found = [_UNKNOWN] * len(quotations)
    by_document: dict[str, list[int]] = defaultdict(list)
    for i, quotation in enumerate(quotations):
        if quotation.begin >= 0:
            by_document[quotation.document].append(i)
    for members in by_document.values():
        # In this order whatever can hold a quotation comes before it; what has ended is let go.
        members.sort(key=lambda i: (quotations[i].begin, -quotations[i].end, i))
        around: list[int] = []
        for i in members:
            inner = quotations[i]
            around = [o for o in around if quotations[o].end > inner.begin]
            holding = [o for o in around if _holds(quotations[o], inner)]
            if holding:
                found[i] = min(holding, key=lambda o: (quotations[o].end - quotations[o].begin, o))
            around.append(i)
    return found


def _holds(outer: Quotation, inner: Quotation) -> bool:
    length = inner.end - inner.begin
    at = inner.begin - outer.begin
    return (
        outer.end >= inner.end
        and outer.end - outer.begin > length
        and outer.quote[at : at + length] == inner.quote
    )


def _without_prefix(iris: list[str]) -> list[Any]:
    """What the IRIs share, and the rest of each."""
    prefix = _common_prefix([iri for iri in iris if iri])
    return [prefix, [iri[len(prefix) :] for iri in iris]]


def compressed(data: object) -> str:
    """``data`` as JSON, gzipped and in base64: letters, digits, ``+/=`` only, the same for the same data.

    >>> compressed([])[:4]
    'H4sI'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate has no UTF-8; the browser shows U+FFFD for what stands in its place.
    return base64.b64encode(gzip.compress(text.encode("utf-8", "surrogatepass"), _LEVEL, mtime=0)).decode(
        "ascii"
    )


def inert(data: object) -> str:
    r"""``data`` as JSON that can stand in a ``script`` element: no character of it can end the element.

    >>> inert("</script><!--")
    '"\\u003c/script\\u003e\\u003c!--"'
    """
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def safe_url(url: str) -> str:
    """``url`` where a reader may follow it (http or https), else nothing.

    >>> safe_url("javascript:alert(1)"), safe_url("https://mfa.go.th/th/x")
    ('', 'https://mfa.go.th/th/x')
    """
    return url if url.lower().startswith(("http://", "https://")) else ""


def _place(quotation: Quotation, documents: _Numbered) -> tuple[int, int, int]:
    document = (
        quotation.document,
        quotation.title,
        quotation.issued,
        safe_url(quotation.url),
        quotation.name,
    )
    return documents.of(document), quotation.begin, quotation.end


def _common_prefix(iris: list[str]) -> str:
    if not iris:
        return ""
    low, high = min(iris), max(iris)
    same = next(
        (i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high))
    )
    return low[: low.rfind("/", 0, same) + 1]
