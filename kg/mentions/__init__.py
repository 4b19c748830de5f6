"""Mentions: where a text names or dates something, found by words, by script and by what stands around."""
