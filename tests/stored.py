"""Documents for the tests of stores: short, and full of things that they share or nearly share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from pyoxigraph import DefaultGraph, Quad

from kg.documents import document_from_text
from kg.extract import extract
from kg.lexicon import load
from kg.merging import NONE, Decisions, resolve_all
from kg.merging.folding import folded
from kg.rdf import document_quads, shared_quads
from kg.vocab import Minter

MINTER = Minter()

TEXTS = (
    "เมื่อวันที่ 4 สิงหาคม 2564 นายเกษม ทองวิจิตร รัฐมนตรีว่าการกระทรวงการต่างประเทศ เข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน ครั้งที่ 54 ผ่านระบบการประชุมทางไกล",
    "นายเกษม ทองวิจิตร์ รัฐมนตรีว่าการกระทรวงการต่างประเทศ มีกำหนดเข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน ครั้งที่ 54 ในวันที่ 4 สิงหาคม 2564",
    "เมื่อวันที่ 5 สิงหาคม 2564 รัฐมนตรีว่าการกระทรวงการต่างประเทศ เข้าร่วมการประชุมรัฐมนตรีต่างประเทศอาเซียน - ญี่ปุ่น และสนับสนุนการฟื้นฟูเศรษฐกิจหลังโควิด-19",
    "เมื่อวันที่ 6 สิงหาคม 2564 นายเกษม ทองวิจิตร รัฐมนตรีว่าการกระทรวงการต่างประเทศ พบหารือกับนายแอนดรูว์ ฟิลด์สตัน เอกอัครราชทูตออสเตรเลียประจำประเทศไทย",
    "เมื่อวันที่ 6 สิงหาคม 2564 นายเกษมฯ หารือกับ Mr. Andrew Fieldston เอกอัครราชทูตออสเตรเลียประจำประเทศไทย เรื่องความร่วมมือด้านการศึกษา",
    "นายแอนดรู ฟิลสตัน เอกอัครราชทูตออสเตรเลียประจำประเทศไทย เยือนจังหวัดเชียงใหม่ เมื่อวันที่ 9 สิงหาคม 2564",
    "ประเทศไทยเป็นสมาชิกอาเซียน ญี่ปุ่นเป็นคู่เจรจาของอาเซียน และการประชุมสุดยอดอาเซียน ครั้งที่ 38 จะจัดขึ้นในวันที่ 26 ตุลาคม 2564 ณ กรุงบันดาร์เสรีเบกาวัน",
    "การประชุมสุดยอดอาเซียน ครั้งที่ 38 จัดขึ้นเมื่อวันที่ 26 ตุลาคม 2564 นายกรัฐมนตรีเข้าร่วมการประชุม และที่ประชุมรับรองแถลงการณ์บันดาร์เสรีเบกาวัน",
    "ประเทศไทยเป็นสมาชิกอาเซียน เมื่อวันที่ 26 ตุลาคม 2564 นายธีรภัทร วงศ์ไพบูลย์ นายกรัฐมนตรี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 38",
)
"""Own words; the people are made up."""


@cache
def document(name: str, text: str, base: str = MINTER.base) -> tuple[str, tuple[Quad, ...]]:
    """The graph of a document: its name, and what it holds."""
    read = document_from_text(text, name)
    minter = Minter(base)
    return minter.document(read.id), tuple(document_quads(extract(read), minter))


def whole(documents: Mapping[str, str], decisions: Decisions = NONE) -> set[Quad]:
    """All that a store of these documents (text by name) holds, worked out at one go."""
    stated = [quad for name, text in documents.items() for quad in document(name, text)[1]]
    named = [*stated, *shared_quads(stated, load(), MINTER), *resolve_all(stated, decisions, MINTER)]
    return {*named, *folded(named, MINTER)}


def of_named_graphs(quads: Iterable[Quad]) -> set[Quad]:
    """The quads that a store writes to a file: all but the view."""
    return {quad for quad in quads if not isinstance(quad.graph_name, DefaultGraph)}
