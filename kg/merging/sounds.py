"""How alike two names sound, in Thai script or Latin letters.

A name of one script is spelt in the other by ear, and everybody's ear differs: คอร์เวน, คอเวน, Corwen.
What stays is the row of consonants, in classes that both scripts share. Vowels, tones, the breath of
h and the glide of y are left out. Classes that scribes exchange (จ for g, น for a last l) cost half.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg import lexicon
from kg.expressions import expression
from kg.text import fold

_THAI = {
    **dict.fromkeys("กขฃคฅฆ", "K"),
    **dict.fromkeys("จฉชฌ", "C"),
    **dict.fromkeys("ซศษส", "S"),
    **dict.fromkeys("ดตถทธฎฏฐฑฒ", "T"),
    **dict.fromkeys("บปผพภ", "P"),
    **dict.fromkeys("ฝฟ", "F"),
    **dict.fromkeys("นณงญ", "N"),
    "ม": "M",
    **dict.fromkeys("รลฬฤฦ", "L"),
    "ว": "W",
}
# Longest first; what stands for no consonant is an empty class.
_LATIN = expression(
    "(?P<S>sch|sh|dz|x|s|z(?!h)|c(?=[eiy]))|(?P<C>tch|ch|zh|j|q(?=i|ia|iu)|g(?=[eiy]))|(?P<F>ph|f)|"
    "(?P<T>th|[td])|(?P<K>kh|gh|ck|qu|[kgqc])|(?P<N>ng(?![eiy])|ny|n)|(?P<P>[bp])|(?P<M>m)|(?P<L>[rl])|(?P<W>[vw])"
)
_HALF = frozenset(frozenset(pair) for pair in "CS CT CK CN PF FW WP TS LN NM KN LT SL".split())
_SURELY = 0.9
# Letters that come and go, and what it costs: a glide, a silent r, a t before s.
_WEAK = {"W": 0.3, "L": 0.6, "T": 0.6}
_INITIAL = expression(r"(?:[A-Za-z]|[ก-ฮเ-ไ][ก-๎]{0,3})\.")
_PART = expression(r"[\s-]+")
_AGAIN = expression(r"(.)\1+")
# Titles before a name in Latin letters, and letters of honour after it.
_STYLE = expression(
    r"^(?:(?:his|her) (?:excellency|majesty|highness)|the (?:rt|right)\.? hon(?:ourable|\.)?|rt\.? hon\.?|"
    r"h\.?e\.?|madame president|(?:mr|mrs|ms|miss|dr|prof|gen)\b\.?|professor|ambassador|senior|general|"
    r"dato'?|datuk|seri|tan sri|\s)+(?=\w)|(?:,? (?:mp|obe|kbe|cbe|phd)){1,12}$"
)
# Words are compared with each other, and letter with letter: no name has as many.
_MOST_WORDS, _LONGEST_WORD = 12, 30
_PARTICLES = frozenset(
    (
        *"bin binti bt al el de da dos van von der di the".split(),
        *lexicon.words_of("words_for_son", "particles_of_names"),
    )
)


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in lower case, without titles, initials and particles.

    >>> name_words("H.E. Mr. Daniel F. Corwen"), name_words("แดเนียล เอฟ. คอร์เวน")
    (('daniel', 'corwen'), ('แดเนียล', 'คอร์เวน'))
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", fold(name)) if not "\u0300" <= c <= "\u036f")
    plain = _STYLE.sub("", plain.lower().replace("œ", "oe").replace("ı", "i"))
    words = (word.strip("\"'().,") for word in _PART.split(_INITIAL.sub(" ", plain)))
    kept = tuple(word for word in words if len(word) > 1)
    return (tuple(word for word in kept if word not in _PARTICLES) or kept)[:_MOST_WORDS]


@lru_cache(maxsize=1 << 15)
def consonants(word: str) -> str:
    """The classes of the consonants of a word, each run of one class once.

    >>> consonants("คิชิดะ"), consonants("kishida"), consonants("คอร์เวน"), consonants("corwen")
    ('KCT', 'KST', 'KLWN', 'KLWN')
    """
    if any("ก" <= letter <= "ฮ" for letter in word):
        # The Arabic article is written with its word in Thai, apart from it in Latin letters.
        word = word.removeprefix("อัล") if len(word) > 5 else word
        found = "".join(_THAI.get(letter, "") for letter in word)
    else:
        found = "".join(match.lastgroup or "" for match in _LATIN.finditer(word))
    return _AGAIN.sub(r"\1", found)[:_LONGEST_WORD]


@lru_cache(maxsize=1 << 15)
def sound_alike(a: str, b: str) -> float:
    """How alike two rows of consonants are, from 0 to 1.

    >>> sound_alike("KTK", "KTK"), sound_alike("KCT", "KST") > 0.7 > sound_alike("KCT", "MLP")
    (1.0, True)
    """
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    gaps = [_WEAK.get(letter, 1.0) for letter in b]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    for mine in a:
        mine_gap = _WEAK.get(mine, 1.0)
        above, row = row, [row[0] + mine_gap]
        for at, other in enumerate(b):
            step = 0.0 if mine == other else 0.5 if frozenset((mine, other)) in _HALF else 1.0
            row.append(min(above[at] + step, above[at + 1] + mine_gap, row[at] + gaps[at]))
    return 1 - row[-1] / max(len(a), len(b))


@lru_cache(maxsize=1 << 15)
def names_alike(a: str, b: str) -> float:
    """How alike two persons' names sound, from 0 to 1, in whatever order their words stand.

    Where one name has more words, those that it shares with the other count.

    >>> names_alike("โมริตะ เคนจิ", "Kenji MORITA") > 0.8 > names_alike("หวัง เค่อหมิง", "หวัง หมิง")
    True
    """
    short, long = sorted((name_words(a), name_words(b)), key=lambda words: (len(words), words))
    rows, others = [consonants(word) for word in short], [consonants(word) for word in long]
    if not any(rows) or not any(others):
        return float(short == long)
    # Whole against whole, since words are parted by ear too; else word by word, in whatever order.
    whole = sound_alike("".join(rows), "".join(others))
    if len(rows) == 1 or len(rows) != len(others) or whole >= _SURELY:
        return max(whole, _worst_word(rows, others) if len(rows) > 1 else 0.0)
    return _worst_word(rows, others)


def _worst_word(rows: list[str], others: list[str]) -> float:
    """How alike the words of one name are to words of the other: as alike as the one that is least so."""
    left = list(others)
    worst = 1.0
    for row in sorted(rows, key=len, reverse=True):
        if not left:
            return 0.0
        found = max(left, key=lambda other: (_word_alike(row, other), other))
        worst = min(worst, _word_alike(row, found))
        left.remove(found)
    return worst


def _word_alike(row: str, other: str) -> float:
    """How alike two words sound; a word that begins otherwise is another, whatever follows."""
    alike = sound_alike(row, other)
    first, second = row.lstrip("W")[:1], other.lstrip("W")[:1]
    begin = first == second or frozenset((first, second)) in _HALF
    return alike if begin else min(alike, 0.5)
