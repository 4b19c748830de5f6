"""The words of the pages, in Thai and English; those of classes and properties are the ontology's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, cast

from kg.view.settings import Settings

Language = Literal["th", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "explorer": ("กราฟ", "Graph"),
    "query": ("สืบค้น", "Query"),
    "other": ("English", "ไทย"),
    "document": ("เอกสาร", "Document"),
    "issued": ("วันที่เผยแพร่", "Published"),
    "source": ("ต้นฉบับ", "Original"),
    "name": ("ชื่อแฟ้ม", "File"),
    "text": ("ข้อความ", "Text"),
    "facts": ("ข้อความใดระบุอะไร", "What the words state"),
    "as_turtle": ("ข้อมูลของเอกสารนี้ (Turtle)", "What the document states, as Turtle"),
    "no_text": (
        "กราฟนี้เก็บเฉพาะข้อความที่ยกมา ไม่ได้เก็บข้อความเต็มของเอกสาร",
        "This graph holds quotations only, not the text of the document.",
    ),
    "no_facts": ("ไม่มีข้อเท็จจริงที่อ้างถึงเอกสารนี้", "No claim quotes this document."),
    "in_text": ("ดูในข้อความ", "In the text"),
    "characters": ("อักขระ", "characters"),
    "doubtful": (
        "ข้อความที่ยกมาไม่ตรงกับเอกสารที่เก็บไว้ ณ ตำแหน่งนี้",
        "The words quoted do not stand at this place of the text that is kept.",
    ),
    "shipped": ("คำถามที่มีให้", "Questions that ship"),
    "own": ("คำถามของตนเอง", "A question of your own"),
    "put": ("ถามข้อนี้", "Ask this"),
    "run": ("ถาม", "Run"),
    "stop": ("หยุด", "Stop"),
    "editor": ("คำถาม SPARQL", "SPARQL query"),
    "editor_hint": (
        "Ctrl+Enter ถาม · Ctrl+Space เติมคำ · Esc ออกจากช่อง",
        "Ctrl+Enter runs · Ctrl+Space completes · Esc leaves the editor",
    ),
    "results": ("ผลลัพธ์", "Results"),
    "rows": ("{0} แถว ใน {1} วินาที", "{0} rows in {1} s"),
    "shown": ("แสดง {0} แถวแรก", "the first {0} are shown"),
    "more": ("แสดงเพิ่ม", "Show more"),
    "yes": ("ใช่", "Yes"),
    "no": ("ไม่ใช่", "No"),
    "running": ("กำลังถาม…", "Asking…"),
    "stopped": ("หยุดแล้ว", "Stopped"),
    "refused": ("คำถามนี้ถามไม่ได้: {0}", "{0}"),
    "late": ("ใช้เวลานานเกินกำหนด หรือเครื่องแม่ข่ายไม่ว่าง: {0}", "{0}"),
    "failed": ("ไม่ได้คำตอบจากเครื่องแม่ข่าย", "The server gave no answer"),
    "save": ("บันทึกเป็น", "Save as"),
    "link": ("คัดลอกลิงก์ของคำถาม", "Copy a link to the query"),
    "copied": ("คัดลอกแล้ว", "Copied"),
    "describe": ("กราฟบอกอะไรถึงสิ่งนี้", "What the graph says of it"),
    "optional": ("ไม่ระบุก็ได้", "may be left out"),
    "needs_script": ("หน้านี้ต้องใช้ JavaScript", "This page needs JavaScript."),
}


_COLUMNS: dict[str, tuple[str, str]] = {
    "about": ("สิ่งที่ถาม", "Thing"),
    "about_label": ("เกี่ยวกับ", "About"),
    "act": ("การกระทำ", "Act"),
    "by_label": ("โดย", "By"),
    "capacity": ("ฐานะ", "Capacity"),
    "claim": ("ข้อกล่าว", "Claim"),
    "confidence": ("ความเชื่อมั่น", "Confidence"),
    "count": ("จำนวนเอกสาร", "Documents"),
    "date": ("วันที่", "Date"),
    "document": ("เอกสารใด", "Which document"),
    "document_title": ("เอกสาร", "Document"),
    "documents": ("จำนวนเอกสาร", "Documents"),
    "end": ("สิ้นสุดที่อักขระ", "To character"),
    "first": ("เอกสารแรก", "First document"),
    "for_label": ("ผู้แทนของ", "For"),
    "framework_label": ("กรอบความร่วมมือ", "Framework"),
    "issued": ("วันที่เอกสาร", "Document date"),
    "last": ("เอกสารล่าสุด", "Last document"),
    "meeting_label": ("การประชุม", "Meeting"),
    "member_label": ("สมาชิก", "Member"),
    "modality": ("ภาวะ", "Stated as"),
    "one_label": ("ฝ่ายหนึ่ง", "One"),
    "other_label": ("อีกฝ่าย", "The other"),
    "other_claim": ("ข้อกล่าวอีกฝ่าย", "Other claim"),
    "other_document_title": ("เอกสารอีกฝ่าย", "Other document"),
    "other_issued": ("วันที่เอกสารอีกฝ่าย", "Other document's date"),
    "other_modality": ("ภาวะอีกฝ่าย", "Other stated as"),
    "other_quote": ("ข้อความอีกฝ่าย", "Other words"),
    "other_value": ("ค่าอีกฝ่าย", "Other value"),
    "outcome_label": ("เอกสารผลลัพธ์", "Outcome"),
    "person_label": ("บุคคล", "Person"),
    "place_label": ("สถานที่", "Place"),
    "position": ("ตำแหน่ง", "Post"),
    "predicate": ("ความสัมพันธ์", "Relation"),
    "proposer_label": ("ผู้เสนอ", "Proposed by"),
    "quote": ("ข้อความ", "Words"),
    "role": ("บทบาท", "Role"),
    "rule": ("กฎที่อ่านได้", "Rule"),
    "start": ("เริ่มที่อักขระ", "From character"),
    "status": ("สถานะ", "Status"),
    "subject": ("ประธาน", "Subject"),
    "subject_label": ("ประธาน", "Subject"),
    "support": ("เอกสารอิสระ", "Independent documents"),
    "supporter_label": ("ผู้สนับสนุน", "Supported by"),
    "topic_label": ("หัวข้อ", "Topic"),
    "until": ("ถึงวันที่", "Until"),
    "value": ("ค่า", "Value"),
    "values": ("จำนวนค่า", "Values"),
    "what_label": ("สิ่งที่เสนอ", "What"),
    "who_label": ("ผู้เข้าร่วม", "Who"),
}


_MEMBERSHIP: dict[str, tuple[str, str]] = {
    "participant": ("ผู้มีส่วนร่วม", "participant"),
    "coordinator": ("ผู้ประสานงาน", "coordinator"),
    "member": ("สมาชิก", "member"),
    "dialogue partner": ("คู่เจรจา", "dialogue partner"),
    "observer": ("ผู้สังเกตการณ์", "observer"),
    "development partner": ("หุ้นส่วนเพื่อการพัฒนา", "development partner"),
}


def membership(language: Language) -> Mapping[str, str]:
    """What the query of members has for roles and capacities, in a language."""
    return _in(language, _MEMBERSHIP)


def columns(language: Language) -> Mapping[str, str]:
    """What columns of shipped queries are called in a language."""
    return _in(language, _COLUMNS)


def words(language: Language) -> Mapping[str, str]:
    """All words of the pages in a language."""
    return _in(language, _WORDS)


def _in(language: Language, told: Mapping[str, tuple[str, str]]) -> Mapping[str, str]:
    return {name: both[0 if language == "th" else 1] for name, both in told.items()}


def language_of(asked: Sequence[str] | None, settings: Settings) -> Language:
    """The language that an address asks for (``?lang=``), else that of the server."""
    wanted = asked[0] if asked and asked[0] in {"th", "en"} else settings.language
    return cast("Language", wanted)
