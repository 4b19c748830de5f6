"""The process of a worker: opens the graph, then answers what comes in until nothing more can come."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from contextlib import suppress
from typing import BinaryIO

from kg.batches.limits import hold_to
from kg.errors import KgError, QueryError, ServeError
from kg.serve.workers import LENGTH
from kg.store import open_graph


def main() -> None:
    """Answer questions from standard input on standard output."""
    path, memory = sys.argv[1], int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends its workers
    # Nothing but answers goes to the server, whatever a library prints.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        store = open_graph(path)
    except KgError as error:
        _send(answers, error)
        return
    hold_to(memory)
    _send(answers, None)
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, questions), daemon=True).start()
    while True:
        work, arguments = pickle.loads(questions.get())  # noqa: S301 - from the server that started us
        try:
            store.refresh()
            value = work(store, *arguments)
        except KgError as error:
            value = error
        except MemoryError:
            value = QueryError(
                f"the question needs more than {memory >> 20} MB of memory: "
                "bind more of its variables or add LIMIT"
            )  # fmt: skip
        except Exception:  # noqa: BLE001 - whoever asked must hear of it, and the next question be answered
            traceback.print_exc()
            value = ServeError("the server failed at this question; its log tells where")
        _send(answers, value)


def _listen(source: BinaryIO, questions: queue.SimpleQueue[bytes]) -> None:
    """Hand on what comes in; once the server is gone, end at once, whatever is being worked on."""
    while True:
        head = source.read(LENGTH)
        body = source.read(int.from_bytes(head)) if len(head) == LENGTH else b""
        if not body:
            os._exit(0)
        questions.put(body)


def _send(answers: BinaryIO, value: object) -> None:
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    with suppress(BrokenPipeError):
        answers.write(len(body).to_bytes(LENGTH) + body)
        answers.flush()
