from __future__ import annotations

import threading
from collections.abc import Callable

from fieldapp.contract.messages import Accepted
from fieldserver.status import status
from tests.server.asking import HERE, Centre, Officer

WRITERS, BATCHES, SIZE = 8, 4, 5


def run(*works: Callable[[], None]) -> None:
    failed: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as failure:  # noqa: BLE001 - told in the test's own thread
            failed.append(failure)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def test_writers_of_one_village_leave_no_gap_and_no_reader_passes_a_row(centre: Centre) -> None:
    writers = [centre.officer(f"Petugas {number}") for number in range(WRITERS)]
    reader, done = centre.officer("Neneng", role="supervisor"), threading.Event()
    versions: list[int] = []

    def write(number: int, officer: Officer) -> None:
        for batch in range(BATCHES):
            first = (number * BATCHES + batch) * SIZE
            answer = officer.send(*(officer.signup(first + n) for n in range(SIZE)))
            versions.extend(verdict.version for verdict in answer.verdicts if isinstance(verdict, Accepted))

    def read() -> None:
        while not done.is_set():
            reader.send(limit=11)
        reader.read_all(limit=11)

    reading = threading.Thread(target=read)
    reading.start()
    try:
        run(*(lambda n=n, o=o: write(n, o) for n, o in enumerate(writers)))
    finally:
        done.set()
        reading.join()
    total = WRITERS * BATCHES * SIZE
    assert sorted(versions) == list(range(1, total + 1))
    assert sorted(row.version for row in reader.rows.values()) == sorted(versions)
    log = reader.send().villages[HERE]
    assert (log.count, log.digest) == reader.proof(HERE)
    assert not status(centre.engine).unequal


def test_the_same_question_from_two_lines_at_once_is_taken_once(centre: Centre) -> None:
    wulan = centre.officer()
    question = wulan.question(*(wulan.signup(n) for n in range(10)))
    answers = []
    run(*[lambda: answers.append(wulan.ask(question))] * 4)
    assert len({answer.verdicts for answer in answers}) == 1
    assert status(centre.engine).records["signup"] == 10


def test_of_colliding_edits_at_once_one_passes(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    answers = []
    works = [
        lambda n=n: answers.append(wulan.ask(wulan.question(wulan.edit(create, 1, name=f"N {n}")))) for n in range(6)
    ]
    run(*works)
    assert sum(isinstance(answer.verdicts[0], Accepted) for answer in answers) == 1
    assert status(centre.engine).decided == 7
