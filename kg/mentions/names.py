"""Names of persons: where one begins and ends, with honorific or without, in Thai or Latin letters."""

from __future__ import annotations

from kg.expressions import THAI, expression
from kg.lexicon import Opening, alternatives, any_of, cue, words_of
from kg.mentions.borders import begins_with_word, word_starts
from kg.mentions.scan import Scan

_TOKEN = expression(rf"[{THAI}]+(?:\.[{THAI}]*|-[{THAI}]{{2,}})*")
_INITIAL = expression(rf"[{THAI}]{{1,4}}\.$")
_LATIN = expression(
    r"[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]*(?: {1,2}(?:(?:bin|binti|bint|a/l|a/p|al|el|van|von|der|den|de|da|dos|del|la|le|"
    r"du|ibn|y|e)\b ?)*"
    r"(?:[dl]')?[A-ZÀ-Þ][A-Za-zÀ-ɏ.'-]*){0,6}"
)
_OF_OFFICE = rf"(?:[A-Z][a-z]{{1,4}}-)?{any_of('latin_words_of_offices')}(?![a-zà-ɏ])(?:-[A-Za-z]+)*"
_LATIN_OFFICES = expression(rf"(?:{_OF_OFFICE}\.?(?: {{1,2}}|$))+")
_BEFORE_OFFICE = expression(rf" {{1,2}}{_OF_OFFICE}")
_BRACKET_REACH = 10
_LONGEST_STYLE = 60
# Letters behind a foreign name may stand in a bracket of their own: ``(His Excellency … AC (Retd))``.
_BRACKET = expression(r" {0,9}\(((?:[^()\n]|\([^()\n]{1,12}\)){2,90})\)")
_LATIN_TITLE = expression(
    r"^(?:(?:H\.? ?E\.?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Hon|[Tt]he (?:Right )?Honou?rable|Sir|Dame|Lord|Gen|"
    r"General|Lt|Col|"
    r"Amb|Ambassador|Datuk|Dato'?s?|Seri|Sri|Tan|Tun|YB|YAB|Haji|Hajah|Yang|Amat|Berhormat|Pehin|Madam|Mme|"
    r"Lieutenant|Major|Air|Chief|Marshal|Admiral|Rear|Vice|Senator)\.?(?![a-z]) ?)+"
)
_LATIN_STYLE = expression(r"(?:The |H\.?E|Mr|Mrs|Ms|Dr|Sir |Lord |His |Her |Rt|Datuk|Dato)")
_THAI_READING = expression(rf"{any_of('common_styles')}? ?([{THAI}]{{2,}}(?:[ -][{THAI}]{{2,}}){{1,6}})")
# Surnames granted with a place: ``อิศรางกูร ณ อยุธยา``.
_PARTICLE = expression(rf" ณ {any_of('places_of_surnames')}(?![ก-ฮ])")
# Words that no word of a name is, and with which none but a surname begins.
_NOT_A_NAME = frozenset(words_of("no_words_of_names"))
_BEGINS_NO_NAME = Opening(alternatives("no_words_of_names"))
# Words that are no part of a name even where all else would let them be.
_NEVER_A_NAME = frozenset(words_of("never_in_names", "acting_or_former"))
_NEVER_FIRST = expression(alternatives("never_in_names", "acting_or_former"))
# Of the words that begin no name these are short enough to begin a foreign one.
_MAY_BEGIN = expression("มา|ไป|ลง")
# The words of a name that has no honorific have at most so many characters.
_SHORT_WORD = 12
_LONGEST_BARE = 16  # letters of a first name that has no honorific
_PARTED = 128  # letters that are parted into words: far more than such a name has
# Words that tell that the post after them is another's, or another time's.
_OFFICE = expression(alternatives("acting_or_former"))
_INTRODUCED_NAME = expression(rf"(?:[{THAI}]+(?:-[{THAI}]+)* {{1,2}}){{1,5}}\((?:H\. ?E|M[rs]|Dr)")
_INTRODUCED = 4
_LOOKED_AT = 8  # places where the same words stand
TOLD_NEAR = 8_000
"""So far before and behind a name another telling of it is looked for: releases are hardly longer."""
# So short a word between a first name and a post is a surname, whatever it begins with: ``ของทอง``.
_SHORT_SURNAME = 8
# What a surname may begin with as well as an act, and how long such a one is at most.
_TOGETHER = "ร่วม"
_LONGEST_TOGETHER = 14
_SHORTEST_FIRST = 2  # letters of a first name
_SAYS = "ว่า"  # with which verbs of saying end: ``ดร. ก เสริมว่า``
# Words of the longest name (``ยูซุฟ บิน ฮาริส บิน อับดุลนูร อาล ซาบิต``).
_LONGEST = 8
_LIGHT_ACT = expression("(?:ก็|ยัง)?(?:ได้(?!แก่)|จะ)|และ(?=คณะ|ภริยา)|ว่า(?=ด้วย|การ)|กล่าว|พร้อม")
# Glued behind a name it tells where he is awaited.
_AT_HOME = expression("ที่(?:ประเทศ)?ไทย")
# Between the names of a man and of his father.
_SON_OF = frozenset(words_of("words_for_son"))
# Of these the name goes on with their seat (``Lord Ann Example of Westbridge``).
_PEERS = ("Lord ", "Baroness ", "Viscount ")
_SEAT = expression(r"(?: {1,2}of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?(?: [A-Z]{2,3}(?![A-Za-z]))?")
# Words that no name goes over, where the dictionary agrees that a word begins there.
_FUNCTION_WORD = expression(alternatives("ends_of_bare_names"))
_LATIN_FOLLOWS = expression(r"\((?:H\.?E|M[rs]|Dr|[A-Z])")
# Copied from a column, a name may stand far from its bracket.
_FAR_BRACKET = expression(r" {3,9}\((?:H\.?E|M[rs]|Dr)")
# No surname has more letters, unless a post or a bracket follows it.
_LONGEST_SURNAME = 30
# What ends a word of a name, and what may stand glued behind one.
_NO_MORE, _THIS_TIME = cue("ฯ"), cue("ครั้งนี้")
_GLUED_ACTS = words_of("acts_glued_to_names")
_COMES_ALONG = (*words_of("comes_along"), "และคณะ", "กล่าว", "ดำรงตำแหน่ง", *_GLUED_ACTS)
_BEHIND_A_NAME = cue("ได้", "พร้อม", "และคณะ", "กล่าว", "ดำรงตำแหน่ง", *_GLUED_ACTS)
_SMALL = words_of("small_before_acts")
_OFFICE_FOLLOWS = expression(
    rf"{alternatives('acting_or_former')}|ในฐานะ|(?:รอง ?)?{any_of('heads_shortened')}\."
)
# A style of anybody, with which surnames begin as well.
_YOU = "คุณ"
# Behind a name of any length: the state of which he is the head, or the name in Latin letters.
_CLOSES_NAME = expression(r" ?(?:แห่ง|\((?:H\. ?[EM]|M[rs]|Dr|[A-Z][a-z]))")
# A name of one word is no longer: with nothing behind it, and where a post or a bracket follows.
_LONGEST_ALONE, _LONGEST_FOLLOWED = 14, 20


