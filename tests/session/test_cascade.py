"""A cascade as a frame knows it: the same wherever time came from."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from sandbox.engine.causes import Record
from sandbox.engine.options import OPTIONS
from sandbox.scenario.load import load_level
from sandbox.session.frame import Frame
from sandbox.session.seen.cascade import BLOWS, CALM, WITHIN, Cascade, cascade_of
from sandbox.session.session import Session
from sandbox.ui.course.playback import SLOWED, slowed

ANN, BOB, CY = range(3)
LEVEL = Path(__file__).parents[2] / "levels" / "005-who-threw-it.json"


@pytest.fixture(scope="module")
def frame() -> Frame:
    return Session(load_level(LEVEL)).frame()


def with_blows(frame: Frame, *blows: tuple[int, int, int], tick: int = 200) -> Frame:
    """Return a frame at a tick with blame: when, by whom and at whom."""
    recent = tuple(
        Record(number, when, "blamed", 0, who, whom, 0.2, (), (), own=False)
        for number, (when, who, whom) in enumerate(blows)
    )
    return Frame(tick, frame.level, frame.people, frame.people, frame.ties, recent, frozenset(), -1)


def test_three_blows_at_one_make_it_and_who_dealt_them_has_a_part_in_it(frame: Frame) -> None:
    found = cascade_of(with_blows(frame, (150, CY, BOB), (190, ANN, BOB), (195, CY, BOB), (199, ANN, BOB)))
    assert found == Cascade(BOB, (ANN, CY), 199)
    assert cascade_of(with_blows(frame, (190, ANN, BOB), (195, CY, BOB), (199, ANN, CY))) is None
    assert cascade_of(with_blows(frame, *((190 + WITHIN // 2 * n, ANN, BOB) for n in range(BLOWS)))) is None


def test_of_a_long_one_only_the_beginning_counts_until_there_was_calm(frame: Frame) -> None:
    long = [(when, ANN, BOB) for when in range(130, 200, 5)]
    found = cascade_of(with_blows(frame, *long))
    assert found is not None
    assert found.tick == 140
    again = [(when, ANN, BOB) for when in (130, 131, 132, 132 + CALM + 1, 132 + CALM + 2, 132 + CALM + 3)]
    found = cascade_of(with_blows(frame, *again))
    assert found is not None
    assert found.tick == 132 + CALM + 3


def test_time_passes_at_half_speed_for_a_moment(frame: Frame) -> None:
    event = with_blows(frame, *[(199, who, BOB) for who in (ANN, CY, ANN)])
    assert slowed(event, 1.0, 0.5) == 0.5
    assert slowed(event, 4.0, 0.5) == 0.5
    assert slowed(event, 0.25, 0.5) == 0.125
    over = with_blows(frame, *[(199, who, BOB) for who in (ANN, CY, ANN)], tick=200 + round(SLOWED * 10))
    assert slowed(over, 1.0, 1.0) == 1.0
    assert slowed(frame, 2.0, 0.0) == 2.0


def test_a_frame_knows_the_same_blows_played_and_sought() -> None:
    played, sought = Session(load_level(LEVEL)), Session(load_level(LEVEL))
    known = []
    for _ in range(270):
        played.step()
        known.append([record for record in played.frame().recent if is_unkind(record)])
        last = cascade_of(played.frame())
    assert last is not None
    for _ in range(300):
        sought.step()
    sought.seek(270)
    assert cascade_of(sought.frame()) == last
    assert sought.frame().retold == played.frame().retold
    assert [record for record in sought.frame().recent if is_unkind(record)] == known[-1]
    assert all(one.tick <= other.tick for one, other in pairwise(sought.frame().recent))


def is_unkind(record: Record) -> bool:
    return record.kind == "chose" and OPTIONS[record.detail].unkind
