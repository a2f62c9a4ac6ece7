"""``fieldapp enrol INVITATION``: make an account on this laptop out of an invitation."""

from __future__ import annotations

import argparse

from fieldapp.cli.door import passphrase
from fieldapp.cli.said import DONE, asked, say
from fieldapp.config import Paths
from fieldapp.contract import invitation
from fieldapp.errors import FieldappError
from fieldapp.language import N_, tr
from fieldapp.store.enrolment import enrol

ABOUT = N_("Pasang akun di laptop ini dengan undangan dari pusat")


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("invitation", metavar="INVITATION", help=tr("satu baris yang diawali fieldapp1:"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Choose a passphrase and keep what the invitation says."""
    invited = invitation.decode(chosen.invitation)
    say(tr("Undangan untuk {name}.").format(name=invited.name))
    first = passphrase(chosen, tr("Kata sandi baru, paling sedikit 8 huruf atau angka"))
    if not chosen.passphrase_file and asked() and passphrase(chosen, tr("Sekali lagi")) != first:
        raise FieldappError("cli.passphrases_differ")
    enrol(places, invited, first)
    say(tr("Laptop ini siap dipakai. Jaga kata sandinya: tanpa itu catatan tidak bisa dibuka."))
    return DONE
