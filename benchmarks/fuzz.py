"""Random input by the million: nothing but KgError may come out, and what must hold must hold.

    python benchmarks/fuzz.py [--runs N | --seconds N] [--target NAME …] [--engine plain|atheris] [--seed N]

The runs are split over the targets of ``tests/fuzz_targets.py`` by what each run costs. Four in five are
mutated seeds (``plain``: no package, the same inputs each time), one in five Atheris makes, which looks for
inputs that reach lines not reached before; without Atheris (``pip install 'thut[fuzz]'``) all are ``plain``.
What is found is written to ``tests/findings/TARGET/``; ``tests/test_findings.py`` holds it from then on.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
FINDINGS = ROOT / "tests" / "findings"
SAMPLES = ROOT / "kg" / "samples"
MOST = 5  # findings of one target, with Atheris
LONGEST = 240  # bytes of an input; some need more to say anything
LONGER = {"read": 800, "tables": 600, "lexicon": 1024, "archive": 2048, "graph": 2048}
KNOWN = 0.8  # of the inputs begin as a seed
SLOW = 20.0  # seconds of CPU that no run takes
ENGINES = {"plain": 0.8, "atheris": 0.2}  # the share of all runs


def main() -> int:
    """Run, and tell by target what was run and found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=100_000, help="in all")
    parser.add_argument("--seconds", type=float, help="in all; instead of a number of runs")
    parser.add_argument("--target", nargs="*", help="only these")
    parser.add_argument("--engine", choices=[*ENGINES], help="only this")
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return _atheris(options.inside, options.runs, options.seconds, options.seed)
    from fuzz_targets import TARGETS  # noqa: PLC0415 - Atheris must import it itself

    chosen = options.target or list(TARGETS)
    engines = [options.engine] if options.engine else list(ENGINES)
    if importlib.util.find_spec("atheris") is None:
        engines = ["plain"]
    whole = sum(TARGETS[name][1] for name in chosen)
    found = 0
    print(f"{'target':<10}{'engine':<9}{'runs':>10}{'s':>8}  found")
    for name in chosen:
        for engine in engines:
            part = ENGINES[engine] / sum(ENGINES[one] for one in engines)
            share = part * TARGETS[name][1] / whole
            seconds = options.seconds and part * options.seconds / len(chosen)
            run = _plain if engine == "plain" else _guided
            began = time.monotonic()
            runs, faults = run(name, round(options.runs * share), seconds, options.seed)
            found += len(faults)
            took = time.monotonic() - began
            print(f"{name:<10}{engine:<9}{runs:>10,}{took:>8.0f}  {len(faults)}", flush=True)
            for fault in faults:
                print(f"    {fault}", flush=True)
    return 1 if found else 0


def _plain(name: str, runs: int, seconds: float | None, seed: int) -> tuple[int, list[str]]:
    from fuzz_targets import TARGETS  # noqa: PLC0415 - Atheris must import it itself

    target = TARGETS[name][0]
    faults: dict[str, str] = {}
    until = time.monotonic() + seconds if seconds else float("inf")
    done = 0
    for data in _inputs(name, seed):
        if (done >= runs and not seconds) or time.monotonic() > until:
            break
        done += 1
        began = time.process_time()
        try:
            target(data)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
            if place not in faults:
                faults[place] = f"{place}: {str(error)[:200]} ({_keep(name, data)})"
        if time.process_time() - began > SLOW:
            faults.setdefault("slow", f"{time.process_time() - began:.0f} s ({_keep(name, data)})")
    return done, list(faults.values())


def _keep(name: str, data: bytes) -> Path:
    place = FINDINGS / name / hashlib.sha256(data).hexdigest()[:12]
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place.relative_to(ROOT)


def _inputs(name: str, seed: int) -> Iterator[bytes]:
    """Mutated seeds without end."""
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - the same inputs each time
    seeds = _seeds(name)
    longest = LONGER.get(name, LONGEST)
    while True:
        known = chance.random() < KNOWN
        data = bytearray(
            chance.choice(seeds) if known else chance.randbytes(chance.randrange(1, longest // 4))
        )
        if len(data) > longest:
            at = chance.choice((0, chance.randrange(len(data) - longest // 2)))
            data = data[at : at + chance.randrange(1, longest)]
        for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 9))):
            _mutate(data, chance, seeds)
        yield bytes(data)


def _mutate(data: bytearray, chance: random.Random, seeds: list[bytes]) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 1, 2, 4, 16, 64)))
    what = chance.choice(("delete", "insert", "repeat", "splice", "awkward", "flip", "byte"))
    if what == "delete":
        del data[at:end]
    elif what == "insert":
        data[at:at] = chance.randbytes(chance.choice((1, 2, 4, 16)))
    elif what == "repeat":
        data[at:at] = data[at:end] * chance.choice((1, 2, 9))
    elif what == "splice":
        other = chance.choice(seeds)
        begin = chance.randrange(len(other) + 1)
        data[at:end] = other[begin : begin + chance.choice((2, 8, 40, 200))]
    elif what == "awkward":
        data[at:end] = chance.choice(_AWKWARD)
    elif data and what == "flip":
        data[at % len(data)] ^= 1 << chance.randrange(8)
    elif data:
        data[at % len(data)] = chance.choice((0, 9, 10, 13, 32, 34, 39, 60, 62, 92, 127, 128, 255))


