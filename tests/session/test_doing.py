"""What a player may do, and what is refused with a sentence."""

from __future__ import annotations

import pytest

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import Parameters
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.language import explain
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import columns

GIFT = Happening(do="gift", who="ann")


def refused(session: Session, happening: Happening) -> str:
    """Say why it is refused, and check that nothing has changed."""
    before, digest, commands = columns(session.world), session.world.digest(), session.commands
    with pytest.raises(Impossible) as caught:
        session.do(happening)
    assert (columns(session.world), session.world.digest(), session.commands) == (before, digest, commands)
    return explain(caught.value)


def test_what_is_done_happens_in_the_next_step_and_is_stamped_with_its_moment() -> None:
    session = Session(load(small()))
    session.step(7)
    session.do(GIFT)
    assert not session.world.people.treat.any()
    assert [(command.do, command.at) for command in session.commands] == [("gift", 0.7)]
    session.step()
    assert session.world.people.treat[0] > 0


def test_the_impossible_is_refused_with_a_sentence_and_leaves_everything_as_it_was() -> None:
    session = Session(load(small()))
    session.step(5)
    sentence = refused(session, Happening(do="news", who="ann", about="ann", amount=-0.5))
    assert sentence == 'news.about = "ann" is also who it befalls; name somebody else.'
    session.step(3)
    untouched = Session(load(small()))
    untouched.step(8)
    assert session.world.digest() == untouched.world.digest()


def test_nobody_can_be_praised_in_an_empty_place() -> None:
    alone = small(people=[{"id": "ann", "name": "Ann", "x": 3, "y": 4}], ties=[], happenings=[])
    sentence = refused(Session(load(alone)), Happening(do="praise", who="ann"))
    assert sentence == 'praise is a happening of kind "praise", and nobody else is there to say it.'


@pytest.mark.parametrize(
    ("happening", "part"),
    [
        (Happening(do="hurt"), "who"),
        (Happening(do="hurt", who="ann", by="ann"), "somebody else"),
        (Happening(do="heal", who="ann", amount=-0.5), "outside 0 to 1"),
        (Happening(do="switch", drive="sympaty", on=False), '"sympathy"'),
        (Happening(do="hurt", who="anne"), '"ann"'),
        (Happening(do="hurtt", who="ann"), '"hurt"'),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_by_what_is_wrong_with_it(happening: Happening, part: str) -> None:
    session = Session(load(small()))
    before = session.world.digest()
    assert part in refused(session, happening)
    session.step(0)
    assert (session.world.digest(), session.commands) == (before, ())


@pytest.mark.parametrize("drive", DRIVES)
def test_drives_that_are_off_stay_off_when_the_day_begins_anew(drive: str) -> None:
    session = Session(load(small()))
    session.do(Happening(do="switch", drive=drive, on=False))
    session.step(5)
    session.restart()
    session.step(5)
    without = Session(load(small()), off={drive})
    without.step(5)
    assert session.world.digest() == without.world.digest()


@pytest.mark.parametrize(("off", "on"), [((), False), (("sympathy",), True)])
def test_what_a_level_switches_is_as_it_was_when_the_day_begins_anew(off: tuple[str, ...], *, on: bool) -> None:
    switch = {"do": "switch", "drive": "sympathy", "on": on, "at": 1}
    session = Session(load(small(happenings=[switch])), off=off)
    session.step(20)
    assert session.off == (set() if on else {"sympathy"})
    session.restart()
    assert session.off == session.off_at_first == set(off)


def test_a_tool_that_a_level_does_not_have_is_not_called_used_up() -> None:
    session = Session(load(small(tools={"gift": 1})))
    assert refused(session, Happening(do="heal", who="ann")) == "This level has no such tool."


def test_tools_are_counted_down_and_given_back_by_going_back() -> None:
    session = Session(load(small(tools={"gift": 2, "hurt": None, "heal": 0})))
    assert [session.remaining(tool) for tool in ("gift", "hurt", "heal", "praise", "switch")] == [2, None, 0, 0, None]
    session.do(GIFT)
    assert session.remaining("gift") == 1
    session.step(10)
    session.do(GIFT)
    assert session.remaining("gift") == 0
    assert refused(session, GIFT) == "There is none of that left in this level."
    session.seek(5)
    assert session.remaining("gift") == 1
    session.do(GIFT)
    assert session.remaining("gift") == 0
    session.restart()
    assert session.remaining("gift") == 2


def test_what_a_level_does_by_itself_uses_up_no_tool() -> None:
    session = Session(load(small(tools={"hurt": 1})))
    session.step(30)
    assert session.world.people.wound[1] > 0
    assert session.remaining("hurt") == 1


@pytest.mark.parametrize("tool", [kind.name for kind in HAPPENINGS if kind.befalls_somebody])
def test_without_a_list_of_tools_everything_may_be_done_for_ever(tool: str) -> None:
    assert Session(load(small())).remaining(tool) is None
    assert Session(load(small(tools={}))).remaining(tool) == 0


@pytest.mark.parametrize("drive", DRIVES)
def test_every_drive_can_be_switched_in_the_middle_and_from_the_start(drive: str) -> None:
    session = Session(load(small()))
    session.do(Happening(do="switch", drive=drive, on=False))
    session.step()
    assert session.off == session.frame().off == {drive}
    session.do(Happening(do="switch", drive=drive, on=True))
    session.step()
    assert session.off == frozenset()
    assert Session(load(small()), off=[drive]).off == {drive}


def test_settings_reach_the_world_and_its_first_strangers() -> None:
    session = Session(load(small()), settings={"stranger_importance": 0.9, "horizon": 5.0})
    wanted = Parameters().with_settings({"stranger_importance": 0.9, "horizon": 5.0})
    assert vars(session.world.params) == vars(wanted)
    strangers = session.world.ties.importance[(session.world.ties.observer == 2)]
    assert strangers.tolist() == [0.9, 0.9]


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(WrongSettingError) as caught:
        Session(load(small()), settings={"horizno": 3})
    assert explain(caught.value) == "there is no parameter 'horizno'; did you mean 'horizon'?"


def test_a_seed_may_be_given_instead_of_the_levels_own() -> None:
    assert Session(load(small(seed=9))).seed == 9
    assert Session(load(small(seed=9)), seed=4).world.seed == 4
