"""The invitation that enrols a laptop: one line of text, carried by hand or message."""

from __future__ import annotations

import base64
import zlib
from typing import Literal

from pydantic import ValidationError

from fieldapp.contract.messages import Message
from fieldapp.errors import InvitationError

PREFIX = "fieldapp1:"


class Invitation(Message):
    """What a laptop must know to record for an account and to deliver to its centre.

    ``key`` is the centre's Ed25519 public key (hex); ``areas`` are codes of the region tree.
    """

    url: str
    key: str
    token: str
    device: str
    account: str
    name: str
    role: Literal["officer", "supervisor"]
    areas: tuple[str, ...]

    def encode(self) -> str:
        """The invitation as one line."""
        return PREFIX + base64.urlsafe_b64encode(zlib.compress(self.model_dump_json().encode(), 9)).decode()


def decode(text: str) -> Invitation:
    """The invitation in a pasted text; spaces and line breaks that a messenger put in do not matter."""
    joined = "".join(text.split())
    if not joined.startswith(PREFIX):
        raise InvitationError
    try:
        packed = base64.urlsafe_b64decode(joined.removeprefix(PREFIX))
        return Invitation.model_validate_json(zlib.decompressobj().decompress(packed, 8192))
    except (ValueError, zlib.error, ValidationError) as unusable:
        raise InvitationError from unusable
