"""How sizes and durations are said on the screen."""

from __future__ import annotations

from fieldapp.language import tr


def size(octets: int) -> str:
    """A size on the wire: ``2,1 kB``, ``1,4 MB``."""
    if octets < 1000:
        return tr("{n} B").format(n=octets)
    figure, unit = (octets / 1000, "kB") if octets < 1_000_000 else (octets / 1_000_000, "MB")
    return f"{figure:.1f}".removesuffix(".0").replace(".", tr(",")) + " " + unit


def seconds(duration: float) -> str:
    """A duration: ``8 detik``, ``3 menit``."""
    if duration < 90:
        return tr("{n} detik").format(n=max(1, round(duration)))
    return tr("{n} menit").format(n=round(duration / 60))
