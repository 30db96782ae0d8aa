"""The other drives: love, fear, envy, company, play and worry. T15, T17, T29, T31."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.circuit import Strengths, View, circuit
from sandbox.engine.drives import Bonds, bonds, company, play, social, strengths, worry
from sandbox.engine.params import Parameters
from sandbox.engine.realm import EVERYBODY
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, DRIVES, TIE_STREAMS
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

PARAMS = Parameters().with_settings({"explanation": 3.0})
NONE: frozenset[str] = frozenset()
LOVE, FEAR, ENVY = (TIE_STREAMS.index(name) for name in ("love", "fear", "envy"))

share = st.floats(0, 1, width=16)
valence = st.floats(-1, 1, width=16)
views = st.builds(View, share, share, share, valence, valence, valence, share, share)
bound = st.builds(Bonds, share, share, share)
plain = View(0.5, 1.0, 0.8, affinity=0.5, believed=-0.6, regard=-0.4, noticed=0.0, nearness=0.5)
full = Strengths(*np.ones((4, 1)))


def feel(view: View, bond: Bonds) -> np.ndarray:
    column = View(*(np.array([one]) for one in view))
    return social(full, Bonds(*(np.array([one]) for one in bond)), column, PARAMS)[:, 0]


@given(views, bound)
def test_love_never_pains_fear_and_envy_never_please_and_none_touches_the_circuit(view: View, bond: Bonds) -> None:
    streams = feel(view, bond)
    assert streams[LOVE] >= 0
    assert streams[FEAR] <= 0
    assert streams[ENVY] <= 0
    alone = circuit(full, View(*(np.array([one]) for one in view)))[:, 0]
    assert streams[: len(CIRCUIT_STREAMS)].tolist() == alone.tolist()


@given(views, bound, st.sampled_from(["attention", "nearness"]))
def test_without_a_bond_or_a_thought_there_is_nothing_and_fear_needs_nearness(
    view: View, bond: Bonds, gate: str
) -> None:
    assert not feel(view, Bonds(0.0, 0.0, 0.0))[LOVE:].any()
    gated = feel(view._replace(**{gate: 0.0}), bond)
    assert gated[FEAR] == 0
    assert gate == "nearness" or not gated[LOVE:].any()


def test_love_warms_more_side_by_side_and_fear_grows_with_nearness() -> None:
    near, far = (feel(plain._replace(nearness=nearness), Bonds(0.8, 0.8, 0.0)) for nearness in (0.9, 0.1))
    assert near[LOVE] > far[LOVE] > 0
    assert near[FEAR] < far[FEAR] < 0


def test_envy_is_about_friends_and_the_more_the_closer_the_friend() -> None:
    dear, friend, enemy = (feel(plain._replace(affinity=affinity), Bonds(0, 0, 0.5)) for affinity in (0.9, 0.3, -0.9))
    assert dear[ENVY] < friend[ENVY] < enemy[ENVY] == 0


@pytest.mark.parametrize(
    ("field", "standing", "envious"),
    [
        ([0, 0], [0.0, 0.8], True),
        ([0, 1], [0.0, 0.8], False),
        ([-1, -1], [0.0, 0.8], False),
        ([0, 0], [0.9, 0.8], False),
    ],
)
def test_a_lead_counts_only_ahead_of_one_and_in_ones_own_field(
    field: list[int], standing: list[float], *, envious: bool
) -> None:
    some = world({"x": [5.0, 7.0], "field": field, "standing": standing, "envy": 0.5}, {(0, 1): {}})
    assert bool(bonds(some, np.array([0])).lead[0] > 0) is envious


@given(crowds(least=2))
@settings(max_examples=20)
def test_each_bond_is_a_share_and_its_switch_silences_it_alone(some: World) -> None:
    everyone = np.arange(len(some.ties))
    on = bonds(replaced(some, off=NONE), everyone)
    for switch, name in (("love", "love"), ("fear", "fear"), ("envy", "lead")):
        off = bonds(replaced(some, off=frozenset({switch})), everyone)
        for column in Bonds._fields:
            values = getattr(off, column)
            assert ((values >= 0) & (values <= 1)).all()
            assert not values.any() if column == name else values.tolist() == getattr(on, column).tolist()


@pytest.mark.parametrize("switch", CIRCUIT_STREAMS)
def test_a_switched_off_stream_has_no_strength_and_the_others_keep_theirs(switch: str) -> None:
    on, off = (strengths(world({"x": [0.0, 1.0]}, off=off), np.arange(2))._asdict() for off in ((), (switch,)))
    assert not off.pop(switch).any()
    assert all(on[name].tolist() == values.tolist() for name, values in off.items())


def test_company_is_sweetest_to_the_lonely_and_bitter_to_loners_whose_hunger_does_not_matter() -> None:
    people = {"x": np.zeros(4), "company": [0.5, 0.5, -0.5, 0.0], "loneliness": [1.0, 0.2, 0.5, 0.5]}
    lonely, sated, loner, neither = company(world(people), EVERYBODY, 1.0)
    assert lonely > sated > neither == 0 > loner
    assert not company(world(people, off=("company",)), EVERYBODY, 1.0).any()
    assert not company(world(people), EVERYBODY, 0.0).any()


@given(share, share, share)
def test_play_is_fun_in_proportion_to_the_taste_for_it(taste: float, merriment: float, more: float) -> None:
    people = {"x": [0.0, 1.0], "playfulness": [taste, max(taste, more)]}
    fun, more_fun = play(world(people), EVERYBODY, np.array(merriment))
    assert 0 <= fun <= more_fun
    assert not play(world(people, off=("play",)), EVERYBODY, np.array(merriment)).any()


@given(share, share, share)
def test_worry_stings_unless_something_explains_it(unease: float, explained: float, more: float) -> None:
    people = {"x": [0.0, 1.0, 2.0], "unease": unease}
    reasons = np.array([explained, max(explained, more), 1.0])
    sting, less, nothing = worry(world(people, explanation=3.0), EVERYBODY, reasons)
    assert sting <= less <= 0 == nothing
    assert not worry(world(people, off=("anxiety",)), EVERYBODY, reasons).any()


def test_every_stream_of_a_tie_has_its_switch() -> None:
    assert set(TIE_STREAMS) <= set(DRIVES)
