"""The app's own icons, drawn from SVG in the colour of a token and kept by name, colour, size and screen scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from fieldapp.resources import resource
from fieldapp.ui import theme


def pixmap(name: str, token: str = "ink", size: int = 18, scale: float | None = None) -> QPixmap:
    """The icon as a pixmap of ``size`` logical pixels, e.g. ``pixmap("laptop", "laptop", 16)``."""
    app = QGuiApplication.instance()
    if scale is None:
        scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _drawn(name, theme.colour(token).name(), size, scale)


def icon(name: str, token: str = "ink", size: int = 18) -> QIcon:
    """The icon for Qt's own widgets (menus); it keeps the colour of the theme worn when it was made."""
    return QIcon(pixmap(name, token, size))


def paint(painter: QPainter, x: float, y: float, name: str, token: str = "ink", size: int = 18) -> None:
    """Paint the icon with its upper left corner at ``x``, ``y``."""
    painter.drawPixmap(round(x), round(y), pixmap(name, token, size, painter.device().devicePixelRatioF()))


class Glyph(QWidget):
    """An icon standing by itself that follows the theme: ``Glyph("kunci", "ink2", 18)``."""

    def __init__(self, name: str, token: str = "ink", size: int = 18) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def draw(self, name: str, token: str | None = None) -> None:
        """Show another icon, in another colour if given."""
        self._name, self._token = name, token or self._token
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint(painter, 0, 0, self._name, self._token, self._size)


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, scale: float) -> QPixmap:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    if size <= 16:
        text = text.replace('stroke-width="1.75"', 'stroke-width="2"')
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
