"""Dwelling, and going up to a wall, as they are imagined. T8, T10, T15."""

from __future__ import annotations

import numpy as np

from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import STREAMS
from tests.engine.imagining import ME, SAD, can, scene, terms, worth
from tests.engine.strategies import ground


def test_dwelling_is_imagined_at_the_cost_of_what_others_bring() -> None:
    dear = {"believed": 0.5}
    alone = worth(scene(dear), "dwell")
    glad = np.zeros((3, len(STREAMS)))
    glad[ME, STREAMS.index("sympathy")] = 0.2
    assert worth(scene(dear, reward=glad), "dwell") < alone
    assert worth(scene(dear, reward=-glad), "dwell") > alone


def test_nobody_dwells_where_nothing_moves_them_or_the_look_is_kept_off() -> None:
    assert can(scene(SAD), "dwell")
    assert can(scene({"love": 0.5}), "dwell")
    assert not can(scene(), "dwell")
    assert not can(scene(SAD | {"averted": 0.8}), "dwell")
    assert not can(scene(SAD, off=("dwell",)), "dwell")


def test_plain_joy_at_a_pain_is_imagined_as_seen_and_condemned() -> None:
    gloating = terms(scene(SAD | {"affinity": -0.8}, spite=[0.9, 0.0, 0.0]))
    assert gloating["dwell"]["pride"] < gloating["stay"]["pride"] < 0
    assert gloating["dwell"]["schadenfreude"] > gloating["stay"]["schadenfreude"]


def test_going_up_to_a_wall_is_imagined_to_bring_nobody_nearer() -> None:
    def near(*walls: tuple[float, float, float, float]) -> dict[str, float]:
        return terms(replaced(scene({"love": 0.8}), ground=ground(walls)))["approach"]

    assert near((6.5, 0.0, 6.5, 10.0))["love"] < near()["love"]
