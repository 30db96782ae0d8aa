"""Every mechanism of the theory is met in the campaign; what a level claims of those that are met in one alone."""

from __future__ import annotations

from functools import cache

from sandbox.engine.mechanisms import IDS
from sandbox.engine.vocabulary import STREAMS
from sandbox.lab.deeds import doing
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run
from sandbox.scenario.library import campaign_files
from sandbox.scenario.load import load_level
from tests.session.play import level

COPIES = 3
"""Of a level side by side, each by its own draws."""


@cache
def played(name: str, seconds: float, *off: str) -> Run:
    """Let copies of a level go their own way, up to its last moment, at which it can be asked again."""
    return Run(Cell(name, level(name), seconds).staged("campaign", seed=1, scenes=COPIES), seed=1, off=off)


def test_every_mechanism_is_met_in_a_level_of_the_campaign() -> None:
    assert {name for file in campaign_files() for name in load_level(file).teaching.mechanisms} == set(IDS)


def after_the_prize(who: str, *off: str) -> tuple[float, ...]:
    """Return what somebody feels three seconds after Bob's prize, and of that the rewards by sympathy and by envy."""
    run = played("first-prize", 9, *off)
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


def suspecting(*off: str) -> float:
    """Return in which share of two seconds Ann believes of Cy, who is fine, that he is not."""
    run = played("something-wrong", 26, *off)
    return float(sum(doing(world, run.rows("ann"), ("suspect",)).mean() for world in run.moments(24)) / 20)


def test_worry_finds_somebody_who_suffers_where_nobody_does() -> None:
    assert suspecting() > 0.8
    assert suspecting("suspect") < 0.1


def spent(*off: str) -> float:
    """Return how much of Cy's dose goes to the teddy beside whom Gus is ill."""
    run = played("teddy", 27, *off)
    people = run.last().people
    assert people.illness[run.rows("gus")].min() > 0.5
    return 1.0 - float(people.doses[run.rows("cy")].mean())


def test_pity_spends_on_whoever_is_near_what_another_needs() -> None:
    assert spent() > 0.7
    assert spent("sympathy") < 0.3
