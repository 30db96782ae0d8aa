"""The circuit: T1, T2, T5, T11, T27."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.engine.circuit import Strengths, View, circuit, minding
from sandbox.engine.params import Parameters
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

SYMPATHY, SCHADENFREUDE, APPROVAL, PROVOCATION = range(4)

share = st.floats(0, 1, width=16)
valence = st.floats(-1, 1, width=16)
strengths = st.builds(Strengths, share, share, share, share)
views = st.builds(View, share, share, share, valence, valence, valence, share, share)
plain = View(0.5, 1.0, 0.8, affinity=0.5, believed=-0.6, regard=-0.4, noticed=0.0, nearness=0.3)
full = Strengths(1.0, 1.0, 1.0, 1.0)


def feel(traits: Strengths, view: View) -> np.ndarray:
    return circuit(Strengths(*map(np.array, traits)), View(*map(np.array, view)))


def test_the_streams_of_a_sight_are_what_one_works_out_by_hand() -> None:
    view = View(
        0.5, personhood=0.8, importance=0.5, affinity=0.6, believed=-0.5, regard=0.25, noticed=0.25, nearness=0.5
    )
    # fire 0.5 · 0.8 · 0.5 = 0.2; alone 0.2 · 0.75 · -0.5 = -0.075; met 0.2 · 0.25 · 0.25 = 0.0125
    friend = feel(Strengths(0.9, 0.7, 0.4, 0.3), view)
    assert friend == pytest.approx([0.9 * 0.6 * -0.075, 0.0, 0.4 * 0.6 * 0.0125, 0.0])
    enemy = feel(Strengths(0.9, 0.7, 0.4, 0.3), view._replace(affinity=-0.6))
    assert enemy == pytest.approx([0.0, 0.7 * 0.6 * 0.075, 0.0, -0.3 * 0.6 * 0.0125])


@given(strengths, views)
def test_a_friends_joy_is_never_painful_and_an_enemys_never_pleasant(traits: Strengths, view: View) -> None:
    friend = feel(traits, view._replace(affinity=abs(view.affinity), believed=abs(view.believed)))
    enemy = feel(traits, view._replace(affinity=-abs(view.affinity), believed=abs(view.believed)))
    assert friend[SYMPATHY] >= 0
    assert enemy[SCHADENFREUDE] <= 0


@given(strengths, views)
def test_turning_friend_into_enemy_turns_the_sign_and_moves_to_the_other_row(traits: Strengths, view: View) -> None:
    alike = Strengths(traits.sympathy, traits.sympathy, traits.approval, traits.approval)
    here, there = feel(alike, view), feel(alike, view._replace(affinity=-view.affinity))
    assert there[[SCHADENFREUDE, SYMPATHY, PROVOCATION, APPROVAL]] == pytest.approx(-here)
    assert np.count_nonzero(here[[SYMPATHY, SCHADENFREUDE]]) <= 1


def test_noticing_me_moves_the_reward_from_sympathy_to_approval() -> None:
    alone, half, met = (feel(full, plain._replace(noticed=noticed)) for noticed in (0.0, 0.5, 1.0))
    assert alone == pytest.approx([0.4 * 0.5 * -0.6, 0, 0, 0])
    assert met == pytest.approx([0, 0, 0.4 * 0.5 * -0.4, 0])
    assert half == pytest.approx((alone + met) / 2)
    enemy = plain._replace(affinity=-0.5)
    assert feel(full, enemy)[SCHADENFREUDE] > 0
    assert feel(full, enemy._replace(noticed=1.0)) == pytest.approx([0, 0, 0, 0.4 * 0.5 * 0.4])


@given(strengths, views)
def test_no_reward_is_greater_than_one_and_none_fires_in_two_rows_of_friendship(traits: Strengths, view: View) -> None:
    streams = feel(traits, view)
    assert np.isfinite(streams).all()
    assert np.abs(streams).max() <= 1
    assert np.abs(streams.sum()) <= 1
    assert not (streams[[SYMPATHY, APPROVAL]].any() and streams[[SCHADENFREUDE, PROVOCATION]].any())


@given(strengths, views, st.sampled_from(["attention", "personhood", "importance", "affinity"]))
def test_without_any_one_of_its_gates_nothing_fires(traits: Strengths, view: View, gate: str) -> None:
    assert not feel(traits, view._replace(**{gate: 0.0})).any()


@given(strengths, views, st.sampled_from(CIRCUIT_STREAMS))
def test_a_stream_without_strength_is_silent_and_leaves_the_others_alone(
    traits: Strengths, view: View, stream: str
) -> None:
    row = CIRCUIT_STREAMS.index(stream)
    streams, without = feel(traits, view), feel(traits._replace(**{stream: 0.0}), view)
    assert without[row] == 0
    assert np.delete(without, row).tolist() == np.delete(streams, row).tolist()


@given(strengths, views, share)
def test_the_circuit_does_not_mind_how_near_somebody_is(traits: Strengths, view: View, nearness: float) -> None:
    assert feel(traits, view._replace(nearness=nearness)).tolist() == feel(traits, view).tolist()


@given(strengths, views, st.sampled_from(["attention", "personhood", "importance"]), share)
def test_more_attention_personhood_or_importance_never_makes_it_weaker(
    traits: Strengths, view: View, gate: str, more: float
) -> None:
    higher = view._replace(**{gate: max(more, getattr(view, gate))})
    assert (np.abs(feel(traits, higher)) >= np.abs(feel(traits, view))).all()


@given(strengths, views, share)
def test_the_worse_a_friend_seems_to_feel_the_worse_it_feels(traits: Strengths, view: View, worse: float) -> None:
    friend = view._replace(affinity=abs(view.affinity))
    sadder = friend._replace(believed=min(friend.believed, -worse))
    assert feel(traits, sadder)[SYMPATHY] <= feel(traits, friend)[SYMPATHY]


@given(strengths, views)
def test_friends_who_are_idols_count_for_more_than_either(traits: Strengths, view: View) -> None:
    idol = feel(traits, view._replace(affinity=1.0, importance=1.0))
    for lesser in ({"affinity": 0.5, "importance": 1.0}, {"affinity": 1.0, "importance": 0.5}):
        assert feel(traits, view._replace(**lesser)) == pytest.approx(idol / 2)


@given(valence)
def test_a_strong_feeling_keeps_a_mind_on_itself_and_calm_does_not(believed: float) -> None:
    mind = minding(np.array(believed), Parameters())
    assert 0 <= mind <= 1
    assert mind == minding(np.array(-believed), Parameters())
    assert (mind > 0.99) == (abs(believed) < 0.01 / Parameters().self_absorption)
