"""What the last seconds hold, sorted once for each frame: what befell whom, who judged whom, and who told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.happenings.happening import Kind
    from sandbox.session.frame import Frame

JUDGED: Final[dict[str, Literal["blame", "credit"]]] = {
    "blamed": "blame",
    "despised": "blame",
    "credited": "credit",
    "admired": "credit",
}
"""Verdicts on how somebody met a trouble, and on what a norm says of a deed; each shows as blame or as credit."""
VOTED: Final = ("endorsed", "refused")


@dataclass(frozen=True, slots=True)
class RecentEvents:
    """The records of a frame that leave a mark on the picture, oldest first."""

    recent: tuple[Record, ...]
    """all the records that were sorted"""
    happened: tuple[tuple[Record, Kind], ...]
    """what befell somebody, with the kind of happening"""
    judged: tuple[Record, ...]
    """blame and credit"""
    voted: tuple[Record, ...]
    """for or against a rule"""
    told: tuple[Record, ...]
    """verdicts that somebody heard of somebody else"""

    @classmethod
    def of(cls, recent: tuple[Record, ...]) -> RecentEvents:
        """Sort records."""
        happened: list[tuple[Record, Kind]] = []
        judged: list[Record] = []
        voted: list[Record] = []
        told: list[Record] = []
        kept = dict.fromkeys(JUDGED, judged) | dict.fromkeys(VOTED, voted) | {"told": told}
        for record in [one for one in recent if one.kind != "chose"]:  # A crowd leaves thousands of choices.
            if record.kind in kept:
                kept[record.kind].append(record)
            elif record.kind == "happened" and record.who != NOBODY:
                happened.append((record, HAPPENINGS[record.detail]))
        return cls(recent, tuple(happened), tuple(judged), tuple(voted), tuple(told))


_latest = [RecentEvents.of(())]


def recent_events(frame: Frame) -> RecentEvents:
    """Return what a frame has of the last seconds; the records are looked through when they change, not each time."""
    if _latest[0].recent is not frame.recent:
        _latest[0] = RecentEvents.of(frame.recent)
    return _latest[0]
