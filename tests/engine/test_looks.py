"""Looks: how strongly what one sees and hears of somebody says "a person". T9, T16."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from sandbox.engine.looks import personlike
from sandbox.engine.vocabulary import BEINGS, CUES

ALL = np.array(list(product([0.0, 1.0], repeat=len(CUES))))
"""Every set of cues."""


@pytest.mark.parametrize("being", BEINGS)
@pytest.mark.parametrize("cue", CUES)
def test_faces_voices_and_names_say_so_and_masks_uniforms_and_labels_hide_it(being: str, cue: str) -> None:
    with_it, without = ALL.copy(), ALL.copy()
    with_it[:, CUES.index(cue)], without[:, CUES.index(cue)] = 1, 0
    gap = personlike(with_it, BEINGS.index(being)) - personlike(without, BEINGS.index(being))
    sign = 1 if cue in {"face", "voice", "name"} else -1
    assert (gap * sign >= 0).all()
    assert gap.any()


@pytest.mark.parametrize("being", BEINGS)
def test_it_is_a_share_whatever_the_cues(being: str) -> None:
    flags = personlike(ALL, BEINGS.index(being))
    assert flags.shape == (len(ALL),)
    assert ((flags >= 0) & (flags <= 1)).all()


def test_with_the_same_cues_nothing_looks_more_of_a_person_than_a_person() -> None:
    person = personlike(ALL, BEINGS.index("person"))
    for being in BEINGS:
        assert (personlike(ALL, BEINGS.index(being)) <= person).all()
