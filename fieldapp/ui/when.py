"""Times as people say them: how old, how long ago, which day."""

from __future__ import annotations

from datetime import datetime

from fieldapp.language import N_, tr

DAYS = (N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat"), N_("Sabtu"), N_("Minggu"))
MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("Mei"), N_("Jun")),
    *(N_("Jul"), N_("Agu"), N_("Sep"), N_("Okt"), N_("Nov"), N_("Des")),
)


def age(then: datetime, now: datetime) -> str:
    """How old: ``2 hari``, ``3 jam``, ``5 menit``."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 60:
        return tr("{n} menit").format(n=max(1, minutes))
    if minutes < 24 * 60:
        return tr("{n} jam").format(n=minutes // 60)
    return tr("{n} hari").format(n=minutes // (24 * 60))


def ago(then: datetime, now: datetime) -> str:
    """How long ago: ``3 jam lalu``, ``baru saja``."""
    if (now - then).total_seconds() < 60:
        return tr("baru saja")
    return tr("{age} lalu").format(age=age(then, now))


def moment(then: datetime, now: datetime) -> str:
    """Which day and time: ``hari ini, 08.55``, ``kemarin, 19.02``, ``Senin 10 Agu, 19.42`` (local time)."""
    then, now = then.astimezone(), now.astimezone()
    days = (now.date() - then.date()).days
    day = {0: tr("hari ini"), 1: tr("kemarin")}.get(days, f"{tr(DAYS[then.weekday()])} {short(then)}")
    return f"{day}, {then:%H.%M}"


def short(then: datetime) -> str:
    """Day and month: ``10 Agu``."""
    return f"{then.day} {tr(MONTHS[then.month - 1])}"


def clock(then: datetime) -> str:
    """The time of day on this laptop: ``09.41``."""
    return f"{then.astimezone():%H.%M}"


def day(then: datetime, now: datetime) -> str:
    """A day in a list: the time for today, ``kemarin``, else ``7 Agu``."""
    then, now = then.astimezone(), now.astimezone()
    days = (now.date() - then.date()).days
    return {0: clock(then), 1: tr("kemarin")}.get(days, short(then))
