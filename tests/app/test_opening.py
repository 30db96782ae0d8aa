"""A window opens where the command line says, and a picture of that moment is what it shows there."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app import cli, window
from sandbox.app.settings import Settings, read_settings, write_settings
from sandbox.lab.experiment import shipped
from sandbox.session.session import Session
from sandbox.ui.opening import Opening
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import Shell
from sandbox.view.canvas.themes import in_use
from sandbox.view.stage import Stage
from tests.scenario.small import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.view.viewpoint import Viewpoint

LEVEL = "130"
SIZE = (1000, 640)
NED = next(row for row, person in enumerate(shipped("half-helper").people) if person.id == "ned")
LOOKS = [
    "",
    "--projector --lens blame --select ned",
    "--gentle --eyes ned",
    "--palette contrast --words 150 --close --lens friends",
    "--scale 150 --commands {hurt}",
]
"""Each way to look, and each preference, at least once."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path / "home"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Play, bytes]]:
    """Return a function that plays a command line until the first picture, and gives the scene and its pixels."""

    def play(*argv: str, act: Callable[[Play], None] = lambda _: None) -> tuple[Play, bytes]:
        seen: list[tuple[Play, bytes]] = []

        def update(scenes: SceneStack, _seconds: float) -> None:
            scene, surface = scenes.top, pygame.display.get_surface()
            assert isinstance(scene, Play)
            assert surface is not None
            seen.append((scene, pygame.image.tobytes(surface, "RGB")))
            act(scene)
            pygame.event.post(pygame.Event(pygame.QUIT))

        monkeypatch.setattr(SceneStack, "update", update)
        assert cli.main(["play", *argv, "--mute"]) == 0
        return seen[0]

    return play


@pytest.fixture
def hurt(tmp_path: Path) -> str:
    """A commands file that hurts Bob at once."""
    file = tmp_path / "hurt.json"
    file.write_text('[{"do": "hurt", "who": "bob", "at": 0.5}]', "utf-8")
    return str(file)


def shot(tmp_path: Path, *argv: str) -> bytes:
    """Return the pixels of a shot."""
    out = tmp_path / "out.png"
    assert cli.main(["shot", *argv, "-o", str(out)]) == 0
    return pygame.image.tobytes(pygame.image.load(out), "RGB")


def test_a_teacher_starts_exactly_there(opened: Callable[..., tuple[Play, bytes]]) -> None:
    play, _ = opened(LEVEL, "--at", "12", "--lens", "blame", "--select", "ned", "--paused")
    assert (play.session.tick, play.state.lens, play.state.selected, play.state.paused) == (120, "blame", NED, True)
    straight = Session(shipped("half-helper"))
    straight.step(120)
    assert play.session.world.digest() == straight.world.digest()


def test_what_was_played_before_the_window_opened_can_be_gone_back_to(
    opened: Callable[..., tuple[Play, bytes]],
) -> None:
    play, _ = opened(LEVEL, "--at", "12", "--paused")
    play.session.seek(37)
    straight = Session(shipped("half-helper"))
    straight.step(37)
    assert play.session.world.digest() == straight.world.digest()
    assert play.session.latest_tick == 120


