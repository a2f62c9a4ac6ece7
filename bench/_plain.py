"""The plainest exchange there is: rows as gzip JSON over HTTP, written by raw executemany, no checks, no history."""

from __future__ import annotations

import gzip
import http.server
import json
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import requests

BATCH = 1000


def plain(home: Path, rows: list[dict[str, Any]]) -> tuple[float, float]:
    """Seconds to push the rows to a server in its own thread, and to pull them into another file."""
    names = sorted({name for row in rows for name in row})
    there, here = _table(home / "there.sqlite", names), _table(home / "here.sqlite", names)

    class Plain(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            _store(there, names, json.loads(gzip.decompress(self.rfile.read(int(self.headers["Content-Length"])))))
            self._say(b"ok")

        def do_GET(self) -> None:
            wanted = there.execute(f"SELECT * FROM row LIMIT {BATCH} OFFSET {int(self.path[1:])}").fetchall()
            said = [{name: json.loads(value) for name, value in zip(names, row, strict=True)} for row in wanted]
            self._say(gzip.compress(json.dumps(said).encode(), 6))

        def _say(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Plain)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url, session = f"http://127.0.0.1:{server.server_port}/", requests.Session()
    began = time.perf_counter()
    for start in range(0, len(rows), BATCH):
        session.post(url, data=gzip.compress(json.dumps(rows[start : start + BATCH]).encode(), 6)).raise_for_status()
    pushed = time.perf_counter()
    for start in range(0, len(rows), BATCH):
        _store(here, names, json.loads(gzip.decompress(session.get(f"{url}{start}").content)))
    pulled = time.perf_counter()
    server.shutdown()
    return pushed - began, pulled - pushed


def _table(path: Path, names: list[str]) -> sqlite3.Connection:
    table = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    table.execute("PRAGMA journal_mode=WAL")
    table.execute("PRAGMA synchronous=FULL")
    table.execute(f"CREATE TABLE row ({', '.join(names)})")
    return table


def _store(table: sqlite3.Connection, names: list[str], rows: list[dict[str, Any]]) -> None:
    table.execute("BEGIN")
    values = [[json.dumps(row.get(name)) for name in names] for row in rows]
    table.executemany(f"INSERT INTO row VALUES ({', '.join('?' * len(names))})", values)
    table.execute("COMMIT")
