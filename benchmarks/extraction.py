"""How fast Thut reads, beside what a Thai tokenizer needs merely to split the same texts.

    python benchmarks/extraction.py [FOLDER] [--rounds N]

One process, CPU time, the best of the rounds; peak memory is that of this process after extraction.
FOLDER holds .txt files; without it, the corpus beside the checkout, else the samples that ship.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "diplomatic"
SAMPLES = ROOT / "kg" / "samples"


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS if CORPUS.is_dir() else SAMPLES)
    parser.add_argument("--rounds", type=int, default=3, help="how often to read everything")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.txt"))
    if not files:
        parser.error(f"{options.folder} holds no .txt file")
    contents = [(path.read_bytes(), path.name) for path in files]

    from kg.documents import read_document  # noqa: PLC0415 - imports are no part of what is measured
    from kg.extract import extract  # noqa: PLC0415
    from kg.rdf import document_quads  # noqa: PLC0415

    documents = [read_document(*content) for content in contents]
    extract(documents[0])  # loads the lexicon
    reading = best(lambda content: read_document(*content), contents, options.rounds)
    extraction = best(extract, documents, options.rounds)
    mapping = best(document_quads, [extract(document) for document in documents], options.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kilobytes, on Linux

    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415 - after the peak was taken

    word_tokenize("อุ่นเครื่อง", engine="newmm")  # loads its dictionary
    texts = [document.raw for document in documents]
    splitting = best(lambda text: word_tokenize(text, engine="newmm"), texts, options.rounds)

    characters = sum(map(len, texts))
    print(f"{len(documents)} documents, {characters:,} characters, best of {options.rounds} rounds, CPU time")
    print(f"{'':<38}{'seconds':>9}{'documents/s':>13}{'characters/s':>14}")
    for name, seconds in (
        ("read (decode, clean, lay out)", reading),
        ("extract (text in, claims out)", extraction),
        ("map (claims to RDF)", mapping),
        ("read + extract + map", reading + extraction + mapping),
        ("PyThaiNLP newmm, splitting alone", splitting),
    ):
        print(f"{name:<38}{seconds:>9.2f}{len(documents) / seconds:>13.1f}{characters / seconds:>14,.0f}")
    print(f"peak memory {peak:.0f} MB; extraction is {splitting / extraction:.2f} times as fast as newmm")
    return 0


def best(work: Callable[[Any], object], items: Iterable[Any], rounds: int) -> float:
    """The CPU seconds of the fastest round."""
    items = list(items)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
