"""Where the centre keeps its things."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True)
class Settings:
    """``database`` is an SQLAlchemy URL; empty means a SQLite file in ``data``."""

    data: Path
    database: str = ""
    at_once: int = 32

    @property
    def url(self) -> str:
        """The database's URL."""
        return self.database or f"sqlite:///{self.data / 'centre.sqlite'}"

    @cached_property
    def key(self) -> Ed25519PrivateKey:
        """The key that signs answers and receipts: made at the first start, readable by the owner alone."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.data / "centre.key"
        if not path.exists():
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(Ed25519PrivateKey.generate().private_bytes_raw())
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
