"""Tests of the ranges of columns: every column has one, and what lies outside is named."""

from __future__ import annotations

import numpy as np

from sandbox.engine.ranges import RANGES, outside, unlisted
from sandbox.lab.ordinary import USUAL
from sandbox.scenario.schema import Traits
from sandbox.session.seen.quantities import PERSON, TIE, TRAITS
from tests.engine.strategies import world

PAIR = {(0, 1): {}, (1, 0): {}}


def test_every_column_has_a_range_and_every_range_a_column() -> None:
    some = world({"x": [5.0, 6.0]}, PAIR)
    assert unlisted(some) == []
    for table, ranges in RANGES.items():
        assert ranges.keys() <= vars(getattr(some, table)).keys()


def test_what_lies_outside_or_is_no_number_is_named() -> None:
    some = world({"x": [5.0, 6.0]}, PAIR)
    assert outside(some) == []
    wrong = some.with_people(mood=np.array([0.0, np.nan])).with_ties(affinity=np.array([0.0, 1.5]))
    assert outside(wrong) == ["people.mood = nan", "ties.affinity = 1.5"]


def test_every_trait_of_the_format_is_shown_to_players_and_drawn_for_ordinary_people() -> None:
    traits = set(Traits.__struct_fields__)
    assert traits - {quantity.name for quantity in TRAITS} == set()
    assert traits == set(USUAL)


def test_what_is_shown_to_players_has_the_same_range() -> None:
    for quantities, table in ((PERSON, "people"), (TRAITS, "people"), (TIE, "ties")):
        for quantity in quantities:
            assert RANGES[table][quantity.name][:2] == (quantity.low, quantity.high), quantity.name
