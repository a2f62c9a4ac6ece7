"""The operator's commands: serve, invite, accounts, revoke, status, migrate, demo."""

from __future__ import annotations

import argparse
import os
import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn
from sqlalchemy import Engine

from fieldserver import accounts
from fieldserver.app import create_app
from fieldserver.config import Settings
from fieldserver.database import connect, migrate
from fieldserver.demo import demo
from fieldserver.status import status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says whether all is well."""
    given = _parser().parse_args(arguments)
    settings = Settings(given.data, given.database)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    code: int = given.run(settings, given)
    return code


def _serve(settings: Settings, given: argparse.Namespace) -> int:
    """Listen first, so that the chosen port can be told, then serve."""
    listener = socket.create_server((given.host, given.port))
    print(f"http://{given.host}:{listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run([listener])
    return 0


def _invite(settings: Settings, given: argparse.Namespace) -> int:
    engine = _engine(settings)
    known = accounts.find(engine, given.account) if given.account else None
    if given.account and known is None:
        print(f"no account {given.account}")
        return 1
    account = known or accounts.add(engine, given.name, given.role, given.area)
    print(accounts.invite(engine, settings, account, given.url).encode())
    return 0


def _accounts(settings: Settings, _: argparse.Namespace) -> int:
    for one in accounts.listed(_engine(settings)):
        state = "revoked" if one.revoked else "active"
        print(one.account, one.name, one.role, ",".join(one.areas), one.token, one.device, state, sep="\t")
    return 0


def _revoke(settings: Settings, given: argparse.Namespace) -> int:
    ended = accounts.revoke(_engine(settings), given.which)
    print(f"{ended} token(s) revoked")
    return 0 if ended else 1


def _status(settings: Settings, _: argparse.Namespace) -> int:
    found = status(_engine(settings))
    for kind, number in found.records.items():
        print(f"{kind}\t{number}")
    print(f"villages\t{found.villages}\nchanges\t{found.decided}")
    print("proof\tequal" if not found.unequal else "proof\tUNEQUAL in " + ", ".join(found.unequal))
    return 1 if found.unequal else 0


def _migrate(settings: Settings, _: argparse.Namespace) -> int:
    migrate(connect(settings.url))
    return 0


def _demo(settings: Settings, given: argparse.Namespace) -> int:
    print(demo(_engine(settings), settings, given.url).encode())
    return 0


def _engine(settings: Settings) -> Engine:
    engine = connect(settings.url)
    if engine.dialect.name == "sqlite":
        migrate(engine)
    return engine


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("fieldserver", description=__doc__)
    commands = parser.add_subparsers(required=True)
    common = argparse.ArgumentParser(add_help=False)
    data = os.environ.get("FIELDSERVER_DATA", "centre")
    common.add_argument("--data", type=Path, default=Path(data), help="directory of the key and the SQLite file")
    common.add_argument("--database", default="", help="SQLAlchemy URL, for PostgreSQL: postgresql+psycopg://…")

    serve = commands.add_parser("serve", parents=[common], help="answer laptops")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8440, help="0 picks a free one")
    serve.set_defaults(run=_serve)

    invite = commands.add_parser("invite", parents=[common], help="print the invitation that enrols a laptop")
    who = invite.add_mutually_exclusive_group(required=True)
    who.add_argument("--name", help="of a new account")
    who.add_argument("--account", default="", help="id of an account that exists: one more laptop for it")
    invite.add_argument("--role", choices=("officer", "supervisor"), default="officer")
    invite.add_argument("--area", nargs="+", default=[], help="codes of 2, 4, 6 or 10 digits")
    invite.add_argument("--url", required=True, help="where laptops reach this centre")
    invite.set_defaults(run=_invite)

    revoke = commands.add_parser("revoke", parents=[common], help="take back a token, or an account with all of its")
    revoke.add_argument("which", help="token id or account id")
    revoke.set_defaults(run=_revoke)

    made = commands.add_parser("demo", parents=[common], help="an invented district; prints an officer's invitation")
    made.add_argument("--url", required=True)
    made.set_defaults(run=_demo)

    for name, run, text in (
        ("accounts", _accounts, "list accounts and their laptops"),
        ("status", _status, "what is here, and whether every proof holds"),
        ("migrate", _migrate, "bring the database to this version"),
    ):
        commands.add_parser(name, parents=[common], help=text).set_defaults(run=run)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
