"""The middle column: one record, opened, typed, kept as a draft, saved, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from fieldapp.domain.ids import new_id
from fieldapp.domain.kinds import AnyRecord
from fieldapp.domain.problem import NotWhole
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.drafts import Draft
from fieldapp.store.records import Entry
from fieldapp.ui.parts.button import Button
from fieldapp.ui.record.desk import Desk
from fieldapp.ui.record.drafts import Current, Keeper
from fieldapp.ui.record.repair import problems
from fieldapp.ui.record.sections import SectionedForm
from fieldapp.ui.record.sheet import Sheet
from fieldapp.ui.record.summary import Summary
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.when import moment


class Editor(Sheet):
    """One record: ``open(id)``, ``begin(values)``, ``resume(draft)``, ``save()``; it follows itself with ``summary``.

    ``saved(id)`` after a save, ``changed`` whenever the list should be read again, ``followed`` after each letter,
    ``doubted`` when a tick is missing.
    """

    saved = Signal(str)
    changed = Signal()
    followed = Signal()
    doubted = Signal()

    def __init__(
        self, desk: Desk, wording: Wording, form: SectionedForm, summary: Summary, extra: Button | None = None
    ) -> None:
        super().__init__(desk, wording, form, summary, extra)
        self._desk, self._wording = desk, wording
        self.record: UUID = new_id()
        self.draft: UUID = self.record
        self._known: Entry | None = None
        self.keeper = Keeper(desk.drafts, desk.kind, desk.account, self._current)
        self._connect()
        self.begin()

    def begin(self, values: Mapping[str, Any] | None = None, note: str = "") -> None:
        """Start a new record; ``values`` are there from the start, ``note`` says where they come from."""
        self.keeper.flush()
        self.record = self.draft = new_id()
        self._known = None
        said = note or tr("Tersimpan otomatis sejak huruf pertama.")
        self.head.say(self._wording.new, "draft", said, saved=False)
        self._show(values or {})

    def open(self, record: UUID) -> None:
        """Show a record; an edit of it that was not saved is taken up again."""
        self.keeper.flush()
        known = self._desk.get(record)
        if known is None:
            self.begin()
            return
        draft = self.keeper.of(record)
        self.record, self.draft, self._known = record, draft.id if draft else new_id(), known
        fields = known.record.fields()
        self._show(draft.form if draft else fields)
        self._say_state(known)
        if draft:
            self.head.note(tr("Ada perubahan yang belum disimpan ({when}).").format(when=self._when(draft.at)))
        self.repair.tell(known.refusal, fields)
        self.form.form.show_problems(problems(known.refusal))
        self.form.mark()

    def is_new(self) -> bool:
        """Whether the form is not a record yet."""
        return self._known is None

    def values(self) -> dict[str, Any]:
        """What the form holds, with the warnings that are ticked."""
        return {**self.form.values(), "confirmed": sorted(self.summary.confirmed)}

    def resume(self, draft: Draft) -> None:
        """Go on with a form that was not finished."""
        if draft.record_id:
            self.open(draft.record_id)
            return
        self.begin(draft.form)
        self.record = self.draft = draft.id
        self._kept(draft.at)

    def save(self) -> bool:
        """Keep the record, or say all that stops it; True when it is kept."""
        self.summary.asked()
        self.follow()
        try:
            record = self._desk.read(self.values(), self.record, self._known.record if self._known else None)
        except NotWhole as wrong:
            self.refuse(wrong.problems)
            return False
        if self.unanswered():
            self.refuse(())
            self.doubted.emit()
            return False
        try:
            self._desk.save(record, self._known.record if self._known else None)
        except FieldappError as failed:
            self.fail(sentence(failed.code))
            return False
        self.keeper.forget(self.draft)
        self.saved.emit(str(self.record))
        return True

    def save_and_stay(self) -> bool:
        """Save, and show where the record is now."""
        kept = self.save()
        if kept:
            place, bar = self.form.form.here(), self.form.area.verticalScrollBar().value()
            self.open(self.record)
            self.form.area.verticalScrollBar().setValue(bar)
            if place:
                self.form.form.fields[place].editor.setFocus()
        return kept

    def save_and_next(self) -> None:
        """Save, and begin the next form of the pile with what stays the same."""
        held = self.form.values()
        if self.save():
            self.begin({name: held[name] for name in self._wording.stays if name in held})
            self.form.begin()

    def withdraw(self, reason: str) -> None:
        """Withdraw the record at once; it can be undone for half a minute."""
        if self._known is None:
            return
        record = self._known.record
        self._desk.withdraw(record, reason)
        self._return(record.id)
        done = self._wording.withdrawn.format(title=self._title(record))
        self.undo.offer(done, lambda: self._take_back(record.id))
        self.head.past.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Let the summary say what follows from the form now."""
        self.summary.follow(self.form.values(), self.record)
        self.verbs.line.set_words(self.summary.one_line())
        self.followed.emit()

    def _show(self, values: Mapping[str, Any]) -> None:
        locked = bool(values.get("withdrawn"))
        self.summary.begin(values.get("confirmed", ()))
        self.form.fill(values)
        self.form.form.lock(locked)
        self.verbs.lock(locked)
        self.put_away()
        self.follow()

    def _say_state(self, entry: Entry) -> None:
        record, when = entry.record, self._when(entry.touched_at)
        parts = [tr("Diubah {when}").format(when=when), self._desk.name(record.recorded_by)]
        if entry.receipt_number:
            parts.insert(1, tr("tanda terima {number}").format(number=entry.receipt_number))
        if record.withdrawn:
            parts = [tr("Ditarik: {reason}").format(reason=record.withdrawn), *parts]
        gone = bool(record.withdrawn)
        self.head.say(self._title(record), entry.state, " · ".join(parts), saved=True, withdrawn=gone)

    def _title(self, record: AnyRecord) -> str:
        return self._wording.title(record.fields())

    def _current(self) -> Current:
        return Current(self.draft, self.record if self._known else None, self.values())

    def _typed(self, _name: str) -> None:
        self.keeper.touch()
        self.follow()

    def _kept(self, at: datetime) -> None:
        self.head.note(tr("Tersimpan otomatis {time}").format(time=f"{at.astimezone():%H.%M.%S}"))
        self.changed.emit()

    def _take_back(self, record: UUID) -> None:
        self._desk.take_back(record)
        self._return(record)

    def _return(self, record: UUID) -> None:
        self.keeper.forget(self.draft)
        self.open(record)
        self.changed.emit()

    def _ask_reason(self) -> None:
        if self._known:
            self.ask.ask(self._wording.ask.format(title=self._title(self._known.record)))

    def _show_history(self) -> None:
        self.history.show_events(tuple(reversed(self._desk.records.history(self._desk.kind, self.record))))
        self.form.area.verticalScrollBar().setValue(0)

    def _when(self, at: datetime) -> str:
        return moment(at, self._desk.around.now())

    def _connect(self) -> None:
        self.form.changed.connect(self._typed)
        self.keeper.kept.connect(self._kept)
        self.summary.confirmed_changed.connect(lambda: self._typed(""))
        self.summary.wanted.connect(self.form.form.focus)
        self.verbs.save.connect(self.save_and_stay)
        self.verbs.save_next.connect(self.save_and_next)
        self.head.history.connect(self._show_history)
        self.head.withdraw.connect(self._ask_reason)
        self.ask.answered.connect(self.withdraw)
        self.repair.chosen.connect(self.form.form.put)
        self.repair.chosen.connect(lambda _name, _value: self._typed(""))
