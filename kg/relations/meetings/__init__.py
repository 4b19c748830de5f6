"""Frames of meeting: who came to what, where, when and on which visit, who met whom; which talk is meant."""
