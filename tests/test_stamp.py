"""What a store keeps it keeps only as long as nothing has changed that made it."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

from kg import stamp

# What reading or merging stands on and is not stamped, with the reason.
LEFT_OUT = {"kg.errors": "the words of a message change no graph"}


@pytest.mark.parametrize(
    ("names", "roots"),
    [
        ((*stamp._BOTH, *stamp._READING), ("kg.documents.read", "kg.extract", "kg.rdf.mapping")),
        (
            (*stamp._BOTH, *stamp._LINKING),
            ("kg.merging.resolve", "kg.merging.folding", "kg.rdf.shared", "kg.store.linking"),
        ),
    ],
    ids=["reading", "linking"],
)
def test_a_stamp_covers_every_module_that_its_work_stands_on(names, roots):
    graph = grimp.build_graph("kg", exclude_type_checking_imports=True)
    needed = set(roots).union(*map(graph.find_upstream_modules, roots)) - set(LEFT_OUT)
    covered = set(map(module_of, stamp._code(names)))
    assert sorted(needed - covered) == []
    assert [name for name in names if not needed & set(map(module_of, stamp._code([name])))] == []


def module_of(path: Path) -> str:
    inside = path.relative_to(stamp._PACKAGE.parent).with_suffix("")
    return ".".join(inside.parts).removesuffix(".__init__")


def test_what_is_stamped_is_there():
    for name in (*stamp._BOTH, *stamp._READING, *stamp._LINKING, *stamp._BATCHING):
        assert list(stamp._code([name])), name
