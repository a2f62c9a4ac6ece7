"""The line to the centre that this laptop was enrolled with."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fieldapp.store.store import Store
from fieldapp.sync.client import Client


def line(store: Store) -> Client:
    """The client for the kept invitation."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(store.settings.get("centre_key"))))
    return Client(str(store.settings.get("url")), str(store.settings.get("token")), key)
