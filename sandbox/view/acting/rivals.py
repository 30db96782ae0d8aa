"""Who cannot stand whom, and so is drawn with a lane between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.ties import Ties
    from sandbox.session.frame import Frame
    from sandbox.view.acting.easing import Easing
    from sandbox.view.viewpoint import Viewpoint

DISLIKES: Final = (-0.3, -0.6)
"""Affinities from which on there is a little of a lane, and a whole one."""
MOST: Final = 160
"""Among more people there is no room for it."""
_HELPS: Final = those(lambda option: option.answers_need)

_latest: list[tuple[Ties, Floats | None]] = []


def lanes_in(frame: Frame, viewpoint: Viewpoint, easing: Easing) -> Floats | None:
    """Return the same on its way from the last picture's, so that nobody jumps aside."""
    found = hostile(frame)
    return None if found is None else easing.eased(found, frame, viewpoint)


def hostile(frame: Frame) -> Floats | None:
    """Return (N, N), 0 to 1, how far each pair is hostile and wants a lane; None if nobody is.

    Whoever helps an enemy goes to them all the same.
    """
    if not _latest or _latest[0][0] is not frame.ties:
        _latest[:] = [(frame.ties, _hostile(frame))]
    found, people = _latest[0][1], frame.people
    helpers = np.flatnonzero(_HELPS[people.option] & (people.option_on != NOBODY)) if found is not None else ()
    if found is None or not len(helpers):
        return found
    found, helped = found.copy(), people.option_on[helpers]
    found[helpers, helped] = found[helped, helpers] = 0.0
    return found


def _hostile(frame: Frame) -> Floats | None:
    count, ties, (some, full) = len(frame.people), frame.ties, DISLIKES
    rows = np.flatnonzero(ties.affinity < some)
    if not len(rows) or count > MOST:
        return None
    found = np.zeros((count, count))
    found[ties.observer[rows], ties.target[rows]] = np.minimum(1.0, (some - ties.affinity[rows]) / (some - full))
    return np.maximum(found, found.T)
