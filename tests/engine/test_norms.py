"""Norms: what a watcher admires and despises is held for and against whoever is seen to do it. T28."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.norms import uphold
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.ranges import outside
from tests.engine.strategies import crowds, recorded, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

CHOICE = 7
SEEN = {"clarity": 0.9, "seen": 1.0, "attention": 0.5}


def watched(
    norm: float, *, off: tuple[str, ...] = (), does: str = "help", on: int = 2, seconds: int = 1, **tie: float
) -> World:
    """Some time in which somebody is seen to help, by somebody with a norm about helping."""
    norms = np.zeros((3, len(OPTIONS)))
    norms[0, INDEX["help"]] = norm
    doing = {"option": [0, INDEX[does], 0], "option_on": [-1, on, -1], "why_option": [-1, CHOICE, -1]}
    some = world({"x": [5.0, 7.0, 8.0], "norms": norms} | doing, {(0, 1): SEEN | tie}, off=off)
    for _ in range(10 * seconds):
        some = recorded(uphold, some)
    return some


def test_the_admired_is_credited_and_the_despised_blamed_and_hearts_warm_and_cool() -> None:
    admired, despised = watched(0.8).ties, watched(-0.8).ties
    assert admired.credit[0] > 0 == admired.blame[0]
    assert despised.blame[0] > 0 == despised.credit[0]
    assert admired.affinity[0] > 0 > despised.affinity[0]


@pytest.mark.parametrize(
    "other",
    [{"off": ("norms",)}, {"seen": 0.0}, {"does": "comfort"}, {"on": -1}, {"personhood": 0.0}],
)
def test_nobody_is_judged_for_what_is_unseen_or_no_norm_is_about(other: dict[str, object]) -> None:
    ties = watched(0.8, **other).ties
    assert (ties.credit[0], ties.blame[0], ties.affinity[0]) == (0, 0, 0)


def test_a_stronger_norm_and_a_closer_look_weigh_more() -> None:
    assert watched(0.8).ties.credit[0] > watched(0.4).ties.credit[0]
    assert watched(0.8).ties.credit[0] > watched(0.8, attention=0.0).ties.credit[0]


def test_each_step_is_written_down_with_the_deed_behind_it() -> None:
    for norm, kind in ((0.8, "admired"), (-0.8, "despised")):
        some = watched(norm, seconds=30)
        (record, *_) = some.causes.since(0)
        assert (record.kind, record.who, record.whom, OPTIONS[record.detail].name) == (kind, 0, 1, "help")
        assert record.parents == (CHOICE,)
        assert record.value >= some.params.blame_step
        why = some.ties.why_credit if kind == "admired" else some.ties.why_blame
        assert why[0] == some.causes.count - 1


def test_credit_makes_up_for_old_blame() -> None:
    assert watched(0.8, blame=0.5).ties.blame[0] < 0.5


@given(crowds(least=2))
@settings(max_examples=20)
def test_norms_change_only_blame_credit_and_affinity_and_stay_within_bounds(some: World) -> None:
    after = uphold(some)
    assert outside(after) == []
    assert after.people is some.people
    changed = {name for name, column in vars(after.ties).items() if column is not getattr(some.ties, name)}
    assert changed <= {"blame", "credit", "affinity"}
