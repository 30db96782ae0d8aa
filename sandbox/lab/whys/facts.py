"""Facts: what there is to be seen of a moment and asked about, and how strong each of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import OPTIONS, those
from sandbox.engine.people import NOBODY
from sandbox.session.seen.arrows import Question, averted_looks, verdicts
from sandbox.session.seen.thresholds import A_PERSON, PROUD, SUFFERS
from sandbox.session.seen.tie_sums import TieSums
from sandbox.session.what_if.readings import Averting, Blame, Credit, Doing, OfPeople, OfTies
from sandbox.session.why.asking import subject_of
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.engine.arrays import Floats
    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame
    from sandbox.session.what_if.asked import Column
    from sandbox.session.what_if.readings import AnyReading
    from sandbox.session.why.cards import Card

ORDINARY: Final = Question()
"""What is asked of a picture while no lens is chosen and nobody is in question."""
GRUDGES: Final = Question("blame")
"""What is asked of it to see all that is held against anybody."""
INWARD: Final = those(lambda option: option.inner and not option.averts)


class Fact(NamedTuple):
    """Something that is to be seen at a moment."""

    tick: int
    subject: Subject


class Strength(NamedTuple):
    """How strong a fact is: a reading, and what of it counts."""

    of: AnyReading
    least: bool = False
    """whether it is the stronger, the lower the reading; else the higher"""
    top: float = 0.0
    """from where down that counts"""

    def read(self, column: Column) -> Floats:
        """Return (W,) the most of it in each world; nothing where there is nothing to read."""
        values = self.top - column.least if self.least else column.most
        return np.maximum(np.nan_to_num(values), 0.0)


def facts(frame: Frame) -> list[Subject]:
    """List what can be asked about in a picture: arrows, heaps, bearings, pain, things and thoughts."""
    people, ties, sums = frame.people, frame.ties, TieSums.of(frame)
    found = {subject_of(arrow) for arrow in (*averted_looks(frame, ORDINARY), *verdicts(frame, ORDINARY))}
    found |= {Subject("pebbles", who) for who in np.flatnonzero(sums.pebbles).tolist()}
    found |= {Subject("stars", who) for who in np.flatnonzero(sums.stars).tolist()}
    felt = (people.present > 0) & (people.sentience > 0)
    found |= {Subject("pain", who) for who in np.flatnonzero(felt & (people.felt < SUFFERS)).tolist()}
    found |= {Subject("shame", who) for who in np.flatnonzero(felt & (people.esteem < -PROUD)).tolist()}
    found |= {Subject("thought", who) for who in np.flatnonzero(INWARD[people.option]).tolist()}
    rows = np.flatnonzero((ties.personhood < A_PERSON) & (ties.clarity > 0))
    found |= {Subject("thing", int(ties.observer[row]), int(ties.target[row])) for row in rows.tolist()}
    return sorted(found, key=lambda one: (one.kind, one.who, one.whom))


def strength(level: Level, frame: Frame, subject: Subject, first: Card) -> Strength:
    """Return how strong a fact is, from the moment on in which it is seen.

    Of a heap that is what lies heaviest in it, of which the answer's first card tells.
    """
    ends = (first.who, first.whom) if subject.kind in {"pebbles", "stars"} else (subject.who, subject.whom)
    who, whom = (None if row == NOBODY else level.people[row].id for row in ends)
    people = frame.people
    if subject.kind == "thought":
        whom = level.people[people.option_on[subject.who]].id
        return Strength(Doing(what=(OPTIONS[people.option[subject.who]].name,), who=who, whom=whom))
    return READ[subject.kind](who, whom)


READ: Final[Mapping[str, Callable[[str | None, str | None], Strength]]] = {
    "look": lambda who, whom: Strength(Averting(who=who, whom=whom)),
    "blame": lambda who, whom: Strength(Blame(by=who, whom=whom)),
    "credit": lambda who, whom: Strength(Credit(by=who, whom=whom)),
    "pebbles": lambda who, whom: Strength(Blame(by=who, whom=whom)),
    "stars": lambda who, whom: Strength(Credit(by=who, whom=whom)),
    "pain": lambda who, _: Strength(OfPeople(name="felt", who=who), least=True),
    "shame": lambda who, _: Strength(OfPeople(name="esteem", who=who), least=True),
    "thing": lambda who, whom: Strength(OfTies(name="personhood", who=who, whom=whom), least=True, top=1.0),
}
