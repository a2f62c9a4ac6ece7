"""A real centre on loopback, as a process of its own."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


def fieldserver(*arguments: str) -> str:
    """What a `fieldserver` command prints."""
    command = [sys.executable, "-m", "fieldserver.cli", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def own_port(data: Path) -> int:
    """The port this demo has used since its first run: enrolled laptops know it."""
    kept = data / "port"
    if not kept.exists():
        with socket.create_server(("127.0.0.1", 0)) as free:
            data.mkdir(parents=True, exist_ok=True)
            kept.write_text(str(free.getsockname()[1]))
    return int(kept.read_text())


@contextlib.contextmanager
def running(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The centre over ``data`` while the block runs; it is ended with it."""
    command = [sys.executable, "-m", "fieldserver.cli", "serve", "--data", str(data), "--port", str(port)]
    with (data / "log.txt").open("ab") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _await(f"http://127.0.0.1:{port}/v1/hello", process)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with contextlib.suppress(URLError, ConnectionError), urlopen(url, timeout=1) as answer:
            if answer.status == 200:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit(f"The centre did not start at {url}. If another program took the port, end that one first.")
