"""Tidings: of whom a teller speaks to whom, and what there is to say.

Theory: T32. Whoever talks speaks of the third one about whom their verdict is strongest. To somebody of whom they have
heard another speak, they can also say what that one thinks of them: so verdicts reach those whom they are about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

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


def topics(world: Realm, teller: Ints, listener: Ints) -> Topics:
    """Find what each of (K,) tellers would say to each of (K,) listeners; every teller must have a tie."""
    ties, links = world.ties, world.links
    if not len(teller) or not any(np.count_nonzero(said) for said in (ties.blame, ties.credit, ties.claim)):
        return Topics(teller, np.zeros(len(teller)), teller)
    count = links.starts[teller + 1] - links.starts[teller]
    own, pair = links.of_people(teller), np.arange(len(teller)).repeat(count)
    verdict = ties.blame[own] - ties.credit[own]
    to_self = (ties.target[own] == listener[pair]).nonzero()[0]
    row = own[to_self]
    source = ties.claim_by[row]
    passed_on = (source != NOBODY) & (source != ties.target[row])
    verdict[to_self] = np.where(passed_on, -ties.claim[row], 0.0)
    strength = np.abs(verdict)
    most = np.maximum.reduceat(strength, count.cumsum() - count)
    peaks = (strength == most[pair]).nonzero()[0][::-1]
    best = np.zeros(len(teller), np.int64)
    best[pair[peaks]] = peaks
    holder = teller.copy()
    of_listener = pair[to_self]
    spoken_of = best[of_listener] == to_self
    holder[of_listener[spoken_of]] = source[spoken_of]
    return Topics(own[best], verdict[best], holder)


def worth_telling(verdict: Floats, params: Parameters) -> Floats:
    """Return how much there is to say of (K,) verdicts, 0 to 1: nothing of less than `tell_threshold`, either way."""
    strength, least = np.abs(verdict), params.tell_threshold
    worth: Floats = (strength >= least) * strength / np.maximum(strength + least, least)
    return worth
