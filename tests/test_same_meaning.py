"""What keeps the meaning of a text keeps its facts: other names, other figures, another typist."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from kg.documents import document_from_text
from kg.extract import extract
from kg.text import fold

SAMPLES = sorted(path.name for path in files("kg.samples").iterdir() if path.name.endswith(".txt"))

Change = Callable[[str], str]
Fact = tuple[str, str, str, str]

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
FIGURES = re.compile(r"(?<![A-Za-z+])\d+(?![A-Za-z\d])")
# First names and surnames of nobody in the samples.
NAMES = ("ชลาธร", "พิมพ์ชนก", "อดิศักดิ์", "ปรียานุช", "ธีรเดช", "นันทนัช", "กฤษดา", "วรัญญา")
SURNAMES = ("ภักดีธรรม", "สุขเกษมศรี", "ทิพย์มณเฑียร", "รุ่งอรุณชัย", "เพ็ญประภา", "ศรีธาราวงศ์")
ACTS = "หารือ|เข้าร่วม|พบ|เยี่ยม|เดินทาง|เข้าเยี่ยม|ลงนาม|ชื่นชม|รับรอง"


def sample(name: str) -> str:
    return files("kg.samples").joinpath(name).read_text(encoding="utf-8")


def facts(text: str, renamed: Change = str) -> set[Fact]:
    """Who, what, whom and in which mood, without the spaces within names; named as ``renamed`` has them."""
    extraction = extract(document_from_text(text))
    names = {entity.key: entity.name for entity in extraction.entities}

    def told(part: str) -> str:
        typed = renamed(part).replace("\u200b", "").replace("\u0e4d\u0e32", "ำ")
        return "".join(fold(typed).split())

    return {
        (
            told(names[claim.subject]),
            claim.predicate,
            told(claim.object if claim.literal else names[claim.object]),
            claim.modality.value,
        )
        for claim in extraction.assertions
    }


def other_persons(text: str) -> Change:
    """Everybody with a first name and a surname in Thai is called otherwise, wherever he is named."""
    known: dict[str, str] = {}
    for entity in extract(document_from_text(text)).entities:
        words = entity.name.split()
        if (
            entity.type.value == "Person"
            and len(words) == 2
            and all(re.fullmatch("[ก-๙]{4,}", w) for w in words)
        ):
            known.setdefault(words[0], NAMES[len(known) % len(NAMES)])
            known.setdefault(words[1], SURNAMES[len(known) % len(SURNAMES)])
    if not known:
        return str
    pattern = re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))
    return lambda part: pattern.sub(lambda name: known[name[0]], part)


CHANGES: dict[str, Change] = {
    "Thai digits": lambda text: re.sub(
        r"(?<![A-Za-z+])\d+(?![A-Za-z\d])", lambda n: n[0].translate(THAI_DIGITS), text
    ),
    "no word for what is done": lambda text: re.sub(rf"(?<=[ ก-๙])ได้(?={ACTS})", "", text),
    "no space before brackets": lambda text: text.replace(" (", "("),
    "two spaces": lambda text: re.sub("(?<=[ก-๙]) (?=[ก-๙])", "  ", text),
    "spaces at the ends of lines": lambda text: text.replace("\n", " \r\n"),
    "zero-width spaces": lambda text: text.replace("การ", "\u200bการ"),
    "nikhahit and sara aa": lambda text: text.replace("ำ", "\u0e4d\u0e32"),
    "another dash": lambda text: text.replace(" - ", " – "),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_how_a_text_is_typed_changes_no_fact(name: str, change: str) -> None:
    text = sample(name)
    assert facts(CHANGES[change](text)) == facts(text, CHANGES[change])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_told_does_not_depend_on_who_is_called_how(name: str) -> None:
    text = sample(name)
    renamed = other_persons(text)
    assert facts(renamed(text)) == facts(text, renamed)
