"""Who can open the file: one slot an account, each holding the same data key under its own passphrase.

The data key is random and never stored in the clear. A slot is AES-256-GCM under HKDF(Argon2id(passphrase)); the slots
lie in a small JSON file beside the database, in two copies. Wrong tries are counted there before they are made.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fieldapp.domain.problem import NotWhole, Problem
from fieldapp.errors import DamagedFileError, WrongPassphraseError
from fieldapp.store import files
from fieldapp.store.clock import utc_now

KEY_BYTES = 32
LEAST = 8
"""Characters of a passphrase; nothing else is asked of it."""
MEMORY_KIB, PASSES = 64 * 1024, 3
FREE_TRIES, FIRST_WAIT, LONGEST_WAIT = 5, 30, 15 * 60


@dataclass(frozen=True)
class Account:
    """A person on this laptop, as shown before anyone has signed in."""

    id: str
    name: str
    role: str
    place: str


class Vault:
    """``Vault(path).unlock("a1", "kata sandi")`` gives the key of the database."""

    def __init__(self, path: Path, now: Callable[[], datetime] = utc_now) -> None:
        self._path, self._now = path, now

    def accounts(self) -> tuple[Account, ...]:
        """Everyone who has a slot, in the order in which they came."""
        return tuple(Account(**{name: slot[name] for name in Account.__annotations__}) for slot in self._read())

    def create(self, account: Account, passphrase: str) -> bytes:
        """The first account of a laptop: a new data key, and a slot for it."""
        if self._read():
            raise ValueError("this vault has a key already")
        key = os.urandom(KEY_BYTES)
        self.add(account, passphrase, key)
        return key

    def add(self, account: Account, passphrase: str, key: bytes) -> None:
        """Give an account a slot with this passphrase; a slot that it had is replaced. Raises NotWhole."""
        slot = {**asdict(account), **_sealed(account.id, passphrase, key), "wrong": 0, "tried_at": None}
        slots = self._read()
        if any(one["id"] == account.id for one in slots):
            self._write([slot if one["id"] == account.id else one for one in slots])
        else:
            self._write([*slots, slot])

    def unlock(self, account_id: str, passphrase: str) -> bytes:
        """The data key; raises WrongPassphraseError, whose ``wait`` says how long no further try is taken."""
        slots = self._read()
        slot = next((one for one in slots if one["id"] == account_id), None)
        if slot is None:
            raise WrongPassphraseError
        if wait := self._wait(slots, slot):
            raise WrongPassphraseError(wait)
        slot["wrong"], slot["tried_at"] = slot["wrong"] + 1, self._now().isoformat()
        self._write(slots)
        key = _opened(slot, passphrase)
        if key is None:
            raise WrongPassphraseError(_pause(slot["wrong"]))
        slot["wrong"], slot["tried_at"] = 0, None
        self._write(slots)
        return key

    def change(self, account_id: str, old: str, new: str) -> None:
        """Another passphrase for an account; the database stays as it is. Raises NotWhole, WrongPassphraseError."""
        account = next((one for one in self.accounts() if one.id == account_id), None)
        if account is None:
            raise WrongPassphraseError
        _long_enough(new)
        self.add(account, new, self.unlock(account_id, old))

    def _wait(self, slots: list[dict[str, Any]], slot: dict[str, Any]) -> float:
        """Seconds until the next try; a clock that was set back starts the pause again."""
        if slot["tried_at"] is None:
            return 0
        pause, passed = _pause(slot["wrong"]), self._now() - datetime.fromisoformat(slot["tried_at"])
        if pause and passed < timedelta():
            slot["tried_at"] = self._now().isoformat()
            self._write(slots)
            return pause
        return max(0.0, pause - passed.total_seconds())

    def _read(self) -> list[dict[str, Any]]:
        copies = [path for path in (self._path, self._copy) if path.exists()]
        for path in copies:
            try:
                return list(json.loads(path.read_text(encoding="utf-8"))["accounts"])
            except (ValueError, KeyError, TypeError):
                continue
        if copies:
            raise DamagedFileError
        return []

    def _write(self, slots: list[dict[str, Any]]) -> None:
        with files.told():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            for path in (self._path, self._copy):
                fresh = path.with_name(path.name + ".baru")
                fresh.write_text(json.dumps({"version": 1, "accounts": slots}, indent=1), encoding="utf-8")
                files.put_in_place(fresh, path)

    @property
    def _copy(self) -> Path:
        return self._path.with_name(self._path.name + ".salinan")


def _pause(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    return 0 if wrong < FREE_TRIES else min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 10))


def _long_enough(passphrase: str) -> str:
    plain = unicodedata.normalize("NFKC", passphrase)
    if len(plain) < LEAST:
        raise NotWhole([Problem("passphrase", "passphrase.length", {"least": LEAST})])
    return plain


def _sealed(account_id: str, passphrase: str, key: bytes) -> dict[str, str]:
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derived(_long_enough(passphrase), salt)).encrypt(nonce, key, account_id.encode())
    return {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}


def _opened(slot: dict[str, Any], passphrase: str) -> bytes | None:
    plain = unicodedata.normalize("NFKC", passphrase)
    salt, nonce, sealed = (bytes.fromhex(slot[name]) for name in ("salt", "nonce", "sealed"))
    try:
        return AESGCM(_derived(plain, salt)).decrypt(nonce, sealed, slot["id"].encode())
    except InvalidTag:
        return None


def _derived(passphrase: str, salt: bytes) -> bytes:
    stretched = Argon2id(salt=salt, length=32, iterations=PASSES, lanes=1, memory_cost=MEMORY_KIB)
    return HKDF(SHA256(), 32, salt=None, info=b"fieldapp slot 1").derive(stretched.derive(passphrase.encode()))
