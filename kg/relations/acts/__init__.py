"""Frames of saying and deciding: what was talked of, proposed, supported, signed and adopted, and by whom."""
