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


def test_what_contradicts_her_own_verdict_moves_her_the_less_the_surer_she_is() -> None:
    """The way to what she is told is longer for the surer; she goes less of it all the same."""

    def moved(credit: float) -> float:
        return heard(BLAMED | {(LISTENER, CULPRIT): {"credit": credit}}, seconds=1)[1] + credit

    assert moved(0.9) < moved(0.3)
    assert heard(BLAMED | {(LISTENER, CULPRIT): {"credit": 1.0}})[1] == -1.0


def test_she_remembers_who_said_it_even_if_she_does_not_believe_it() -> None:
    for ear in (FRIEND, {"affinity": -0.8}):
        ties = heard(BLAMED | {(LISTENER, TELLER): ear})[0].ties
        row = (ties.observer == LISTENER) & (ties.target == CULPRIT)
        assert ties.claim_by[row] == TELLER
        assert -0.8 < ties.claim[row] < 0


def test_who_stands_beside_them_overhears_it_the_better_the_more_they_listen() -> None:
    beside = {"affinity": 0.8, "nearness": 0.5}

    def overheard(**ear: float) -> float:
        some = world({"x": [5.0, 6.0, 15.0, 5.5]}, BLAMED | {(3, TELLER): beside | ear, (3, CULPRIT): {}})
        row = some.links.rows(np.array([TELLER]), np.array([LISTENER]))
        after = gossip(talking(some, row))
        return float(after.ties.blame[after.links.rows(np.array([3]), np.array([CULPRIT]))[0]])

    assert overheard(attention=0.5) > overheard() > 0
    assert overheard(nearness=0.4) == 0


def test_who_overhears_that_she_is_blamed_knows_by_whom_and_why() -> None:
    some = world({"x": [5.0, 6.0, 5.5]}, BLAMED | {(CULPRIT, TELLER): {"nearness": 0.6, "attention": 0.5}})
    row = some.links.rows(np.array([TELLER]), np.array([LISTENER]))
    for _ in range(20):
        some = recorded(gossip, talking(some, row))
    felt = some.links.rows(np.array([CULPRIT]), np.array([TELLER]))[0]
    assert some.ties.regard[felt] < -0.3
    record = some.causes[int(some.ties.why_regard[felt])]
    assert (record.kind, record.who, record.whom, record.detail) == ("found_out", CULPRIT, TELLER, TELLER)


def test_a_friend_tells_her_what_another_says_of_her() -> None:
    """Who likes her has heard it, and tells her: softened, and believed as far as she trusts the friend."""

    def regard(trust: float) -> float:
        ties = {
            (LISTENER, CULPRIT): FRIEND | {"claim": -0.6, "claim_by": TELLER},
            (CULPRIT, LISTENER): FRIEND | {"trust": trust},
            (CULPRIT, TELLER): {},
        }
        some = world({"x": [5.0, 6.0, 15.0]}, ties)
        row = some.links.rows(np.array([LISTENER]), np.array([CULPRIT]))
        for _ in range(20):
            some = gossip(talking(some, row))
        return float(some.ties.regard[some.links.rows(np.array([CULPRIT]), np.array([TELLER]))[0]])

    assert -0.6 < regard(1.0) < regard(0.4) < 0
    assert regard(0.0) == 0


def test_who_said_it_is_not_told_that_they_did() -> None:
    ties = {(LISTENER, TELLER): FRIEND | {"claim": -0.6, "claim_by": TELLER}}
    some = world({"x": [5.0, 6.0]}, ties)
    assert not len(gossip(talking(some, np.array([0]))).traces.hearsay.about)


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
