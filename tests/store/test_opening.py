"""A file is ours, whole and of this version, or it is refused and left as it was."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from fieldapp.errors import DamagedFileError, ForeignFileError, NewerFileError, StoreError
from fieldapp.store import migrate, search
from fieldapp.store.database import APPLICATION_ID, PRAGMAS, connect, told
from fieldapp.store.migrations import STEPS
from fieldapp.store.tables import METADATA
from tests.people import person, talk
from tests.store.conftest import KEY, Opener

PAGE = 4096


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(path: Path, opened: Opener) -> Path:
    store = opened()
    store.records.save_many([*(person(number) for number in range(60)), talk(1)], by="petugas")
    store.close()
    return path


def test_every_connection_was_asked_whether_it_is_safe(path: Path, closed: Path) -> None:
    with closing(told(connect(path, KEY))) as connection:
        said = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        assert said == {"journal_mode": "wal", "synchronous": 2}
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0


def test_a_disk_on_which_a_pragma_does_not_hold_is_refused(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", ("NORMAL", 2))
    with pytest.raises(StoreError) as refused:
        told(connect(closed, KEY))
    assert refused.value.code == "store.unsafe"


def test_another_key_opens_nothing_and_harms_nothing(closed: Path, opened: Opener) -> None:
    before = fingerprint(closed)
    with pytest.raises(ForeignFileError):
        opened(bytes(32))
    assert fingerprint(closed) == before
    assert opened().records.counts().queued == 61


@pytest.mark.parametrize("content", [b"not a database at all" * 400, bytes(range(256)) * 48], ids=["text", "octets"])
def test_somebody_elses_file_is_left_as_it_is(path: Path, opened: Opener, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(ForeignFileError):
        opened()
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(path: Path, opened: Opener) -> None:
    path.parent.mkdir()
    with closing(connect(path, KEY)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = fingerprint(path)
    with pytest.raises(ForeignFileError):
        opened()
    assert fingerprint(path) == before


def test_a_file_of_a_newer_version_is_refused_unharmed(closed: Path, opened: Opener) -> None:
    with closing(connect(closed, KEY)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = fingerprint(closed)
    with pytest.raises(NewerFileError):
        opened()
    assert fingerprint(closed) == before


def test_one_flipped_bit_in_any_page_is_noticed_at_the_next_start(closed: Path, opened: Opener) -> None:
    whole = closed.read_bytes()
    pages = range(0, len(whole) // PAGE, 5)
    for page in pages:
        damaged = bytearray(whole)
        damaged[page * PAGE + 1000] ^= 1
        closed.write_bytes(damaged)
        with pytest.raises(StoreError):
            opened()
        assert closed.read_bytes() == damaged
    closed.write_bytes(whole)
    assert opened().records.counts().queued == 61


def test_damage_behind_the_first_page_is_called_damage(closed: Path, opened: Opener) -> None:
    damaged = bytearray(closed.read_bytes())
    damaged[7 * PAGE + 99] ^= 128
    closed.write_bytes(damaged)
    with pytest.raises(DamagedFileError):
        opened()


def test_a_file_that_was_not_closed_in_order_is_checked_thoroughly(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    opened().close()
    monkeypatch.setattr("fieldapp.store.check.whole", lambda _connection: asked.append("whole"))
    monkeypatch.setattr("fieldapp.store.check.quick", lambda _connection: asked.append("quick"))
    opened().database.close()
    opened().close()
    opened().close()
    assert asked == ["quick", "whole", "quick"]


def test_the_migrations_and_the_tables_make_the_same_file(tmp_path: Path, path: Path, opened: Opener) -> None:
    opened().close()
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connect(tmp_path / "tables.db", KEY))
    METADATA.create_all(engine)
    with engine.begin() as connection:
        for statement in search.DDL:
            connection.exec_driver_sql(statement)
    engine.dispose()
    assert schema(path) == schema(tmp_path / "tables.db")


def schema(path: Path) -> dict[str, str]:
    with closing(connect(path, KEY)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_an_older_file_is_lifted_on_a_copy_and_the_original_is_kept(closed: Path, opened: Opener) -> None:
    more = (*STEPS, ("ALTER TABLE signup ADD COLUMN later TEXT", "UPDATE signup SET later = 'ada'"))
    backups = closed.parent / "cadangan"
    before = fingerprint(closed)
    migrate.prepare(closed, KEY, backups, more)
    assert migrate.version_of(closed, KEY) == len(more)
    with closing(connect(closed, KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM signup WHERE later = 'ada'").fetchone() == (60,)
    (kept,) = backups.iterdir()
    assert fingerprint(kept) == before
    with pytest.raises(NewerFileError):
        opened()


def test_a_step_that_loses_rows_is_not_taken(closed: Path, opened: Opener) -> None:
    with pytest.raises(DamagedFileError) as refused:
        migrate.prepare(closed, KEY, closed.parent / "cadangan", (*STEPS, ("DELETE FROM outbox WHERE seq = 1",)))
    assert refused.value.code == "store.not_lifted"
    assert opened().records.counts().queued == 61


def test_a_step_that_fails_leaves_the_file_as_it_was(closed: Path, opened: Opener) -> None:
    with pytest.raises(StoreError):
        migrate.prepare(closed, KEY, closed.parent / "cadangan", (*STEPS, ("UPDATE nothing SET a = 1",)))
    assert opened().records.counts().queued == 61


def test_a_power_cut_while_files_change_places_is_made_good_at_the_next_start(closed: Path, opened: Opener) -> None:
    closed.rename(migrate.beside(closed, migrate.RESTORED))
    assert opened().records.counts().queued == 61


def test_the_leavings_of_a_broken_off_first_start_do_not_matter(path: Path, opened: Opener) -> None:
    path.parent.mkdir()
    migrate.beside(path, migrate.NEW).write_bytes(b"half")
    assert opened().records.counts().queued == 0
