"""What counts as a date in Thai and English text, and what it is worth."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_in_proportion

from kg.errors import UsageError
from kg.model import DateValue
from kg.text import Span, fold
from kg.values import dates
from kg.values.calendars import labelled_year, to_gregorian
from kg.values.dates import DateMention, find_dates

REFERENCE = DateValue("2021-08-10")

DRAWN = [
    line.split("\t")
    for line in (Path(__file__).parent / "date_forms.tsv").read_text(encoding="utf-8").splitlines()[3:]
]


@pytest.mark.parametrize(("document", "words", "seen_from", "value"), DRAWN)
def test_forms_drawn_from_real_documents_are_worth_what_a_reader_said(document, words, seen_from, value):
    found = find_dates(fold(words), DateValue(seen_from) if seen_from else None)
    assert [str(mention.value or "") for mention in found] == [value], document


def test_the_forms_are_many():
    assert len({words for _, words, _, _ in DRAWN}) >= 300


# One date a line, all of it: what is written = its value.
FORMS = """
4 สิงหาคม 2564 = 2021-08-04
๔ สิงหาคม ๒๕๖๔ = 2021-08-04
04 สิงหาคม 2564 = 2021-08-04
4 สิงหาคม 2021 = 2021-08-04
4 สิงหาคม2564 = 2021-08-04
4สิงหาคม2564 = 2021-08-04
4  สิงหาคม  2564 = 2021-08-04
4\u00a0สิงหาคม\u00a02564 = 2021-08-04
4\u200b สิงหาคม 2564 = 2021-08-04
วันที่ 4 สิงหาคม 2564 = 2021-08-04
วันที่4 สิงหาคม 2564 = 2021-08-04
วันพุธที่ 4 สิงหาคม 2564 = 2021-08-04
วันพุธ ที่ 4 สิงหาคม 2564 = 2021-08-04
วันพุธ 4 สิงหาคม 2564 = 2021-08-04
พุธที่ 4 สิงหาคม 2564 = 2021-08-04
วันจันทร์ที่ 1 มีนาคม 2564 = 2021-03-01
วันอังคารที่ 2 มีนาคม 2564 = 2021-03-02
วันพฤหัสบดีที่ ๔ มีนาคม ๒๕๖๔ = 2021-03-04
วันพฤหัสฯ ที่ 4 มีนาคม 2564 = 2021-03-04
วันศุกร์ที่ 5 มีนาคม 2564 = 2021-03-05
วันเสาร์ที่ 6 มีนาคม 2564 = 2021-03-06
วันอาทิตย์ที่ 7 มีนาคม 2564 = 2021-03-07
วันที่ 4 เดือนสิงหาคม 2564 = 2021-08-04
วันที่ 4 เดือน สิงหาคม พ.ศ. 2564 = 2021-08-04
6 สิงหาคม พ.ศ. 2564 = 2021-08-06
6 สิงหาคม พ.ศ.2564 = 2021-08-06
6 สิงหาคม ค.ศ. 2021 = 2021-08-06
6 สิงหาคม ค.ศ. 2564 = 2021-08-06
6 สิงหาคม ปี 2564 = 2021-08-06
6 สิงหาคม พุทธศักราช 2564 = 2021-08-06
6 สิงหาคม 64 = 2021-08-06
6 ส.ค. 64 = 2021-08-06
6 ส.ค. 2564 = 2021-08-06
6 ส.ค.64 = 2021-08-06
6 ส.ค 64 = 2021-08-06
6 ส. ค. 2564 = 2021-08-06
6 สค. 2564 = 2021-08-06
1 ม.ค. 2564 = 2021-01-01
2 ก.พ. 2564 = 2021-02-02
3 มี.ค. 2564 = 2021-03-03
4 เม.ย. 2564 = 2021-04-04
5 พ.ค. 2564 = 2021-05-05
6 มิ.ย. 2564 = 2021-06-06
7 ก.ค. 2564 = 2021-07-07
8 ส.ค. 2564 = 2021-08-08
9 ก.ย. 2564 = 2021-09-09
10 ต.ค. 2564 = 2021-10-10
11 พ.ย. 2564 = 2021-11-11
12 ธ.ค. 2564 = 2021-12-12
16 พ.ย.2566 = 2023-11-16
10 พ.ย. 63 = 2020-11-10
๑๐ พ.ย. ๖๓ = 2020-11-10
13 มกราคม 2566 = 2023-01-13
13 กุมภาพันธ์ 2566 = 2023-02-13
13 มีนาคม 2566 = 2023-03-13
13 เมษายน 2566 = 2023-04-13
13 พฤษภาคม 2566 = 2023-05-13
13 มิถุนายน 2566 = 2023-06-13
13 กรกฎาคม 2566 = 2023-07-13
13 กันยายน 2566 = 2023-09-13
13 ตุลาคม 2566 = 2023-10-13
13 พฤศจิกายน 2566 = 2023-11-13
13 ธันวาคม 2566 = 2023-12-13
13 กรกฏาคม 2566 = 2023-07-13
13 พฤษจิกายน 2566 = 2023-11-13
13 กุมภาพันธุ์ 2566 = 2023-02-13
13 ธันวา 2566 = 2023-12-13
20 มกราคม 2566 2566 = 2023-01-20
29 กุมภาพันธ์ 2567 = 2024-02-29
18 เม.ย. 2398 = 1855-04-18
20 มีนาคม พ.ศ. 2376 = 1833-03-20
1 มีนาคม 2565 ที่ผ่านมา = 2022-03-01
1 มีนาคม 2565 นี้ = 2022-03-01
1-2 มีนาคม 2564 = 2021-03-01/2021-03-02
๑-๒ มีนาคม ๒๕๖๔ = 2021-03-01/2021-03-02
1 - 2 มีนาคม 2564 = 2021-03-01/2021-03-02
1 – 2 มีนาคม 2564 = 2021-03-01/2021-03-02
1 — 2 มีนาคม 2564 = 2021-03-01/2021-03-02
13- 15 พฤศจิกายน 2567 = 2024-11-13/2024-11-15
27 - 30 พฤศจิกายน 2566 = 2023-11-27/2023-11-30
วันที่ 2 - 6 ตุลาคม 2566 = 2023-10-02/2023-10-06
วันที่ 18 - 21กุมภาพันธ์ 2566 = 2023-02-18/2023-02-21
วันที่ 7 ถึง 9 มีนาคม 2567 = 2024-03-07/2024-03-09
วันที่ 7 ถึงวันที่ 9 มีนาคม 2567 = 2024-03-07/2024-03-09
วันที่ 7 จนถึง 9 มีนาคม 2567 = 2024-03-07/2024-03-09
วันที่ 4 และ 5 มีนาคม 2567 = 2024-03-04/2024-03-05
วันที่ 4 และวันที่ 5 มีนาคม 2567 = 2024-03-04/2024-03-05
วันที่ 4, 5 และ 6 มีนาคม 2567 = 2024-03-04/2024-03-06
วันจันทร์ที่ 4 - วันอังคารที่ 5 มีนาคม 2567 = 2024-03-04/2024-03-05
9 - 14 ส.ค.65 = 2022-08-09/2022-08-14
15 - 16 ธ.ค.67 = 2024-12-15/2024-12-16
28 กุมภาพันธ์ - 2 มีนาคม 2567 = 2024-02-28/2024-03-02
วันที่ 28 กุมภาพันธ์ ถึงวันที่ 2 มีนาคม 2567 = 2024-02-28/2024-03-02
28 ก.พ. - 2 มี.ค. 67 = 2024-02-28/2024-03-02
30 ธันวาคม 2566 - 2 มกราคม 2567 = 2023-12-30/2024-01-02
30 ธันวาคม - 2 มกราคม 2567 = 2023-12-30/2024-01-02
30 ธันวาคม 2566 - 2 มกราคม = 2023-12-30/2024-01-02
31 มีนาคม และ 1 เมษายน 2567 = 2024-03-31/2024-04-01
วันที่ 1 มกราคม 2567 - 31 ธันวาคม 2569 = 2024-01-01/2026-12-31
01/02/2566 - 03/02/2566 = 2023-02-01/2023-02-03
เดือนตุลาคม 2564 = 2021-10
เดือน ตุลาคม 2564 = 2021-10
ตุลาคม 2564 = 2021-10
ตุลาคม ปี 2564 = 2021-10
ตุลาคม พ.ศ. 2564 = 2021-10
ตุลาคมของปี 2564 = 2021-10
เดือนตุลาคม ค.ศ. 2021 = 2021-10
เดือนตุลาคม 2021 = 2021-10
เดือนมกราคม 2568 ที่จะถึงนี้ = 2025-01
เดือนธันวาคม 2567 ที่ผ่านมา = 2024-12
ต้นเดือนกุมภาพันธ์ 2568 = 2025-02
ปลายเดือนตุลาคม 2564 = 2021-10
ช่วงปลายเดือนตุลาคม 2564 = 2021-10
ประจำเดือนมิถุนายน 2566 = 2023-06
พ.ย.66 = 2023-11
พ.ย. 2566 = 2023-11
พ.ย 66 = 2023-11
เดือน ก.พ. 2566 = 2023-02
มี.ค. 2566 = 2023-03
เม.ย. 2566 = 2023-04
มิ.ย. 2566 = 2023-06
มกราคม - มีนาคม 2567 = 2024-01/2024-03
ช่วงเดือนเมษายน-ตุลาคม 2565 = 2022-04/2022-10
ตุลาคม 2564 - มีนาคม 2565 = 2021-10/2022-03
ตุลาคม - มีนาคม 2565 = 2021-10/2022-03
ปี 2564 = 2021
ปี2564 = 2021
ปี ๒๕๖๔ = 2021
พ.ศ. 2564 = 2021
พ.ศ.2564 = 2021
พ.ศ 2564 = 2021
ปี พ.ศ. 2547 = 2004
ปี ค.ศ. 2559 = 2016
ปีค.ศ. 2034 = 2034
ค.ศ. 2030 = 2030
ค.ศ. 1982 = 1982
ค.ศ. 1833 = 1833
พ.ศ. 2376 = 1833
พ.ศ. 1893 = 1350
ปี 2022 = 2022
ปี 68 = 2025
ปี66 = 2023
ปี 2565 นี้ = 2022
ปี 2567 ที่จะมาถึง = 2024
พุทธศักราช ๒๕๖๔ = 2021
คริสต์ศักราช 2021 = 2021
คริสตศักราช 2021 = 2021
ประจำปี 2565 = 2022
ประจำปีงบประมาณ 2565 = 2022
ปีงบประมาณ พ.ศ. 2565 = 2022
ปีการศึกษา 2565 = 2022
ปี 2573 (ค.ศ. 2030) = 2030
พ.ศ. 2376 (ค.ศ. 1833) = 1833
ช่วงปี 2565-2566 = 2022/2023
ปี 2565 - 2569 = 2022/2026
ปี 2565 ถึง 2569 = 2022/2026
ปี 2565 ถึงปี 2569 = 2022/2026
ปี พ.ศ. 2565 - พ.ศ. 2569 = 2022/2026
ปี 2565/2566 = 2022/2023
ปี 2565-66 = 2022/2023
ปี 65-66 = 2022/2023
ค.ศ. 2026-2030 = 2026/2030
ปี ค.ศ. 2002 - 2005 = 2002/2005
ปี 2564-2021 = 2021
ฤดูใบไม้ร่วงปี 2564 = 2021
ฤดูใบไม้ผลิ ปี 2564 = 2021
ฤดูหนาวของปี 2564 = 2021
ฤดูร้อน 2564 = 2021
ครึ่งปีหลังของปี 2562 = 2019
ครึ่งแรกของปี 2565 = 2022
ครึ่งปีแรก 2565 = 2022
ต้นปี 2563 = 2020
ช่วงต้นปี 2563 = 2020
กลางปี 2563 = 2020
ปลายปี 2565 = 2022
สิ้นปี 2565 = 2022
ไตรมาสที่ 3 ของปี 2564 = 2021
ไตรมาส 3 ปี 2564 = 2021
ไตรมาส 3/2564 = 2021
ไตรมาสแรกของปีงบประมาณ 2567 = 2024
06/08/2564 = 2021-08-06
6/8/2564 = 2021-08-06
๐๖/๐๘/๒๕๖๔ = 2021-08-06
06/08/2021 = 2021-08-06
6/8/64 = 2021-08-06
6/8/21 = 2021-08-06
06-08-2564 = 2021-08-06
6.8.2564 = 2021-08-06
วันที่ 06/08/2564 = 2021-08-06
2021-08-04 = 2021-08-04
2564-08-04 = 2021-08-04
4 August 2021 = 2021-08-04
4th August 2021 = 2021-08-04
4th of August 2021 = 2021-08-04
4 Aug 2021 = 2021-08-04
4 Aug. 2021 = 2021-08-04
4-Aug-2021 = 2021-08-04
4 AUGUST 2021 = 2021-08-04
4 August 2564 = 2021-08-04
August 4, 2021 = 2021-08-04
August 4 2021 = 2021-08-04
August 4th, 2021 = 2021-08-04
Sept. 4, 2021 = 2021-09-04
May 2567 = 2024-05
October 2021 = 2021-10
1-3 March 2021 = 2021-03-01/2021-03-03
March 1-3, 2021 = 2021-03-01/2021-03-03
30 August - 2 September 2021 = 2021-08-30/2021-09-02
วันนี้ (7 พฤศจิกายน 2565) = 2022-11-07
วันนี้ (วันจันทร์ที่ 7 พฤศจิกายน 2565) = 2022-11-07
วันนี้ (7 พ.ย. 65) = 2022-11-07
วันนี้(7พ.ย.65) = 2022-11-07
วันนี้ 7 พฤศจิกายน 2565 = 2022-11-07
วันนี้ (6-7 พฤศจิกายน 2565) = 2022-11-06/2022-11-07
เมื่อวานนี้ (6 พฤศจิกายน 2565) = 2022-11-06
วันพรุ่งนี้ (8 พฤศจิกายน 2565) = 2022-11-08
วันนี้ (07/11/2565) = 2022-11-07
วันนี้ = 2021-08-10
เมื่อวานนี้ = 2021-08-09
เมื่อวาน = 2021-08-09
วานนี้ = 2021-08-09
พรุ่งนี้ = 2021-08-11
วันพรุ่งนี้ = 2021-08-11
วันมะรืนนี้ = 2021-08-12
เดือนนี้ = 2021-08
เดือนหน้า = 2021-09
เดือนที่แล้ว = 2021-07
เดือนที่ผ่านมา = 2021-07
เดือนก่อน = 2021-07
ปลายเดือนนี้ = 2021-08
ปีนี้ = 2021
ปลายปีนี้ = 2021
ปีที่แล้ว = 2020
ปีที่ผ่านมา = 2020
ปีก่อน = 2020
ปีหน้า = 2022
ต้นปีหน้า = 2022
ปีที่จะถึงนี้ = 2022
ปลายปี = 2021
ครึ่งปีหลัง = 2021
ไตรมาสที่ 1 ปีหน้า = 2022
เดือนพฤศจิกายนที่ผ่านมา = 2020-11
เดือนกรกฎาคมที่ผ่านมา = 2021-07
เดือนสิงหาคมที่ผ่านมา = 2021-08
เดือนพฤศจิกายนนี้ = 2021-11
เดือนมีนาคมที่จะถึงนี้ = 2022-03
เดือนตุลาคมศกนี้ = 2021-10
เดือนธันวาคมปีนี้ = 2021-12
เดือนมีนาคมปีหน้า = 2022-03
เดือนมีนาคมของปีหน้า = 2022-03
เดือนธันวาคมปีที่แล้ว = 2020-12
เดือนตุลาคม = 2021-10
ตุลาคม = 2021-10
ธ.ค.นี้ = 2021-12
เดือน ธ.ค. = 2021-12
7 ก.พ นี้ = 2021-02-07
วันที่ 1-2 มีนาคมที่ผ่านมา = 2021-03-01/2021-03-02
วันที่ 24 ตุลาคม ที่ผ่านมา = 2020-10-24
วันที่ 10 สิงหาคมที่ผ่านมา = 2021-08-10
วันที่ 9 สิงหาคมที่จะถึงนี้ = 2022-08-09
13-17 ก.ย.นี้ = 2021-09-13/2021-09-17
วันที่ 1 มีนาคม = 2021-03-01
วันที่ 30 ธันวาคม - 2 มกราคม = 2021-12-30/2022-01-02
วันนี้ - 31 สิงหาคม 2564 = 2021-08-10/2021-08-31
4 August = 2021-08-04
"""
TABLE = [tuple(line.split(" = ")) for line in FORMS.strip("\n").split("\n")]

NO_DATES = [
    "25 ปี",
    "190 ปี",
    "๕๐ ปี",
    "15 ชั่วโมง",
    "ครบรอบ 50 ปี",
    "ระยะ 5 ปี",
    "วาระครบรอบ ๗๕ ปี",
    "โทร. 02-203-5000",
    "0 2203 5000",
    "ครั้งที่ 1/2567",
    "มาตรา 44",
    "10-01 ชั้น 10",
    "30 บาท",
    "2,564 บาท",
    "เวลา 09.30 น.",
    "09.30 - 10.30 น.",
    "นา",
    "หน้า 5",
    "ตลอด 5 ปีที่ผ่านมา",
    "เมื่อ 2 ปีก่อน",
    "หลายปีที่ผ่านมา",
    "3 เดือนที่แล้ว",
    "สองปีที่แล้ว",
    "ทุกวันนี้",
    "ในเร็ววันนี้",
    "สำนักงาน ก.พ.",
    "ก.พ.ร. 2564",
    "บัตร ส.ค.ส.",
    "นางสาวเมษา",
    "ปีละ 2 ครั้ง",
    "ปีที่ 50",
    "ตุลาการ 5 คน",
    "เอเปค 2565",
    "เดือนละ",
    "May I",
    "12 Marching",
    "10.10.10",
    "1/2",
    "99/99",
    "อาคาร 3 เมตร",
    "ฤดูกาล",
    "ครึ่งหนึ่ง",
    "พฤษศาสตร์",
    "กรกช 5",
    "วัน",
    "",
    "ปี",
    "ปี ",
    "มูลค่า 2564.5 ล้าน",
    "ร้อยละ 64",
    "ปีหน้าที่",
    "5 ปี 60 วัน",
    "ปี 65 ล้าน",
    "สังคม 2 ด้าน",
]


def found(text: str, reference: DateValue | None = REFERENCE) -> list[DateMention]:
    return find_dates(fold(text), reference)


def values(text: str, reference: DateValue | None = REFERENCE) -> list[str]:
    return [str(mention.value) for mention in found(text, reference)]


@pytest.mark.parametrize(("text", "value"), TABLE)
def test_a_date_is_read_whole_and_right(text: str, value: str) -> None:
    mentions = found(text)
    assert [(m.span.of(text), str(m.value), m.note) for m in mentions] == [(text, value, "")]


@pytest.mark.parametrize(("text", "value"), TABLE)
def test_a_date_stands_in_running_text(text: str, value: str) -> None:
    around = f"มีการประชุมใน {text} ณ กรุงเทพฯ"
    assert [(m.span.of(around), str(m.value)) for m in found(around)] == [(text, value)]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_the_table_is_large() -> None:
    assert len(TABLE) >= 200


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4 สิงหาคม 2564", "day"),
        ("สิงหาคม 2564", "month"),
        ("ปี 2564", "year"),
        ("1-2 มีนาคม 2564", "interval"),
        ("ปี 2564-2565", "interval"),
        ("ปีหน้า", "relative"),
        ("1-2 มีนาคมที่ผ่านมา", "relative"),
        ("วันนี้ (7 พฤศจิกายน 2565)", "day"),
    ],
)
def test_the_kind_says_how_it_is_written(text: str, kind: str) -> None:
    assert [m.kind for m in found(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("31 กุมภาพันธ์ 2564", "February 2021 has 28 days, not 31"),
        ("29 กุมภาพันธ์ 2566", "February 2023 has 28 days, not 29"),
        ("31 เมษายน 2566", "April 2023 has 30 days, not 31"),
        ("12/13/2566", "a year has no month 13"),
        ("2021-02-30", "February 2021 has 28 days, not 30"),
        ("5-2 มีนาคม 2564", "ends before it begins"),
        ("วันที่ 29 กรกฎาคมของทุกปี", "comes back every year"),
        ("1-31 เมษายน 2566", "April 2023 has 30 days, not 31"),
    ],
)
def test_a_date_that_cannot_be_is_kept_with_the_reason(text: str, note: str) -> None:
    assert [(m.span.of(text), m.value, m.note) for m in found(text)] == [(text, None, note)]


def test_without_a_reference_a_relative_date_is_kept_without_a_value() -> None:
    text = "วันนี้และปีหน้า วันที่ 1 มีนาคม"
    mentions = found(text, None)
    assert [(m.value, m.kind) for m in mentions] == [(None, "relative")] * 3
    assert all("date of the document" in m.note for m in mentions)


def test_a_reference_serves_as_far_as_it_goes() -> None:
    year, month = DateValue("2021"), DateValue("2021-03")
    assert values("วันนี้", year) == ["2021"]
    assert values("วันนี้", month) == ["2021-03"]
    assert values("เดือนพฤศจิกายนที่ผ่านมา", year) == ["2021-11"]
    assert values("วันที่ 5 มีนาคมที่ผ่านมา", month) == ["2021-03-05"]
    assert values("เดือนเมษายนที่ผ่านมา", month) == ["2020-04"]
    assert values("เดือนหน้า", DateValue("2021-12")) == ["2022-01"]
    assert values("เดือนที่แล้ว", DateValue("2021-01-05")) == ["2020-12"]
    assert values("วันพรุ่งนี้", DateValue("2020-12-31")) == ["2021-01-01"]


def test_this_january_said_in_november_is_the_coming_one() -> None:
    assert values("เดือนมกราคมนี้", DateValue("2021-11-20")) == ["2022-01"]
    assert values("เดือนธันวาคมนี้", DateValue("2021-01-05")) == ["2021-12"]


def test_days_apart_are_dates_apart() -> None:
    text = "วันที่ 4 และ 8 มีนาคม 2567"
    assert [(m.span.of(text), str(m.value)) for m in found(text)] == [
        ("วันที่ 4", "2024-03-04"),
        ("8 มีนาคม 2567", "2024-03-08"),
    ]
    assert values("วันที่ 4 มีนาคม และ 8 เมษายน 2567") == ["2024-03-04", "2024-04-08"]
    assert values("วันที่ 4-5 และ 8-9 มีนาคม 2567") == ["2024-03-04/2024-03-05", "2024-03-08/2024-03-09"]


def test_years_apart_are_dates_apart() -> None:
    assert values("ในปี 2564 และ 2566") == ["2021", "2023"]
    assert values("ปี 2564 และปี 2566") == ["2021", "2023"]


def test_years_alone_in_brackets() -> None:
    text = "แผนปฏิบัติการ (2566 - 2568) และรายงาน (2565)"
    assert values(text) == ["2023/2025", "2022"]
    assert values("(2024 ASEAN Summit)") == []


def test_a_session_number_is_no_day() -> None:
    assert values("การประชุมครั้งที่ 5 มีนาคม 2564") == ["2021-03"]
    assert values("ครั้งที่ 45 มีนาคม 2564") == ["2021-03"]
    assert values("ชั้น 2, 5 มีนาคม 2564") == ["2021-03-05"]


def test_dates_do_not_run_over_line_ends() -> None:
    assert values("วันนี้\n(7 พฤศจิกายน 2565)") == ["2021-08-10", "2022-11-07"]
    assert values("4 สิงหาคม\n2564 คน") == ["2021-08-04"]


def test_the_time_of_day_stays_outside() -> None:
    text = "วันนี้ (7 พฤศจิกายน 2565 เวลา 10.00 น.)"
    assert [m.span.of(text) for m in found(text)] == ["วันนี้ (7 พฤศจิกายน 2565"]


def test_month_words_inside_other_words_do_not_mislead() -> None:
    assert values("มิถุนายน 2564 นายกรัฐมนตรี") == ["2021-06"]
    assert values("มีนาคม 2564") == ["2021-03"]


def test_marks_and_characters_outside_thai_keep_offsets() -> None:
    text = "😀😀 ประชุม é วันที่ ๔ สิงหาคม ๒๕๖๔ 😀 ปีหน้า"
    assert [m.span.of(text) for m in found(text)] == ["วันที่ ๔ สิงหาคม ๒๕๖๔", "ปีหน้า"]


MONTHS = [
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))


@st.composite
def written(draw: st.DrawFn, day: date) -> str:
    lead = draw(st.sampled_from(["", "วันที่ ", "วันที่", "วันศุกร์ที่ "]))
    month = draw(st.sampled_from(MONTHS[day.month - 1]))
    era = draw(st.sampled_from(["", "พ.ศ. ", "พ.ศ.", "ปี "]))
    gap, other = draw(st.sampled_from(["", " ", "  ", "\u00a0"])), draw(st.sampled_from(["", " ", "  "]))
    number = f"{day.day:02d}" if draw(st.booleans()) else str(day.day)
    text = f"{lead}{number}{gap}{month}{other}{era}{day.year + 543}"
    return text.translate(THAI_DIGITS) if draw(st.booleans()) else text


def whole(text: str) -> DateValue | None:
    """What a text is worth that is one date from end to end."""
    (mention,) = find_dates(fold(text))
    assert mention.span == Span(0, len(text))
    return mention.value


@given(st.data(), DAYS)
def test_every_day_reads_back_from_buddhist_thai(data: st.DataObject, day: date) -> None:
    text = data.draw(written(day))
    assert whole(text) == DateValue(day.isoformat())


@given(st.data(), DAYS, st.integers(1, 400))
def test_every_interval_reads_back_in_order(data: st.DataObject, day: date, length: int) -> None:
    last = day + timedelta(days=length)
    text = f"{data.draw(written(day))} - {data.draw(written(last))}"
    if last.year <= 2150:
        assert whole(text) == DateValue(day.isoformat(), last.isoformat())


PIECES = [
    "1",
    "31",
    "5",
    "2",
    "2564",
    "2021",
    "64",
    "-",
    " ",
    " - ",
    "/",
    "และ",
    "ถึง",
    "มกราคม",
    "ก.พ.",
    "ธันวาคม",
    "ปี",
    "พ.ศ.",
    "ค.ศ. ",
    "นี้",
    "ที่ผ่านมา",
    "วันที่ ",
    "วันนี้",
    "(",
    ")",
    "เดือน",
    "ไตรมาส",
    "ครึ่งปีแรก",
    "May ",
    "ครั้งที่ ",
    "\n",
    ",",
    "น",
    "หน้า",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_mentions_are_ordered_disjoint_and_dated_or_explained(text: str) -> None:
    at = 0
    for mention in found(text):
        assert mention.span.start >= at
        assert len(mention.span) > 0
        assert mention.span.of(text) == mention.span.of(text).strip(" ")
        at = mention.span.end
        assert (mention.value is None) == bool(mention.note)
        if mention.value and mention.value.until:
            assert mention.value.start < mention.value.until
            assert len(mention.value.start) == len(mention.value.until)


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for mention in find_dates(fold(text)):
        assert mention.span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1-",
        "ปี ",
        "1 และ ",
        "1 มกราคม - ",
        "มกราคม",
        "พ.ศ. ",
        "ปี 2564-",
        "1, ",
        "วันนี้ (",
        "2564-",
        "12/",
        "วันจันทร์ที่ 4 ",
        " ",
        "ครึ่งปีแรก ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    # What was found in the last texts is kept: beside that, only the copying of a list would be measured.
    found_anew = dates._found.__wrapped__
    assert grows_in_proportion(piece, lambda text: lambda: found_anew(text, REFERENCE))


@pytest.mark.parametrize(
    ("year", "gregorian"),
    [
        (2564, 2021),
        (2400, 1857),
        (2376, 1833),
        (2021, 2021),
        (1900, 1900),
        (2150, 2150),
        (50, 2007),
        (75, 2032),
        (64, 2021),
    ],
)
def test_a_year_is_buddhist_or_gregorian_by_its_size(year: int, gregorian: int) -> None:
    assert to_gregorian(year) == gregorian


@pytest.mark.parametrize("year", [0, 49, 76, 999, 3000, -5])
def test_a_number_that_is_no_year_is_refused(year: int) -> None:
    with pytest.raises(UsageError, match=str(year)):
        to_gregorian(year)
    with pytest.raises(UsageError):
        labelled_year(year, "พ.ศ.")
