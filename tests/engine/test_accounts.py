"""Accounts: a verdict says what it rests on, by the parts that were added up for it. T25, property 2 of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.accounts import account
from sandbox.engine.happenings.happening import Event
from sandbox.engine.journal import kept
from sandbox.engine.judge import judge
from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import ACCOUNTS, FAULTS, MERITS
from tests.engine.strategies import befallen, world

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World

WATCHER, SUFFERER, DOER = range(3)
SEEN = {"clarity": 0.8, "seen": 1.0, "attention": 0.5}


def met(**doer: float) -> World:
    """A watcher who cares about a sufferer, and sees a third one who has to do with it."""
    people = {name: [0.0, 0.0, value] for name, value in ({"involvement": 1.0, "contact": 1.0} | doer).items()}
    for name in ("avoiding", "option_on"):
        people[name] = [NOBODY, NOBODY, int(doer.get(name, NOBODY))]
    people |= {"x": [5.0, 8.0, 8.0], "y": [5.0, 4.0, 6.0], "felt": [0.0, -0.8, 0.0]}
    people |= {"involved": [NOBODY, NOBODY, SUFFERER], "option": [0, 0, int(doer.get("option", 0))]}
    ties = {
        (WATCHER, SUFFERER): SEEN | {"affinity": 0.8, "importance": 0.8, "believed": -0.8},
        (WATCHER, DOER): SEEN | {"affinity": 0.3},
        (DOER, SUFFERER): SEEN | {"believed": -0.8},
    }
    return world(people, ties, parting_time=60.0)


def held(some: World, *, ill: bool) -> str:
    """What counts most of how the third one met it."""
    found = account(some, np.array([DOER]), np.array([0.8]), some.params, ill=ill)
    return ACCOUNTS[int(found.account[0])]


@pytest.mark.parametrize(
    ("fault", "doer"),
    [
        ("harmed", {"harm": 1.0}),
        ("overrode", {"affront": 0.9}),
        ("gloated", {"shown_for": 0.8}),
        ("profited", {"effort": 0.8, "gained": 1.0}),
        ("turned_away", {"avoiding": SUFFERER, "involvement": 0.05}),
        ("stood_by", {"involvement": 0.2}),
        ("half_helped", {"effort": 0.1}),
    ],
)
def test_the_part_that_weighs_most_is_held_against_somebody(fault: str, doer: dict[str, float]) -> None:
    assert fault in FAULTS
    assert held(met(**doer), ill=True) == fault


@pytest.mark.parametrize(
    ("merit", "doer"),
    [("toiled", {"effort": 0.9, "shown_for": -0.1}), ("wept", {"shown_for": -0.8}), ("mended", {"relieved": 0.9})],
)
def test_the_part_that_weighs_most_is_held_in_their_favour(merit: str, doer: dict[str, float]) -> None:
    assert merit in MERITS
    assert held(met(**doer), ill=False) == merit


def test_whoever_has_just_let_go_left_the_sufferer_alone() -> None:
    some = met(effort=0.1)
    assert held(some.leaving(parted=np.array([DOER])), ill=True) == "left_alone"


def verdicts(some: World) -> tuple[World, list[Record]]:
    """Let them be judged for most of a minute by the same sight; return what was written of blame and credit."""
    for _ in range(500):
        some = replaced(kept(judge, some, judge(some)), tick=some.tick + 1)
    return some, [record for record in some.causes.since(0) if record.kind in {"blamed", "credited"}]


def test_a_verdict_rests_on_what_was_held_and_on_the_suffering_and_each_has_its_own_cause() -> None:
    for doer, kind, why in (({"effort": 0.1}, "blamed", "why_blame"), ({"effort": 1.0}, "credited", "why_credit")):
        some, found = verdicts(met(**doer).with_people(why_option=np.full(3, NOBODY)))
        first = next(record for record in found if (record.who, record.whom) == (WATCHER, DOER))
        assert first.kind == kind
        assert first.detail == SUFFERER
        (reason,) = [some.causes[parent] for parent in first.parents]
        assert (reason.kind, reason.who, reason.whom) == ("held", DOER, SUFFERER)
        assert ACCOUNTS[reason.detail] == ("half_helped" if kind == "blamed" else "toiled")
        row = some.links.rows(np.array([WATCHER]), np.array([DOER]))[0]
        assert some.causes[int(getattr(some.ties, why)[row])].kind == kind
        other = some.ties.why_credit if why == "why_blame" else some.ties.why_blame
        assert other[row] == NOBODY


def test_whoever_hurt_somebody_is_held_to_that_very_blow() -> None:
    some = befallen(met(), Event("hurt", who=SUFFERER, by=DOER))
    (blow,) = [record for record in some.causes.since(0) if record.kind == "happened"]
    assert some.people.why_harm.tolist() == [NOBODY, NOBODY, blow.id]
    some, found = verdicts(some)
    verdict = next(record for record in found if (record.who, record.whom) == (WATCHER, DOER))
    held_for = [some.causes[parent] for parent in verdict.parents]
    assert [(ACCOUNTS[one.detail], one.parents) for one in held_for if one.kind == "held"] == [("harmed", (blow.id,))]


def test_nobody_is_thought_well_of_for_a_story_they_told_themselves() -> None:
    vilifying = met(shown_for=-0.8, option=INDEX["see_enemy"], option_on=SUFFERER).with_people(why_option=np.full(3, 0))
    some, found = verdicts(vilifying)
    credit = next(record for record in found if record.kind == "credited")
    reasons = [some.causes[parent] for parent in credit.parents]
    assert [ACCOUNTS[one.detail] for one in reasons if one.kind == "held"] == ["wept"]
    assert all(one.kind != "chose" for one in reasons)


def test_whose_doing_a_happening_was_is_written_down() -> None:
    some = befallen(befallen(met(), Event("hurt", who=SUFFERER)), Event("hurt", who=SUFFERER, own=True))
    assert [record.own for record in some.causes.since(0)] == [False, True]
