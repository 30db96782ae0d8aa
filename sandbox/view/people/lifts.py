"""How high bodies are off the ground: steps, hops, romps, starts, laughter, breath."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.view.acting.glances import BODY
from sandbox.view.acting.reactions import starts, thrown_up
from sandbox.view.people import idle
from sandbox.view.people.bodies import LEVELS
from sandbox.view.people.lids import since_witnessed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.session.frame import Frame
    from sandbox.view.people.pose_state import PoseState
    from sandbox.view.viewpoint import Viewpoint

STEP_HERTZ: Final = 2.1
SKIP_HERTZ: Final = 1.1
ROMP_HERTZ: Final = 1.6
ROMP: Final = 0.3
"""How high two who play hop together, in tiles."""


class Movers(NamedTuple):
    """(K,) who goes up and down in which way; (N,) others only breathe."""

    sobbing: Ints
    shaken: Ints
    skipping: Ints
    walkers: Ints
    steps: Floats
    """how high each of the walkers steps, in tiles"""
    romping: Ints
    pairs: Ints
    """the lower row of the two who romp together, for each of them"""
    still: Ints
    """who keeps the feet on the ground"""


def movers_of(people: People, now: PoseState, feeling: Ints, eyes: Ints, slides: Bools) -> Movers:
    """Sort everybody by posture, lids and whether they slide."""
    share = (feeling[now.walkers] + LEVELS) / (2 * LEVELS)
    romping = now.players[feeling[now.players] > 1 - LEVELS]
    return Movers(
        sobbing=idle.sobbing(feeling),
        shaken=idle.shaken(eyes),
        skipping=np.flatnonzero(feeling >= LEVELS - 1),
        walkers=now.walkers,
        steps=0.03 + 0.09 * share,
        romping=romping,
        pairs=np.minimum(romping, people.option_on[romping]),
        still=np.flatnonzero(slides),
    )


def lifts(frame: Frame, viewpoint: Viewpoint, size: int, now: PoseState, who: Movers) -> Floats:
    """Return (N,) pixels by which bodies are off the ground."""
    count = len(frame.people)
    if viewpoint.reduce_motion:
        return np.zeros(count)
    lift = idle.breaths(viewpoint, size, count, who.sobbing, who.shaken)
    lift[who.skipping] = _hops(viewpoint, SKIP_HERTZ, who.skipping) * size * 0.07
    lift[who.walkers] = _hops(viewpoint, STEP_HERTZ, who.walkers) * size * who.steps
    lift[who.romping] = np.abs(np.sin(viewpoint.seconds * ROMP_HERTZ * pi + who.pairs)) * size * ROMP
    lift[who.still] = 0.0
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
