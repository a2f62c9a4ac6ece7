"""What 10,000 sign-ups weigh on the wire, by compressor and direction; and 50,000 hostile answers.

./dev bench packing
"""

from __future__ import annotations

import gzip
import json
import lzma
import random
import time
import zlib
from collections.abc import Callable

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fieldapp.contract import frame, packing
from fieldapp.contract.messages import Create, Edit, Question
from fieldapp.domain.ids import new_id
from tests.contract.made import sign_ups
from tests.contract.mutated import survive
from tests.contract.test_packing import answer_of

COUNT, BATCH, HOSTILE = 10_000, 1_000, 50_000


def xz(filters: dict[str, int]) -> Callable[[bytes], bytes]:
    chain = [{"id": lzma.FILTER_LZMA2, **filters}]
    return lambda payload: lzma.compress(payload, lzma.FORMAT_RAW, filters=chain)


CODECS: dict[str, Callable[[bytes], bytes]] = {
    "xz-6 (as it is used up)": lambda payload: frame.squeezed(payload, frame.UP),
    "xz-6 lc=4 pb=0": xz({"preset": 6, "lc": 4, "pb": 0}),
    "xz-6 lc=3 pb=2 (preset)": xz({"preset": 6}),
    "xz-9e lc=3 pb=0": xz({"preset": 9 | lzma.PRESET_EXTREME, "pb": 0}),
    **{f"zstd-{level}": zstandard.ZstdCompressor(level=level).compress for level in (1, 3, 6, 9, 12, 15, 19)},
    **{f"zlib-{level}": (lambda payload, level=level: zlib.compress(payload, level)) for level in (1, 6, 9)},
}


def line(name: str, size: int, seconds: float, raw: int) -> None:
    print(f"{name:28} {size / 1e6:8.3f} MB {size / raw:7.1%} {seconds:8.3f} s CPU")


def measure(name: str, payloads: list[bytes], codec: Callable[[bytes], bytes], raw: int) -> None:
    started = time.process_time()
    size = sum(len(codec(payload)) for payload in payloads)
    line(name, size, time.process_time() - started, raw)


def edits_of(creates: list[Create]) -> tuple[Edit, ...]:
    chance = random.Random(2)
    return tuple(
        Edit(
            change=new_id(),
            record=create.record,
            kind="signup",
            village=create.village,
            version=number + 1,
            by=create.by,
            at=create.at,
            fields={"phone": (create.fields["phone"], f"+62812{chance.randrange(10**8):08}")},
        )
        for number, create in enumerate(creates)
    )


def main() -> None:
    creates = sign_ups(COUNT)
    plain = [json.dumps(create.fields, separators=(",", ":")).encode() for create in creates]
    raw = sum(map(len, plain))
    batches = [creates[at : at + BATCH] for at in range(0, COUNT, BATCH)]
    print(f"{COUNT} sign-ups, {raw / COUNT:.0f} B each as JSON, batches of {BATCH}\n")
    measure("objects, gzip-6", [b"[" + b",".join(plain[i : i + BATCH]) + b"]" for i in range(0, COUNT, BATCH)],
            lambda payload: gzip.compress(payload, 6), raw)  # fmt: skip
    started = time.process_time()
    packed = [packing.pack_question(Question(device="a", exchange=new_id(), creates=tuple(b))) for b in batches]
    took = time.process_time() - started
    payloads = [frame.inflate(body[3:]) for body in packed]
    line("columns, not compressed", sum(map(len, payloads)), 0, raw)
    for name, codec in CODECS.items():
        measure(f"columns, {name}", payloads, codec, raw)
    whole = sum(map(len, packed))
    print()
    line("question, packed", whole, took, raw)
    started = time.process_time()
    for body in packed:
        packing.read_question(body)
    line("question, read", whole, time.process_time() - started, raw)
    answers(batches, raw)
    edits = Question(device="a", exchange=new_id(), edits=edits_of(creates[:100]))
    print(f"\n100 edits up: {len(packing.pack_question(edits))} B")
    hostile()


def answers(batches: list[list[Create]], raw: int) -> None:
    key = Ed25519PrivateKey.generate()
    started = time.process_time()
    packed = [packing.pack_answer(answer_of(batch), key) for batch in batches]
    line("answer with rows, packed", sum(map(len, packed)), time.process_time() - started, raw)
    started = time.process_time()
    for body in packed:
        packing.read_answer(body, key.public_key())
    line("answer with rows, read", sum(map(len, packed)), time.process_time() - started, raw)
    bare = [packing.pack_answer(answer_of(batch).model_copy(update={"rows": ()}), key) for batch in batches]
    print(f"{COUNT} acknowledgements: {sum(map(len, bare))} B")


def hostile() -> None:
    key, seed = Ed25519PrivateKey.generate(), random.randrange(1 << 32)
    started = time.monotonic()
    read = survive(HOSTILE, packing.pack_answer(answer_of(sign_ups(5)), key), key, seed)
    print(f"{HOSTILE} hostile answers, seed {seed}: 0 crashes, {read} read, {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
