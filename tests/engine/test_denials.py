"""Denials and claims: what was only heard can be doubted, and goes from mouth to ear by name. T32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings

from sandbox.engine.denials import FAINT, accused, contested, deny
from sandbox.engine.effects import Effects
from sandbox.engine.happenings.happening import Event
from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.tick import passed
from tests.engine.strategies import befallen, crowds, recorded, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ANN, BOB, CY, DEE = range(4)
NEAR = {"affinity": 0.7, "importance": 0.7, "clarity": 0.9, "seen": 1.0, "nearness": 0.6, "attention": 0.5}
HEARD = {"blame": 0.5, "hearsay": 0.4, "claim": -0.6, "claim_by": DEE, "affinity": -0.1}
Tie = dict[str, float]


def denied(trust: float = 1.0, knows: Tie | None = None, *, off: tuple[str, ...] = ()) -> World:
    """Let Ann, who likes Cy, deny for some seconds what Bob has told her of Cy, and in part believes."""
    ties = {
        (ANN, BOB): NEAR,
        (ANN, CY): {"affinity": 0.8, "claim": -0.5, "claim_by": BOB},
        (BOB, ANN): NEAR | {"trust": trust},
        (BOB, CY): HEARD | (knows or {}),
    }
    some = world({"x": [5.0, 6.0, 15.0, 16.0]}, ties, off=off)
    deeds = Effects(some.people.x, some.people.y, some.links.rows(np.arange(4), np.array([BOB, -1, -1, -1])))
    deeds.denies[ANN] = 1.0
    if "gossip" not in off:
        for _ in range(20):
            some = recorded(lambda moment: deny(moment, deeds), some)
    return some


def held(some: World, who: int = BOB, whom: int = CY) -> float:
    """Return what somebody holds against another, less what they hold in their favour."""
    row = some.links.rows(np.array([who]), np.array([whom]))[0]
    return 0.0 if row == NOBODY else float(some.ties.blame[row] - some.ties.credit[row])


def test_a_denial_by_somebody_trusted_lowers_belief_and_by_somebody_who_is_not_less() -> None:
    assert held(denied()) < held(denied(0.3)) < 0.5
    assert held(denied(0.0)) == 0.5


def test_what_she_saw_herself_stays() -> None:
    assert held(denied()) >= 0.1 - 1e-9
    assert held(denied(knows={"hearsay": 0.0})) == 0.5


def test_good_that_was_only_heard_can_be_denied_too() -> None:
    praised = {"blame": 0.0, "credit": 0.5, "hearsay": -0.4, "claim": 0.6}
    some = world({"x": [5.0, 6.0, 15.0]}, {(BOB, CY): praised, (BOB, ANN): NEAR})
    assert -0.5 < held(befallen(some, Event("contradict", who=BOB, by=ANN, about=CY))) < 0


def test_there_is_something_to_contradict_where_one_thinks_otherwise_or_is_blamed_without_cause() -> None:
    def much(mine: Tie, *, target: Tie | None = None, involvement: float = 0.0) -> tuple[float, float]:
        ties = {(ANN, BOB): NEAR | (target or {}), (ANN, CY): mine}
        some = world({"x": [5.0, 6.0, 15.0], "involvement": [involvement, 0.0, 0.0]}, ties)
        about, strength = contested(some, np.array([ANN]), np.array([BOB]))
        assert about[0] == CY or not strength[0]
        return float(strength[0]), float(accused(some, np.array([ANN]), np.array([0]))[0])

    told = {"claim": -0.5, "claim_by": BOB}
    assert much({"affinity": 0.8} | told) == (0.4, 0)
    assert much({"affinity": -0.8} | told)[0] == 0
    assert much({"affinity": 0.8} | told | {"claim_by": CY})[0] == 0
    assert much({}, target={"reproach": 0.3}) == (0, 0.3)
    assert much({}, target={"reproach": 0.3}, involvement=2 * FAINT)[1] == 0


def test_who_hears_a_friend_slandered_contradicts() -> None:
    """It comes of Approval, as telling does."""
    ties = {
        (ANN, BOB): NEAR,
        (BOB, ANN): NEAR,
        (ANN, CY): {"affinity": 0.8, "claim": -0.6, "claim_by": BOB},
        (BOB, CY): HEARD,
    }
    people = {"x": [5.0, 6.0, 19.0], "look_x": [1.0, -1.0, 1.0], "look_y": 0.0, "approval": 0.9, "playfulness": 0.0}

    def did(off: tuple[str, ...] = ()) -> tuple[bool, float]:
        some, did = world(people, ties, off=off), False
        for _ in range(60):
            some = passed(some)
            did |= bool(some.people.option[ANN] == INDEX["contradict"])
        doubts = [record for record in some.causes.since(0) if record.kind == "doubted"]
        assert did == bool(doubts)
        for doubt in doubts:
            assert (doubt.who, doubt.whom, doubt.detail) == (BOB, CY, ANN)
            assert some.causes[doubt.parents[0]].kind == "chose"
        return did, held(some)

    contradicts, blame = did()
    assert contradicts
    assert not did(("approval",))[0]
    assert not did(("gossip",))[0]
    assert blame < did(("gossip",))[1]


def test_a_denial_that_was_made_to_happen_is_its_own_reason() -> None:
    some = world({"x": [5.0, 6.0, 15.0, 16.0]}, {(ANN, BOB): NEAR, (BOB, ANN): NEAR, (BOB, CY): HEARD})
    after = befallen(some, Event("contradict", who=BOB, by=ANN, about=CY))
    row = after.links.rows(np.array([BOB]), np.array([CY]))[0]
    assert after.causes[int(after.ties.why_blame[row])].kind == "happened"


def test_a_rumour_is_believed_a_little_and_slander_by_who_says_it() -> None:
    some = world({"x": [5.0, 6.0, 15.0, 16.0]}, {(BOB, ANN): {"affinity": 0.8}, (BOB, DEE): {"affinity": -0.5}})
    rumour, friend, enemy = (
        befallen(some, Event(do, who=BOB, about=CY, amount=-0.6, by=by))
        for do, by in (("rumour", NOBODY), ("says", ANN), ("says", DEE))
    )
    assert 0.6 > held(friend) > held(rumour) > held(enemy) == 0
    for after, by in ((rumour, NOBODY), (friend, ANN), (enemy, DEE)):
        row = after.links.rows(np.array([BOB]), np.array([CY]))[0]
        assert (after.ties.claim[row], after.ties.claim_by[row]) == (-0.6, by)
    assert held(befallen(some, Event("rumour", who=BOB, about=CY, amount=0.6))) < 0


def test_a_rumour_without_a_root_wanders_and_gets_less_on_its_way() -> None:
    """Ann hears it and tells her friend Bob, who tells Cy, none of whom has ever met Dee."""
    friends = {(ANN, BOB): NEAR, (BOB, ANN): NEAR, (BOB, CY): NEAR, (CY, BOB): NEAR}
    people = {"x": [5.0, 7.0, 9.0, 19.0], "y": [5.0, 5.0, 5.0, 11.0], "approval": 0.9, "playfulness": 0.0}
    some = befallen(world(people, friends), Event("rumour", who=ANN, about=DEE, amount=-1.0))
    first, most = held(some, ANN, DEE), dict.fromkeys((BOB, CY), 0.0)
    for _ in range(300):
        some = passed(some)
        most = {who: max(most[who], held(some, who, DEE)) for who in most}
    assert first > most[BOB] > 0.05
    assert most[CY] > 0


@given(crowds(least=2))
@settings(max_examples=25)
def test_whoever_denies_whatever_everything_stays_within_bounds(some: World) -> None:
    tie = some.links.rows(np.arange(len(some.people)), np.roll(np.arange(len(some.people)), 1))
    deeds = Effects(some.people.x, some.people.y, tie)
    deeds.denies[:] = tie >= 0
    ties = deny(some, deeds).ties
    for values in (ties.blame, ties.credit, ties.told):
        assert ((values >= 0) & (values <= 1)).all()
    for values in (ties.affinity, ties.claim, ties.hearsay):
        assert (np.abs(values) <= 1).all()
