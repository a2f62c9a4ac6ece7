"""10,000 records delivered to a centre on loopback and read by a fresh second laptop, beside a plain baseline.

./dev bench exchange            both ways, 100 edits, and the baseline: the same rows as gzip JSON into one raw table
./dev bench exchange 2000       with so many records
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from sqlalchemy import select

from bench._plain import plain
from fieldapp.contract.invitation import decode
from fieldapp.domain.kinds import restored
from fieldapp.store import holding
from fieldapp.store.store import Store, open_store
from fieldapp.store.tables import RECORDS
from fieldapp.sync.engine import exchange
from fieldapp.sync.line import line
from tests.contract.made import VILLAGES, sign_up
from tools.centre import fieldserver, own_port, running

KEY, NOON = bytes(range(32)), datetime(2026, 3, 2, 12, tzinfo=UTC)
Figures = dict[str, float]


def main() -> int:
    """Measure, print, and compare; or be the laptop of one measurement."""
    if sys.argv[1:2] == ["laptop"]:
        print(json.dumps(LAPTOP[sys.argv[2]](Path(sys.argv[3]), int(sys.argv[4]))))
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        took = measure(Path(name), count)
        pushed, pulled = plain(Path(name), made(count))
    print(f"\nplain: gzip JSON into one raw durable table   push {pushed:.2f} s   pull {pulled:.2f} s")
    print(f"ratio to plain                                push {took['push'] / pushed:.2f}     ", end="")
    print(f"pull {took['fresh pull'] / pulled:.2f}")
    return 0


def measure(home: Path, count: int) -> dict[str, float]:
    """Seconds of each step; everything else is printed."""
    port, took = own_port(home), {}
    for name in ("first", "second"):
        command = ["invite", "--name", name, "--area", "320117", "--url", f"http://127.0.0.1:{port}"]
        (home / f"{name}.txt").write_text(fieldserver(*command, "--data", str(home)))
    with running(home, port) as centre:
        spent = _cpu(centre.pid)
        for step, laptop, before, many in (
            ("push", "first", "save", count),
            ("fresh pull", "second", "", count),
            ("100 edits", "first", "edit", 100),
            ("read edits", "second", "", 100),
        ):
            if before:
                _laptop(before, home / laptop, many)
            got = _laptop("deliver", home / laptop, many)
            spent, so_far = _cpu(centre.pid), spent
            took[step] = got["seconds"]
            _tell(step, got, (spent - so_far) * 1000 / many)
    return took


def _tell(step: str, got: Figures, centre: float) -> None:
    print(
        f"{step:11} {got['seconds']:6.2f} s   up {got['up'] / 1000:7.1f} kB   down {got['down'] / 1000:7.1f} kB   "
        f"{got['requests']:2.0f} requests   laptop {got['cpu']:5.2f} s CPU, +{got['memory']:3.0f} MB   "
        f"centre {centre:.3f} s CPU per 1,000   proof {'equal' if got['equal'] else 'UNEQUAL'}"
    )


def _laptop(what: str, at: Path, count: int) -> Figures:
    command = [sys.executable, "-m", "bench.exchange", "laptop", what, str(at), str(count)]
    figures: Figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def _cpu(process: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _open(at: Path) -> Store:
    store = open_store(at.with_suffix(".db"), KEY)
    invitation = decode(at.with_suffix(".txt").read_text())
    for name, value in invitation.model_dump(mode="json").items():
        store.settings.put("centre_key" if name == "key" else name, value)
    return store


def made(count: int) -> list[dict[str, object]]:
    """Invented sign-ups in wire form."""
    seed = Random(1)
    return [sign_up(seed, NOON, VILLAGES[n % len(VILLAGES)], "first").fields for n in range(count)]


def _save(at: Path, count: int) -> Figures:
    store, seed = _open(at), Random(1)
    creates = [sign_up(seed, NOON, VILLAGES[n % len(VILLAGES)], "first") for n in range(count)]
    store.records.save_many([restored("signup", one.fields, one.record) for one in creates], by="first")
    store.close()
    return {}


def _edit(at: Path, count: int) -> Figures:
    store = _open(at)
    with store.database.read() as tx:
        ids = tx.execute(select(RECORDS["signup"].c.id).limit(count)).scalars().all()
        held = holding.read(tx, "signup", ids)
    changed = [
        restored("signup", {**one.shown, "phone": f"+62812{number:08}"}, record)
        for number, (record, one) in enumerate(held.items())
    ]
    store.records.save_many(changed, by="first")
    store.close()
    return {}


def _deliver(at: Path, _: int) -> Figures:
    store = _open(at)
    client = line(store)
    client.reachable()
    idle, cpu, began = _memory(), time.process_time(), time.perf_counter()
    done = exchange(store, client, stop=threading.Event(), progress=lambda _: None)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    found = {"seconds": seconds, "cpu": cpu, "memory": _memory() - idle, "requests": done.requests}
    equal = not done.unequal and not store.exchange.proof().unequal
    store.close()
    return {**found, "up": done.sent_bytes, "down": done.received_bytes, "equal": equal}


def _memory() -> float:
    """The most memory this process has used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


LAPTOP: dict[str, Callable[[Path, int], Figures]] = {"save": _save, "edit": _edit, "deliver": _deliver}

if __name__ == "__main__":
    raise SystemExit(main())
