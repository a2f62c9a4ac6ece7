"""What the store costs: a save against a raw encrypted commit of the same row, and search in a full register.

python -m bench.store --records 200000
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from fieldapp.store.database import connect, told
from fieldapp.store.query import Query
from fieldapp.store.store import Store, open_store
from tests.people import VILLAGES, person

KEY = bytes(range(32))
BATCH = 5000
SAVES = 300
TYPED = ("siti aminah 19", "budi santoso", "3201171", "0812000", "gunung", "zzz")


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def median(times: Iterable[float]) -> float:
    return statistics.median(times)


def raw_commits(place: Path) -> list[float]:
    """The same content as one JSON row, committed alone, with the same key and pragmas."""
    rows = [json.dumps(person(number).fields()) for number in range(SAVES)]
    with closing(told(connect(place / "raw.db", KEY))) as raw:
        raw.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, content TEXT)")

        def commit(row: str) -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO kept(content) VALUES (?)", (row,))
            raw.execute("COMMIT")

        return [timed(lambda row=row: commit(row)) for row in rows]  # type: ignore[misc]


def saves(store: Store, first: int) -> list[float]:
    people = [person(number) for number in range(first, first + SAVES)]
    return [timed(lambda one=one: store.records.save(one, by="petugas")) for one in people]  # type: ignore[misc]


def fill(store: Store, number: int) -> float:
    """Records a second."""
    spent = 0.0
    for start in range(0, number, BATCH):
        some = [person(one, VILLAGES[one % 3]) for one in range(start, min(number, start + BATCH))]
        spent += timed(lambda some=some: store.records.save_many(some, by="petugas"))  # type: ignore[misc]
    return number / spent * 1000


def searches(store: Store) -> None:
    def ask(**asked: Any) -> float:
        return median(timed(lambda: store.records.page(Query("signup", **asked))) for _ in range(5))

    print(f"first page               {ask():7.1f} ms")
    print(f"first page, one state    {ask(state='queued'):7.1f} ms")
    print(f"first page, one village  {ask(village=VILLAGES[1]):7.1f} ms")
    print(f"counts                   {median(timed(store.records.counts) for _ in range(5)):7.1f} ms")
    deep = median(timed(lambda: store.records.page(Query("signup"), 150_000, 100)) for _ in range(5))
    print(f"page at 150,000          {deep:7.1f} ms")
    every = {text[:end]: ask(text=text[:end]) for text in TYPED for end in range(1, len(text) + 1)}
    slowest = max(every, key=lambda typed: every[typed])
    print(f"keystroke, median        {median(every.values()):7.1f} ms")
    print(f"keystroke, slowest       {every[slowest]:7.1f} ms  ({slowest!r})")
    print(f"keystroke and state      {ask(text='s', state='queued'):7.1f} ms")
    nothing = ask(text="s", state="needs_revision")
    print(f"keystroke, rare state    {nothing:7.1f} ms")


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--records", type=int, default=200_000)
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as place:
        raw = median(raw_commits(Path(place)))
        store = open_store(Path(place) / "catatan.db", KEY)
        saves(store, 0)
        saved = median(saves(store, 1000))
        print(f"raw encrypted commit {raw:.2f} ms, save {saved:.2f} ms: {saved / raw:.2f} x (goal 1.5 x + 1 ms)")
        print(f"import {fill(store, asked.records):,.0f} records/s")
        full = median(saves(store, 900_000))
        print(f"save into {asked.records:,} records {full:.2f} ms: {full / raw:.2f} x")
        searches(store)
        store.close()
        print(
            f"open {timed(lambda: open_store(Path(place) / 'catatan.db', KEY).close()):.0f} ms, "
            f"{(Path(place) / 'catatan.db').stat().st_size / 1e6:.0f} MB"
        )


if __name__ == "__main__":
    main()
