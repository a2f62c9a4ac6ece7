"""What the command line says and asks, and how it ends."""

from __future__ import annotations

import sys

DONE, FAILED, LOOK, INTERRUPTED = 0, 1, 3, 130


def say(words: str = "") -> None:
    """A line for the person."""
    print(words, flush=True)


def warn(words: str) -> None:
    """A line about what went wrong."""
    print(words, file=sys.stderr, flush=True)


def asked() -> bool:
    """Whether a person sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, otherwise: str = "") -> str:
    """A typed answer; without a person there, or with nothing typed, ``otherwise``."""
    if not asked():
        return otherwise
    hint = f" [{otherwise}]" if otherwise else ""
    return input(f"{question}{hint}: ").strip() or otherwise


def agreed(question: str) -> bool:
    """Whether the person says yes; nobody there counts as yes, because what was typed said it already."""
    return not asked() or ask(f"{question} (y/t)", "y").casefold() in {"y", "ya", "yes"}
