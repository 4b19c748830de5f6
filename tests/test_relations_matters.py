"""Documents that hold several matters: each is read by itself, under what heads the whole."""

from __future__ import annotations

from reading import facts_of, read

from kg.documents import read_document
from kg.extract import extract
from kg.model import BlockRole
from kg.relations.matters import matters_of

CABINET, SITTING = "คณะรัฐมนตรี", "การประชุมคณะรัฐมนตรี"
_HEAD = (
    "สรุปมติคณะรัฐมนตรี 5 มีนาคม 2567\n"
    "วันนี้ (5 มีนาคม 2567) นายสมชาย ใจดี นายกรัฐมนตรี เป็นประธานการประชุมคณะรัฐมนตรี ณ ทำเนียบรัฐบาล สรุปสาระสำคัญดังนี้\n"
)
_TITLES = (
    "เรื่อง ร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านพลังงานระหว่างไทยกับลาว",
    "เรื่อง ผลการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41",
    "เรื่อง ขออนุมัติโครงการพัฒนาท่าเรือสงขลา",
)
MEMORANDUM = "ร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านพลังงานระหว่างไทยกับลาว"
REPORT = "ผลการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41"
FORTY_FIRST = "การประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41"
PORT = "โครงการพัฒนาท่าเรือสงขลา"
_INDEX = "".join(f"{number}. {title}\n" for number, title in enumerate(_TITLES, 1))
_MEMORANDUM = (
    f"1. {_TITLES[0]}\n"
    "คณะรัฐมนตรีมีมติเห็นชอบร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านพลังงานระหว่างไทยกับลาว (ร่างบันทึกฯ) "
    "และอนุมัติให้รัฐมนตรีว่าการกระทรวงพลังงานเป็นผู้ลงนามในร่างบันทึกฯ ตามที่กระทรวงพลังงานเสนอ\n"
)
_REPORT = (
    f"2. {_TITLES[1]}\n"
    "คณะรัฐมนตรีรับทราบผลการประชุมรัฐมนตรีพลังงานอาเซียน ครั้งที่ 41 ตามที่กระทรวงพลังงานเสนอ\n"
    "การประชุมดังกล่าวจัดขึ้นเมื่อวันที่ 25 สิงหาคม 2566 ณ บาหลี ที่ประชุมได้รับรองแผนปฏิบัติการความร่วมมือด้านพลังงานอาเซียน\n"
)
_PORT = (
    f"3. {_TITLES[2]}\n"
    "คณะรัฐมนตรีมีมติอนุมัติตามที่กระทรวงคมนาคมเสนอดังนี้\n"
    "1. เห็นชอบแผนแม่บทการพัฒนาท่าเรือภาคใต้\n"
    "2. มอบหมายให้กระทรวงการคลังพิจารณาเงินกู้\n"
    "สาระสำคัญ\n"
    "สนับสนุนการขนส่งทางน้ำและผลักดันการค้าชายแดน\n"
)
DIGEST = _HEAD + _INDEX + _MEMORANDUM + _REPORT + _PORT


def _pairs(text: str, predicate: str) -> set[tuple[str, str]]:
    return {(subject, object_) for subject, object_, _ in facts_of(text, predicate)}


def _titles(text: str) -> list[str]:
    document = read_document(text.encode(), "a.txt")
    blocks = [block for block in document.blocks if block.role is not BlockRole.STANDING]
    return [
        matter.title.span.of(document.text) if matter.title is not None else ""
        for matter in matters_of(document.folded, blocks)
    ]


def test_a_row_of_numbered_titles_with_texts_cuts_a_page_into_its_matters() -> None:
    assert _titles(DIGEST) == ["", *(f"{number}. {title}" for number, title in enumerate(_TITLES, 1))]