def name(scan: Scan, at: int, end: int) -> tuple[int, int, int]:
    """Start, end and number of words of the name at ``at``."""
    folded = scan.folded
    if folded[at : at + 1] < "ก" and (latin := _LATIN.match(folded, at, end)):
        return _latin_name(folded, at, latin.end(), end)
    tokens: list[tuple[int, int]] = []
    position = at
    while len(tokens) < _LONGEST:
        token = _TOKEN.match(folded, position, end)
        if token is None:
            break
        cut = _cut(scan, token.start(), token.end())
        if tokens and not _continues(scan, tokens, token.start(), cut):
            break
        # A first name has two letters and more (``นายก ห่วงใย`` tells of a นายก); no surname ends like a verb.
        bare = cut - token.start() < _SHORTEST_FIRST if not tokens else folded.endswith(_SAYS, 0, cut)
        if bare or cut <= token.start() or folded[token.start() : cut] in _NEVER_A_NAME:
            break
        tokens.append((token.start(), cut))
        if cut < token.end():
            break
        position = token.end()
        gap = 0
        while position < end and folded[position] == " " and gap < 2:
            position += 1
            gap += 1
        if gap == 0:
            break
    tokens = _trim(scan, tokens)
    if not tokens:
        return at, at, 0
    if folded.startswith(" ณ ", tokens[-1][1]):
        particle = _PARTICLE.match(folded, tokens[-1][1], end)
        tokens[-1] = (tokens[-1][0], particle.end()) if particle else tokens[-1]
    return tokens[0][0], tokens[-1][1], len(tokens)


