"""What this is."""

from __future__ import annotations

from fieldapp import __version__
from fieldapp.language import tr
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import label


class AboutCard(Card):
    """Name, version, licences."""

    def __init__(self) -> None:
        super().__init__(tr("Tentang"), tr("Versi {version}").format(version=__version__), spacing=8)
        for text in (
            tr("Catatan Lapangan: pendaftaran dan kunjungan desa, bekerja penuh tanpa internet."),
            tr("Perangkat lunak bebas, lisensi Apache 2.0. Memakai Qt (LGPL 3), SQLCipher (BSD), huruf Inter (OFL)."),
        ):
            self.body.addWidget(label(text, "small", "second", wrap=True))
