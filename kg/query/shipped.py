"""The questions that ship with Thut: SPARQL files with a header, and their parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, UsageError
from kg.expressions import expression
from kg.store import GraphStore, find_property, find_things
from kg.store.names import sound
from kg.values.calendars import to_gregorian
from kg.vocab import XSD

_HEADER = expression(r"^# (name|th|en|param|param-th|none): (.*)$", re.MULTILINE)
_PARAMETER = expression(
    r"([a-z_]+) (entity|text|year|date|integer|decimal|property|rows)(?: ([A-Z][A-Za-z|]*))? \((.*)\)"
)
_UNBOUND = expression(r"VALUES \?[a-z_]+ \{ UNDEF \}")
_LINE = r"VALUES \?{name} \{{ [^{{}}]* \}}"
_WHERE = r"^( *+)(.*) # where {name} is given$"
_AT_ONCE = expression(r"^( *+)(\?.*) # at once$", re.MULTILINE)
_LIMIT = expression(r" LIMIT ([0-9]+)\s*$")
_INNER_LIMIT = expression(r" ORDER BY \?[a-z_]+ LIMIT [0-9]+(?= \})")
_SELECTED = expression(r"^SELECT (?:DISTINCT )?(.*?) WHERE \{", re.MULTILINE | re.DOTALL)
# A comment, a string and an IRI may hold what looks like another piece.
_PIECE = expression(r'#[^\n]*|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|\{ SELECT ([^\n{}]*) WHERE \{|[{}]|\?\w+')
_GROUPED = expression(r"^\} GROUP BY (.*?)(?: ORDER BY|$)", re.MULTILINE)
_YEAR, _DATE = expression(r"[1-9][0-9]{3}"), expression(r"([1-9][0-9]{3})(-[0-9]{2}(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a shipped query lets one choose: its name, its kind and what it means.

    ``classes`` are those of which an entity can be for there to be an answer; empty where it may be anything.
    ``thai`` is the meaning in Thai.
    """

    name: str
    kind: str
    meaning: str
    classes: tuple[str, ...] = ()
    thai: str = ""


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A question of general interest: its name, the question in Thai and English, and its SPARQL.

    ``none`` is what to say where something of the right kind was asked about, and there are no rows.
    """

    name: str
    thai: str
    english: str
    parameters: tuple[Parameter, ...]
    sparql: str
    none: str = "nothing that answers this is recorded about it"


@cache
def shipped_queries() -> Mapping[str, ShippedQuery]:
    """The shipped queries by name, in the order of their names.

    >>> shipped_queries()["visits"].english
    'Who visited which country or place?'
    """
    folder = files("kg.query") / "queries"
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".rq")]
    found = [_read(text) for text in texts]
    return {query.name: query for query in sorted(found, key=lambda query: query.name)}


def _read(text: str) -> ShippedQuery:
    fields: dict[str, list[str]] = {
        "name": [], "th": [], "en": [], "param": [], "param-th": [], "none": [],
    }  # fmt: skip
    for key, value in _HEADER.findall(text):
        fields[key].append(value)
    parameters = []
    in_thai = dict(line.rstrip(")").split(" (", 1) for line in fields["param-th"])
    for line in fields["param"]:
        match = _PARAMETER.fullmatch(line)
        if match is None:
            raise QueryError(f"shipped query {fields['name']}: cannot read the parameter {line!r}")
        name, kind, classes, meaning = match.groups()
        of = tuple(classes.split("|")) if classes else ()
        parameters.append(Parameter(name, kind, meaning, of, in_thai[name]))
    said = (fields["name"][0], fields["th"][0], fields["en"][0], tuple(parameters), text)
    return ShippedQuery(*said, *fields["none"])


def bind(query: ShippedQuery, values: Mapping[str, str], graph: GraphStore) -> str:
    """The SPARQL of ``query`` with ``values`` in place of the defaults; values become terms, never code.

    Raises:
        QueryError: a parameter is unknown, or a value is not what it takes.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    sparql = _limited(query, values)
    for name, value in values.items():
        if name not in known:
            takes = "; ".join(f"{p.name}=… ({p.meaning})" for p in query.parameters)
            raise QueryError(f"the query {query.name} has no parameter {name!r}; it takes {takes or 'none'}")
        if known[name].kind == "rows":
            continue
        terms = " ".join(str(term) for term in _terms(known[name], sound(value), graph))
        line = f"VALUES ?{name} {{ {terms} }}"
        sparql = re.sub(_LINE.format(name=name), lambda _, line=line: line, sparql, count=1)  # type: ignore[misc]
        # A query within the query knows nothing of what stands outside it.
        given = re.compile(_WHERE.format(name=name), re.MULTILINE)
        sparql = given.sub(lambda found, line=line: f"{found[1]}{line} {found[2]}", sparql)  # type: ignore[misc]
    if values.keys() <= {parameter.name for parameter in query.parameters if parameter.kind == "rows"}:
        sparql = _AT_ONCE.sub(_at_once, sparql)
    # Left out, UNDEF means the same; left in, it keeps the engine from joining on what is bound.
    sparql = re.sub(_WHERE.format(name="[a-z_]+"), "", _UNBOUND.sub("", sparql), flags=re.MULTILINE)
    return _inlined(sparql, query.parameters)


