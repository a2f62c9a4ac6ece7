"""What the centre signs for: this laptop's changes, where they stand in the log, and their content."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True)
class Receipt:
    """One accepted change: ``content`` is the SHA-256 of the canonical content it left in the log."""

    change: UUID
    record: UUID
    village: str
    version: int
    content: bytes


def number(village: str, version: int) -> str:
    """The receipt number a person reads out: the village and the place in its log, e.g. ``320117.2003-00418``."""
    return f"{village[:6]}.{village[6:]}-{version:05d}"


def statement(device: str, exchange: UUID, time: datetime, receipts: Iterable[Receipt]) -> bytes:
    """The bytes that are signed; both sides build them from what they know."""
    lines = [[r.change.hex, r.record.hex, r.village, r.version, r.content.hex()] for r in receipts]
    whole = {"device": device, "exchange": exchange.hex, "time": time.isoformat(), "receipts": lines}
    return json.dumps(whole, sort_keys=True, separators=(",", ":")).encode()


def sign(key: Ed25519PrivateKey, said: bytes) -> str:
    """The signature as hex."""
    return key.sign(said).hex()


def genuine(key: Ed25519PublicKey, said: bytes, signature: str) -> bool:
    """Whether the centre itself signed these bytes."""
    try:
        key.verify(bytes.fromhex(signature), said)
    except (InvalidSignature, ValueError):
        return False
    return True
