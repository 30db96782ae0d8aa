"""Everything that is done can be undone and done again, in any play-through of the last few."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui import verbs
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
    assert pilot.game.state.dock == "theory"
    pilot.key("ctrl+y")
    assert (pilot.game.session.tick, pilot.done) == (0, ())


def test_a_restart_where_nothing_was_played_is_no_deed(pilot: Pilot) -> None:
    pilot.key("r")
    assert not pilot.control("time.undo").enabled
    pilot.game.step(5)
    pilot.key("r")
    assert pilot.game.shell.toast == "From the beginning again. Ctrl+Z brings back what was there."
    assert pilot.control("time.undo").enabled


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


def test_only_the_play_through_that_is_seen_holds_all_that_it_can(
    pilot: Pilot, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lightened: list[Session] = []
    monkeypatch.setattr(Session, "lighten", lambda session, *, noted=lightened.append: noted(session))
    first = pilot.game.session
    pilot.game.perform(verbs.OPEN(other))
    second = pilot.game.session
    pilot.key("ctrl+z", "ctrl+y")
    assert lightened == [first, second, first]
    pilot.game.step(5)
    pilot.key("r", "ctrl+z")
    assert len(lightened) == 3


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
    if chance.random() < 0.5 or not game.session.latest_tick:
        game.step(chance.randrange(1, 20))
    else:
        do(game, verbs.SEEK(chance.randrange(0, game.session.latest_tick + 1)))


@pytest.mark.parametrize("seed", range(3))
def test_undoing_anything_restores_what_was_and_doing_it_again_what_came_of_it(
    pilot: Pilot, other: Path, seed: int
) -> None:
    chance, game = random.Random(seed), pilot.game  # noqa: S311 - no secret, only noise
    for name in chance.choices(list(ACTS), weights=[6, 2, 1, 1, 3, 1], k=20):
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


@pytest.mark.parametrize("seed", range(3))
def test_undoing_many_and_doing_them_again_leads_back_to_the_same(pilot: Pilot, other: Path, seed: int) -> None:
    chance, game = random.Random(100 + seed), pilot.game  # noqa: S311 - no secret, only noise
    for _ in range(2):
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
