"""What each level is for emerges over five seeds, and not without the drive that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.causes import KIND
from sandbox.scenario.schema import Happening
from sandbox.session.cards import Subject
from sandbox.session.session import Session
from tests.session.play import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sandbox.engine.arrays import Bools, Floats

SEEDS = range(1, 6)
MOST = 0.6
"""Share of the seeds that is most of them."""
HURT_AT = 10
"""Ticks for which people settle before Bob is hurt."""


def share(holds: Callable[[int], bool], seeds: Iterable[int] = SEEDS) -> float:
    """Tell in which share of the seeds something holds."""
    return float(np.mean([holds(seed) for seed in seeds]))


def hurt_bob(name: str, seed: int, off: Iterable[str], amount: float = 0.7) -> Session:
    session = Session(level(name), seed=seed, off=off)
    session.step(HURT_AT)
    session.do(Happening(do="hurt", who="bob", amount=amount))
    return session


def rows(session: Session, *names: str) -> list[int]:
    ids = [person.id for person in session.level.people]
    return [ids.index(name) for name in names]


def turns(seed: int, *off: str) -> tuple[Floats, Floats]:
    """How far each one's emotion falls and rises within six seconds after Bob was hurt in the open square."""
    session = hurt_bob("open-square", seed, off, amount=0.9)
    before = session.world.people.emotion
    lowest = highest = np.zeros(len(before))
    for _ in range(60):
        session.step()
        moved = session.world.people.emotion - before
        lowest, highest = np.minimum(lowest, moved), np.maximum(highest, moved)
    return lowest, highest


def test_friends_wince_and_rivals_smirk_each_by_a_drive_of_its_own() -> None:
    friends, rivals = slice(1, 4), slice(4, 8)
    days = {seed: turns(seed) for seed in SEEDS}
    assert share(lambda seed: (days[seed][0][friends] < -0.1).all()) >= MOST
    assert share(lambda seed: np.count_nonzero(days[seed][1][rivals] > 0.05) >= 3) >= MOST
    assert share(lambda seed: (days[seed][0][rivals] < -0.1).any()) <= 1 - MOST


def test_without_sympathy_no_friend_winces() -> None:
    assert share(lambda seed: bool((turns(seed, "sympathy")[0][1:4] < -0.05).any())) <= 1 - MOST


def averters(seed: int, *off: str) -> set[int]:
    """Who averts her eyes from Bob, up to two of them, within 15 seconds after he was hurt among helpless friends."""
    session, found = hurt_bob("look-away", seed, off), set[int]()
    while session.tick < HURT_AT + 150 and len(found) < 2:
        session.step()
        found |= set(np.flatnonzero(session.world.people.avoiding == 0).tolist())
    return found


def test_several_friends_who_cannot_help_look_away() -> None:
    assert share(lambda seed: len(averters(seed)) >= 2) >= MOST


def test_without_sympathy_there_is_hardly_anything_to_look_away_from() -> None:
    assert share(lambda seed: len(averters(seed, "sympathy")) >= 2) <= 1 - MOST


def test_without_looking_away_nobody_looks_away() -> None:
    assert averters(1, "look_away") == set()


def test_the_first_averted_gaze_leads_back_to_the_hurt() -> None:
    session = hurt_bob("look-away", level("look-away").seed, ())
    avoiding: Bools = np.zeros(6, np.bool_)
    while not avoiding.any():
        session.step()
        avoiding = session.world.people.avoiding == 0
        assert session.tick <= HURT_AT + 150
    who = int(np.argmax(avoiding))
    last = session.why(Subject("look", who, 0))[-1]
    record = session.world.causes[last.cause]
    assert (record.kind, record.who, record.tick, record.value) == ("happened", 0, HURT_AT, 0.7)


def blamed(seed: int, *off: str, seconds: int = 25) -> dict[str, float]:
    """Blame less credit of each, added up over everybody."""
    session = hurt_bob("half-helper", seed, off)
    session.step(seconds * 10)
    ties, names = session.world.ties, ("alice", "ned", "gus", "fay", "dee", "abe")
    held = ties.blame - ties.credit
    return {name: float(held[ties.target == row].sum()) for name, row in zip(names, rows(session, *names), strict=True)}


def test_the_half_helper_is_blamed_most_the_onlooker_less_the_absent_not_at_all_and_who_weeps_is_thanked() -> None:
    days = {seed: blamed(seed) for seed in SEEDS}
    assert share(lambda seed: max(days[seed], key=days[seed].__getitem__) == "alice") >= MOST
    assert share(lambda seed: days[seed]["ned"] > 0 > days[seed]["gus"] + days[seed]["fay"] + days[seed]["dee"]) >= MOST
    assert {day["abe"] for day in days.values()} == {0}


def test_without_judgement_nobody_is_blamed() -> None:
    assert set(blamed(1, "judgement", seconds=12).values()) == {0}


def makes_a_thing(seed: int, *off: str, seconds: int = 40) -> bool:
    """Tell whether a face of the queue becomes a thing to the clerk in time."""
    session, found = Session(level("next-please"), seed=seed, off=off), False
    while session.tick < seconds * 10 and not found:
        session.step(20)
        records = session.world.causes.since(session.tick - 20, frozenset(KIND) - {"dehumanized"})
        found = any(record.who == 0 for record in records)
    return found


def test_an_endless_queue_makes_things_of_people_for_a_kind_clerk() -> None:
    assert share(makes_a_thing) >= MOST


@pytest.mark.parametrize("drive", ["sympathy", "see_thing"])
def test_without_sympathy_or_that_story_faces_stay_faces(drive: str) -> None:
    assert share(lambda seed: makes_a_thing(seed, drive, seconds=26), (1, 2)) == 0