def test_titles_of_an_agenda_are_told_by_their_number() -> None:
    text = "รายงานการประชุมคณะกรรมการพลังงาน\n" + "".join(
        f"ระเบียบวาระที่ {number} เรื่องพลังงานสะอาด\nที่ประชุมได้พิจารณาแนวทางการพัฒนาพลังงานสะอาดในภาคใต้และภาคเหนือ\n"
        for number in (1, 2, 3)
    )
    assert len(_titles(text)) == len(("head", "first", "second", "third"))


def test_a_list_of_titles_without_texts_is_one_matter() -> None:
    assert _titles(_HEAD + _INDEX) == [""]


def test_two_numbered_titles_are_no_digest() -> None:
    assert _titles(_HEAD + _MEMORANDUM + _REPORT) == [""]


def test_a_list_within_a_matter_is_no_row_of_matters() -> None:
    text = _HEAD + _MEMORANDUM + "1. เรื่อง ถนน\n2. เรื่อง น้ำ\n3. เรื่อง ไฟฟ้า\n" + _REPORT + _PORT
    assert len(_titles(text)) == len(("head", *_TITLES))


def test_a_number_left_out_by_a_slip_does_not_end_the_row() -> None:
    text = _HEAD + _MEMORANDUM + _REPORT + _PORT.replace("3.", "4.")
    assert len(_titles(text)) == len(("head", *_TITLES))


def test_the_meeting_that_heads_a_digest_talked_of_what_each_title_names() -> None:
    assert _pairs(DIGEST, "discussed") == {(SITTING, MEMORANDUM), (SITTING, REPORT), (SITTING, PORT)}
    assert (SITTING, "2024-03-05") in _pairs(DIGEST, "heldOn")
    assert ("สมชาย ใจดี", SITTING) in _pairs(DIGEST, "chaired")


def test_who_resolves_adopts_and_who_laid_it_before_him_proposed() -> None:
    adopted = _pairs(DIGEST, "adopted")
    assert (CABINET, MEMORANDUM) in adopted
    assert {who for who, what in adopted if what == MEMORANDUM} == {CABINET}
    assert ("กระทรวงพลังงาน", MEMORANDUM) in _pairs(DIGEST, "proposed")
    assert CABINET not in {who for who, _ in _pairs(DIGEST, "proposed")}


def test_what_a_resolution_lets_be_signed_is_still_to_be_signed() -> None:
    assert facts_of(DIGEST, "signed") == {("รัฐมนตรีว่าการกระทรวงพลังงาน", MEMORANDUM, "Planned")}


def test_a_report_is_heard_of_and_not_adopted() -> None:
    assert REPORT not in {what for _, what in _pairs(DIGEST, "adopted") | _pairs(DIGEST, "supported")}
    assert ("กระทรวงพลังงาน", REPORT) in _pairs(DIGEST, "proposed")


def test_within_a_matter_the_meeting_is_the_one_that_its_title_names() -> None:
    assert (FORTY_FIRST, "แผนปฏิบัติการความร่วมมือด้านพลังงานอาเซียน") in _pairs(DIGEST, "adopted")
    assert _pairs(DIGEST, "heldAt") >= {(FORTY_FIRST, "บาหลี")}
    assert (FORTY_FIRST, "2023-08-25") in _pairs(DIGEST, "heldOn")


def test_a_resolution_without_an_object_is_on_what_the_title_names_and_its_points_are_the_resolvers() -> None:
    assert (CABINET, PORT) in _pairs(DIGEST, "supported")
    assert ("กระทรวงคมนาคม", PORT) in _pairs(DIGEST, "proposed")
    assert (CABINET, "แผนแม่บทการพัฒนาท่าเรือภาคใต้") in _pairs(DIGEST, "adopted")


def test_points_of_a_paper_that_name_nobody_are_nobodys_acts() -> None:
    told = _pairs(DIGEST, "supported") | _pairs(DIGEST, "proposed")
    assert "การขนส่งทางน้ำ" not in {what for _, what in told}


