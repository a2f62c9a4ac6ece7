"""Who may deliver: accounts, the laptops enrolled for them, and the tokens that they show."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Engine, insert, select, update

from fieldapp.contract.invitation import Invitation
from fieldserver.config import Settings
from fieldserver.database import reading, writing
from fieldserver.judge import Sender
from fieldserver.tables import ACCOUNT, DEVICE, TOKEN

Role = Literal["officer", "supervisor"]


@dataclass(frozen=True)
class Account:
    """A person at this centre."""

    id: str
    name: str
    role: Role
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """An account and one of its tokens, as the operator sees them; both names of the token are empty if it has none."""

    account: str
    name: str
    role: str
    areas: tuple[str, ...]
    token: str
    device: str
    revoked: bool


def add(engine: Engine, name: str, role: Role, areas: Sequence[str]) -> Account:
    """A new account; its id is made from the name."""
    with writing(engine) as connection:
        made = Account(_free_id(connection, name), name, role, tuple(areas))
        row = {"id": made.id, "name": name, "role": role, "areas": list(areas), "made_at": datetime.now(UTC)}
        connection.execute(insert(ACCOUNT), [{**row, "revoked_at": None}])
    return made


def find(engine: Engine, account: str) -> Account | None:
    """The account of this id, unless it is revoked."""
    with reading(engine) as connection:
        wanted = select(ACCOUNT).where(ACCOUNT.c.id == account, ACCOUNT.c.revoked_at.is_(None))
        row = connection.execute(wanted).mappings().one_or_none()
    return None if row is None else Account(row["id"], row["name"], row["role"], tuple(row["areas"]))


def invite(engine: Engine, settings: Settings, account: Account, url: str) -> Invitation:
    """Enrol a laptop for the account: a device, a token, and all that the laptop must know."""
    token, device = secrets.token_urlsafe(32), f"laptop-{secrets.token_hex(4)}"
    now = datetime.now(UTC)
    with writing(engine) as connection:
        connection.execute(insert(DEVICE), [{"id": device, "made_at": now}])
        row = {"id": secrets.token_hex(4), "hash": _hash(token), "account": account.id, "device": device}
        connection.execute(insert(TOKEN), [{**row, "made_at": now, "revoked_at": None}])
    return Invitation(
        url=url.rstrip("/"),
        key=settings.key.public_key().public_bytes_raw().hex(),
        token=token,
        device=device,
        account=account.id,
        name=account.name,
        role=account.role,
        areas=account.areas,
    )


def sender(engine: Engine, token: str) -> Sender | None:
    """Who shows this token; None if nobody may any more."""
    wanted = (
        select(ACCOUNT.c.id, ACCOUNT.c.areas, TOKEN.c.device)
        .join(TOKEN, TOKEN.c.account == ACCOUNT.c.id)
        .where(TOKEN.c.hash == _hash(token), TOKEN.c.revoked_at.is_(None), ACCOUNT.c.revoked_at.is_(None))
    )
    with reading(engine) as connection:
        row = connection.execute(wanted).mappings().one_or_none()
    return None if row is None else Sender(row["id"], row["device"], tuple(row["areas"]))


def revoke(engine: Engine, which: str) -> int:
    """Take back the token of this id, or the account of this id with all its tokens; how many tokens ended."""
    now = datetime.now(UTC)
    with writing(engine) as connection:
        mine = (TOKEN.c.id == which) | (TOKEN.c.account == which)
        ended = connection.execute(update(TOKEN).where(mine, TOKEN.c.revoked_at.is_(None)).values(revoked_at=now))
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == which).values(revoked_at=now))
    return ended.rowcount


def listed(engine: Engine) -> Iterator[Listed]:
    """Every account with each of its tokens, by name."""
    wanted = select(ACCOUNT, TOKEN.c.id.label("token"), TOKEN.c.device, TOKEN.c.revoked_at.label("ended"))
    wanted = wanted.join(TOKEN, TOKEN.c.account == ACCOUNT.c.id, isouter=True).order_by(ACCOUNT.c.name, TOKEN.c.made_at)
    with reading(engine) as connection:
        for row in connection.execute(wanted).mappings():
            who = (row["id"], row["name"], row["role"], tuple(row["areas"]))
            ended = row["ended"] is not None or row["revoked_at"] is not None
            yield Listed(*who, row["token"] or "", row["device"] or "", ended)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _free_id(connection: Connection, name: str) -> str:
    """The name in small letters with dots, and a number if somebody has that already."""
    plain = ".".join(re.findall(r"[a-z0-9]+", name.lower())) or "petugas"
    taken = set(connection.execute(select(ACCOUNT.c.id).where(ACCOUNT.c.id.startswith(plain))).scalars())
    return next(one for one in (plain, *(f"{plain}.{number}" for number in range(2, 10_000))) if one not in taken)
