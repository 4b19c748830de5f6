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
    "failed": ("ไม่ได้คำตอบจากเครื่องแม่ข่าย", "The server gave no answer"),
    "save": ("บันทึกเป็น", "Save as"),
    "link": ("คัดลอกลิงก์ของคำถาม", "Copy a link to the query"),
    "copied": ("คัดลอกแล้ว", "Copied"),
    "describe": ("กราฟบอกอะไรถึงสิ่งนี้", "What the graph says of it"),
    "optional": ("ไม่ระบุก็ได้", "may be left out"),
    "needs_script": ("หน้านี้ต้องใช้ JavaScript", "This page needs JavaScript."),
}


def words(language: Language) -> Mapping[str, str]:
    """All words of the pages in a language."""
    return {name: both[0 if language == "th" else 1] for name, both in _WORDS.items()}


def language_of(asked: Sequence[str] | None, settings: Settings) -> Language:
    """The language that an address asks for (``?lang=``), else that of the server."""
    wanted = asked[0] if asked and asked[0] in {"th", "en"} else settings.language
    return cast("Language", wanted)
