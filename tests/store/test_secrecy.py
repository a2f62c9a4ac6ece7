"""Nobody reads a name or a number from the disk, in whatever state the laptop was taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from fieldapp.domain.ids import new_id
from fieldapp.errors import FieldappError
from fieldapp.store.drafts import Draft
from tests.people import NOON, person
from tests.store.conftest import Opener

NAMES = [f"Kuncoroningrat {chr(65 + number % 26)}{number}" for number in range(200)]


def planted(opened: Opener) -> tuple[list[str], object]:
    store = opened()
    people = [person(number, name=name) for number, name in enumerate(NAMES)]
    store.records.save_many(people, by="petugas")
    for one in people[:20]:
        draft = {"nik": one.nik, "name": one.name}
        store.drafts.keep(Draft(new_id(), "signup", None, draft, "petugas", NOON))
    return [text for one in people for text in (one.name, one.nik)], store


def hits(directory: Path, words: list[str]) -> list[str]:
    pattern = re.compile("|".join(map(re.escape, words)).encode(), re.IGNORECASE)
    return [path.name for path in directory.rglob("*") if path.is_file() and pattern.search(path.read_bytes())]


def test_no_planted_name_or_number_lies_in_clear_while_open_after_backup_and_closed(opened: Opener, path: Path) -> None:
    words, store = planted(opened)
    found = {name.name for name in path.parent.rglob("*")}
    assert {"catatan.db", "catatan.db-wal"} <= found
    assert hits(path.parent, words) == []
    store.backups.now()  # type: ignore[attr-defined]
    assert hits(path.parent, words) == []
    store.close()  # type: ignore[attr-defined]
    assert hits(path.parent, words) == []


def test_the_search_would_find_a_name_in_clear(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "surat.txt").write_text(f"Kepada {NAMES[3]}")
    assert hits(path.parent, NAMES) == ["surat.txt"]


def test_an_error_never_quotes_a_record(opened: Opener) -> None:
    store = opened()
    secret = person(5, name="Rahasia Sekali")
    with pytest.raises(FieldappError) as told, store.database.write() as connection:
        connection.execute(text("SELECT missing FROM nowhere WHERE name = :name"), {"name": secret.name})
    assert secret.name not in f"{told.value!r} {told.value.__cause__!r}"
    assert told.value.__suppress_context__
