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
from sandbox.session.recent import newest
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
    from sandbox.engine.arrays import Floats, Ints
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
    """(K,) columns: who does something, which act, to whom, and the tick in which it began."""

    who: Ints
    act: Ints
    whom: Ints
    tick: Ints
    lasting: Ints
    """1 for an option, which lasts as long as it is taken; 0 for what is done at once"""


class Acting(NamedTuple):
    """(N,) columns of everybody."""

    codes: Ints
    """acts with their aims"""
    forms: Ints
    aside: Floats
    """tiles by which bodies are thrown to the right"""
    down: Floats
    side: Ints
    """-1 for who reaches to the left, 1 to the right, else 0"""


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
    acts = [(doer, *what) for doer, what in found.items() if people.present[doer]]
    return Doers(*np.array(acts, np.int64).reshape(-1, 5).T)


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
    who, act, whom, tick, lasting = doers_of(frame)
    landings = _landings(frame, viewpoint)
    if not len(who) and not landings:
        return None
    ages = np.maximum(0.0, (frame.tick - 1 - tick + viewpoint.alpha) / TICKS_PER_SECOND)
    calm = viewpoint.reduce_motion
    rests = RESTS[act] & (ages % REST_EVERY > REST_EVERY / 2) & (not calm)
    out = ((lasting > 0) & ~rests) | ((lasting == 0) & (ages < LASTS) & (calm | (ages >= REACHES)))
    count = len(frame.people)
    codes, side = np.zeros(count, np.int64), np.zeros(count, np.int64)
    x, y = spots
    angle = np.arctan2(y[whom] - y[who], x[whom] - x[who])
    across, along = np.cos(angle), np.sin(angle)
    aim = np.rint(angle / (2 * pi) * AIMS).astype(np.int64) % AIMS
    codes[who[out]] = codes_of(act[out], aim[out])
    side[who[out]] = np.rint(across[out]).astype(np.int64)
    forms, aside, down = np.full(count, USUAL), np.zeros(count), np.zeros(count)
    forms[who[out]] = HELD[act[out]]
    if not calm:
        beats = np.where(AGAIN[act] & (lasting > 0), ages % AGAIN_SECONDS, ages)
        due = (beats < SECONDS) & (HELD[act] == USUAL) & ((lasting == 0) | AGAIN[act])
        forms[who[due]] = forms_at(beats[due], gentle=viewpoint.gentle)
        for place in np.flatnonzero(LUNGES[act] > 0).tolist():
            far = LUNGES[act[place]] * lunge_at(float(beats[place])) * (0.5 if viewpoint.gentle else 1.0)
            aside[who[place]], down[who[place]] = far * across[place], far * along[place] * 0.6
    forms[[*landings]] = [*landings.values()]
    return Acting(codes, forms, aside, down, side)


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
