"""A sentence: its items and clauses, of whom it speaks, when, where, in which mood, what a verb governs."""
