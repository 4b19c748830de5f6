"""Of which states a word for members, partners or a chair is said, and whether it is denied of them."""

from __future__ import annotations

from itertools import islice

from kg.entities.drafts import Draft
from kg.expressions import expression
from kg.lexicon import alternatives, any_of, words_of
from kg.mentions.scan import Word
from kg.relations.bodies.member_lists import COMMA, is_mechanism
from kg.relations.bodies.told_mechanisms import made_up_of
from kg.relations.sentence.capacity import chaired_by, in_chair
from kg.relations.sentence.clause import REACH
from kg.relations.sentence.clauses import CAPACITY, actors_of
from kg.relations.sentence.items import PEOPLE, Item, index_at
from kg.relations.sentence.reading import Reading
from kg.relations.sentence.referents import draft_of
from kg.text import spaced_behind

# What lies between a state and a word that makes it a member is no longer.
_MEMBER_REACH = 42
_STATE_BEFORE = expression(rf"(?:{alternatives('tells_membership', 'between_state_and_membership')}| )")
_DENIED = expression(
    rf"(?:{alternatives('denies_membership')})(?:{alternatives('tells_membership')}|ประเทศ| )*+$"
)
# ``ไทยร่วมกับประเทศที่ไม่ใช่สมาชิก F``: it is denied of others.
_OTHERS = tuple(f"{kind}{which}" for kind in words_of("nouns_of_states") for which in ("ที่", "ซึ่ง"))
# Whoever speaks of the members of a mechanism need not be one: it must be told that he is.
_KINDS_OF_STATES = words_of("kinds_of_members")
_IS_ONE = expression(alternatives("tells_membership"))
_BRACKET = r"(?: ?\([^()\n]{1,60}\)|\))?"
_OWNED = expression(rf"{_BRACKET} ?{any_of('whose_or_to_whom')} ?(?:ประเทศ)?")
# ``รับตำแหน่งประธาน F ต่อจาก X``, ``ส่งมอบตำแหน่งประธาน F จาก X ให้แก่ Y``: who was in the chair and who is next.
_FROM = expression(rf"{_BRACKET} ?{any_of('from_whom_a_chair')} ?(?:ประเทศ)?")
_HANDS_ON = expression(any_of("hands_on_a_chair"))
_HANDED_TO = expression(rf" ?(?:{any_of('whose_or_to_whom')}|ให้|สู่|ไปยัง) ?(?:ประเทศ)?")
# ``F (…) ซึ่ง X เป็นสมาชิก``, ``F โดยมี X เป็นประธาน``: what stands between a mechanism and its member.
_OF_WHICH = expression(r"\)?(?: ?\([^()\n]{1,80}\))? ?(?:ซึ่ง|ที่|โดย)(?:มี)? ?(?:ประเทศ)?")
_OF_WHICH_REACH = 100
_ALONE = expression(rf" ?{any_of('behind_a_membership')}?(?=[ \n,)]|$|{any_of('nouns_of_time')}|ใน)")
# ``การรับ X เข้าเป็นสมาชิก F``: the state that others take in.
_TAKEN_IN = ("รับ", "รับประเทศ")
# What joins the last of a list of states, and what makes a pair of two.
_AND_LAST = ("และ", "รวมทั้ง", "และประเทศ")
# ``ไทยกับเยอรมนี | ซึ่งเป็นสมาชิก F``: of the second it is told, and not of who acts with it.
_APART = tuple(f"{space}{word}" for space in ("", " ") for word in ("ซึ่ง", "ที่", "ในฐานะ"))
_BETWEEN = (*spaced_behind("ระหว่าง"), "ระหว่างประเทศ")
# Before a kind of states: in the capacity of one, and of what else.
_IN_CAPACITY = expression("(?:^|[ \\n]|ว่า ?)ในฐานะ(?:[^\\n]{0,60}และ)?$")
_CAPACITY_REACH = 80


