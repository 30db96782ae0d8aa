"""How everybody looks in a picture; what a crowd of small people looks like lasts for a few pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.people.lifts import Movers
    from sandbox.view.people.pose_state import PoseState

LAST: Final = 0.04
"""So many seconds the looks of a crowd last: faces, and who is in front of whom; where people are does not."""
LAST_OVER: Final = 0.06
"""So many seconds they last over a tick, so that its first picture, which has other things to work out, keeps them."""


class Looks(NamedTuple):
    """Columns of everybody, and how they were looked at."""

    now: PoseState
    view: Hashable
    seconds: float
    """the clock of the picture for which they were worked out"""
    order: Ints
    """(V,) who is in view, the farthest first"""
    tall: Floats
    """(N,) heights in tiles"""
    faces: Floats
    """(2, N) the middles of the faces, in tiles from the feet"""
    codes: Ints
    """(N,) the codes of the sprites"""
    movers: Movers

    def hold(self, frame: Frame, view: Hashable, seconds: float) -> bool:
        """Tell whether they will do for a picture of a crowd a moment later."""
        then = self.now.frame
        alike = then.level is frame.level and len(self.codes) == len(frame.people) and self.view == view
        return alike and 0 < seconds - self.seconds < (LAST if then is frame else LAST_OVER)