def test_nothing_of_a_matter_is_carried_into_the_next() -> None:
    text = _HEAD + _REPORT.replace("2.", "1.") + _MEMORANDUM.replace("1.", "2.") + _PORT
    for predicate in ("discussed", "adopted", "supported", "heldOn"):
        assert {fact for fact in facts_of(text, predicate) if fact[0] == FORTY_FIRST} == {
            fact for fact in facts_of(DIGEST, predicate) if fact[0] == FORTY_FIRST
        }


def test_a_meeting_whose_name_leaves_its_series_open_is_another_in_another_matter() -> None:
    first, second = (
        f"ซึ่งคณะกรรมการพลังงานในการประชุมครั้งที่ 1/2567 เมื่อวันที่ {day} กุมภาพันธ์ 2567 มีมติเห็นชอบด้วยแล้ว\n"
        for day in (6, 20)
    )
    text = _HEAD + _MEMORANDUM + first + _REPORT + second + _PORT
    document = extract(read_document(text.encode(), "a.txt"))
    days = {
        claim.subject: claim.object
        for claim in document.assertions
        if claim.predicate == "heldOn" and claim.object in {"2024-02-06", "2024-02-20"}
    }
    assert sorted(days.values()) == ["2024-02-06", "2024-02-20"]


def test_a_body_that_two_matters_name_is_one() -> None:
    assert len([e for e in read(DIGEST).entities if e.name == "กระทรวงพลังงาน"]) == 1


def test_documents_that_are_points_of_a_resolution_are_adopted_by_the_resolver_and_their_meeting() -> None:
    summit = "การประชุมสุดยอดอาเซียน ครั้งที่ 60"
    text = (
        _HEAD
        + _MEMORANDUM
        + _REPORT
        + f"3. เรื่อง ร่างเอกสารที่จะมีการรับรองใน{summit}\n"
        + "คณะรัฐมนตรีมีมติเห็นชอบต่อร่างเอกสารจำนวน 2 ฉบับ ตามที่กระทรวงการต่างประเทศเสนอ ดังนี้\n"
        + "1. ร่างปฏิญญาว่าด้วยพลังงานสะอาดของอาเซียน\n"
        + "2. ร่างแถลงการณ์ว่าด้วยหมู่บ้านสีเขียวของอาเซียน\n"
    )
    declaration = "ร่างปฏิญญาว่าด้วยพลังงานสะอาดของอาเซียน"
    assert facts_of(text, "adopted") >= {
        (CABINET, declaration, "Actual"),
        (summit, declaration, "Planned"),
    }


def test_whoever_lays_a_draft_before_the_cabinet_does_not_adopt_it() -> None:
    text = DIGEST + "กระทรวงคมนาคมเสนอคณะรัฐมนตรีพิจารณาให้ความเห็นชอบร่างความตกลงว่าด้วยการขนส่งทางทะเล\n"
    assert "กระทรวงคมนาคม" not in {who for who, _ in _pairs(text, "adopted")}


def test_numbered_lines_each_followed_by_a_resolution_are_titles_whatever_their_words() -> None:
    lines = "".join(
        f"{number}. การแต่งตั้งข้าราชการพลเรือนสามัญ ({ministry})\n"
        f"คณะรัฐมนตรีมีมติอนุมัติตามที่{ministry}เสนอแต่งตั้งข้าราชการให้ดำรงตำแหน่งสูงขึ้น จำนวน 4 ราย\n"
        for number, ministry in enumerate(("กระทรวงพลังงาน", "กระทรวงคมนาคม", "กระทรวงการคลัง"), 1)
    )
    assert ("กระทรวงคมนาคม", "การแต่งตั้งข้าราชการพลเรือนสามัญ (กระทรวงคมนาคม)") in _pairs(
        _HEAD + lines, "proposed"
    )
    assert len([who for who, _ in _pairs(_HEAD + lines, "supported") if who == CABINET]) == len("123")
