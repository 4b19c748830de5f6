"""The page to ask in: an editor of SPARQL, and the queries that ship."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.query import shipped_queries
from kg.rdf.wording import VERBS, wording
from kg.serve import jobs
from kg.serve.asking import Asker
from kg.serve.pages import page
from kg.serve.refusals import Refused
from kg.serve.requests import in_json, query_fields, unless_gone, values
from kg.serve.words import Language, columns, language_of, membership, words
from kg.view.payload import inert
from kg.view.settings import Settings
from kg.vocab import ACTS, CLASSES, DESCRIBING, MODALITIES, OTHER_TERMS, PREFIXES, STATUSES

__all__ = ["Queries"]

# What tables of shipped queries have by the local names of the ontology.
_NAMED = (*VERBS, *MODALITIES, *STATUSES)
# What the ontology's own terms stand beside in queries.
_ALSO = (
    "rdf:subject rdf:predicate rdf:object rdfs:label skos:altLabel skos:exactMatch prov:wasDerivedFrom "
    "nif:referenceContext nif:beginIndex nif:endIndex nif:anchorOf dcterms:title dcterms:issued "
    "dcterms:source"
).split()


class Queries:
    """The routes ``/query`` and ``/query/shipped``."""

    def __init__(self, asker: Asker, settings: Settings) -> None:
        self._asker = asker
        self._settings = settings
        self.routes = [
            Route("/query", self.query, methods=["GET"]),
            Route("/query/shipped", self.shipped, methods=["GET"]),
        ]

    async def query(self, request: Request) -> Response:
        """The page."""
        language = language_of(values(query_fields(request), "lang"), self._settings)
        data = {
            "base": await unless_gone(request, self._asker.ask(jobs.base)),
            "prefixes": PREFIXES,
            "queries": _queries(language),
            "terms": _terms(),
            "words": words(language),
            "columns": columns(language),
            "values": {
                **{name: wording(name)[0 if language == "th" else 1] for name in _NAMED},
                **membership(language),
            },
        }
        return page(
            "query.html.j2",
            title=self._settings.title or "Thut",
            say=words(language),
            language=language,
            data=Markup(inert(data)),  # noqa: S704 - inert() leaves no character that means anything to HTML
        )

    async def shipped(self, request: Request) -> Response:
        """The SPARQL of a shipped query; parameters go by their names, empty ones are left out."""
        given = query_fields(request)
        name = (values(given, "name") or [""])[0]
        said = values(given, "parameters") or ["{}"]
        parameters = in_json(said[0], "`parameters`")
        if not all(isinstance(one, str) for one in parameters.values()):
            raise Refused(400, "`parameters` must be an object of strings")
        kept = {key: value.strip() for key, value in parameters.items() if value.strip()}
        sparql = await unless_gone(request, self._asker.ask(jobs.shipped, name, kept))
        return PlainTextResponse(sparql)


def _queries(language: Language) -> list[dict[str, object]]:
    return [
        {
            "name": query.name,
            "question": query.thai if language == "th" else query.english,
            "also": query.english if language == "th" else query.thai,
            "parameters": [
                {"name": one.name, "meaning": one.thai if language == "th" else one.meaning}
                for one in query.parameters
            ],
        }
        for query in shipped_queries().values()
    ]


def _terms() -> list[str]:
    own = sorted({*ACTS, *DESCRIBING, *CLASSES, *MODALITIES, *STATUSES, *OTHER_TERMS})
    return [*(f"thut:{name}" for name in own), *_ALSO]
