"""Where this laptop keeps its things, and the few preferences that are known before anyone signs in."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from fieldapp.language import LANGUAGES, Language

Theme = Literal["system", "light", "dark"]
TextSize = Literal["normal", "large", "largest"]


@dataclass(frozen=True)
class Paths:
    """The data directory and what lies in it; nothing of the app is kept elsewhere."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "catatan.db"

    @property
    def vault(self) -> Path:
        return self.data / "akun.json"

    @property
    def backups(self) -> Path:
        return self.data / "cadangan"

    @property
    def logs(self) -> Path:
        return self.data / "log"

    @property
    def preferences(self) -> Path:
        return self.data / "pilihan.json"

    @property
    def lock(self) -> Path:
        return self.data / "fieldapp.lock"


def paths(data: Path | None = None) -> Paths:
    """The given data directory, else ``FIELDAPP_DATA``, else the user's local (never roaming) one."""
    chosen = data or os.environ.get("FIELDAPP_DATA") or platformdirs.user_data_dir("fieldapp", False, roaming=False)
    return Paths(Path(chosen).resolve())


@dataclass(frozen=True)
class Preferences:
    """What the window looks like on this laptop."""

    language: Language = "id"
    theme: Theme = "system"
    text_size: TextSize = "normal"
    second_backup: str = ""

    def keep(self, path: Path) -> None:
        """Write the preferences whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".baru")
        fresh.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        fresh.replace(path)


def preferences(path: Path) -> Preferences:
    """The kept preferences; a missing or unreadable file means the defaults."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        known = {name: kept[name] for name in Preferences.__dataclass_fields__ if name in kept}
    except (OSError, ValueError, TypeError, AttributeError):
        return Preferences()
    chosen = Preferences(**known)
    return chosen if chosen.language in LANGUAGES else Preferences()
