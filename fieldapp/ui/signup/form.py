"""The form of a sign-up: its five sections, and what is kept beside them."""

from __future__ import annotations

from datetime import UTC, datetime

from fieldapp.domain import consent
from fieldapp.ui.form import Form
from fieldapp.ui.record.desk import Surroundings
from fieldapp.ui.record.sections import SectionedForm
from fieldapp.ui.signup import findings, sections

STAYS = ("village", "visit", "occupation", "payer", "programmes", "pay_period")
"""What the next form of the pile begins with."""
_HIDDEN = ("visit", "consent_at", "consent_version", "withdrawn")


class SignupForm(SectionedForm):
    """The form; ``match`` is the tick beside the NIK, ``consent`` asks for the whole text."""

    def __init__(self, around: Surroundings) -> None:
        form = Form()
        first, match = sections.identity(form, around)
        middle = (sections.address(form, around), sections.work(form), sections.heirs(form, around))
        last, whole = sections.agreement(form)
        super().__init__(form, (first, *middle, last), _HIDDEN, {"payer": "self"})
        self.match, self.consent = match, whole

    def mark(self) -> None:
        held, wrong = self.values(), self.form.wrong()
        for one in self.sections:
            complete = all(findings.complete(held, name) for name in one.required)
            self.line.mark(one.key, "salah" if wrong.intersection(one.names) else "ok" if complete else "")

    def tell(self, name: str) -> None:
        """The person changed this field; consent is given at the moment when it is noted."""
        if name == "consent_how":
            self.hidden |= {"consent_version": consent.CURRENT, "consent_at": datetime.now(UTC).isoformat()}
        super().tell(name)
