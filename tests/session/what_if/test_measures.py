"""What is read off a world is what the picture and the goal of the level read off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.frame import averted
from sandbox.session.seen.meters import Meters
from sandbox.session.session import Session
from sandbox.session.what_if.following import NEVER
from sandbox.session.what_if.question import Measure, Question
from sandbox.session.what_if.readings import (
    AnyReading,
    Averting,
    Blame,
    Count,
    Doing,
    Glance,
    Goal,
    Meter,
    OfPeople,
    OfTies,
    Reading,
)
from sandbox.session.what_if.service import QuestionError, WhatIfs
from sandbox.session.what_if.variation import SHAM, Variation
from tests.scenario.small import load, small
from tests.session.play import level as of_file
from tests.session.what_if.asking import GIFT, answered, play

if TYPE_CHECKING:
    from sandbox.session.what_if.asked import Asked

READINGS: tuple[Reading, ...] = (
    Meter(name="suffering"),
    Meter(name="averted"),
    OfPeople(name="felt", who="bob"),
    OfPeople(name="mood"),
    OfPeople(name="sympathy", who="friends"),
    Count(name="felt", at_most=0.0),
    OfTies(name="affinity", who="ann", whom="bob"),
    OfTies(name="attention", whom="bob"),
    Blame(whom="cy", by="friends"),
    Doing(what=("look_away", "approach", "help")),
    Doing(what=("approach",), who="ann", whom="bob"),
    Averting(whom="friends"),
)


def asked(*measures: Measure, seconds: float = 2.0, variations: tuple[Variation, ...] = (SHAM,)) -> Question:
    return Question(measures=measures, seconds=seconds, variations=variations)


def followed(session: Session, *measures: Measure, seconds: float = 2.0) -> Asked:
    return answered(session, asked(*measures, seconds=seconds))


def test_a_measure_sums_up_what_its_reading_reads_tick_by_tick() -> None:
    session = Session(of_file("120"))
    session.step(15)
    session.do(Happening(do="hurt", who="bob"))
    session.step(5)
    measures = [Measure(name=str(place), of=each) for place, each in enumerate(READINGS)]
    answer = followed(session, *measures)
    series = []
    for _ in range(21):
        series.append([each.reader(session.level)(Glance.of(session.moment)) for each in READINGS])
        session.step()
    values = np.array(series)
    for place in range(len(READINGS)):
        column = answer.column(str(place))
        assert (column.end[0], column.least[0], column.most[0]) == (
            values[-1, place],
            values[:, place].min(),
            values[:, place].max(),
        )
        assert column.first.tolist() == [NEVER]
    assert np.count_nonzero(np.ptp(values, axis=0)) > 6


def test_readings_read_the_columns_of_the_moment() -> None:
    session = play(40)
    people, ties, before = session.world.people, session.world.ties, session.moment.before
    meters = Meters.of(people, before, ties)

    def read(reading: Reading) -> float:
        return reading.reader(session.level)(Glance.of(session.moment))

    assert [read(Meter(name=name)) for name in Meters._fields] == [*meters]
    assert read(OfPeople(name="felt", who="bob")) == people.felt[1]
    assert read(OfPeople(name="mood")) == people.mood.mean()
    assert read(OfPeople(name="body", who="bob")) == people.reward[1, -1]
    assert read(Count(name="felt", at_most=0.0)) == np.count_nonzero(people.felt <= 0)
    pair = (ties.observer == 0) & (ties.target == 1)
    assert read(OfTies(name="affinity", who="ann", whom="bob")) == ties.affinity[pair]
    assert read(OfTies(name="personhood", who="blues", whom="cy")) == ties.personhood[ties.target == 2].mean()
    assert read(Blame(whom="bob")) == ties.blame[ties.target == 1].sum()
    assert read(Averting()) == np.count_nonzero(averted(people, before) >= 0)
    assert np.isnan(read(OfTies(name="love", who="bob", whom="bob")))


def test_things_that_feel_nothing_are_not_counted() -> None:
    people = [*small()["people"], {"id": "dot", "name": "Dot", "x": 1, "y": 1, "being": "doll"}]
    session = Session(load(small(people=people)))
    count = Count(name="felt", at_least=-1.0, at_most=1.0)
    assert count.reader(session.level)(Glance.of(session.moment)) == 3


def test_a_measure_holds_first_when_it_has_held_for_long_enough() -> None:
    session = play(15)
    hurt = OfPeople(name="felt", who="bob")
    answer = followed(
        session,
        Measure(name="at once", of=hurt, at_most=-0.3),
        Measure(name="for a while", of=hurt, at_most=-0.3, hold=0.5),
        Measure(name="never", of=hurt, at_least=0.9),
        Measure(name="from the beginning", of=hurt, at_least=-1.0),
        Measure(name="no limits", of=hurt),
    )
    first = {measure.name: answer.column(measure.name).first[0] for measure in answer.question.measures}
    assert first["for a while"] == first["at once"] + 5 > 20
    assert (first["never"], first["from the beginning"], first["no limits"]) == (NEVER, session.tick, NEVER)
    assert (answer.held("at once"), answer.held("never")) == ((1, 1), (0, 1))


def test_a_goal_stays_what_it_was_decided_as_first() -> None:
    won = Measure(name="won", of=Goal(), at_least=1)
    lost = Measure(name="lost", of=Goal(), at_most=-1)
    session = play(25)
    answer = followed(session, won, lost, seconds=7)
    session.step(70)
    assert session.decided is not None
    decided, outcome = session.decided
    assert answer.column(outcome).first.tolist() == [decided]
    assert answer.column("won" if outcome == "lost" else "lost").first.tolist() == [NEVER]
    later = followed(session, won, lost, seconds=1)
    assert later.column(outcome).first.tolist() == [session.tick]
    assert later.column(outcome).end.tolist() == answer.column(outcome).end.tolist()


def test_a_world_that_leaves_earlier_is_measured_from_the_same_moment_on() -> None:
    session = play(60)
    measure = Measure(name="bob", of=OfPeople(name="felt", who="bob"), at_least=-1)
    goal = Measure(name="goal", of=Goal(), at_least=1)
    answer = answered(session, asked(measure, goal, variations=(SHAM, Variation(without=(1,)))))
    assert [fork.tick for fork in answer.forks] == [60, 22]
    assert answer.column("bob").first.tolist() == [60, 60]
    opened = answer.open(1)
    opened.seek(60)
    assert (
        answer.column("goal").end[1]
        == {"won": 1, "lost": -1, "open": 0}[opened.decided[1] if opened.decided else "open"]
    )


def test_a_question_comes_from_a_file() -> None:
    data = b"""{"seconds": 2, "seeds": [1, 2], "variations": [{"off": ["sympathy"]}, {}],
        "measures": [{"name": "away", "of": {"read": "averting", "whom": "bob"}, "at_least": 1, "for": 0.5},
                     {"name": "won", "of": {"read": "goal"}, "at_least": 1}]}"""
    question = msgspec.json.decode(data, type=Question)
    assert question.measures[0] == Measure(name="away", of=Averting(whom="bob"), at_least=1.0, hold=0.5)
    assert question.variations == (Variation(off=("sympathy",)), SHAM)
    assert msgspec.json.decode(msgspec.json.encode(question), type=Question) == question
    assert len({question, question}) == 1


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (Meter(name="sufering"), 'measures[0].of.name = "sufering" is no quantity that can be measured; did you mean'),
        (OfPeople(name="felt", who="bobb"), 'measures[0].of.who = "bobb" is nobody in this level'),
        (OfTies(name="felt"), 'measures[0].of.name = "felt" is no quantity'),
        (Doing(what=("approach", "fly")), 'measures[0].of.what[1] = "fly" is nothing that people can do'),
        (Blame(by="reds"), 'measures[0].of.by = "reds" is nobody'),
    ],
)
def test_names_that_there_are_not_are_said(reading: AnyReading, sentence: str) -> None:
    with WhatIfs(background=False) as what_ifs, pytest.raises(QuestionError) as caught:
        what_ifs.ask(play(5), asked(Measure(name="a", of=reading)))
    assert caught.value.problems[0].startswith(sentence)


def test_two_measures_of_one_name_are_refused() -> None:
    measure = Measure(name="a", of=Goal())
    with WhatIfs(background=False) as what_ifs, pytest.raises(QuestionError, match="the name of another measure"):
        what_ifs.ask(play(5), asked(measure, measure))


def test_no_measures_are_enough_to_know_how_worlds_end() -> None:
    session = play(12)
    assert session.commands[0].do == GIFT.do
    answer = followed(session)
    session.step(20)
    assert answer.digests == (session.world.digest(),)
