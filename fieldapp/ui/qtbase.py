"""Qt's own texts (standard buttons, dialogs, text menus) in the language of the app."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from fieldapp.language import Language
from fieldapp.resources import resource

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class _Spoken:
    translator: QTranslator | None = None


def speak(app: QCoreApplication, language: Language) -> None:
    """Let Qt speak ``language`` from now on; Indonesian is ours, English is what Qt is written in."""
    QLocale.setDefault(_LOCALES[language])
    if _Spoken.translator is not None:
        app.removeTranslator(_Spoken.translator)
        _Spoken.translator = None
    if language == "id":
        translator = QTranslator(app)
        if not translator.load(str(resource("i18n/qtbase_id.qm"))):
            raise FileNotFoundError("qtbase_id.qm")
        app.installTranslator(translator)
        _Spoken.translator = translator
