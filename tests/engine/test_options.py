"""What every option must keep to, whichever it is."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.act import act
from sandbox.engine.effects import Effects
from sandbox.engine.imagine import TERMS, imagine, possible
from sandbox.engine.mind import FACTS, Doing, Mind
from sandbox.engine.options import INDEX, OPTIONS, STAY
from sandbox.engine.options.option import Imagined
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY
from sandbox.engine.ranges import outside
from sandbox.engine.vocabulary import DRIVES
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.options.option import Option
    from sandbox.engine.world import World

PARAMS = Parameters()
VALENCES = {"affinity", "believed", "regard", "affinity_anchor", "guess"}
SPANS = {"distance": (0.0, 60.0), "detour": (-1.0, 60.0), "doses": (0.0, 3.0), "drops": (0.0, 3.0)}
SIGNED = {"heart", "body"}
"""What an option can be imagined to bring below 0."""
FOLLOWING = {
    "view",
    "here",
    "away",
    "need",
    "needed",
    "carefree",
    "room",
    "free",
    "perceived",
    "at_ease",
    "no_enemy",
    "wretched",
    "turning",
    "onlooking",
    "walk",
    "hurry",
}
"""What of a mind follows from the rest of it."""

each_option = pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)


def at_one(columns: dict[str, np.ndarray]) -> Doing:
    """People at an option with this in mind; the rest follows from it."""
    count = len(columns["believed"])
    rows, spot = np.arange(count), (np.zeros(count), np.zeros(count))
    people = object.__new__(Doing)
    known = {"doer": rows, "target": rows, "tie": rows, "away": spot, "here": spot, "taste": np.zeros(count)}
    known["there"] = np.zeros(count, np.bool_)
    vars(people).update(columns, params=PARAMS, **known)
    return people


@st.composite
def minds(draw: st.DrawFn) -> dict[str, np.ndarray]:
    """From none to six people with anything in mind, read-only."""
    count = draw(st.integers(0, 6))
    chance = np.random.default_rng(draw(st.integers(0, 2**16)))

    def column(name: str) -> np.ndarray:
        special = chance.random(count)
        values = np.where(special < 0.2, 0.0, np.where(special > 0.8, 1.0, chance.random(count)))
        low, high = SPANS.get(name, (-1.0 if name in VALENCES else 0.0, 1.0))
        values = low + values * (high - low)
        values.setflags(write=False)
        return values

    return {name: column(name) for name in FACTS if name not in FOLLOWING}


@each_option
@given(columns=minds())
@settings(max_examples=25)
def test_each_option_imagines_a_finite_moment_and_writes_into_nothing(
    option: Option, columns: dict[str, np.ndarray]
) -> None:
    mind = at_one(columns)
    shape = mind.need.shape
    possible = option.possible(mind, PARAMS)
    assert (possible.shape, possible.dtype) == (shape, np.bool_)
    for name, part in option.imagine(mind, PARAMS).items():
        assert name in Imagined.__annotations__
        column = np.broadcast_to(part, shape)
        assert np.isfinite(column).all(), name
        low = -1 - PARAMS.enemy_push if name == "affinity" else -1 if name in VALENCES | SIGNED else 0
        assert (column >= low - 1e-12)[possible].all(), name
        assert (name == "delay") or (column <= 1 + 1e-12)[possible].all(), name


@given(some=crowds(off=True, walls=True))
@settings(max_examples=25)
def test_whatever_anybody_is_at_ends_in_numbers_within_their_bounds_and_writes_into_nothing(some: World) -> None:
    """Even what they could not have chosen: they may have begun it when it was still possible."""
    assert outside(act(some)) == []


@given(some=crowds(least=2, off=True))
@settings(max_examples=25)
def test_what_anybody_imagines_of_anything_is_a_number(some: World) -> None:
    focus = some.links.strongest(some.ties.attention)
    doer = np.flatnonzero(focus != NOBODY)
    mind = Mind(some, doer, focus[doer])
    assert possible(mind).shape == (len(OPTIONS), len(doer))
    terms = imagine(mind, np.arange(len(OPTIONS)))
    assert terms.shape == (len(TERMS), len(OPTIONS), len(doer))
    assert np.isfinite(terms).all()


@each_option
@given(columns=minds())
@settings(max_examples=15)
def test_each_mind_imagines_by_itself(option: Option, columns: dict[str, np.ndarray]) -> None:
    """What one imagines must not depend on who else is choosing."""
    mind, backwards = at_one(columns), at_one({name: column[::-1] for name, column in columns.items()})
    here, there = option.imagine(mind, PARAMS), option.imagine(backwards, PARAMS)
    assert here.keys() == there.keys()
    for one, other in zip(here.values(), there.values(), strict=True):
        assert np.broadcast_to(one, mind.need.shape)[::-1].tolist() == np.broadcast_to(other, mind.need.shape).tolist()


@each_option
def test_each_option_names_its_theory_and_each_evasion_its_switch(option: Option) -> None:
    assert all(re.fullmatch(r"T([1-9]|[12]\d|3[0-2])", name) for name in option.theory.split(", "))
    assert option.switch is None or option.switch in DRIVES
    assert (option.switch is not None) == option.inner
    module = importlib.import_module(f"sandbox.engine.options.{option.name}{'_' * (option.name == 'help')}")
    assert (module.__doc__ or "").count("Theory:") == 1
    assert module.OPTION is option


@each_option
@given(columns=minds())
@settings(max_examples=15)
def test_each_option_pushes_the_columns_that_it_says(option: Option, columns: dict[str, np.ndarray]) -> None:
    """What a false face shows counts too; what is done to bodies and places is no push."""
    people = at_one(columns)
    effects = Effects(*people.here, people.tie)
    if option.act is not None:
        option.act(people, effects, PARAMS)
    for column in ("averted", "personhood", "affinity", "importance", "believed"):
        assert option.pushes == column or not getattr(effects, column).any(), column
    assert (effects.pretence * option.false_face >= 0).all()
    assert option.false_face or not effects.pretence.any()


def test_staying_comes_first_and_changes_nothing() -> None:
    assert OPTIONS[0] is STAY
    assert len(INDEX) == len(OPTIONS)
    assert OPTIONS[0].act is None


def doing(option: str, distance: float = 1.0, **people: object) -> tuple[World, World]:
    """A moment before and after somebody does something to a suffering acquaintance."""
    columns = {
        "x": [5.0, 5.0 + distance],
        "wound": [0.0, 0.8],
        "felt": [0.0, -0.8],
        "shown": [0.0, -0.8],
        "option": [INDEX[option], 0],
        "option_on": [1, -1],
        "group": [0, 1],
        "personlike": 0.5,
    }
    ties = {(0, 1): {"believed": -0.8, "affinity": 0.4, "clarity": 0.4}, (1, 0): {"affinity": 0.4}}
    before = world(columns | people, ties)
    return before, act(before)


@pytest.mark.parametrize(
    ("option", "column", "sign"),
    [
        *(("look_away", "averted", 1), ("see_thing", "personhood", -1), ("see_enemy", "affinity", -1)),
        *(("belittle", "importance", -1), ("deny", "believed", 1), ("suspect", "believed", -1)),
    ],
)
def test_an_evasion_changes_one_gate_in_ones_own_head_and_nothing_outside(option: str, column: str, sign: int) -> None:
    before, after = doing(option)
    gates = ("averted", "personhood", "affinity", "importance", "believed")
    for name in gates:
        moved = np.sign(getattr(after.ties, name) - getattr(before.ties, name))
        assert moved.tolist() == [sign * (name == column), 0], name
    for name in ("wound", "treat", "involvement", "effort"):
        assert getattr(after.people, name).tolist() == getattr(before.people, name).tolist(), name


def test_help_mends_and_comfort_soothes_within_reach_only_and_both_show() -> None:
    _, near = doing("help", 1.0)
    _, far = doing("help", 6.0)
    assert near.people.wound[1] < 0.8 == far.people.wound[1]
    assert far.people.goal_x[0] > 5
    assert near.people.effort[0] > 0
    assert (near.people.involved[0], near.people.involvement[0]) == (1, 1)
    _, kind = doing("comfort", 1.0)
    assert kind.people.wound[1] == 0.8
    assert kind.people.treat[1] > 0
    for _ in range(200):
        kind = act(kind)
    assert kind.people.treat[1] == pytest.approx(kind.params.soothe_limit)


def test_a_taunt_stings_the_taunted() -> None:
    before, after = doing("taunt")
    assert after.ties.regard[1] < before.ties.regard[1]
    assert after.ties.noticed[1] == 1
    assert after.ties.regard[0] == before.ties.regard[0]


def test_leaving_goes_away_and_approaching_comes_closer() -> None:
    assert doing("leave")[1].people.goal_x[0] < 5 < doing("approach", 6.0)[1].people.goal_x[0] < 11
