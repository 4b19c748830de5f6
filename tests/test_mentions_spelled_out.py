"""Short forms that a document spells out: what the lexicon knows by them, or something else."""

from __future__ import annotations

import pytest

from kg.documents import read_document
from kg.mentions.scan import Scan


def entries(text: str) -> set[str]:
    return {hit.entry.id for hit in Scan(read_document(text.encode(), "d.txt")).names}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("หารือกับองค์การโทรคมนาคม (Asia Pacific Telecommunity: APT) โดย APT ยินดีสนับสนุนไทย", "framework-apt"),
        ("ไทยเป็นสมาชิกกลุ่มต่อต้านการฟอกเงิน (Asia-Pacific Group on Money Laundering: APG)", "framework-apg"),
        ("ประชุมภาคีข้อตกลงเรื่องมลพิษจากหมอกควันข้ามแดน ครั้งที่ 18 (COP-18)", "framework-cop"),
        ("การประชุมสมัชชาภาคีอนุสัญญาว่าด้วยพื้นที่ชุ่มน้ำ (Ramsar COP 14)", "framework-cop"),
    ],
)
def test_what_a_document_spells_out_as_another_thing_is_that_thing_in_it(text: str, entry: str) -> None:
    assert entry not in entries(text)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("การประชุมอาเซียนบวกสาม (ASEAN Plus Three: APT) โดย APT ยินดีสนับสนุนไทย", "framework-apt"),
        ("ไทยร่วมการประชุม APT ที่กรุงเทพฯ", "framework-apt"),
        # Spelt with a slip, or with a word for another.
        ("รัฐมนตรีหารือเรื่องเงินกู้กับธนาคารพัฒนาเอเชีย (ASEAN Development Bank: ADB)", "body-adb"),
        ("ไทยร่วมการประชุม COP 26 ที่กลาสโกว์", "framework-cop"),
        ("การประชุมรัฐภาคีกรอบอนุสัญญาสหประชาชาติว่าด้วยการเปลี่ยนแปลงสภาพภูมิอากาศ (COP 26)", "framework-cop"),
        # Of what is known by its short form alone nothing tells that it is spelt out otherwise.
        (
            "รัฐมนตรีกล่าวถึงหุ้นส่วนสามฝ่ายด้านความมั่นคงในภูมิภาค (Australia - United Kingdom - United States: AUKUS)",
            "framework-aukus",
        ),
    ],
)
def test_a_short_form_that_is_spelt_out_as_the_lexicon_has_it_stays(text: str, entry: str) -> None:
    assert entry in entries(text)
