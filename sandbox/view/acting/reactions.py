"""The first second after something happens: a jump and a gasp, then gritted teeth and shaking; witnesses start."""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.recent import newest, recent_events
from sandbox.view.acting.doers import reached

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.happenings.happening import Tone
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

FLINCH_SECONDS: Final = 1.2
THROW: Final = 0.09
"""How far something unpleasant shakes the body, in tiles."""
THROW_SPEED: Final = 40.0
"""Radians per second."""
JUMP_SECONDS: Final = 0.35
JUMP: Final = 0.42
"""How high a blow makes one jump, in tiles."""
START_SECONDS: Final = 0.28
START: Final = 0.11
"""How high a witness starts, in tiles."""
RING_SECONDS: Final = 1.4
RING_METRES: Final = 9.0
"""How far the ring of witnessing runs."""
RING_LEAST: Final = 0.7
AT_MOST: Final = 8
"""Blows among so many of the newest happenings make people jump."""
FACES: Final[dict[Tone, str]] = {"pleasant": "glad", "unpleasant": "squeezed", "startling": "wide"}
"""What the eyes do in the first second after a happening."""


def ring_metres(age: float) -> float:
    """Return how far the ring of a happening has run; it starts fast and slows down."""
    return RING_LEAST + RING_METRES * (1 - (1 - age / RING_SECONDS) ** 2)


def reactions(frame: Frame, viewpoint: Viewpoint) -> dict[int, str]:
    """Return whose eyes react to a happening just now, and how: a blow is a shock first."""
    found: dict[int, str] = {}
    for record, kind in newest(frame, FLINCH_SECONDS):
        age = reached(frame, viewpoint, record)
        if kind.tone in FACES and 0 <= age < FLINCH_SECONDS:
            found[record.who] = FACES["startling" if kind.blow and age < JUMP_SECONDS else kind.tone]
    return found


def flinches(frame: Frame, viewpoint: Viewpoint) -> dict[int, float]:
    """Return how far bodies are thrown to the side by what just befell them, in tiles."""
    if viewpoint.reduce_motion or viewpoint.gentle:
        return {}
    ages = (
        (record.who, reached(frame, viewpoint, record))
        for record, kind in newest(frame, FLINCH_SECONDS)
        if kind.tone == "unpleasant"
    )
    return {
        who: THROW * sin(age * THROW_SPEED) * (1 - age / FLINCH_SECONDS)
        for who, age in ages
        if 0 <= age < FLINCH_SECONDS
    }


def arrives(metres: Floats) -> Floats:
    """Return (K,) seconds after which the ring of a happening reaches those who are so far away."""
    share = np.clip((metres - RING_LEAST) / RING_METRES, 0.0, 1.0)
    seconds: Floats = RING_SECONDS * (1 - np.sqrt(1 - share))
    return seconds


def thrown_up(frame: Frame, viewpoint: Viewpoint) -> dict[int, float]:
    """Return how high a blow makes its victim jump, in tiles."""
    blows = (record for record, kind in recent_events(frame).happened[-AT_MOST:] if kind.blow)
    ages = ((record.who, reached(frame, viewpoint, record)) for record in blows)
    return {who: JUMP * sin(pi * age / JUMP_SECONDS) for who, age in ages if 0 <= age < JUMP_SECONDS}


def starts(since: Floats) -> Floats:
    """Return (K,) how high witnesses start so many seconds after the ring has reached them, in tiles."""
    part = np.clip(since / START_SECONDS, 0.0, 1.0)
    high: Floats = START * np.sin(part * pi)
    return high