_AWKWARD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u200b".encode(), "\u2028".encode(),
    "ํา".encode(), b"\t", b"\n", b"\r\n", b"\\u0000", b"\\uD800", b"<http://[>", b"_:b", b"<<( ", b'"' * 3,
    b"{", b"}", b"../", b"/", b"\xf4\x8f\xbf\xbf",
    b"9999999999999999999", b"-1", b"0000", "๙๙๙๙".encode(), b"#", b"@", b"^^",
    b"PREFIX a: <", b"FROM <//[>", b"BASE <",
)  # fmt: skip


def _seeds(name: str) -> list[bytes]:
    """What a target understands, to begin with."""
    found = [path.read_bytes() for path in sorted((FINDINGS / name).glob("*"))]
    texts = [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))]
    if name == "read":
        for text in (data.decode() for data in texts):
            found += [text.encode(codec, "replace") for codec in ("utf-8", "utf-16", "cp874")]
    elif name == "tables":
        found += [path.read_bytes() for path in sorted((ROOT / "ontology" / "tables").glob("*.tsv"))]
        found.append(b"verdict\tIRI\tIRI\twhy\nsame\thttp://e.org/b\thttp://e.org/a\tone\n# c\n")
        found.append(b"verdict\tIRI\tIRI\twhy\nnot-same\thttp://example.org/b\thttp://example.org/a\n")
    elif name == "lexicon":
        found += [path.read_bytes()[:1024] for path in sorted((ROOT / "ontology" / "lexicon").glob("*.ttl"))]
    elif name in {"graph", "archive"}:
        found += list(_graphs() if name == "graph" else _archives(texts))
    elif name == "query":
        found += [bytes([number]) + value for number in range(20) for value in _VALUES]
    chance = random.Random(name)  # noqa: S311 - as above
    return found + [chance.randbytes(2 * length) for length in (1, 4, 12, 40, 120)]


_VALUES = (
    "ญี่ปุ่น".encode(), b"2564", b"2021-10-01", b"0.6", b"http://example.org/a", b"attended", b"", b'"} INSERT {',
    b"SELECT * FROM <a> FROM NAMED <b> { ?s ?p ?o }",
    b"PREFIX e: <http://e/> BASE <http://e/> ASK FROM e:a { }",
    b"CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p 'a\\'b' . FILTER(?o = 'x'@th) }",
)  # fmt: skip


def _graphs() -> Iterator[bytes]:
    from kg.build import quads_of  # noqa: PLC0415 - what is imported before Atheris is not seen by it
    from kg.documents import document_from_text  # noqa: PLC0415
    from kg.extract import extract  # noqa: PLC0415
    from kg.rdf import write_graph  # noqa: PLC0415

    text = "วันนี้ (4 ส.ค. 2564) นายก้อง ชูดี ได้หารือกับเอกอัครราชทูตญี่ปุ่น"
    quads = quads_of(extract(document_from_text(text)))[:40]
    with tempfile.TemporaryDirectory() as place:
        for number, form in enumerate(("nq", "ttl", "trig", "nt", "jsonld", "rdf")):
            path = Path(place) / f"a.{form}"
            write_graph(quads, path)
            yield bytes([number]) + path.read_bytes()[:2047]


def _archives(texts: list[bytes]) -> Iterator[bytes]:
    import io  # noqa: PLC0415 - only here
    import tarfile  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts[:3]):
            archive.writestr(f"ข่าว/{number}.txt", text[:600])
        archive.writestr("b.pdf", b"x")
    yield b"\x00" + packed.getvalue()
    for number, mode in enumerate(("w", "w:gz", "w:xz", "w:bz2"), 1):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
            for name in ("a.txt", "d/ข่าว.txt"):
                info = tarfile.TarInfo(name)
                info.size = 300
                archive.addfile(info, io.BytesIO(texts[0][:300]))
        yield bytes([number]) + packed.getvalue()


def _guided(name: str, runs: int, seconds: float | None, seed: int) -> tuple[int, list[str]]:
    """Run Atheris in processes of its own, anew after each finding, since it ends with one."""
    left, faults = runs, Counter[str]()
    until = time.monotonic() + seconds if seconds else None
    while (left > 0 or seconds) and (until is None or time.monotonic() < until) and len(faults) < MOST:
        command = [sys.executable, __file__, "--inside", name, "--runs", str(left), "--seed", str(seed)]
        if until is not None:
            command += ["--seconds", str(max(1, round(until - time.monotonic())))]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        said = done.stdout + done.stderr
        counted = re.findall(r"(?:number_of_executed_units: *|^#)(\d+)", said, re.MULTILINE)
        left -= int(counted[-1]) if counted else left
        if done.returncode == 0:
            break
        reason = re.findall(r"^(?:\w+\.)*\w*(?:Error|Exception).*$|ERROR: libFuzzer.*$", said, re.MULTILINE)
        faults[" / ".join(reason[:2])[:300] or said[-300:]] += 1
        seed += 1
    return runs - left, list(faults)


def _atheris(name: str, runs: int, seconds: float | None, seed: int) -> int:
    import atheris  # noqa: PLC0415 - not everybody has it

    with atheris.instrument_imports(include=["kg"]):
        from fuzz_targets import TARGETS  # noqa: PLC0415 - here it is seen
    kept = FINDINGS / name
    kept.mkdir(parents=True, exist_ok=True)
    longest = LONGER.get(name, LONGEST)
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(_seeds(name)):
            (Path(corpus) / str(number)).write_bytes(data[:longest])
        arguments = [f"-seed={seed}", f"-max_len={longest}", f"-artifact_prefix={kept}/"]
        arguments += ["-print_final_stats=1"]
        arguments += [f"-max_total_time={round(seconds)}"] if seconds else [f"-runs={runs}"]
        atheris.Setup([sys.argv[0], *arguments, f"-timeout={SLOW:.0f}", corpus], TARGETS[name][0])
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
