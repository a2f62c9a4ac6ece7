from __future__ import annotations

import random
import zlib
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings

from fieldapp.contract import frame, packing
from fieldapp.contract.digest import canonical
from fieldapp.contract.limits import MAX_UNPACKED
from fieldapp.contract.messages import Accepted, Answer, Create, Log, Question, Row
from fieldapp.domain.ids import new_id
from tests.contract import messages_of
from tests.contract.made import sign_ups
from tests.contract.mutated import survive

KEY = Ed25519PrivateKey.generate()
NOW = datetime(2026, 9, 1, 2, tzinfo=UTC)


def row(create: Create, version: int) -> Row:
    same = create.model_dump(include={"record", "kind", "village", "by", "at", "fields"})
    return Row(**same, version=version)


def answer_of(creates: list[Create]) -> Answer:
    ends: dict[str, int] = {}
    verdicts, rows = [], []
    for create in creates:
        ends[create.village] = ends.get(create.village, 0) + 1
        verdicts.append(Accepted(version=ends[create.village], village=create.village))
        rows.append(row(create, ends[create.village]))
    logs = {code: Log(since=0, to=end, count=end, digest=f"{end:016x}") for code, end in ends.items()}
    return Answer(
        exchange=new_id(), time=NOW, verdicts=tuple(verdicts), rows=tuple(rows), villages=logs, receipt="ab" * 64
    )


@settings(max_examples=300, deadline=None)
@given(messages_of.QUESTION)
def test_a_question_comes_back_as_it_was(question: Question) -> None:
    back = packing.read_question(packing.pack_question(question))
    assert back == question
    assert [canonical(c.fields) for c in back.creates] == [canonical(c.fields) for c in question.creates]
    assert repr([sorted(e.fields.items()) for e in back.edits]) == repr(
        [sorted(e.fields.items()) for e in question.edits]
    )


@settings(max_examples=300, deadline=None)
@given(messages_of.ANSWER)
def test_an_answer_comes_back_as_it_was(answer: Answer) -> None:
    back = packing.read_answer(packing.pack_answer(answer, KEY), KEY.public_key())
    assert back == answer
    assert [canonical(one.fields) for one in back.rows] == [canonical(one.fields) for one in answer.rows]


def test_a_thousand_sign_ups_go_up_in_less_than_seventy_kilobytes() -> None:
    creates = tuple(sign_ups(1000))
    packed = packing.pack_question(Question(device="laptop", exchange=new_id(), creates=creates))
    assert packing.read_question(packed).creates == creates
    assert len(packed) < 70_000


def test_a_thousand_acknowledgements_come_down_in_less_than_a_kilobyte() -> None:
    answer = answer_of(sign_ups(1000)).model_copy(update={"rows": ()})
    assert len(packing.pack_answer(answer, KEY)) < 1000


def test_the_first_version_of_a_log_and_the_next_one_are_told_apart() -> None:
    verdicts = tuple(Accepted(version=v, village=c) for c in ("3201172003", "3201172004") for v in (0, 1, 1, 2, 9, 8))
    answer = answer_of([]).model_copy(update={"verdicts": verdicts})
    assert packing.read_answer(packing.pack_answer(answer, KEY), KEY.public_key()).verdicts == verdicts


def test_an_answer_that_another_key_signed_is_not_read() -> None:
    packed = packing.pack_answer(answer_of(sign_ups(3)), Ed25519PrivateKey.generate())
    with pytest.raises(packing.Unreadable, match=r"wire.not_signed"):
        packing.read_answer(packed, KEY.public_key())


def test_the_signature_covers_the_exchange_id() -> None:
    packed = packing.pack_answer(answer_of(sign_ups(3)), KEY)
    with pytest.raises(packing.Unreadable, match=r"wire.not_signed"):
        packing.read_answer(packed[:3] + new_id().bytes + packed[19:], KEY.public_key())


@pytest.mark.parametrize("codec", [frame.UP, frame.DOWN])
@pytest.mark.parametrize("honest", [True, False])
def test_a_bomb_is_refused_before_it_takes_memory(codec: bytes, honest: bool) -> None:
    payload = bytes(200 << 20 if codec == frame.DOWN else 40 << 20)
    size = len(payload) if honest else 1000
    head = codec + size.to_bytes(4, "big") + zlib.crc32(payload).to_bytes(4, "big")
    bomb = head + frame.squeezed(payload, codec)
    assert len(bomb) < 194_000
    with pytest.raises(packing.Unreadable, match=r"wire.too_large" if honest else "wire.damaged"):
        frame.inflate(bomb)


def test_what_claims_to_be_too_large_is_refused() -> None:
    with pytest.raises(packing.Unreadable, match=r"wire.too_large"):
        frame.inflate(frame.UP + (MAX_UNPACKED + 1).to_bytes(4, "big") + bytes(9))
    with pytest.raises(packing.Unreadable, match=r"wire.too_large"):
        frame.inflate(bytes(packing.MAX_PACKED + 1))


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "wire.damaged"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "wire.too_deep"),
        (b"null", "wire.damaged"),
        (b'{"device":NaN}', "wire.damaged"),
        (b'{"device":"\\u0000"}', "wire.text"),
        (b'{"\\ud83d":"x"}', "wire.text"),
        (b"{}", "wire.damaged"),
        (b'{"cursors":[[],[]],"creates":{},"edits":{},"device":"a"}', "wire.not_a_message"),
        (b'{"cursors":[[],[]],"creates":{},"edits":{"at":[1' + b",1" * 2001 + b"]}}", "wire.too_many"),
    ],
)
def test_a_payload_that_is_no_message_is_unreadable(payload: bytes, code: str) -> None:
    with pytest.raises(packing.Unreadable, match=code):
        packing.read_question(packing.QUESTION + frame.squeeze(payload, frame.UP))


def test_hostile_answers_are_unreadable_or_a_whole_message_and_nothing_else() -> None:
    seed = random.randrange(1 << 32)
    print("seed", seed)  # noqa: T201
    survive(3000, packing.pack_answer(answer_of(sign_ups(5)), KEY), KEY, seed)