def _latin_name(folded: str, start: int, last: int, end: int) -> tuple[int, int, int]:
    """The name among words in Latin letters: offices stand before or behind it, and are no part of it."""
    peer = folded.endswith(_PEERS, 0, start)
    if offices := _LATIN_OFFICES.match(folded, start, last):
        start = offices.end()
    office = _BEFORE_OFFICE.search(folded, start, last)
    if office and (office.end() < last or " " in folded[start : office.start()]):  # not ``John Speaker``
        last = office.start()
    elif peer and last > start and (seat := _SEAT.match(folded, last, end)):
        last = seat.end()
    return start, last, len(folded[start:last].split())


def _cut(scan: Scan, start: int, end: int) -> int:
    """Where a word of a name really ends: posts, acts and honorifics may be glued to it."""
    folded = scan.folded
    for cut in (_NO_MORE, _THIS_TIME):
        found = scan.places_of(cut, start, end)
        if found and found[0] > start:
            end = found[0]
    for position in _spots(scan, start + 2, end):
        post = scan.posts_at.get(position)
        if post is not None and post.end - position > 3:
            return _before_and(folded, start, position)
        if folded.startswith((*_COMES_ALONG, "ได้"), position) or (
            folded.startswith("จะ", position) and position + 2 in scan.verbs_at
        ):
            return _before_light(folded, start, position)
        mood = scan.moods_at.get(position)
        if mood is not None and mood.end - mood.start >= len("มีกำหนด"):
            return position
        verb = scan.verbs_at.get(position)
        if (
            verb is not None
            and verb.end - verb.start >= 6
            and verb.value not in ("support", "propose", "launch")
        ):
            return position
        honorific = scan.honorifics_at.get(position)
        if (
            honorific is not None
            and honorific.end - honorific.start >= 3
            and position > start + 3
            and folded.endswith(("และ", "กับ"), 0, position)
        ):
            return position - 3
    # ``นายก แสงดีและ นายข งามดี``: the word that joins them is glued to the first.
    return _before_and(folded, start, end) if end + 1 in scan.honorifics_at else end


def _before_light(folded: str, start: int, end: int) -> int:
    """``end``, or where the small word begins that stands between a name and its verb: ``นายก แสงดีก็ได้``."""
    light = next((word for word in _SMALL if folded.endswith(word, start + 2, end)), "")
    return end - len(light)


def _before_and(folded: str, start: int, end: int) -> int:
    """``end``, or where the ``และ`` before it begins, if something of a name is left."""
    return end - 3 if folded.endswith("และ", start + 2, end) else end


def _spots(scan: Scan, start: int, end: int) -> list[int]:
    """Where in ``[start, end)`` a word may begin that ends a name."""
    spots = scan.marks(start, end)
    words = scan.places_of(_BEHIND_A_NAME, start, end)
    return sorted([*spots, *words]) if words else spots


