"""Gossip: blame and credit travel from mouth to ear, and change on the way. T32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.gossip import gossip
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from tests.engine.strategies import crowds, recorded, talking, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

TELLER, LISTENER, CULPRIT = range(3)
FRIEND = {"affinity": 0.8}
BLAMED = {(TELLER, LISTENER): {}, (TELLER, CULPRIT): {"blame": 0.8}, (LISTENER, TELLER): FRIEND}


def heard(
    ties: dict[tuple[int, int], dict[str, float]] | None = None,
    *,
    seconds: int = 3,
    off: tuple[str, ...] = (),
) -> tuple[World, float]:
    """Let the teller talk to the listener; gives the world, and blame less credit that the listener came to."""
    some = world({"x": [5.0, 6.0, 15.0], "group": NOBODY}, ties or BLAMED, off=off)
    for _ in range(seconds * 10):
        row = some.links.rows(np.array([TELLER]), np.array([LISTENER]))[0]
        some = recorded(gossip, talking(some, np.array([row])))
    row = some.links.rows(np.array([LISTENER]), np.array([CULPRIT]))[0]
    return some, 0.0 if row == NOBODY else float(some.ties.blame[row] - some.ties.credit[row])


def test_somebody_who_saw_nothing_blames_and_less_than_the_witness() -> None:
    some, blame = heard()
    assert 0 < blame < 0.8
    row = some.links.rows(np.array([LISTENER]), np.array([CULPRIT]))[0]
    assert some.ties.affinity[row] < 0


def test_credit_travels_too() -> None:
    ties = BLAMED | {(TELLER, CULPRIT): {"credit": 0.8}}
    assert -0.8 < heard(ties)[1] < 0


def test_nobody_is_told_about_herself() -> None:
    ties = {(TELLER, LISTENER): {"blame": 0.8}, (LISTENER, TELLER): FRIEND}
    some, _ = heard(ties)
    assert len(some.ties) == 2
    assert not some.ties.blame[some.ties.observer == LISTENER].any()


@pytest.mark.parametrize("ear", [{"affinity": 0.8, "trust": 0.0}, {"affinity": -0.8}, {"affinity": 0.0}])
def test_a_listener_who_neither_likes_nor_trusts_the_teller_takes_nothing(ear: dict[str, float]) -> None:
    assert heard(BLAMED | {(LISTENER, TELLER): ear})[1] == 0


def test_the_more_she_likes_and_trusts_the_teller_the_more_she_takes_over() -> None:
    whole = heard()[1]
    assert 0 < heard(BLAMED | {(LISTENER, TELLER): {"affinity": 0.4}})[1] < whole
    assert 0 < heard(BLAMED | {(LISTENER, TELLER): FRIEND | {"trust": 0.5}})[1] < whole


def test_the_tellers_own_feelings_colour_it() -> None:
    def of(affinity: float) -> float:
        return heard(BLAMED | {(TELLER, CULPRIT): {"blame": 0.5, "affinity": affinity}}, seconds=20)[1]

    assert of(-0.8) > of(0.0) > of(0.8)


def test_hearsay_does_not_soften_what_she_knows_better() -> None:
    knows = BLAMED | {(LISTENER, CULPRIT): {"blame": 0.9}}
    assert heard(knows)[1] == 0.9


def test_without_gossip_nothing_is_said() -> None:
    some, blame = heard(off=("gossip",))
    assert blame == 0
    assert len(some.ties) == len(BLAMED)


def test_the_same_is_not_news_for_long() -> None:
    told = heard()[0].ties.told
    assert 0 < told[0] < 1
    assert not told[1:].any()


def test_hearsay_leads_back_to_the_tellers_own_reason() -> None:
    some = world({"x": [5.0, 6.0, 15.0]}, BLAMED)
    causes, ids = some.causes.add(tick=0, kind="blamed", who=TELLER, whom=CULPRIT)
    why = some.ties.why_blame.copy()
    why[1] = ids[0]
    some = replaced(some.with_ties(why_blame=why), causes=causes)
    for _ in range(60):
        row = some.links.rows(np.array([TELLER]), np.array([LISTENER]))[0]
        some = recorded(gossip, talking(some, np.array([row])))
    told = [record for record in some.causes.since(0) if record.kind == "told"]
    assert told
    for record in told:
        assert (record.who, record.whom, record.detail) == (LISTENER, CULPRIT, TELLER)
        assert record.parents == (0,)
    row = some.links.rows(np.array([LISTENER]), np.array([CULPRIT]))[0]
    assert some.ties.why_blame[row] == told[-1].id


@given(crowds(least=2))
@settings(max_examples=25)
def test_whoever_talks_to_whomever_things_hear_nothing_and_verdicts_stay_within_bounds(some: World) -> None:
    ties = gossip(talking(some, np.arange(len(some.ties)))).ties
    assert (some.people.sentience[ties.observer] > 0).all()
    assert (ties.observer != ties.target).all()
    for values in (ties.blame, ties.credit, ties.told):
        assert ((values >= 0) & (values <= 1)).all()
