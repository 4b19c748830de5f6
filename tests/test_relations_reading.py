"""What a reading keeps in mind from one clause to the next, made by hand."""

from __future__ import annotations

import pytest

from kg.documents import document_from_text
from kg.entities.register import Register
from kg.lexicon import load
from kg.mentions.scan import Scan
from kg.relations.reader import new_reading
from kg.relations.sentence.reading import Reading


@pytest.fixture
def reading() -> Reading:
    document = document_from_text("รัฐมนตรีทั้งสองหารือกัน")
    made = new_reading(document, Scan(document, load()), Register(load(), document.id))
    made.event = made.talk = made.register.meetings.event("การหารือ", "Meeting")
    made.anchor = [made.talk]
    return made


def test_what_is_told_aside_leaves_on_the_talk_that_is_on(reading):
    on, other = reading.talk, reading.register.meetings.event("การพบกัน", "Meeting")
    with reading.aside():
        reading.event = reading.talk = other
        reading.anchor = [other]
    assert (reading.event, reading.talk, reading.anchor) == (on, on, [other])
    with reading.aside(anchored=True):
        reading.anchor = []
    assert reading.anchor == [other]


def test_what_is_told_beside_nothing_is_on_from_then(reading):
    other = reading.register.meetings.event("การพบกัน", "Meeting")
    with reading.aside(beside=False, anchored=True):
        reading.event = reading.talk = other
        reading.anchor = [other]
    assert (reading.event, reading.talk, reading.anchor) == (other, other, [other])


def test_a_register_has_one_draft_of_the_state_at_home(reading):
    assert reading.register.home() is reading.register.home()
    assert reading.register.home().name == "ไทย"
