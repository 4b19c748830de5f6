"""The page of a document: its text with the words that are quoted, and what they state."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.rdf.wording import before, verbs, wording
from kg.serve.asking import Asker
from kg.serve.pages import page
from kg.serve.passages import Passage, Piece, ReadDocument, Stated, Thing, document_page, pieces, place
from kg.serve.refusals import Refused
from kg.serve.requests import query_fields, unless_gone, values
from kg.serve.words import Language, language_of, words
from kg.statements import local_name
from kg.view.payload import safe_url
from kg.view.settings import Settings
from kg.vocab import THUT

__all__ = ["Documents"]


class Documents:
    """The route ``/document?id=IRI&char=BEGIN,END``."""

    def __init__(self, asker: Asker, settings: Settings) -> None:
        self._asker = asker
        self._settings = settings
        self.routes = [Route("/document", self.document, methods=["GET"])]

    async def document(self, request: Request) -> Response:
        """The page of a document, on the words that are asked for."""
        given = query_fields(request)
        named = values(given, "id")
        if named is None:
            raise Refused(400, "name a document: /document?id=IRI", thai="โปรดระบุเอกสาร: /document?id=IRI")
        # An IRI of words, as the graph has it, names its document and its place at once.
        iri, _, fragment = named[0].partition("#")
        said = (values(given, "char") or [fragment.removeprefix("char=").split(";")[0]])[0]
        found = await unless_gone(request, self._asker.ask(document_page, iri))
        if found is None:
            raise Refused(404, f"the graph has no document <{iri}>", thai=f"กราฟนี้ไม่มีเอกสาร <{iri}>")
        language = language_of(values(given, "lang"), self._settings)
        return page(
            "document.html.j2",
            title=found.title or found.name or iri,
            document=found,
            say=words(language),
            language=language,
            link=safe_url(found.source),
            address=f"/document?id={quote(iri, safe='')}",
            pieces=_marked(found, place(said)),
            passages=[(passage, _facts(passage, language)) for passage in found.passages],
            asked=place(said),
            graph=f"/store?graph={quote(iri, safe='')}",
            doubtful=_doubtful(found),
        )


def _marked(found: ReadDocument, asked: tuple[int, int] | None) -> list[tuple[Piece, bool]]:
    """The text in pieces, each with whether it is in what was asked for; none where there is no text."""
    if found.text is None:
        return []
    passages = list(found.passages)
    if asked is not None and asked not in {(one.begin, one.end) for one in passages}:
        passages.append(Passage(*asked, "", ()))
    return [
        (piece, any((one.begin, one.end) == asked for one in piece.within))
        for piece in pieces(found.text, passages)
    ]


def _doubtful(found: ReadDocument) -> set[str]:
    """The passages whose words do not stand where the graph says."""
    text = found.text
    if text is None:
        return set()
    return {one.name for one in found.passages if text[one.begin : one.end] != one.quote}


def _facts(passage: Passage, language: Language) -> list[dict[str, object]]:
    return [_fact(stated, language) for stated in passage.stated]


def _fact(stated: Stated, language: Language) -> dict[str, object]:
    return {
        "subject": _named(stated.subject, language),
        "verb": before(_verb(stated.predicate, language), stated.object.kind),
        "object": _named(stated.object, language),
        "mood": stated.modality.lower(),
        "mood_words": _term(stated.modality, language),
        "confidence": f"{stated.confidence:.0%}" if stated.confidence >= 0 else "",
    }


def _named(thing: Thing, language: Language) -> tuple[str, str]:
    """What something is called, and where its page is."""
    name = thing.thai if language == "th" else thing.english
    if thing.iri.startswith(THUT):
        return _term(local_name(thing.iri), language), ""  # a value of the ontology is no entity of the page
    return name, f"/?focus={quote(thing.iri, safe='')}" if thing.iri else ""


def _verb(name: str, language: Language) -> str:
    thai, english = verbs(name, "Actual") or wording(name)
    return thai if language == "th" else english


def _term(name: str, language: Language) -> str:
    thai, english = wording(name)
    return thai if language == "th" else english
