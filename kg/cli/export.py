"""``kg export``."""

from __future__ import annotations

import click


@click.command()
@click.argument("graph")
@click.option("-o", "--out", required=True, metavar="FILE", help="Where to; its suffix names the format.")
@click.option("-f", "--format", "fmt", metavar="FORMAT", help="The format, where the suffix does not say.")
@click.option("--reifiers", "reify", is_flag=True, help="Add rdf:reifies to claims (RDF 1.2).")
@click.option("--catalogue", is_flag=True, help="Add what the graph holds, in numbers (VoID, DCAT, PROV-O).")
@click.option("--licence", default="", metavar="IRI", help="For the catalogue: the licence of the graph.")
@click.option("--title", default="", metavar="TEXT", help="For the catalogue: what the graph is called.")
@click.option("--split", metavar="N", help="A folder of files of N statements each, or one a document.")
def command(
    *,
    graph: str,
    out: str,
    fmt: str | None,
    reify: bool,
    catalogue: bool,
    licence: str,
    title: str,
    split: str | None,
) -> None:
    r"""Write a graph in another format.

    Formats: ttl trig nt nq jsonld rdf (the whole graph), graphml gexf (entities and what is between
    them, for Gephi and the like), csv (a table of all claims, for a spreadsheet), neo4j (a folder or
    a .zip of tables for Neo4j, with a README that says how to import them).

    With --split, OUT is a folder of N-Quads files for a server to load in parallel: N statements in each, or
    with N "documents" a file for each document.

    \b
    Examples:
      kg export demo/graph.ttl -o demo/graph.jsonld
      kg export demo/graph.ttl -o demo/graph.graphml
      kg export demo/graph.ttl -o demo/neo4j -f neo4j
      kg export demo/graph.ttl -o demo/graph12.ttl --reifiers
      kg export demo/graph.trig -o demo/all.trig --catalogue --licence https://creativecommons.org/licenses/by/4.0/
      kg export demo/graph.ttl -o - -f nt
      kg export archive -o parts --split 1000000
    """
    from kg.export import export  # noqa: PLC0415 - the work loads when it is called for

    parts = int(split) if split and split.isdecimal() else split
    export(graph, out, fmt, reify=reify, catalogue=catalogue, licence=licence, title=title, split=parts)
