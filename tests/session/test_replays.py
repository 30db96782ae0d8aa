"""The same level, seed and commands make the same play-through, today and on every machine. Property 3 of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.files.replay import moments
from sandbox.session.session import Session
from tests.replays.replay import files, fingerprints, read
from tests.session.play import HURT, first_difference, level, played

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    Happening(do="hurt", who="bob", at=1.0),
    Happening(do="praise", who="dee", at=2.5),
    Happening(do="switch", drive="company", on=False, at=4.0),
)
RECORD = "if that was meant, run `python -m sandbox.bootstrap -m tests.replays.record`"


def test_two_plays_stay_in_step_column_for_column() -> None:
    one, other = (Session(level("look-away")) for _ in range(2))
    for tick in range(60):
        for command in COMMANDS:
            if command.at * 10 == tick:
                one.do(command)
                other.do(command)
        one.step()
        other.step()
        assert first_difference(one.world, other.world) == ""


def test_a_difference_is_named_by_its_first_tick_and_column() -> None:
    one, other = (played(Session(level("look-away")), 3).world for _ in range(2))
    sadder = other.with_people(mood=np.nextafter(other.people.mood, -1))
    assert first_difference(one, other) == ""
    assert first_difference(one, sadder) == "tick 3: people.mood"
    doubting = other.with_ties(trust=np.nextafter(other.ties.trust, -1))
    assert first_difference(one, doubting) == "tick 3: ties.trust"


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_a_stored_replay_still_comes_out_the_same(file: Path) -> None:
    recording, columns = read(file)
    assert [digest.tick for digest in recording.digests] == [50, 100, 150, 200]
    for number, session in enumerate(moments(recording)):
        if session.world.digest() != recording.digests[number].digest:
            stored = {name: marks.split()[number] for name, marks in columns.items()}
            now = fingerprints(session)
            changed = [name for name in (*now, *stored) if now.get(name) != stored.get(name)]
            where = changed[0] if changed else "tick, seed or switches"
            pytest.fail(f"{file.name}: by tick {session.tick} {where} differs from what is stored; {RECORD}")


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_without_a_journal_nothing_is_written_and_everything_comes_out_the_same(file: Path) -> None:
    recording, _ = read(file)
    for digest, session in zip(recording.digests, moments(recording, journal=False), strict=True):
        assert session.world.digest() == digest.digest
        assert session.world.causes.count == 0
        assert session.frame().recent == ()


def test_every_level_has_a_stored_replay_and_every_kind_of_happening_is_in_one() -> None:
    replays = [read(file)[0] for file in files()]
    assert {"look-away", "open-square", "half-helper", "next-please"} <= {replay.level.id for replay in replays}
    done = {command.do for replay in replays for command in replay.commands}
    assert done == {"hurt", "heal", "praise", "insult", "gift", "news", "move", "switch"}


def test_another_seed_gives_another_day() -> None:
    one, other = (played(Session(level("look-away"), seed=seed), 40) for seed in (1, 2))
    assert first_difference(one.world, other.world) == "tick 40: people.x"


@pytest.mark.parametrize("batches", [[60], [1] * 60, [7, 13, 20, 20]])
def test_it_does_not_matter_in_how_many_steps_time_passes(batches: list[int]) -> None:
    session = Session(level("look-away"))
    session.do(HURT)
    for ticks in batches:
        session.step(ticks)
        session.frame()
    assert session.world.digest() == played(Session(level("look-away")), 60, [HURT]).world.digest()
