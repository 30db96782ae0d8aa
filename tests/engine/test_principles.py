"""Principles: a rule is endorsed because the thought of it feels good. T7, T28."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.principles import ADMIRED, DESPISED, imagined, vote
from sandbox.engine.vocabulary import RULES
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

HELP_ALL, FEND_ALONE, PUNISH = (RULES.index(name) for name in ("help_all", "fend_alone", "punish_enemies"))
ME, OTHER, PROPOSER = range(3)


def stance(
    rule: int, *, off: tuple[str, ...] = (), others: dict[tuple[int, int], dict[str, float]] | None = None, **me: object
) -> float:
    """How I take a rule, where somebody I know feels bad."""
    ties = others or {(ME, OTHER): {"affinity": 0.9, "believed": -0.8}}
    people = {"x": [5.0, 7.0, 9.0], "approval": 0.0, "group": NOBODY} | me
    return float(vote(world(people, ties, off=off), PROPOSER, rule).people.stance[ME])


ENEMY = {(ME, OTHER): {"affinity": -0.9, "believed": -0.8}}


def test_who_feels_for_a_sufferer_endorses_that_nobody_is_left_to_suffer() -> None:
    assert stance(HELP_ALL, sympathy=0.9) > 0
    assert stance(HELP_ALL, sympathy=0.9) > stance(HELP_ALL, sympathy=0.3) > stance(HELP_ALL, sympathy=0.0)
    assert stance(HELP_ALL, sympathy=0.9, off=("sympathy",)) == stance(HELP_ALL, sympathy=0.0) <= 0


def test_whose_enemies_suffer_refuses_it_and_would_have_them_punished() -> None:
    assert stance(HELP_ALL, others=ENEMY, spite=0.9) < 0 < stance(PUNISH, others=ENEMY, spite=0.9)
    assert stance(PUNISH, others=ENEMY, spite=0.0) == 0
    assert stance(PUNISH, sympathy=0.9) == 0, "nobody here is an enemy"


def test_who_is_in_pain_would_rather_be_helped_than_left_alone() -> None:
    alone: dict[tuple[int, int], dict[str, float]] = {(ME, OTHER): {}}
    for rule, sign in ((HELP_ALL, 1), (FEND_ALONE, -1)):
        hurt, well = (stance(rule, others=alone, felt=[felt, 0.0, 0.0]) for felt in (-0.9, 0.0))
        assert np.sign(hurt - well) == sign


def test_what_a_friend_proposes_is_endorsed_for_the_friends_sake() -> None:
    friend = {(ME, PROPOSER): {"affinity": 0.9}}
    assert stance(FEND_ALONE, others=friend, approval=0.9) > stance(FEND_ALONE, others=friend, approval=0.0)
    assert stance(FEND_ALONE, others=friend, approval=0.9, off=("approval",)) == stance(FEND_ALONE, others=friend)


@pytest.mark.parametrize("rule", RULES)
def test_the_endorsed_comes_to_be_admired_and_what_is_against_it_despised(rule: str) -> None:
    gain = {"help_all": {"sympathy": 0.9}, "fend_alone": {"sympathy": 0.0}, "punish_enemies": {"spite": 0.9}}[rule]
    ties = {(ME, OTHER): {"affinity": -0.9 if rule == "punish_enemies" else 0.9, "believed": -0.8}}
    some = world({"x": [5.0, 7.0, 9.0], "approval": 0.0} | gain, ties)
    after = vote(some, PROPOSER, RULES.index(rule)).people
    assert after.stance[ME] > 0
    assert after.rule.tolist() == [RULES.index(rule)] * 3
    expected = np.zeros(len(INDEX))
    expected[[INDEX[name] for name in ADMIRED[rule]]] = 1
    expected[[INDEX[name] for name in DESPISED[rule]]] = -1
    assert np.sign(after.norms[ME]).tolist() == expected.tolist()


def test_who_refuses_a_rule_does_not_live_by_it_and_things_have_no_stance() -> None:
    people = {"x": [5.0, 7.0, 9.0], "approval": 0.0, "spite": 0.9, "sentience": [1.0, 1.0, 0.0]}
    after = vote(world(people, ENEMY), OTHER, HELP_ALL).people
    assert after.stance[ME] < 0 == after.stance[2]
    assert not after.norms[ME].any()


def test_without_principles_nobody_votes() -> None:
    some = world({"x": [5.0, 7.0]}, {(0, 1): {"affinity": 0.9, "believed": -0.8}}, off=["principles"])
    assert vote(some, 1, HELP_ALL) is some


@given(crowds(least=2))
@settings(max_examples=20)
def test_every_vote_is_a_valence_and_so_is_every_norm_that_comes_of_it(some: World) -> None:
    for rule in range(len(RULES)):
        assert np.isfinite(imagined(some, 0, rule)).all()
        after = vote(some, 0, rule).people
        assert (np.abs(after.stance) < 1).all()
        assert (np.abs(after.norms) <= 1).all()
