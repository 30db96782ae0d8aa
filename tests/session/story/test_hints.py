"""The hints of the shipped levels come while they are of use."""

from __future__ import annotations

import pytest

from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.session.story.shown import hint

EARLY = 65
"""The tick of a deed that comes soon enough for Bob to be better when somebody has looked away for three seconds."""


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
