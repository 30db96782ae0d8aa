"""Who does something to somebody just now, since when, and to which side: read off one frame, so that time may go back.

Theory: T13, T24. A deed that lasts is an option; what is done at once is a happening with a doer, or a verdict. What
the player's hand does has no doer, and only the sufferer acts.
"""

from __future__ import annotations

from itertools import takewhile
from math import pi
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import newest
from sandbox.view.acting.acts import (
    AGAIN,
    AIMS,
    BUSY,
    BY_RECORD,
    HELD,
    LUNGES,
    OF_HAPPENING,
    OF_OPTION,
    RESTS,
    codes_of,
)
from sandbox.view.acting.beats import HITS, REACHES, SECONDS, USUAL, forms_at, landing_at, lunge_at

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Record
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

LASTS: Final = 1.4
"""Seconds for which the arms are out of somebody who did something at once."""
AGAIN_SECONDS: Final = 1.8
"""Seconds after which somebody who goes on taunting begins again."""
REST_EVERY: Final = 4.0
"""Of so many seconds somebody who goes on beckoning or telling has the arms out for half."""
NEAR: Final = np.array([option.arms * Parameters().reach + 0.4 for option in OPTIONS])
"""(A,) metres within which an option is done; a little more than the engine wants, since both may walk on."""
STILL: Final = 0.15
"""Metres per second above which somebody is still on the way to do it."""


class Doers(NamedTuple):
    """(K,) columns: who does something, which act, to whom, and since which tick."""

    who: Ints
    act: Ints
    whom: Ints
    tick: Ints
    lasting: Bools
    """whether it is an option, which lasts as long as it is taken; else it is done at once"""
    rests: Bools
    """whose arms come down in between"""
    again: Bools
    """who begins again and again"""
    beats: Bools
    """whose body goes through the beats"""
    lunging: list[int]
    """places in these columns of those whose bodies are thrown at the others"""

    @classmethod
    def of(cls, found: list[tuple[int, int, int, int, int]]) -> Doers:
        """Take those who do something: who, the act, whom, the tick, and 1 for an option."""
        who, act, whom, tick, option = np.array(found, np.int64).reshape(-1, 5).T
        lasting, begins_again = option > 0, AGAIN[act]
        beats = (HELD[act] == USUAL) & (~lasting | begins_again)
        lunging = np.flatnonzero(LUNGES[act] > 0).tolist()
        return cls(who, act, whom, tick, lasting, RESTS[act] & lasting, begins_again & lasting, beats, lunging)


class Acting(NamedTuple):
    """What deeds do: (N,) columns of everybody, but for those few who are thrown at others."""

    codes: Ints
    """acts with their aims"""
    forms: Ints
    side: Ints
    """-1 for who reaches to the left, 1 to the right, else 0"""
    thrown: dict[int, tuple[float, float]]
    """tiles by which bodies are thrown to the right and down"""


_latest: list[tuple[Frame, Doers]] = []


