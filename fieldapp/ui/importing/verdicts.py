"""What becomes of a line of a register, as badge, word and sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from fieldapp.language import N_, tr
from fieldapp.register import Preview, Row, Trouble
from fieldapp.register.report import field_shown, trouble_shown
from fieldapp.register.values import Verdict
from fieldapp.ui.parts.badge import LOOKS as STATES
from fieldapp.ui.parts.badge import Look

LOOKS: Mapping[Verdict, Look] = {
    "ready": Look("ok", "nilaText", "nilaSoft", N_("Siap diambil")),
    "taken": STATES["queued"],
    "look": Look("awas", "soga", "sogaSoft", N_("Perlu dilihat")),
    "repair": STATES["needs_revision"],
    "known": Look("sama", "grey", "greySoft", N_("Sudah ada")),
    "twice": Look("sama", "grey", "greySoft", N_("Ganda di berkas")),
    "no_person": Look("info", "grey", "greySoft", N_("Bukan orang")),
}

Counts = Counter[Verdict]
GROUPS: Mapping[str, tuple[Verdict, ...]] = {
    "": tuple(LOOKS),
    "ready": ("ready", "taken"),
    "look": ("look",),
    "repair": ("repair",),
    "known": ("known", "twice"),
}
"""Filters → the verdicts that each shows."""


def counts(shown: Preview) -> Counts:
    """How many lines have each verdict."""
    return Counter(row.verdict for row in shown.rows)


def counted(found: Counts, group: str) -> int:
    """How many lines a filter shows."""
    return sum(found[verdict] for verdict in GROUPS[group])


def reason(row: Row) -> str:
    """Why a line has its verdict, in one sentence."""
    if row.troubles:
        said = trouble_told(row.troubles[0])
        more = len(row.troubles) - 1
        return tr("{reason} (+{n} lagi)").format(reason=said, n=more) if more else said
    if row.verdict == "no_person":
        return tr("Bukan baris orang, dilewati")
    return tr("Berangkat dengan kiriman berikutnya") if row.verdict == "taken" else tr("Lengkap")


def trouble_told(trouble: Trouble) -> str:
    """What is the matter with one cell."""
    field, said = field_shown(trouble.problem.field), trouble_shown(trouble)
    told = trouble.problem.code in ("register.known", "register.twice") or said.startswith(re.split(r"[ /]", field)[0])
    return said if told else f"{field}: {said}"
