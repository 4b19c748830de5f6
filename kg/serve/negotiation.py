"""Which form an answer takes: what the client accepts, and how much it likes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.serve.refusals import Refused


@dataclass(frozen=True, slots=True)
class Offer:
    """A media type, and the format of :func:`kg.query.render` that is of it."""

    media_type: str
    format: str

    @property
    def content_type(self) -> str:
        """The value of the header, which for text tells the encoding."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


ROWS = (
    Offer("application/sparql-results+json", "json"),
    Offer("application/sparql-results+xml", "xml"),
    Offer("text/csv", "csv"),
    Offer("text/tab-separated-values", "tsv"),
    Offer("application/json", "json"),
    Offer("application/xml", "xml"),
    Offer("text/xml", "xml"),
)
"""What SELECT and ASK may come as, the first first."""

TRIPLES = (
    Offer("text/turtle", "ttl"),
    Offer("application/n-triples", "nt"),
    Offer("application/ld+json", "jsonld"),
    Offer("application/rdf+xml", "rdf"),
    Offer("application/json", "jsonld"),
    Offer("application/xml", "rdf"),
)
"""What CONSTRUCT, DESCRIBE and a graph may come as."""

READ = {offer.media_type: offer.format for offer in TRIPLES[:4]}
"""What a graph that is sent here may come as."""


def negotiated(accept: str, offers: Sequence[Offer]) -> Offer:
    """The offer that a client likes best; among equals the first.

    >>> negotiated("text/csv;q=0.5, application/*", ROWS).format
    'json'
    >>> negotiated("text/*;q=0.9, text/csv;q=0.1, */*;q=0", ROWS).media_type
    'text/tab-separated-values'

    Raises:
        Refused: none is acceptable (406); names what there is.
    """
    ranges = _ranges(accept)
    liked = [(_quality(offer.media_type, ranges), -place, offer) for place, offer in enumerate(offers)]
    quality, _, best = max(liked, key=lambda entry: entry[:2])
    if quality <= 0:
        names = ", ".join(offer.media_type for offer in offers)
        raise Refused(406, f"none of {accept!r} is what this can come as: {names}")
    return best


def _ranges(accept: str) -> dict[str, float]:
    """Media ranges of an Accept header with their quality; everything where it says nothing."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if not name:
            continue
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip().lower() == "q":
                quality = _number(value.strip())
        found[name.lower()] = quality
    return found or {"*/*": 1.0}


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        return 1.0
    return number if 0 <= number <= 1 else 1.0


def _quality(media_type: str, ranges: dict[str, float]) -> float:
    """What the most specific range that fits says."""
    group = media_type.split("/", maxsplit=1)[0] + "/*"
    return next((ranges[name] for name in (media_type, group, "*/*") if name in ranges), 0.0)


def prefers_page(accept: str) -> bool:
    """Whether a client would rather have a page for people, as browsers do."""
    ranges = _ranges(accept)
    machine = max(ranges.get(offer.media_type, 0.0) for offer in TRIPLES[:4])
    return ranges.get("text/html", 0.0) > machine
