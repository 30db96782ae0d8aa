"""Twin worlds: the first is the play itself, the second is the same play without a drive, and what differs is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.options import INDEX as OPTION
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.twins import LASTS, Twins

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAYED = 80


@pytest.fixture(scope="module")
def session() -> Session:
    played = Session(load_level(level_files()[0]))
    played.do(Happening(do="hurt", who="bob"))
    played.step(40)
    played.do(Happening(do="gift", who="bob"))
    played.step(PLAYED - 40)
    return played


def through(twins: Twins) -> Iterator[Twins]:
    while twins.step():
        yield twins


def test_one_goes_the_way_of_the_play_and_the_other_that_of_the_play_without_the_drive(session: Session) -> None:
    twins = Twins(session, "sympathy")
    assert twins.tick == 0
    assert sum(1 for _ in through(twins)) == PLAYED == twins.ends
    alone = Session(session.level, off={"sympathy"})
    alone.choose(alone.add_branch(session.commands, PLAYED, {"sympathy"}), PLAYED)
    for twin, same in zip(twins.sessions, (session, alone), strict=True):
        assert np.array_equal(twin.world.people.felt, same.world.people.felt)
        assert np.array_equal(twin.world.people.x, same.world.people.x)
    assert session.tick == session.latest_tick == PLAYED


def test_what_differs_is_what_somebody_is_at_in_one_world_only(session: Session) -> None:
    twins, moments = Twins(session, "sympathy"), list[list[tuple[int, int]]]()
    for now in through(twins):
        acts = [now.sessions[side].world.people.option.tolist() for side in (0, 1)]
        moments.append(list(zip(*acts, strict=True)))
    assert twins.found
    assert [one.tick for one in twins.found] == sorted(one.tick for one in twins.found)
    for one in twins.found:
        lasting = moments[one.tick - 1 : one.tick + LASTS]
        assert {moment[one.who] for moment in lasting} == {one.options}
        assert one.options[0] != one.options[1] or one.whom[0] != one.whom[1]
    assert any(one.options[0] == OPTION["comfort"] != one.options[1] for one in twins.found)


def test_a_drive_that_does_nothing_makes_no_difference() -> None:
    still = Session(load_level(level_files()[0]))
    still.step(10)
    twins = Twins(still, "gossip")
    assert not [one for now in through(twins) for one in now.differs]


def test_from_the_beginning_again_they_differ_in_the_same_acts(session: Session) -> None:
    twins = Twins(session, "sympathy")
    first = [len(now.differs) for now in through(twins)]
    twins.begin()
    assert twins.tick == 0
    assert not twins.differs
    assert [len(now.differs) for now in through(twins)] == first
    assert first == sorted(first)
    assert first[-1] > 1
