"""How high bodies are off the ground: steps, hops, romps, starts, laughter, breath."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.acting.glances import BODY
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.idle import breaths
from sandbox.view.people.lids import since_witnessed
from sandbox.view.people.reactions import starts, thrown_up

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.people.looks import Looks
    from sandbox.view.people.pose_state import PoseState
    from sandbox.view.viewpoint import Viewpoint

STEP_HERTZ: Final = 2.1
SKIP_HERTZ: Final = 1.1
ROMP_HERTZ: Final = 1.6
ROMP: Final = 0.3
"""How high two who play hop together, in tiles."""


def lifts(frame: Frame, viewpoint: Viewpoint, size: int, looks: Looks) -> Floats:
    """Return (N,) pixels by which bodies are off the ground.

    Whoever is half a thing slides.
    """
    people, feeling, now = frame.people, looks.feeling, looks.now
    if viewpoint.reduce_motion:
        return np.zeros(len(feeling))
    lift = breaths(viewpoint, size, feeling, looks.eyes)
    skipping = np.flatnonzero(feeling >= LEVELS - 1)
    lift[skipping] = _hops(viewpoint, SKIP_HERTZ, skipping) * size * 0.07
    share = (feeling[now.walkers] + LEVELS) / (2 * LEVELS)
    lift[now.walkers] = _hops(viewpoint, STEP_HERTZ, now.walkers) * size * (0.03 + 0.09 * share)
    romping = now.players[feeling[now.players] > 1 - LEVELS]
    pair = np.minimum(romping, people.option_on[romping])
    lift[romping] = np.abs(np.sin(viewpoint.seconds * ROMP_HERTZ * pi + pair)) * size * ROMP
    lift[looks.slides] = 0.0
    return _startled(frame, viewpoint, now, lift, size)


def _hops(viewpoint: Viewpoint, hertz: float, who: Ints) -> Floats:
    """Return (K,) how high those who hop are just now, 0 to 1."""
    high: Floats = np.abs(np.sin(viewpoint.seconds * hertz * pi + who * 1.7))
    return high


def _startled(frame: Frame, viewpoint: Viewpoint, now: PoseState, lift: Floats, size: int) -> Floats:
    """Return (N,) pixels of lift with how high a hurt makes its victim and then those who look on leave the ground."""
    if len(now.witnesses.who):
        since = since_witnessed(now, viewpoint) - BODY
        lift = lift + np.bincount(now.witnesses.who, starts(since), len(lift)) * size
    for who, up in thrown_up(frame, viewpoint).items():
        lift[who] += up * size
    return lift
