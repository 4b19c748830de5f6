"""The frames to which the table of verbs leads: how the subject and the objects of a verb are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.entities.drafts import Draft
from kg.errors import LexiconError
from kg.lexicon import read_table
from kg.model import Modality
from kg.relations.acts import adopting, contents, discussing, saying, signing, thanks
from kg.relations.meetings import attending, ceremonies, chairing, described, hosting, talks, tours, visits
from kg.relations.sentence.clause import Clause
from kg.relations.sentence.reading import Reading

Frame = Callable[[Reading, Clause, int, list[Draft], Modality], None]

FRAMES: dict[str, Frame] = {
    "attend": attending.attend,
    "attend-noun": attending.attend,
    "chair": chairing.chair,
    "chair-noun": chairing.chair,
    "host": hosting.host,
    "host-noun": hosting.host,
    "hosted-by": hosting.hosted_by,
    "held": described.held,
    "meet": talks.meet,
    "call": talks.meet,
    "courtesy": talks.meet,
    "receive": talks.meet,
    "visit": visits.visit,
    "tour": tours.tour,
    "assign": attending.assign,
    "witness": ceremonies.witness,
    "press": ceremonies.press,
    "meal": ceremonies.meal,
    "sign": signing.sign,
    "adopt": adopting.adopt,
    "discuss": discussing.discuss,
    "holds": contents.holds,
    "propose": saying.soft,
    "support": saying.soft,
    "launch": saying.soft,
    "launch-net": saying.soft,
    "thank": thanks.thank,
    "speak": discussing.told,
}
# Verbs that state nothing of their own: they carry the subject or the time, are read by what follows them
# (``stress``, ``onward``, ``along``), or hide a verb that is none (``-``).
CARRYING = frozenset({"speak", "stress", "onward", "along", "-"})


@cache
def known_frames() -> frozenset[str]:
    """The frames that a verb may have, once every verb of the table has one of them.

    >>> "attend" in known_frames()
    True

    Raises:
        LexiconError: a verb has another.
    """
    known = CARRYING.union(FRAMES)
    acts = [row for row in read_table("talks") if row["part"] in ("act", "manner")]
    for table, rows in (("verbs", read_table("verbs")), ("talks", acts)):
        for row in rows:
            if row["frame"] not in known:
                names = ", ".join(sorted(known))
                raise LexiconError(
                    f"table {table}, form {row['form']!r}: frame {row['frame']!r} is none of {names}"
                )
    return known