def _continues(scan: Scan, tokens: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the word at ``start`` still belongs to the name."""
    folded = scan.folded
    if start in scan.posts_at or (start in scan.honorifics_at and not folded.startswith(_YOU, start)):
        return False
    named = scan.names_at.get(start)
    if named is not None and named.end - start >= 5 and len(tokens) >= 2:
        return False
    word = folded[start:end]
    if word in _NOT_A_NAME or word == "รอง" or _OFFICE.match(folded, start):
        return False
    verb = scan.verbs_at.get(start)
    if verb is not None and verb.end >= end and scan.folded[end : end + 1] not in ("", " ", "("):
        # ``นายเปอตี ขอบคุณนายกรัฐมนตรี``: an act and whom it is done to, and no surname.
        return False
    begins = is_no_name(scan, start)
    if len(tokens) == 1 and not begins:
        return end - start <= _LONGEST_SURNAME or _after(scan, end)
    following = _after(scan, end)
    if len(tokens) == 1 and _INTRODUCED_NAME.match(folded, start) and not scan.marks(start, end):
        # ``นางอานา มาเรีย ปริเอโต (H.E. Mrs. Ana Maria Prieto)``: the bracket tells that all of it is the name.
        return True
    if len(tokens) == 1:
        # A surname may begin like a verb (พร้อมพันธุ์, มีมาก): a post or a bracket after it tells.
        short = end - start <= _SHORT_SURNAME and end + 1 in scan.posts_at and not scan.marks(start, end)
        surname = short or not _NEVER_FIRST.match(folded, start) or _is_surname(scan, start, end)
        return following and end - start <= _LONGEST_FOLLOWED and surname
    return not begins and end - start <= _LONGEST_ALONE


def _is_surname(scan: Scan, start: int, end: int) -> bool:
    """``นางปลายฟ้า ร่วมใจ อัครราชทูต``: whether what begins with ร่วม is no act, and a post stands behind it."""
    within = start + len(_TOGETHER)
    verb = scan.verbs_at.get(start)
    return (
        scan.folded.startswith(_TOGETHER, start)
        and within + 1 < end <= start + _LONGEST_TOGETHER
        and scan.folded.startswith(" ", end)
        and scan.word_at("nouns", within) is None
        and not scan.marks(within, end)
        and (verb is None or verb.end <= within)
    )


def is_no_name(scan: Scan, at: int) -> bool:
    """Whether the word at ``at`` is an act, joins clauses, or begins like a word that is in no name."""
    return (
        at in scan.verbs_at
        or at in scan.moods_at
        or scan.word_at("connectives", at) is not None
        or _BEGINS_NO_NAME.stands(scan.folded, at)
    )


def begins_unknown(scan: Scan, at: int) -> bool:
    """``ประธานาธิบดีมาครง``: whether what begins like a small word goes on as no known word does."""
    word = _MAY_BEGIN.match(scan.folded, at)
    known = at in scan.verbs_at or at in scan.moods_at or scan.word_at("connectives", at) is not None
    return word is not None and not known and not begins_with_word(scan.folded[word.end() : word.end() + 12])


def _after(scan: Scan, end: int) -> bool:
    """Whether a post or a bracket with Latin letters stands after ``end``."""
    folded = scan.folded
    at = end
    while at < len(folded) and folded[at] == " " and at < end + 2:
        at += 1
    if at in scan.posts_at or _LATIN_FOLLOWS.match(folded, at) or _FAR_BRACKET.match(folded, end):
        return True
    return bool(_OFFICE_FOLLOWS.match(folded, at))


def _trim(scan: Scan, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A name of more than two words stands only before a bracket or a post; initials do not count."""
    folded = scan.folded
    solid = [t for t in tokens if folded[t[1] - 1] != "." or not _INITIAL.match(folded[t[0] : t[1]])]
    if len(solid) > 2 and not _after(scan, tokens[-1][1]) and not _is_told_whole(scan, tokens):
        keep = 2 + (len(tokens) - len(solid))
        return tokens[:keep]
    return tokens


def _is_told_whole(scan: Scan, tokens: list[tuple[int, int]]) -> bool:
    """Whether the same words stand elsewhere before a bracket or a post, as names are introduced."""
    whole = f"{scan.folded[tokens[0][0] : tokens[-1][1]]} "
    if len(tokens) > _INTRODUCED:
        return False
    start, end = max(0, tokens[0][0] - TOLD_NEAR), tokens[0][0] + TOLD_NEAR
    at = scan.folded.find(whole, start, end)
    for _ in range(_LOOKED_AT):
        if at < 0:
            break
        behind = at + len(whole)
        if behind in scan.posts_at or scan.folded.startswith("(", behind):
            return True
        at = scan.folded.find(whole, behind, end)
    return False


def latin_bracket(text: str, at: int) -> tuple[str, int]:
    """The name in the other script in brackets at ``at``, without title, and where the bracket ends.

    After a name in Thai that is its Latin form; after one in Latin letters its Thai reading.
    """
    match = _BRACKET.match(text, at) if text[at : at + _BRACKET_REACH].lstrip(" ")[:1] == "(" else None
    if match is None:
        return "", at
    inside = match.group(1).strip()
    if text[at - 1 : at].isascii():
        reading = _THAI_READING.fullmatch(inside)
        return (reading.group(1), match.end()) if reading else ("", at)
    inside = inside.replace("’", "'")
    name = _LATIN_TITLE.sub("", inside).strip()
    if _LATIN.fullmatch(name):
        return name, match.end()
    # A style in Latin letters that is no plain name (``the Lord Cameron of …``) still ends the name.
    styled = name != inside or _LATIN_STYLE.match(inside)
    return "", match.end() if styled and inside.isascii() else at


def latin_behind_title(text: str, at: int) -> tuple[str, int]:
    """The name in Latin letters in a bracket behind somebody's title, which its style tells to be a person's.

    ``นาย ก เลขาธิการ ข (Mr. K L, Secretary-General of M)``: his title may stand in it, too.
    """
    match = _BRACKET.match(text, at) if text[at : at + _BRACKET_REACH].lstrip(" ")[:1] == "(" else None
    inside = match.group(1).strip().replace("’", "'").partition(",")[0] if match is not None else ""
    styled = _LATIN_TITLE.match(inside)
    if match is None or styled is None or not _LATIN.fullmatch(inside, styled.end()):
        return "", at
    return inside[styled.end() :], match.end()


def latin_beside(scan: Scan, at: int) -> tuple[str, int]:
    """The name in Latin letters that stands between a name in Thai and a post, and where it ends.

    ``นาย ก H.E. Mr. K L นายกรัฐมนตรี``: as in brackets, but only a post tells that it is the same person's.
    """
    text = scan.document.text
    begin = at + len(" ")
    if not ("A" <= text[begin : begin + 1] <= "Z" and text.startswith(" ", at)):
        return "", at
    title = _LATIN_TITLE.match(text[begin : begin + _LONGEST_STYLE])
    latin = _LATIN.match(text, begin + (title.end() if title else 0))
    if latin is None or " " not in latin.group() or latin.end() + 1 not in scan.posts_at:
        return "", at
    return latin.group(), latin.end()


def bare_name(scan: Scan, at: int, end: int) -> tuple[int, int, int]:
    """A name without honorific: its second word counts only if it is short and no known word."""
    folded = scan.folded
    first = _TOKEN.match(folded, at, end)
    if first is None:
        return at, at, 0
    stop = next(iter(scan.acts(at + 2, first.end())), first.end())
    run = folded[at : min(stop, at + _PARTED)]
    if _FUNCTION_WORD.search(run, 2):
        starts = (start for start in word_starts(run) if start > 1 and _FUNCTION_WORD.match(run, start))
        stop = at + next(starts, len(run))
    if stop - at > _LONGEST_BARE:
        return at, at, 0
    if stop == first.end() and folded.startswith(" ", stop):
        second = _TOKEN.match(folded, stop + 1, end)
        if second and second.group() in _SON_OF:
            return name(scan, at, end)
        here = _AT_HOME.search(folded, stop + 3, second.end()) if second else None
        if second and here and here.start() - second.start() <= _SHORT_WORD and _plain(scan, second.start()):
            return at, here.start(), 2
        if second and (_plain(scan, second.start()) or begins_unknown(scan, second.start())):
            whole = _before_act(scan, second.start(), second.end())
            long = whole - second.start() > _SHORT_WORD
            if not long or _CLOSES_NAME.match(folded, whole):
                return at, _third_word(scan, whole, end) if whole == second.end() else whole, 2
    return at, stop, 1


def _before_act(scan: Scan, start: int, end: int) -> int:
    """Where the last word of a name ends to which an act is glued: ``ประธานาธิบดีก ขคงได้หารือ``."""
    if end - start <= _SHORT_WORD:
        return end
    folded = scan.folded
    act = _LIGHT_ACT.search(folded, start + 2, end)
    return min(next(iter(scan.acts(start + 2, end)), end), act.start() if act else end)


def _third_word(scan: Scan, at: int, end: int) -> int:
    """Where a name of two words ends that may have one more, with which no word that is known begins."""
    third = _TOKEN.match(scan.folded, at + 1, end) if scan.folded.startswith(" ", at) else None
    if third is None or third.end() - third.start() > _SHORT_WORD or not _plain(scan, third.start()):
        return at
    return at if begins_with_word(third.group(), shortest=3) else third.end()


def _plain(scan: Scan, at: int) -> bool:
    """Whether no word that is known begins at ``at``."""
    return not (
        at in scan.names_at
        or at in scan.breaks
        or scan.word_at("nouns", at) is not None
        or _BEGINS_NO_NAME.stands(scan.folded, at)
    )
