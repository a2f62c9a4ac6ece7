"""The proof that two parties hold the same: content hashes, and their sum over a village."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

SPELLING = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
EMPTY: tuple[object, ...] = ("", [], {})


def canonical(fields: Mapping[str, Any]) -> bytes:
    """The one spelling of a record's content: sorted keys, no spaces, absent values left out, UTF-8."""
    there = fields.items()
    whole = fields if all(fields.values()) else {k: v for k, v in there if v or (v is not None and v not in EMPTY)}
    return SPELLING.encode(dict(whole)).encode()


def content_hash(fields: Mapping[str, Any]) -> bytes:
    """SHA-256 of the canonical content, 32 bytes."""
    return hashlib.sha256(canonical(fields)).digest()


def mark(record: UUID, version: int, content: bytes) -> int:
    """A record's share of its village's digest, 64 bits; ``content`` is its content hash."""
    return int.from_bytes(hashlib.sha256(record.bytes + version.to_bytes(8, "big") + content).digest()[:8], "big")


def digest(marks: Iterable[int]) -> str:
    """The sum of the marks modulo 2⁶⁴, as 16 hex digits: the order does not matter, one more or less does."""
    return f"{sum(marks) & 0xFFFF_FFFF_FFFF_FFFF:016x}"
