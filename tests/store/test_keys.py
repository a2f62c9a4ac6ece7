"""One slot an account, the same key behind each, and patience with those who guess."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.domain.problem import NotWhole
from fieldapp.errors import DamagedFileError, WrongPassphraseError
from fieldapp.store.keys import Account, Vault
from tests.store.conftest import Watch

WULAN = Account("a1", "Wulan Andriani", "officer", "Gunung Menyan")
BAGAS = Account("a2", "Bagas Wirawan", "supervisor", "Pamijahan")
SECRET = "padi menguning"


@pytest.fixture
def vault(tmp_path: Path, watch: Watch) -> Vault:
    return Vault(tmp_path / "akun.json", watch)


@pytest.fixture
def key(vault: Vault) -> bytes:
    return vault.create(WULAN, SECRET)


def wait(vault: Vault, passphrase: str = "bukan ini kata sandinya") -> float:
    with pytest.raises(WrongPassphraseError) as refused:
        vault.unlock("a1", passphrase)
    return refused.value.wait


def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp.store.keys.MEMORY_KIB", 64)


def test_the_passphrase_gives_the_key_back(vault: Vault, key: bytes) -> None:
    assert len(key) == 32
    assert vault.unlock("a1", SECRET) == key
    assert vault.accounts() == (WULAN,)


def test_a_second_account_opens_the_same_file_with_its_own_passphrase(vault: Vault, key: bytes) -> None:
    vault.add(BAGAS, "sawah di kaki gunung", key)
    assert vault.accounts() == (WULAN, BAGAS)
    assert vault.unlock("a2", "sawah di kaki gunung") == vault.unlock("a1", SECRET) == key
    with pytest.raises(WrongPassphraseError):
        vault.unlock("a2", SECRET)


def test_neither_key_nor_passphrase_lies_in_the_file(vault: Vault, key: bytes, tmp_path: Path) -> None:
    for path in tmp_path.iterdir():
        kept = path.read_text()
        assert key.hex() not in kept
        assert SECRET not in kept


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault: Vault, key: bytes) -> None:
    vault.change("a1", SECRET, "panen raya tiba")
    assert vault.unlock("a1", "panen raya tiba") == key
    with pytest.raises(WrongPassphraseError):
        vault.unlock("a1", SECRET)


@pytest.mark.parametrize("short", ["", "tujuh77"])
def test_a_passphrase_has_eight_characters(vault: Vault, key: bytes, short: str) -> None:
    with pytest.raises(NotWhole) as refused:
        vault.change("a1", SECRET, short)
    assert refused.value.problems[0].code == "passphrase.length"
    assert vault.unlock("a1", SECRET) == key


def test_five_wrong_tries_are_free_of_waiting_and_then_each_costs_twice_the_time(
    vault: Vault, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurried(monkeypatch)
    vault.create(WULAN, SECRET)
    assert [wait(vault) for _ in range(5)] == [0, 0, 0, 0, 30]
    waits = []
    for _ in range(7):
        watch.now += timedelta(seconds=3600)
        waits.append(wait(vault))
    assert waits == [60, 120, 240, 480, 900, 900, 900]


def test_while_one_must_wait_even_the_right_passphrase_is_not_tried(
    vault: Vault, watch: Watch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hurried(monkeypatch)
    key = vault.create(WULAN, SECRET)
    for _ in range(5):
        wait(vault)
    watch.now += timedelta(seconds=10)
    again = Vault(tmp_path / "akun.json", watch)
    assert wait(again, SECRET) == 20
    watch.now += timedelta(seconds=20)
    assert again.unlock("a1", SECRET) == key
    assert wait(again) == 0


def test_setting_the_clock_back_does_not_shorten_the_wait(
    vault: Vault, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurried(monkeypatch)
    vault.create(WULAN, SECRET)
    for _ in range(5):
        wait(vault)
    watch.now -= timedelta(days=400)
    assert wait(vault, SECRET) == 30
    watch.now += timedelta(seconds=29)
    assert wait(vault, SECRET) == 1
    watch.now += timedelta(seconds=1)
    vault.unlock("a1", SECRET)


def test_an_unknown_account_opens_nothing(vault: Vault, key: bytes) -> None:
    with pytest.raises(WrongPassphraseError):
        vault.unlock("nobody", SECRET)


def test_a_damaged_file_is_made_good_by_its_copy_and_two_damaged_ones_are_told(
    vault: Vault, key: bytes, tmp_path: Path
) -> None:
    (tmp_path / "akun.json").write_text('{"version": 1, "acc')
    assert vault.unlock("a1", SECRET) == key
    for path in tmp_path.iterdir():
        path.write_text("{")
    with pytest.raises(DamagedFileError):
        vault.accounts()


def test_a_slot_cannot_be_given_to_somebody_else(vault: Vault, key: bytes, tmp_path: Path) -> None:
    for path in tmp_path.iterdir():
        kept = json.loads(path.read_text())
        kept["accounts"][0]["id"] = "a9"
        path.write_text(json.dumps(kept))
    with pytest.raises(WrongPassphraseError):
        vault.unlock("a9", SECRET)
