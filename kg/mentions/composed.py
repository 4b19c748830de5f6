"""Verbs that are put together of the words of a table, as every writer does anew."""

from __future__ import annotations

from itertools import product

from kg.lexicon import read_table
from kg.text import fold

# Who stands ready to do something is for it, who would have it done proposes it; what must be done is what is
# talked of.
_FRAME_OF_STANCE = {"stance": "support", "wish": "propose", "need": "discuss"}
_LEFT_OUT = ("", "")


def composed_verbs(known: set[str]) -> list[tuple[str, tuple[str, str]]]:
    """The verbs that the tables of stances and of talks make, but for those ``known`` by themselves.

    Each with its frame and, of a deed, with what the verb has of its object.

    >>> verbs = dict(composed_verbs(set()))
    >>> verbs["หารือนอกรอบกับ"], verbs["พูดคุยทางโทรศัพท์กับ"], verbs["พร้อมสนับสนุน"]
    (('meet', ''), ('call', ''), ('support', ''))
    """
    return [(form, meaning) for form, meaning in (*_talks(), *_stances()) if form not in known]


def _talks() -> list[tuple[str, tuple[str, str]]]:
    """How one comes to a talk, what is done, in which manner and with whom, as one verb."""
    rows = [(row["part"], fold(row["form"].replace("_", " ")), row["frame"]) for row in read_table("talks")]
    parts = {
        part: [(form, frame) for kind, form, frame in rows if kind == part]
        for part in ("opening", "act", "manner", "with")
    }
    return [
        (opening + act + manner + joined, (told or frame, ""))
        for (opening, _), (act, frame), (manner, told), (joined, _) in product(
            [_LEFT_OUT, *parts["opening"]], parts["act"], [_LEFT_OUT, *parts["manner"]], parts["with"]
        )
    ]


def _stances() -> list[tuple[str, tuple[str, str]]]:
    """Each stance with each act as one verb; of a deed, what the verb has of its object."""
    rows = [(fold(row["form"]), row["kind"]) for row in read_table("stances")]
    acts = [
        (act, kind == "work", act if kind == "deed" else "")
        for act, kind in rows
        if kind not in _FRAME_OF_STANCE
    ]
    return [
        (stance + act, (_FRAME_OF_STANCE[kind], deed))
        for stance, kind in rows
        if kind in _FRAME_OF_STANCE
        for act, is_work, deed in acts
        if not (is_work and kind == "need")
    ]
