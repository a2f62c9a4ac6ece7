"""What an answer means for a record: pure decisions, no file and no network."""

from __future__ import annotations

from dataclasses import replace

from fieldapp.contract.messages import Accepted, Refused, Row
from fieldapp.domain.change import applied, delta, joined
from fieldapp.domain.ids import new_id
from fieldapp.store.held import Held, Line, News


def reconcile(held: Held | None, news: News) -> Held | None:
    """The record after the news: first the verdict on our own change, then what the logs show."""
    live = [row for row in news.rows if row.moved is None]
    if held is not None and news.verdict is not None:
        held = _judged(held, news)
    for row in news.rows:
        if row.moved is not None:
            held = _moved(held, row)
    for row in live:
        held = _shown(held, row)
    return held


def _judged(held: Held, news: News) -> Held:
    line = next((line for line in held.lines if line.change == news.change), None)
    if line is None:
        return held
    if isinstance(news.verdict, Accepted):
        return _accepted(held, line, news.verdict)
    assert news.verdict is not None
    return _refused(held, line, news.verdict)


def _accepted(held: Held, line: Line, verdict: Accepted) -> Held:
    """The change is in the log; a merged one's whole content is in the row that comes along and is shown next."""
    rest = tuple(other for other in held.lines if other is not line)
    if held.version > verdict.version and held.village == verdict.village:
        return replace(held, lines=rest)
    return Held(verdict.village, verdict.version, applied(held.base, line.delta), rest)


def _refused(held: Held, line: Line, verdict: Refused) -> Held:
    """A refused change waits for a person; what was typed meanwhile is never lost with it."""
    later = [other for other in held.lines if other is not line and other.refusal is None]
    if verdict.reason == "reused" and not line.create:
        return _with(held, line, replace(line, change=new_id(), sent=False))
    if line.create and held.version:
        return replace(held, lines=_as_edit(held, replace(line, refusal=verdict)))
    if line.create and later:
        whole = line.delta
        for other in later:
            whole = joined(whole, other.delta)
        return replace(held, lines=(Line(line.change, whole, create=True),))
    return _with(held, line, replace(line, refusal=verdict))


def _with(held: Held, line: Line, instead: Line) -> Held:
    return replace(held, lines=tuple(instead if other is line else other for other in held.lines))


def _as_edit(held: Held, create: Line) -> tuple[Line, ...]:
    """A refused create of a record that the centre has: one edit of what differs, for a person to decide."""
    differs = delta(held.base, held.shown)
    return (Line(new_id(), differs, refusal=create.refusal),) if differs else ()


def _moved(held: Held | None, row: Row) -> Held | None:
    """The record left a log; the log it went to will show it, if that one is ours."""
    if held is None or held.village != row.village or held.version > row.version:
        return held
    return Held(row.moved or row.village, 0, held.base, held.lines) if held.lines else None


def _shown(held: Held | None, row: Row) -> Held:
    """A log shows the record; what waits here stays on top, and the centre will judge it."""
    if held is None:
        return Held(row.village, row.version, dict(row.fields))
    if held.village == row.village and held.version > row.version:
        return held
    fresh = replace(held, village=row.village, version=row.version, base=dict(row.fields))
    refused = next((line for line in held.lines if line.create and line.refusal), None)
    return replace(fresh, lines=_as_edit(fresh, refused)) if refused else fresh
