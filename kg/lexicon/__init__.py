"""What Thut knows before it reads: named things, and tables of words."""

from kg.lexicon.cues import cue, cues_in
from kg.lexicon.entries import Entry
from kg.lexicon.lexicon import Lexicon, NameHit, base_class, load
from kg.lexicon.matcher import Matcher, stands_free
from kg.lexicon.openings import Opening
from kg.lexicon.paths import ontology_path
from kg.lexicon.signatures import signatures
from kg.lexicon.tables import read_table
from kg.lexicon.word_classes import after, alternatives, any_of, not_after, pattern_of, words_of

__all__ = [
    "Entry",
    "Lexicon",
    "Matcher",
    "NameHit",
    "Opening",
    "after",
    "alternatives",
    "any_of",
    "base_class",
    "cue",
    "cues_in",
    "load",
    "not_after",
    "ontology_path",
    "pattern_of",
    "read_table",
    "signatures",
    "stands_free",
    "words_of",
]
