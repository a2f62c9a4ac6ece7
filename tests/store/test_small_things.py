"""Drafts and settings."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from fieldapp.domain.ids import new_id
from fieldapp.store.drafts import Draft
from fieldapp.store.store import Store
from tests.people import NOON
from tests.store.conftest import Opener


def draft(store: Store, by: str, minute: int = 0, **form: object) -> UUID:
    made = Draft(new_id(), "signup", None, form, by, NOON + timedelta(minutes=minute))
    store.drafts.keep(made)
    return made.id


def test_a_draft_is_kept_as_typed_and_replaced_by_its_next_state(store: Store) -> None:
    kept = Draft(new_id(), "visit", new_id(), {"place": "Balai", "heirs": [{"name": ""}]}, "wulan", NOON)
    store.drafts.keep(kept)
    assert store.drafts.of("wulan") == (kept,)
    later = Draft(kept.id, "visit", kept.record_id, {"place": "Balai desa"}, "wulan", NOON + timedelta(seconds=2))
    store.drafts.keep(later)
    assert store.drafts.of("wulan") == (later,)


def test_each_account_sees_its_own_drafts_the_newest_first(store: Store) -> None:
    old, new = draft(store, "wulan", 1), draft(store, "wulan", 2)
    draft(store, "bagas", 3)
    assert [one.id for one in store.drafts.of("wulan")] == [new, old]
    assert store.drafts.of("wulan", "visit") == ()
    assert store.records.counts().draft == 3


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_no_error(store: Store) -> None:
    gone = draft(store, "wulan")
    store.drafts.drop(gone)
    store.drafts.drop(gone)
    assert store.drafts.of("wulan") == ()


def test_settings_are_kept_by_account_and_over_a_restart(store: Store, opened: Opener) -> None:
    store.settings.put("areas", ["320117"])
    store.settings.put("areas", ["320118"], account="wulan")
    store.settings.put("device", "a")
    store.settings.put("device", "b")
    store.close()
    again = opened()
    assert again.settings.get("areas") == ["320117"]
    assert again.settings.get("areas", account="wulan") == ["320118"]
    assert again.settings.get("device") == "b"
    assert again.settings.get("nothing") is None
    assert again.settings.get("nothing", 7) == 7
