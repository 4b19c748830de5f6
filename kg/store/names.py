"""Things by what people call them: a name need not be spelt as the graph spells it."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.expressions import expression
from kg.naming import Names, forms
from kg.rdf.terms import plain
from kg.store.protocol import GraphStore
from kg.vocab import ACTS, DESCRIBING, RDF, RDFS, SKOS, THUT

_IRI = expression(r"<?([A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+)>?")
# As tables show it: without the base of the graph's IRIs.
_UNDER_BASE = expression(r"[a-z]+/[^\s<>\"{}|\\^`]+")
_IS_THERE = "ASK {{ {{ <{iri}> ?p ?o }} UNION {{ GRAPH ?g {{ <{iri}> ?p ?o }} }} }}"
_NAMES = f"SELECT ?thing ?name {{ ?thing <{RDFS}label>|<{SKOS}altLabel> ?name }}"
_CALLED = (
    f"SELECT ?name {{{{ <{{thing}}> ?how ?name FILTER(?how IN (<{RDFS}label>, <{SKOS}altLabel>)) }}}} "
    f'ORDER BY (?how = <{SKOS}altLabel>) (LANG(?name) != "th") ?name LIMIT 1'
)
_EXACT = f"SELECT ?thing {{ VALUES ?name {{ %s }} ?thing <{RDFS}label>|<{SKOS}altLabel> ?name }}"
_KINDS = "SELECT ?thing ?kind { VALUES ?thing { %s } ?thing a ?kind }"


def find_things(graph: GraphStore, name: str, wanted: Collection[str] = ()) -> list[str]:
    """The IRIs of what ``name`` means: an IRI, whole or as tables show it, or any name, however written.

    Honorifics and spaces do not matter. Where nothing is called so, a first name or a surname means whoever
    bears it, and a name after the word for what it is (ประเทศลาว) whatever is that and bears it. Several
    where several things are called so; sorted.

    Raises:
        QueryError: nothing is called so, with what is called something like it, things of ``wanted``
            classes first; or it is no text, or an
            IRI that none can be.
    """
    name = sound(name)
    iri = _IRI.fullmatch(name.strip())
    if iri:
        try:
            return [NamedNode(iri[1]).value]
        except ValueError as error:
            raise QueryError(
                f"{name!r} is no IRI: {error}; give a name, or an IRI of the graph",
                f"“{name}” ไม่ใช่ IRI โปรดระบุชื่อ หรือ IRI ของสิ่งที่อยู่ในกราฟ",
            ) from error
    exact = sorted({row[0] for row in graph.query(_EXACT % spelt(name)).rows})
    if exact:
        return exact
    if not forms(name):
        raise QueryError(
            f"{name!r} is no name: give the name or the IRI of something in the graph",
            f"“{name}” ไม่ใช่ชื่อ โปรดระบุชื่อหรือ IRI ของสิ่งที่อยู่ในกราฟ",
        )
    named = ((plain(thing), plain(text)) for thing, text in graph.query(_NAMES).terms)
    names = Names(named, lambda thing: kinds_in(graph, [thing]), lambda thing: _label(graph, thing))
    found = names.find(name) or _under_base(graph, name.strip())
    if not found:
        raise QueryError(*names.unknown(name, wanted))
    return found


def _label(graph: GraphStore, thing: str) -> str:
    """What a thing is called: in Thai where there is such a name, by the least where there are several."""
    return str(graph.query(_CALLED.format(thing=thing)).rows[0][0])


def _under_base(graph: GraphStore, name: str) -> list[str]:
    """``assertion/1a2b``: the IRI that a table shows without the base, if the graph says anything of it."""
    iri = f"{graph.base}{name}"
    shown = _UNDER_BASE.fullmatch(name) and graph.query(_IS_THERE.format(iri=iri)).answer
    return [iri] if shown else []


def kinds_in(graph: GraphStore, things: Collection[str]) -> set[str]:
    """The classes that the graph says things to be of, by their local names."""
    found = graph.query(_KINDS % " ".join(f"<{iri}>" for iri in sorted(things))).rows
    return {kind.removeprefix(THUT) for _, kind in found}


def find_property(graph: GraphStore, name: str) -> NamedNode:
    """The property of this local name: one of the ontology's, or one that claims of ``graph`` are made with.

    Raises:
        QueryError: there is no such property; names those like it, else all.
    """
    local = name.removeprefix("thut:").removeprefix(THUT)
    known = (*DESCRIBING, *ACTS)
    if re.fullmatch("[A-Za-z]+", local):
        node = NamedNode(THUT + local)
        if local in known or graph.query(f"ASK {{ ?claim <{RDF}predicate> {node} }}").answer:
            return node
    # What is written in part is meant more often than what is spelt like it.
    near = [one for one in known if local.lower() in one.lower()] or get_close_matches(local, known)
    hint = "something like it: " if near else "want a property of the ontology, such as "
    thai = "ชื่อที่ใกล้เคียง" if near else "ความสัมพันธ์ที่ใช้ได้"
    told = ", ".join(near or known)
    raise QueryError(f"{name!r} is no property: {hint}{told}", f"ไม่มีความสัมพันธ์ชื่อ “{name}” {thai}: {told}")


def sound(text: str) -> str:
    """``text`` itself, as long as it can be written in UTF-8.

    Raises:
        QueryError: it holds half a surrogate pair: so Python reads what is no UTF-8 on a command line.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        where = f"character {error.start} is half of a surrogate pair"
        raise QueryError(f"{text!r} is no text: {where}; give it in UTF-8") from error
    return text


def spelt(name: str) -> str:
    """The name as literals of SPARQL, to look it up without reading every name.

    >>> spelt("ลาว")
    '"ลาว" "ลาว"@th "ลาว"@en'
    """
    text = str(Literal(name.strip()))
    return f"{text} {text}@th {text}@en"
