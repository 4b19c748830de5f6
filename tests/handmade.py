"""Extractions made by hand, for the tests of what comes after extraction."""

from __future__ import annotations

import hashlib

from kg.model import (
    Assertion,
    Block,
    BlockRole,
    DateValue,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Modality,
    Source,
)
from kg.text import OffsetMap, Span, fold

PERSON, COUNTRY, MEETING = EntityType.PERSON, EntityType.COUNTRY, EntityType.MEETING


def document(
    identifier: str, raw: str, title: str = "", published: str = "2021-08-04", url: str = ""
) -> Document:
    """A document whose cleaned text is its raw text."""
    return Document(
        id=identifier,
        source=Source(
            f"{identifier}.txt", f"{identifier}.txt", hashlib.sha256(raw.encode()).hexdigest(), "utf-8"
        ),
        raw=raw,
        text=raw,
        folded=fold(raw),
        offsets=OffsetMap.identity(len(raw)),
        profile="plain",
        blocks=(Block(Span(0, len(raw)), BlockRole.BODY),),
        title=title or raw.split("\n", 1)[0],
        published=DateValue(published) if published else None,
        url=url,
    )


def claim(  # noqa: PLR0917 - a claim in one line of a table
    source: Document,
    subject: str,
    predicate: str,
    value: str,
    quote: str,
    modality: Modality = Modality.ACTUAL,
    confidence: float = 0.9,
    literal: bool = False,
    rule: str = "by-hand",
) -> Assertion:
    """A claim that ``quote`` (found in the raw text) states."""
    start = source.raw.index(quote)
    evidence = Evidence(source.id, Span(start, start + len(quote)), quote, rule, confidence)
    return Assertion(subject, predicate, value, literal, modality, (evidence,))


def entity(key: str, kind: EntityType, name: str, *aliases: str, cls: str = "", named: bool = True) -> Entity:
    """An entity; its local id is its key."""
    lexicon = key.removeprefix("lex:") if key.startswith("lex:") else ""
    return Entity(key, key, kind, name, aliases, (), named, lexicon, cls or kind.value)


VICHAWAT = "person:วิชาวัฒน์ อิศรภักดี"
MORGULOV = "person:igor morgulov"
THAILAND, RUSSIA, ASEAN = "lex:country-th", "lex:country-ru", "lex:asean"
SOM = "meeting:การประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย:17"
SUMMIT = "meeting:การประชุมสุดยอดอาเซียน-รัสเซีย:4"
YEAR = "initiative:ปีแห่งความร่วมมือด้านวิทยาศาสตร์"
ENERGY = "topic:พลังงานทางเลือก"
MANILA = "place:กรุงมะนิลา"
STATEMENT = "document:แถลงการณ์ร่วม"

ENTITIES = {
    e.key: e
    for e in (
        entity(VICHAWAT, PERSON, "วิชาวัฒน์ อิศรภักดี", "นายวิชาวัฒน์ อิศรภักดี", "Vijavat Isarabhakdi"),
        entity(MORGULOV, PERSON, "Igor Morgulov", "นายอิกอร์ มอร์กูลอฟ"),
        entity(THAILAND, COUNTRY, "ไทย", "ประเทศไทย"),
        entity(RUSSIA, COUNTRY, "รัสเซีย", "สหพันธรัฐรัสเซีย"),
        entity(ASEAN, EntityType.ORGANIZATION, "อาเซียน", "ASEAN"),
        entity(SOM, MEETING, "การประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗", "ASEAN-Russia SOM"),
        entity(SUMMIT, MEETING, "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔"),
        entity(YEAR, EntityType.INITIATIVE, "ปีแห่งความร่วมมือด้านวิทยาศาสตร์"),
        entity(ENERGY, EntityType.TOPIC, "พลังงานทางเลือก"),
        entity(MANILA, EntityType.PLACE, "กรุงมะนิลา"),
        entity(STATEMENT, EntityType.DOCUMENT, "แถลงการณ์ร่วม"),
    )
}