def _at_once(found: re.Match[str]) -> str:
    """A pattern as a query within the query.

    Oxigraph looks such a one through from beginning to end and joins it with the rest. Where much of it is
    asked for that takes a tenth of the time of as many looks into its index, which it else prefers.
    """
    indent, pattern = found.groups()
    variables = " ".join(dict.fromkeys(re.findall(r"\?\w+", pattern)))
    return f"{indent}{{ SELECT {variables} WHERE {{ {pattern} }} }}"


def most_rows(sparql: str) -> tuple[str, int | None]:
    """The SPARQL of a shipped query without the limit at its end, and that limit; None without one."""
    found = _LIMIT.search(sparql)
    return (sparql, None) if found is None else (sparql[: found.start()], int(found[1]))


def _limited(query: ShippedQuery, values: Mapping[str, str]) -> str:
    """The SPARQL with as many rows as are wanted; of what was narrowed down, and of all, every row."""
    name = next((parameter.name for parameter in query.parameters if parameter.kind == "rows"), "")
    said = values.get(name, "all" if values else "")
    if not name or not said:
        return query.sparql
    if said == "all":
        return _INNER_LIMIT.sub("", _LIMIT.sub("", query.sparql))
    if not re.fullmatch("[1-9][0-9]{0,8}", said):
        raise _unfit(name, said, "a number such as 500, or all", "ตัวเลข เช่น 500 หรือ all")
    inner = _INNER_LIMIT.sub(lambda found: re.sub("[0-9]+", str(int(said) + 1), found[0]), query.sparql)
    return _LIMIT.sub(f" LIMIT {said}", inner)


def _inlined(sparql: str, parameters: Sequence[Parameter]) -> str:
    """The query with the one literal of a parameter in its place: an engine would join with VALUES of it."""
    for parameter in parameters:
        found = re.search(rf"VALUES \?{parameter.name} {{ (\"(?:[^\"\\]|\\.)*\"\S*|[^\"\s]\S*) }}", sparql)
        if found is None or found[1].startswith("<"):
            continue
        rest = sparql[: found.start()] + sparql[found.end() :]
        rest = rest.replace(f"BOUND(?{parameter.name})", "true")
        sparql = re.sub(rf"\?{parameter.name}\b", lambda _, term=found[1]: term, rest)  # type: ignore[misc]
    return sparql


