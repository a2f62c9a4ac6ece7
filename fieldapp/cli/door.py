"""Opening the laptop's file with an account and its passphrase."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fieldapp.cli.said import ask, asked, say
from fieldapp.config import Paths
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.store.keys import Account, Vault
from fieldapp.store.store import Store, open_store

STANDARD_INPUT = "-"


@contextmanager
def opened(chosen: argparse.Namespace, places: Paths) -> Iterator[tuple[Store, Account]]:
    """The store and who uses it, for the length of a block."""
    account, key = unlocked(chosen, places)
    store = open_store(places.database, key)
    try:
        yield store, account
    finally:
        store.close()


def unlocked(chosen: argparse.Namespace, places: Paths) -> tuple[Account, bytes]:
    """The account and the key that its passphrase opens."""
    vault = Vault(places.vault)
    account = _account(chosen.account, vault.accounts())
    return account, vault.unlock(account.id, passphrase(chosen, tr("Kata sandi {name}").format(name=account.name)))


def passphrase(chosen: argparse.Namespace, question: str) -> str:
    """The passphrase from the named file, the standard input, or the person."""
    if chosen.passphrase_file == STANDARD_INPUT:
        return sys.stdin.readline().rstrip("\r\n")
    if chosen.passphrase_file:
        return Path(chosen.passphrase_file).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    if not asked():
        raise FieldappError("cli.no_passphrase")
    return getpass.getpass(f"{question}: ")


def _account(named: str | None, accounts: tuple[Account, ...]) -> Account:
    if not accounts:
        raise FieldappError("cli.not_enrolled")
    found = [one for one in accounts if named in (None, one.id, one.name)]
    if len(found) > 1:
        for one in found:
            say(f"  {one.id}  {one.name}, {one.place}")
        wanted = ask(tr("Akun yang mana?"))
        found = [one for one in found if wanted in (one.id, one.name)]
    if len(found) != 1:
        raise FieldappError("cli.which_account")
    return found[0]
