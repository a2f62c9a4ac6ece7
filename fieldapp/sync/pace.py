"""How much goes in one batch, by how long the last one took."""

from __future__ import annotations

import random

FIRST, LEAST, MOST = 128, 32, 1000
"""Changes in the first batch (5 kB: half a second on EDGE), and the bounds of the rows of an answer."""
GOOD_SECONDS = 10.0
TRIES = 3


class Pace:
    """How much goes in one batch: more while it goes quickly, half after a cut, and how often in a row it failed."""

    def __init__(self) -> None:
        self.changes, self.rows, self.failed = FIRST, MOST, 0

    def went(self, seconds: float) -> None:
        self.failed = 0
        if seconds < GOOD_SECONDS:
            growth = min(32.0, max(2.0, GOOD_SECONDS / 2 / max(seconds, 0.01)))
            self.changes = min(MOST, int(self.changes * growth))
            self.rows = min(MOST, self.rows * 2)

    def smaller(self, changes: int) -> None:
        self.changes = max(1, min(changes, self.changes) // 2)
        self.rows = max(LEAST, self.rows // 2)

    @property
    def exhausted(self) -> bool:
        """Whether it is time to leave it for the next occasion."""
        return self.failed >= TRIES

    def pause(self, least: float = 0.0) -> float:
        """Seconds until the next try: full jitter, on top of what the centre asked for."""
        self.failed += 1
        return least + random.uniform(0, 2.0**self.failed)
