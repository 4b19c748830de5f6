"""Things by what people call them: a name need not be spelt as the graph spells it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.expressions import expression
from kg.lexicon import read_table
from kg.rdf.ontology import kinds_of
from kg.rdf.terms import plain
from kg.store.protocol import GraphStore
from kg.text import fold
from kg.vocab import ACTS, DESCRIBING, RDF, RDFS, SKOS, THUT

# Nothing that is a letter or a mark: ข่าว, ข้าว and ขาว stay three names.
_IGNORED = expression(r"[\s\u200b-\u200f\u2060\ufeff\u00ad\"'(),.:/_-]+")
_IRI = expression(r"<?([A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+)>?")
_NAMES = f"SELECT ?thing ?name {{ ?thing <{RDFS}label>|<{SKOS}altLabel> ?name }}"
_PERSONS = f"SELECT ?thing ?name {{ ?thing a <{THUT}Person> ; <{RDFS}label>|<{SKOS}altLabel> ?name }}"
_EXACT = f"SELECT ?thing {{ VALUES ?name {{ %s }} ?thing <{RDFS}label>|<{SKOS}altLabel> ?name }}"
_KINDS = "SELECT ?thing ?kind { VALUES ?thing { %s } ?thing a ?kind }"
_LIKE = 5
_SHORTEST = 3
"""Letters of a name that is looked for within what was asked for."""


def find_things(graph: GraphStore, name: str) -> list[str]:
    """The IRIs of what ``name`` means: an IRI, or any name, with or without honorifics and spaces.

    Where nothing is called so, a first name or a surname means whoever bears it, and a name after the word
    for what it is (ประเทศลาว) whatever is that and bears it. Several where several things are called so;
    sorted.

    Raises:
        QueryError: nothing is called so, with what is called something like it; or it is no text, or an
            IRI that none can be.
    """
    name = sound(name)
    found = _IRI.fullmatch(name.strip())
    if found:
        try:
            return [NamedNode(found[1]).value]
        except ValueError as error:
            raise QueryError(f"{name!r} is no IRI: {error}; give a name, or an IRI of the graph") from error
    exact = sorted({row[0] for row in graph.query(_EXACT % spelt(name)).rows})
    if exact:
        return exact
    wanted = _forms(name)
    if not wanted:
        raise QueryError(f"{name!r} is no name: give the name or the IRI of something in the graph")
    things: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for thing, text in graph.query(_NAMES).terms:
        for form in _forms(plain(text)):
            things.setdefault(form, set()).add(plain(thing))
            written[form] = min(written.get(form, plain(text)), plain(text))
    hits = {iri for form in wanted for iri in things.get(form, ())}
    hits = hits or _bearers(graph, wanted) or _of_kind(graph, wanted, things)
    if not hits:
        near = ", ".join(dict.fromkeys(written[form] for form in _like(wanted, things)))
        raise QueryError(
            f"nothing in the graph is called {name!r}; "
            + (f"something like it: {near}" if near else "look with kg view")
        )
    return sorted(hits)


def kinds_in(graph: GraphStore, things: Collection[str]) -> set[str]:
    """The classes that the graph says things to be of, by their local names."""
    found = graph.query(_KINDS % " ".join(f"<{iri}>" for iri in sorted(things))).rows
    return {kind.removeprefix(THUT) for _, kind in found}


def _of_kind(graph: GraphStore, wanted: list[str], things: Mapping[str, set[str]]) -> set[str]:
    """What bears the rest of one of ``wanted``, and is what the word before it says."""
    found = set()
    for row in read_table("kind_words"):
        kinds = kinds_of(row["class"])
        for form in wanted:
            rest = form.removeprefix(row["form"])
            if rest != form:
                found |= {iri for iri in things.get(rest, ()) if kinds_in(graph, [iri]) & kinds}
    return found


def _like(wanted: list[str], names: Mapping[str, set[str]]) -> list[str]:
    """Names that are like one of ``wanted``, that hold it, or that it holds; so many at most."""
    close = [match for form in wanted for match in get_close_matches(form, names, _LIKE, 0.6)]
    close += [form for form in sorted(names) if any(part in form for part in wanted)]
    held = [form for form in names if len(form) >= _SHORTEST and any(form in asked for asked in wanted)]
    close += sorted(held, key=lambda form: (-len(form), form))
    return list(dict.fromkeys(close))[:_LIKE]


def _bearers(graph: GraphStore, wanted: list[str]) -> set[str]:
    """The persons whose first name or surname is one of ``wanted``."""
    found = set()
    for person, text in graph.query(_PERSONS).terms:
        words = _without_titles(fold(plain(text)).replace("ํา", "ำ").strip()).split()
        ends = {_IGNORED.sub("", word).casefold() for word in (words[0], words[-1])} if words[1:] else set()
        if ends.intersection(wanted):
            found.add(plain(person))
    return found


def find_property(graph: GraphStore, name: str) -> NamedNode:
    """The property of this local name: one of the ontology's, or one that claims of ``graph`` are made with.

    Raises:
        QueryError: there is no such property; names those there are.
    """
    local = name.removeprefix("thut:").removeprefix(THUT)
    known = (*DESCRIBING, *ACTS)
    if re.fullmatch("[A-Za-z]+", local):
        node = NamedNode(THUT + local)
        if local in known or graph.query(f"ASK {{ ?claim <{RDF}predicate> {node} }}").answer:
            return node
    raise QueryError(f"{name!r} is no property: want a property of the ontology, such as {', '.join(known)}")


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


def _forms(name: str) -> list[str]:
    """``name`` as it is compared: as it stands, and without the titles before it."""
    text = fold(name).replace("ํา", "ำ").strip()
    forms = [_IGNORED.sub("", text).casefold()]
    bare = _without_titles(text)
    if bare != text:
        forms.append(_IGNORED.sub("", bare).casefold())
    return [form for form in dict.fromkeys(forms) if form]


def _without_titles(text: str) -> str:
    while True:
        title = next((title for title in _titles() if text.casefold().startswith(title)), "")
        rest = text[len(title) :].lstrip(" .")
        # A title takes a name after it, of more than a letter; Latin ones end at a space or a dot.
        if not title or len(rest) < 2 or (title.isascii() and text[len(title)] not in " ."):  # noqa: PLR2004
            return text
        text = rest


@cache
def _titles() -> tuple[str, ...]:
    forms = {fold(row["form"]).casefold() for row in read_table("honorifics")}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
