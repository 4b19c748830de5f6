"""Batches on disk to one graph: the bytes of the graph in memory, however the documents are parted."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from handmade import MEETING, PERSON, claim, document, entity, first, second
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.across import (
    Batch,
    gather,
    graph_quads,
    linking,
    open_batch,
    packed,
    runs,
    unpacked,
    write_batch,
)
from kg.across.runs import Run, Sorter, Workshop, merged, settled, whole
from kg.documents import read_document
from kg.entities.keys import entity_key
from kg.errors import GraphError
from kg.extract import extract
from kg.lexicon import load
from kg.merging import resolve_all
from kg.merging.records import FIELDS
from kg.model import EntityType, Extraction, Modality
from kg.rdf import FORMATS, document_graph, document_quads, encode, read_graph, shared_quads
from kg.vocab import DESCRIBING, Minter

ELSEWHERE = "http://example.org/kg/"
TEXTS = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12)

# Spelt in two ways, and known by a post: what merging brings together.
PEOPLE = [
    entity(entity_key(PERSON, name), PERSON, name, *others)
    for name, *others in (
        ("กษิดิ์พันธุ์ จันทร์ทองใจดี", "Kasidit Jantongjaidee"),
        ("กษิดิ์พันธ์ุ จันทรทองใจดี",),
        ("Kasidit Jantongjaidee",),
        ("มานี ใจกล้าหาญ", "นางมานี"),
    )
]
MEETINGS = [
    entity(entity_key(MEETING, name), MEETING, name)
    for name in (
        "การประชุมผู้นำบิมสเทค ครั้งที่ 6",
        "การประชุมระดับผู้นำ BIMSTEC ครั้งที่ ๖",
        "การประชุมรัฐมนตรีต่างประเทศบิมสเทค",
    )
]
COUNTRIES = [
    entity(f"lex:country-{code}", EntityType.COUNTRY, name)
    for code, name in (("th", "ไทย"), ("ru", "รัสเซีย"), ("zz", "ดินแดนไกล"))
]
THINGS = {e.key: e for e in (*PEOPLE, *MEETINGS, *COUNTRIES)}
SENTENCES = (
    "ผู้นำเข้าร่วมการประชุมเมื่อวันที่ 4 สิงหาคม 2564 ณ กรุงมะนิลา พร้อมด้วยคณะผู้แทนจากทุกกระทรวงที่เกี่ยวข้อง",
    "ผู้นำเข้าร่วมการประชุมเมื่อวันที่ ๔ สิงหาคม ๒๕๖๔ ณ กรุงมะนิลา พร้อมด้วยคณะผู้แทนจากทุกกระทรวงที่เกี่ยวข้อง",
    'กล่าวว่า "จะไป" \\ แล้ว',
    "ลงนามแล้ว",
)
KEYS = st.sampled_from(sorted(THINGS))
MOODS = st.sampled_from(list(Modality))
SURE = st.sampled_from([0.55, 0.8, 0.934])
LITERALS = {
    "holdsPosition": ["รัฐมนตรีว่าการกระทรวงการต่างประเทศ", "นายกรัฐมนตรีญี่ปุ่น"],
    "heldOn": ["2021-08-04", "2021-10", "2021-10-26/2021-10-28"],
    "ordinal": ["6", "7"],
    "mode": ["online"],
}
STATED = st.one_of(
    st.tuples(KEYS, st.sampled_from(["attended", "represents", "partOf", "metWith"]), KEYS, st.just(False)),
    st.sampled_from(sorted(LITERALS)).flatmap(
        lambda name: st.tuples(KEYS, st.just(name), st.sampled_from(LITERALS[name]), st.just(True))
    ),
)
CLAIMS = st.lists(st.tuples(STATED, st.sampled_from(SENTENCES), MOODS, SURE), max_size=6)
CORPORA = st.lists(CLAIMS, min_size=1, max_size=5)


def corpus(told: Sequence[Sequence[tuple]]) -> list[Extraction]:
    """A document for each row of claims."""
    found = []
    for number, rows in enumerate(told):
        title = f'ข่าวที่ {number % 2} "ว่าด้วย" การประชุมของผู้นำทั้งหลาย'
        source = document(f"d-{number}", "\n".join(SENTENCES), title, f"2021-08-0{number + 1}")
        claims = tuple(
            claim(source, subject, predicate, value, quote, mood, sure, literal)
            for (subject, predicate, value, literal), quote, mood, sure in rows
        )
        used = {key for one in claims for key in (one.subject, *([] if one.literal else [one.object]))}
        found.append(Extraction(source, tuple(THINGS[key] for key in sorted(used)), claims))
    return found


def in_memory(extractions: Iterable[Extraction], name: str = "nq", base: str = Minter().base) -> bytes:
    minter = Minter(base)
    quads = [quad for extraction in extractions for quad in document_quads(extraction, minter)]
    beyond = [*shared_quads(quads, load(), minter), *resolve_all(quads, minter=minter)]
    return b"".join(encode([*quads, *beyond], name, base))


def batches_of(folder: Path, parts: Iterable[Sequence[Extraction]], base: str = Minter().base) -> list[Batch]:
    return [write_batch(folder, [document_graph(e, Minter(base)) for e in part]) for part in parts]


def gathered(batches: Sequence[Batch], out: Path, **options: str) -> bytes:
    gather(batches, out, **options)
    return out.read_bytes()


@pytest.fixture(scope="module")
def read(samples) -> list[Extraction]:
    return [extract(read_document(path.read_bytes(), path.name)) for path in sorted(samples.glob("*.txt"))]


@pytest.mark.parametrize("name", FORMATS)
def test_samples_come_out_as_they_do_in_memory(name, read, tmp_path):
    found = gathered(batches_of(tmp_path, [read[::2], read[1::2]]), tmp_path / f"graph.{name}")
    assert found == in_memory(read, name)


@pytest.mark.parametrize("name", ["nq", "ttl"])
def test_hand_made_documents_come_out_as_they_do_in_memory_under_any_base(name, tmp_path):
    made = [first(), second()]
    batches = batches_of(tmp_path, [[e] for e in made], ELSEWHERE)
    assert gathered(batches, tmp_path / f"graph.{name}", base=ELSEWHERE) == in_memory(made, name, ELSEWHERE)


@settings(max_examples=25, deadline=None)
@given(CORPORA, st.data())
def test_however_documents_are_parted_the_bytes_are_the_same(told, data):
    made = corpus(told)
    order = data.draw(st.permutations(made))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(made)), max_size=3)) | {0, len(made)})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        batches = batches_of(folder, [order[a:b] for a, b in pairwise(cuts)])
        assert gathered(batches, folder / "graph.nq") == in_memory(made)


def test_the_hand_made_people_and_meetings_are_merged():
    told = [
        [((person.key, "attended", MEETINGS[0].key, False), SENTENCES[3], Modality.ACTUAL, 0.8)]
        for person in PEOPLE
    ]
    assert b"owl#sameAs" in in_memory(corpus(told))


@settings(max_examples=12, deadline=None)
@given(st.lists(CLAIMS, min_size=4, max_size=8))
def test_what_does_not_fit_into_memory_changes_nothing(told):
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as small:
        for limit, value in (("FAN", 2), ("_CHUNK", 50), ("_HELD", 200)):
            small.setattr(runs, limit, value)
        small.setattr(linking, "_AT_HAND", 2)
        made, folder = corpus(told), Path(name)
        batches = batches_of(folder, [[e] for e in made])
        assert gathered(batches, folder / "graph.nq") == in_memory(made)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_any_text_is_written_as_the_engine_writes_it(title, words, name, rule):
    source = document("odd", words, title)
    odd = entity("topic:odd", EntityType.TOPIC, name, words)
    claims = (
        claim(source, "topic:odd", "holdsPosition", name, words, literal=True, rule=rule),
        claim(source, "topic:odd", "attended", "topic:odd", words, confidence=0.5),
    )
    graph = document_graph(Extraction(source, (odd,), claims))
    quads = document_quads(Extraction(source, (odd,), claims))
    assert b"".join(encode(quads, "nq")).decode() == "".join(f"{line}\n" for line in graph.lines())


def test_statements_are_those_of_the_file(read, tmp_path):
    batches = batches_of(tmp_path, [read])
    data = gathered(batches, tmp_path / "graph.nq")
    assert b"".join(encode(graph_quads(batches), "nq")) == data
    assert list(graph_quads(batches)) == list(read_graph(tmp_path / "graph.nq"))


def test_totals_count_documents_and_statements(tmp_path):
    batches = batches_of(tmp_path, [[first()], [second()]])
    totals = gather(batches, tmp_path / "graph.ttl")
    assert (totals.documents, totals.statements) == (2, len(list(graph_quads(batches))))


def test_no_batches_are_an_empty_graph(tmp_path):
    assert gathered([], tmp_path / "graph.nq") == b""


def test_a_graph_goes_to_standard_output(tmp_path, capfdbinary):
    batches = batches_of(tmp_path, [[first()]])
    gather(batches, "-", "nq")
    assert capfdbinary.readouterr().out == in_memory([first()])


def test_a_batch_written_twice_is_one_batch(tmp_path):
    one, again = batches_of(tmp_path, [[first(), second()], [second(), first()]])
    assert one == again == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{one.digest}.nq", f"{one.digest}.rows"]


def test_a_batch_is_sorted_n_quads(tmp_path):
    (batch,) = batches_of(tmp_path, [[first(), second()]])
    lines = batch.quads.read_bytes().splitlines()
    assert lines == sorted(set(lines))
    assert set(read_graph(batch.quads)) == {q for e in (first(), second()) for q in document_quads(e)}


def test_nothing_is_left_beside_the_batches_and_the_graph(tmp_path):
    (batch,) = batches_of(tmp_path, [[first()]])
    gather([batch], tmp_path / "graph.nq")
    assert {path.suffix for path in tmp_path.iterdir()} == {".nq", ".rows"}


def test_a_batch_travels_as_bytes(tmp_path):
    (batch,) = batches_of(tmp_path, [[first(), second()]])
    there = tmp_path / "there"
    there.mkdir()
    arrived = unpacked(there, packed(batch))
    assert arrived.quads.read_bytes() == batch.quads.read_bytes()
    assert gathered([arrived], there / "graph.nq") == in_memory([first(), second()])


@pytest.mark.parametrize("harm", [lambda data: data[:-9], lambda _: b"", lambda data: data[:40] + data[41:]])
def test_a_batch_that_was_harmed_on_its_way_is_refused(harm, tmp_path):
    (batch,) = batches_of(tmp_path, [[first()]])
    with pytest.raises(GraphError, match="read the documents again"):
        unpacked(tmp_path, harm(packed(batch)))


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-30])])
@pytest.mark.parametrize("suffix", ["nq", "rows"])
def test_a_batch_that_is_half_there_never_counts(harm, suffix, tmp_path):
    (batch,) = batches_of(tmp_path, [[first(), second()]])
    assert open_batch(tmp_path, batch.digest, batch.documents) == batch
    harm(tmp_path / f"{batch.digest}.{suffix}")
    with pytest.raises(GraphError, match="build again"):
        open_batch(tmp_path, batch.digest, batch.documents)
    with pytest.raises(GraphError):
        gather([batch], tmp_path / "graph.ttl")
    assert not (tmp_path / "graph.ttl").exists()


def test_a_document_in_two_batches_is_refused_by_name(tmp_path):
    batches = batches_of(tmp_path, [[first()], [first(), second()]])
    with pytest.raises(GraphError, match="doc/som-17 is in two batches"):
        gather(batches, tmp_path / "graph.nq")


def test_a_document_that_comes_twice_in_a_batch_is_refused_by_name(tmp_path):
    with pytest.raises(GraphError, match="doc/som-17 comes twice"):
        batches_of(tmp_path, [[first(), second(), first()]])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["batch", "work", "graph"])
def test_a_full_disk_is_told_and_what_stood_there_stays(place, read, tmp_path):
    batches = batches_of(tmp_path, [read])
    out = tmp_path / "graph.ttl"
    out.write_text("what stood here", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    work = "work" if place == "work" else "graph"
    code = f"""
