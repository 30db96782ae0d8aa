"""A pilot plays the game as a person would: with a mouse, a keyboard and patience."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from sandbox.scenario import library
from sandbox.scenario.language import epoch
from sandbox.scenario.load import decode_level
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.screen import Screen
from sandbox.ui.state import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sandbox.scenario.schema import Happening, Level
    from sandbox.ui.hud.sound_cues import Heard
    from sandbox.ui.kit.widgets import Control
    from sandbox.view.stage import Stage

LEVEL = b"""{"schema_version": 1, "id": "pilot", "title": "Pilot", "hook": "Three friends.",
"map": {"width": 24, "height": 16},
"people": [{"id": "ann", "name": "Ann", "x": 6, "y": 8}, {"id": "bob", "name": "Bob", "x": 12, "y": 8},
           {"id": "cy", "name": "Cy", "x": 18, "y": 8}],
"ties": [{"from": "ann", "to": "bob", "mutual": true, "affinity": 0.8, "importance": 0.9}],
"tools": {"hurt": null, "heal": 1, "praise": null, "insult": null, "gift": 2, "news": null, "move": null}}"""
ANN, BOB, CY = range(3)
DRAWN = 4
"""So many of the frames that pass at once are drawn."""
GOAL: dict[str, Any] = {"win": {"used": "praise", "min": 1}, "stars": [{"when": {"used": "hurt", "max": 0}}]}


@lru_cache(100)
def decoded(level: bytes, _: int) -> Level:
    """Read a level, once in each language."""
    return decode_level(level, "pilot.json")


def campaign_level(name: str, **more: object) -> bytes:
    """Write a level that is won with a praise, and has taught something."""
    said = {"learned": f"{name} taught this.", "mechanisms": ["T13", "T3"]}
    base = {"schema_version": 2, "id": name, "title": name.title(), "hook": f"{name}?", "goal": GOAL, "teaching": said}
    return json.dumps({**json.loads(LEVEL), **base} | more).encode()


class Pilot:
    """Moves the mouse, presses keys and lets frames pass; what these lead to is drawn once it is looked at."""

    def __init__(
        self, size: tuple[int, int] = (1280, 800), level: bytes = LEVEL, preferences: Preferences | None = None
    ) -> None:
        """Sit down at a game."""
        self.surface = pygame.display.set_mode(size)
        self.played: list[str] = []
        self.game = Play(
            Shell(preferences=preferences or Preferences()),
            decoded(level, epoch()),
            size,
            play_sound=self.hear,
        )
        self.scenes = SceneStack(self.game)
        """`game` until a test leads elsewhere"""
        self.game.state.paused = True
        self.go_on()

    @property
    def surface(self) -> pygame.Surface:
        """The picture as it is by now."""
        self.see()
        return self._surface

    @surface.setter
    def surface(self, surface: pygame.Surface) -> None:
        self._surface, self._stale = surface, True

    def see(self) -> None:
        """Draw what is to be seen, unless it is drawn already."""
        if self._stale:
            self.scenes.draw(self._surface)
            self._stale = False

    @property
    def stage(self) -> Stage:
        """The map as it was drawn."""
        self.see()
        return self.game.stage

    def hear(self, heard: Heard, loudness: float) -> None:
        """Note the name of a sound that can be heard."""
        if loudness > 0:
            self.played.append(heard.name)

    def frames(self, count: int = 1, seconds: float = 0.1) -> None:
        """Let frames pass; where time passes too, all but the last few are dropped, as by a slow machine."""
        for left in range(count, 0, -1):
            self.scenes.update(seconds)
            if left <= DRAWN or seconds == 0:
                self.scenes.draw(self._surface)
                self._stale = False

    def go_on(self) -> None:
        """Let a frame pass that nobody may look at."""
        self.scenes.update(0.1)
        self._stale = True

    def post(self, kind: int, **details: Any) -> None:  # noqa: ANN401 - what events carry
        """Let the window tell of something."""
        self.scenes.handle(pygame.Event(kind, **details))

    def move(self, pos: tuple[float, float]) -> None:
        """Move the mouse over what is seen."""
        self.see()
        self._point(pos)

    def _point(self, pos: tuple[float, float]) -> None:
        self.post(pygame.MOUSEMOTION, pos=(round(pos[0]), round(pos[1])), rel=(0, 0), buttons=(0, 0, 0))

    def begin_drag(self, start: tuple[float, float], end: tuple[float, float], button: int = 1) -> None:
        """Press at one place and move to another."""
        self.move(start)
        self.post(pygame.MOUSEBUTTONDOWN, pos=start, button=button)
        if start != end:
            self.move(end)

    def end_drag(self, end: tuple[float, float], button: int = 1) -> None:
        """Let go of the button."""
        self.post(pygame.MOUSEBUTTONUP, pos=end, button=button)
        self.go_on()

    def drag(self, start: tuple[float, float], end: tuple[float, float], button: int = 1) -> None:
        """Press at one place and let go at another."""
        self.begin_drag(start, end, button)
        self.end_drag(end, button)

    def click(self, target: int | str | tuple[float, float], button: int = 1) -> None:
        """Click a person, a control or a pixel."""
        if isinstance(target, str):  # A control is there before it is drawn.
            self._point(pos := self.where(target))
            self.post(pygame.MOUSEBUTTONDOWN, pos=pos, button=button)
            self.end_drag(pos, button)
        else:
            pos = target if isinstance(target, tuple) else self.where(target)
            self.drag(pos, pos, button)

    def choose(self, name: str) -> None:
        """Unfold the list that a control is in, such as "look.blame" or "menu.quit", and click it there."""
        self.unfold(name.partition(".")[0])
        self.click(name)

    def unfold(self, part: str) -> None:
        """Unfold the list of lenses ("look") or of all that is wanted more rarely ("menu")."""
        self.click({"look": "look.lenses", "menu": "menu.fold"}[part])

    def wheel(self, notches: int) -> None:
        """Turn the wheel; 1 is away from the hand."""
        self.post(pygame.MOUSEWHEEL, x=0, y=notches)
        self.go_on()

    def key(self, *names: str) -> None:
        """Press keys, such as "y" or "shift+tab"."""
        for name in names:
            self.tap(name)
            self.go_on()

    def tap(self, name: str) -> None:
        """Press a key, and let no frame pass."""
        *modifiers, key = name.split("+") if len(name) > 1 else [name]
        mask = sum(getattr(pygame, f"KMOD_L{modifier.upper()}") for modifier in modifiers)
        code = pygame.key.key_code(key)
        self.post(pygame.KEYDOWN, key=code, mod=mask, unicode="")
        self.post(pygame.KEYUP, key=code, mod=mask)

    def hold(self, name: str, *, down: bool) -> None:
        """Press a key without letting go, or let go of it."""
        self.post(pygame.KEYDOWN if down else pygame.KEYUP, key=pygame.key.key_code(name), mod=0, unicode="")
        self.go_on()

    def where(self, target: int | str) -> tuple[float, float]:
        """Return the pixel of a person, as they are seen now, or of a control."""
        if isinstance(target, str):
            return self.control(target).rect.center
        self.scenes.draw(self._surface)
        self._stale = False
        x, y = person_middle(self.game.context, self.game.viewpoint, target)
        return round(x), round(y)

    @property
    def screen(self) -> Screen:
        """The scene that is shown."""
        assert isinstance(self.scenes.top, Screen)
        return self.scenes.top

    def control(self, name: str) -> Control:
        """Find a control."""
        found = self.screen.control(name)
        assert found is not None, f"There is no {name}."
        return found

    def ring(self) -> list[str]:
        """Name all controls that can be pressed, in the order of the Tab key."""
        return [control.name for control in self.screen.controls if control.enabled]

    def tab_to(self, name: str) -> None:
        """Go round with Tab until a control has the mark."""
        for _ in range(len(self.screen.controls) + 1):
            if self.screen.state.focus.at == name:
                self.go_on()
                return
            self.tap("tab")
        pytest.fail(f"Tab never came to {name}.")

    @property
    def done(self) -> tuple[Happening, ...]:
        """What the session was told."""
        return self.game.session.commands


@pytest.fixture
def sit_down() -> Iterator[Callable[..., Pilot]]:
    """Return a function that puts a pilot before a new game."""
    pygame.display.init()
    yield Pilot
    pygame.display.quit()


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of three levels of a campaign and one for trying things out, which are all there are."""
    for number, name in ((1, "one"), (2, "two"), (3, "three"), (110, "free")):
        (tmp_path / f"{number:03}-{name}.json").write_bytes(campaign_level(name))
    monkeypatch.setattr(library, "LEVELS", tmp_path)
    return tmp_path


@pytest.fixture
def pilot(sit_down: Callable[..., Pilot]) -> Pilot:
    """Return a pilot before a paused game of three friends."""
    return sit_down()