def members_told(reading: Reading, items: list[Item], word: Word, *, owned: bool) -> list[Draft]:
    """The states of which a word for members, partners or a chair is said.

    They stand before it, or open what follows a capacity; of what is ``owned`` (a chair, what somebody
    applies for) they may stand behind the mechanism, too: ``การดำรงตำแหน่งประธาน F ของ X``.
    """
    owner = chaired_by(reading, items, word) or _state_of(reading, items, word) if owned else []
    handed = _handed_on(reading, word) if owned else []
    if handed:
        # Who hands a chair on has been in it, and so has whoever gave it to the one who takes it.
        return list(dict.fromkeys((*_states_before(reading, items, word), *owner, *handed)))
    return owner or _states_before(reading, items, word) or _state_behind(reading, items, word)


def is_denied(reading: Reading, items: list[Item], word: Word) -> bool:
    """Whether somebody is told to be none of the members: ``X ไม่ได้เป็นสมาชิก F``, ``X มิใช่ภาคี F``."""
    before = items[max(0, index_at(items, word.start) - REACH) : index_at(items, word.start)]
    start = before[-1].end if before else max(0, word.start - _MEMBER_REACH)
    state = next((item.end for item in reversed(before) if item.kind == "country"), start)
    return _denies(reading.scan.folded, state, word.start)


def _denies(folded: str, start: int, end: int) -> bool:
    """Whether a denial right before ``end`` is of the state that ends at ``start``."""
    denied = _DENIED.search(folded, start, end)
    return denied is not None and not folded.endswith(_OTHERS, start, denied.start())


