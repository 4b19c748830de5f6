"""What the endpoint says of itself and of its dataset."""

from __future__ import annotations

from kg.rdf import Counts, Service, encode, service_quads
from kg.serve import jobs
from kg.serve.asking import Asker


async def described(asker: Asker, root: str, writable: bool, format: str) -> bytes:  # noqa: A002
    """The description of the service at ``root``, in a format of triples."""
    counts: Counts = await asker.ask(jobs.counts)
    service = Service(f"{root}sparql", f"{root}update" if writable else "")
    return b"".join(encode(service_quads(service, counts), format, root))
