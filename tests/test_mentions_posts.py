"""Where a title ends, and which titles are one person's; no person in the texts exists."""

from __future__ import annotations

import pytest
from reading import persons_in, posts_of

from kg.documents import document_from_text
from kg.lexicon import HOME, load
from kg.mentions.posts import read_posts
from kg.mentions.scan import Scan


@pytest.mark.parametrize(
    ("text", "name", "posts"),
    [
        ("นายกรัฐมนตรีนางสาวอรทัย มั่นคง เข้าร่วมพิธี", "อรทัย มั่นคง", ["นายกรัฐมนตรี"]),
        ("ประธานธนาคารโลกและนายวีระ ทองแท้ กล่าวเปิดงาน", "วีระ ทองแท้", []),
        ("สมัยรัฐบาลนายวีระ ทองแท้ ที่ผ่านมา", "วีระ ทองแท้", []),
        (
            "นางปลายฟ้า ร่วมใจ อัครราชทูตที่ปรึกษา (ฝ่ายแรงงาน) กล่าวรายงาน",
            "ปลายฟ้า ร่วมใจ",
            ["อัครราชทูตที่ปรึกษา (ฝ่ายแรงงาน)"],
        ),
        (
            "นางปลายฟ้า ใจดี โฆษกกระทรวงแรงงาน (ฝ่ายการเมือง) เข้าร่วม",
            "ปลายฟ้า ใจดี",
            ["โฆษกกระทรวงแรงงาน (ฝ่ายการเมือง)"],
        ),
        (
            "นายวีระ ทองแท้ ประจำสำนักเลขาธิการนายกรัฐมนตรี ปฏิบัติหน้าที่ประจำกระทรวงแรงงาน เข้าร่วม",
            "วีระ ทองแท้",
            ["ประจำสำนักเลขาธิการนายกรัฐมนตรี", "ปฏิบัติหน้าที่ประจำกระทรวงแรงงาน"],
        ),
        (
            "ดร.อรทัย มั่นคง ที่ปรึกษานายกรัฐมนตรีและผู้แทนการค้าไทย เดินทางเยือนลาว",
            "อรทัย มั่นคง",
            ["ที่ปรึกษานายกรัฐมนตรี", "ผู้แทนการค้าไทย"],
        ),
        ("นาย Karl Muster ผู้ก่อตั้งและประธานสภาเศรษฐกิจโลก", "Karl Muster", ["ผู้ก่อตั้ง", "ประธานสภาเศรษฐกิจโลก"]),
        (
            "นายวีระ ทองแท้ กรรมการผู้จัดการ ธนาคารบ้านไผ่ เปิดเผยว่า",
            "วีระ ทองแท้",
            ["กรรมการผู้จัดการ ธนาคารบ้านไผ่"],
        ),
        (
            "นายวีระ ทองแท้ ผู้อำนวยการกองการต่างประเทศ สำนักงานปลัดกระทรวงแรงงาน เข้าร่วม",
            "วีระ ทองแท้",
            ["ผู้อำนวยการกองการต่างประเทศ สำนักงานปลัดกระทรวงแรงงาน"],
        ),
        ("แต่งตั้งนายวีระ ทองแท้ ดำรงตำแหน่ง ปลัดกระทรวงแรงงาน", "วีระ ทองแท้", ["ปลัดกระทรวงแรงงาน"]),
        ("เมื่อครั้งนายวีระดำรงตำแหน่งปลัดกระทรวงแรงงาน", "วีระ", ["ปลัดกระทรวงแรงงาน"]),
        ("นายวีระ ทองแท้ ปลัดกระทรวงแรงงาน กรมบ้านไผ่ และคณะ", "วีระ ทองแท้", ["ปลัดกระทรวงแรงงาน"]),
    ],
)
def test_where_a_title_ends(text: str, name: str, posts: list[str]) -> None:
    (person,) = persons_in(text)
    assert (person.name, posts_of(text, person)) == (name, posts)


@pytest.mark.parametrize("act", ["ร่วมหารือ", "ร่วมพิธี", "ร่วมงาน"])
def test_who_joins_in_has_no_surname_of_it(act: str) -> None:
    (person,) = persons_in(f"นางปลายฟ้า {act} อัครราชทูตที่ปรึกษาก็มาด้วย")
    assert person.name == "ปลายฟ้า"


@pytest.mark.parametrize(
    ("title", "state"), [("นายกรัฐมนตรีญี่ปุ่น", "country-jp"), ("นายกรัฐมนตรี", HOME), ("ปลัดกระทรวงพลังงาน", HOME)]
)
def test_a_post_is_of_the_state_in_its_title_or_else_of_the_one_at_home(title: str, state: str) -> None:
    scan = Scan(document_from_text(f"{title} กล่าวเปิดงานในวันนี้"), load())
    assert [post.state for post in read_posts(scan, 0)] == [state]
