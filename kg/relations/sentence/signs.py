"""What tells how far a reading can be trusted."""

from __future__ import annotations

from functools import lru_cache

from kg.model import Modality, Predicate

# What a text states of things, whatever happens to them. Fewer than describe in the graph: when, where and
# how a meeting is held is still to come where the meeting is.
LASTING: frozenset[Predicate] = frozenset(
    ["holdsPosition", "represents", "ordinal", "underFramework", "partOf", "participatesIn", "coordinatorOf"]
)

# Phrases are told apart by their length: the longer, the more was read into them.
_LENGTHS = (15, 30, 60, 100, 1000)


@lru_cache(maxsize=1 << 14)
def signs_of(
    rule: str, predicate: Predicate, mood: Modality, carried: bool, retelling: bool, kind: str, length: int
) -> tuple[str, ...]:
    """What tells how far a reading can be trusted: see :mod:`kg.confidence`.

    ``kind`` is the class of the object, empty for a literal; ``length`` that of a phrase, 0 for no phrase.
    """
    told = f"{rule} {predicate}"
    if predicate in LASTING:
        return (told,)
    signs = [told, f"subject {'carried' if carried else 'named'}", mood.value]
    if retelling:
        signs.append("retold")
    if kind:
        signs.append(f"object {kind}")
    if length:
        signs.append(next(f"phrase to {end}" for end in _LENGTHS if length <= end))
    return tuple(signs)
