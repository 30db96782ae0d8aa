"""The square of the day: the same for everybody, another one tomorrow."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from sandbox.scenario.daily import DAILY, of_day
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.game import Game

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

DAY = date(2026, 11, 30)


def test_a_day_has_one_square_and_the_next_has_another() -> None:
    level = load_level(find_level(DAILY))
    one, same, other = (Session(of_day(level, DAY + timedelta(days))).world for days in (0, 0, 1))
    assert one.digest() == same.digest()
    assert not np.array_equal(one.people.x, other.people.x)
    assert not np.array_equal(one.people.sympathy, other.people.sympathy)


def test_it_is_played_by_its_command_and_its_best_is_kept_by_the_day(sit_down: type[Pilot]) -> None:
    pilot = sit_down()
    days = [datetime.now(UTC).date()]
    pilot.game.perform(verbs.DAILY())
    days.append(datetime.now(UTC).date())
    pilot.frames()
    played = pilot.scenes.top
    assert isinstance(played, Game)
    assert played.session.level.id in {f"{DAILY}-{day}" for day in days}
    assert played.session.seed in {day.toordinal() for day in days}
    assert played.session.level.goal is not None


def test_it_can_be_done_nearly_every_day() -> None:
    level = load_level(find_level(DAILY))
    assert level.proof is not None
    won = 0
    for days in range(10):
        session = Session(of_day(level, DAY + timedelta(days)))
        for command in level.proof.commands:
            session.do(command)
        while session.decided is None and session.tick < 450:
            session.step(10)
        won += session.decided is not None and session.decided[1] == "won"
    assert won >= 9
