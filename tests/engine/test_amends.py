"""Amends: an apology that looks felt is forgiven, thanks please. T1, T6, T25, T28."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.amends import amends
from sandbox.engine.effects import Effects
from sandbox.engine.happenings.happening import Event
from sandbox.engine.options import INDEX
from sandbox.engine.tick import passed
from sandbox.engine.vocabulary import STREAMS
from tests.engine.strategies import befallen, crowds, recorded, world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.world import World

ANN, BOB = 0, 1
NEAR = {"affinity": 0.7, "importance": 0.7, "clarity": 0.9, "seen": 1.0, "nearness": 0.6, "attention": 0.5}
Tie = dict[str, float]


def pair(mine: Tie | None = None, theirs: Tie | None = None, *, off: tuple[str, ...] = (), **people: object) -> World:
    """Let Ann and Bob, who are friends, stand before each other; gives what Ann is to Bob last."""
    columns = {"x": [5.0, 6.0], "look_x": [1.0, -1.0], "look_y": 0.0, "approval": 0.9} | people
    return world(columns, {(ANN, BOB): NEAR | (mine or {}), (BOB, ANN): NEAR | (theirs or {})}, off=off)


def saying(some: World, sheet: str, *, seconds: float = 2.0) -> World:
    """Let Ann say it to Bob for some seconds."""
    for _ in range(round(seconds * 10)):
        deeds = Effects(some.people.x, some.people.y, np.array([0, 1]))
        getattr(deeds, sheet)[ANN] = 1.0
        some = recorded(amends, some.leaving(deeds=deeds))
    return some


def blame_after(theirs: Tie | None = None, off: tuple[str, ...] = (), **people: object) -> float:
    some = saying(pair(theirs={"blame": 0.6} | (theirs or {}), off=off, **people), "sorry")
    return float(some.ties.blame[1])


SORRY: Mapping[str, object] = {"shown": [-0.6, 0.0], "effort": [0.5, 0.0]}


def test_a_felt_apology_takes_off_more_blame_than_a_cool_one() -> None:
    assert blame_after(**SORRY) < blame_after(shown=[-0.1, 0.0], effort=[0.5, 0.0]) < 0.6
    assert blame_after(shown=[0.5, 0.0]) == 0.6, "a smile is no apology"


def test_a_face_that_is_not_trusted_says_less() -> None:
    assert blame_after(**SORRY) < blame_after({"trust": 0.2}, **SORRY)


@pytest.mark.parametrize("changes", [{"theirs": {"clarity": 0.0}}, {"off": ("amends",)}])
def test_who_does_not_hear_it_and_nobody_without_that_drive_forgives(changes: dict[str, object]) -> None:
    assert blame_after(**SORRY, **changes) == 0.6  # type: ignore[arg-type]


def test_who_forgives_likes_them_better_and_it_is_written_down_why() -> None:
    some = pair(theirs={"blame": 0.6, "affinity": 0.3, "proven": -0.4}, **SORRY)
    after = saying(some, "sorry", seconds=4)
    assert after.ties.affinity[1] > 0.3
    assert -0.4 < after.ties.proven[1] < 0
    assert "forgave" in [record.kind for record in after.causes.since(0)]
    assert after.ties.sorry[0] > 0.9


def test_thanks_tell_the_helper_what_the_other_thinks() -> None:
    some = pair({"credit": 0.6}, {"affinity": 0.3})
    after = saying(some, "thanks")
    assert after.ties.regard[1] > 0.5
    assert after.ties.affinity[1] > 0.3
    assert after.causes[int(after.ties.why_regard[1])].kind == "thanked"
    assert saying(pair(), "thanks").ties.affinity[1] == 0.7, "empty thanks warm nobody"
    assert saying(pair({"credit": 0.6}, off=("gratitude",)), "thanks").ties.regard[1] == 0


def played(some: World, seconds: float = 6.0) -> tuple[World, set[str], float]:
    """Play for some seconds; gives the end, what Ann did, and the most Approval that Bob had."""
    names, did, most = {index: name for name, index in INDEX.items()}, set(), 0.0
    for _ in range(round(seconds * 10)):
        some = passed(some)
        did.add(names[int(some.people.option[ANN])])
        most = max(most, float(some.people.reward[BOB, STREAMS.index("approval")]))
    return some, did, most


def test_who_sees_that_a_friend_blames_them_goes_and_says_sorry() -> None:
    """Nothing but Approval makes them: without it they do not."""
    blamed = {"theirs": {"blame": 0.7}, "playfulness": 0.0}
    after, did, _ = played(pair(**blamed))
    assert "apologise" in did
    assert after.ties.blame[1] < played(pair(**blamed, off=("amends",)))[0].ties.blame[1] - 0.05
    assert "apologise" not in played(pair(**blamed, off=("approval",)))[1]


def test_nobody_says_sorry_to_an_enemy_or_without_blame() -> None:
    enemy = {"theirs": {"blame": 0.7}, "mine": {"affinity": -0.5}, "playfulness": 0.0}
    assert "apologise" not in played(pair(**enemy))[1]
    assert "apologise" not in played(pair(playfulness=0.0))[1]


def test_who_was_helped_thanks_and_the_helper_enjoys_it() -> None:
    helped = {"mine": {"credit": 0.6, "attention": 0.6}, "playfulness": 0.0, "company": 0.0}
    _, did, pleased = played(pair(**helped))
    assert "thank" in did
    assert pleased > played(pair(**helped, off=("gratitude",)))[2]
    assert "thank" not in played(pair(playfulness=0.0))[1]


def test_an_apology_that_is_made_to_happen_is_heard_in_the_same_way() -> None:
    def forgiven(shown: float) -> float:
        some = befallen(pair(theirs={"blame": 0.6}, shown=[shown, 0.0]), Event("apologise", who=BOB, by=ANN))
        return 0.6 - float(some.ties.blame[1])

    assert forgiven(-0.6) > forgiven(-0.1) > 0
    assert forgiven(0.3) == 0


@given(crowds(least=2))
@settings(max_examples=25)
def test_whoever_says_what_to_whomever_everything_stays_within_bounds(some: World) -> None:
    tie = some.links.rows(np.arange(len(some.people)), np.roll(np.arange(len(some.people)), 1))
    deeds = Effects(some.people.x, some.people.y, tie)
    deeds.sorry[:], deeds.thanks[:] = tie >= 0, tie >= 0
    ties = amends(some.leaving(deeds=deeds)).ties
    for values in (ties.blame, ties.sorry, ties.thanked, ties.reproach, ties.noticed):
        assert ((values >= 0) & (values <= 1)).all()
    for values in (ties.affinity, ties.regard, ties.proven):
        assert (np.abs(values) <= 1).all()
