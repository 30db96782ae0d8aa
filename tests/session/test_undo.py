"""What was done can be taken back and done again, in whatever order, and no branch is ever wrong for it."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.scenario.schema import Happening
from sandbox.session.history import passed, thinning
from sandbox.session.history.branch import Place
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import HURT, first_difference, fresh, replayed, straight, world_at

GIFT = Happening(do="gift", who="ann")
PRAISE = Happening(do="praise", who="bob")
SWITCH = Happening(do="switch", drive="sympathy", on=False)

Step = tuple[str, int]
STEPS = st.tuples(
    st.sampled_from(["step", "seek", "gift", "hurt", "switch", "undo", "redo", "restart", "choose", "delete"]),
    st.integers(0, 15),
)


def test_a_deed_that_is_taken_back_is_undone_and_its_line_is_kept_for_whoever_wants_it_again() -> None:
    session = straight(40)
    before = session.place()
    session.do(GIFT)
    session.step(20)
    after = session.place()
    session.go_to(before)
    assert (session.tick, session.commands) == (40, ())
    assert [len(branch.commands) for branch in session.branches] == [0, 1]
    session.step(20)
    assert first_difference(session.world, world_at(60)) == ""
    session.go_to(after)
    assert [command.do for command in session.commands] == ["gift"]
    assert first_difference(session.world, world_at(60, Happening(do="gift", who="ann", at=4.0))) == ""


def test_a_deed_that_is_taken_back_before_anything_is_played_leaves_no_branch() -> None:
    session = straight(40)
    before = session.place()
    session.do(GIFT)
    after = session.place()
    session.go_to(before)
    assert len(session.branches) == 1
    assert session.commands == ()
    session.go_to(after)
    assert [command.do for command in session.commands] == ["gift"]


def test_a_row_of_deeds_is_taken_back_and_done_again_one_by_one() -> None:
    session = straight(10)
    stack: list[tuple[Place, Place]] = []
    for deed, ticks in ((GIFT, 7), (PRAISE, 0), (HURT, 12), (SWITCH, 3)):
        before = session.place()
        session.do(deed)
        stack.append((before, session.place()))
        session.step(ticks)
    commands = session.commands
    session.seek(5)
    for number, (before, _) in reversed([*enumerate(stack)]):
        session.go_to(before)
        assert session.commands == commands[:number]
        gc.collect()
    assert len(session.branches) == 2
    for number, (_, after) in enumerate(stack, 1):
        session.go_to(after)
        assert session.commands == commands[:number]
    session.step(3)
    assert first_difference(session.world, world_at(32, *commands)) == ""


def test_starting_anew_can_be_taken_back() -> None:
    session = straight(30, GIFT)
    before = session.place()
    session.restart()
    session.step(5)
    session.go_to(before)
    assert (session.tick, len(session.commands)) == (30, 1)
    assert first_difference(session.world, world_at(30, GIFT)) == ""


def test_a_name_goes_along_with_taking_back_what_was_never_played() -> None:
    session = straight(20)
    session.rename(1, "mine")
    before = session.place()
    session.do(GIFT)
    after = session.place()
    for place, deeds in ((before, 0), (after, 1), (before, 0)):
        session.go_to(place)
        assert [(branch.name, len(branch.commands)) for branch in session.branches] == [("mine", deeds)]
    session.go_to(after)
    session.step(3)
    session.go_to(before)
    assert [branch.name for branch in session.branches] == ["", "mine"]


@settings(max_examples=10)
@given(steps=st.lists(STEPS, min_size=4, max_size=14), tight=st.booleans())
def test_every_branch_is_what_its_commands_make_whatever_was_done_in_which_order(
    steps: list[Step], *, tight: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if tight:
            patch.setattr(passed, "MOST", 30_000)
            patch.setattr(thinning, "MOST", 60_000)
        session, done, undone = fresh(), list[Place](), list[Place]()
        for what, number in steps:
            _take(session, what, number, done, undone)
        for branch in session.branches:
            for tick in (branch.latest_tick, branch.latest_tick // 2):
                session.choose(branch.id, tick)
                assert first_difference(session.world, replayed(branch, tick).world) == ""
        while done:
            place = done.pop()
            commands = place.line.commands[: place.deeds]
            session.go_to(place)
            assert (session.tick, session.commands) == (place.tick, commands)


def _take(session: Session, what: str, number: int, done: list[Place], undone: list[Place]) -> None:
    if what == "step":
        session.step(number)
    elif what == "seek":
        session.seek(session.latest_tick * number // 15)
    elif what in {"gift", "hurt", "switch", "restart"}:
        done.append(session.place())
        undone.clear()
        if what == "restart":
            session.restart()
        else:
            session.do({"gift": GIFT, "hurt": HURT, "switch": SWITCH}[what])
    elif what == "choose":
        branch = session.branches[number % len(session.branches)]
        session.choose(branch.id, branch.latest_tick * number // 15)
    elif what == "delete" and len(session.branches) > 1:
        session.delete(session.branches[-1].id)
    elif what in {"undo", "redo"}:
        here, there = (done, undone) if what == "undo" else (undone, done)
        if here:
            there.append(session.place())
            session.go_to(here.pop())


def test_the_place_before_the_last_command_until_a_tick_is_without_it_and_without_what_came_after() -> None:
    session = straight(10)
    assert session.before_last(10) is None
    for _ in range(2):
        session.do(GIFT)
        session.step(10)
    assert session.before_last(9) is None
    for tick, deeds, at in ((10, 0, 10), (19, 0, 10), (20, 1, 20), (30, 1, 20)):
        place = session.before_last(tick)
        assert place is not None
        assert (place.deeds, place.tick) == (deeds, at)


def test_when_a_goal_was_decided_is_known_on_each_branch_for_itself() -> None:
    goal = {"kind": "unblamed", "who": "ann", "value": 9.0, "within": 2}
    session = Session(load(small(goal=goal)))
    session.step(19)
    assert session.decided is None
    session.step(11)
    assert session.decided == (20, "won")
    session.seek(10)
    session.do(GIFT)
    assert session.decided is None
    session.choose(1, 0)
    assert session.decided == (20, "won")
    session.seek(25)
    session.do(GIFT)
    assert session.decided == (20, "won")
