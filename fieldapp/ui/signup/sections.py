"""The five sections of the form, in the order of the paper: which fields, how wide, side by side with what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fieldapp.domain import consent, dates, occupation
from fieldapp.language import chosen, tr
from fieldapp.ui.fields.date_edit import DateEdit
from fieldapp.ui.fields.money_edit import MoneyEdit
from fieldapp.ui.fields.nik_edit import FamilyCardEdit, NikEdit
from fieldapp.ui.fields.phone_edit import PhoneEdit
from fieldapp.ui.fields.suggest import SuggestEdit, Suggestion
from fieldapp.ui.fields.village_edit import VillageEdit
from fieldapp.ui.form import Form
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.field import Field, row
from fieldapp.ui.parts.line import LineEdit, TextBox
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.text import label
from fieldapp.ui.record.desk import Surroundings
from fieldapp.ui.record.sections import Section
from fieldapp.ui.signup import words
from fieldapp.ui.signup.heirs import HeirsEdit


class Match(QWidget):
    """The tick beside the NIK: what it says and what was typed are the same."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 22, 0, 0)
        row.setSpacing(8)
        row.addWidget(Glyph("ok", "nila", 18))
        row.addWidget(label(tr("Cocok dengan isian"), "small", "hint"))
        row.addStretch(1)
        self.setFixedHeight(58)
        self.hide()


def identity(form: Form, around: Surroundings) -> tuple[Section, Match]:
    """Who it is, as the identity card says."""
    made = Section("identity", tr("Identitas"), words.labels(), ("nik", "name", "birth_date", "sex"))
    match, nik = Match(), made.field(form, "nik", NikEdit())
    nik.setFixedWidth(330)
    first = QHBoxLayout()
    first.setSpacing(14)
    first.addWidget(nik, 0, Qt.AlignmentFlag.AlignTop)
    first.addWidget(match, 0, Qt.AlignmentFlag.AlignTop)
    first.addStretch(1)
    made.add(first)
    made.add(made.field(form, "name", LineEdit()))
    place = made.field(form, "birth_place", LineEdit())
    born = made.field(form, "birth_date", DateEdit(dates.birth, around.today))
    made.add(row((place, 158), (born, 148), (made.field(form, "sex", Segment(words.sexes())), 204)))
    card = made.field(form, "family_card_no", FamilyCardEdit(), optional=True)
    made.add(row((card, 1), (made.field(form, "mother_name", LineEdit(), optional=True), 1)))
    return made, match


def address(form: Form, around: Surroundings) -> Section:
    """Where the person lives and how to reach him."""
    made = Section("address", tr("Alamat"), words.labels(), ("village",))
    street, rt, rw = (made.field(form, name, LineEdit()) for name in ("street", "rt", "rw"))
    for small in (rt, rw):
        small.setFixedWidth(70)
    made.add(row((street, 1), rt, rw))
    village = made.field(form, "village", VillageEdit(around.regions, around.areas))
    phone = made.field(form, "phone", PhoneEdit(), tr("Sangat disarankan"))
    made.add(row((village, 320), (phone, 204)))
    hamlet = made.field(form, "hamlet", LineEdit(), optional=True)
    made.add(row((hamlet, 1), (made.field(form, "email", LineEdit(), optional=True), 1)))
    return made


def work(form: Form) -> Section:
    """What the person does and pays."""
    required = ("occupation", "monthly_income", "programmes", "pay_period", "payer")
    made = Section("work", tr("Pekerjaan & iuran"), words.labels(), required)
    first, second = made.field(form, "occupation", jobs()), made.field(form, "occupation2", jobs(), optional=True)
    made.add(row((first, 1), (second, 1)))
    income = made.field(form, "monthly_income", MoneyEdit(), tr("Boleh ditulis 1500000, 1,5jt, 1500rb"))
    made.add(row((income, 1), (made.field(form, "work_place", LineEdit(), optional=True), 1)))
    made.add(row((made.field(form, "programmes", Segment(words.programmes())), 1)))
    period = made.field(form, "pay_period", Segment(words.periods()))
    made.add(row((period, 320), (made.field(form, "payer", Choice(words.payers(), "self")), 204)))
    made.add(row((made.field(form, "kpj", LineEdit(), optional=True), 1), (QWidget(), 1)))
    return made


def heirs(form: Form, around: Surroundings) -> Section:
    """Who receives what is due."""
    made = Section("heirs", tr("Ahli waris"), words.labels(), ("heirs",))
    hint = tr("Disarankan, boleh menyusul. Kosongkan kalau belum ada.")
    made.names.append("heirs")
    made.add(form.add("heirs", Field(tr("Nama, hubungan, tanggal lahir"), HeirsEdit(around.today), hint)))
    return made


def agreement(form: Form) -> tuple[Section, Button]:
    """What the person agrees to, and how he said so."""
    made = Section("consent", tr("Persetujuan"), words.labels(), ("consent_how",))
    made.add(label(statement(), "base", "second", wrap=True))
    whole = Button(tr("Baca naskah lengkap"), "link", font="label")
    made.add(whole)
    how = Field(tr("Persetujuan diberikan dengan"), Segment(words.consents()))
    made.names.append("consent_how")
    made.add(form.add("consent_how", how, also=("consent_at", "consent_version")))
    made.add(made.field(form, "note", TextBox(lines=2), optional=True))
    return made, whole


def statement() -> str:
    """What the worker says yes to: the last paragraph of the text."""
    return consent.text(consent.CURRENT, chosen()).strip().splitlines()[-1]


def jobs() -> SuggestEdit:
    """A box for an occupation, found by its everyday names."""
    return SuggestEdit(
        lambda text: tuple(Suggestion(job.code, job.name, job.group) for job in occupation.find(text)[:12]), _job
    )


def _job(code: str) -> Suggestion | None:
    job = occupation.get(code)
    return Suggestion(job.code, job.name) if job else None
