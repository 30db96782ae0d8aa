"""What everybody's lids do: what they show, blinks, and the first second after a happening."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.view.acting.glances import LIDS, blinking, since_chosen, understands
from sandbox.view.acting.reactions import reactions
from sandbox.view.people.expression import EYES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.view.people.pose_state import PoseState
    from sandbox.view.viewpoint import Viewpoint

BLINK_SECONDS: Final = 0.12
BLINK_EVERY: Final = 4.3


def lids(viewpoint: Viewpoint, now: PoseState, plate: Ints, *, blinks: bool) -> Ints:
    """Return (N,) what everybody's lids do, with blinks, if they are wanted, and the first second after a happening.

    Whoever turns into a thing blinks half as often.
    """
    eyes = now.eyes.copy()
    if blinks:
        ahead, every = _blinks(len(eyes))
        phase = (viewpoint.seconds + ahead) % (every * (1 + (plate > 0)))
        eyes[(phase < BLINK_SECONDS) & (eyes == EYES.index("open"))] = EYES.index("blink")
        if len(now.sneaks):
            eyes[now.sneaks[since_chosen(now.frame, viewpoint)[now.sneaks] < LIDS]] = EYES.index("open")
        eyes[understands(now.frame, viewpoint)] = EYES.index("blink")
        if len(now.witnesses.who):
            eyes[now.witnesses.who[blinking(since_witnessed(now, viewpoint))]] = EYES.index("blink")
    for who, look in reactions(now.frame, viewpoint).items():
        eyes[who] = EYES.index(look)
    return eyes


@lru_cache(maxsize=8)
def _blinks(count: int) -> tuple[Floats, Floats]:
    """Return (N,) seconds by which each blinks before the first, and after how many again."""
    each = np.arange(count, dtype=np.float64)
    return each * 1.37, BLINK_EVERY + each % 5 * 0.6


def since_witnessed(now: PoseState, viewpoint: Viewpoint) -> Floats:
    """Return (K,) how many seconds ago everybody who looks on understood that somebody is hurt."""
    witnesses = now.witnesses
    since: Floats = (now.frame.tick - 1 - witnesses.tick + viewpoint.alpha) / TICKS_PER_SECOND - witnesses.delay
    return since
