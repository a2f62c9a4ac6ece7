"""Enrolling a laptop: an invitation and a new passphrase become a slot, a key and an empty encrypted file."""

from __future__ import annotations

from fieldapp.config import Paths
from fieldapp.contract.invitation import Invitation
from fieldapp.domain.region import Regions
from fieldapp.errors import InvitationError
from fieldapp.store.keys import Account, Vault
from fieldapp.store.store import open_store


def enrol(places: Paths, invitation: Invitation, passphrase: str) -> bytes:
    """The data key of the enrolled laptop.

    A laptop that is enrolled takes a new invitation of the same account only, with the passphrase that it has: the
    records stay, the line to the centre is the new one. Raises NotWhole, InvitationError, WrongPassphraseError.
    """
    vault = Vault(places.vault)
    known = vault.accounts()
    if known and known[0].id != invitation.account:
        raise InvitationError("invitation.other_account")
    account = Account(invitation.account, invitation.name, invitation.role, place(invitation.areas))
    key = vault.unlock(account.id, passphrase) if known else vault.create(account, passphrase)
    store = open_store(places.database, key)
    kept = {"url": invitation.url, "token": invitation.token, "centre_key": invitation.key}
    kept |= {"device": invitation.device, "account": invitation.account}
    for name, value in kept.items():
        store.settings.put(name, value)
    store.settings.put("areas", list(invitation.areas))
    store.close()
    return key


def place(areas: tuple[str, ...]) -> str:
    """Where an account works, in words: ``Gunung Menyan, Pamijahan``."""
    regions = Regions.load()
    return "; ".join(", ".join(reversed(regions.path(area)[-2:])) for area in areas[:2])
