"""Indonesian is the language of the source; other languages are gettext catalogues in resources/i18n."""

from __future__ import annotations

import gettext as _gettext
from typing import Literal

from fieldapp.resources import resource

Language = Literal["id", "en"]
LANGUAGES: dict[Language, str] = {"id": "Bahasa Indonesia", "en": "English"}


class _Chosen:
    language: Language = "id"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def choose(language: Language) -> None:
    """Speak ``language`` from now on; texts already on the screen stay as they are."""
    _Chosen.language = language
    _Chosen.catalogue = _gettext.NullTranslations()
    if language != "id":
        _Chosen.catalogue = _gettext.translation("fieldapp", str(resource("i18n")), [language])


def chosen() -> Language:
    """The language spoken now."""
    return _Chosen.language


def tr(text: str) -> str:
    """The text in the chosen language; ``text`` is a literal in Indonesian, with ``{names}`` to format later."""
    return _Chosen.catalogue.gettext(text)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark only"
    """Mark a literal for the catalogue without translating it here."""
    return text
