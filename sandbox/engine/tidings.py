"""Tidings: of whom a teller speaks to whom, and what there is to say.

Theory: T32. Whoever talks speaks of the third one about whom their verdict is strongest. To somebody of whom they have
heard another speak, they can also say what that one thinks of them: so verdicts reach those whom they are about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.arrays import NO_ONE

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import Realm


class Topics(NamedTuple):
    """What K tellers have to say to K listeners; every array is (K,)."""

    tie: Ints
    """rows of the tellers' ties to those of whom they would speak"""
    verdict: Floats
    """blame, or credit below 0, -1 to 1; 0 where there is nothing to say"""
    holder: Ints
    """whose verdict it is: the teller's own, but for those who say to a listener what is said of them"""


def topics(world: Realm, rows: Ints) -> Topics:
    """Find what each of (K,) tellers would say to their listener, by the rows of the ties from these to those."""
    ties, links, teller = world.ties, world.links, world.ties.observer[rows]
    if not len(rows) or not any(map(np.count_nonzero, (ties.blame, ties.credit, ties.claim))):
        return Topics(rows, np.zeros(len(rows)), teller)
    own, of_teller, begins = links.of_each(teller)
    verdict = ties.blame[own] - ties.credit[own]
    to_self, source = begins + rows - links.starts[teller], ties.claim_by[rows]
    passed_on = (source != NO_ONE) & (source != ties.target[rows])
    verdict[to_self] = -ties.claim[rows] * passed_on
    strength = np.abs(verdict)
    peaks = (strength == np.maximum.reduceat(strength, begins)[of_teller]).nonzero()[0][::-1]
    best = np.empty(len(rows), np.int64)
    best[of_teller[peaks]] = peaks
    return Topics(own[best], verdict[best], np.where(best == to_self, source, teller))


def worth_telling(verdict: Floats, params: Parameters) -> Floats:
    """Return how much there is to say of (K,) verdicts, 0 to 1: nothing of less than `tell_threshold`, either way."""
    strength, least = np.abs(verdict), params.tell_threshold
    worth: Floats = (strength >= least) * strength / np.maximum(strength + least, least)
    return worth
