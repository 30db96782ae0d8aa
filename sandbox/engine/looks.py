"""Looks: how strongly what one sees and hears of somebody says "a person".

Theory: T9, T16. A face, a voice and a name raise the flag; a mask, a uniform and a label lower it. What a being
feels has no part in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import share
from sandbox.engine.vocabulary import BEINGS, CUES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats

UPRIGHT: Final = {"person": 0.25, "doll": 0.1, "robot": 0.1, "chatbot": 0.0, "insect": -0.2}
"""How much of a person the bare shape of each being suggests (T16)."""
CUE_WEIGHT: Final = {"face": 0.35, "voice": 0.2, "name": 0.2, "mask": -0.35, "uniform": -0.15, "label": -0.25}
"""What each cue adds to it (T9)."""


def personlike(cues: Floats, being: int) -> Floats:
    """Add up how strongly a look says "a person", 0 to 1.

    Args:
        cues: (…, C) 1 for each of CUES that is there.
        being: index into BEINGS.
    """
    weights = np.array([CUE_WEIGHT[name] for name in CUES])
    return share(UPRIGHT[BEINGS[being]] + (cues * weights).sum(axis=-1))
