"""What may stand on either side of a property, as the ontology says."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pyoxigraph as ox

from kg.errors import LexiconError
from kg.lexicon.paths import ontology_path
from kg.vocab import RDFS, SCHEMA, THUT

_DOMAIN = (RDFS + "domain", SCHEMA + "domainIncludes")
_RANGE = (RDFS + "range", SCHEMA + "rangeIncludes")


@cache
def signatures() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each property the classes of its subjects and of its objects, from ``ontology/thut.ttl``.

    A property whose objects are literals has no class on that side.

    >>> sorted(signatures()["adopted"][0])
    ['Country', 'Meeting', 'Organization']

    Raises:
        LexiconError: the ontology cannot be read.
    """
    domains: dict[str, set[str]] = defaultdict(set)
    ranges: dict[str, set[str]] = defaultdict(set)
    path = ontology_path() / "thut.ttl"
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not (isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode)):
                continue
            if subject.value.startswith(THUT) and value.value.startswith(THUT):
                if quad.predicate.value in _DOMAIN:
                    domains[subject.value[len(THUT) :]].add(value.value[len(THUT) :])
                elif quad.predicate.value in _RANGE:
                    ranges[subject.value[len(THUT) :]].add(value.value[len(THUT) :])
    except (SyntaxError, OSError) as error:
        raise LexiconError(f"{path}: not an ontology in Turtle: {error}") from error
    names = sorted(set(domains) | set(ranges))
    return {name: (frozenset(domains[name]), frozenset(ranges[name])) for name in names}
