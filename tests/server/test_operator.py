from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import update

from fieldapp.contract.invitation import decode
from fieldserver.cli import main
from fieldserver.config import Settings
from fieldserver.database import connect, migrate, reading
from fieldserver.demo import demo
from fieldserver.status import status
from fieldserver.tables import VILLAGE, Row
from tests.server.asking import HERE, Centre, Officer

URL = "http://127.0.0.1:8440"


def test_the_migrations_make_the_tables_of_the_code(centre: Centre) -> None:
    with reading(centre.engine) as connection:
        assert not compare_metadata(MigrationContext.configure(connection), Row.metadata)
    migrate(centre.engine)


def test_the_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first, second = Settings(tmp_path / "a").key, Settings(tmp_path / "a").key
    assert first.private_bytes_raw() == second.private_bytes_raw()
    assert stat.S_IMODE((tmp_path / "a" / "centre.key").stat().st_mode) == 0o600


def test_an_invitation_enrols_and_is_listed_and_revoked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tmp_path)]
    assert main(["invite", *data, "--name", "Wulan Andriani", "--area", "320117", "3201", "--url", URL + "/"]) == 0
    invitation = decode(capsys.readouterr().out.splitlines()[-1])
    assert (invitation.name, invitation.areas, invitation.url) == ("Wulan Andriani", ("320117", "3201"), URL)
    assert main(["invite", *data, "--account", "wulan.andriani", "--url", URL]) == 0
    assert main(["accounts", *data]) == 0
    assert capsys.readouterr().out.count("active") == 2
    assert main(["revoke", *data, "wulan.andriani"]) == 0
    assert main(["revoke", *data, "wulan.andriani"]) == 1
    assert main(["accounts", *data]) == 0
    assert capsys.readouterr().out.count("\trevoked") == 2


def test_two_people_of_one_name_are_two_accounts(centre: Centre) -> None:
    assert [centre.officer("Siti Aminah").account for _ in range(3)] == [
        "siti.aminah",
        "siti.aminah.2",
        "siti.aminah.3",
    ]


def test_a_proof_that_is_not_what_the_rows_say_is_told(centre: Centre) -> None:
    wulan = centre.officer()
    wulan.send(wulan.signup(1))
    with centre.engine.begin() as connection:
        connection.execute(update(VILLAGE).values(digest="0" * 16))
    assert status(centre.engine).unequal == (HERE,)


def test_the_demo_is_made_once_and_shows_the_officer_what_colleagues_did(centre: Centre) -> None:
    demo(centre.engine, centre.settings, URL)
    invitation = demo(centre.engine, centre.settings, URL)
    assert status(centre.engine).records == {"signup": 60, "visit": 10}
    wulan = Officer(centre, invitation)
    wulan.read_all()
    assert len(wulan.rows) == 70
    assert invitation.account not in {row.by for row in wulan.rows.values()}


def test_serve_says_where_it_listens(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fieldserver.cli", "serve", "--data", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            with urlopen(process.stdout.readline().strip() + "/v1/hello", timeout=20) as answer:
                assert answer.status == 200
        finally:
            process.terminate()


def test_status_says_what_is_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = connect(Settings(tmp_path).url)
    migrate(engine)
    demo(engine, Settings(tmp_path), URL)
    engine.dispose()
    assert main(["status", "--data", str(tmp_path)]) == 0
    assert "signup\t60" in capsys.readouterr().out
