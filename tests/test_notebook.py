"""The notebook runs from its first cell to its last, offline, and each answer has its words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
KERNEL = "thut-test"

# Runs before the first cell: whoever writes outside the temporary folder or calls abroad gets an error.
GUARD = """
import os, sys, tempfile

def guard(event, details, allowed=os.path.realpath(tempfile.gettempdir())):
    if event == "open" and not isinstance(details[0], int):
        path = os.path.realpath(os.fsdecode(details[0]))
        writes = details[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and path != os.devnull and not path.startswith(allowed + os.sep):
            raise PermissionError(f"the notebook writes to {path}")
    elif event in {"socket.connect", "socket.getaddrinfo"} and "127.0.0.1" not in str(details):
        raise PermissionError(f"the notebook calls {details}")

sys.addaudithook(guard)
"""

# Jupyter's own deprecations, runtime advice and sockets are not ours: the cells run in another process.
pytestmark = [
    pytest.mark.filterwarnings(f"ignore::{kind}")
    for kind in ("DeprecationWarning", "RuntimeWarning", "ResourceWarning")
]


def read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def executed(path: Path, folder: Path, hash_seed: str) -> NotebookNode:
    """The notebook with its outputs, run by this interpreter in an empty folder, guarded."""
    kernel = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": KERNEL,
        "language": "python",
    }
    specification = folder / "jupyter" / "kernels" / KERNEL / "kernel.json"
    specification.parent.mkdir(parents=True)
    specification.write_text(json.dumps(kernel), encoding="utf-8")
    for name in ("home", "temporary", "work"):
        (folder / name).mkdir()
    notebook = read(path)
    first = nbformat.v4.new_code_cell(GUARD)  # type: ignore[no-untyped-call]
    notebook.cells.insert(0, first)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(folder / "home"))
        environment.setenv("TMPDIR", str(folder / "temporary"))
        environment.setenv("JUPYTER_PATH", str(folder / "jupyter"))
        environment.setenv("JUPYTER_PLATFORM_DIRS", "1")
        environment.setenv("PYTHONDONTWRITEBYTECODE", "1")
        environment.setenv("PYTHONHASHSEED", hash_seed)
        NotebookClient(
            notebook,
            timeout=60,
            kernel_name=KERNEL,
            coalesce_streams=True,
            resources={"metadata": {"path": str(folder / "work")}},
        ).execute()
    notebook.cells.remove(first)
    assert list((folder / "work").iterdir()) == []
    assert list((folder / "temporary").iterdir()) == []
    return notebook


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook: NotebookNode) -> list[NotebookNode]:
    return [output for cell in code_cells(notebook) for output in cell.outputs]


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.name)
def notebook_path(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def run_once(notebook_path: Path, tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    return executed(notebook_path, tmp_path_factory.mktemp("notebook"), hash_seed="0")


def test_no_cell_fails_or_warns(run_once: NotebookNode) -> None:
    assert all(cell.execution_count for cell in code_cells(run_once) if cell.source)
    assert [output for output in outputs(run_once) if output.output_type == "error"] == []
    assert [output.text for output in outputs(run_once) if output.get("name") == "stderr"] == []


def test_the_answers_come_with_their_words(run_once: NotebookNode) -> None:
    printed = "\n".join(output.get("text", "") for output in outputs(run_once))
    assert "quotations, each at its place: raw[start:end] == quote" in printed
    assert " — attended — การประชุมผู้นำ" in printed
    assert " [planned] " in printed
    assert "passed over: letter.txt" in printed


def test_the_page_is_shown_once_and_no_table_is_empty(run_once: NotebookNode) -> None:
    shown = [
        output.data["text/html"] for output in outputs(run_once) if "text/html" in output.get("data", {})
    ]
    assert sum(html.startswith("<iframe") for html in shown) == 1
    assert all("<td" in html for html in shown if not html.startswith("<iframe"))


def test_another_run_shows_the_same(run_once: NotebookNode, notebook_path: Path, tmp_path: Path) -> None:
    assert outputs(executed(notebook_path, tmp_path, hash_seed="1")) == outputs(run_once)


def test_no_output_is_stored(notebook_path: Path) -> None:
    notebook = read(notebook_path)
    assert code_cells(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(notebook))
    assert all(not cell.metadata for cell in notebook.cells)


def test_the_stored_notebook_is_valid_and_written_in_one_way(notebook_path: Path) -> None:
    notebook = read(notebook_path)
    nbformat.validate(notebook)
    written = nbformat.writes(notebook) + "\n"  # type: ignore[no-untyped-call]
    assert notebook_path.read_text(encoding="utf-8") == written
