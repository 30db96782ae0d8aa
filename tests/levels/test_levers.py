"""Care as a lever and as a trap: false faces, brave faces, happy drops and the one who is near (T19-T21)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sandbox.scenario.schema import Bag, Body, Happening, Tie
from tests.levels.scenes import cell, played, seconds_at

if TYPE_CHECKING:
    from sandbox.lab.experiment import Cell
    from tests.levels.scenes import Watched

SLY = {"sympathy": 0.05, "approval": 0.0}


@cache
def false_face(*, trust: float = 1.0, selfish: bool = True, feigning: bool = True) -> Watched:
    """Let Bob, who is well, stand before caring Ann, and Cy look on from the side."""
    before_ann = cell(
        20,
        (
            ("bob", 4, 6, SLY if selfish else {}, {"facing": "ann"}),
            ("ann", 8, 6, {}, {"facing": "bob"}),
            ("cy", 5, 9, {"social_attention": 0.9}, {"facing": "bob"}),
        ),
        (
            Tie(source="bob", target="ann", affinity=0.5),
            Tie(source="ann", target="bob", affinity=0.6, importance=0.7, trust=trust),
            Tie(source="cy", target="bob", affinity=0.3),
        ),
    )
    return played(before_ann, settings=None if feigning else {"feign_push": 0.0})


def test_a_false_face_brings_help() -> None:
    assert seconds_at(false_face(), "ann", "help", "comfort", "dose").mean() > 3
    assert seconds_at(false_face(feigning=False), "ann", "help", "comfort").mean() < 0.5


def test_it_is_put_on_by_those_whom_neither_pity_nor_shame_holds_back() -> None:
    assert seconds_at(false_face(), "bob", "feign").mean() > 3
    assert seconds_at(false_face(selfish=False), "bob", "feign").mean() < 1


def test_whoever_is_not_meant_to_be_fooled_sees_through_it_and_trust_is_what_brings_help() -> None:
    seen, honest = false_face(), false_face(feigning=False)
    trust = [run.last().ties.trust[run.ties(run.last(), "cy", "bob")].mean() for run in (seen, honest)]
    assert trust[0] < 0.9 < trust[1]
    assert seconds_at(false_face(trust=0.2), "ann", "help", "comfort").mean() < 1


def test_pain_is_hidden_from_an_enemy_whose_glee_it_would_be() -> None:
    foes = cell(
        20,
        (
            ("bob", 4, 6, {}, {"facing": "ann", "body": Body(illness=0.7)}),
            ("ann", 8, 6, {}, {"facing": "bob"}),
        ),
        (Tie(source="bob", target="ann", mutual=True, affinity=-0.8, importance=0.9),),
    )
    assert seconds_at(played(foes), "bob", "hide").mean() > 0.5
    assert seconds_at(played(foes, "schadenfreude"), "bob", "hide").mean() < 0.25


DROPS = cell(
    25,
    (
        ("al", 4, 6, {}, {"facing": "bob", "bag": Bag(drops=2)}),
        ("bob", 8, 6, {}, {"facing": "al"}),
        ("cy", 6, 9, {}, {"facing": "bob"}),
    ),
    (
        Tie(source="al", target="bob", affinity=0.6, importance=0.7),
        Tie(source="al", target="cy", affinity=0.5),
        Tie(source="bob", target="cy", mutual=True, affinity=0.6, importance=0.7),
    ),
)
"""Al has happy drops and likes Bob, who never asked for any; Cy, who likes Bob too, sees everything."""


@cache
def overridden(*off: str) -> tuple[float, float]:
    """Return the share of scenes in which Al slips Bob drops, and what Cy and Bob then blame him for on average."""
    run = played(DROPS, *off)
    world = run.last()
    slipped = world.people.drops[run.rows("al")] < 2
    blame = np.mean([world.ties.blame[run.ties(world, who, "al")] for who in ("bob", "cy")], axis=0)
    return float(slipped.mean()), float(blame[slipped].mean()) if slipped.any() else 0.0


def test_who_overrides_is_blamed_by_those_who_judge() -> None:
    assert overridden("approval")[1] > 0.4
    assert overridden("approval", "judgement")[1] == 0


def test_unseen_and_without_the_voice_inside_people_override_more() -> None:
    alone = cell(
        25,
        (
            ("al", 4, 6, {}, {"facing": "bob", "bag": Bag(drops=2)}),
            ("bob", 8, 6, {}, {"facing": "al"}),
        ),
        (Tie(source="al", target="bob", affinity=0.6, importance=0.7),),
    )
    voiced, unvoiced = (played(alone, *off) for off in ((), ("imagined_audience",)))
    slipped = [(run.last().people.drops[run.rows("al")] < 2).mean() for run in (voiced, unvoiced)]
    assert slipped[0] < 0.15 < slipped[1]


LATER = ("eve", "dan", "flo")


def bag(sympathy: float, illness: float) -> Cell:
    """Give Carl one dose, a sufferer beside him, and three more a while later, further off, whom it would do for."""
    return cell(
        45,
        (
            ("carl", 3, 6, {"sympathy": sympathy, "approval": 0.0, "competence": 0.02}, {"bag": Bag(doses=1)}),
            ("ned", 6, 6, {}, {"facing": "carl", "body": Body(illness=illness)}),
            *((name, 13, 3 + 2.5 * place, {"competence": 0.02}, {}) for place, name in enumerate(LATER)),
        ),
        tuple(Tie(source="carl", target=name, affinity=0.4, importance=0.5) for name in ("ned", *LATER)),
        *(Happening(do="hurt", who=name, at=25.0, amount=0.3) for name in LATER),
    )


def left_wounded(sympathy: float, illness: float) -> float:
    """Return the wounds of those who come later, at the end."""
    run = played(bag(sympathy, illness))
    return float(np.mean([run.last().people.wound[run.rows(name)] for name in LATER]))


def test_what_the_near_one_got_is_missing_to_the_later_ones() -> None:
    assert left_wounded(0.9, 0.9) > left_wounded(0.9, 0.0) + 0.03
