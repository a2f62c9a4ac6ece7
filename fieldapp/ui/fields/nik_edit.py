"""Boxes for the sixteen digits of an identity card and of a family card."""

from __future__ import annotations

from fieldapp.ui.fields.grouped import GroupedEdit


class NikEdit(GroupedEdit):
    """A NIK as 32 01 17 170485 9012, with its count at the right."""

    def __init__(self) -> None:
        super().__init__((2, 2, 2, 6, 4), "digits")


class FamilyCardEdit(GroupedEdit):
    """A family card number as 320117 140209 9007."""

    def __init__(self) -> None:
        super().__init__((6, 6, 4))
