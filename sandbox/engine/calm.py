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
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import Realm


def alarming(world: Realm, perceived: Ints) -> Floats:
    """Return (K,) the part of the distress shown in the ties `perceived` that the observer takes for real, 0 to 1.

    Only the onlookers whom the observer sees count: what happens behind a wall calms nobody.
    """
    people, ties = world.people, world.ties
    distress = positive(-people.shown)
    real = _own(world, perceived, distress)
    upset = distress > world.law().need_threshold
    if not np.count_nonzero(upset):
        return real
    plain = (ties.seen[perceived] > ZERO).nonzero()[0]
    seen = perceived[plain]
    sight = people.gaze[ties.target[seen]]
    shared = ((sight != NO_ONE) & upset[sight]).nonzero()[0]
    if not len(shared):
        return real
    seen = seen[shared]
    row, onlooker = world.links.rows(ties.observer[seen], sight[shared]), ties.target[seen]
    known = (row != NO_ONE).nonzero()[0]
    row, onlooker = row[known], onlooker[known]
    alarm = np.maximum(distress, people.effort)
    others = np.bincount(row, minlength=len(ties))
    theirs = np.bincount(row, alarm[onlooker], len(ties))
    place = plain[others[perceived[plain]].nonzero()[0]]
    rows = perceived[place]
    others, theirs = others[rows], theirs[rows]
    calm = ONE - share(theirs / (others * distress[ties.target[rows]]))
    real[place] *= ONE - world.tie_law(rows).calm_weight * calm * others / (others + 1.0)
    return real


def _own(world: Realm, perceived: Ints, distress: Floats) -> Floats:
    """Return (K,) the part of everybody's (N,) `distress` that is over no trouble of another whom the observer sees."""
    people, links = world.people, world.links
    own = ones(len(perceived))
    moved = (people.shown_for < ZERO) & (distress > ZERO)
    place = moved[world.ties.target[perceived]].nonzero()[0]
    if not len(place):
        return own
    row = perceived[place]
    observer, upset = world.ties.observer[row], world.ties.target[row]
    trouble = people.involved[upset]
    tie = links.rows(observer, trouble)
    seen = (trouble == observer) | ((tie != NO_ONE) & (world.ties.clarity[tie] > ZERO))
    own[place] = ONE - seen * share(-people.shown_for[upset] / distress[upset])
    return own
