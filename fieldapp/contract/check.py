"""Whether an answer answers the question: whole, in order, and about nothing else."""

from __future__ import annotations

from fieldapp.contract.limits import Unreadable
from fieldapp.contract.messages import PROTOCOL, Accepted, Answer, Change, Question, Refused, Row, Verdict

__all__ = ["check"]

SHOWN = {"conflict", "exists", "locked"}
"""Refusals of a change with which the present row may come, wherever it stands in its log."""


def check(question: Question, answer: Answer) -> None:
    """Raise Unreadable unless every change is answered and every row belongs into this answer."""
    if answer.exchange != question.exchange or answer.protocol != PROTOCOL:
        raise Unreadable("check.exchange")
    if len(answer.verdicts) != len(question.changes):
        raise Unreadable("check.verdicts")
    accepted = any(isinstance(verdict, Accepted) for verdict in answer.verdicts)
    if accepted != bool(answer.receipt):
        raise Unreadable("check.receipt")
    judged = list(zip(question.changes, answer.verdicts, strict=True))
    _logs(question, answer)
    _rows(judged, answer)
    for change, verdict in judged:
        _verdict(change, verdict, answer)


def _logs(question: Question, answer: Answer) -> None:
    """Each village goes on where the question said it stands, and comes with both halves of its proof or none."""
    for village, log in answer.villages.items():
        if log.since != question.cursors.get(village, 0) or log.to < log.since:
            raise Unreadable("check.cursor")
        if (log.count is None) != (log.digest is None):
            raise Unreadable("check.proof")


def _rows(judged: list[tuple[Change, Verdict]], answer: Answer) -> None:
    """A row lies in what the answer covers of its village, or shows the present state of a record asked about."""
    asked = {change.record for change, verdict in judged if _shows(verdict)}
    for row in answer.rows:
        log = answer.villages.get(row.village)
        covered = log is not None and log.since < row.version <= log.to
        if not covered and row.record not in asked:
            raise Unreadable("check.row")
    if len({(row.village, row.version) for row in answer.rows}) != len(answer.rows):
        raise Unreadable("check.row")


def _shows(verdict: Verdict) -> bool:
    return verdict.merged if isinstance(verdict, Accepted) else verdict.reason in SHOWN


def _verdict(change: Change, verdict: Verdict, answer: Answer) -> None:
    """A merged change comes with what it was merged into, a conflict and a rule with their reasons."""
    if isinstance(verdict, Refused):
        if not verdict.present.keys() <= change.fields.keys() or (verdict.reason == "conflict") != bool(
            verdict.present
        ):
            raise Unreadable("check.refusal")
        return
    if verdict.version < 1:
        raise Unreadable("check.version")
    if verdict.merged and not any(_is(row, change, verdict) for row in answer.rows):
        raise Unreadable("check.merged")


def _is(row: Row, change: Change, verdict: Accepted) -> bool:
    return row.record == change.record and row.version >= verdict.version
