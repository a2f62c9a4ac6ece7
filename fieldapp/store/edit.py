"""What a save means for a record: pure decisions about its waiting lines."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from fieldapp.domain.change import Fields, applied, delta, joined
from fieldapp.domain.ids import new_id
from fieldapp.store.held import Held, Line


def edited(record: UUID, held: Held | None, after: Fields, seen: Fields | None = None) -> Held:
    """The record after a person saved ``after``, having started from ``seen`` (what is shown now, if not given).

    A line that has left stays as it is; one that has not takes the new edit in; a refused one is replaced, since the
    person has seen what the centre holds. Fields that the person did not touch keep what came in meanwhile.
    Without a change nothing new waits.
    """
    if held is None:
        return Held(after["village"], lines=(Line(record, delta({}, after), create=True),))
    gone = tuple(line for line in held.lines if line.sent and line.refusal is None)
    change = delta(held.shown if seen is None else seen, after)
    if any(line.refusal for line in held.lines):
        return _answered(record, held, gone, applied(held.shown, change))
    if not change:
        return held
    last = next((line for line in held.lines if not line.sent), None)
    fresh = replace(last, delta=joined(last.delta, change)) if last else Line(new_id(), change)
    return _with(held, gone, fresh)


def _answered(record: UUID, held: Held, gone: tuple[Line, ...], after: Fields) -> Held:
    known = Held(held.village, held.version, held.base, gone)
    change = delta(known.shown, after)
    create = not held.version and any(line.create for line in held.lines if line not in gone)
    return _with(held, gone, Line(record if create else new_id(), change, create))


def _with(held: Held, gone: tuple[Line, ...], fresh: Line) -> Held:
    village = fresh.delta["village"][1] if fresh.create else held.village
    return replace(held, village=village, lines=(*gone, fresh) if fresh.delta else gone)
