"""What Thut knows before it reads: named things, and tables of words."""

from kg.lexicon.cues import cue, cues_in
from kg.lexicon.entries import HOME, Entry
from kg.lexicon.entry_classes import entries_of, sole_entry_of
from kg.lexicon.lexicon import Lexicon, NameHit, base_class, load
from kg.lexicon.matcher import Matcher, stands_free
from kg.lexicon.openings import Opening
from kg.lexicon.paths import ontology_path
from kg.lexicon.signatures import signatures
from kg.lexicon.sole_posts import of_one_office, sole_scope
from kg.lexicon.tables import read_table
from kg.lexicon.word_classes import after, alternatives, any_of, not_after, pattern_of, words_of

__all__ = [
    "HOME",
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
    "entries_of",
    "load",
    "not_after",
    "of_one_office",
    "ontology_path",
    "pattern_of",
    "read_table",
    "signatures",
    "sole_entry_of",
    "sole_scope",
    "stands_free",
    "words_of",
]
