"""The same build on a Dask cluster of real processes: a scheduler and workers, some of which are killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import clumsy
import pytest

from kg.batches.tasks import Job
from kg.build import build
from kg.errors import ComponentError, UsageError, WorkerError

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

from kg.batches.cluster import Cluster  # noqa: E402 - it needs the extra

MANY = 120
SECONDS = 120  # how long a test waits for what must happen


def waited_for(condition) -> None:
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


class Dask:
    """A scheduler and workers, each a process as ``dask scheduler`` and ``dask worker`` start it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.file = folder / "scheduler.json"
        self.log = (folder / "log.txt").open("wb")

    def start(self, workers: int = 2) -> str:
        self.scheduler = self._run("scheduler", "--port", "0", "--no-dashboard")
        waited_for(self.file.exists)
        for _ in range(workers):
            self.worker()
        return json.loads(self.file.read_text(encoding="utf-8"))["address"]

    def worker(self) -> None:
        self._run(
            "worker", "--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder), "--nanny"
        )

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments, "--scheduler-file", str(self.file)],
            env={**os.environ, "PYTHONPATH": clumsy.declared(self.folder / f"path-{len(self.processes)}")},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.log.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler with two workers, and the processes."""
    dask = Dask(tmp_path_factory.mktemp("dask"))
    try:
        yield dask.start(), dask
    finally:
        dask.stop()


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    return clumsy.documents(tmp_path_factory.mktemp("many") / "texts", MANY)


@pytest.fixture(scope="module")
def serial(many, tmp_path_factory) -> Path:
    """What one process makes of them."""
    out = tmp_path_factory.mktemp("serial") / "graph.nq"
    build(many, out, executor="serial")
    return out


def test_a_cluster_gives_the_same_bytes(cluster, many, serial, run, tmp_path):
    address, _ = cluster
    done = run("build", many, "-o", tmp_path / "graph.nq", "--executor", address)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "graph.nq").read_bytes() == serial.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]


def test_workers_that_are_killed_cost_nothing(cluster, many, serial, tmp_path):
    address, _ = cluster
    killed: list[int] = []

    def kill(number, name):  # noqa: ARG001 - what is told of progress
        if len(killed) < 2:
            with distributed.Client(address, set_as_default=False) as client:
                running = client.run(os.getpid)
            victim = running[min(running)]
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)

    build(many, tmp_path / "graph.nq", executor=address, progress=kill)
    assert len(set(killed)) == 2
    assert (tmp_path / "graph.nq").read_bytes() == serial.read_bytes()


@pytest.mark.parametrize(
    "case",
    [
        ("killing-1.txt", "ended every process that read it, 3 times (the process was ended by SIGKILL)", {}),
        ("hungry-1.txt", "it wanted more than 500 MB of memory", {"memory": 500}),
        ("sleeping-1.txt", "took more than 2 s", {"seconds_per_document": 2}),
    ],
)
def test_a_document_that_cannot_be_read_is_named_and_the_rest_is_done(cluster, many, serial, tmp_path, case):
    address, _ = cluster
    name, said, options = case
    (tmp_path / name).write_text(clumsy.TEXT.format(day=1, number=1), encoding="utf-8")
    out = tmp_path / "graph.nq"
    result = build([many, tmp_path / name], out, executor=address, extractor=clumsy.extract, **options)
    (failure,) = result.report.failed
    assert failure.source == name
    assert said in failure.reason
    assert out.read_bytes() == serial.read_bytes()


def test_a_document_that_kills_the_workers_of_the_cluster_themselves_is_named(cluster, tmp_path, monkeypatch):
    address, _ = cluster
    folder = clumsy.documents(tmp_path / "texts", 30, "killing-1.txt")
    monkeypatch.setattr("kg.batches.cluster.read_there", clumsy.read_in_the_worker)
    monkeypatch.setattr("kg.batches.attempts.TRIES", 1)
    result = build(folder, tmp_path / "graph.nq", executor=address, extractor=clumsy.extract)
    (failure,) = result.report.failed
    assert failure.source == "killing-1.txt"
    assert "one worker of the cluster after the other was lost" in failure.reason
    assert len(result.report.documents) == 30


def test_processes_that_the_workers_keep_go_when_the_build_is_done(cluster, many, tmp_path):
    address, dask = cluster
    build(many, tmp_path / "graph.nq", executor=address)
    waited_for(lambda: not reading(dask.folder))


def reading(folder: Path) -> list[str]:
    """The processes that read batches now, of a cluster that was started in ``folder``."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command, environment = (path / "cmdline").read_bytes(), (path / "environ").read_bytes()
        except OSError:
            continue
        if b"kg.batches.worker" in command and os.fsencode(folder) in environment:
            found.append(path.name)
    return found


def test_a_scheduler_that_goes_is_told_and_what_was_read_is_not_read_again(
    many, serial, tmp_path, monkeypatch
):
    dask = Dask(tmp_path)
    log = tmp_path / "read.txt"
    monkeypatch.setenv(clumsy.READ, str(log))
    for folder in clumsy.declared(tmp_path / "path").split(os.pathsep)[:2]:
        monkeypatch.syspath_prepend(folder)
    out = tmp_path / "graph.nq"
    try:
        address = dask.start(1)

        def kill(number, name):  # noqa: ARG001 - what is told of progress
            dask.scheduler.kill()

        with pytest.raises(WorkerError, match=r"see that its scheduler runs.*not read again"):
            build(many, out, executor=address, extractor=clumsy.NAME, progress=kill)
        assert not out.exists()
    finally:
        dask.stop()
    before = len(log.read_text(encoding="utf-8").split())
    build(many, out, extractor=clumsy.NAME, executor="serial")
    after = len(log.read_text(encoding="utf-8").split())
    assert 0 < after - before < MANY
    assert out.read_bytes() == serial.read_bytes()


def test_a_scheduler_without_workers_is_told(tmp_path):
    dask = Dask(tmp_path)
    try:
        address = dask.start(0)
        with pytest.raises(WorkerError, match="has no worker: start some with 'dask worker tcp://"):
            Cluster(address, Job("text.v1", "rules.v1"), tmp_path, patience=0.5)
    finally:
        dask.stop()


def test_an_address_where_nobody_answers_is_wrong_usage(many, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.batches.cluster._CONNECT", 1.0)
    with pytest.raises(UsageError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1 "):
        build(many, tmp_path / "graph.nq", executor="tcp://127.0.0.1:1")
    assert list(tmp_path.iterdir()) == []


def test_workers_with_other_rules_are_refused(cluster, many, tmp_path, monkeypatch):
    address, _ = cluster
    monkeypatch.setattr("kg.batches.cluster.stamp_of", lambda job: "ours")  # noqa: ARG005
    with pytest.raises(UsageError, match=r"another version of Thut.*install the same"):
        build(many, tmp_path / "graph.nq", executor=address)


def test_what_cannot_be_sent_is_refused(cluster, many):
    address, _ = cluster
    with pytest.raises(ComponentError, match="cannot be sent to other processes"):
        build(many, executor=address, extractor=lambda document: document)
