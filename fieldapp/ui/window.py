"""The window: rail, one page at a time, strip; it knows pages only as ``Page``."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.fold import Fold, fold_of
from fieldapp.ui.keys import Sheet, field_of, keys_of
from fieldapp.ui.page import Page
from fieldapp.ui.parts.button import cap_words
from fieldapp.ui.parts.ring import FocusRing
from fieldapp.ui.rail import Rail, rail_width
from fieldapp.ui.strip import Strip, StripState

IDLE = 5 * 60 * 1000
_SIGNS_OF_LIFE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


def folded(width: int) -> Fold:
    """The fold of a window of this width, its rail taken off."""
    for fold in (Fold.WIDE, Fold.MEDIUM, Fold.NARROW):
        if fold_of(width - rail_width(fold)) >= fold:
            return fold
    return Fold.SINGLE


class Window(QWidget):
    """``Window(pages, StripState(now), "Wulan Andriani")``.

    ``locked(idle)`` asks to be locked (Ctrl+L or five idle minutes), ``send`` to deliver now (F5), ``theme`` to
    change the theme. ``show_page(key)`` goes to a page.
    """

    locked = Signal(bool)
    send = Signal()
    theme = Signal()
    closing = Signal()

    def __init__(self, pages: Sequence[Page], strip: StripState, name: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Catatan Lapangan"))
        self.pages = {page.key: page for page in pages}
        self.folded: Fold | None = None
        self.rail, self.strip, self.stack = Rail(pages, name), Strip(), QStackedWidget()
        self.keys: list[tuple[str, str]] = []
        for page in pages:
            self.stack.addWidget(page)
        self.stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(760, 420)
        self._lay_out()
        self.ring, self.sheet = FocusRing(self), Sheet(self)
        self.rail.chosen.connect(self.show_page)
        self.rail.asked.connect(self._asked)
        self._bind_keys()
        self._idle = QTimer(self, interval=IDLE, singleShot=True)
        self._idle.timeout.connect(lambda: self.locked.emit(True))
        self.set_strip(strip)
        self.show_page(pages[0].key)

    def add(self, page: Page) -> None:
        """Take in a page that stands under another one's entry."""
        self.pages[page.key] = page
        self.stack.addWidget(page)
        if self.folded is not None:
            page.fold(self.folded)

    def show_page(self, key: str) -> None:
        """Bring a page to the front and let it read again."""
        page = self.pages[key]
        been_here = page.focusWidget() is not None
        self.rail.show_chosen(page.under or key)
        self.stack.setCurrentWidget(page)
        page.refresh()
        if not been_here or not page.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Page:
        """The page in front."""
        return next(page for page in self.pages.values() if page is self.stack.currentWidget())

    def set_strip(self, state: StripState) -> None:
        """Say this state at the bottom."""
        self.strip.show_state(state)
        self.strip.fold(self.folded or Fold.NARROW)

    def show_keys(self) -> None:
        """Show every key that works now."""
        self.sheet.show_keys(tr("Semua tombol"), [*self.keys, *keys_of(self.current())])

    def show_help(self) -> None:
        """Show help on the field that has the cursor, else all keys."""
        field = field_of(self.focusWidget())
        if field is None:
            self.show_keys()
        else:
            self.sheet.show_help(field)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._idle.start()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().windowHandle().installEventFilter(self)
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold = folded(self.width())
        if fold != self.folded:
            self.folded = fold
            self.rail.fold(fold)
            self.strip.fold(fold)
            for page in self.pages.values():
                page.fold(fold)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _asked(self, verb: str) -> None:
        {
            "lock": lambda: self.locked.emit(False),
            "theme": self.theme.emit,
            "keys": self.show_keys,
        }[verb]()

    def _bind_keys(self) -> None:
        taken: set[str] = set()
        entries = [(key, page) for key, page in self.pages.items() if not page.under]
        for number, (key, page) in enumerate(entries, 1):
            letter = next((one for one in page.title.upper() if one.isalpha() and one not in taken), "")
            taken.add(letter)
            self._key(f"Ctrl+{number}", page.title, lambda k=key: self.show_page(k))
            if letter:
                self._key(f"Alt+{letter}", page.title, lambda k=key: self.show_page(k))
        self._key("F5", tr("Kirim ke pusat"), self.send.emit)
        self._key("Ctrl+L", tr("Kunci"), lambda: self.locked.emit(False))
        self._key("F1", tr("Bantuan untuk isian ini"), self.show_help)
        self._key("?", tr("Semua tombol"), self.show_keys)

    def _key(self, key: str, words: str, verb: object) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(verb)
        self.keys.append((cap_words(key), words))

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(middle, 1)
        box.addWidget(self.strip)
