"""The bars of the meters: how each is drawn, and where its scale ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.session.seen.meters import NAMES, Meters, Tally

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.seen.meters import History


class MeterLook(NamedTuple):
    """How a meter is drawn, small and large."""

    icon: str
    fill: tuple[str, str]
    """colour and pattern; no two meters share both"""
    least: float
    """the scale reaches up to this at least"""
    whole: bool = False
    """whether it counts people"""


METER_LOOKS: Final[dict[str, MeterLook]] = {
    "suffering": MeterLook("suffering", ("vermillion", "plain"), 1.0),
    "unseen": MeterLook("crossed_eye", ("orange", "stripes"), 1.0),
    "averted": MeterLook("look_away", ("blue", "dots"), 3.0, whole=True),
    "things": MeterLook("see_thing", ("yellow", "checks"), 3.0, whole=True),
    "blame": MeterLook("pebble", ("faint", "stripes"), 1.0),
}
"""By the names of the meters, from top to bottom."""
_ROUND: Final = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""A scale ends at one of these, or at ten times as much, and so on."""


def top_of(least: float, highest: float) -> float:
    """Return the round number up to which a scale reaches."""
    step = 1.0
    while step * _ROUND[-1] < highest:
        step *= 10
    return max(least, next(step * number for number in _ROUND if step * number >= highest))


def written(name: str, value: float) -> str:
    """Return the value of a meter as text: people as a whole number, else one digit behind the point."""
    return str(round(value)) if METER_LOOKS[name].whole else f"{value:z.1f}"


class MeterBars:
    """What the meters say now, and how far their scales reach."""

    def __init__(self) -> None:
        """Begin with all at 0."""
        self.now = Meters(*(0 for _ in NAMES))
        self.tally = Tally(*(0 for _ in Tally._fields))
        self.tops = dict.fromkeys(NAMES, 1.0)
        """where each scale ends: above all that was played"""

    def read(self, frame: Frame, history: History) -> None:
        """Take the values of a moment; suffering and its unseen part keep one scale, to be compared."""
        self.now = Meters.of(frame.people, frame.before, frame.ties)
        self.tally = Tally.of(frame.people, frame.before, frame.ties)
        for name, value in self.now._asdict().items():
            highest = float(np.nanmax(history.series(name), initial=value))
            self.tops[name] = top_of(METER_LOOKS[name].least, highest)
        self.tops["unseen"] = self.tops["suffering"]
