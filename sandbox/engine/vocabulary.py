"""The closed lists of names that every other layer speaks: reward streams and the drives that can be switched off."""

from __future__ import annotations

from typing import Final

CIRCUIT_STREAMS: Final = ("sympathy", "schadenfreude", "approval", "provocation")
"""The four streams of the one circuit (T1), in the order of its output rows."""

STREAMS: Final = (*CIRCUIT_STREAMS, "body", "company")
"""Every stream of reward, in the order of the columns of `People.reward` (T2, T29)."""

DRIVES: Final = (
    *CIRCUIT_STREAMS,
    "company",
    "anxiety",
    "imagination",
    "learning",
    "judgement",
    "look_away",
    "see_thing",
    "see_enemy",
    "belittle",
    "deny",
)
"""Everything that has a switch: four streams, company, involuntary attention, thought of the absent, and so on."""
