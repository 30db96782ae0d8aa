"""Everything that is done can be undone and done again, in any play-through of the last few."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.course import course
from sandbox.ui.course.undo import MOST_SESSIONS, Deed, History, PlayThrough, Stand
from sandbox.ui.hud.camera_control import CameraControl
from sandbox.ui.state import PlayState
from tests.ui.conftest import ANN, BOB, CY, LEVEL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation
    from tests.ui.conftest import Pilot

Sight = tuple[Session, tuple[Happening, ...], int, str]
"""What a player can tell of where they are: the play-through, what was done, when it is, and how everybody is."""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return the file of another level."""
    path = tmp_path / "other.json"
    path.write_bytes(LEVEL.replace(b'"pilot"', b'"other"').replace(b"Pilot", b"Other"))
    return path


def sight(game: Game) -> Sight:
    game.arrive()
    session = game.session
    return session, session.commands, session.tick, session.world.digest()


def do(game: Game, *acts: Invocation) -> None:
    for act in acts:
        game.perform(act)
        game.arrive()


def away(pilot: Pilot) -> int:
    """Leave a future, and return its branch."""
    pilot.game.step(40)
    do(pilot.game, verbs.SEEK(20), verbs.TOUCH(BOB))
    return pilot.game.branches[1].id


def test_a_deed_is_undone_by_going_back_to_the_moment_before_it_and_standing_there(pilot: Pilot) -> None:
    pilot.key("space")
    pilot.frames(12)
    before = sight(pilot.game)
    pilot.click(BOB)
    pilot.frames(20)
    after = sight(pilot.game)
    pilot.key("ctrl+z")
    assert sight(pilot.game) == before
    assert pilot.game.state.paused
    assert pilot.game.shell.toast == "Undone: Bob got hurt. Ctrl+Y brings it back."
    pilot.key("ctrl+y")
    assert sight(pilot.game) == after
    assert pilot.game.shell.toast == "Done again: Bob got hurt."


def test_buttons_undo_and_redo_and_are_dead_where_there_is_nothing(pilot: Pilot) -> None:
    names = ("time.undo", "time.redo")
    assert [pilot.control(name).enabled for name in names] == [False, False]
    pilot.click(BOB)
    assert [pilot.control(name).enabled for name in names] == [True, False]
    pilot.click("time.undo")
    assert pilot.done == ()
    assert [pilot.control(name).enabled for name in names] == [False, True]
    pilot.click("time.redo")
    assert [deed.do for deed in pilot.done] == ["hurt"]


def test_where_there_is_nothing_to_undo_it_is_said(pilot: Pilot) -> None:
    pilot.key("ctrl+z")
    assert pilot.game.shell.toast == "There is nothing to undo."
    pilot.key("ctrl+shift+z")
    assert pilot.game.shell.toast == "There is nothing to do again."


