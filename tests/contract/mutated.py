"""Answers with something wrong in them, signed all the same: what a broken or hostile centre could send."""

from __future__ import annotations

import contextlib
import json
import random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fieldapp.contract import frame, packing
from fieldapp.contract.limits import Unreadable

ODD: tuple[Any, ...] = (None, True, -1, 0, 1 << 70, 1e308, "", "|||", "c", [], {}, [[]], ["c", 1], ["?", [0], ["c", 1]])


def mutated(chance: random.Random, value: Any) -> Any:
    """The value with one thing in it replaced, doubled, dropped or renamed."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(list(value))
        if chance.random() < 0.1:
            return {chance.choice(("", "x", name + "x")) if key == name else key: kept for key, kept in value.items()}
        return {**value, name: mutated(chance, value[name])}
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        instead = chance.choice(
            ([], [value[at], value[at]], [mutated(chance, value[at])], [mutated(chance, value[at])])
        )
        return [*value[:at], *instead, *value[at + 1 :]]
    if isinstance(value, int) and chance.random() < 0.5:
        return value + chance.choice((-1, 1, 1000))
    return chance.choice(ODD)


def hostile(chance: random.Random, whole: bytes, key: Ed25519PrivateKey) -> bytes:
    """The answer changed in its bytes, its compressed payload or its meaning."""
    way = chance.random()
    if way < 0.1:
        at = chance.randrange(len(whole))
        return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
    if way < 0.2:
        return whole[: chance.randrange(len(whole))]
    squeezed = whole[83:]
    if way < 0.3:
        at = chance.randrange(len(squeezed))
        squeezed = squeezed[:at] + chance.randbytes(chance.randrange(1, 4)) + squeezed[at + 1 :]
    else:
        said = mutated(chance, json.loads(frame.inflate(squeezed)))
        squeezed = frame.squeeze(json.dumps(said).encode(), frame.DOWN)
    return whole[:19] + key.sign(packing.CONTEXT + whole[3:19] + squeezed) + squeezed


def survive(count: int, whole: bytes, key: Ed25519PrivateKey, seed: int) -> int:
    """How many of so many hostile answers were read at all; anything but Unreadable ends it."""
    chance, read = random.Random(seed), 0
    for _ in range(count):
        with contextlib.suppress(Unreadable):
            packing.read_answer(hostile(chance, whole, key), key.public_key())
            read += 1
    return read
