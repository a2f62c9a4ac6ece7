"""The middle column: one sign-up, opened, typed, kept as a draft, saved, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from fieldapp.domain.ids import new_id
from fieldapp.domain.problem import NotWhole
from fieldapp.domain.signup import Signup
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.drafts import Draft
from fieldapp.store.query import Line
from fieldapp.store.records import Entry
from fieldapp.ui.signup.desk import Desk
from fieldapp.ui.signup.drafts import Current, Keeper
from fieldapp.ui.signup.form import STAYS
from fieldapp.ui.signup.repair import problems
from fieldapp.ui.signup.sheet import Sheet
from fieldapp.ui.when import moment


class Editor(Sheet):
    """One sign-up: ``open(id)``, ``begin(values)``, ``resume(draft)``, ``save()``; it follows itself with ``summary``.

    ``saved(id)`` after a save, ``changed`` whenever the list should be read again.
    """

    saved = Signal(str)
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self._who)
        self._desk = desk
        self.record: UUID = new_id()
        self.draft: UUID = self.record
        self._known: tuple[Entry, Signup] | None = None
        self.keeper = Keeper(desk.drafts, "signup", desk.account, self._current)
        self._connect()
        self.begin()

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        """Start a new sign-up; ``values`` are there from the start."""
        self.keeper.flush()
        self.record = self.draft = new_id()
        self._known = None
        said = self._desk.origin(values or {}) or tr("Tersimpan otomatis sejak huruf pertama.")
        self.head.say(tr("Pendaftaran baru"), "draft", said, saved=False)
        self.show_values(values or {}, self.record)

    def open(self, record: UUID) -> None:
        """Show a record; an edit of it that was not saved is taken up again."""
        known = self._desk.get(record)
        self.keeper.flush()
        if known is None:
            self.begin()
            return
        draft = self.keeper.of(record)
        self.record, self.draft, self._known = record, draft.id if draft else new_id(), known
        entry, signup = known
        self.show_values(draft.form if draft else signup.fields(), record)
        self._say_state(entry, signup)
        if draft:
            self.head.note(tr("Ada perubahan yang belum disimpan ({when}).").format(when=self._when(draft.at)))
        self.repair.tell(entry.refusal, signup.fields())
        self.form.form.show_problems(problems(entry.refusal))
        self.form.mark()

    def is_new(self) -> bool:
        """Whether the form is not a record yet."""
        return self._known is None

    def resume(self, draft: Draft) -> None:
        """Go on with a form that was not finished."""
        if draft.record_id:
            self.open(draft.record_id)
            return
        self.begin(draft.form)
        self.record = self.draft = draft.id
        self._kept(draft.at)

    def save(self) -> bool:
        """Keep the sign-up, or say all that stops it; True when it is kept."""
        before = self._known[1] if self._known else None
        self.follow(settled=True)
        try:
            signup = self._desk.read(self._values(), self.record, before)
        except NotWhole as wrong:
            self.refuse(wrong.problems)
            return False
        if self.unanswered():
            self.refuse(())
            return False
        try:
            self._desk.save(signup)
        except FieldappError as failed:
            self.fail(sentence(failed.code))
            return False
        self.keeper.forget(self.draft)
        self.saved.emit(str(self.record))
        return True

    def save_and_stay(self) -> None:
        """Save, and show where the record is now."""
        if self.save():
            place, bar = self.form.form.here(), self.form.area.verticalScrollBar().value()
            self.open(self.record)
            self.form.area.verticalScrollBar().setValue(bar)
            if place:
                self.form.form.fields[place].editor.setFocus()

    def save_and_next(self) -> None:
        """Save, and begin the next form of the pile with what stays the same."""
        held = self.form.values()
        if self.save():
            self.begin({name: held[name] for name in STAYS if name in held})
            self.form.begin()

    def withdraw(self, reason: str) -> None:
        """Withdraw the record at once; it can be undone for half a minute."""
        if self._known is None:
            return
        signup = self._known[1]
        self._desk.withdraw(signup, reason)
        self._return(signup.id)
        done = tr("Pendaftaran {name} ditarik").format(name=signup.name)
        self.undo.offer(done, lambda: self._take_back(signup))

    def _say_state(self, entry: Entry, signup: Signup) -> None:
        when = self._when(entry.touched_at)
        parts = [tr("Diubah {when}").format(when=when), self._desk.name(signup.recorded_by)]
        if entry.receipt_number:
            parts.append(tr("tanda terima {number}").format(number=entry.receipt_number))
        if signup.withdrawn:
            parts = [tr("Ditarik: {reason}").format(reason=signup.withdrawn), *parts]
        self.head.say(signup.name, entry.state, " · ".join(parts), saved=True, withdrawn=bool(signup.withdrawn))

    def _values(self) -> dict[str, Any]:
        return {**self.form.values(), "confirmed": sorted(self.summary.confirmed)}

    def _current(self) -> Current:
        return Current(self.draft, self.record if self._known else None, self._values())

    def _typed(self, _name: str) -> None:
        self.keeper.touch()
        self.follow()

    def _kept(self, at: datetime) -> None:
        said = tr("Tersimpan otomatis {time}").format(time=f"{at.astimezone():%H.%M.%S}")
        self.head.note(" · ".join(filter(None, (said, self._desk.origin(self.form.values())))))
        self.changed.emit()

    def _take_back(self, signup: Signup) -> None:
        self._desk.save(signup)
        self._return(signup.id)

    def _return(self, record: UUID) -> None:
        self.keeper.forget(self.draft)
        self.open(record)
        self.changed.emit()

    def _ask_reason(self) -> None:
        if self._known:
            self.ask.ask(tr("Tarik pendaftaran {name}?").format(name=self._known[1].name))

    def _show_history(self) -> None:
        self.history.show_events(tuple(reversed(self._desk.records.history("signup", self.record))))
        self.form.area.verticalScrollBar().setValue(0)

    def _when(self, at: datetime) -> str:
        return moment(at, self._desk.around.now())

    def _who(self, line: Line) -> str:
        known = self._desk.get(line.id)
        if known is None:
            return ""
        by: str = known[1].recorded_by
        who = tr("Anda") if by == self._desk.account else self._desk.name(by)
        return tr("didaftarkan {when} oleh {who}").format(when=self._when(known[1].recorded_at), who=who)

    def _connect(self) -> None:
        self.form.changed.connect(self._typed)
        self.keeper.kept.connect(self._kept)
        self.summary.confirmed_changed.connect(lambda: self._typed(""))
        self.verbs.save.connect(self.save_and_stay)
        self.verbs.save_next.connect(self.save_and_next)
        self.head.history.connect(self._show_history)
        self.head.withdraw.connect(self._ask_reason)
        self.ask.answered.connect(self.withdraw)
        self.repair.chosen.connect(self.form.form.put)
        self.repair.chosen.connect(lambda _name, _value: self._typed(""))
