"""What the picture needs of everybody for as long as a tick lasts: ways, lids, bearing, gazes, who is startled."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import OPTIONS, those
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import BEINGS, STREAMS
from sandbox.session.seen.recent import recent_events
from sandbox.session.seen.thresholds import PROUD
from sandbox.view.acting.glances import pupils
from sandbox.view.acting.reactions import AT_MOST, arrives
from sandbox.view.people.expression import DIRECTIONS, EYES
from sandbox.view.place.off_walls import off_walls

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Wall
    from sandbox.session.frame import Frame

AWAY: Final = 2 * pi / 3
"""An averted face is turned at least this far from whom it avoids."""
LEAP_METRES: Final = 2.0
"""A longer way within one tick is a jump and is not drawn in between."""
MOVING: Final = 0.15
"""Metres per second above which somebody walks."""
MERRY: Final = 0.1
"""Playing that makes people hop."""
LAUGHS: Final = 0.25
"""What somebody feels at least who laughs while playing."""
STINGS: Final = 0.02
"""Envy per second that shows in the eyes."""
GLEE: Final = 0.05
"""Schadenfreude per second that shows in the eyes."""
PERSON: Final = BEINGS.index("person")
_AVERTING: Final = those(lambda option: option.averts)
_TELLING: Final = those(lambda option: option.eyes)
_LIDS: Final = np.array([EYES.index(option.eyes) if option.eyes else 0 for option in OPTIONS])


class Between(NamedTuple):
    """Columns on their way from the moment before to this one."""

    start: Floats
    """(2, N)"""
    way: Floats
    """(2, N) how much is added until this moment"""

    def at(self, alpha: float) -> Floats:
        """Return (2, N) a part of the way from the moment before."""
        return self.start + self.way * alpha


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Those who look at somebody who has just been hurt."""

    who: Ints
    """(K,) the witness"""
    tick: Ints
    """(K,) the tick of the hurt"""
    delay: Floats
    """(K,) seconds after which the ring of the hurt reaches them"""


@dataclass(frozen=True, slots=True)
class PoseState:
    """Columns of everybody; directions count from 0 (right) clockwise, up to DIRECTIONS."""

    frame: Frame
    thing: Bools
    """(N,) who feels nothing"""
    spots: Between
    """x and y, in metres"""
    moods: Between
    """what bodies and what faces show, -1 to 1; a thing has no body language but what it shows"""
    walkers: Ints
    """(K,) who is on foot"""
    players: Ints
    """(K,) who plays"""
    eyes: Ints
    """(N,) what the lids do but for blinks and starts, an index into EYES"""
    gaze: Ints
    """(N,) the direction of the eyes"""
    sneaks: Ints
    """(K,) who averts the eyes by choice, and so may look back once"""
    peek: Ints
    """(N,) the direction of whoever is avoided"""
    idle: Bools
    """(N,) who stands and looks at nobody"""
    bearing: Ints
    """(N,) 1 for the proud, -1 for the ashamed and 0 for all others (T28)"""
    pupils: Ints
    """(N,) sizes of pupils, an index into PUPILS"""
    witnesses: Witnesses

    @classmethod
    def of(cls, frame: Frame) -> PoseState:
        """Work them out for a frame."""
        people = frame.people
        averted = frame.averted != NOBODY
        angle = np.arctan2(people.look_y, people.look_x)
        target = np.where(averted, frame.averted, 0)
        toward = np.arctan2(people.y[target] - people.y, people.x[target] - people.x)
        off = (angle - toward + pi) % (2 * pi) - pi
        turned = np.where(abs(off) < AWAY, toward + np.where(off < 0, -AWAY, AWAY) * 1.1, angle)
        walking, thing = people.speed > MOVING, people.looks[:, 0] != PERSON
        before = people if len(frame.before) != len(people) else frame.before
        return cls(
            frame=frame,
            thing=thing,
            spots=_spots(before, people, frame.level.map.walls),
            moods=_between(_moods(before, thing), _moods(people, thing)),
            walkers=np.flatnonzero(walking),
            players=np.flatnonzero(people.playing > MERRY),
            eyes=_eyes(people, averted),
            gaze=directions(np.where(averted, turned, angle)),
            sneaks=np.flatnonzero(averted & _AVERTING[people.option] & ~thing),
            peek=directions(toward),
            idle=(people.gaze == NOBODY) & ~averted & ~walking,
            bearing=(people.esteem > PROUD).astype(np.int64) - (people.esteem < -PROUD),
            pupils=np.where(thing, 0, pupils(people)),
            witnesses=_witnesses(frame),
        )


_latest: list[PoseState] = []


def pose_state_of(frame: Frame) -> PoseState:
    """Return the pose state of a frame; it is worked out when it changes, not for each picture."""
    if not _latest or _latest[0].frame is not frame:
        _latest[:] = [PoseState.of(frame)]
    return _latest[0]


def _spots(before: People, people: People, walls: tuple[Wall, ...]) -> Between:
    start, end = (off_walls(np.stack([some.x, some.y]), walls) for some in (before, people))
    return _between(np.where(abs(end - start) > LEAP_METRES, end, start), end)


def _moods(people: People, thing: Bools) -> Floats:
    return np.stack([np.where(thing, people.shown, people.felt), people.shown])


def _between(start: Floats, end: Floats) -> Between:
    return Between(start, end - start)


def directions(angle: Floats) -> Ints:
    """Round (N,) angles in radians to directions."""
    return np.rint(angle / (2 * pi) * DIRECTIONS).astype(np.int64) % DIRECTIONS


def _eyes(people: People, averted: Bools) -> Ints:
    """Return (N,) what everybody's lids do; what is said later overrides."""
    eyes = np.zeros(len(people), np.int64)
    eyes[(people.esteem > PROUD) & (people.gaze == NOBODY)] = EYES.index("proud")
    eyes[people.reward[:, STREAMS.index("schadenfreude")] > GLEE] = EYES.index("gloating")
    eyes[people.reward[:, STREAMS.index("envy")] < -STINGS] = EYES.index("envious")
    eyes[people.esteem < -PROUD] = EYES.index("ashamed")
    eyes[(people.playing > MERRY) & (people.felt > LAUGHS)] = EYES.index("laughing")
    told = _TELLING[people.option]
    eyes[told] = _LIDS[people.option[told]]
    eyes[averted] = EYES.index("half")
    return eyes


def _witnesses(frame: Frame) -> Witnesses:
    people = frame.people
    blows = [record for record, kind in recent_events(frame).happened[-AT_MOST:] if kind.blow]
    victims, ticks = np.array([(record.who, record.tick) for record in blows], np.int64).reshape(-1, 2).T
    which, who = (people.gaze == victims[:, None]).nonzero()
    victim, tick = victims[which], ticks[which]
    return Witnesses(who, tick, arrives(np.hypot(people.x[who] - people.x[victim], people.y[who] - people.y[victim])))
