"""Calm: distress to which all the other onlookers stay calm is not taken for quite what it looks like.

Theory: T12 (social referencing: Latané and Darley's pluralistic ignorance; the essay does not have it). Reads faces,
effort and looks; tells how alarming each sight is. A face that is upset over somebody in view tells of that trouble,
and not of one of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE, ZERO, ones
from sandbox.engine.curves import positive, share

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.near import Pairs
    from sandbox.engine.realm import Realm


def alarming(world: Realm, perceived: Pairs) -> Floats:
    """Return (K,) the part of the distress shown by those who are `perceived` that is taken for real, 0 to 1.

    Only the onlookers whom the observer sees count: what happens behind a wall calms nobody.
    """
    people, ties = world.people, world.ties
    distress = positive(-people.shown)
    real = _own(world, perceived, distress)
    upset = distress > world.law().need_threshold
    if not np.count_nonzero(upset):
        return real
    watching = (people.gaze != NO_ONE) & upset[people.gaze]
    shared = watching[perceived.target].nonzero()[0]
    shared = shared[ties.seen[perceived.rows[shared]] > ZERO]
    if not len(shared):
        return real
    onlooker = perceived.target[shared]
    row = world.links.rows(perceived.observer[shared], people.gaze[onlooker])
    known = (row != NO_ONE).nonzero()[0]
    row, onlooker = row[known], onlooker[known]
    alarm = np.maximum(distress, people.effort)
    others = np.bincount(row, minlength=len(ties))
    theirs = np.bincount(row, alarm[onlooker], len(ties))
    place = others[perceived.rows].nonzero()[0]
    place = place[ties.seen[perceived.rows[place]] > ZERO]
    rows = perceived.rows[place]
    others, theirs = others[rows], theirs[rows]
    calm = ONE - share(theirs / (others * distress[ties.target[rows]]))
    real[place] *= ONE - world.tie_law(rows).calm_weight * calm * others / (others + 1.0)
    return real


def _own(world: Realm, perceived: Pairs, distress: Floats) -> Floats:
    """Return (K,) the part of everybody's (N,) `distress` that is over no trouble of another whom the observer sees."""
    people, links = world.people, world.links
    own = ones(len(perceived.rows))
    moved = (people.shown_for < ZERO) & (distress > ZERO)
    place = moved[perceived.target].nonzero()[0]
    if not len(place):
        return own
    observer, upset = perceived.observer[place], perceived.target[place]
    trouble = people.involved[upset]
    tie = links.rows(observer, trouble)
    seen = (trouble == observer) | ((tie != NO_ONE) & (world.ties.clarity[tie] > ZERO))
    own[place] = ONE - seen * share(-people.shown_for[upset] / distress[upset])
    return own
