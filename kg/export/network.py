"""Entities and claims as a network, for Gephi, Cytoscape, yEd and the like."""

from __future__ import annotations

import io
from collections.abc import Iterator

import networkx as nx

from kg.expressions import expression
from kg.graph import display_name
from kg.text import without_controls

# NetworkX writes the day on which it writes: the same graph would not give the same bytes.
_WRITTEN_ON = expression(rb' lastmodifieddate="[^"]*"')


def graphml(network: nx.MultiDiGraph[str]) -> Iterator[bytes]:
    """The network as GraphML; several values of one attribute stand on lines of their own.

    Gephi takes ``label`` for what it writes at a node or an edge, and ``weight``, the confidence, for
    the strength of an edge.
    """
    out = io.BytesIO()
    nx.write_graphml_xml(_flat(network), out)
    yield out.getvalue()


def gexf(network: nx.MultiDiGraph[str]) -> Iterator[bytes]:
    """The network as GEXF 1.2; ``label`` is the name in Thai, else in English."""
    out = io.BytesIO()
    nx.write_gexf(_flat(network), out)
    yield _WRITTEN_ON.sub(b"", out.getvalue())


def _flat(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same network with texts and numbers alone, which is all that these formats hold."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        facts = (f"{fact.predicate}: {fact.words}" for fact in attributes["facts"])
        flat.add_node(
            without_controls(node),
            label=without_controls(display_name(node, attributes)),
            type=without_controls(attributes["type"]),
            cls=without_controls(attributes["cls"]),
            name_th=without_controls(attributes["name_th"]),
            name_en=without_controls(attributes["name_en"]),
            aliases=without_controls("\n".join(attributes["aliases"])),
            wikidata=without_controls(attributes["wikidata"]),
            documents=int(attributes["documents"]),
            facts=without_controls("\n".join(dict.fromkeys(facts))),
        )
    for source, target, claim, attributes in network.edges(keys=True, data=True):
        evidence = attributes["evidence"]
        confidence = attributes["confidence"]
        flat.add_edge(
            without_controls(source),
            without_controls(target),
            key=without_controls(claim),
            id=without_controls(claim),  # that of the edge in GEXF, where Gephi wants one of its own for each
            label=without_controls(attributes["predicate"]),
            modality=without_controls(attributes["modality"]),
            # No number says "unknown"; the weight of a claim that was never doubted is 1.
            confidence=1.0 if confidence is None else float(confidence),
            weight=1.0 if confidence is None else float(confidence),
            issued=without_controls(min((q.issued for q in evidence if q.issued), default="")),
            documents=without_controls("\n".join(dict.fromkeys(q.document for q in evidence))),
            quotes=without_controls("\n".join(dict.fromkeys(q.quote for q in evidence))),
        )
    return flat