_ONE = (
    "ปลัดกระทรวงฯ เข้าร่วมการประชุมอาเซียน-รัสเซีย\r\n"
    "นายวิชาวัฒน์ อิศรภักดี ผู้แทนพิเศษฯ ในนามไทย เป็นประธานร่วมกับนาย Igor Morgulov รัฐมนตรีช่วยว่าการ"
    "กระทรวงการต่างประเทศรัสเซีย ในการประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗ "
    "เมื่อวันที่ ๔ สิงหาคม ๒๕๖๔ ผ่านระบบการประชุมทางไกล\r\n"
    "ที่ประชุมหารือเรื่องพลังงานทางเลือก และรับรองแถลงการณ์ร่วม ไทยเสนอปีแห่งความร่วมมือด้านวิทยาศาสตร์ "
    "รัสเซียสนับสนุนข้อเสนอดังกล่าว\r\n"
    "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔ จะมีขึ้นวันที่ ๒๖ - ๒๘ ตุลาคม ๒๕๖๔ ณ กรุงมะนิลา "
    "แต่รัสเซียไม่ได้เป็นเจ้าภาพ"
)
_TWO = (
    "นายวิชาวัฒน์ อิศรภักดี ร่วมการประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗\n"
    "การประชุมเจ้าหน้าที่อาวุโสอาเซียน-รัสเซีย ครั้งที่ ๑๗ มีขึ้นเมื่อวันที่ ๕ สิงหาคม ๒๕๖๔"
)


def first() -> Extraction:
    """A document with claims of every mood, an interval, a denial and a planned meeting."""
    source = document("som-17", _ONE, url="https://www.mfa.go.th/th/content/ข่าว?id=1")
    lead = _ONE.split("\r\n")[1]
    talk = "ที่ประชุมหารือเรื่องพลังงานทางเลือก และรับรองแถลงการณ์ร่วม"
    coming = "การประชุมสุดยอดอาเซียน-รัสเซีย ครั้งที่ ๔ จะมีขึ้นวันที่ ๒๖ - ๒๘ ตุลาคม ๒๕๖๔ ณ กรุงมะนิลา"
    planned = Modality.PLANNED
    claims = (
        claim(source, VICHAWAT, "holdsPosition", "ผู้แทนพิเศษฯ", "นายวิชาวัฒน์ อิศรภักดี ผู้แทนพิเศษฯ", literal=True),
        claim(source, VICHAWAT, "represents", THAILAND, "ในนามไทย"),
        claim(source, VICHAWAT, "chaired", SOM, lead, rule="chair"),
        claim(source, VICHAWAT, "attended", SOM, lead, confidence=0.8, rule="chair-attends"),
        claim(source, MORGULOV, "attended", SOM, lead, confidence=0.55),
        claim(source, VICHAWAT, "metWith", MORGULOV, lead),
        claim(source, SOM, "ordinal", "17", lead, literal=True),
        claim(source, SOM, "heldOn", "2021-08-04", "เมื่อวันที่ ๔ สิงหาคม ๒๕๖๔", literal=True),
        claim(source, SOM, "mode", "online", "ผ่านระบบการประชุมทางไกล", literal=True),
        claim(source, SOM, "underFramework", ASEAN, lead),
        claim(source, SOM, "discussed", ENERGY, talk),
        claim(source, SOM, "adopted", STATEMENT, talk),
        claim(source, THAILAND, "proposed", YEAR, "ไทยเสนอปีแห่งความร่วมมือด้านวิทยาศาสตร์"),
        claim(source, RUSSIA, "supported", YEAR, "รัสเซียสนับสนุนข้อเสนอดังกล่าว"),
        claim(source, RUSSIA, "participatesIn", ASEAN, lead),
        claim(source, SUMMIT, "heldOn", "2021-10-26/2021-10-28", coming, planned, literal=True),
        claim(source, SUMMIT, "heldAt", MANILA, coming, planned),
        claim(source, RUSSIA, "attended", SUMMIT, coming, planned),
        claim(source, RUSSIA, "hosted", SUMMIT, "รัสเซียไม่ได้เป็นเจ้าภาพ", Modality.NEGATED),
    )
    return Extraction(source, tuple(ENTITIES.values()), claims)


def second() -> Extraction:
    """A document that says one thing again and dates the meeting otherwise."""
    source = document("som-17-again", _TWO, published="2021-08-06")
    lead, dated = _TWO.split("\n")
    claims = (
        claim(source, VICHAWAT, "attended", SOM, lead, confidence=0.8),
        claim(source, SOM, "heldOn", "2021-08-05", dated, literal=True, confidence=0.4),
    )
    return Extraction(source, (ENTITIES[VICHAWAT], ENTITIES[SOM]), claims)
