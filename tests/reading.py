"""What tests of reading share: what is found in a text, and people to write of; none of them exists."""

from __future__ import annotations

from kg.documents import document_from_text
from kg.extract import extract
from kg.mentions.meeting_mention import MeetingMention
from kg.mentions.meetings import recognize_meetings
from kg.mentions.persons import PersonMention, recognize_persons
from kg.mentions.scan import Scan
from kg.model import EntityType, Extraction

Fact = tuple[str, str, str]  # subject, object or literal, modality

ACTUAL, PLANNED, NEGATED = "Actual", "Planned", "Negated"

ORATHAI, WEERA, KEN, LEE = "อรทัย มั่นคง", "วีระ ทองแท้", "เคน โอตะ", "ลี มินจุน"
PM = "นางสาวอรทัย มั่นคง นายกรัฐมนตรี"
FM = "นายวีระ ทองแท้ รัฐมนตรีว่าการกระทรวงการต่างประเทศ"
GUEST = "นายเคน โอตะ นายกรัฐมนตรีญี่ปุ่น"
OTHER = "นายลี มินจุน ประธานาธิบดีสาธารณรัฐเกาหลี"
SUMMIT = "การประชุมพลังงานโลก ครั้งที่ 3"
PAPER = "บันทึกความเข้าใจว่าด้วยพลังงานสะอาด"
TALK = f"{PM} หารือกับ{GUEST}"

# A document needs Thai to be read at all; a line of its own leaves the text under test as it is.
REST = "\nข้อความนี้แต่งขึ้นสำหรับการทดสอบ"


def read(text: str) -> Extraction:
    return extract(document_from_text(text))


def all_facts(extraction: Extraction) -> set[tuple[str, str, str, str]]:
    """Subject, predicate, object, modality; a meeting without a name stands as ~."""
    names = {
        e.key: e.name if e.named or e.type is not EntityType.MEETING else "~" for e in extraction.entities
    }
    return {
        (
            names[a.subject],
            a.predicate,
            a.object if a.literal else names[a.object].strip('"'),
            a.modality.value,
        )
        for a in extraction.assertions
    }


def facts_of(text: str, predicate: str) -> set[Fact]:
    return {(s, o, m) for s, p, o, m in all_facts(read(text)) if p == predicate}


def told(text: str, predicate: str) -> set[Fact]:
    """As :func:`facts_of`, of a release with its house and its day."""
    return facts_of(f"ข่าวกระทรวงการต่างประเทศ\n5 มีนาคม 2567\n{text}", predicate)


def pairs(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subjects and objects of what a release tells, in whatever mood."""
    return {(s, o) for s, o, _ in told(text, predicate)}


def facts(*paragraphs: str) -> set[tuple[str, str, str, str]]:
    """All facts of a release with its house, its day and these paragraphs."""
    return all_facts(read("\n".join(("ข่าวกระทรวงการต่างประเทศ", "5 มีนาคม 2567", *paragraphs))))


def scan_of(text: str) -> Scan:
    """The scan of a document that begins with ``text``."""
    return Scan(document_from_text(text + REST))


def persons_in(text: str) -> list[PersonMention]:
    return recognize_persons(scan_of(text), 0, len(text))


def posts_of(text: str, person: PersonMention) -> list[str]:
    return [post.span.of(text) for post in person.posts]


def meetings_in(text: str) -> list[MeetingMention]:
    return recognize_meetings(scan_of(text), 0, len(text))


def names_of_meetings(text: str) -> list[str]:
    return [mention.span.of(text) for mention in meetings_in(text)]
