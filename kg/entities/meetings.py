"""The meetings of one document: which one a name, a number or a day means."""

from __future__ import annotations

from itertools import islice

from kg.entities.drafts import Draft, Drafts
from kg.entities.keys import entity_key
from kg.entities.likeness import same_series
from kg.entities.meeting_names import ordinal_text, tells_its_series
from kg.lexicon import words_of
from kg.mentions.meeting_mention import MeetingMention
from kg.model import EntityType

# With how many meetings that a document named last a new name is compared, and how many ways to write one
# are kept in mind. Releases have at most 49 and 7; without a bound, time would grow with the square.
_RECALLED = 200
_KEPT = 20
# What these words name may be held on each of several days: a summit or a fair that lasts is one.
_EACH_DAY = words_of("held_on_each_day")


class Meetings:
    """The drafts of meetings, by their names, numbers and days."""

    def __init__(self, drafts: Drafts, document_id: str) -> None:
        self._drafts = drafts
        self._document_id = document_id
        # Mentions are kept with what they were led to, so that an id stands for one of them only.
        self._led: dict[int, tuple[MeetingMention, Draft]] = {}
        self._mentions: dict[str, list[MeetingMention]] = {}
        self._days: dict[str, str] = {}
        self._since = 0  # where the meetings of this matter begin among the named ones
        self._called: set[str] = set()

    def begin_matter(self) -> None:
        """From here on another matter is told of: a meeting whose name leaves its series open is another."""
        self._since = len(self._drafts.named_meetings)

    def named(self, mention: MeetingMention, cls: str = "Meeting", day: str = "") -> Draft:
        """The draft of a meeting named in the text; a ceremony of another ``day`` is another one."""
        led = self._led.get(id(mention))
        if led is not None:
            return led[1]
        surface = mention.series
        if mention.named or not surface.startswith(_EACH_DAY):
            day = ""
        for draft in self.recent():
            if (
                draft.id in self._mentions
                and (not day or self._days.get(draft.id, day) == day)
                and self._same_meeting(draft, mention)
            ):
                self._name_meeting(draft, mention)
                self._led[id(mention)] = (mention, draft)
                return draft
        name = surface + ordinal_text(mention)
        draft = self._drafts.new(EntityType.MEETING, name, cls)
        again = self._since > 0 and name in self._called
        if day:
            self._days[draft.id] = day
            again = any(name == other.name and other is not draft for other in self._drafts.all.values())
        if again:
            draft.scope = f"{self._document_id}:{draft.id}"
        self._called.add(name)
        self._mentions[draft.id] = [mention]
        self._name_meeting(draft, mention)
        self._led[id(mention)] = (mention, draft)
        return draft

    def recent(self) -> list[Draft]:
        """The meetings with a name that the document named last, in the order in which it brought them.

        Of those of another matter only the ones that their names tell from all others.
        """
        last = self._drafts.named_meetings[-_RECALLED:]
        of_others = len(last) - (len(self._drafts.named_meetings) - self._since)
        if of_others <= 0:
            return last
        return [d for at, d in enumerate(last) if at >= of_others or tells_its_series(d.name)]

    def mentions_of(self, draft: Draft) -> list[MeetingMention]:
        """The mentions that name a meeting."""
        return self._mentions.get(draft.id, [])

    def editions(self, draft: Draft) -> list[str]:
        """The years that a meeting has in its names."""
        return [m.edition for m in self._mentions.get(draft.id, ()) if m.edition]

    def year_of(self, draft: Draft) -> str:
        """The year in which the number of a meeting was counted: ``ครั้งที่ 1/2565``; empty without one."""
        known = self._mentions.get(draft.id, ())
        return next((m.edition for m in known if m.edition and m.written and len(m.ordinals) == 1), "")

    def _name_meeting(self, draft: Draft, mention: MeetingMention) -> None:
        known = self._mentions.setdefault(draft.id, [])
        told = (mention.series, mention.ordinals, mention.edition, mention.latin)
        if len(known) < _KEPT and all((m.series, m.ordinals, m.edition, m.latin) != told for m in known):
            known.append(mention)
        draft.call(mention.series)
        draft.call(mention.series + ordinal_text(mention))
        for name in (*mention.latin, mention.written):
            draft.call(name)
        best = max(known, key=lambda m: (bool(m.ordinals), len(m.series)))
        full = best.series + ordinal_text(best)
        if full != draft.name:
            draft.rename(full)

    def _same_meeting(self, draft: Draft, mention: MeetingMention) -> bool:
        known = self._mentions.get(draft.id, [])
        # Two that are held as one are not one of the two.
        numbers = [set(m.ordinals) for m in known if m.ordinals] if mention.ordinals else []
        if numbers and set(mention.ordinals) not in numbers:
            return False
        editions = {m.edition for m in known if m.edition} if mention.edition else None
        if editions and mention.edition not in editions:
            return False
        return any(same_series(m, mention, both_numbered=bool(numbers)) for m in known)

    def event(self, surface: str, cls: str) -> Draft:
        """A meeting without a name: the words that tell of it stand for one."""
        draft = self._drafts.new(EntityType.MEETING, surface, cls, named=False)
        draft.scope = f"{self._document_id}:{draft.id}"
        return draft

    def called(self, name: str) -> Draft | None:
        """The meeting of this text that is called ``name`` and nothing more, if one is."""
        return next(
            (d for d in self._drafts.all.values() if d.type is EntityType.MEETING and d.name == name), None
        )

    def told_last(self, heads: tuple[str, ...]) -> Draft | None:
        """The last of the things brought lately that is a meeting whose name begins with one of the words."""
        lately = islice(reversed(self._drafts.all.values()), _RECALLED)
        return next((d for d in lately if d.type is EntityType.MEETING and d.name.startswith(heads)), None)

    def dated(self, surface: str) -> Draft:
        """A meeting known only by its date; the same words mean the same meeting."""
        key = entity_key(EntityType.MEETING, surface, scope=self._document_id)
        draft = self._drafts.by_key.get(key)
        if draft is None:
            draft = self.event(surface, "Meeting")
            self._drafts.by_key[key] = draft
        return draft
