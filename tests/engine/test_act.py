"""Act: what deeds do to bodies, faces and minds. T18-T21, T28, T29, T32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.act import act
from sandbox.engine.gossip import gossip
from sandbox.engine.options import INDEX
from tests.engine.strategies import recorded, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

DOER, OTHER = range(2)


def doing(
    option: str,
    *,
    distance: float = 1.0,
    ticks: int = 1,
    back: dict[str, float] | None = None,
    **people: object,
) -> World:
    """Somebody does something for a while to somebody who has them in view."""
    columns = {"x": [5.0, 5.0 + distance], "option": [INDEX[option], 0], "option_on": [OTHER, -1]} | people
    ties = {(DOER, OTHER): {"affinity": 0.5, "clarity": 0.8}, (OTHER, DOER): {"clarity": 0.8} | (back or {})}
    some = world(columns, ties)
    for _ in range(ticks):
        some = recorded(act, some)
    return some


def test_a_dose_ends_a_wound_first_and_then_an_illness_and_is_gone() -> None:
    hurt: dict[str, object] = {"wound": [0.0, 0.2], "illness": [0.0, 0.3], "doses": [3.0, 0.0]}
    soon, later = doing("dose", ticks=2, **hurt).people, doing("dose", ticks=200, **hurt).people
    assert soon.wound[OTHER] < 0.2
    assert soon.illness[OTHER] == 0.3
    assert (later.wound[OTHER], later.illness[OTHER]) == (0, 0)
    assert 0 == later.doses[DOER] < soon.doses[DOER] < 3
    far = doing("dose", distance=8.0, ticks=5, **hurt).people
    assert (far.wound[OTHER], far.doses[DOER]) == (0.2, 3)


def test_a_dose_given_to_one_is_missing_for_another_and_the_giver_shows_it() -> None:
    people = doing("dose", wound=[0.0, 0.5], doses=[1.0, 1.0]).people
    assert people.doses[DOER] < 1 == people.doses[OTHER]
    assert people.effort[DOER] > 0
    assert (people.involved[DOER], people.involvement[DOER]) == (OTHER, 1)


def test_happy_drops_bring_bliss_use_up_the_bag_and_go_against_a_wish() -> None:
    people = doing("slip", ticks=30, drops=[1.0, 0.0]).people
    assert people.treat[OTHER] == 1
    assert people.drops[DOER] < 1
    assert people.affront[DOER] > 0
    assert people.affront[OTHER] == people.treat[DOER] == 0
    assert not doing("slip", distance=8.0, drops=[1.0, 0.0]).people.affront.any()


def test_a_blow_wounds_from_afar_and_is_written_to_the_blow() -> None:
    some = doing("strike", distance=8.0, why_option=[7, -1])
    assert some.people.wound[OTHER] > 0 == some.people.wound[DOER]
    assert (some.people.harm[DOER], some.people.involved[DOER]) == (1, OTHER)
    assert some.people.why_body[OTHER] == 7


@pytest.mark.parametrize("threat", ["strike", "taunt"])
def test_the_struck_and_the_jeered_at_come_to_fear_whoever_does_it(threat: str) -> None:
    ties = doing(threat, ticks=10).ties
    assert ties.fear[1] > 0 == ties.fear[0]


def test_only_those_who_feel_can_put_on_a_face_and_it_falls_when_they_stop() -> None:
    feigned = doing("feign", ticks=10).people
    assert feigned.pretence[DOER] < 0 == feigned.pretence[OTHER]
    assert doing("hide", ticks=10, felt=[-0.8, 0.0]).people.pretence[DOER] > 0
    assert abs(doing("stay", ticks=20, pretence=[-0.6, 0.0]).people.pretence[DOER]) < 0.01
    painted = doing("stay", ticks=20, pretence=[0.0, -0.6], sentience=[1.0, 0.0])
    assert painted.people.pretence[OTHER] == -0.6


def test_begging_is_noticed_only_by_those_who_perceive_it() -> None:
    heard = doing("plead", why_option=[7, -1]).ties
    assert (heard.asked[1], heard.why_regard[1]) == (1, 7)
    assert heard.noticed[1] > 0
    assert (heard.asked[0], heard.noticed[0]) == (0, 0)
    unheard = doing("plead", back={"clarity": 0.0}).ties
    assert (unheard.asked[1], unheard.noticed[1]) == (0, 0)


def test_play_is_merry_for_both_within_reach_and_only_with_a_friend() -> None:
    people = doing("play", ticks=10).people
    assert people.playing[DOER] > 0
    assert people.treat[OTHER] > 0
    far = doing("play", distance=9.0, ticks=1).people
    assert (far.playing[DOER], far.treat[OTHER]) == (0, 0)


@pytest.mark.parametrize(("option", "taste", "sign"), [
    ("invite", 0.8, 1), ("invite", -0.8, -1), ("give_space", 0.8, -1), ("give_space", -0.8, 1),
])  # fmt: skip
def test_company_and_peace_please_by_the_true_taste_and_not_by_the_guessed_one(
    option: str, taste: float, sign: int
) -> None:
    people = doing(option, ticks=300, company=taste).people
    assert np.sign(people.treat[OTHER]) == sign
    assert abs(people.treat[OTHER]) < 1


def test_peace_is_given_by_going_away() -> None:
    assert doing("give_space").people.goal_x[DOER] < 5


def test_telling_is_heard_within_reach_only() -> None:
    columns = {"x": [5.0, 6.0, 15.0], "option": [INDEX["tell"], 0, 0], "option_on": [OTHER, -1, -1], "group": -1}
    ties = {(0, 1): {"clarity": 0.8}, (0, 2): {"blame": 0.8}, (1, 0): {"affinity": 0.8}}
    near = gossip(act(world(columns, ties)))
    far = gossip(act(world(columns | {"x": [5.0, 14.0, 15.0]}, ties)))
    assert near.ties.told[0] > 0
    row = near.links.rows(np.array([1]), np.array([2]))[0]
    assert near.ties.blame[row] > 0
    assert not far.ties.told.any()
    assert len(far.ties) == 3
