"""What a refusal of the centre means to the person who must answer it."""

from __future__ import annotations

from fieldapp.contract.messages import Refused
from fieldapp.messages import sentence


def reason(refusal: Refused) -> str:
    """Why the centre did not take a change, and what to do, in one sentence."""
    for finding in refusal.findings:
        return sentence(finding.code, **finding.detail)
    return sentence(f"refused.{refusal.reason}")
