"""The encrypted file: records, what waits for the centre, search, history, drafts, settings and backups."""

from fieldapp.store.store import Store, open_store

__all__ = ["Store", "open_store"]
