"""Moods on the screen: a posture and a mouth take a moment to change, and pass through all that lies in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

SECONDS: Final = 0.3
"""After this time little is left of an old expression."""
BODY_AND_FACE: Final = np.array([[0.44], [0.25]])
"""The same of a posture and of a mouth: the face is first."""
LEFT: Final = 3.0
"""So many times an old expression has shrunk by a factor of e by then."""
PAUSE: Final = 1.0
"""After so many seconds without a picture nothing is left of it."""


class Easing:
    """What faces show, -1 to 1, as the last picture had it."""

    def __init__(self, seconds: Floats | float = SECONDS) -> None:
        """Begin without a picture; after so many seconds little is left of an old expression."""
        self._lasts = seconds
        self._drawn: Floats | None = None
        self._seconds, self._tick = 0.0, 0
        self._whose: int | None = None

    def eased(self, wanted: Floats, frame: Frame, viewpoint: Viewpoint, whose: int | None = None) -> Floats:
        """Return what is wanted on its way from the last picture's; at once if that was in another mind (`whose`)."""
        old, since = self._drawn, viewpoint.seconds - self._seconds
        stopped = since == 0 and frame.tick != self._tick
        other = old is None or old.shape != wanted.shape or whose != self._whose
        if not (viewpoint.reduce_motion or old is None or other or stopped) and 0 <= since <= PAUSE:
            wanted = wanted + (old - wanted) * np.exp(-LEFT * since / self._lasts)
        self._drawn, self._seconds, self._tick, self._whose = wanted, viewpoint.seconds, frame.tick, whose
        return wanted
