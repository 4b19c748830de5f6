"""What random input must never do: one function for each entry of Thut, from bytes to what must hold.

Each raises ``AssertionError`` where something does not hold, and whatever ``kg`` lets out that is no
``KgError``. ``benchmarks/fuzz.py`` drives them by the million, ``test_findings.py`` with what was once found.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.documents import SourceFile, clean, document_from_text, find_sources, read_document
from kg.documents.files import ArchiveLimits
from kg.entities.keys import entity_key
from kg.errors import KgError
from kg.extract import extract
from kg.lexicon import Lexicon, tables
from kg.lexicon.entries import read_entries
from kg.mentions.meetings import recognize_meetings
from kg.mentions.persons import recognize_persons
from kg.mentions.places import recognize_places
from kg.mentions.scan import Scan
from kg.mentions.things import recognize_things
from kg.merging import names, person_records, series, sounds, spelling
from kg.merging.decisions import decided, decision_lines, parse_decisions
from kg.model import DateValue, Document, EntityType
from kg.query import query
from kg.query.shipped import shipped_queries
from kg.rdf.mapping import document_quads
from kg.rdf.read import decode
from kg.store.memory import MemoryStore
from kg.text import Span, fold
from kg.values.dates import find_dates
from kg.vocab import Minter

Target = Callable[[bytes], None]
_BASE = "http://example.org/"
_HEAD = "ไทยและญี่ปุ่นหารือทวิภาคี\nวันนี้ (๔ ส.ค. ๒๕๖๔) นายก้อง ชูดี เอกอัครราชทูต ได้หารือกับ"
_LETTERS = (
    "กขงจดตนบปมรลวสหอะาิีึืุูเแโไใำํ่้๊๋์ๆฯ๐๑๒๕๖ 0123456789\n\r\t\u00a0\u200b\u200d\ufeff\u00ad\u2028\x07"
    "()[]\"'“”‘’–-/.,:;aAzZ"
)


@cache
def words() -> tuple[str, ...]:
    """What texts are put together from: every word of the tables, names, dates, marks, letters."""
    found = [
        next(iter(row.values()))
        for table in sorted((Path(tables.__file__).parents[2] / "ontology" / "tables").glob("*.tsv"))
        if table.stem not in {"confidence", "merge_rungs"}
        for row in tables.read_table(table.stem)
    ]
    found += "ไทย ญี่ปุ่น ลาว สหรัฐฯ อาเซียน ASEAN เอเปค กรุงเทพฯ โตเกียว นายกรัฐมนตรี กระทรวง".split()
    found += "วันที่ 4 สิงหาคม ส.ค. ๒๕๖๔ 2021 ครั้งที่ 17 และ กับ ณ ที่ การ ของ นาย นาง H.E. Mr. Anton Bell".split()
    found += [
        "การประชุม",
        "หารือ",
        "ลงนาม",
        "บันทึกความเข้าใจ",
        "4-5 มีนาคม 2567",
        " (",
        ") ",
        "\n",
        "\n\n",
        " ",
        " ",
    ]
    return (*found, *_LETTERS)


def text_of(data: bytes) -> str:
    """A text from bytes, two for each of its words."""
    known = words()
    return "".join(
        known[int.from_bytes(data[at : at + 2], "big") % len(known)] for at in range(0, len(data), 2)
    )


def fuzz_read(data: bytes) -> None:
    """The bytes of a file become a document, or are refused."""
    try:
        document = read_document(data, "a.txt")
    except KgError:
        return
    assert document.raw == data.decode(document.source.encoding, "replace")
    assert document == read_document(data, "a.txt")
    _document(document)


def fuzz_clean(data: bytes) -> None:
    """A text is cleaned, and every character leads back to where it came from."""
    raw = "".join(_LETTERS[byte % len(_LETTERS)] for byte in data)
    cleaned = clean(raw)
    assert clean(cleaned.text).text == cleaned.text
    assert clean(raw) == cleaned
    assert cleaned.offsets.length == len(cleaned.text)
    spans = [cleaned.offsets.to_raw(Span(at, at + 1)) for at in range(len(cleaned.text))]
    assert all(len(span) and span.end <= len(raw) for span in spans)
    assert all(a == b or a.end <= b.start for a, b in pairwise(spans))
    kept = bytearray(len(raw))
    for span in spans:
        kept[span.start : span.end] = b"\1" * len(span)
    assert clean("".join(char for char, keep in zip(raw, kept, strict=True) if not keep)).text == ""


def fuzz_dates(data: bytes) -> None:
    """The dates of a text lie in it, in order, and each is a day that there is."""
    text = fold(text_of(data))
    for reference in (None, DateValue("2021-08-04")):
        found = find_dates(text, reference)
        assert found == find_dates(text, reference)
        _ordered([mention.span for mention in found], len(text))
        for mention in found:
            if mention.value is not None:
                _dates(mention.value)


def fuzz_names(data: bytes) -> None:
    """Names as they are found in a text, compared, and made into IRIs."""
    text = text_of(data)
    half = len(text) // 2
    for name in (text, data.decode("utf-8", "replace")):
        for kind in EntityType:
            iri = Minter().entity(entity_key(kind, name))
            assert iri.isascii()
            assert " " not in iri
        names.form(name)
        names.mission(name)
        person_records.untitled(name)
        series.series_of(name)
        series.numbers_of(name)
        spelling.canonical(name)
        assert 0 <= sounds.names_alike(name[:half], name[half:]) <= 1
    try:
        document = document_from_text(_HEAD + text)
    except KgError:
        return
    scan, end = Scan(document), len(document.text)
    for found in (recognize_persons, recognize_meetings, recognize_places, recognize_things):
        for mention in found(scan, 0, end):
            _inside(mention.span, end)


def fuzz_extract(data: bytes) -> None:
    """Every claim stands on its words, every IRI is ASCII, no node is blank, twice gives the same."""
    try:
        document = document_from_text(_HEAD + text_of(data), "a.txt")
    except KgError:
        return
    _document(document)
    found = extract(document)
    again = extract(document)
    assert found == again
    for assertion in found.assertions:
        assert assertion.evidence
        for evidence in assertion.evidence:
            _inside(evidence.span, len(document.raw))
            assert evidence.quote == evidence.span.of(document.raw) != ""
    quads = document_quads(found, Minter())
    assert [str(quad) for quad in quads] == [str(quad) for quad in document_quads(again, Minter())]
    for quad in quads:
        _named(quad)


@cache
def _place() -> Path:
    """A folder for what must be a file."""
    place = Path(tempfile.mkdtemp(prefix="thut-fuzz-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    (place / "tables").mkdir()
    return place


def fuzz_tables(data: bytes) -> None:
    """A table of the lexicon, or a file of decisions, is read or refused."""
    (_place() / "tables" / "a.tsv").write_bytes(data)
    with patch.object(tables, "ontology_path", _place):
        try:
            rows = tables.read_table.__wrapped__("a")
            assert all(row.keys() == rows[0].keys() for row in rows)
        except KgError:
            pass
    text = data.decode("utf-8-sig", "replace")
    one, other = "http://example.org/a", "http://example.org/b"
    for work in (
        lambda: parse_decisions(text),
        lambda: decision_lines(text),
        lambda: decided(text, "same", (one, other), "why"),
        lambda: decided(text, "forget", (one, other)),
    ):
        try:
            work()
        except KgError:
            continue
    try:
        written = decided(text, "same", (one, other), text)
    except KgError:
        return
    assert (one, other) in parse_decisions(written).same


def fuzz_lexicon(data: bytes) -> None:
    """A file of the lexicon is read or refused, and what was read can be looked up."""
    file = _place() / "a.ttl"
    file.write_bytes(data)
    try:
        lexicon = Lexicon(read_entries([file]))
    except KgError:
        return
    lexicon.find("ไทย อาเซียน ASEAN a")
    for entry in lexicon:
        assert entry.name("th")
        lexicon.named(entry.name("en"))


@cache
def _store() -> MemoryStore:
    text = f"{_HEAD}นาง Anna Bell รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น ณ กรุงโตเกียว และรับรองแถลงการณ์ร่วม"
    return MemoryStore(document_quads(extract(document_from_text(text, "a.txt")), Minter()))


def fuzz_query(data: bytes) -> None:
    """What is given for a parameter is a value, never code; any question is answered or refused."""
    known = [q for q in shipped_queries().values() if q.parameters]
    question = known[data[0] % len(known)] if data else known[0]
    # What no UTF-8 is comes from a command line as half of surrogate pairs.
    value = data[1:].decode("utf-8", "surrogateescape") if len(data) % 2 else text_of(data[1:])
    for parameter in question.parameters:
        try:
            query(_store(), question.name, {parameter.name: value})
        except KgError:
            continue
    try:
        query(_store(), value if "{" in value else f"{{{value}")
    except KgError:
        return


def fuzz_graph(data: bytes) -> None:
    """The bytes of a graph are read or refused, and what was read can be stored and asked."""
    form = ("nq", "ttl", "trig", "nt", "jsonld", "rdf")[data[0] % 6] if data else "nq"
    try:
        quads = decode(data[1:], form, _BASE)
        store = MemoryStore(quads)
        query(store, "SELECT ?s { ?s ?p ?o } LIMIT 3")
    except KgError:
        return
    assert len(store) == len(set(quads))


_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tar.xz", ".tar.bz2", ".txt")


def fuzz_archive(data: bytes) -> None:
    """An archive gives its members under tidy names of their own, and says what it cannot give."""
    suffix = _ARCHIVES[data[0] % len(_ARCHIVES)] if data else ".zip"
    file = _place() / f"a{suffix}"
    file.write_bytes(data[1:])
    found = list(find_sources([str(file)], max_bytes=1 << 20, limits=ArchiveLimits(1 << 22, 1000)))
    assert found
    given = [item.name for item in found if isinstance(item, SourceFile)]
    assert len(given) == len(set(given))
    for item in found:
        item.name.encode("utf-8")
        if isinstance(item, SourceFile):
            assert ".." not in item.name.split("/")
            assert not item.name.startswith("/")
            assert len(item.read()) <= 1 << 20
        else:
            assert item.reason
            item.reason.encode("utf-8")


def _document(document: Document) -> None:
    assert len(document.text) == len(document.folded) == document.offsets.length
    _ordered([block.span for block in document.blocks], len(document.text))
    assert all(block.span.of(document.text).strip() for block in document.blocks)
    last = document.offsets.to_raw(Span(0, len(document.text)))
    assert last.end <= len(document.raw)
    assert clean(last.of(document.raw)).text == document.text
    if document.published is not None:
        _dates(document.published)


def _ordered(spans: list[Span], length: int) -> None:
    for span in spans:
        _inside(span, length)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def _inside(span: Span, length: int) -> None:
    assert 0 <= span.start < span.end <= length


def _dates(value: DateValue) -> None:
    for part in filter(None, (value.start, value.until)):
        year, *rest = part.split("-")
        assert len(year) == 4
        date(int(year), *(int(number) for number in rest), *[1] * (2 - len(rest)))


def _named(quad: Quad) -> None:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        assert not isinstance(term, BlankNode)
        assert not isinstance(term, NamedNode) or term.value.isascii()


# How large a share of all runs each target gets: what takes long gets few.
TARGETS: dict[str, tuple[Target, float]] = {
    "clean": (fuzz_clean, 0.20),
    "read": (fuzz_read, 0.18),
    "dates": (fuzz_dates, 0.18),
    "tables": (fuzz_tables, 0.17),
    "graph": (fuzz_graph, 0.19),
    "lexicon": (fuzz_lexicon, 0.05),
    "archive": (fuzz_archive, 0.05),
    "names": (fuzz_names, 0.005),
    "extract": (fuzz_extract, 0.015),
    "query": (fuzz_query, 0.01),
}
