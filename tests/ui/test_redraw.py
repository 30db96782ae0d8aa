"""What is kept of the panes from picture to picture is what would be drawn from nothing, whatever was done before."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame
import pytest

from sandbox.scenario.library import level_files
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS
from sandbox.ui.campaign import pictures, stop
from sandbox.ui.commands.table import possible
from sandbox.ui.game import Game
from sandbox.ui.kit.chords import parse
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.pane_cache import PaneCache
from sandbox.ui.preferences import LADDERS, SWITCHES, Preferences
from sandbox.ui.scenes.palette import Palette
from sandbox.ui.scenes.play import Play
from sandbox.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.widgets import Pane
    from tests.ui.conftest import Pilot

SIZES: Final = ((1280, 800), (1280, 800), (1920, 1080), (730, 430), (1000, 900))
KEYS: Final = (
    "tab",
    "shift+tab",
    "return",
    "escape",
    "left",
    "right",
    "up",
    "down",
    "space",
    "end",
    *".,reatyidltk8f1247",
)
LEVELS: Final = level_files()[:12]
BEYOND: Final = {verbs.QUIT.name, verbs.FULLSCREEN.name, verbs.PICTURE.name, verbs.OPEN.name}
"""What only the window can do; and levels, which would take up most of the time."""


class Child:
    """Somebody small who has got hold of mouse and keyboard."""

    def __init__(self, pilot: Pilot, seed: int) -> None:
        self.pilot, self.chance = pilot, random.Random(seed)  # noqa: S311 - no secret, only noise
        self.done: list[str] = []

    def screen(self) -> Screen:
        """Return the scene whose panes are seen: the uppermost, or the one under the palette."""
        top = self.pilot.scenes.top
        if isinstance(top, Play):
            self.pilot.game = top
        screen = top.under if isinstance(top, Palette) else top
        assert isinstance(screen, Screen)
        return screen

    def act(self) -> None:
        """Do anything."""
        deeds = (*[self.perform] * 6, self.key, self.key, self.control, self.control, self.mouse, self.mouse)
        rarer = (self.person, self.hover, self.rebind, self.taste, self.time, self.resize, self.palette, self.level)
        self.done.append(self.chance.choice((*deeds, *rarer))())

    def spot(self) -> tuple[int, int]:
        """Choose a pixel."""
        width, height = self.screen().size
        return self.chance.randrange(width), self.chance.randrange(height)

    def perform(self) -> str:
        """Carry out a command that is possible, if the palette does not lie over it."""
        screen = self.screen()
        by_verb: dict[str, list[Invocation]] = {}
        for one in _invocations(screen):
            by_verb.setdefault(one.command, []).append(one)
        invocation = self.chance.choice(by_verb[self.chance.choice(list(by_verb))])
        if screen is self.pilot.scenes.top:
            screen.perform(invocation)
        return invocation.id

    def key(self) -> str:
        """Press a key."""
        name = self.chance.choice(KEYS)
        self.pilot.tap(name)
        return name

    def control(self) -> str:
        """Click a button, or only press it."""
        named = {control.name: control for control in self.screen().controls if _stays(control.act)}
        name = self.chance.choice(list(named))
        pos = named[name].rect.center
        self.pilot.begin_drag(pos, pos)
        if self.chance.random() < 0.8:
            self.pilot.post(pygame.MOUSEBUTTONUP, pos=pos, button=1)
        return name

    def mouse(self) -> str:
        """Move the mouse, press one of its buttons, let go, turn its wheel or take it out of the window."""
        kind, spot = self.chance.choice(("move", "press", "release", "ask", "wheel", "leave")), self.spot()
        button = 3 if kind == "ask" else 1
        self.pilot.move(spot)
        if kind in {"press", "ask"} and _stays_at(self.screen(), spot):
            self.pilot.post(pygame.MOUSEBUTTONDOWN, pos=spot, button=button)
        elif kind == "release":
            self.pilot.post(pygame.MOUSEBUTTONUP, pos=spot, button=button)
        elif kind == "wheel":
            self.pilot.post(pygame.MOUSEWHEEL, x=0, y=self.chance.choice((-4, 4)))
        elif kind == "leave":
            self.pilot.post(pygame.WINDOWLEAVE)
        return f"{kind} {spot}"

    def person(self) -> str:
        """Click somebody, or ask about them."""
        game = self.screen()
        if not isinstance(game, Game) or game is not self.pilot.scenes.top:
            return "nobody"
        row = self.chance.randrange(len(game.frame.people))
        self.pilot.click(row, button=self.chance.choice((1, 1, 3)))
        return f"person {row}"

    def hover(self) -> str:
        """Go from one to another while the panel is about whoever the mouse is at."""
        game = self.screen()
        if not isinstance(game, Game) or game is not self.pilot.scenes.top:
            return "nobody"
        game.perform(verbs.GROUND(0.0, 0.0))
        game.open_dock("inspector")
        for row in self.chance.sample(range(len(game.frame.people)), 2):
            self.pilot.frames(1, seconds=0.0)
            self.pilot.move(self.pilot.where(row))
        return "hover"

    def rebind(self) -> str:
        """Give a command another key, or all their usual ones."""
        screen = self.screen()
        command = self.chance.choice(BINDINGS).id
        changed = bool(screen.shell.keymap.own)
        for one in (verbs.RESET_ALL(),) if changed else (verbs.CAPTURE(command), verbs.GIVE(parse("F7"))):
            screen.perform(one)
        return f"rebind {command}"

    def taste(self) -> str:
        """Change a preference."""
        name = self.chance.choice((*SWITCHES, *LADDERS))
        self.screen().perform(
            verbs.SETTING(name) if name in SWITCHES else verbs.TURN(name, self.chance.choice((-1, 1)))
        )
        return name

    def time(self) -> str:
        """Let time pass."""
        self.pilot.frames(count := self.chance.randrange(1, 20))
        return f"{count} frames"

    def resize(self) -> str:
        """Take a window of another size."""
        size = self.chance.choice(SIZES)
        self.pilot.surface = pygame.display.set_mode(size)
        self.pilot.scenes.resize(size)
        return str(size)

    def palette(self) -> str:
        """Open the palette, or close it."""
        self.pilot.tap("ctrl+p")
        return "palette"

    def level(self) -> str:
        """Play another level, now and then before it has begun to move."""
        path = self.chance.choice(LEVELS)
        self.screen().perform(verbs.OPEN(path))
        return path.stem


def _invocations(screen: Screen) -> Iterator[Invocation]:
    """Yield what can be done now, and all panels and keys."""
    yield from (one for one in possible(screen) if _stays(one))
    yield from (verbs.DOCK(name) for name in screen.docks)
    yield from (verbs.CAPTURE(binding.id) for binding in BINDINGS)


def _stays(act: Invocation | None) -> bool:
    return act is None or act.command not in BEYOND


def _stays_at(screen: Screen, spot: tuple[int, int]) -> bool:
    return all(_stays(control.act) for control in screen.controls if control.rect.collidepoint(spot))


def picture(screen: Screen, cache: PaneCache, panes: tuple[Pane, ...]) -> bytes:
    """Draw panes alone."""
    surface, focused = pygame.Surface(screen.size), screen.state.focus.at
    cache.draw(surface, panes, replace(screen.touch, focused=None if focused == MAP else focused))
    return pygame.image.tobytes(surface, "RGB")


@pytest.fixture(autouse=True)
def _pictures_of_levels_are_there_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what comes from the background, so that the same picture is the same."""

    def draw(surface: pygame.Surface, wanted: Iterable[tuple[bytes, pygame.Rect]]) -> None:
        for level, box in (one for one in wanted if one[0]):
            surface.blit(pictures.picture_of(level, box.size).draw(), box)

    monkeypatch.setattr(stop, "draw_pictures", draw)


