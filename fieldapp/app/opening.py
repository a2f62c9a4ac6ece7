"""Opening the laptop's file beside the window: passphrases take a moment on purpose, the check of a large file too."""

from __future__ import annotations

from fieldapp.config import Paths
from fieldapp.store.keys import Vault


class Opening:
    """``unlock`` opens the file, ``mend`` goes back to the newest whole backup first."""

    def __init__(self, places: Paths) -> None:
        self._places, self._vault = places, Vault(places.vault)

    def unlock(self, account: str, passphrase: str) -> object:
        """The open store; raises WrongPassphraseError or StoreError."""
        from fieldapp.store.store import open_store  # noqa: PLC0415 - loaded behind the door

        return open_store(self._places.database, self._vault.unlock(account, passphrase))

    def mend(self, account: str, passphrase: str) -> object:
        """The open store of the newest backup; what is damaged is moved aside, never deleted."""
        from fieldapp.store.backup import restore_newest  # noqa: PLC0415 - loaded behind the door
        from fieldapp.store.store import open_store  # noqa: PLC0415

        key = self._vault.unlock(account, passphrase)
        restore_newest(self._places, key)
        return open_store(self._places.database, key)