def test_a_restart_is_undone_with_all_that_was_open(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.key("d")
    before, state = sight(pilot.game), pilot.game.state
    pilot.key("r")
    assert (pilot.game.session.tick, pilot.game.state.dock) == (0, "")
    pilot.key("ctrl+z")
    assert sight(pilot.game) == before
    assert pilot.game.state is state
    assert pilot.game.state.dock == "drives"
    pilot.key("ctrl+y")
    assert (pilot.game.session.tick, pilot.done) == (0, ())


def test_another_level_is_undone_with_time_person_and_view_as_they_were(pilot: Pilot, other: Path) -> None:
    pilot.game.step(30)
    pilot.game.state.selected = CY
    pilot.game.pan(40, 30)
    before, camera = sight(pilot.game), pilot.game.camera
    pilot.game.perform(verbs.OPEN(other))
    assert pilot.game.session.level.title == "Other"
    assert pilot.game.camera != camera
    pilot.click(ANN)
    there = sight(pilot.game)
    pilot.key("ctrl+z", "ctrl+z")
    assert (sight(pilot.game), pilot.game.state.selected, pilot.game.camera) == (before, CY, camera)
    pilot.key("ctrl+y", "ctrl+y")
    assert sight(pilot.game) == there


def test_a_level_that_was_opened_from_the_title_can_be_undone_too(pilot: Pilot, other: Path) -> None:
    pilot.game.step(30)
    before = sight(pilot.game)
    pilot.key("ctrl+t")
    pilot.screen.perform(verbs.OPEN(other))
    pilot.frames()
    play = pilot.scenes.top
    pilot.game = play  # type: ignore[assignment] - it is a scene of the same kind
    assert pilot.game.session.level.title == "Other"
    pilot.key("ctrl+z")
    assert sight(pilot.game) == before


def test_the_deletion_and_the_choice_of_a_future_are_undone(pilot: Pilot) -> None:
    branch = away(pilot)
    here = sight(pilot.game)
    do(pilot.game, verbs.CHOOSE(branch))
    assert pilot.done == ()
    pilot.key("ctrl+z")
    assert sight(pilot.game) == here
    pilot.game.perform(verbs.DELETE(branch))
    assert [one.id for one in pilot.game.branches[1:]] == []
    pilot.key("ctrl+z")
    assert branch in [one.id for one in pilot.game.branches[1:]]
    pilot.key("ctrl+y")
    assert [one.id for one in pilot.game.branches[1:]] == []
    assert sight(pilot.game) == here


def test_a_new_deed_ends_what_could_be_done_again_but_its_future_stays(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.game.step(10)
    pilot.key("ctrl+z")
    pilot.click(CY)
    pilot.key("ctrl+y")
    assert pilot.game.shell.toast == "There is nothing to do again."
    assert [deed.who for deed in pilot.done] == ["cy"]
    assert [deed.who for one in pilot.game.branches[1:] for deed in one.commands] == ["bob"]


def test_what_was_done_before_a_save_can_be_undone_after_it_was_opened(pilot: Pilot) -> None:
    for who, at in (("bob", 10), ("ann", 20), ("cy", 30)):
        pilot.game.session.step(at - pilot.game.session.tick)
        pilot.game.session.do(Happening(do="hurt", who=who))
    pilot.game.session.step(20)
    assert not pilot.game.history.done
    do(pilot.game, verbs.SEEK(25), verbs.UNDO())
    assert (pilot.game.session.tick, [deed.who for deed in pilot.done]) == (20, ["bob"])
    assert "Ann got hurt." in pilot.game.shell.toast
    do(pilot.game, verbs.UNDO())
    assert (pilot.game.session.tick, pilot.done) == (10, ())
    do(pilot.game, verbs.REDO(), verbs.REDO())
    assert (pilot.game.session.tick, [deed.who for deed in pilot.done]) == (25, ["bob", "ann", "cy"])


def test_undo_ends_every_gesture(pilot: Pilot) -> None:
    pilot.click(BOB)
    pilot.begin_drag(pilot.where(ANN), (pilot.where(ANN)[0] + 60, pilot.where(ANN)[1] + 40))
    assert pilot.game.state.half is not None
    pilot.key("ctrl+z")
    assert pilot.game.state.half is None
    pilot.end_drag(pilot.where(CY))
    assert pilot.done == ()


def test_the_play_throughs_that_are_kept_are_few(pilot: Pilot) -> None:
    history, level = History(), pilot.game.session.level
    plays = [PlayThrough(Session(level), None, PlayState(), CameraControl()) for _ in range(MOST_SESSIONS + 2)]
    for before, now in pairwise(plays):
        history.note(Deed(str, Stand(before, before.session.place())), now)
    here, undone = Stand(plays[-1], plays[-1].session.place()), []
    while (deed := history.undo(here)) is not None:
        undone.append(deed.before.play)
    assert undone == plays[-2 : -MOST_SESSIONS - 1 : -1]


ACTS: dict[str, Callable[[random.Random, Game, Path], Invocation | None]] = {
    "hurt": lambda chance, game, _: verbs.TOUCH(chance.randrange(len(game.frame.people))),
    "switch": lambda chance, *_: verbs.SWITCH(chance.choice(["sympathy", "envy"])),
    "restart": lambda *_: verbs.RESTART(),
    "open": lambda _, __, path: verbs.OPEN(path),
    "choose": lambda chance, game, _: _any(chance, game, verbs.CHOOSE),
    "delete": lambda chance, game, _: _any(chance, game, verbs.DELETE),
}


def _any(chance: random.Random, game: Game, verb: Callable[[int], Invocation]) -> Invocation | None:
    others = game.branches[1:]
    return verb(chance.choice(others).id) if others else None


def _wander(chance: random.Random, game: Game) -> None:
    """Let time pass or go to another moment, which is nothing to be undone."""
    if chance.random() < 0.5:
        game.step(chance.randrange(1, 20))
    else:
        do(game, verbs.SEEK(chance.randrange(0, game.session.latest_tick + 1)))


@pytest.mark.parametrize("seed", range(6))
def test_undoing_anything_restores_what_was_and_doing_it_again_what_came_of_it(
    pilot: Pilot, other: Path, seed: int
) -> None:
    chance, game = random.Random(seed), pilot.game  # noqa: S311 - no secret, only noise
    for name in chance.choices(list(ACTS), weights=[6, 2, 1, 1, 3, 1], k=30):
        _wander(chance, game)
        act, before = ACTS[name](chance, game, other), sight(game)
        if act is None:
            continue
        do(game, act)
        after = sight(game)
        do(game, verbs.UNDO())
        assert sight(game) == before
        do(game, verbs.REDO())
        assert sight(game) == after


@pytest.mark.parametrize("seed", range(6))
def test_undoing_many_and_doing_them_again_leads_back_to_the_same(pilot: Pilot, other: Path, seed: int) -> None:
    chance, game = random.Random(100 + seed), pilot.game  # noqa: S311 - no secret, only noise
    for _ in range(3):
        for name in chance.choices(list(ACTS), weights=[6, 2, 1, 1, 3, 1], k=9):
            _wander(chance, game)
            act = ACTS[name](chance, game, other)
            do(game, *([] if act is None else [act]))
        seen = [sight(game)]
        while game.history.done:
            do(game, verbs.UNDO())
            seen.append(sight(game))
        for there in reversed(seen[:-1]):
            do(game, verbs.REDO())
            assert sight(game) == there
        do(game, *[verbs.UNDO()] * chance.randrange(4))


def test_time_that_is_far_away_is_come_to_bit_by_bit_while_the_strip_shows_where_to(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "SLICE", 0.0)
    game = pilot.game
    branch = game.session.add_branch((Happening(do="hurt", who="bob", at=1.0),), 60)
    game.look_again()
    game.perform(verbs.CHOOSE(branch))
    game.perform(verbs.NOW())
    strip = pilot.control("time.strip").rect
    pilot.frames()
    assert (game.context.tick, game.session.tick < 60) == (60, True)
    pilot.frames(3)
    assert 0 < game.session.tick < 60
    pilot.drag((strip.left, strip.centery), (strip.left + strip.width // 20, strip.centery))
    assert 20 < game.context.tick < 40
    pilot.frames(60)
    assert 20 < game.session.tick == game.context.tick < 40
    game.perform(verbs.NOW())
    pilot.key(".", ",", ",")
    assert game.context.tick == 58
    pilot.click(CY)
    assert (game.session.tick, game.session.commands[-1].at) == (59, 5.8)


def test_a_deed_waits_for_time_only_a_little(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.ui.tools.use_tool.PATIENCE", 0.0)
    branch = pilot.game.session.add_branch((Happening(do="hurt", who="bob", at=1.0),), 60)
    pilot.game.look_again()
    pilot.game.perform(verbs.CHOOSE(branch))
    pilot.game.perform(verbs.NOW())
    pilot.game.perform(verbs.TOUCH(CY))
    assert pilot.game.shell.toast == "Time is still on its way to 0:06."
    assert len(pilot.done) == 1


def test_a_past_that_was_opened_is_filled_in_while_nothing_else_is_played(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.ui.course.playback.SPARE", 0.0)
    old = Session(pilot.game.session.level, metered=True)
    old.step(30)
    new = Session(old.level, metered=True)
    new.resume(old.moment, old.commands, digests={10: "another"})
    pilot.game.take_up(new, None, PlayState(paused=True))
    assert pilot.game.moving
    pilot.frames(5)
    assert not pilot.game.playback.whole
    pilot.frames(40)
    assert pilot.game.playback.whole
    assert not pilot.game.moving
    assert new.earliest_tick == 30
    assert not pilot.control("time.back").enabled
    assert "cannot be gone back to" in pilot.control("time.lost").tip
    pilot.key(",")
    assert new.tick == 30


def test_other_futures_are_lines_under_the_strip_that_can_be_clicked_and_reached_by_tab(pilot: Pilot) -> None:
    branch = away(pilot)
    assert pilot.game.shell.toast == "The old future is kept: click its line to go back to it."
    assert "0:02 Nothing more." in pilot.control(f"ghost.{branch}").tip
    pilot.click(f"ghost.{branch}")
    assert (pilot.game.session.tick, pilot.done) == (21, ())
    left = pilot.game.branches[1].id
    assert "0:02 Bob got hurt." in pilot.control(f"ghost.{left}").tip
    pilot.tab_to(f"ghost.{left}")
    pilot.key("return")
    assert [deed.who for deed in pilot.done] == ["bob"]


def test_a_future_is_come_to_where_it_is_nearest_to_the_present_moment(pilot: Pilot) -> None:
    branch = away(pilot)
    pilot.game.step(60)
    do(pilot.game, verbs.CHOOSE(branch))
    assert pilot.game.session.tick == 40
    do(pilot.game, verbs.SEEK(5), verbs.CHOOSE(pilot.game.branches[1].id))
    assert pilot.game.session.tick == 20


def test_more_futures_than_there_is_room_for_are_counted_and_listed(pilot: Pilot) -> None:
    pilot.game.step(50)
    for tick in (45, 40, 30, 20, 10):
        do(pilot.game, verbs.SEEK(tick), verbs.TOUCH(BOB))
        pilot.game.step(5)
    assert sum(name.startswith("ghost.") for name in pilot.ring()) == 3
    assert pilot.control("time.futures").text == "+2"
    pilot.click("time.futures")
    assert sum(name.endswith(".delete") for name in pilot.ring()) == 5


def test_a_future_is_renamed_by_writing_and_the_letters_are_no_commands(pilot: Pilot) -> None:
    branch = away(pilot)
    pilot.key("9")
    before = sight(pilot.game)
    pilot.click(f"future.{branch}.rename")
    for letter in "zr":
        pilot.post(pygame.KEYDOWN, key=ord(letter), mod=0, unicode=letter)
        pilot.post(pygame.TEXTINPUT, text=letter)
    pilot.post(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_LCTRL, unicode="")
    pilot.post(pygame.TEXTINPUT, text="Mild")
    pilot.tap("return")
    pilot.frames()
    assert pilot.control(f"future.{branch}").text.endswith("Mild")
    assert sight(pilot.game) == before
    pilot.click(f"future.{branch}.rename")
    pilot.post(pygame.TEXTINPUT, text="Wild")
    pilot.tap("escape")
    pilot.frames()
    assert pilot.control(f"future.{branch}").text.endswith("Mild")


def test_the_palette_leads_to_other_futures_and_undo(pilot: Pilot) -> None:
    from sandbox.ui.commands.table import possible, title

    branch = away(pilot)
    offered = {title(pilot.game, one) for one in possible(pilot.game)}
    assert {"Undo what was done last", "Go to another future: 0:02 Nothing more."} <= offered
    assert verbs.CHOOSE(branch) in set(possible(pilot.game))
