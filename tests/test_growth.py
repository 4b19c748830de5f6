"""Time grows with the input and no faster: of every regular expression, and of documents made to hurt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from pumping import Expression, Pumped, calls, expressions, matched, pumped
from timing import times_as_long

from kg.documents import document_from_text
from kg.extract import extract
from kg.rdf.mapping import document_quads
from kg.report import DocumentLine
from kg.vocab import Minter

# Where time doubles with each letter, or with each piece, it is over in a moment, and seen.
_FIRST = (
    10, 13, 17, 22, 28, 36, 47, 61, 68, 76,
    85, 95, 106, 118, 132, 148, 166, 186, 208, 233, 261, 292, 327, 366,
)  # fmt: skip
_AT_ONCE = 0.05  # seconds that nothing of so few letters takes
_THEN = (500, 1000, 2000, 4000, 8000)  # where time grows with the cube it is seen before it hurts
_LENGTH = 16_000  # letters
_QUICK = 0.006  # seconds: in this time nothing that grows with the square reads as many letters
_TWICE = 2.3  # times as long, at most, for twice the text

Run = Callable[[str | bytes], object]


def runs(expression: Expression) -> Iterator[Run]:
    """What is done with an expression, on a text."""
    compiled = expression.compiled()
    yield compiled.match
    yield compiled.fullmatch
    if expression.searches:
        yield lambda text: sum(1 for _ in compiled.finditer(text))


def explodes(run: Run, expression: Expression, attack: Pumped) -> str:
    """How time explodes; nothing where it grows with the text."""

    def once(length: int) -> float:
        text = expression.written(attack.text(length))
        began = time.thread_time()
        run(text)
        return time.thread_time() - began

    for length in _FIRST:
        if once(length) > _AT_ONCE and once(length) > _AT_ONCE:
            return f"{length} letters take longer than {_AT_ONCE} s"
    length = next((length for length in _THEN if once(length) > _AT_ONCE), _LENGTH)
    whole = min(once(length), once(length))
    if whole < _QUICK or whole <= _TWICE**2 * min(once(length // 4), once(length // 4)):
        return ""

    def work_on(length: int) -> Callable[[], object]:
        text = expression.written(attack.text(length))
        return lambda: run(text)

    growth = times_as_long(work_on, length, length, _TWICE)
    return f"twice {length} letters take {growth:.1f} times as long" if growth > _TWICE else ""


FOUND = expressions()


def test_every_expression_of_the_code_is_driven() -> None:
    assert {expression.place for expression in FOUND} == set(calls())
    assert [expression for expression in FOUND if not pumped(expression)] == []
    assert [expression for expression in FOUND if matched(expression) is None] == []


@pytest.mark.parametrize(
    ("pattern", "attack"),
    [
        ("(a+)+b", Pumped("", "a", "")),
        ("(a|aa)+$", Pumped("", "a", "\x00")),
        (r"(?:so[a-z]{2,12}?on)+", Pumped("", "soazon", "\x00")),
        (r" *x? *y", Pumped("", " ", "")),
        (r"\([^()]*\)", Pumped("", "(", "")),
    ],
)
def test_what_explodes_is_seen(pattern: str, attack: Pumped) -> None:
    expression = Expression("", pattern, 0, of_bytes=False)
    faults = [explodes(run, expression, attack) for run in runs(expression)]
    assert any(faults) is (pattern != r"\([^()]*\)")
    assert attack.piece in {each.piece for each in pumped(expression)}


@pytest.mark.parametrize("module", sorted({expression.place.partition(":")[0] for expression in FOUND}))
def test_the_time_of_an_expression_grows_with_the_text(module: str) -> None:
    slow = [
        f"{expression.place} {expression.pattern!r} on {attack}: {fault}"
        for expression in FOUND
        if expression.place.startswith(f"{module}:")
        for attack in pumped(expression)
        for run in runs(expression)
        if (fault := explodes(run, expression, attack))
    ]
    assert slow == []


_HEAD = "ไทยประกาศแถลงการณ์ร่วมวันนี้\nวันนี้ (๔ ส.ค. ๒๕๖๔) นายกรัฐมนตรีหารือกับเอกอัครราชทูตญี่ปุ่น\n\n"
_NUMBERS = "กขคงจชดตนบปมรลวส"
# ``{}`` stands for another name each time.
PIECES = (
    "นา", "ก\u200bา\u200b", "(", ")", "(ก)", "ก(", "นาย", "ฯพณฯ ", "นาย ดร. พล.อ. ",
    "วันที่ 3 มีนาคม 2567 ", "วันที่ 3-5 มีนาคม 2567 และ ", "วันที่ 3 มีนาคม 2567และติดตามผล\n", "มีนาคม",
    "ครั้งที่ 1 และ ", '"ก" ', "“ก", "'", "ญี่ปุ่น", "ญี่ปุ่นและ", "ไทย-ลาว ", "และ", "และ ", "กับ ",
    "ซึ่ง", "โดย ", "ที่", "ว่า", "การประชุม", "การประชุม ", "การประชุมสุดยอดอาเซียน ครั้งที่ 1 ", "หารือ",
    "หารือกับ", "ที่ประชุม", "ลงนาม", "สนับสนุน", "เสนอ", "เป็นประธาน", "สมาชิก ได้แก่",
    "รัฐมนตรีว่าการกระทรวงการต่างประเทศ", "เอกอัครราชทูตไทยประจำ", "เดินทางเยือนญี่ปุ่น ", "จะ", "ไม่",
    "ณ กรุง", "ก\n", "- ก\n", "ไทย\n", "\n", " ", "เ", "ํา", "่", "1. ก ", "ก: ", "ปี 2567 ",
    "ประกอบด้วย ไทย ลาว ", "นาย{}ขอ สุข{} ", "นาย{} {}ชัย รัฐมนตรี ", "การประชุม{} ครั้งที่ 2\n",
    "ประชุม{} ด.ญ. ", "ปฏิญญา{}\n", "กรุง{} ", "นาย{} กรุง{}ผู้นำทั้งสองฝ่าย", "ไทยเสนอโครงการ{} ",
    "สถาบัน{} (A{}) ", "สถาบัน{} ({}) ", "นาย{}ชัยและ", "- นาย{} {}ชัย รัฐมนตรี\n", "| 1 | นาย{} {}ชัย | ไทย |\n",
    "นาย{}  นาย{}   ไทย\n", "“{} ", "กล่าวว่า “{} ", "วันที่ 3-5 มี.ค. 67, ", "3 มีนาคม 2567", "ก\r", "ก\u2028",
    "ไทย\f", "ก\ufeff\u2060\u200d", "ก๗", "ก1-", "ก1/", "<p>นาย{}</p>\n", 'ก"^^<ก', "{ก", "ให้ดี", "อย่างใกล้ชิด",
    "ร่วมกันระหว่างกฺเกี่ยวกับ", "การประชุมสุดยอดอาเซียน ครั้งที่ 1\n", "นาย{} {}ชัย หารือกับนาย{} ขอ\n",
    "พร้อมด้วยนาย{} {}ชัย ", "ลงนามบันทึกความเข้าใจว่าด้วย{} ", "บริษัท {} จำกัด (มหาชน) ",
    "การประชุม{} (Meeting of A{}: M{}) ", "สถาบัน{}ร่วมกับองค์การ{}จัดการประชุม{} ", "ประธานาธิบดีนายกเมือง",
    "จากสมาคม{}", "นายกรัฐมนตรีหารือกับนาย{} {}ชัย ", "การประชุม{} ณ กรุง{}\n", "ไทยสนับสนุน{}\n",
    "การประชุม{}\n\n", "\t\t\tไทย\n", "(นาย{} {}ชัย ", "([{“กรม{} ", "อาเซียน (A{}) ",
    "นาย{} {}ชัย กล่าวว่า “ไทยสนับสนุน{} ", '<p class="{}">นาย{}</p>\n',
)  # fmt: skip
# Each is told of the one before it, or stands in it.
CHAINS = ("ย้ำ ", "ยืนยัน", "กล่าวว่า", "และพบ", "ก่อนหารือ", "พร้อมเยือน", "พิธีเปิด", "พิธีปิด ", "มีเป็นย้ำ ")


def _name(number: int) -> str:
    """A name of five syllables; one that follows another is no more like it than any."""
    return "".join(f"{_NUMBERS[int(digit, 16)]}า" for digit in f"{number * 611_953 % 16**5:05x}")


def _text(piece: str, length: int) -> str:
    if "{}" not in piece:
        return _HEAD + piece * (length // len(piece))
    return _HEAD + "".join(piece.replace("{}", _name(number)) for number in range(length // len(piece)))


def _from_text_to_rdf(piece: str, length: int) -> Callable[[], object]:
    text = _text(piece, length)

    def work() -> object:
        found = extract(document_from_text(text))
        return document_quads(found, Minter()), DocumentLine.of(found)

    return work


@pytest.mark.parametrize("piece", CHAINS)
def test_a_chain_of_two_thousand_links_is_read_in_seconds(piece: str) -> None:
    began = time.process_time()
    assert extract(document_from_text(_HEAD + piece * 2000)).document
    assert time.process_time() - began < 5


@pytest.mark.usefixtures("growth_is_asked_for")
@pytest.mark.parametrize("piece", [*PIECES, *CHAINS])
def test_the_time_of_a_document_grows_with_it(piece: str) -> None:
    """From 50,000 letters on, in one line or many, twice as much of one thing takes twice as long."""
    growth = times_as_long(lambda length: _from_text_to_rdf(piece, length), 50_000, 800_000, _TWICE)
    assert growth <= _TWICE


def test_a_million_letters_without_a_space_are_read_in_seconds() -> None:
    words = ["ความร่วมมือ", "เศรษฐกิจ", "อาเซียน", "การประชุม", "เพื่อการพัฒนา", "ไทย", "นาย"]
    run = "".join(words[(i * i + i // 7) % len(words)] for i in range(150_000))[:1_000_000]
    began = time.process_time()
    found = extract(document_from_text(_HEAD + run))
    document_quads(found, Minter())
    assert time.process_time() - began < 60
