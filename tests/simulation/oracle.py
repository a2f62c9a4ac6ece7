"""What must be true of a fleet, whatever happened to it."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from fieldapp.contract.digest import content_hash
from fieldapp.domain.change import Fields
from fieldapp.store.held import Held
from tests.laptop import Laptop
from tests.simulation.fleet import Fleet, Saved


def check(fleet: Fleet) -> None:
    """Every invariant of a fleet at rest."""
    fleet.quiet()
    auditor = fleet.auditor()
    centre = held(auditor)
    for at, laptop in enumerate(fleet.laptops):
        here = held(laptop)
        nothing_waits_but_refusals(here)
        same_version_same_content(here, centre)
        the_view_is_the_centres(here, centre, fleet.scopes[at])
        nothing_outside_scope_stays(here, fleet.scopes[at])
        delivered_is_delivered(laptop, here)
        assert not laptop.store.exchange.proof().unequal
    for saved in fleet.saved:
        nothing_typed_is_lost(fleet, saved, centre)
    each_change_took_effect_once(fleet, centre)


def held(laptop: Laptop) -> dict[UUID, Held]:
    return laptop.held()


def nothing_waits_but_refusals(here: dict[UUID, Held]) -> None:
    assert all(line.refusal is not None for one in here.values() for line in one.lines)


def same_version_same_content(here: dict[UUID, Held], centre: dict[UUID, Held]) -> None:
    for record, one in here.items():
        there = centre.get(record)
        if there and (there.village, there.version) == (one.village, one.version):
            assert content_hash(one.base) == content_hash(there.base)


def the_view_is_the_centres(here: dict[UUID, Held], centre: dict[UUID, Held], scope: tuple[str, ...]) -> None:
    seen = {record: (one.village, one.version) for record, one in here.items() if one.version}
    there = {record: (one.village, one.version) for record, one in centre.items() if one.village in scope}
    assert seen == there


def nothing_outside_scope_stays(here: dict[UUID, Held], scope: tuple[str, ...]) -> None:
    assert all(one.village in scope or one.lines for one in here.values())


def delivered_is_delivered(laptop: Laptop, here: dict[UUID, Held]) -> None:
    for record, one in here.items():
        entry = laptop.store.records.get("signup", record)
        assert entry is not None
        assert (entry.state == "delivered") == (not one.lines)
        assert entry.record.fields() == one.shown


def nothing_typed_is_lost(fleet: Fleet, saved: Saved, centre: dict[UUID, Held]) -> None:
    """Each value typed is at the centre, or stands in a refusal, or a later decision of who saw it replaced it."""
    there: Fields = centre[saved.record].base if saved.record in centre else {}
    one = held(fleet.laptops[saved.laptop]).get(saved.record)
    later = fleet.saved[fleet.saved.index(saved) + 1 :]
    for name, (old, new) in saved.typed.items():
        if old == new:
            continue  # came along with its unit
        standing = one is not None and any(line.delta.get(name, (0, 0))[1] == new for line in one.lines)
        replaced = any(
            after.record == saved.record
            and name in after.typed
            and (after.laptop == saved.laptop or after.typed[name][0] == new)
            for after in later
        )
        assert there.get(name) == new or standing or replaced, (saved.record, name)


def each_change_took_effect_once(fleet: Fleet, centre: dict[UUID, Held]) -> None:
    """The same record stands in one village, and no version of a village is held by two records."""
    places: dict[tuple[str, int], set[UUID]] = defaultdict(set)
    for record, one in centre.items():
        places[one.village, one.version].add(record)
    assert all(len(records) == 1 for records in places.values())
    assert not {saved.record for saved in fleet.saved} - set(centre) - refused(fleet)


def refused(fleet: Fleet) -> set[UUID]:
    return {record for laptop in fleet.laptops for record, one in held(laptop).items() if one.lines}
