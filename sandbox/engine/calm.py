"""Calm: distress to which all the other onlookers stay calm is not taken for quite what it looks like.

Theory: T12 (social referencing: Latané and Darley's pluralistic ignorance; the essay does not have it). Reads faces,
effort and looks; tells how alarming each sight is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import positive, share
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.world import World


def alarming(world: World, perceived: Ints) -> Floats:
    """Give (K,) the part of the distress shown in the ties `perceived` that the observer takes for real, 0 to 1."""
    people, ties, params = world.people, world.ties, world.params
    real = np.ones(len(perceived))
    distress = positive(-people.shown)
    plain = (ties.seen[perceived] > 0) & (distress[ties.target[perceived]] > params.need_threshold)
    place = plain.nonzero()[0]
    looks = (people.gaze != NOBODY).nonzero()[0]
    if not len(place) or not len(looks):
        return real
    alarm = np.maximum(distress, people.effort)
    onlookers = np.bincount(people.gaze[looks], minlength=len(people))
    alarmed = np.bincount(people.gaze[looks], alarm[looks], minlength=len(people))
    observer, target = ties.observer[perceived[place]], ties.target[perceived[place]]
    herself = people.gaze[observer] == target
    others = onlookers[target] - herself
    theirs = alarmed[target] - herself * alarm[observer]
    calm = 1.0 - share(theirs / (np.maximum(others, 1) * distress[target]))
    real[place] = 1.0 - params.calm_weight * calm * others / (others + 1.0)
    return real
