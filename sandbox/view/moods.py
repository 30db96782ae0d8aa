"""Moods on the screen: a posture and a mouth take a moment to change, and pass through all that lies in between."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.view.scene import Scene

SECONDS: Final = 0.3
"""After this time little is left of an old expression."""
LEFT: Final = 3.0
"""So many times an old expression has shrunk by a factor of e by then."""
PAUSE: Final = 1.0
"""After so many seconds without a picture nothing is left of it."""


class Moods:
    """What everybody feels and shows, -1 to 1, as the last picture had it."""

    def __init__(self) -> None:
        """Begin without a picture."""
        self._drawn: Floats | None = None
        self._seconds, self._tick = 0.0, 0

    def eased(self, frame: Frame, scene: Scene) -> tuple[Floats, Floats]:
        """Give (N,) felt and shown between this moment and the one before, on their way from the last picture's."""
        people, before = frame.people, frame.before
        wanted = np.stack([people.felt, people.shown])
        if len(before) == len(people):
            start = np.stack([before.felt, before.shown])
            wanted = start + (wanted - start) * scene.alpha
        old, since = self._drawn, scene.seconds - self._seconds
        stopped = since == 0 and frame.tick != self._tick
        if not (scene.reduce_motion or old is None or old.shape != wanted.shape or stopped) and 0 <= since <= PAUSE:
            wanted = wanted + (old - wanted) * exp(-LEFT * since / SECONDS)
        self._drawn, self._seconds, self._tick = wanted, scene.seconds, frame.tick
        return wanted[0], wanted[1]
