"""Processes that are killed, memory and disks that run out: what was good is done, nothing is left behind."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

import clumsy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.across import Batch
from kg.batches.attempts import TRIES, carried_out
from kg.batches.executors import Processes
from kg.batches.planning import Plan
from kg.batches.tasks import Died, Job, Outcome, Task
from kg.build import build
from kg.errors import WorkerError

MANY = 120
SECONDS = 120  # how long a test waits for what must happen


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """A folder of documents enough for worker processes."""
    return clumsy.documents(tmp_path_factory.mktemp("many") / "texts", MANY)


@pytest.fixture(scope="module")
def whole(many, tmp_path_factory) -> bytes:
    """The graph of them that one undisturbed process makes."""
    out = tmp_path_factory.mktemp("whole") / "graph.nq"
    build(many, out, executor="serial")
    return out.read_bytes()


@pytest.fixture
def among(many, tmp_path):
    """The same documents with one of a name that the extractor stumbles over."""

    def among(name: str) -> Path:
        folder = tmp_path / "texts"
        folder.mkdir()
        for path in many.iterdir():
            (folder / path.name).hardlink_to(path)
        (folder / name).write_text(clumsy.TEXT.format(day=1, number=1), encoding="utf-8")
        return folder

    return among


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in {"texts", "path", "read.txt"})


def waited_for(condition) -> None:
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(tmp_path, monkeypatch):
    gate, log = tmp_path / "gate", tmp_path / "log"
    gate.touch()
    monkeypatch.setenv(clumsy.GATE, str(gate))
    monkeypatch.setenv(clumsy.READ, str(log))
    folder = clumsy.documents(tmp_path / "texts", MANY, "waiting-1.txt")
    job = Job("text.v1", clumsy.extract)
    executor = Processes(job, tmp_path, 2)
    killed: list[int] = []

    def kill() -> None:
        # One of them is in the middle of a document; whatever the other is at, it is hit too.
        waited_for(lambda: "waiting" in log.read_text(encoding="utf-8"))
        for victim in executor.processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)
        gate.unlink()

    log.touch()
    thread = threading.Thread(target=kill)
    thread.start()
    try:
        outcomes = list(carried_out(Plan([str(folder)]), executor, job))
    finally:
        gate.unlink(missing_ok=True)
        thread.join()
        executor.close()
    names = sorted(item.name for task, _ in outcomes for item in task.items)
    assert names == left(folder)
    assert sum(outcome.batch.documents for _, outcome in outcomes) == MANY + 1
    assert log.read_text(encoding="utf-8").count("waiting-1.txt") == 2
    assert killed


def test_the_graph_is_whole_after_workers_were_killed(many, whole, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.batches.work.Processes", Doomed)
    build(many, tmp_path / "graph.nq", workers=2, executor="processes")
    assert (tmp_path / "graph.nq").read_bytes() == whole
    assert left(tmp_path) == ["graph.nq"]


class Doomed(Processes):
    """Processes of which the first two are killed as soon as they read."""

    killed = 0

    def submit(self, task) -> None:
        super().submit(task)
        if self.killed < 2:
            waited_for(lambda: self.processes)
            os.kill(self.processes[0], signal.SIGKILL)
            self.killed += 1


@pytest.mark.parametrize(
    "case",
    [
        ("killing-1.txt", "ended every process that read it, 3 times (the process was ended by SIGKILL)", {}),
        ("hungry-1.txt", "(it wanted more than 500 MB of memory): it is left out", {"memory": 500}),
        ("stuck-1.txt", "took more than 1 s and was stopped", {"seconds_per_document": 1}),
    ],
)
def test_a_document_that_ends_its_process_is_named_and_the_rest_is_done(
    among, whole, tmp_path, monkeypatch, case
):
    name, said, options = case
    monkeypatch.setattr("kg.batches.worker.GRACE", 0.5)
    folder = among(name)
    result = build(folder, tmp_path / "graph.nq", extractor=clumsy.extract, executor="processes", **options)
    (failure,) = result.report.failed
    assert failure.source == name
    assert said in failure.reason
    assert len(result.report.documents) == MANY
    assert (tmp_path / "graph.nq").read_bytes() == whole
    assert left(tmp_path) == ["graph.nq"]


def test_a_document_of_an_archive_that_kills_is_named_too(among, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "texts-in"), "zip", among("killing-1.txt"))
    result = build(archive, extractor=clumsy.extract, executor="processes")
    assert [failure.source for failure in result.report.failed] == ["killing-1.txt"]
    assert len(result.report.documents) == MANY


def test_a_document_is_tried_three_times(tmp_path, monkeypatch):
    log = tmp_path / "read.txt"
    monkeypatch.setenv(clumsy.READ, str(log))
    folder = clumsy.documents(tmp_path / "texts", 3, "killing-1.txt")
    build(folder, extractor=clumsy.extract, executor="processes", workers=1)
    read = log.read_text(encoding="utf-8").split()
    assert read.count("killing-1.txt") == TRIES
    assert read.count("good-000.txt") == TRIES + 1


class Unlucky:
    """An executor whose processes die of certain documents, and do not tell which one it was."""

    room = 4

    def __init__(self, deadly: Callable[[str], bool], isolates: bool) -> None:
        self.deadly, self.isolates = deadly, isolates
        self.running: deque[Task] = deque()
        self.together = 0
        self.read: Counter[str] = Counter()

    def submit(self, task: Task) -> None:
        self.running.append(task)
        if len(task.items) == 1:
            self.together = max(self.together, len(self.running))

    def next(self) -> tuple[Task, Outcome | Died]:
        task = self.running.popleft()
        names = [item.name for item in task.items]
        self.read.update(names)
        if any(map(self.deadly, names)):
            return task, Died("lost")
        return task, Outcome(Batch("", "", len(names)))

    def close(self) -> None:
        pass


@pytest.mark.parametrize("isolates", [True, False])
@given(deadly=st.sets(st.integers(0, MANY - 1), max_size=5))
@settings(max_examples=20, deadline=None)
def test_whatever_documents_kill_they_alone_are_named(many, isolates, deadly):
    executor = Unlucky(lambda name: int(name[5:8]) in deadly, isolates)
    outcomes = [outcome for _, outcome in carried_out(Plan([str(many)]), executor, Job("", ""))]
    failures = {failure.source for outcome in outcomes for failure in outcome.failures}
    assert failures == {f"good-{at:03}.txt" for at in deadly}
    assert sum(outcome.batch.documents for outcome in outcomes if outcome.batch) == MANY - len(deadly)
    assert max(executor.read.values()) <= 2 * TRIES
    if not isolates:
        assert executor.together <= 1


def test_where_no_process_can_read_the_build_says_so_and_ends(many):
    executor = Unlucky(lambda name: True, isolates=True)  # noqa: ARG005
    with pytest.raises(WorkerError, match=r"again and again \(lost\).*executor 'serial'"):
        list(carried_out(Plan([str(many)]), executor, Job("", "")))
    assert executor.read.total() < 10 * MANY


# The build itself is killed


@pytest.fixture
def command(tmp_path):
    """Starts ``kg build`` with an extractor that notes what it reads."""
    log = tmp_path / "read.txt"
    log.touch()
    gate = tmp_path / "path" / "gate"
    path = clumsy.declared(gate.parent)
    gate.touch()

    def command(*arguments: str | Path, **options) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "kg", "build", *map(str, arguments), "--extractor", clumsy.NAME],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, clumsy.READ: str(log), clumsy.GATE: str(gate), "PYTHONPATH": path},
            **options,
        )

    return command, lambda: log.read_text(encoding="utf-8").split()


def all_but_one(read) -> None:
    """Wait until every document but the one that takes its time is read, and noted."""
    waited_for(lambda: len(read()) == MANY + 1)
    time.sleep(2)


def children(process: int) -> Iterator[int]:
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            yield int(status.parent.name)


def ended(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_a_build_that_is_killed_goes_on_where_it_was(among, tmp_path, command, executor):
    start, read = command
    folder = among("waiting-1.txt")
    out = tmp_path / "graph.nq"
    arguments = (folder, "-o", out, "--executor", executor, "--workers", 2)
    build_ = start(*arguments)
    all_but_one(read)
    workers = list(children(build_.pid))
    build_.kill()
    build_.communicate()
    assert left(tmp_path) == [".graph.nq.work"]
    waited_for(lambda: all(map(ended, workers)))
    first = read()
    (tmp_path / "path" / "gate").unlink()
    again = start(*arguments)
    said = again.communicate()[1].decode()
    assert (again.returncode, said) == (0, "")
    second = read()[len(first) :]
    assert len(second) <= MANY / 2
    assert len({*first, *second}) == MANY + 1
    assert left(tmp_path) == ["graph.nq"]
    build(folder, tmp_path / "undisturbed.nq")
    assert out.read_bytes() == (tmp_path / "undisturbed.nq").read_bytes()


@pytest.mark.skipif(signal.getsignal(signal.SIGINT) == signal.SIG_IGN, reason="^C is not heard here")
def test_ctrl_c_ends_the_workers_and_the_same_command_does_the_rest(among, tmp_path, command):
    start, read = command
    folder = among("waiting-1.txt")
    arguments = (folder, "-o", tmp_path / "graph.nq", "--workers", 2)
    build_ = start(*arguments, start_new_session=True)
    all_but_one(read)
    workers = list(children(build_.pid))
    assert len(workers) == 2
    os.killpg(build_.pid, signal.SIGINT)
    said = build_.communicate()[1].decode()
    assert "Traceback" not in said
    assert "kg: stopped; the same command goes on" in said
    assert build_.returncode == 1
    assert all(map(ended, workers))
    before = len(read())
    (tmp_path / "path" / "gate").unlink()
    assert start(*arguments).communicate()[1] == b""
    assert len(read()) - before <= MANY / 2
    assert left(tmp_path) == ["graph.nq"]


# The disk is full


@pytest.fixture
def disk(tmp_path):
    """Makes a disk of so many kilobytes, where we may."""
    place = tmp_path / "disk"
    place.mkdir()

    def disk(size: int) -> Path:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", place]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here; the limit on the size of files is tested all the same")
        return place

    yield disk
    if place.is_mount():
        subprocess.run(["umount", "--lazy", place], check=True)


def limited() -> None:
    """Files of more than 100 kB cannot be written by this process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