def doers_of(frame: Frame) -> Doers:
    """Return who does something in a frame; worked out once for it."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _doers(frame))]
    return _latest[0][1]


def _doers(frame: Frame) -> Doers:
    people = frame.people
    found = {
        one: (int(OF_OPTION[people.option[one]]), int(people.option_on[one]), int(people.option_tick[one]), 1)
        for one in _at(frame)
    }
    since = frame.tick - 1 - LASTS * TICKS_PER_SECOND
    recent = takewhile(lambda record: record.tick >= since, reversed(frame.recent))
    for record in reversed([record for record in recent if record.kind in BY_RECORD]):
        if 0 <= record.whom != record.who and found.get(record.who, (0,))[0] not in BUSY:
            found[record.who] = BY_RECORD[record.kind], record.whom, record.tick, 0
    for record, _ in newest(frame, LASTS):
        done = int(OF_HAPPENING[record.detail])
        if done and 0 <= record.whom != record.who:
            found[record.whom] = done, record.who, record.tick, 0
    return Doers.of([(doer, *what) for doer, what in found.items() if people.present[doer]])


def _at(frame: Frame) -> list[int]:
    """List who is at an option that has an act, and where it is done."""
    people = frame.people
    rows = np.flatnonzero((OF_OPTION[people.option] > 0) & (people.option_on != NOBODY) & (people.speed <= STILL))
    on = people.option_on[rows]
    far = np.hypot(people.x[on] - people.x[rows], people.y[on] - people.y[rows])
    there: list[int] = rows[far <= NEAR[people.option[rows]]].tolist()
    return there


def acting(frame: Frame, viewpoint: Viewpoint, spots: tuple[Floats, Floats]) -> Acting | None:
    """Return what deeds do to everybody's arms and bodies in a picture, or None if nobody does anything.

    Arms go to where the others are drawn, whose (N,) `spots` are in pixels. With less motion everybody is at once as
    after the beats; gentle pictures have smaller ones.
    """
    doers, landings = doers_of(frame), _landings(frame, viewpoint)
    if not len(doers.who) and not landings:
        return None
    ages = np.maximum(0.0, (frame.tick - 1 - doers.tick + viewpoint.alpha) / TICKS_PER_SECOND)
    out = np.flatnonzero(_arms_out(doers, ages, calm=viewpoint.reduce_motion))
    who, act, whom, (x, y) = doers.who[out], doers.act[out], doers.whom[out], spots
    angle = np.arctan2(y[whom] - y[who], x[whom] - x[who])
    aim = np.rint(angle / (2 * pi) * AIMS).astype(np.int64) % AIMS
    count = len(frame.people)
    codes, side, forms = np.zeros(count, np.int64), np.zeros(count, np.int64), np.full(count, USUAL)
    codes[who] = codes_of(act, aim)
    side[who] = np.rint(np.cos(angle)).astype(np.int64)
    forms[who] = HELD[act]
    thrown: dict[int, tuple[float, float]] = {}
    if not viewpoint.reduce_motion:
        beats = np.where(doers.again, ages % AGAIN_SECONDS, ages)
        due = np.flatnonzero(doers.beats & (beats < SECONDS))
        forms[doers.who[due]] = forms_at(beats[due], gentle=viewpoint.gentle)
        thrown = _thrown(doers, beats, spots, 0.5 if viewpoint.gentle else 1.0)
    forms[[*landings]] = [*landings.values()]
    return Acting(codes, forms, side, thrown)


def _arms_out(doers: Doers, ages: Floats, *, calm: bool) -> Bools:
    """Return (K,) whose arms are out so many seconds after they began."""
    done = (ages < LASTS) & (calm | (ages >= REACHES))
    out: Bools = doers.lasting | done
    if not calm and np.count_nonzero(doers.rests):
        out &= ~(doers.rests & (ages % REST_EVERY > REST_EVERY / 2))
    return out


def _thrown(doers: Doers, beats: Floats, spots: tuple[Floats, Floats], part: float) -> dict[int, tuple[float, float]]:
    """Return how many tiles those are thrown to the right and down who lunge at others, of whom a `part` is shown."""
    x, y = spots
    found: dict[int, tuple[float, float]] = {}
    for place in doers.lunging:
        who, whom = doers.who[place], doers.whom[place]
        angle = np.arctan2(y[whom] - y[who], x[whom] - x[who])
        far = LUNGES[doers.act[place]] * lunge_at(float(beats[place])) * part
        found[int(who)] = float(far * np.cos(angle)), float(far * np.sin(angle) * 0.6)
    return found


def reached(frame: Frame, viewpoint: Viewpoint, record: Record) -> float:
    """Return how many seconds ago a happening reached whom it befalls; below 0 while its doer still reaches out."""
    age = frame.age_of(record.tick, viewpoint.alpha)
    done = OF_HAPPENING[record.detail] > 0 and 0 <= record.whom != record.who
    return age - HITS if done and not viewpoint.reduce_motion else age


def _landings(frame: Frame, viewpoint: Viewpoint) -> dict[int, int]:
    """Return the forms of those whom a blow has just made jump."""
    if viewpoint.reduce_motion:
        return {}
    ages = {record.who: reached(frame, viewpoint, record) for record, kind in newest(frame, 1.0) if kind.blow}
    forms = {who: landing_at(age, gentle=viewpoint.gentle) for who, age in ages.items()}
    return {who: form for who, form in forms.items() if form != USUAL}
