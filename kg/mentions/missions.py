"""Missions by name: the noun, and the state whose they are or the city where they stand."""

from __future__ import annotations

from kg.expressions import expression
from kg.lexicon import any_of, cue, words_of
from kg.mentions.scan import Scan

MISSION = expression(f"สถาน{any_of('envoys')}")
MISSION_WORDS = cue(*(f"สถาน{noun}" for noun in words_of("envoys")))
_AT_CITY = expression(f"(?:ไทย)? ณ {any_of('nouns_of_cities')}[ก-ฺเ-๎]+")
_DELEGATION = expression("คณะผู้แทนถาวร(?:ไทย|แห่งประเทศไทย)?ประจำ ?")
_POSTED_IN = expression(" ?(?:ประจำ|ใน|แห่ง)(?:ประเทศ)?")


def mission_end(scan: Scan, start: int, limit: int | None = None) -> int:
    """Where the name of the mission ends that begins at ``start``; ``start`` itself for none.

    ``สถานเอกอัครราชทูต ณ กรุงโซล``, ``สถานเอกอัครราชทูตจีนประจำประเทศไทย``, ``คณะผู้แทนถาวรไทยประจำสหประชาชาติ``.
    """
    limit = len(scan.folded) if limit is None else limit
    sent = _DELEGATION.match(scan.folded, start, limit)
    if sent is not None:
        return _delegation_end(scan, sent.end(), limit) or start
    noun = MISSION.match(scan.folded, start, limit)
    if noun is None:
        return start
    at = noun.end()
    city = _AT_CITY.match(scan.folded, at, limit)
    if city is not None:
        return city.end()
    state = scan.names_at.get(at)
    if state is None or state.type != "Country" or state.end > limit:
        return start
    posted = _POSTED_IN.match(scan.folded, state.end, limit)
    seat = scan.names_at.get(posted.end()) if posted else None
    if seat is not None and seat.type == "Country" and seat.end <= limit:
        return seat.end
    city = _AT_CITY.match(scan.folded, state.end, limit)
    return city.end() if city else state.end


def _delegation_end(scan: Scan, at: int, limit: int) -> int:
    """Where the body ends that stands at ``at``, to which a delegation is sent, and the city; 0 for none."""
    body = scan.names_at.get(at)
    if body is None or body.type != "Organization" or body.end > limit:
        return 0
    city = _AT_CITY.match(scan.folded, body.end, limit)
    return city.end() if city is not None else body.end
