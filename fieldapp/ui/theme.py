"""Colours, fonts and the style sheet, taken from one file of tokens; ``apply`` may be called again at any time."""

from __future__ import annotations

import json
import re
from typing import Literal, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from fieldapp.config import Theme
from fieldapp.resources import resource

FontName = Literal["hero", "number", "figure", "title", "section", "digits", "base", "label", "small", "tiny"]
Weight = Literal[400, 500, 600]
W = TypeVar("W", bound=QWidget)

FONTS: dict[str, tuple[float, Weight]] = {
    "hero": (24, 600),
    "number": (22, 600),
    "figure": (20, 600),
    "title": (17, 600),
    "section": (12.5, 600),
    "digits": (12.5, 500),
    "base": (11, 400),
    "label": (10, 500),
    "small": (9.5, 400),
    "tiny": (9, 500),
}
_FONT = "fontName"
_GROUPS = QPalette.ColorGroup
_ROLES = QPalette.ColorRole
_PALETTE = {
    "ground": (_ROLES.Window,),
    "ink": (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText, _ROLES.HighlightedText, _ROLES.ToolTipText),
    "surface": (_ROLES.Base, _ROLES.Button, _ROLES.Light, _ROLES.ToolTipBase),
    "sunken": (_ROLES.AlternateBase, _ROLES.Midlight),
    "line": (_ROLES.Mid,),
    "line2": (_ROLES.Dark, _ROLES.Shadow),
    "nilaSoft": (_ROLES.Highlight,),
    "nila": (_ROLES.Accent,),
    "nilaText": (_ROLES.Link, _ROLES.LinkVisited),
    "ink3": (_ROLES.PlaceholderText,),
}


class _Now:
    dark = False
    scale = 1.0
    tokens: dict[str, str] = {}  # noqa: RUF012 - replaced whole, never changed
    installed = False


def apply(app: QApplication, dark: bool = False, scale: float = 1.0) -> None:
    """Dress the whole application; windows that are already open change at once."""
    if not _Now.installed:
        _install(app)
    _Now.dark, _Now.scale = dark, scale
    _Now.tokens = _tokens(dark)
    app.setFont(font("base"))
    app.setPalette(_palette())
    app.setStyleSheet(_sheet())
    for widget in app.allWidgets():
        if isinstance(name := widget.property(_FONT), str):
            _set(widget, name)


def wants_dark(preference: Theme) -> bool:
    """Whether this preference means the dark theme now."""
    if preference == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return preference == "dark"


def dark() -> bool:
    """Whether the dark theme is worn now."""
    return _Now.dark


def scaled(pixels: float) -> int:
    """A width in pixels that grows with the chosen size of text."""
    return round(pixels * _Now.scale)


def colour(token: str) -> QColor:
    """The colour of a token in the theme worn now, e.g. ``colour("nilaSoft")``."""
    return QColor((_Now.tokens or _tokens(False))[token])


def font(name: FontName | str = "base", weight: Weight | None = None, tabular: bool = False) -> QFont:
    """A font of the type scale; ``tabular`` gives every digit the same width."""
    points, usual = FONTS[name]
    made = QFont("Inter")
    made.setPointSizeF(points * _Now.scale)
    made.setWeight(QFont.Weight(weight or usual))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def wear(widget: W, name: FontName, weight: Weight | None = None, tabular: bool = False) -> W:
    """Give the widget a font of the type scale that also follows later changes of the text size."""
    widget.setProperty(_FONT, f"{name} {weight or FONTS[name][1]} {int(tabular)}")
    _set(widget, widget.property(_FONT))
    return widget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let the sheet look again (its children too)."""
    widget.setProperty(name, value)
    for one in (widget, *widget.findChildren(QWidget)):
        one.style().unpolish(one)
        one.style().polish(one)


def _set(widget: QWidget, worn: str) -> None:
    name, weight, tabular = worn.split()
    widget.setFont(font(name, cast("Weight", int(weight)), tabular == "1"))


def _install(app: QApplication) -> None:
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setWindowIcon(QIcon(str(resource("icons/_tanda.svg"))))
    for file in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    _Now.installed = True


def _tokens(dark: bool) -> dict[str, str]:
    known: dict[str, dict[str, str]] = json.loads(resource("style/tokens.json").read_text(encoding="utf-8"))
    return known["dark" if dark else "light"]


def _palette() -> QPalette:
    palette = QPalette()
    for token, roles in _PALETTE.items():
        for role in roles:
            palette.setColor(role, colour(token))
    for role in (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText):
        palette.setColor(_GROUPS.Disabled, role, colour("ink3"))
    return palette


def _sheet() -> str:
    variant = "dark" if _Now.dark else "light"
    values = dict(_Now.tokens)
    for mark in ("tick", "chevron"):
        values[mark] = '"' + resource(f"icons/_{mark}-{variant}.svg").as_posix() + '"'
    text = resource("style/look.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: values[found[1]], text)