def with_things(sparql: str) -> str:
    """The SPARQL of a shipped query, which also selects the things behind its names, and the claims."""
    selected = _SELECTED.search(sparql)
    if selected is None:
        return sparql
    columns = set(re.findall(r"\?\w+", selected[1]))
    known = _known_outside(sparql[selected.end() :])
    wanted = [f"?{name}" for name in re.findall(r"\?(\w+)_label\b", selected[1])]
    wanted += re.findall(r"\?(?:other_)?claim\b", sparql[selected.end() :])
    wanted = [name for name in wanted if name in known]
    grouped = _GROUPED.search(sparql)
    if grouped is not None:
        wanted = [name for name in wanted if name in grouped[1].split()]
    more = [name for name in dict.fromkeys(wanted) if name not in columns]
    if not more:
        return sparql
    further = f" {' '.join(more)}"
    start, ordered, order = sparql[selected.end(1) :].rpartition("\n} ORDER BY ")
    if ordered:  # rows of the same names come in the order of the things
        keys, limit, rows = order.rstrip().partition(" LIMIT ")
        order = f"{keys}{further}{limit}{rows}\n"
    return f"{sparql[: selected.end(1)]}{further}{start}{ordered}{order}"


def _known_outside(body: str) -> set[str]:
    """The variables that a query knows itself: not those that a query within it has and does not select."""
    known: set[str] = set()
    depth, within = 0, 0  # braces that are open, and as many of them as stand around the query within
    for piece in _PIECE.finditer(body):
        if piece[1] is not None:
            if not within:
                within = depth + 1
                known.update(re.findall(r"(\?\w+)(?=[ )]*(?:$|[?(]))", piece[1]))
            depth += 2
        elif piece[0] in "{}":
            depth += 1 if piece[0] == "{" else -1
            within = within if depth >= within else 0
        elif piece[0].startswith("?") and not within:
            known.add(piece[0])
    return known


def _terms(parameter: Parameter, value: str, graph: GraphStore) -> list[NamedNode | Literal]:
    kind = parameter.kind
    if kind == "entity":
        return [NamedNode(iri) for iri in find_things(graph, value, parameter.classes)]
    if kind == "property":
        return [find_property(graph, value)]
    if kind == "year":
        return [Literal(_year(parameter, value))]
    if kind == "date":
        return [Literal(_date(parameter, value))]
    if kind in {"integer", "decimal"}:
        pattern = "[0-9]+" if kind == "integer" else r"[0-9]+(\.[0-9]+)?"
        if not re.fullmatch(pattern, value):
            such = "2" if kind == "integer" else "0.6"
            raise _unfit(parameter.name, value, f"a number such as {such}", f"ตัวเลข เช่น {such}")
        return [Literal(value, datatype=NamedNode(XSD + kind))]
    return [Literal(value)]


def _year(parameter: Parameter, value: str) -> str:
    try:
        if _YEAR.fullmatch(value):
            return str(to_gregorian(int(value)))
    except UsageError:
        pass
    raise _unfit(
        parameter.name, value, "a year such as 2021, or 2564 of the Buddhist era", "ปี เช่น 2564 หรือ ค.ศ. 2021"
    )


def _date(parameter: Parameter, value: str) -> str:
    """A day, month or year as the graph has it, whichever calendar its year is of."""
    given = _DATE.fullmatch(value)
    try:
        if given is not None:
            return f"{to_gregorian(int(given[1]))}{given[2] or ''}"
    except UsageError:
        pass
    raise _unfit(
        parameter.name,
        value,
        "a date such as 2021-10-01, 2021-10 or 2021, or 2564-10-01 of the Buddhist era",
        "วันที่ เช่น 2564-10-01, 2564-10 หรือ 2564 (ใช้ ค.ศ. ก็ได้)",
    )


def _unfit(name: str, value: str, wanted: str, thai: str) -> QueryError:
    return QueryError(f"{name}={value!r}: want {wanted}", f"{name}: “{value}” ใช้ไม่ได้ ต้องเป็น{thai}")
