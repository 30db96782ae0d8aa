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
        happened = [record for record in recent if record.kind == "happened" and record.who != NOBODY]
        return cls(
            recent,
            tuple((record, HAPPENINGS[record.detail]) for record in happened),
            tuple(record for record in recent if record.kind in JUDGED),
            tuple(record for record in recent if record.kind in VOTED),
            tuple(record for record in recent if record.kind == "told"),
        )


_latest = [RecentEvents.of(())]


def recent_events(frame: Frame) -> RecentEvents:
    """Return what a frame has of the last seconds; the records are looked through when they change, not each time."""
    if _latest[0].recent is not frame.recent:
        _latest[0] = RecentEvents.of(frame.recent)
    return _latest[0]
