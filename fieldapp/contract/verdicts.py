"""Verdicts in the order of the changes: the accepted ones as places in their logs, the refused ones by position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fieldapp.contract.limits import MAX_CHANGES, at_most
from fieldapp.contract.lists import pack_places, unpack_places, whole_number
from fieldapp.contract.messages import Accepted, Refused, Verdict


def pack_verdicts(verdicts: Sequence[Verdict]) -> list[Any]:
    """How many, the places of the accepted, which of those are merged, and the refused by their position."""
    accepted = [verdict for verdict in verdicts if isinstance(verdict, Accepted)]
    merged = [at for at, verdict in enumerate(accepted) if verdict.merged]
    refused = [[at, v.model_dump(mode="json")] for at, v in enumerate(verdicts) if isinstance(v, Refused)]
    return [pack_places((verdict.village, verdict.version) for verdict in accepted), merged, refused]


def unpack_verdicts(packed: Sequence[Any]) -> list[Verdict]:
    """The verdicts of pack_verdicts."""
    places, merged, refused = packed
    found, beyond = unpack_places(places), set(merged)
    verdicts: list[Verdict] = [
        Accepted(village=village, version=version, merged=at in beyond) for at, (village, version) in enumerate(found)
    ]
    for at, refusal in refused:
        verdicts.insert(at_most(whole_number(at), len(verdicts)), Refused.model_validate(refusal))
    at_most(len(verdicts), MAX_CHANGES)
    return verdicts
