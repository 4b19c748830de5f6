"""Names for components."""

from __future__ import annotations

import pytest

from kg import registry
from kg.errors import ComponentError
from kg.extract import extract
from kg.installed import Declared


@pytest.fixture(autouse=True)
def nothing_stays_registered(monkeypatch):
    monkeypatch.setattr(registry, "_registered", {})


def test_our_own_components_come_through_entry_points():
    assert registry.component("extractors", "rules.v1") is extract


def test_an_unknown_name_lists_the_names_there_are():
    with pytest.raises(ComponentError, match=r"'magic.v1' is not among the extractors: there are rules.v1"):
        registry.component("extractors", "magic.v1")


def test_an_unknown_group_lists_the_groups():
    with pytest.raises(ComponentError, match="readers, extractors"):
        registry.names("parsers")


def test_a_name_that_is_taken_is_refused():
    with pytest.raises(ComponentError, match="taken"):
        registry.register("extractors", "rules.v1", extract)
    registry.register("extractors", "mine.v1", extract)
    with pytest.raises(ComponentError, match="taken"):
        registry.register("extractors", "mine.v1", extract)


def test_a_name_carries_a_version():
    with pytest.raises(ComponentError, match="version"):
        registry.register("extractors", "mine", extract)


def test_a_component_is_a_callable():
    with pytest.raises(ComponentError, match="callable"):
        registry.register("extractors", "mine.v1", "not callable")  # type: ignore[arg-type]


def test_what_is_registered_is_found_by_its_name():
    registry.register("extractors", "mine.v1", extract)
    assert "mine.v1" in registry.names("extractors")
    assert registry.component("extractors", "mine.v1") is extract


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("nowhere.to.be:found", "cannot load"),
        ("kg.extract:none", "cannot load"),
        ("kg:__all__", "no callable"),
    ],
)
def test_an_entry_point_that_leads_nowhere_says_so(monkeypatch, value, said):
    broken = Declared("kg.extractors", "broken.v1", value)
    monkeypatch.setattr(registry, "installed", lambda _: [broken])
    with pytest.raises(ComponentError, match=said):
        registry.component("extractors", "broken.v1")