import pickle, resource, sys
from kg.across import gather, runs, write_batch
from kg.errors import GraphError
from kg.extract import extract
from kg.documents import read_document
from kg.rdf import document_graph
batches = pickle.loads(sys.stdin.buffer.read())
if {work!r} == "work":
    runs._HELD = 1000  # so that there is work to put on disk before the graph is begun
text = "เมื่อวันที่ 4 สิงหาคม 2564 นายดอน ใจดี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 38 ณ กรุงมะนิลา"
graph = document_graph(extract(read_document(text.encode(), "a.txt")))
limit = {{"batch": 100, "work": 100, "graph": 1 << 16}}[{place!r}]
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if {place!r} == "batch":
        write_batch({str(tmp_path)!r}, [graph])
    else:
        gather(batches, {str(out)!r})
except GraphError as error:
    sys.exit(f"told: {{error}}")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(batches), capture_output=True, check=False
    )
    assert done.stderr.decode().startswith("told: "), done.stderr.decode()
    assert "cannot" in done.stderr.decode()
    assert out.read_text(encoding="utf-8") == "what stood here"
    assert sorted(tmp_path.iterdir()) == before


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path):
    """The same documents under other names, once and ten times: what is held is what a batch holds."""
    code = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from dataclasses import replace
from handmade import claim, document, entity
from kg.across import gather, write_batch
from kg.model import EntityType, Extraction
from kg.rdf import document_graph
words = "ที่ประชุมหารือเรื่องความร่วมมือด้านต่าง ๆ อย่างกว้างขวาง " * 20
def made(number):
    source = document(f"d-{number:05}", words)
    keys = [f"topic:เรื่องที่ {number} {at}" for at in range(20)]
    topics = tuple(entity(key, EntityType.TOPIC, key) for key in keys)
    ends = enumerate(keys[1:], 60)
    claims = tuple(claim(source, keys[0], "discussed", key, words[:at]) for at, key in ends)
    return document_graph(Extraction(source, topics, claims))
