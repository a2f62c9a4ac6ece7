"""A box for a village: type-ahead over all of them, the officer's own first."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.domain.region import Region, Regions
from fieldapp.language import tr
from fieldapp.ui.fields.suggest import SuggestEdit, Suggestion

_VILLAGE = 10


class VillageEdit(SuggestEdit):
    """A village by its code: ``VillageEdit(Regions.load(), near=("320117",))``; ``value`` is ten digits or the text."""

    def __init__(self, regions: Regions, near: Sequence[str] = ()) -> None:
        self._regions, self._near = regions, tuple(near)
        super().__init__(self._matching, self._known)

    def _matching(self, text: str) -> tuple[Suggestion, ...]:
        found = [one for one in self._regions.find(text, self._near, 24) if len(one.code) == _VILLAGE][:12]
        wheres = [(one.name, where(one)) for one in found]
        return tuple(
            Suggestion(one.code, one.name, f"{said[1]} · {one.code}" if wheres.count(said) > 1 else said[1])
            for one, said in zip(found, wheres, strict=True)
        )

    def _known(self, code: str) -> Suggestion | None:
        one = self._regions.get(code) if len(code) == _VILLAGE else None
        return None if one is None else Suggestion(one.code, one.name, where(one))


def where(region: Region) -> str:
    """District and regency as one reads them: ``Pamijahan, Kab. Bogor``."""
    return ", ".join(filter(None, (region.district, short_regency(region.regency))))


def short_regency(name: str) -> str:
    """``Kab. Bogor`` for ``Kabupaten Bogor``."""
    return name.replace("Kabupaten ", tr("Kab.") + " ", 1) if name.startswith("Kabupaten ") else name
