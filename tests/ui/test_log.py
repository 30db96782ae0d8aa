"""The panel of what happened: sentences to be filtered, and a way to each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.session.chronicle import drive_of

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

LEVEL = (Path(__file__).parents[2] / "levels" / "120-look-away.json").read_bytes()


def told(sit_down: type[Pilot]) -> Pilot:
    pilot = sit_down(level=LEVEL)
    pilot.click(bob(pilot))
    pilot.game.step(150)
    pilot.key("shift+l")
    pilot.frames()
    return pilot


def bob(pilot: Pilot) -> int:
    return [person.id for person in pilot.game.frame.level.people].index("bob")


def test_it_tells_the_latest_first(sit_down: type[Pilot]) -> None:
    state = told(sit_down).game.state
    assert len(state.told) > 5
    assert [record.tick for record in state.told] == sorted((record.tick for record in state.told), reverse=True)


def test_it_can_be_of_one_person_who_is_clicked(sit_down: type[Pilot]) -> None:
    pilot = told(sit_down)
    pilot.click("log.of")
    deeds, who = pilot.done, bob(pilot)
    pilot.click(who)
    pilot.frames()
    assert pilot.done == deeds
    assert pilot.game.state.told
    assert all(who in {record.who, record.whom} for record in pilot.game.state.told)
    pilot.click("log.of")
    pilot.frames()
    assert any(who not in {record.who, record.whom} for record in pilot.game.state.told)


def test_it_can_be_of_one_drive(sit_down: type[Pilot]) -> None:
    pilot = told(sit_down)
    pilot.click("log.drive.more")
    pilot.frames()
    drive = pilot.game.state.told_drive
    assert drive == "sympathy"
    assert pilot.game.state.told
    assert {drive_of(record) for record in pilot.game.state.told} == {drive}
    pilot.click("log.drive.less")
    pilot.frames()
    assert not pilot.game.state.told_drive


def test_a_sentence_leads_to_its_moment_and_why_and_back(sit_down: type[Pilot]) -> None:
    pilot = told(sit_down)
    record = pilot.game.state.told[2]
    pilot.click(f"log.{record.id}")
    assert pilot.game.session.tick == record.tick + 1
    assert pilot.game.state.dock == "why"
    pilot.key("escape")
    assert pilot.game.state.dock == "log"
