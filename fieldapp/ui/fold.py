"""How a page folds: by the width it has itself, in logical pixels, never by the screen."""

from __future__ import annotations

from enum import IntEnum


class Fold(IntEnum):
    """The four arrangements of a window; compare them by size: ``if fold <= Fold.NARROW``."""

    SINGLE = 0
    NARROW = 1
    MEDIUM = 2
    WIDE = 3


def fold_of(width: int) -> Fold:
    """The arrangement for a window of ``width`` logical pixels."""
    if width >= 1240:
        return Fold.WIDE
    if width >= 1100:
        return Fold.MEDIUM
    return Fold.NARROW if width >= 900 else Fold.SINGLE
