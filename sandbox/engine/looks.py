"""Looks: how strongly what one sees and hears of somebody says "a person".

Theory: T9, T16. A face, a voice and a name raise the flag, each the more, the less else there is to tell by; a mask, a
uniform, a label and knowing that it is only a thing lower it. What a being feels has no part in it. Switch: personhood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.vocabulary import BEINGS, CUES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.realm import AnyRealm, Realm

UPRIGHT: Final = {"person": 0.25, "doll": 0.1, "robot": 0.1, "chatbot": 0.0, "insect": 0.0}
"""How much of a person the bare shape of each being suggests (T16)."""
SHOWS: Final = {"face": 0.6, "voice": 0.4, "name": 0.4}
"""How much of what is missing to a person each of these cues adds (T9)."""
KNOWN: Final = {"person": 1.0, "doll": 0.75, "robot": 0.75, "chatbot": 0.75, "insect": 0.5}
"""What knowing that it is only a doll, a machine or an animal leaves of it (T16)."""
HIDES: Final = {"mask": 0.35, "uniform": 0.15, "label": 0.4}
"""How much of it each of these cues takes off (T9)."""


def personlike(cues: Floats, being: int) -> Floats:
    """Put together how strongly a look says "a person", 0 to 1; 1 for a person with face, voice and name.

    Args:
        cues: (…, C) 1 for each of CUES that is there.
        being: index into BEINGS.
    """
    missing = np.full_like(cues[..., 0], 1.0 - UPRIGHT[BEINGS[being]])
    least = 1.0 - UPRIGHT[BEINGS[0]]
    left = np.full_like(missing, KNOWN[BEINGS[being]])
    for name, weight in SHOWS.items():
        missing = missing * (1.0 - weight * cues[..., CUES.index(name)])
        least = least * (1.0 - weight)
    for name, weight in HIDES.items():
        left = left * (1.0 - weight * cues[..., CUES.index(name)])
    return left * (1.0 - missing) / (1.0 - least)


def seeming(world: Realm) -> Floats:
    """Return (N,) how strongly everybody's look says "a person", 0 to 1: fully in a world without the drive."""
    on, plain = world.on("personhood"), world.people.personlike
    return plain if on is True else np.where(on, plain, 1.0)


def flagged(world: AnyRealm) -> AnyRealm:
    """Hold the flag "this is a person" at 1 in a world without the drive: every look says so, and nothing undoes it."""
    on = world.on("personhood", world.ties.observer)
    return world if on is True else world.with_ties(personhood=np.where(on, world.ties.personhood, 1.0))
