"""When two names are one: the keys that documents share."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.documents import read_document
from kg.entities.keys import entity_key, lexicon_key, name_key
from kg.entities.meeting_names import names_a_meeting, names_one_meeting
from kg.extract import extract
from kg.model import EntityType

ONE_DOCUMENT = (
    "วันที่ 4 เมษายน 2568 นางสาวแพทองธาร ชินวัตร นายกรัฐมนตรี เข้าร่วมการประชุมผู้นำบิมสเทค ครั้งที่ 6 ณ กรุงเทพฯ\n"
    "วันที่ 9 พฤศจิกายน 2566 นายสุริยะ จึงรุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงคมนาคม เข้าร่วมการประชุมรัฐมนตรีขนส่งอาเซียน\n"
)
ANOTHER = ONE_DOCUMENT.replace("4 เมษายน 2568", "5 เมษายน 2568").replace("2566", "2567")

LETTERS = "กขคงจฉชซญดตถทธนบปผพฟมยรลวศสหอฮ"
MARKS = "ะัาำิีึืุู่้๊๋์ๆฯเแโใไ"
NAMES = st.text(alphabet=LETTERS + MARKS, min_size=1, max_size=24)
LOOSE = [" ", "  ", "\u00a0", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "-", "–", "—"]


def test_words_that_differ_in_a_mark_stay_apart() -> None:
    """ข่าว, ข้าว and ขาว are three names."""
    assert len({name_key(name) for name in ("ข่าว", "ข้าว", "ขาว")}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("การประชุมสุดยอดอาเซียน - จีน", "การประชุมสุดยอดอาเซียน–จีน"),
        ("การประชุมสุดยอด อาเซียน—จีน", "การประชุมสุดยอดอาเซียน-จีน"),
        ("ครั้งที่ ๒๗", "ครั้งที่ 27"),
        ("กรุง\u200bโซล", "กรุงโซล"),
        ("กรุง\u00a0โซล", "กรุงโซล"),
        ("Asean Regional Forum", "ASEAN REGIONAL FORUM"),
        ("ปีแห่ง “มิตรภาพ”", 'ปีแห่ง "มิตรภาพ"'),
    ],
)
def test_spelling_varies_in_spaces_dashes_digits_and_quotes(one: str, other: str) -> None:
    """Spaces, zero-width characters, dashes, digits, quotes and case do not part a name from itself."""
    assert name_key(one) == name_key(other)


@given(NAMES, NAMES)
def test_no_two_thai_names_are_merged(one: str, other: str) -> None:
    """Names of Thai letters and marks share a key only where they are the same."""
    assert (name_key(one) == name_key(other)) == (one == other)


@given(st.text(alphabet=LETTERS, min_size=2, max_size=12), st.data())
def test_a_mark_more_is_another_name(name: str, data: st.DataObject) -> None:
    """A name with one mark put in, or one put for another, is another name."""
    at = data.draw(st.integers(1, len(name)))
    one, two = data.draw(st.lists(st.sampled_from(MARKS), min_size=2, max_size=2, unique=True))
    keys = {name_key(name), name_key(name[:at] + one + name[at:]), name_key(name[:at] + two + name[at:])}
    assert len(keys) == 3


@given(NAMES, st.sampled_from(LOOSE), st.data())
def test_what_is_loose_is_loose_everywhere(name: str, loose: str, data: st.DataObject) -> None:
    """A space, a dash or a zero-width character put in anywhere leaves the key as it is."""
    at = data.draw(st.integers(0, len(name)))
    assert name_key(name[:at] + loose + name[at:]) == name_key(name)


@given(NAMES)
def test_a_key_is_its_own_key(name: str) -> None:
    """The key of a key is the key."""
    assert name_key(name_key(name)) == name_key(name)


def test_numbers_are_part_of_a_name() -> None:
    """The 27th meeting is not the 28th, and no digit is dropped."""
    assert name_key("การประชุมครั้งที่ 27") != name_key("การประชุมครั้งที่ 28")


@pytest.mark.parametrize(
    ("one", "other"),
    [("การประชุมครั้งที่ 1/12", "การประชุมครั้งที่ 11/2"), ("ข้อเสนอ 1.12", "ข้อเสนอ 11.2"), ("วาระ 1-12", "วาระ 11-2")],
)
def test_what_parts_two_numbers_is_kept(one: str, other: str) -> None:
    """Two numbers side by side do not run into one."""
    assert name_key(one) != name_key(other)


@given(NAMES, st.sampled_from(EntityType), st.sampled_from(EntityType))
def test_the_type_is_part_of_the_key(name: str, one: EntityType, other: EntityType) -> None:
    """A place and a person of one name are two things."""
    assert (entity_key(one, name) == entity_key(other, name)) == (one == other)


@given(NAMES, NAMES)
def test_the_scope_keeps_namesakes_apart(name: str, scope: str) -> None:
    """One description in two documents means two things; without a scope it means one."""
    assume(scope != "x")
    plain = entity_key(EntityType.MEETING, name)
    assert (
        len(
            {
                plain,
                entity_key(EntityType.MEETING, name, scope=scope),
                entity_key(EntityType.MEETING, name, scope="x"),
            }
        )
        == 3
    )


@given(NAMES)
def test_no_name_takes_the_key_of_a_lexicon_entry(name: str) -> None:
    """Keys of lexicon entries and keys of names never meet."""
    assert entity_key(EntityType.COUNTRY, name) != lexicon_key(name)
    assert lexicon_key("country-th") == "lex:country-th"


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("การประชุมสุดยอดอาเซียน ครั้งที่ ๔๖", True),
        ("เอเปค ปี 2565", True),
        ("The 10th ADMM-Plus", True),
        ("การประชุม COP 26", True),
        ("การประชุมสุดยอดอาเซียน", False),
        ("การประชุม G20", False),
        ("ASEAN Plus 3", False),
        ("การแถลงข่าวร่วม", False),
    ],
)
def test_a_number_or_a_year_tells_a_meeting_from_its_series(name: str, one: bool) -> None:
    """A number behind the name, or a year in it; a number that belongs to a name tells nothing."""
    assert names_one_meeting(name) is one


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("ASEAN-Japan Summit", True),
        ("ASEAN Digital Ministers’ Meeting", True),
        ("APEC 2022", True),
        ("Ayeyawady - Chao Phraya - Mekong Economic Cooperation Strategy", False),
        ("Group of 77", False),
        ("ADGMIN", False),
    ],
)
def test_a_latin_name_is_that_of_a_meeting_or_of_its_framework(name: str, one: bool) -> None:
    """A word for a meeting, or a number, makes it the meeting's own name."""
    assert names_a_meeting(name) is one


