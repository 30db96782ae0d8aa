"""The first second after something happens: a jump and a gasp, then gritted teeth and shaking; witnesses start."""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.lately import age_of, lately

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.view.scene import Scene

FLINCH_SECONDS: Final = 1.2
THROWING: Final = frozenset({"hurt", "insult"})
"""Happenings that shake the body."""
THROW: Final = 0.09
"""How far, in tiles."""
THROW_SPEED: Final = 40.0
"""Radians per second."""
JUMP_SECONDS: Final = 0.35
JUMP: Final = 0.42
"""How high a hurt makes one jump, in tiles."""
START_SECONDS: Final = 0.28
START: Final = 0.11
"""How high a witness starts, in tiles."""
RING_SECONDS: Final = 1.4
RING_METRES: Final = 9.0
"""How far the ring of witnessing runs."""
RING_LEAST: Final = 0.7
AT_MOST: Final = 8
"""So many hurts at once make people jump, the newest."""
FACES: Final = {
    "hurt": "squeezed",
    "insult": "squeezed",
    "heal": "glad",
    "praise": "glad",
    "gift": "glad",
    "news": "wide",
    "triumph": "glad",
    "drops": "glad",
    "order": "wide",
    "cue": "wide",
    "badge": "wide",
}
"""What the eyes do in the first second after a happening."""


def ring_metres(age: float) -> float:
    """Give how far the ring of a happening has run; it starts fast and slows down."""
    return RING_LEAST + RING_METRES * (1 - (1 - age / RING_SECONDS) ** 2)


def reactions(frame: Frame, scene: Scene) -> dict[int, str]:
    """Tell whose eyes react to a happening just now, and how: a hurt is a shock first."""
    found: dict[int, str] = {}
    for record, name in lately(frame).happened:
        age = age_of(frame, scene, record.tick)
        if name in FACES and age < FLINCH_SECONDS:
            found[record.who] = "wide" if name == "hurt" and age < JUMP_SECONDS else FACES[name]
    return found


def flinches(frame: Frame, scene: Scene) -> dict[int, float]:
    """Give how far bodies are thrown to the side by what just befell them, in tiles."""
    if scene.reduce_motion or scene.gentle:
        return {}
    ages = (
        (record.who, age_of(frame, scene, record.tick)) for record, name in lately(frame).happened if name in THROWING
    )
    return {
        who: THROW * sin(age * THROW_SPEED) * (1 - age / FLINCH_SECONDS) for who, age in ages if age < FLINCH_SECONDS
    }


def jumps(frame: Frame, scene: Scene) -> Floats | None:
    """Give (N,) how high a hurt makes its victim and then those who look at him leave the ground, in tiles."""
    high: Floats | None = None
    if scene.reduce_motion:
        return high
    for record, name in lately(frame).happened[-AT_MOST:]:
        age = age_of(frame, scene, record.tick)
        if name == "hurt" and age < RING_SECONDS + START_SECONDS:
            high = np.zeros(len(frame.people)) if high is None else high
            _start(frame, record.who, age, high)
            if age < JUMP_SECONDS:
                high[record.who] += JUMP * sin(pi * age / JUMP_SECONDS)
    return high


def _start(frame: Frame, victim: int, age: float, high: Floats) -> None:
    """Lift those whom the ring of a hurt reaches just now while they look at its victim."""
    people = frame.people
    onlookers = np.flatnonzero(people.gaze == victim)
    far = np.hypot(people.x[onlookers] - people.x[victim], people.y[onlookers] - people.y[victim])
    share = np.clip((far - RING_LEAST) / RING_METRES, 0.0, 1.0)
    since = age - RING_SECONDS * (1 - np.sqrt(1 - share))
    starts = (since > 0) & (since < START_SECONDS)
    high[onlookers] += np.where(starts, START * np.sin(np.clip(since / START_SECONDS, 0, 1) * pi), 0.0)
