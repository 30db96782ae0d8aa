"""Every mechanism of the theory is met in the campaign, and one prize is a joy and a sting that add up."""

from __future__ import annotations

from functools import cache

from sandbox.engine.mechanisms import IDS
from sandbox.engine.vocabulary import STREAMS
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run
from sandbox.scenario.library import campaign_files
from sandbox.scenario.load import load_level
from tests.session.play import level

COPIES = 3
"""Of a level side by side, each by its own draws."""


def test_every_mechanism_is_met_in_a_level_of_the_campaign() -> None:
    assert {name for file in campaign_files() for name in load_level(file).teaching.mechanisms} == set(IDS)


@cache
def prize(*off: str) -> Run:
    """Let copies of the level with the prize go their own way until three seconds after it."""
    return Run(Cell("prize", level("first-prize"), 9).staged("campaign", seed=1, scenes=COPIES), seed=1, off=off)


def after_the_prize(who: str, *off: str) -> tuple[float, ...]:
    """Return the emotion of one of those who see it, and their rewards by sympathy and by envy."""
    run = prize(*off)
    rows, people = run.rows(who), run.last().people
    reward = people.reward[rows].mean(axis=0)
    return float(people.emotion[rows].mean()), *(reward[STREAMS.index(name)] for name in ("sympathy", "envy"))


def test_one_prize_pleases_and_stings_those_who_love_and_rival_and_the_two_add_up() -> None:
    felt, sympathy, envy = after_the_prize("ann")
    assert felt < -0.1
    assert sympathy > 0
    assert envy < -sympathy
    assert after_the_prize("ann", "envy")[0] > 0.1
    assert after_the_prize("ann", "sympathy")[0] < felt - 0.03


def test_a_friend_of_another_field_is_glad_and_a_rival_who_is_no_friend_hardly_minds() -> None:
    assert after_the_prize("dee")[0] > 0.1
    assert after_the_prize("gus")[0] > after_the_prize("ann")[0] + 0.1
