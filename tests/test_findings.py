"""No input brings out anything but KgError: what was found stays mended, random input finds nothing new."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

FINDINGS = Path(__file__).parent / "findings"
_EXAMPLES = {"extract": 20, "names": 20, "query": 30}


@pytest.mark.parametrize(
    "path", sorted(FINDINGS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_what_was_found_once_is_refused_or_read(path: Path) -> None:
    TARGETS[path.parent.name][0](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_are_read_or_refused(name: str) -> None:
    target, _ = TARGETS[name]

    @settings(deadline=None, max_examples=_EXAMPLES.get(name, 100))
    @given(st.binary(max_size=120))
    def holds(data: bytes) -> None:
        target(data)

    holds()
