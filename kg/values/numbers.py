"""Ordinals: the number of a meeting or a session, in digits or in words, Thai or Latin.

``ครั้งแรก`` is no ordinal here: it says that something had not been before, and numbers nothing.
Neither are ``ครั้งนี้``, ``ครั้งที่ผ่านมา``, ``หลายครั้ง`` and a count such as ``3 ครั้ง``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick

from kg.errors import UsageError
from kg.expressions import expression
from kg.lexicon import any_of, words_of
from kg.text import Span
from kg.values.calendar_words import LATIN_STEMS, LETTERS, MONTH_STEMS, NUMERAL_WORDS, NUMERALS
from kg.values.calendars import to_gregorian
from kg.values.date_patterns import COUNTED, GAP, plain_spaces

__all__ = ["OrdinalMention", "find_ordinals", "thai_number_word"]


@dataclass(frozen=True, slots=True)
class OrdinalMention:
    """The words that number something, the numbers they give and, where written, the edition's year.

    ``numbers`` has two or more where the text numbers several at once (``ครั้งที่ 38 และ 39``);
    ``year`` is Gregorian: ``ครั้งที่ 1/2567`` is number 1 of 2024.
    """

    span: Span
    numbers: tuple[int, ...]
    year: int | None = None


_TEN, _MILLION = 10, 1_000_000
_LATIN_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_LATIN_TENS = {
    "twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90,
}  # fmt: skip
_LATIN_WORDS = {word: i for i, word in enumerate(_LATIN_ONES, 1)}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

# A mark that must follow a letter gives away a word that goes on beyond its number.
_WORDS = f"(?:{NUMERAL_WORDS}){{1,10}}(?![ะ-ฺ็-๎])"
_NUMBER = f"(?:[0-9]{{1,4}}(?![0-9]|[.,][0-9])|[IVXL]{{1,7}}(?![A-Za-z])|{_WORDS})"
_FIRST, _SECOND = ("|".join(dict.fromkeys(letters)) for letters in zip(*LETTERS, strict=True))
_UNITS = f"{COUNTED}|{MONTH_STEMS}|(?:{_FIRST})\\.{GAP}(?:{_SECOND})"
_MORE = (
    f"(?:{GAP}(?:และ|กับ|,|-|ถึง|&){GAP}(?:(?:ครั้ง|สมัย){GAP}(?:ที่)?{GAP})?{_NUMBER}"
    f"(?!(?:st|nd|rd|th)|{GAP}(?:{_UNITS})))"
)
_SESSION = f"(?:{any_of('kinds_of_sessions')}(?:ประจำปี)?)"
_THAI = (
    f"(?:{_SESSION}{GAP})?(?:(?:ครั้ง|สมัย){GAP}ที่{GAP}(?P<first>{_NUMBER})|ครั้ง{GAP}(?P<plain>[0-9]{{1,4}}(?![0-9]|[.,][0-9]|{GAP}(?:{_UNITS}))))"
    f"(?P<more>{_MORE}{{0,5}})(?:{GAP}/{GAP}(?P<year>(?:1[89]|2[0-6])[0-9]{{2}}|[56][0-9]|7[0-5])(?![0-9/]))?"
)
_LATIN_MONTH = f"(?:{'|'.join(LATIN_STEMS)})"
_NO_MEETING = (
    f"(?!(?:{GAP}(?:-|to|and|&){GAP}[0-9]{{1,2}}(?:st|nd|rd|th))?{GAP}(?:(?:of )?{_LATIN_MONTH}|"
    "[Cc]entur|[Aa]nnivers|[Ff]loor|[Ss]treet|[Aa]venue|Lady|Secretary|Vice|Deputy|Minister|time|place|quarter|half))"
)
_DIGITED = "[0-9]{1,3}(?:st|nd|rd|th)(?![A-Za-z0-9])"
_SPELLED = "|".join(sorted(_LATIN_ONES, key=len, reverse=True))
_LATIN = (
    f"(?P<latin>{_DIGITED}(?:{GAP}(?:and|&|-|,|และ){GAP}(?:the )?{_DIGITED}){{0,4}}){_NO_MEETING}|"
    f"(?<=[Tt]he )(?P<word>(?i:(?:{'|'.join(_LATIN_TENS)})(?:y[- ](?:{_SPELLED})|ieth)|{_SPELLED}))"
    f"(?= [A-Z]){_NO_MEETING}"
)
_ORDINAL = expression(f"{_THAI}|{_LATIN}")
_TOKEN = expression(f"(-|ถึง)|(?P<number>[0-9]+|[IVXL]+|{_WORDS})")
_THAI_WORDS = expression("|".join(sorted(NUMERALS, key=len, reverse=True)))
_ENCODING = "cp874"
_SUFFIXES = ("st", "nd", "rd", "th")
_TRIGGERS = ("ครั้ง", "สมัย", "he ", *(digit + suffix for digit in "0123456789" for suffix in _SUFFIXES))
_FINDER = BytesAhoCorasick([trigger.encode(_ENCODING) for trigger in _TRIGGERS])
_ARTICLE, _FIRST_SUFFIX = 2, 3
_COUNTS = (*"0123456789", *NUMERALS, *words_of("quantities"))
_AFTER_MONTH = expression(f"{_LATIN_MONTH}[a-z]{{0,6}}\\.?{GAP}\\Z")
_MONTH_WIDTH = 14
_LONGEST_RANGE = 20
_DIGITS = frozenset("0123456789")


def find_ordinals(folded: str) -> list[OrdinalMention]:
    """The ordinals of a text, in order and disjoint.

    Args:
        folded: the text as :func:`kg.text.fold` gives it.

    >>> [found.numbers for found in find_ordinals("ครั้งที่ 38 และ 39 สมัยที่ 5 และ 43rd AMAF")]
    [(38, 39), (5,), (43,)]
    """
    out: list[OrdinalMention] = []
    folded = plain_spaces(folded)
    at = 0
    # One byte a character, so that the automaton's byte offsets are offsets in the text.
    for trigger, start, end in _FINDER.find_matches_as_indexes(folded.encode(_ENCODING, "replace")):
        place = start
        if trigger == _ARTICLE:
            place = end
        elif trigger >= _FIRST_SUFFIX:
            while place > at and start - place < 3 and folded[place - 1] in _DIGITS:  # noqa: PLR2004 - longest number
                place -= 1
        if place < at:
            continue
        m = _ORDINAL.match(folded, place)
        found = m and _read(m, folded)
        if found:
            out.append(found)
            at = found.span.end
    return out


def thai_number_word(text: str) -> int | None:
    """The number that Thai words spell (``ที่`` before them allowed), or ``None`` where they spell none.

    >>> thai_number_word("ยี่สิบเอ็ด"), thai_number_word("ที่สาม"), thai_number_word("แรก")
    (21, 3, None)
    """
    text = text.strip().removeprefix("ที่").strip()
    words = _THAI_WORDS.findall(text)
    if not words or "".join(words) != text:
        return None
    total = part = one = 0
    last_unit = 0
    for word in words:
        number = NUMERALS[word]
        if number == _MILLION:
            total = (total + part + one or 1) * _MILLION
            part = one = last_unit = 0
        elif number < _TEN:
            if one:
                return None
            one = number
        else:
            if last_unit and number >= last_unit:
                return None
            part += (one or 1) * number
            one, last_unit = 0, number
    return total + part + one


def _read(m: re.Match[str], folded: str) -> OrdinalMention | None:
    if m["plain"] and _counted(folded, m.start()):
        return None
    if m["word"]:
        number = _latin_number(m["word"])
        return OrdinalMention(Span(m.start("word"), m.end("word")), (number,))
    if m["latin"] and _AFTER_MONTH.search(folded, max(0, m.start() - _MONTH_WIDTH), m.start()):
        return None
    numbers = _numbers(m["latin"] or (m["first"] or m["plain"]) + m["more"])
    if not numbers:
        return None
    written = m["year"]
    year = None
    if written:
        try:
            year = to_gregorian(int(written))
        except UsageError:
            return None
    return OrdinalMention(Span(m.start(), m.end()), numbers, year)


def _counted(folded: str, start: int) -> bool:
    """Whether a number stands before: ``3 ครั้ง`` counts, it does not number."""
    return folded.endswith(_COUNTS, 0, start - folded.endswith(" ", 0, start))


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    joined = False
    for token in _TOKEN.finditer(text):
        if token["number"] is None:
            joined = True
            continue
        number = _number(token["number"])
        if number is None or number == 0:
            return ()
        if joined and numbers and numbers[-1] < number <= numbers[-1] + _LONGEST_RANGE:
            numbers += range(numbers[-1] + 1, number)
        numbers.append(number)
        joined = False
    return tuple(dict.fromkeys(numbers))


def _number(word: str) -> int | None:
    if word[0] in _DIGITS:
        return int(word)
    if word[0] not in _ROMAN:
        return thai_number_word(word)
    values = [_ROMAN[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _latin_number(word: str) -> int:
    word = word.lower()
    if word in _LATIN_WORDS:
        return _LATIN_WORDS[word]
    tens = next(value for stem, value in _LATIN_TENS.items() if word.startswith(stem))
    return tens + _LATIN_WORDS.get(word.replace("-", " ").partition(" ")[2], 0)