@pytest.mark.parametrize(
    "case",
    [
        ("graph.nq", 300, "serial"),
        ("graph.nq", 300, "processes"),
        ("graph.ttl", 700, "processes"),
        ("folder", 1200, "serial"),
    ],
)
def test_a_full_disk_is_told_and_leaves_what_stood_there(many, disk, run, case):
    name, size, executor = case
    place = disk(size)
    out = place / name
    assert run("build", min(many.iterdir()), "-o", out).returncode == 0
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    done = run("build", many, "-o", out, "--executor", executor)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "cannot" in line
    assert "No space left on device" in line
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_a_file_that_may_not_grow_is_told_and_leaves_what_stood_there(many, tmp_path, executor, command):
    start, _ = command
    (tmp_path / "graph.nq").write_text("mine", encoding="utf-8")
    done = start(many, "-o", tmp_path / "graph.nq", "--executor", executor, preexec_fn=limited)
    (line,) = done.communicate()[1].decode().splitlines()
    assert done.returncode == 2
    assert "cannot write" in line
    assert (tmp_path / "graph.nq").read_text(encoding="utf-8") == "mine"
    assert left(tmp_path) == ["graph.nq"]


def test_a_work_folder_that_the_user_named_keeps_what_was_read_when_the_disk_is_full(many, tmp_path, command):
    start, read = command
    work = tmp_path / "work"
    out = tmp_path / "missing"
    out.mkdir()
    done = start(many, "-o", out / "graph.nq", "--work", work, "--executor", "serial", preexec_fn=limited)
    done.communicate()
    assert done.returncode == 2
    before = len(read())
    assert start(many, "-o", out / "graph.nq", "--work", work).communicate()[1] == b""
    assert left(out) == ["graph.nq"]
    assert before <= len(read()) <= MANY + before
