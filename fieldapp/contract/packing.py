"""Question and answer as bytes: columns, compact JSON, a compressor, and the centre's signature on the answer.

A question is ``FQ1`` + frame. An answer is ``FA1`` + exchange id (16 bytes) + signature (64) + frame; the signature
covers everything else of it. See contract/columns for the columns and contract/frame for the compressors.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import TypeAdapter, ValidationError

from fieldapp.contract import frame
from fieldapp.contract.collector import resting
from fieldapp.contract.columns import (
    microseconds,
    moment,
    pack,
    pack_numbers,
    pack_table,
    unpack,
    unpack_numbers,
    unpack_table,
)
from fieldapp.contract.derived import lengthened, shortened
from fieldapp.contract.limits import MAX_CHANGES, MAX_PACKED, MAX_ROWS, Unreadable, at_most, shallow, storable
from fieldapp.contract.lists import (
    pack_ids,
    pack_places,
    pack_villages,
    unpack_ids,
    unpack_places,
    unpack_villages,
)
from fieldapp.contract.messages import Answer, Create, Edit, Log, Question, Row
from fieldapp.contract.verdicts import pack_verdicts, unpack_verdicts

__all__ = ["MAX_PACKED", "Unreadable", "pack_answer", "pack_question", "read_answer", "read_question"]

QUESTION, ANSWER = b"FQ1", b"FA1"
CONTEXT = b"fieldapp answer 1\0"
CREATES, EDITS, ROWS = TypeAdapter(list[Create]), TypeAdapter(list[Edit]), TypeAdapter(list[Row])
Said = TypeVar("Said")
SUSPECT = (b"\\u0000", b"\\ud", b"\\uD")
BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@resting()
def pack_question(question: Question) -> bytes:
    """The question as the laptop sends it."""
    said = question.model_dump(mode="json", exclude={"creates", "edits", "cursors"})
    said["cursors"] = pack_villages(question.cursors)
    said["creates"] = _pack_creates(question.creates)
    said["edits"] = _pack_edits(question.edits)
    return QUESTION + frame.squeeze(_json(said), frame.UP)


@resting()
def read_question(body: bytes) -> Question:
    """The question in these bytes, or Unreadable."""
    if body[:3] != QUESTION:
        raise Unreadable("wire.not_ours")
    return _read(frame.inflate(body[3:]), _question)


@resting()
def pack_answer(answer: Answer, key: Ed25519PrivateKey) -> bytes:
    """The answer as the centre sends it, signed as a whole."""
    said = answer.model_dump(mode="json", exclude={"verdicts", "rows", "villages"})
    said["verdicts"] = pack_verdicts(answer.verdicts)
    said["rows"] = _pack_rows(answer.rows)
    logs = {code: [log.since, log.to - log.since, log.count, log.digest] for code, log in answer.villages.items()}
    said["villages"] = pack_villages(logs)
    squeezed = frame.squeeze(_json(said), frame.DOWN)
    signature = key.sign(CONTEXT + answer.exchange.bytes + squeezed)
    return ANSWER + answer.exchange.bytes + signature + squeezed


@resting()
def read_answer(body: bytes, key: Ed25519PublicKey) -> Answer:
    """The answer in these bytes, if the centre itself signed them; otherwise Unreadable."""
    if body[:3] != ANSWER or len(body) > MAX_PACKED:
        raise Unreadable("wire.not_ours")
    exchange, signature, squeezed = body[3:19], body[19:83], body[83:]
    try:
        key.verify(signature, CONTEXT + exchange + squeezed)
    except InvalidSignature as forged:
        raise Unreadable("wire.not_signed") from forged
    answer = _read(frame.inflate(squeezed), _answer)
    if answer.exchange.bytes != exchange:
        raise Unreadable("wire.not_ours")
    return answer


def _json(said: Any) -> bytes:
    return json.dumps(said, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _read(payload: bytes, build: Callable[[Any], Said]) -> Said:
    try:
        said = json.loads(payload, parse_constant=_no_number)
        shallow(said)
        if any(sign in payload for sign in SUSPECT):
            storable(said)
        return build(said)
    except Unreadable:
        raise
    except ValidationError as wrong:
        raise Unreadable("wire.not_a_message") from wrong
    except BROKEN as broken:
        raise Unreadable("wire.damaged") from broken


def _no_number(name: str) -> None:
    raise Unreadable("wire.damaged")


def _question(said: dict[str, Any]) -> Question:
    return Question.model_validate(
        {
            **said,
            "cursors": unpack_villages(said["cursors"]),
            "creates": _unpack_creates(said["creates"]),
            "edits": _unpack_edits(said["edits"]),
        }
    )


def _answer(said: dict[str, Any]) -> Answer:
    logs = unpack_villages(said["villages"])
    villages = {code: _log(*log) for code, log in logs.items()}
    rows, verdicts = _unpack_rows(said["rows"]), unpack_verdicts(said["verdicts"])
    return Answer.model_validate({**said, "rows": rows, "verdicts": verdicts, "villages": villages})


def _log(since: int, length: int, count: int | None, digest: str | None) -> Log:
    return Log(since=since, to=since + length, count=count, digest=digest)


def _heads(parts: Sequence[Create | Edit | Row]) -> dict[str, Any]:
    """What creates, edits and rows have in common."""
    times = [microseconds(part.at) for part in parts]
    return {
        "record": pack_ids([part.record for part in parts]),
        "kind": pack([part.kind for part in parts], {}, times),
        "by": pack([part.by for part in parts], {}, times),
        "at": pack_numbers(times),
    }


def _unpack_heads(packed: Mapping[str, Any], most: int) -> tuple[list[dict[str, Any]], list[int]]:
    times = unpack_numbers(packed["at"])
    at_most(len(times), most)
    ids = unpack_ids(packed["record"])
    kinds, makers = unpack(packed["kind"], {}, times), unpack(packed["by"], {}, times)
    heads = zip(ids, kinds, makers, times, strict=True)
    return [{"record": r, "kind": kind, "by": by, "at": moment(at)} for r, kind, by, at in heads], times


def _pack_fields(parts: Sequence[Create | Row]) -> dict[str, Any]:
    known = {"village": [part.village for part in parts], "by": [part.by for part in parts]}
    return pack_table([shortened(part.fields) for part in parts], known, [microseconds(part.at) for part in parts])


def _unpack_fields(packed: Mapping[str, Any], heads: list[dict[str, Any]], times: list[int]) -> None:
    known = {name: [head[name] for head in heads] for name in ("village", "by")}
    for head, fields in zip(heads, unpack_table(packed, known, times), strict=True):
        head["fields"] = lengthened(fields)


def _pack_creates(creates: Sequence[Create]) -> dict[str, Any]:
    if not creates:
        return {}
    villages = pack([create.village for create in creates], {}, [0] * len(creates))
    return {**_heads(creates), "village": villages, "fields": _pack_fields(creates)}


def _unpack_creates(packed: Mapping[str, Any]) -> list[Create]:
    if not packed:
        return []
    heads, times = _unpack_heads(packed, MAX_CHANGES)
    for head, village in zip(heads, unpack(packed["village"], {}, times), strict=True):
        head["village"] = village
    _unpack_fields(packed["fields"], heads, times)
    return CREATES.validate_python(heads)


def _pack_edits(edits: Sequence[Edit]) -> dict[str, Any]:
    """Heads, places, and for each field two tables: what it was, what it became."""
    if not edits:
        return {}
    times = [microseconds(edit.at) for edit in edits]
    sides = [[{name: both[side] for name, both in edit.fields.items()} for edit in edits] for side in (0, 1)]
    return {
        **_heads(edits),
        "change": pack_ids([edit.change for edit in edits]),
        "places": pack_places((edit.village, edit.version) for edit in edits),
        "old": pack_table(sides[0], {}, times),
        "new": pack_table(sides[1], {}, times),
    }


def _unpack_edits(packed: Mapping[str, Any]) -> list[Edit]:
    if not packed:
        return []
    heads, times = _unpack_heads(packed, MAX_CHANGES)
    before, after = unpack_table(packed["old"], {}, times), unpack_table(packed["new"], {}, times)
    changes, places = unpack_ids(packed["change"]), unpack_places(packed["places"])
    for head, change, (village, version), old, new in zip(heads, changes, places, before, after, strict=True):
        if old.keys() != new.keys():
            raise Unreadable("wire.column")
        head |= {"change": change, "village": village, "version": version}
        head["fields"] = {name: (old[name], new[name]) for name in old}
    return EDITS.validate_python(heads)


def _pack_rows(rows: Sequence[Row]) -> dict[str, Any]:
    if not rows:
        return {}
    moved = [[place, row.moved] for place, row in enumerate(rows) if row.moved is not None]
    places = pack_places((row.village, row.version) for row in rows)
    return {**_heads(rows), "places": places, "moved": moved, "fields": _pack_fields(rows)}


def _unpack_rows(packed: Mapping[str, Any]) -> list[Row]:
    if not packed:
        return []
    heads, times = _unpack_heads(packed, MAX_ROWS)
    for head, (village, version) in zip(heads, unpack_places(packed["places"]), strict=True):
        head |= {"village": village, "version": version}
    for place, village in packed["moved"]:
        heads[at_most(place, len(heads) - 1)]["moved"] = village
    _unpack_fields(packed["fields"], heads, times)
    return ROWS.validate_python(heads)
