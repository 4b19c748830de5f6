"""The state of reading one document: what was said, of whom the text speaks now, which event is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from kg.entities.drafts import Draft
from kg.entities.register import Register
from kg.expressions import expression
from kg.lexicon import words_of
from kg.mentions.scan import Scan
from kg.model import Document, EntityType, Modality, Predicate, Relation
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.items import Item
from kg.relations.sentence.notes import Act, Attending, Paragraph, TalkedOf, Voice
from kg.relations.sentence.resolved import Laid
from kg.relations.sentence.signs import LASTING, signs_of
from kg.relations.sentence.state import Known, Lists, Waiting
from kg.text import Span, spaced_before

# What holds whenever it is told; whether one takes part may be still to come.
_EVER = LASTING - {"participatesIn"}

# Formal acts of a visit: nothing is treated of there, so what follows is not told of them.
FORMAL = words_of("formal_acts", "ceremonies_of_giving", "meals")
_OPENINGS = words_of("openings_and_closings")
_CABINET = expression(r"(?:ที่|การ)?ประชุม ?(?:คณะรัฐมนตรี|ครม)(?! ?[A-Z])")

# Who denies that somebody came says nothing against where, when and how it took place.
CIRCUMSTANCES = frozenset({"heldAt", "heldOn", "mode"})

# What is done where a ceremony is on, the meeting does that it opens or closes.
_OF_THE_WHOLE = frozenset({"discussed", "supported", "adopted"})

# What a page that announces a programme tells of is all still to come.
_ON_PROGRAMME = CIRCUMSTANCES | {"attended", "chaired", "hosted", "visited", "metWith", "signed", "discussed"}
_PAST = ("เมื่อวัน", *words_of("told_as_past"))
# What stands before these only announces a list, in which each thing is named.
NAMED_BELOW = spaced_before(*words_of("as_follows"))
# Words at the end of a paragraph that announce a list, and what a line of one begins with.
LISTING = (":", *words_of("as_follows", "leads_to_list"))
LINE_MARK = expression(r"\s*(?:[-•*]|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?) ?")
# A paragraph with fewer characters is a line: a heading, a date, an item.
SHORT_LINE = 60
_ACTORS = (EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION)
_ACTORS_OR_MEETING = (*_ACTORS, EntityType.MEETING)


@dataclass(slots=True)
class Reading:
    """What has been read so far, and what the text that follows goes on from.

    ``relations`` grow with what frames say of the text, through :meth:`say`. All else is the state that
    rules hand on to one another: a rule replaces, settles or empties it where a clause, a paragraph or an
    event ends. A matter of a page of many is read in a reading of its own.
    """

    # ---- The document, and what holds for the whole of it ----
    document: Document  # what is read
    scan: Scan  # its words, and where they stand
    register: Register  # the entities that it names
    relations: list[Relation] = field(default_factory=list)  # what it states, in the order of reading
    # In which mood a fact was told first, by subject, predicate and object:
    moods: dict[tuple[str, str, str], Modality] = field(default_factory=dict)
    voice: Voice = field(default_factory=Voice)  # in whose voice it is written
    # Whether what is told as done is still to come, as in a programme or behind a resolution:
    to_come: bool = False
    programme: bool = False  # whether a programme was announced, and the body tells it
    laid: Laid | None = None  # the matter that is read, and who resolves on it
    # Where names stand apart from numbered meetings and brackets, by entry; None until it is asked:
    apart: dict[str, list[int]] | None = None

    # ---- Who acts ----
    # Of whom the text speaks, carried from clause to clause:
    subject: list[Draft] = field(default_factory=list)
    carried: bool = False  # whether the subject of this verb stood in an earlier clause
    person: Draft | None = None  # who acted last, of people
    person_at: int = -1  # where he did; -1 for nowhere
    host: Draft | None = None  # the official of this state who acted last
    teller: Draft | None = None  # who tells of it (``ตน``)
    principals: list[Draft] = field(default_factory=list)  # the two who hold the talk that is on, ours first
    guest: Draft | None = None  # who came to the talk that is on
    attendants: set[str] = field(default_factory=set)  # who came to the event that is on or was, by id
    company: dict[str, list[Draft]] = field(default_factory=dict)  # with whom somebody came, by his id
    parties: list[Draft] = field(default_factory=list)  # who takes part in a visit that is planned
    titles: list[Item] = field(default_factory=list)  # titles without a name that carry a state
    acts: list[Act] = field(default_factory=list)  # the acts of saying of this paragraph
    # Who and what clauses name, told of or not:
    named: list[tuple[Item, Clause]] = field(default_factory=list)
    # What such an act names besides its object:
    by_the_way: list[tuple[Act, Item]] = field(default_factory=list)

    # ---- Which event is on ----
    event: Draft | None = None  # the event that the text is on
    # The events that a date or a place after them belongs to:
    anchor: list[Draft] = field(default_factory=list)
    talk: Draft | None = None  # the talk of two that is on
    # The talks that were told of, by the two who hold them:
    talks: dict[frozenset[str], Draft] = field(default_factory=dict)
    named_last: Draft | None = None  # the meeting whose name was read last
    attending: Attending | None = None  # who came to a meeting last
    asides: set[str] = field(default_factory=set)  # the meetings for which a guest came besides
    framework: Draft | None = None  # the mechanism that was named last
    last_document: Item | None = None  # the document that was named last
    # Of what talks the clause tells, from where on:
    to_read: list[TalkedOf] = field(default_factory=list)

    # ---- When and where ----
    # Dates, places and modes that still wait for their event:
    pending: list[Item] = field(default_factory=list)
    day: Item | None = None  # the date that the text is on
    today: Item | None = None  # the document's own day, where the body tells what was on it
    schedule: Item | None = None  # the date that stands alone on a line above what is told by the hour
    scene: list[Item] = field(default_factory=list)  # date and venue at which a talk is reported
    known: Known = field(default_factory=Known)  # what is known of events
    waiting: Waiting = field(default_factory=Waiting)  # what is told without its day or its place

    # ---- Paragraphs of the page ----
    paragraph: Paragraph = field(default_factory=Paragraph)  # the one that is read
    lists: Lists = field(default_factory=Lists)  # which were announced, and who is told of in them
    carried_dates: bool = False  # whether the one before was so short that this goes on with its dates
    # With whom the one before ended that told of no act; the page broke its line by hand:
    broken_at: list[Draft] = field(default_factory=list)

    def say(
        self,
        subject: Draft,
        predicate: Predicate,
        object_: Draft | str,
        span: Span | Clause,
        rule: str,
        mood: Modality = Modality.ACTUAL,
    ) -> None:
        """Write down one relation, with the words that state it."""
        if predicate in _OF_THE_WHOLE:
            subject = self.whole_of(subject)
        kind = ""
        length = 0
        if isinstance(object_, Draft):
            value, literal = object_.id, False
            if value == subject.id:
                return
            kind = object_.cls if object_.named else "without name"
            if object_.type is EntityType.TOPIC:
                length = len(object_.name)
        else:
            value, literal = object_, True
        if mood is Modality.NEGATED and predicate in CIRCUMSTANCES:
            return
        evidence = span if isinstance(span, Span) else span.span
        if predicate in _EVER and mood is not Modality.NEGATED:
            mood = Modality.ACTUAL
        # Whoever is to come to what a programme tells has as a rule set out already.
        announced = self.programme and not self.paragraph.retelling and predicate != "visited"
        to_come = self.to_come or announced
        if to_come and predicate in _ON_PROGRAMME and mood is Modality.ACTUAL:
            mood = self._on_programme(value, evidence)
        known = self.moods.setdefault((subject.id, predicate, value), mood)
        if self.paragraph.retelling and known is Modality.PLANNED:
            mood = known
        if predicate == "heldAt":
            self.known.placed.add(subject.id)
        elif predicate == "attended":
            self.known.came.setdefault(value, set()).add(subject.id)
        signs = signs_of(rule, predicate, mood, self.carried, self.paragraph.retelling, kind, length)
        self.relations.append(Relation(subject.id, predicate, value, evidence, rule, mood, signs, literal))

    @contextmanager
    def aside(self, *, beside: bool = True, anchored: bool = False) -> Iterator[None]:
        """Let the event and the talk that are on stay on, whatever is told meanwhile.

        With ``anchored`` the events stay that a date belongs to as well; nothing does where there is
        nothing on ``beside`` which something is told.
        """
        event, talk, anchor = self.event, self.talk, self.anchor
        yield
        if beside:
            self.event, self.talk = event, talk
            self.anchor = anchor if anchored else self.anchor

    def whole_of(self, event: Draft) -> Draft:
        """The meeting that a ceremony opens or closes; any other entity as it is."""
        if event.name.startswith(_OPENINGS):
            return self.known.opened.get(event.id, event)
        return event

    def _on_programme(self, value: str, told: Span) -> Modality:
        """The mood of what a page tells that announces a programme: to come, unless it is told as past."""
        past = any(word in self.document.text[told.start : told.end] for word in _PAST)
        return Modality.ACTUAL if past or self.is_over(value) else Modality.PLANNED

    def text(self, start: int, end: int) -> str:
        """The cleaned text between two offsets."""
        return self.document.text[start:end]

    def turn_to(self, event: Draft, people: Sequence[Draft], mood: Modality) -> None:
        """Let ``event`` be the one that is on, unless it is told only in passing.

        The first event is; a later one where the same people come to it and it is told as done.
        """
        if is_formal(event):
            return
        ids = {draft.id for draft in people}
        if self.event is None or (
            mood is Modality.ACTUAL and ids & self.attendants and not self.paragraph.retelling
        ):
            self.event = event
            self.attendants |= ids

    def topics_from(self, clause: Clause, start: int, event: Draft, mood: Modality) -> None:
        """Have read what a talk was about from ``start`` on; the frames of saying do it after this clause."""
        self.to_read.append(TalkedOf(clause, start, event, mood))

    def takes_place(self, event: Draft, date: str) -> None:
        """Note a date of an event."""
        self.known.dates.setdefault(event.id, []).append(date)

    def is_coming(self, date: str) -> bool:
        """Whether a date lies after the document's own date, as far as both are known."""
        published = self.document.published
        if published is None or not date:
            return False
        start = date.split("/", maxsplit=1)[0]
        own = published.start
        width = min(len(start), len(own))
        return start[:width] > own[:width]

    def is_over(self, date: str) -> bool:
        """Whether a value is a date that lies before the document's own date."""
        published = self.document.published
        if published is None or not date[:1].isdigit():
            return False
        last, own = date.rsplit("/", maxsplit=1)[-1], published.start
        width = min(len(last), len(own))
        return last[:width] < own[:width]

    def is_expected(self, event: Draft) -> bool:
        """Whether everybody who is told to come to an event is still to come."""
        moods = [self.moods.get((who, "attended", event.id)) for who in self.known.came.get(event.id, ())]
        return bool(moods) and all(mood is Modality.PLANNED for mood in moods)


def is_actor(draft: Draft | None) -> bool:
    """Whether an entity can act: a person, a state or a body."""
    return draft is not None and draft.type in _ACTORS


def is_actor_or_meeting(draft: Draft) -> bool:
    """Whether an entity can act or decide: an actor, or a meeting that agrees."""
    return draft.type in _ACTORS_OR_MEETING


def is_formal(event: Draft) -> bool:
    """Whether an event is a formal act of another: a signing, a banquet, an opening without a name."""
    return event.name.startswith(FORMAL) or event.name.removesuffix("การประชุม") in _OPENINGS


def is_of_cabinet(event: Draft) -> bool:
    """Whether a meeting is the cabinet's: it is told of first, then what lay before it."""
    return _CABINET.match(event.name) is not None


def first(drafts: Sequence[Draft], type_: EntityType) -> Draft | None:
    """The first entity of a type; of people the first with a name or a post, and not who comes with one."""
    for draft in drafts:
        if draft.type is type_ and (draft.named or draft.posts or type_ is not EntityType.PERSON):
            return draft
    return None


def state_of(draft: Draft) -> str:
    """The id of the state that somebody's titles name; empty for none, as in titles at home."""
    return next((post.country.id for post in draft.posts if post.country is not None), "")