def test_documents_share_a_meeting_by_its_number_alone() -> None:
    """A meeting named with its number is one in all documents; a name of the series is of one document."""
    found = [
        {entity.name: entity.key for entity in extract(read_document(text.encode(), name)).entities}
        for name, text in (("a.txt", ONE_DOCUMENT), ("b.txt", ANOTHER))
    ]
    numbered, series = "การประชุมผู้นำบิมสเทค ครั้งที่ 6", "การประชุมรัฐมนตรีขนส่งอาเซียน"
    assert found[0][numbered] == found[1][numbered]
    assert found[0][series] != found[1][series]


def _keys(*names: str) -> set[str]:
    """The keys of a meeting that as many documents call by ``names``."""
    found = set()
    for number, name in enumerate(names):
        document = read_document(
            f"ธนากร วัฒนสุข เป็นประธาน{name} และรับทราบผลการดำเนินงาน".encode(), f"{number}.txt"
        )
        found |= {each.key for each in extract(document).entities if each.type is EntityType.MEETING}
    return found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("การประชุมคณะกรรมการไม้ดอก ครั้งที่ 2/2565", "การประชุมคณะกรรมการไม้ดอก ครั้งที่ ๒/๒๕๖๕", True),
        ("การประชุมคณะกรรมการไม้ดอก ครั้งที่ 2/2565", "การประชุมคณะกรรมการไม้ดอก ครั้งที่ 2/2566", False),
        ("การประชุมคณะรัฐมนตรี ครั้งที่ 9/2565", "การประชุมคณะรัฐมนตรี ครั้งที่ 9/2565", True),
        # Of which year it is, the number does not say.
        ("การประชุมคณะรัฐมนตรี ครั้งที่ 9", "การประชุมคณะรัฐมนตรี ครั้งที่ 9", False),
    ],
)
def test_a_number_that_each_year_has_again_is_shared_within_its_year_alone(
    one: str, other: str, same: bool
) -> None:
    assert len(_keys(one, other)) == (1 if same else 2)


def test_documents_do_not_share_what_is_called_as_many_things_are() -> None:
    text = "วันที่ 4 เมษายน 2568 นายสุริยะ จึงรุ่งเรืองกิจ รัฐมนตรีว่าการกระทรวงคมนาคม ลงนาม{}แล้ว"
    keys = {}
    for what in ("ความตกลงการค้าเสรี", "ความตกลงว่าด้วยการเดินเรือชายฝั่ง"):
        found = [extract(read_document(text.format(what).encode(), name)) for name in ("a.txt", "b.txt")]
        keys[what] = {e.key for each in found for e in each.entities if e.type is EntityType.DOCUMENT}
    assert [len(of_both) for of_both in keys.values()] == [2, 1]
