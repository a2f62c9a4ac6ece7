"""``fieldapp`` opens the window; ``fieldapp VERB …`` does the same work without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was typed; Qt is loaded for the window only, the store and the network for a verb only."""
    typed = list(sys.argv[1:] if argv is None else argv)
    if typed and (not typed[0].startswith("-") or typed[0] in {"-h", "--help"}):
        from fieldapp.cli import main as run  # noqa: PLC0415

        return run(typed)
    from fieldapp.app import main as show  # noqa: PLC0415

    return show(typed)


if __name__ == "__main__":
    raise SystemExit(main())