def test_commands_happen_before_the_window_opens(
    opened: Callable[..., tuple[Play, bytes]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "do.json"
    file.write_text('[{"do": "hurt", "who": "bob", "at": 1}, {"do": "hurt", "who": "bob", "at": 9}]', "utf-8")
    play, _ = opened(LEVEL, "--at", "2", "--commands", str(file))
    assert [(command.do, command.at) for command in play.session.commands] == [("hurt", 1.0)]
    assert "1 of its happenings did not happen" in capsys.readouterr().err


def test_a_goal_that_was_reached_before_the_window_opened_is_told(
    opened: Callable[..., tuple[Play, bytes]], tmp_path: Path
) -> None:
    level = tmp_path / "level.json"
    level.write_text(
        json.dumps(small(goal={"kind": "befriended", "who": "ann", "whom": "bob", "value": 0.1, "within": 5})), "utf-8"
    )
    play, _ = opened(str(level), "--at", "3")
    assert play.context.outcome == "won"
    assert play.session.decided is not None
    assert play.session.decided[0] < 30


@pytest.mark.parametrize("look", LOOKS)
def test_a_shot_of_the_window_is_its_first_picture(
    opened: Callable[..., tuple[Play, bytes]], tmp_path: Path, hurt: str, look: str
) -> None:
    argv = (LEVEL, "--at", "1.5", "--size", "x".join(map(str, SIZE)), "--calm", *look.format(hurt=hurt).split())
    _, shown = opened(*argv, "--paused")
    assert shot(tmp_path, *argv, "--interface") == shown


@pytest.mark.parametrize("look", LOOKS)
def test_a_shot_looks_at_the_map_as_the_window_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, hurt: str, look: str
) -> None:
    drawn: list[tuple[Viewpoint, str]] = []
    draw = Stage.draw

    def noted(stage: Stage, surface: pygame.Surface, frame: object, viewpoint: Viewpoint) -> None:
        drawn.append((viewpoint, in_use()))
        draw(stage, surface, frame, viewpoint)  # type: ignore[arg-type]

    monkeypatch.setattr(Stage, "draw", noted)
    argv = (LEVEL, "--at", "1.5", "--size", "x".join(map(str, SIZE)), *look.format(hurt=hurt).split())
    shot(tmp_path, *argv)
    shot(tmp_path, *argv, "--interface")
    (alone, colours), (within, same) = drawn
    assert colours == same
    assert replace(within, camera=alone.camera, free=None) == alone


def test_a_projector_has_its_own_colours_in_a_shot_too(tmp_path: Path) -> None:
    argv = (LEVEL, "--at", "0", "--size", "200x160")
    light = shot(tmp_path, *argv, "--projector")
    assert light == shot(tmp_path, *argv, "--projector", "--palette", "projector")
    assert in_use() == "projector"
    assert light != shot(tmp_path, *argv, "--projector", "--palette", "contrast")


def test_what_the_command_line_asks_for_is_for_this_time_only(opened: Callable[..., tuple[Play, bytes]]) -> None:
    kept = Settings(width=1280, height=800, preferences=Preferences(palette="contrast", words=115))
    write_settings(kept)
    play, _ = opened(LEVEL, "--projector", "--words", "150", "--size", "900x600", "--fullscreen")
    assert (play.shell.preferences.projector, play.shell.preferences.words) == (True, 150)
    assert read_settings()[0].preferences == kept.preferences
    assert (read_settings()[0].width, read_settings()[0].height, read_settings()[0].fullscreen) == (1280, 800, False)


def test_what_the_player_then_changes_is_kept(opened: Callable[..., tuple[Play, bytes]]) -> None:
    def quieter(play: Play) -> None:
        play.prefer(Preferences(projector=True, words=100, quiet=True))

    opened(LEVEL, "--projector", "--words", "150", act=quieter)
    assert read_settings()[0].preferences == Preferences(quiet=True)


def test_the_window_has_the_size_that_was_asked_for(opened: Callable[..., tuple[Play, bytes]]) -> None:
    play, _ = opened(LEVEL, "--size", "900x600")
    assert play.size == (900, 600)


def test_a_close_opening_shows_everybody_larger_than_the_whole_map_does() -> None:
    shell, level = Shell(), shipped("half-helper")
    pygame.display.set_mode(SIZE)
    far, near = (Play(shell, level, SIZE, opening=opening) for opening in (Opening(whole=True), Opening(close=True)))
    assert near.camera.scale > far.camera.scale
    for play in (near, far):
        people = play.frame.people
        spots = zip(*play.camera.many_to_screen(people.x, people.y), strict=True)
        assert all(play.layout.map.collidepoint(spot) for spot in spots)


def test_without_being_asked_a_shot_and_the_window_frame_whom_the_moment_concerns(tmp_path: Path) -> None:
    plain, close, whole = (
        shot(tmp_path, LEVEL, "--at", "0", "--size", "400x250", *argv) for argv in ((), ("--close",), ("--whole",))
    )
    assert len({plain, close, whole}) == 3
    shell, level = Shell(), shipped("half-helper")
    pygame.display.set_mode(SIZE)
    framed, close_in = (Play(shell, level, SIZE, opening=opening) for opening in (Opening(), Opening(close=True)))
    assert framed.camera.scale > close_in.camera.scale


@pytest.mark.parametrize(
    "asked", [("--at", "3"), ("--select", "bob"), ("--close",), ("--whole",), ("--paused",), ("--lens", "felt")]
)
def test_what_only_a_level_can_have_is_refused_without_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.setattr(window, "play", lambda *_, **__: pytest.fail("A window was opened."))
    assert cli.main([*asked]) == 2
    assert capsys.readouterr().err == f"main.py play: {asked[0]} needs a level; name one after play.\n"


def test_the_window_refuses_the_eyes_of_another_than_is_selected(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["play", LEVEL, "--eyes", "ned", "--select", "bob"]) == 2
    assert "two people" in capsys.readouterr().err
