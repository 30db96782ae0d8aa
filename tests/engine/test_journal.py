"""Journal: it sees what steps do, and no step sees it. Property 2 of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.causes import Causes
from sandbox.engine.happenings.happening import Event
from sandbox.engine.journal import RULES, Rule
from sandbox.engine.people import NOBODY
from sandbox.engine.table import columns, replaced
from sandbox.engine.tick import STEPS, tick
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import RULES as PROPOSALS
from tests.engine.strategies import befallen, crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ANN, BOB, CY = range(3)
TRIO = {"x": [5.0, 7.0, 9.0], "sweet_tooth": 0.5}
CALM = {"x": [5.0, 7.0, 9.0], "wound": 0.0, "treat": 0.2}
ALIKE = {"looks": [[0, 0, 0, 0], [0, 1, 2, 3], [0, 1, 2, 3]], "group": NOBODY}
KNOWN = {(BOB, ANN): {"clarity": 0.8}, (BOB, CY): {"clarity": 0.8}}


def scrawled(some: World, chance: np.random.Generator) -> World:
    """Write anything at all into the columns of the journal."""
    for name in ("people", "ties"):
        table = getattr(some, name)
        kind: type = type(table)
        scrawl = {
            column: chance.integers(-1, 99, size=declared.shape(len(table))).astype(declared.type)
            for column, declared in columns(kind).items()
            if declared.owner == "why"
        }
        some = replaced(some, **{name: replaced(table, **scrawl)})
    return some


@given(crowds(least=2, off=True, walls=True), st.integers(1, 12), st.integers(0, 99))
@settings(max_examples=25)
def test_a_world_without_a_journal_goes_the_same_way_whatever_stands_in_one(some: World, ticks: int, seed: int) -> None:
    silent = scrawled(replaced(some, journal=False), np.random.default_rng(seed))
    happenings = [Event("propose", who=int(np.argmax(some.people.sentience)), rule=0), Event("hurt", who=1)]
    if not some.people.sentience.any():
        happenings = happenings[1:]
    for _ in range(ticks):
        some, silent, happenings = tick(some, happenings), tick(silent, happenings), []
        assert silent.digest() == some.digest()
    assert silent.causes.count == 0 < some.causes.count


def test_what_is_written_is_written_after_a_step_of_a_tick() -> None:
    assert RULES.keys() <= set(STEPS)
    for rule in (rule for rules in RULES.values() for rule in rules if isinstance(rule, Rule)):
        assert rule.why.startswith("why_"), rule.kind


def test_no_trace_is_left_when_a_tick_is_over() -> None:
    some = world(TRIO, {(ANN, BOB): {}})
    assert tick(some).traces is some.traces


def reason(some: World, observer: int, target: int, column: str) -> int:
    """The reason for a column of a tie."""
    row = some.links.rows(np.array([observer]), np.array([target]))[0]
    return int(getattr(some.ties, column)[row])


@pytest.mark.parametrize(
    ("event", "body", "tie"),
    [
        (Event("hurt", who=BOB), True, set()),
        (Event("hurt", who=BOB, by=ANN), True, {"why_affinity", "why_blame"}),
        (Event("gift", who=BOB, by=ANN), True, {"why_affinity", "why_regard"}),
        (Event("praise", who=BOB, by=ANN), False, {"why_affinity", "why_regard"}),
        (Event("news", who=BOB, about=ANN), False, {"why_believed"}),
        (Event("propose", who=ANN, rule=PROPOSALS.index("help_all")), False, {"why_regard"}),
        (Event("triumph", who=BOB), True, set()),
        (Event("order", who=BOB, by=ANN, about=CY), False, set()),
    ],
    ids=["bad luck", "blow", "gift", "praise", "news", "proposal", "triumph", "order"],
)
def test_a_happening_is_the_reason_for_what_it_changes_and_for_nothing_else(
    event: Event, tie: set[str], *, body: bool
) -> None:
    names = [name for name in columns(Ties) if name.startswith("why_")]
    for known in (KNOWN, {(BOB, CY): {}}):
        some = befallen(world(TRIO, known), event)
        assert some.people.why_body.tolist() == [NOBODY, 0 if body else NOBODY, NOBODY]
        met = some.links.rows(np.array([BOB]), np.array([ANN]))[0] != NOBODY
        reasons = {name: reason(some, BOB, ANN, name) for name in names if met}
        assert {name for name, cause in reasons.items() if cause == 0} == (tie if met else set())
        assert set(reasons.values()) <= {0, NOBODY}


def test_whoever_looks_like_the_one_who_struck_is_disliked_for_that_reason() -> None:
    ties = {(ANN, BOB): {}, (ANN, CY): {}}
    some = befallen(world(TRIO | ALIKE, ties), Event("hurt", who=ANN, by=BOB))
    assert reason(some, ANN, CY, "why_affinity") == reason(some, ANN, BOB, "why_affinity") == 0
    alike = befallen(world(TRIO | ALIKE, ties, off=["resemblance"]), Event("hurt", who=ANN, by=BOB))
    assert reason(alike, ANN, CY, "why_affinity") == NOBODY


def test_what_changes_nothing_is_no_reason() -> None:
    some = befallen(world(CALM), Event("heal", who=BOB))
    assert [record.kind for record in some.causes.since(0)] == ["happened"]
    assert (some.people.why_body == NOBODY).all()


def test_news_is_noted_as_it_was_told() -> None:
    some = befallen(world(TRIO, KNOWN), Event("news", who=BOB, about=CY, amount=-0.6))
    assert some.ties.noted.tolist() == [0.0, -0.6]


def test_without_a_journal_nothing_that_happens_is_written_down() -> None:
    some = replaced(world(TRIO, KNOWN), journal=False, causes=Causes.empty())
    assert befallen(some, Event("hurt", who=BOB)).causes is some.causes
