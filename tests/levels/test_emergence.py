"""What each level is for emerges in five copies of it, and not without the drive that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.causes import KIND
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from tests.session.play import level

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from sandbox.engine.arrays import Bools, Floats, Ints

COPIES = 5
"""Of a level side by side on one map, so far apart that each goes its own way by its own draws."""
MOST = 0.6
"""Share of the copies that is most of them."""
HURT_AT = 10
"""Ticks for which people settle before Bob is hurt."""


def share(holds: ArrayLike) -> float:
    """Return in which share of the copies something holds."""
    return float(np.mean(holds))


def day(name: str, seconds: float, off: tuple[str, ...], *happenings: Happening, journal: bool = False) -> Run:
    """Set copies of a level up, with a journal where records are read."""
    staged = Cell(name, level(name), seconds, happenings).staged("emergence", seed=1, scenes=COPIES)
    return Run(staged, seed=1, off=off, journal=journal)


def hurt_bob(amount: float = 0.7) -> Happening:
    return Happening(do="hurt", who="bob", at=HURT_AT / 10, amount=amount)


def turns(*off: str) -> tuple[Floats, Floats]:
    """How far (COPIES, N) emotions fall and rise within six seconds after Bob was hurt in the open square."""
    run = day("open-square", 7, off, hurt_bob(amount=0.9))
    felt = np.stack([world.people.emotion for world in run.moments(HURT_AT / 10 - 0.1)])
    moved = (felt[1:] - felt[0]).reshape(len(felt) - 1, COPIES, -1)
    return np.minimum(0, moved.min(axis=0)), np.maximum(0, moved.max(axis=0))


def test_friends_wince_and_rivals_smirk_each_by_a_drive_of_its_own() -> None:
    friends, rivals = slice(1, 4), slice(4, 8)
    lowest, highest = turns()
    assert share((lowest[:, friends] < -0.1).all(axis=1)) >= MOST
    assert share(np.count_nonzero(highest[:, rivals] > 0.05, axis=1) >= 3) >= MOST
    assert share((lowest[:, rivals] < -0.1).any(axis=1)) <= 1 - MOST


def test_without_sympathy_no_friend_winces() -> None:
    assert share((turns("sympathy")[0][:, 1:4] < -0.05).any(axis=1)) <= 1 - MOST


def averters(*off: str) -> Ints:
    """How many of each copy avert their eyes from Bob within 15 seconds after he was hurt among helpless friends."""
    run = day("look-away", 16, off, hurt_bob())
    bob = run.rows("bob")[:, None]
    found = np.any([world.people.avoiding.reshape(COPIES, -1) == bob for world in run.moments()], axis=0)
    return np.count_nonzero(found, axis=1)


def test_several_friends_who_cannot_help_look_away() -> None:
    assert share(averters() >= 2) >= MOST


def test_without_sympathy_there_is_hardly_anything_to_look_away_from() -> None:
    assert share(averters("sympathy") >= 2) <= 1 - MOST


def test_without_looking_away_nobody_looks_away() -> None:
    assert not averters("look_away").any()


def test_the_first_averted_gaze_leads_back_to_the_hurt() -> None:
    session = Session(level("look-away"))
    session.step(HURT_AT)
    session.do(hurt_bob())
    avoiding: Bools = np.zeros(6, np.bool_)
    while not avoiding.any():
        session.step()
        avoiding = session.world.people.avoiding == 0
        assert session.tick <= HURT_AT + 150
    who = int(np.argmax(avoiding))
    last = session.why(Subject("look", who, 0))[-1]
    record = session.world.causes[last.cause]
    assert (record.kind, record.who, record.tick, record.value) == ("happened", 0, HURT_AT, 0.7)


def blamed(*off: str, seconds: int = 25) -> dict[str, Floats]:
    """Blame less credit (COPIES,) of each, added up over everybody."""
    run = day("half-helper", HURT_AT / 10 + seconds, off, hurt_bob())
    ties = run.last().ties
    held = np.bincount(ties.target, ties.blame - ties.credit, len(run.last().people))
    return {name: held[run.rows(name)] for name in ("alice", "ned", "gus", "fay", "dee", "abe")}


def test_the_half_helper_is_blamed_most_the_onlooker_less_the_absent_not_at_all_and_who_weeps_is_thanked() -> None:
    held = blamed()
    others = np.max([held[name] for name in held if name != "alice"], axis=0)
    assert share(held["alice"] > others) >= MOST
    assert share((held["ned"] > 0) & (held["gus"] + held["fay"] + held["dee"] < 0)) >= MOST
    assert not held["abe"].any()


def test_without_judgement_nobody_is_blamed() -> None:
    assert not np.any(list(blamed("judgement", seconds=12).values()))


def makes_a_thing(*off: str, seconds: int = 40) -> Bools:
    """Return of (COPIES,) whether a face of the queue becomes a thing to the clerk in time."""
    run, told = day("next-please", seconds, off, journal=True), set[tuple[int, int]]()
    for number, world in enumerate(run.last().worlds()):
        told |= {(number, record.who) for record in world.causes.since(0, frozenset(KIND) - {"dehumanized"})}
    first = run.rows("carl")[0]
    return np.array([(number, first) in told for number in range(run.scenes)])


def test_an_endless_queue_makes_things_of_people_for_a_kind_clerk() -> None:
    assert share(makes_a_thing()) >= MOST


@pytest.mark.parametrize("drive", ["sympathy", "see_thing"])
def test_without_sympathy_or_that_story_faces_stay_faces(drive: str) -> None:
    assert share(makes_a_thing(drive, seconds=26)) == 0