def stale(screen: Screen) -> list[str]:
    """Name the panes of the last picture that look, or explain themselves, otherwise than if all were made anew."""
    kept, anew = screen._panes, tuple(screen.build())
    if picture(screen, screen.pane_cache, kept) == picture(screen, PaneCache(), anew):
        return [one.name for one, other in zip(kept, anew, strict=True) if _tips(one) != _tips(other)]
    pairs = {pane.name: [one for one in kept if one.name == pane.name] for pane in (*kept, *anew)}
    pictures = {pane.name: picture(screen, PaneCache(), (pane,)) for pane in anew}
    return [
        name
        for name, owned in pairs.items()
        if not owned or picture(screen, PaneCache(), (owned[0],)) != pictures.get(name)
    ] or ["the sheet"]


def _tips(pane: Pane) -> list[str]:
    """Return what is said beside each control, which is no part of the picture."""
    return [control.tip for control in pane.controls]


@pytest.mark.parametrize("seed", range(1))
def test_the_kept_picture_is_the_one_drawn_anew(sit_down: Callable[..., Pilot], seed: int) -> None:
    child = Child(sit_down(), seed)
    for _ in range(60):
        child.act()
        child.pilot.frames(1, seconds=0.0)  # With every tick everything is built anew.
        assert not (found := stale(child.screen())), (found, child.done[-5:])
    child.screen().prefer(Preferences())
