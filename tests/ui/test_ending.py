"""The card of the end: it comes up by itself, says what was so, and leads on by mouse and by keyboard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from sandbox.engine.table import replaced
from sandbox.scenario import library
from sandbox.scenario.load import load_level
from sandbox.session.session import Session
from sandbox.session.story.best import Best
from sandbox.session.why.cards import Subject
from sandbox.ui import verbs
from sandbox.ui.commands.table import possible
from sandbox.ui.course.ended import ended_of
from sandbox.ui.course.summing_up import told_of
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.twin import Twin
from sandbox.view.portraits import likenesses
from tests.ui.conftest import BOB, LEVEL

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

GOAL: dict[str, Any] = {
    "win": {"used": "praise", "min": 1},
    "within": 30,
    "lose": [{"when": {"time": 12}, "text": "Nobody was praised."}],
    "stars": [{"when": {"used": "hurt", "max": 0}, "text": "Nobody was hurt."}, {"when": {"felt": "bob", "max": -0.5}}],
}


def level_with(**more: object) -> bytes:
    return json.dumps({**json.loads(LEVEL), "schema_version": 2, "goal": GOAL} | more).encode()


@pytest.fixture
def lost(sit_down: type[Pilot]) -> Pilot:
    """Return a pilot who hurt Bob and lost."""
    pilot = sit_down(level=level_with())
    pilot.game.step(20)
    pilot.click(BOB)
    pilot.game.step(105)
    pilot.frames()
    return pilot


def test_a_lost_game_says_when_and_why_and_goes_on(lost: Pilot) -> None:
    assert lost.game.state.dock == "ending"
    assert lost.game.state.ended is not None
    assert lost.game.state.ended.decided.tick == 120
    assert "Lost at 0:12: Nobody was praised." in lost.control("goal").tip
    assert lost.control("ending.again").look == "chief"
    assert lost.game.session.tick > 120
    assert {verbs.REWIND(), verbs.WITHOUT("sympathy")} <= {*possible(lost.game)}
    told = {beat.sentence for beat in lost.game.state.ended.beats}
    assert told
    assert all("Bob" in sentence for sentence in told)


def test_what_happened_leads_to_its_moment_and_back_to_the_card(lost: Pilot) -> None:
    ended = lost.game.state.ended
    assert ended is not None
    lost.tab_to("beat.0")
    lost.key("return")
    first = ended.beats[0]
    assert (lost.game.state.dock, lost.game.session.tick) == ("why", first.tick + 1)
    assert lost.game.state.subject == first.subject
    assert lost.game.state.cards
    lost.key("escape")
    assert lost.game.state.dock == "ending"
    assert lost.game.state.ended == ended
    lost.key("escape")
    assert lost.game.state.dock == ""
    lost.key("0")
    assert lost.game.state.dock == "ending"


def test_it_shows_the_faces_of_that_moment_and_says_what_the_player_did(lost: Pilot) -> None:
    lost.frames(40)
    game = lost.game
    ended = game.state.ended
    assert ended is not None
    assert len(game.state.faces) == len(ended.beats)
    assert not game.meanwhile.faces.at_work
    tick = game.session.tick
    for faces, beat in zip(game.state.faces, ended.beats, strict=True):
        game.session.seek(beat.tick + 1)
        assert faces == likenesses(replaced(game.session.frame(), recent=()))
    game.session.seek(tick)
    hurt = next(number for number, beat in enumerate(ended.beats) if beat.key.startswith("happening."))
    assert told_of(ended, hurt) == f"You did this: {ended.beats[hurt].sentence}"
    assert all(told_of(ended, one) == beat.sentence for one, beat in enumerate(ended.beats) if one != hurt)


@pytest.mark.parametrize(("size", "projector"), [((1280, 800), False), ((1920, 1080), True), ((1280, 720), True)])
def test_it_is_seen_whole_with_letters_that_grow(
    sit_down: type[Pilot], size: tuple[int, int], *, projector: bool
) -> None:
    pilot = sit_down(size, level_with(), Preferences(projector=projector))
    pilot.game.step(20)
    pilot.click(BOB)
    pilot.game.step(105)
    pilot.frames(2)
    game = pilot.game
    controls = [control for control in game.controls if control.name.startswith(("ending.", "beat."))]
    assert {control.name for control in controls} >= {f"ending.{name}" for name in ("rewind", "again", "levels")}
    assert all(game.layout.dock.contains(control.rect) for control in controls)
    assert not [pane for pane in game.panes if pane.hidden]
    at_desk = sit_down(size, level_with()).game.style
    height = min(control.rect.height for control in controls if control.name.startswith("ending.") and control.text)
    assert height >= at_desk.px(36) * (1.2 if projector else 1.0)


@pytest.mark.parametrize(
    ("goal", "subject"),
    [
        ({"lose": [{"when": {"blamed": "bob", "by": "ann", "max": 1}}]}, Subject("blame", 0, 1)),
        ({"lose": [{"when": {"blamed": "bob", "max": 1}}]}, Subject("pebbles", 1)),
        ({"lose": [{"when": {"credited": "bob", "max": 1}}]}, Subject("stars", 1)),
        ({"lose": [{"when": {"likes": "bob", "whom": "ann", "max": 1}}]}, Subject("tie", 1, 0)),
        ({"lose": [{"when": {"person": "bob", "whom": "ann", "max": 1}}]}, Subject("thing", 1, 0)),
        ({"win": {"all": [{"felt": "ann", "max": 1}, {"felt": "cy", "min": 1}]}}, Subject("person", 2)),
    ],
    ids=str,
)
def test_why_it_ended_is_asked_of_what_decided_it_or_of_what_was_still_missing(
    sit_down: type[Pilot], goal: dict[str, Any], subject: Subject
) -> None:
    pilot = sit_down(level=level_with(goal={"win": {"used": "praise", "min": 1}, "within": 1, **goal}))
    pilot.game.step(12)
    ended = pilot.game.state.ended
    assert ended is not None
    assert ended.subject == subject


def test_why_a_goal_in_stages_was_reached_is_asked_of_the_latest_beat(sit_down: type[Pilot]) -> None:
    stages = [{"felt": "cy", "max": 1}, {"used": "hurt", "min": 1}, {"time": 6}]
    pilot = sit_down(level=level_with(goal={"win": {"then": stages}, "within": 30}))
    pilot.game.step(20)
    pilot.click(BOB)
    pilot.game.step(50)
    ended = pilot.game.state.ended
    assert ended is not None
    assert ended.decided.outcome == "won"
    assert ended.subject == ended.beats[-1].subject != Subject("person", 2)


def test_ten_seconds_back_it_can_go_otherwise(lost: Pilot) -> None:
    lost.key("backspace")
    lost.frames()
    assert (lost.game.session.tick, lost.game.state.dock, lost.game.state.paused) == (20, "", True)
    lost.key("c")
    lost.click(BOB)
    assert lost.game.context.outcome == "won"
    assert lost.game.state.ended is not None
    assert lost.game.state.ended.decided.tick == 21
    assert lost.game.state.dock == "ending"


def test_again_begins_anew_and_the_card_is_gone(lost: Pilot) -> None:
    lost.click("ending.again")
    lost.frames()
    assert (lost.game.session.tick, lost.game.state.dock, lost.game.state.ended) == (0, "", None)


def test_the_same_without_a_drive_is_another_future_that_plays_by_itself(lost: Pilot) -> None:
    done = lost.game.session.commands
    lost.click("ending.without")
    twin = lost.scenes.top
    assert isinstance(twin, Twin)
    lost.click(next(control.rect.center for control in twin.pane.controls if control.name == "twin.keep"))
    assert lost.scenes.top is lost.game
    assert lost.game.session.off == {"sympathy"}
    assert lost.game.session.commands == done
    assert (lost.game.session.tick < 5, lost.game.state.paused) == (True, False)
    assert lost.game.state.ended is None
    lost.game.step(125)
    assert lost.game.state.ended is not None
    assert lost.game.state.ended.drive == ""
    lost.key("ctrl+z")
    lost.frames(3)
    assert lost.game.session.off == frozenset()


def test_stars_are_those_that_were_earned_and_the_best_is_kept(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.game.step(30)
    pilot.key("c")
    pilot.click(BOB)
    pilot.game.step(2)
    pilot.frames()
    assert pilot.game.state.ended is not None
    assert pilot.game.state.ended.decided.stars == (0,)
    best = pilot.game.shell.best["pilot"]
    assert best == Best(stars=1, ticks=pilot.game.state.ended.decided.tick)
    assert "settings" in pilot.game.shell.requests
    pilot.game.restart()
    pilot.game.step(60)
    pilot.click(BOB)
    pilot.game.step(2)
    assert pilot.game.shell.best["pilot"] == best


@pytest.mark.parametrize(
    ("level", "off", "offered"), [("003", "", "approval"), ("003", "approval", ""), ("006", "", "see_thing")]
)
def test_the_drive_that_is_offered_is_the_one_that_the_level_is_about(level: str, off: str, offered: str) -> None:
    session = Session(load_level(library.find_level(level)), off=frozenset({off} - {""}))
    while session.decided is None:
        session.step()
    ended = ended_of(session, None, None)
    assert ended is not None
    assert ended.drive == offered


def test_a_win_without_a_drive_is_no_best(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.game.perform(verbs.SWITCH("sympathy"))
    pilot.key("c")
    pilot.click(BOB)
    pilot.game.step(2)
    assert pilot.game.context.outcome == "won"
    assert pilot.game.shell.best == {}


def test_an_open_panel_stays_and_the_line_leads_to_the_card(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.key("f2")
    pilot.game.step(120)
    pilot.frames()
    assert pilot.game.state.dock == "settings"
    pilot.click("goal")
    assert pilot.game.state.dock == "ending"


def test_the_next_level_is_the_one_after_it_on_the_shelf(
    sit_down: type[Pilot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, title in ((1, "One"), (2, "Two")):
        (tmp_path / f"00{number}-{title.lower()}.json").write_bytes(level_with(id=title.lower(), title=title))
    monkeypatch.setattr(library, "LEVELS", tmp_path)
    monkeypatch.chdir(tmp_path)
    pilot = sit_down()
    for title, following in (("One", True), ("Two", False)):
        assert verbs.NEXT() not in [*possible(pilot.game)]
        pilot.game.open(Path("001-one.json" if following else "002-two.json"))
        assert pilot.game.session.level.title == title
        pilot.game.step(120)
        pilot.frames()
        assert (pilot.screen.control("ending.next") is not None) == following
        assert (pilot.screen.control("ending.levels") is not None) != following
        if following:
            assert verbs.NEXT() in [*possible(pilot.game)]
            pilot.game.perform(verbs.NEXT())
            assert pilot.game.session.level.title == "Two"
            pilot.game.shell.best["one"] = Best(stars=0, ticks=10)


def test_before_the_end_there_is_no_card_to_tell(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.key("0")
    assert [one.name for one in pilot.game.controls if one.name.startswith("ending")] == []
    pilot.key("backspace")
    assert pilot.game.state.dock == "ending"


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 500)])
@pytest.mark.parametrize("projector", [False, True])
def test_all_of_it_can_be_read_and_reached_at_any_size(
    sit_down: type[Pilot], size: tuple[int, int], *, projector: bool
) -> None:
    pilot = sit_down(size, level_with(), Preferences(projector=projector))
    pilot.click(BOB)
    pilot.game.step(120)
    pilot.frames()
    pane = next(pane for pane in pilot.game.panes if pane.name == "ending")
    assert pilot.game.layout.window.contains(pane.rect)
    for name in ("beat.0", "ending.why", "ending.rewind", "ending.again", "ending.without"):
        pilot.tab_to(name)
        assert pane.rect.colliderect(pilot.control(name).rect)


def test_what_a_button_does_is_told_beside_the_card_and_covers_none_of_it(lost: Pilot) -> None:
    """The mouse lies where a button comes up: no other words of the card, and no other way on, is under the tip."""
    dock, wholes = lost.game.context.dock, list[bytes]()
    lost.game.state.paused = True
    button = lost.control("ending.rewind").rect
    card = pygame.Rect(dock.left, button.bottom + 2, dock.width, dock.bottom - button.bottom - 2)
    for pos in (dock.midbottom, button.center):
        lost.move(pos)
        lost.frames(2, 0)
        wholes.append(lost.surface.subsurface(card).copy().get_buffer().raw)
    assert lost.control("ending.rewind").tip
    assert wholes[0] == wholes[1]
