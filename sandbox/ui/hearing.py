"""What can be heard of what happened: happenings and deeds by their own names, and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.causes import Record

AT_ONCE: Final = 3
"""More sounds than this in one frame are a noise."""


AUDIBLE: Final = {
    "help": "help",
    "comfort": "comfort",
    "taunt": "taunt",
    "play": "play",
    "strike": "strike",
    "look_away": "averted",
    "blamed": "blamed",
    "credited": "credited",
} | {kind.name: kind.name for kind in HAPPENINGS}
"""What is heard, with the name of its sound; all else happens in silence."""


def sounds_of(records: Iterable[Record]) -> list[str]:
    """Name the sounds of some records, each once, the earliest first."""
    words = (_word(record) for record in records)
    return list(dict.fromkeys(AUDIBLE[word] for word in words if word in AUDIBLE))[:AT_ONCE]


def _word(record: Record) -> str:
    if record.kind == "happened":
        return HAPPENINGS[record.detail].name
    return OPTIONS[record.detail].name if record.kind == "chose" else record.kind
