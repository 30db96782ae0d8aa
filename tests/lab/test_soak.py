"""Tests of the long day: what it plays, what it finds, and that a replay ends alike."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import msgspec
import pytest

from sandbox.engine.happenings import HAPPENINGS
from sandbox.lab import soak as module
from sandbox.lab.ordinary import draws
from sandbox.lab.soak import DayError, Soaked, soak
from sandbox.lab.town import town, whim
from sandbox.scenario.ids import Ids
from sandbox.scenario.validate import check_level
from sandbox.scenario.validate_happenings import check_happening
from sandbox.session.files.save_file import open_save, saved, write_save
from sandbox.session.session import Session
from tests.session.play import first_difference

if TYPE_CHECKING:
    from pathlib import Path


def test_a_short_day_is_played_and_replayed_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ACT", 0.2)
    monkeypatch.setattr(module, "COMPARE", 20)
    told: list[tuple[int, int]] = []
    found = soak(5.0, report=lambda done, whole: told.append((done, whole)))
    assert (found.seconds, found.outside, found.parted) == (5.0, (), None)
    assert found.commands > 5
    assert told == [(20, 50), (40, 50), (50, 50)]


def test_ctrl_c_ends_the_day_with_what_was_found_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPARE", 20)

    def impatient(done: int, _whole: int) -> None:
        if done == 40:
            signal.raise_signal(signal.SIGINT)

    found = soak(3600.0, report=impatient)
    assert (found.seconds, found.outside, found.parted) == (4.0, (), None)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_day_in_two_sittings_is_the_same_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "ACT", 0.2)
    monkeypatch.setattr(module, "COMPARE", 10)
    whole, halves = tmp_path / "whole", tmp_path / "halves"
    at_once = soak(4.0, file=whole)
    soak(2.0, file=halves)
    gone_on = soak(4.0, file=halves)
    assert gone_on._replace(memory=()) == at_once._replace(memory=())
    assert [len(sitting) for sitting in gone_on.memory] == [len(at_once.memory[0]) / 2] * 2
    assert first_difference(open_save(halves).session.world, open_save(whole).session.world) == ""


class Liar:
    """A replay that gives another fingerprint from some question on, or has ended by then."""

    def __init__(self, answers: int, *, dead: bool) -> None:
        self.asked, self.answers, self.dead = 0, answers, dead

    def send(self, order: tuple[int, object]) -> None:
        """Take an order."""
        if self.dead and self.asked >= self.answers:
            raise BrokenPipeError
        self.session.step(order[0] - self.session.tick)

    def recv(self) -> str:
        """Return a fingerprint."""
        self.asked += 1
        if self.dead and self.asked > self.answers:
            raise EOFError
        return self.session.world.digest() if self.asked <= self.answers else "another"


@pytest.mark.parametrize("dead", [False, True])
def test_a_replay_that_parts_is_found_and_kept_in_mind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, dead: bool
) -> None:
    monkeypatch.setattr(module, "ACT", 0.0)
    monkeypatch.setattr(module, "COMPARE", 10)
    liar, file = Liar(2, dead=dead), tmp_path / "day"
    liar.session = Session(town(1), seed=1)
    day = module._Day(Session(town(1), seed=1), draws(1, "player"), liar, None, file)
    found = day.play(100, lambda _done, _all: None)
    assert found.parted is not None
    assert not found.passed
    assert found.seconds < 5.0
    with pytest.raises(DayError, match=r"^soak\.parted\(.*tick="):
        soak(10.0, file=file)


def test_a_day_of_which_nothing_was_compared_has_shown_nothing() -> None:
    assert not Soaked(0.0, 0, (), (), None).passed


def test_a_moment_that_is_no_day_is_refused(tmp_path: Path) -> None:
    save, file = saved(Session(town(1), seed=1)), tmp_path / "moment"
    fields = (b'"memory": []', b'"memory": [[0.0, 0, 0, 0]]')
    half = [b'{"draw": "{}", "outside": [], %b, "parted": null}' % field for field in fields]
    stuck = draws(1, "player").bit_generator.state | {"state": {"state": 0, "inc": 0}}  # gives one number for ever
    forged = msgspec.json.encode({"draw": json.dumps(stuck), "outside": [], "memory": [], "parted": None})
    for notes in (b"", b"{}", b"[" * 9000, *half, forged):
        write_save(file, save, notes=notes)
        with pytest.raises(DayError, match=r"^soak\.broken"):
            soak(1.0, file=file)
    write_save(
        file, saved(Session(town(1), seed=2)), notes=b'{"draw": "", "outside": [], "memory": [], "parted": null}'
    )
    with pytest.raises(DayError, match=r"^soak\.foreign"):
        soak(1.0, file=file)


def test_a_player_thinks_of_every_happening_and_mostly_of_possible_ones() -> None:
    level, draw = town(1), draws(1, "test")
    assert check_level(level) == []
    whims = [whim(level, draw) for _ in range(300)]
    assert {happening.do for happening in whims} == {kind.name for kind in HAPPENINGS if not kind.staged} - {"answer"}
    names = Ids.of(level)
    assert all(next(check_happening(happening, "it", names), None) is None for happening in whims)


@pytest.mark.parametrize(
    ("memory", "growth"),
    [
        ((), None),
        (((),), None),
        (((9.0, 10.0, 10.0),), None),
        (((9.0, 10.0, 10.0, 10.0),), 0.0),
        (((5.0, 10.0, 11.0, 12.0), (1.0, 10.0, 10.0, 10.0)), 0.2),
        (((9.0, 10.0, 10.0, 10.0), (5.0, 5.0, 10.0, 10.0, 11.0, 11.0, 11.8, 11.8)), 0.18),
        (((1.0, 2.0, 3.0, 4.0), (5.0, 9.0, 10.0, 10.0, 10.0, 10.0, 10.0, 9.0)), -0.05),
    ],
)
def test_memory_is_flat_once_it_has_settled(memory: tuple[tuple[float, ...], ...], growth: float | None) -> None:
    found = Soaked(1.0, 1, (), memory, None)
    assert found.growth == (growth if growth is None else pytest.approx(growth))
    assert found.passed == ((growth or 0.0) <= 0.1)
    assert not found._replace(parted=5).passed
    assert not found._replace(outside=("ties.affinity = 2",)).passed
