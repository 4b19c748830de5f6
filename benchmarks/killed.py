"""Whether a store outlives being killed: `kg sync` is ended by SIGKILL again and again, at random moments.

    python benchmarks/killed.py [FOLDER] [--times N] [--documents N]

Before each turn some documents of a folder are changed, taken away or brought back, so that there is always
work to do. After each kill the store must open, and each document in it must be whole: what it states is
what the one or the other version of its file states. In the end one undisturbed run must leave the
bytes that a new store of the same folder has.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from material import DIPLOMATIC, told

# From before the store is opened until after it is closed; at first, and then nearer to
# what the last run took that was not killed, since machines differ.
SHORTEST, LONGEST = 0.2, 3.0
GOES = 0.2  # of the documents that are changed


def main() -> int:
    """Kill, look, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DIPLOMATIC)
    parser.add_argument("--times", type=int, default=200, help="how often to kill at work")
    parser.add_argument("--documents", type=int, default=40, help="how many documents the folder has")
    options = parser.parse_args()
    print(f"measured with {told(options.folder)}", file=sys.stderr, flush=True)
    files = sorted(options.folder.glob("*.txt"))[: options.documents]
    with tempfile.TemporaryDirectory() as place:
        return _run(files, Path(place), options.times)


def _run(files: list[Path], place: Path, times: int) -> int:
    from kg.errors import KgError  # noqa: PLC0415
    from kg.upkeep import sync  # noqa: PLC0415

    chance = random.Random(2569)  # noqa: S311 - the same moments each time
    folder, store = place / "documents", place / "store"
    folder.mkdir()
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    versions: dict[str, list[set[object]]] = defaultdict(lambda: [set()])
    counts: dict[str, int] = defaultdict(int)
    turn, longest = 0, LONGEST
    while counts["killed at work"] < times:
        _change(folder, texts, versions, turn, chance)
        command = [sys.executable, "-m", "kg", "sync", str(store), str(folder)]
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        began = time.monotonic()
        try:
            process.wait(chance.uniform(SHORTEST, longest))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            counts["killed at work"] += 1
        else:
            counts["done before the kill"] += 1
            longest = (longest + time.monotonic() - began) / 2
        try:
            wrong = _halves(store, versions)
        except KgError as error:
            wrong = [str(error)]
        counts["wrong"] += bool(wrong)
        for what in wrong:
            print(f"turn {turn}: {what}")
        turn += 1
    result = sync(store, folder)
    sync(place / "new", folder)
    same = _bytes(store) == _bytes(place / "new")
    print(", ".join(f"{number} {what}" for what, number in sorted(counts.items())))
    print(
        f"{result.documents} documents in the end, bytes {'equal to' if same else 'OTHER THAN'} a new store's"
    )
    return 0 if same and not counts["wrong"] else 1


def _change(
    folder: Path,
    texts: dict[str, str],
    versions: dict[str, list[set[object]]],
    turn: int,
    chance: random.Random,
) -> None:
    """Bring back, change or take away a third of the documents."""
    names = sorted(texts)
    for name in names if turn == 0 else chance.sample(names, max(1, len(names) // 3)):
        file = folder / name
        if turn and chance.random() < GOES:
            file.unlink(missing_ok=True)
            continue
        # A paragraph more, or that of another document: other facts, other merges.
        other = texts[chance.choice(names)].split("\n\n")[0]
        text = f"{texts[name]}\n\n{chance.choice((other, ''))}"
        file.write_text(text, encoding="utf-8")
        graph, quads = _graph(text, name)
        if quads not in versions[graph]:
            versions[graph].append(quads)


def _graph(text: str, name: str) -> tuple[str, set[object]]:
    from kg.documents import read_document  # noqa: PLC0415
    from kg.extract import extract  # noqa: PLC0415
    from kg.rdf import document_quads  # noqa: PLC0415
    from kg.vocab import Minter  # noqa: PLC0415

    document = read_document(text.encode("utf-8"), name)
    return Minter().document(document.id), set(document_quads(extract(document)))


def _halves(store: Path, versions: dict[str, list[set[object]]]) -> list[str]:
    """The documents of which the store holds neither the one version nor the other."""
    from pyoxigraph import NamedNode  # noqa: PLC0415

    from kg.store.disk import DiskStore  # noqa: PLC0415

    if not (store / "ledger.sqlite").exists():
        return []
    opened = DiskStore(store)
    return [
        f"half of {graph}"
        for graph, whole in sorted(versions.items())
        if set(opened.quads(NamedNode(graph))) not in whole
    ]


def _bytes(store: Path) -> bytes:
    from kg.export import export  # noqa: PLC0415

    file = store.with_suffix(".nq")
    export(store, file)
    data = file.read_bytes()
    file.unlink()
    return data


if __name__ == "__main__":
    sys.exit(main())
