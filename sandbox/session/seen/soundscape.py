"""What should be heard of a moment: how alive its place sounds, and who looks at those who suffer.

A pure function of the frame: the same at every speed, and whether anybody listens or not. How it is made audible is no
business of this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.scenario.stages import INDOORS
from sandbox.session.seen.meters import as_things, feeling, pains, watchers
from sandbox.session.seen.thresholds import SUFFERS
from sandbox.session.seen.tie_sums import rows_of, thing_shares

if TYPE_CHECKING:
    from sandbox.scenario.schema import Map
    from sandbox.session.frame import Frame

SILENCES: Final = (0.1, 0.25)
"""How badly the worst-off feels whom nobody attends to when the life of a place begins to fall silent, and when all of
it has. Source: design."""
DULLS: Final = (0.25, 0.5)
"""The same of everything bright. Source: design."""
RAINY: Final = "bus-stop"
"""The stage that sounds of rain."""
NO_VOICE: Final = 0.8
"""Share of those who have somebody in mind, and see a thing, from which on that one has no voice (T9)."""
HELPS: Final = those(lambda option: option.answers_need and not option.inner)


class Soundscape(NamedTuple):
    """What should be heard of one moment."""

    place: str
    """the stage whose life and air are heard; empty where there is none"""
    life: float
    """how much of its life is heard, 0 to 1"""
    air: float
    """how much of what is bright is heard, 0 to 1"""
    suffering: bool
    """whether anybody suffers"""
    looking: tuple[int, ...]
    """rows of those who look at somebody who suffers, and have a voice"""
    averted: frozenset[int]
    """rows of those who keep their eyes off somebody"""
    helping: tuple[int, ...]
    """rows of those who help or comfort somebody"""
    mood: float
    """how the people of the level feel on average, -1 to 1"""
    voiceless: frozenset[int]
    """rows of those who are a thing to almost everybody"""


NOTHING: Final = Soundscape(
    place="",
    life=0.0,
    air=0.0,
    suffering=False,
    looking=(),
    averted=frozenset(),
    helping=(),
    mood=0.0,
    voiceless=frozenset(),
)
"""What is heard where there is no moment yet."""


def soundscape(frame: Frame) -> Soundscape:
    """Tell what should be heard of a moment."""
    people, count = frame.people, len(frame.people)
    feels, pain = feeling(people), pains(people)
    unseen = float(pain[watchers(frame.ties, count) == 0].max(initial=0.0))
    suffers = feels & (people.felt < SUFFERS)
    mute = thing_shares(frame) >= NO_VOICE
    looks = feels & ~mute & (people.gaze != NOBODY) & suffers[people.gaze]
    helps = feels & HELPS[people.option] & (people.option_on != NOBODY)
    return Soundscape(
        place=place_of(frame.level.map),
        life=1 - _risen(unseen, SILENCES),
        air=1 - _risen(unseen, DULLS),
        suffering=bool(suffers.any()),
        looking=tuple(np.flatnonzero(looks).tolist()),
        averted=frozenset(np.flatnonzero(feels & (frame.averted != NOBODY)).tolist()),
        helping=tuple(np.flatnonzero(helps).tolist()),
        mood=float(people.felt[feels].mean()) if feels.any() else 0.0,
        voiceless=frozenset(np.flatnonzero(mute & (people.sentience > 0)).tolist()),
    )


def voiceless_to(frame: Frame, observer: int) -> frozenset[int]:
    """Return the rows of those whom an observer has in mind as a thing, and so hears no voice of (T9)."""
    own = rows_of(frame.ties, observer)
    things = as_things(frame.people, frame.ties)[own]
    return frozenset(frame.ties.target[own][things].tolist())


def place_of(ground: Map) -> str:
    """Return the stage that a map sounds like: its own, but rain under the open sky is heard as at a bus stop."""
    return RAINY if ground.light == "rain" and ground.stage not in INDOORS else ground.stage


def _risen(value: float, span: tuple[float, float]) -> float:
    """Return how far a value has gone through a span, 0 to 1."""
    return min(1.0, max(0.0, (value - span[0]) / (span[1] - span[0])))
