"""How long one keystroke takes in the search over all regions, against a scan of every row in the same run."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from fieldapp.domain.region import Region, Regions
from fieldapp.domain.word_starts import fold


def main() -> int:
    started = time.perf_counter()
    regions = Regions.load()
    loaded = time.perf_counter()
    regions.find("sukamaju")
    ready = time.perf_counter()
    texts = keystrokes(regions)
    warm(regions)
    near = ("3201", "35150120")
    index = measure(lambda text: regions.find(text, near), texts)
    rows = [(fold(region.name), region) for region in everything(regions)]
    scan = measure(lambda text: scanned(rows, text), texts[:60])
    print(f"load {1e3 * (loaded - started):.0f} ms, first search {1e3 * (ready - loaded):.0f} ms")
    print(f"{len(texts)} keystrokes over {len(rows)} rows, index: median {index[0]:.2f} ms, p95 {index[1]:.2f} ms")
    print(f"scan of every row: median {scan[0]:.2f} ms; ratio {scan[0] / index[0]:.0f}")
    return 0 if index[0] <= 5 else 1


def everything(regions: Regions) -> list[Region]:
    return [r for province in regions.children() for r in regions.find(province.code, limit=len(regions))]


def keystrokes(regions: Regions) -> list[str]:
    """What stands in the box after each key, for villages drawn at random, some followed by their district."""
    chosen = random.Random(2026).sample(everything(regions), 40)
    wanted = [f"{r.name} {r.district}" if i % 2 else r.name for i, r in enumerate(chosen)]
    return [text[:end].lower() for text in wanted for end in range(1, len(text) + 1)]


def warm(regions: Regions) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        regions.find(letter)


def measure(find: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    times = []
    for text in texts:
        started = time.perf_counter()
        find(text)
        times.append(1e3 * (time.perf_counter() - started))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def scanned(rows: list[tuple[str, Region]], text: str) -> list[Region]:
    words = [f" {word}" for word in fold(text).split()]
    return [region for name, region in rows if all(word in f" {name}" for word in words)][:12]


if __name__ == "__main__":
    raise SystemExit(main())
