"""A short play-through, and questions about it that several tests ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.what_if.question import Measure, Question
from sandbox.session.what_if.readings import Averting, Goal, OfPeople
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import SHAM, Variation
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.what_if.asked import Asked

MEASURES = (
    Measure(name="bob", of=OfPeople(name="felt", who="bob"), at_most=-0.1),
    Measure(name="averting", of=Averting(), at_least=1),
    Measure(name="goal", of=Goal(), at_least=1),
)
GIFT = Happening(do="gift", who="ann")
GOAL = {"kind": "relieved", "who": "bob", "within": 8, "value": -0.3}
"""Bob is hurt at second 2."""


def level() -> Level:
    return load(small(goal=GOAL))


def play(ticks: int = 25, **given: object) -> Session:
    """Play the level of three people; at second 1 Ann is given something, and at second 2.2 Bob is hurt once more."""
    session = Session(level(), **given)  # type: ignore[arg-type]
    for tick, command in ((10, GIFT), (22, Happening(do="hurt", who="bob"))):
        session.step(tick - session.tick)
        session.do(command)
    session.step(ticks - session.tick)
    return session


def question(*variations: Variation, seeds: tuple[int, ...] = (), seconds: float = 1.0) -> Question:
    return Question(measures=MEASURES, seconds=seconds, variations=variations or (SHAM,), seeds=seeds)


def answered(session: Session, asked: Question) -> Asked:
    """Answer a question without another process."""
    with WhatIfs(background=False) as what_ifs:
        answer = what_ifs.ask(session, asked)
        assert what_ifs.wait(answer)
        assert answer.trouble == ""
        return answer
