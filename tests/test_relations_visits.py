"""Who went where: sites that are seen, visits with a suite, arrivals that are none."""

from __future__ import annotations

import pytest
from reading import ACTUAL, PLANNED, told

_SOMCHAI = "นายสมชาย ใจดี นายกรัฐมนตรี"


def visits(*paragraphs: str) -> set[tuple[str, str, str]]:
    return told("\n".join(paragraphs), "visited")


@pytest.mark.parametrize(
    ("told", "site", "mood"),
    [
        ("ได้เยี่ยมชมโรงงานผลิตกระดาษบ้านไผ่", "โรงงานผลิตกระดาษบ้านไผ่", ACTUAL),
        ("จะเดินทางไปวางพวงมาลา ณ อนุสาวรีย์เสรีชน", "อนุสาวรีย์เสรีชน", PLANNED),
        ("เดินทางต่อไปยังอุทยานแห่งชาติเขาทราย", "อุทยานแห่งชาติเขาทราย", ACTUAL),
        ("จะตรวจเยี่ยมเขื่อนลำน้ำใสในวันพรุ่งนี้", "เขื่อนลำน้ำใส", PLANNED),
    ],
)
def test_who_goes_to_see_a_site_visits_it(told: str, site: str, mood: str) -> None:
    assert visits(f"{_SOMCHAI} {told}") == {("สมชาย ใจดี", site, mood)}


@pytest.mark.parametrize(
    "told",
    [
        "ได้เยี่ยมชมนิทรรศการผ้าไหม",
        "กล่าวถึงการเยี่ยมชมโรงงานผลิตกระดาษบ้านไผ่",
        "เดินทางถึงท่าอากาศยานดอนเมือง กรุงเทพฯ",
        "หารือเรื่องการเดินทางไปเที่ยวญี่ปุ่น",
    ],
)
def test_what_is_no_visit(told: str) -> None:
    assert visits(f"{_SOMCHAI} {told}") == set()