size, folder = int(sys.argv[1]), Path(sys.argv[2])
batches = [write_batch(folder, map(made, range(at, at + 20))) for at in range(0, size, 20)]
gather(batches, folder / "graph.nq")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    peaks = []
    for size in (100, 1000):
        folder = tmp_path / str(size)
        folder.mkdir()
        command = [sys.executable, "-c", code, str(size), str(folder), str(Path(__file__).parent)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        peaks.append(int(done.stdout))
    written = (tmp_path / "1000" / "graph.nq").stat().st_size // 1024
    assert peaks[1] - peaks[0] < written / 2, (peaks, written)


@given(st.lists(st.lists(st.lists(TEXTS.map(str.encode), min_size=1), max_size=3), max_size=4))
def test_runs_are_merged_in_order(told):
    sources = [sorted(piece for chunk in chunks for piece in chunk) for chunks in told]
    cut = [[source[at : at + 2] for at in range(0, len(source), 2)] for source in sources]
    found = [piece for chunk in merged(map(iter, cut)) for piece in chunk]
    assert found == sorted(piece for source in sources for piece in source)


def test_pieces_about_one_subject_become_one_wherever_chunks_end():
    pieces = [b"<a#1> x\n<a#2> y\n", b"<a#1> z\n", b"<a> x\n", b"<ab> x\n", b"<ab> x\n"]
    whole_chunk = [piece for chunk in settled([pieces]) for piece in chunk]
    assert whole_chunk == [b"<a#1> x\n<a#1> z\n<a#2> y\n", b"<a> x\n", b"<ab> x\n"]
    assert [piece for chunk in settled([[piece] for piece in pieces]) for piece in chunk] == whole_chunk


def test_a_file_that_lost_its_end_is_an_error(tmp_path):
    run = Workshop(tmp_path).put([[b"one\ntwo\n", b"three\n"]], pieces=True)
    assert list(run.chunks()) == [[b"one\ntwo\n", b"three\n"]]
    run.content.path.write_bytes(b"one\n")
    with pytest.raises(OSError, match="shorter"):
        list(run.chunks())


def test_a_sorter_leaves_no_file_when_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "_HELD", 10)
    sorter = Sorter(Workshop(tmp_path))
    lines = [f"{number:03}\n".encode() for number in range(100)]
    for line in reversed(lines):
        sorter.add(line)
    assert list(tmp_path.iterdir())
    assert list(sorter.lines()) == lines
    assert not list(tmp_path.iterdir())


def test_lines_of_any_length_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "_CHUNK", 4)
    path = tmp_path / "lines"
    path.write_bytes(b"a\n\nlonger than a chunk\nb\n")
    found = [line for chunk in Run(whole(path)).chunks() for line in chunk]
    assert found == [b"a\n", b"\n", b"longer than a chunk\n", b"b\n"]


def test_rows_tell_all_that_records_ask_for():
    assert {name for fields in FIELDS.values() for name in fields} <= set(DESCRIBING)
