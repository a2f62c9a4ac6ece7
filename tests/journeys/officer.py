"""An afternoon as a process of its own, to be killed: records one after another, and delivers now and then."""

from __future__ import annotations

import sys
from pathlib import Path

from fieldapp.domain.kinds import AnyRecord
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import person, talk


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def main(directory: Path, first: int, last: int) -> None:
    """Save records ``first`` to ``last``, say the number of each that is kept, and deliver after every fifth."""
    with Centre(directory / "centre") as centre, Laptop(directory, centre) as laptop:
        say("ready")
        for number in range(first, last):
            record: AnyRecord = talk(number) if number % 15 == 7 else person(number)
            laptop.save(record)
            say(record.id)
            if number % 5 == 4:
                laptop.send()
        laptop.send()
        say("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