def mechanism_before(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """The mechanism of whose member a clause behind its name tells: ``F (…) ซึ่ง X และ Y เป็นสมาชิก``."""
    folded = reading.scan.folded
    at = index_at(items, word.start)
    last = items[at - 1] if at else None
    if last is None or last.kind != "country" or not _ALONE.match(folded, word.end):
        return []
    begin = _list_to(reading, items, last)[0].start
    for item in reversed(items[max(0, at - REACH) : index_at(items, begin)]):
        if begin - item.end > _OF_WHICH_REACH:
            break
        if item.end <= begin and is_mechanism(item):
            draft = draft_of(item, reading.register)
            told = _OF_WHICH.fullmatch(folded, item.end, begin)
            return [draft] if draft is not None and told is not None else []
    whose = made_up_of(reading, max(0, begin - _OF_WHICH_REACH), begin, _OF_WHICH)
    return [whose] if whose is not None else []


def _states_before(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    folded = reading.scan.folded
    at = index_at(items, word.start)
    for item in reversed(items[max(0, at - REACH) : at]):
        gap = folded[item.end : word.start]
        if len(gap) > _MEMBER_REACH or ("\n" in gap):
            break
        if item.kind == "country" and (not item.qualifies or folded.endswith(_TAKEN_IN, 0, item.start)):
            denied = _denies(folded, item.end, word.start)
            if not denied and _DENIED.search(gap):
                return []
            is_one = _IS_ONE.search(gap) or denied
            if folded.startswith(_KINDS_OF_STATES, word.start) and not is_one:
                return []
            # ``ความตั้งใจของ X ในการเข้าเป็นสมาชิก F``
            told = _STATE_BEFORE.search(gap) or denied or gap in {"", "ใน"}
            return _all_states(reading, items, item, word) if told else []
        if item.kind == "speaker" and item.value == "self" and reading.voice.state is not None:
            return [reading.voice.state]
        if item.kind in PEOPLE and CAPACITY in folded[item.end : word.end]:
            drafts = actors_of(reading, item)
            in_chair(reading, items, word, drafts)
            return [state for draft in drafts for state in _states_of(reading, draft, word)][:1]
        if item.kind in ("meeting", "framework", "person"):
            break
    return []


def _all_states(reading: Reading, items: list[Item], last: Item, word: Word) -> list[Draft]:
    """The states of a list that ``last`` ends: ``ไทย ลาว และกัมพูชาเป็นสมาชิก F``; one alone is in a chair."""
    folded = reading.scan.folded
    states = _list_to(reading, items, last)
    # ``ความร่วมมือระหว่างลาวและไทยในฐานะสมาชิก F``: the two are a pair, of whom the last is told of.
    alone = folded.endswith("ประธาน", word.start, word.end) or folded.endswith(_BETWEEN, 0, states[0].start)
    of = [last] if alone else states
    return list(dict.fromkeys(draft for item in of for draft in actors_of(reading, item)))


def _list_to(reading: Reading, items: list[Item], last: Item) -> list[Item]:
    """The states of the list that ends with ``last``, and this alone where no word joins it to another."""
    folded = reading.scan.folded
    states = [last]
    linked = False
    apart = folded.startswith(_APART, last.end)
    for item in reversed(items[: index_at(items, last.start)]):
        gap = folded[item.end : states[0].start]
        both = gap.strip() == "กับ" and not apart and not folded.endswith("ของ", 0, item.start)
        linked = linked or both or gap.strip() in _AND_LAST
        joined = both or COMMA.match(gap) or gap.strip() in _AND_LAST
        if item.kind != "country" or item.qualifies or not linked or not joined:
            break
        states.insert(0, item)
    return states


def _states_of(reading: Reading, holder: Draft, word: Word) -> list[Draft]:
    """The states of somebody's offices; who coordinates does so for his own, which they need not name."""
    told = [reading.register.entry(post.country) for post in holder.posts if post.country is not None]
    home = reading.register.home()
    serves = word.value == "coordinatorOf" and (holder.id, "represents", home.id) in reading.moods
    return told or ([home] if serves else [])


def _state_behind(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """``ในฐานะสมาชิกอาเซียน ไทยสนับสนุน…``: whose capacity opens a sentence stands right behind it."""
    folded = reading.scan.folded
    if not folded.startswith(_KINDS_OF_STATES, word.start) or not _IN_CAPACITY.search(
        folded, max(0, word.start - _CAPACITY_REACH), word.start
    ):
        return []
    told = False
    for item in islice(items, index_at(items, word.end), None):
        if item.kind == "country" and told and not item.qualifies:
            return actors_of(reading, item) if folded[item.start - 1] == " " else []
        if not is_mechanism(item) or told:
            return []
        told = folded.startswith(" ", item.end)
    return []


def _state_of(reading: Reading, items: list[Item], word: Word) -> list[Draft]:
    """``การดำรงตำแหน่งประธาน F (…) ของ X``: who chairs stands behind the mechanism."""
    folded = reading.scan.folded
    told = reading.scan.names_at.get(word.end)
    owned = _OWNED.match(folded, told.end) if told is not None else None
    whose = reading.scan.names_at.get(owned.end()) if owned is not None else None
    if whose is not None and whose.type == "Country":
        return [reading.register.entry(whose.entry)]
    edge = -1
    for item in islice(items, index_at(items, word.end), None):
        if item.kind == "country":
            between = folded[edge : item.start] if edge >= 0 else ""
            is_owner = _OWNED.fullmatch(between) is not None and item.qualifies != "pair"
            return actors_of(reading, item) if is_owner else []
        if not is_mechanism(item) or (edge >= 0 and not folded[edge : item.start].strip().startswith("(")):
            break
        edge = item.end
    return []


def _handed_on(reading: Reading, word: Word) -> list[Draft]:
    """Between whom a chair changes hands: ``รับตำแหน่งประธาน F ต่อจาก X``, ``ส่งมอบ… ให้แก่ Y``, ``… ให้ Y``."""
    folded, names_at = reading.scan.folded, reading.scan.names_at
    if not _HANDS_ON.search(folded, max(0, word.start - _MEMBER_REACH), word.end):
        return []
    edge = next((names_at[at].end for at in (word.end, word.end + 1) if at in names_at), word.end)
    found = []
    for leads in (_FROM, _HANDED_TO):
        led = leads.match(folded, edge)
        hit = names_at.get(led.end()) if led is not None else None
        if hit is not None and hit.type == "Country":
            found.append(reading.register.entry(hit.entry))
            edge = hit.end
    return found
