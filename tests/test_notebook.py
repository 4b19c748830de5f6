"""The notebook runs from its first cell to its last, and its answers are the documents' own words."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
# Asked for a kernel, Jupyter opens a local port and says so; nothing of ours is in it.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def test_the_notebook_runs(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    printed = "\n".join(out.get("text", "") for cell in cells for out in cell.outputs)
    assert "กัมพูชา — participatesIn" in printed
    assert "\nTrue\n" in printed
    shown = [
        out.data["text/html"] for cell in cells for out in cell.outputs if "text/html" in out.get("data", {})
    ]
    assert len(shown) == 1
    assert "<iframe" in shown[0]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_output_is_stored(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
