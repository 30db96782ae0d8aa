"""The hints of the shipped levels come while they are of use."""

from __future__ import annotations

import pytest

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.session.story.shown import hint
from tests.session.story.telling import level_with

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
