"""What a server was sent: a line a graph, appended as it goes, so that nothing is lost with the process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from kg.errors import GraphError
from kg.rdf.atomic import write_bytes

# Beyond so many lines for each graph the file is written anew.
_LINES = 4


class Journal:
    """What one server has, by graph the digest of its content; other servers keep their lines in the file.

    Args:
        path: the file; None keeps nothing beyond the process.
        server: the address of the server.

    Raises:
        GraphError: the file cannot be read or is no state file.
    """

    def __init__(self, path: Path | None, server: str) -> None:
        self._path, self._server = path, server
        self._servers: dict[str, dict[str, str]] = {}
        self._file: BinaryIO | None = None
        lines = self._read() if path is not None else 0
        kept = sum(map(len, self._servers.values()))
        if path is not None and lines > _LINES * max(kept, 25):
            every = ((at, *pair) for at, graphs in self._servers.items() for pair in graphs.items())
            write_bytes(path, [_line(*each) for each in every])

    @property
    def known(self) -> Mapping[str, str]:
        """The digest of each graph that the server has, in the order in which they were first sent."""
        return self._servers.setdefault(self._server, {})

    def note(self, graph: str, digest: str) -> None:
        """The server now has ``graph`` with this digest; with none: no longer has it.

        Raises:
            GraphError: the file cannot be written.
        """
        self._take(self._server, graph, digest)
        if self._path is None:
            return
        try:
            if self._file is None:
                self._file = self._path.open("ab")
            self._file.write(_line(self._server, graph, digest))
            self._file.flush()
        except OSError as error:
            raise GraphError(
                f"{self._path}: cannot note what was sent: {error.strerror or error}; "
                "name another file with --state"
            ) from error

    def forget(self) -> None:
        """The server has nothing that we know of."""
        for graph in list(self.known):
            self.note(graph, "")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _take(self, server: str, graph: str, digest: str) -> None:
        graphs = self._servers.setdefault(server, {})
        if digest:
            graphs[graph] = digest
        else:
            graphs.pop(graph, None)

    def _read(self) -> int:
        assert self._path is not None  # noqa: S101 - for the type checker
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise GraphError(f"{self._path}: cannot read: {error.strerror or error}") from error
        whole, _, cut = data.rpartition(b"\n")
        lines = whole.split(b"\n") if whole else []
        for number, line in enumerate(lines, 1):
            try:
                said = json.loads(line)
                self._take(said["server"], said["graph"], said["digest"])
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise GraphError(
                    f"{self._path}, line {number}: no line of a state file; "
                    "remove the file to send everything again"
                ) from error
        if cut:
            # Of a process that was killed as it wrote: that graph is sent again.
            write_bytes(self._path, [whole + b"\n" if whole else b""])
        return len(lines)


def _line(server: str, graph: str, digest: str) -> bytes:
    return (json.dumps({"server": server, "graph": graph, "digest": digest}) + "\n").encode("ascii")
