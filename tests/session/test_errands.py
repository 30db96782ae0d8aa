"""Somebody who leaves, and somebody who comes: in levels, in saves and replays, in the numbers, in the whys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from msgspec.structs import replace

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.options import OPTIONS
from sandbox.scenario.budget import check_budget
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.scenario.validate import check_level
from sandbox.session.files.save_file import PNG, open_save, saved, write_save
from sandbox.session.seen.meters import Meters
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from tests.session.play import first_difference

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Level

BOB, ALICE = 0, 1
LEAVES_AT = 4.0
COMES_AT = 25.0


def visit() -> Level:
    """Bob is hurt, and Alice has to leave him and the map; later she comes again."""
    level = load_level(find_level("half-helper"))
    leaves = Happening(do="leave", who="alice", at=LEAVES_AT, amount=1.0, until=LEAVES_AT)
    comes = Happening(do="enter", who="alice", at=COMES_AT, edge="left")
    return replace(level, happenings=(Happening(do="hurt", who="bob", at=0.5), leaves, comes))


def played(seconds: float) -> Session:
    session = Session(visit())
    session.step(round(seconds * 10))
    return session


def test_a_level_may_send_people_away_and_let_them_come_again() -> None:
    level = visit()
    assert [*check_level(level), *check_budget(level)] == []
    session, there = Session(level), []
    for seconds in (4, 20, 26):
        session.step(seconds * 10 - session.tick)
        there.append(bool(session.world.people.present[ALICE]))
    assert there == [True, False, True]


def test_the_choice_to_let_go_names_the_errand_and_the_departure_is_written_down() -> None:
    session = played(12)
    (left,) = (record for record in session.world.causes.since(0) if record.kind == "left")
    called = next(
        record for record in session.world.causes.since(0) if record.who == ALICE and record.kind == "happened"
    )
    assert (left.who, left.parents) == (ALICE, (called.id,))
    chose = [
        record
        for record in session.world.causes.since(round(LEAVES_AT * 10))
        if record.kind == "chose" and record.who == ALICE and called.id in record.parents
    ]
    assert chose
    assert OPTIONS[chose[0].detail].name == "stay" or OPTIONS[chose[0].detail].inner


def test_asked_why_she_walks_away_the_chain_leads_to_what_called_her() -> None:
    keys = set()
    for seed in range(1, 4):
        session = Session(visit(), seed=seed)
        session.step(round(LEAVES_AT * 10))
        for _ in range(60):
            session.step()
            keys |= {card.key for card in session.why(Subject("person", ALICE))}
    assert "happened.leave" in keys


def test_nothing_can_be_done_to_or_by_somebody_who_is_not_there() -> None:
    session = played(20)
    for happening in (Happening(do="hurt", who="alice"), Happening(do="hurt", who="bob", by="alice")):
        with pytest.raises(Impossible, match=r"^impossible\.absent"):
            session.do(happening)
    session.do(Happening(do="news", who="bob", about="alice"))


def test_the_pain_of_who_is_not_there_is_in_no_number_of_the_world() -> None:
    world = played(2).world
    gone = world.with_people(present=np.where(np.arange(len(world.people)) == BOB, 0, 1)).people
    whole, less = (Meters.of(people, people, world.ties).suffering for people in (world.people, gone))
    assert whole > less == pytest.approx(whole + world.people.felt[BOB])


def test_a_departure_is_saved_and_played_again_bit_for_bit(tmp_path: Path) -> None:
    for seconds in (7, 20):
        session = played(seconds)
        write_save(tmp_path / f"{seconds}.save", saved(session), picture=PNG, notes=b"[]")
        again = open_save(tmp_path / f"{seconds}.save").session
        for one in (session, again):
            one.step(100)
        assert first_difference(again.world, session.world) == ""
    back = played(30)
    digest = back.world.digest()
    back.seek(60)
    back.seek(300)
    assert back.world.digest() == digest == played(30).world.digest()
