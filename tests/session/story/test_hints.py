"""The hints of the shipped levels come while they are of use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.story.shown import HINT_TICKS, READ_TICKS, hint, named_in, speeches
from tests.session.story.telling import level_with

if TYPE_CHECKING:
    from collections.abc import Mapping

EARLY = 65
"""The tick of a deed that comes soon enough for Bob to be better when somebody has looked away for three seconds."""


def test_no_hint_comes_after_the_end_but_from_what_ended_it() -> None:
    """Of two rules that go by a clock the one at the end gives its hint, and the one five seconds later does not."""
    late = [{"at": at, "then": [{"hint": words}]} for at, words in ((1, "Before."), (3, "With it."), (8, "Too late."))]
    session = Session(level_with({"time": 3}, rules=late))
    said = []
    for _ in range(200):
        session.step()
        said.append(hint(session.level, session.moment.story, session.tick, session.commands))
    assert session.decided is not None
    assert [*dict.fromkeys(words for words in said if words)] == ["Before.", "With it."]


@pytest.mark.parametrize(("until", "seconds"), [(2.0, 4), (7.0, 7), (None, 10)])
def test_a_hint_goes_when_what_called_for_it_is_over_though_it_can_be_read_first(
    until: float | None, seconds: int
) -> None:
    """It comes at the first moment, and what calls for it is so for two seconds, for seven, or always."""
    so = {"not": {"time": 600 if until is None else until}}
    rules = [{"when": so, "once": True, "then": [{"hint": "Look there."}]}]
    session = Session(level_with({"used": "praise", "min": 1}, rules=rules))
    shown = 0
    for _ in range(2 * HINT_TICKS):
        session.step()
        shown += bool(hint(session.level, session.moment.story, session.tick, session.commands))
    assert shown == pytest.approx(seconds * TICKS_PER_SECOND, abs=1)
    assert shown >= READ_TICKS - 1


@pytest.mark.parametrize(("words", "seconds"), [("Who could help?", 6), ("Ann could help.", 10), ("Carry Bob.", 6)])
def test_a_hint_goes_with_what_was_done_about_it(words: str, seconds: int) -> None:
    """It comes with the first moment, and after six seconds Bob is carried: what names nobody is about anybody."""
    rules = [{"at": 0, "then": [{"hint": words}]}]
    session = Session(level_with({"used": "praise", "min": 1}, rules=rules))
    shown = 0
    for tick in range(2 * HINT_TICKS):
        if tick == 6 * TICKS_PER_SECOND:
            session.do(Happening(do="move", who="bob", x=2, y=2))
        session.step()
        shown += bool(hint(session.level, session.moment.story, session.tick, session.commands))
    assert shown == pytest.approx(seconds * TICKS_PER_SECOND, abs=1)


def test_a_hint_is_about_whom_it_names_first() -> None:
    level = load_level(find_level("015"))
    row = named_in(level, "Fay has medicine, and company. Gus hardly knows Ida.")
    assert row is not None
    assert level.people[row].name == "Fay"


def test_whoever_has_given_the_gift_is_not_told_to_give_it() -> None:
    session = Session(load_level(find_level("001")))
    said = list[str]()
    for tick in range(200):
        if tick in {1, 50}:
            session.do(Happening(do="hurt" if tick == 1 else "gift", who="bob"))
        session.step()
        said.append(hint(session.level, session.moment.story, session.tick, session.commands))
    assert "Hurt Bob now." in said
    assert "Give Bob a gift." not in said


OPENED: dict[str, Happening] = {
    "Amy? No idea where she is.": Happening(do="move", who="ann", x=4.6, y=4),
    "Bed two. Number nine. Next.": Happening(do="cue", who="ben", on=False, cue="label"),
    "A patient. Not one of us.": Happening(do="badge", who="gil", group="visitors"),
    "Somebody, far down there.": Happening(do="move", who="eve", x=4.4, y=12.6),
    "Dan is fine, they say.": Happening(do="news", who="dee", about="dan"),
}


@pytest.mark.parametrize("opens", [{}, OPENED], ids=["shut", "open"])
def test_nobody_tells_of_a_door_that_is_open(opens: Mapping[str, Happening]) -> None:
    """What the five visitors say is so when they say it: whose door is opened in the first second does not say it."""
    session = Session(load_level(find_level("007")))
    said = set[str]()
    for tick in range(100):
        if tick == TICKS_PER_SECOND:
            for deed in opens.values():
                session.do(deed)
        session.step()
        said |= {words for _, words in speeches(session.level, session.moment.story, session.tick)}
    assert said & OPENED.keys() == OPENED.keys() - opens.keys()


@pytest.mark.parametrize(("helped", "asked"), [(False, {"Who could help?"}), (True, set())])
def test_who_could_help_is_asked_while_there_is_something_to_help(*, helped: bool, asked: set[str]) -> None:
    session = Session(load_level(find_level("002")))
    proof = session.level.proof
    assert proof is not None
    said = set[str]()
    for _ in range(300):
        if helped and session.tick == EARLY:
            session.do(next(command for command in proof.commands if command.do == "move"))
        session.step()
        said.add(hint(session.level, session.moment.story, session.tick, session.commands))
    assert (session.outcome() == "won") == helped
    assert said - {""} == asked
