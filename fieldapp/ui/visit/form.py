"""The five sections of a visit: which fields, how wide, side by side with what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldapp.domain import dates
from fieldapp.language import tr
from fieldapp.ui.fields.date_edit import DateEdit
from fieldapp.ui.fields.time_edit import TimeEdit
from fieldapp.ui.fields.village_edit import VillageEdit
from fieldapp.ui.form import Form
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.field import row
from fieldapp.ui.parts.line import LineEdit, TextBox
from fieldapp.ui.record.desk import Desk, Surroundings
from fieldapp.ui.record.sections import Section, SectionedForm
from fieldapp.ui.visit import words
from fieldapp.ui.visit.linked import LinkedEdit

_HIDDEN = ("officer", "withdrawn")


class VisitForm(SectionedForm):
    """The form of a visit; the officer is who sits here."""

    def __init__(self, desk: Desk) -> None:
        form = Form()
        parts = (where(form, desk.around), what(form), outcome(form, desk), follow_up(form, desk.around), notes(form))
        super().__init__(form, parts, _HIDDEN, {"officer": desk.account})


def where(form: Form, around: Surroundings) -> Section:
    """When it was and where."""
    made = Section("where", tr("Kapan & di mana"), words.labels(), ("held_on", "village", "place"))
    day = made.field(form, "held_on", DateEdit(dates.recent, around.today))
    starts, ends = (made.field(form, name, TimeEdit(), optional=True) for name in ("starts", "ends"))
    made.add(row((day, 2), (starts, 1), (ends, 1)))
    village = made.field(form, "village", VillageEdit(around.regions, around.areas))
    made.add(row((village, 1), (made.field(form, "place", LineEdit()), 1)))
    return made


def what(form: Form) -> Section:
    """What was done and with whom."""
    made = Section("what", tr("Kegiatan"), words.labels(), ("activity",))
    activity = made.field(form, "activity", Choice(words.activities(), empty=tr("Pilih jenis")))
    none = tr("Belum ditentukan")
    step = made.field(form, "step", Choice([("", none), *words.steps()], "", empty=none), optional=True)
    made.add(row((activity, 1), (step, 1)))
    made.add(made.field(form, "topic", LineEdit(), optional=True))
    speaker, target = (made.field(form, name, LineEdit(), optional=True) for name in ("speaker", "target_group"))
    made.add(row((speaker, 1), (target, 1)))
    made.add(made.field(form, "partners", LineEdit(), tr("Misalnya BUMDes, PKK, puskesmas"), optional=True))
    return made


def outcome(form: Form, desk: Desk) -> Section:
    """Who was there and what came of it."""
    made = Section("outcome", tr("Hasil"), words.labels(), ("men",))
    counts = [made.field(form, name, LineEdit(tabular=True)) for name in ("men", "women", "prospects")]
    made.add(row(*((one, 1) for one in counts)))
    for name in ("questions", "obstacles"):
        made.add(made.field(form, name, TextBox(lines=2), optional=True))
    hint = tr("Orang yang sudah dicatat terpisah. Yang didaftarkan dari sini masuk sendiri.")
    made.add(made.field(form, "signups", LinkedEdit(desk), hint, optional=True))
    return made


def follow_up(form: Form, around: Surroundings) -> Section:
    """What is to be done next."""
    made = Section("follow_up", tr("Tindak lanjut"), words.labels(), ("follow_up",))
    made.add(made.field(form, "follow_up", TextBox(lines=2), optional=True))
    due = made.field(form, "follow_up_due", DateEdit(dates.recent, around.today), optional=True)
    made.add(row((due, 1), (made.field(form, "follow_up_by", LineEdit(), optional=True), 1)))
    return made


def notes(form: Form) -> Section:
    """What else is to be remembered."""
    made = Section("notes", tr("Catatan"), words.labels(), ("note",))
    made.add(row((made.field(form, "number", LineEdit(), optional=True), 1), (QWidget(), 1)))
    made.add(made.field(form, "note", TextBox(lines=2), optional=True))
    return made
