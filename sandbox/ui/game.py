"""The playable table: one session, how it is looked at, and the panels around it. It needs a surface, not a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.load import LevelError, load_level
from sandbox.session.session import Session
from sandbox.ui import drives, help, inspector, levels, menu, notes, timebar, toolbar, why  # noqa: A004 - a panel's name
from sandbox.ui.choices import choices
from sandbox.ui.desk import Desk, Screen
from sandbox.ui.focus import MAP, nearest
from sandbox.ui.greeting import greeted
from sandbox.ui.hearing import sounds_of
from sandbox.ui.layout import arrange
from sandbox.ui.marks import draw_marks
from sandbox.ui.style import Style, scale_of, theme
from sandbox.ui.viewing import Viewing
from sandbox.ui.widgets import Control, Pane, Touch, draw_pane
from sandbox.view.minimap import minimap_rect
from sandbox.view.palette import LIGHT, sizes
from sandbox.view.scene import Scene
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.view.camera import Camera

MOST_TICKS: Final = 8
"""Ticks that one frame may play; a slow machine plays slower instead of freezing."""
_AROUND: Final = 16
"""How far a panel's shadow and marks reach beyond it, in units; half on each side."""
_WIDE: Final = ("drives",)
"""Panels whose sentences need more room."""
_DOCKS: Final[dict[str, Callable[[Screen], Pane]]] = {
    "inspector": inspector.inspector,
    "why": why.why,
    "drives": drives.drives,
    "levels": levels.levels,
    "help": help.help_page,
}


class Game:
    """Everything between the events of a window and its picture."""

    def __init__(
        self,
        level: Level,
        size: tuple[int, int],
        *,
        seed: int | None = None,
        off: frozenset[str] = frozenset(),
        play_sound: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.seed, self.off, self.play_sound = seed, off, play_sound
        self.desk = Desk()
        self.stage = Stage(LIGHT)
        self.entries: tuple[levels.Entry, ...] = ()
        self.heard = -1
        """the tick up to which sounds were played"""
        self.wishes: list[str] = []
        """what only the window can do: quit, fullscreen, settings, picture"""
        self.mouse = pygame.Vector2(-1, -1)
        self.touch = Touch()
        self.debt = 0.0
        """ticks that are due but not yet played"""
        self.dirty = self._stale = True
        self.viewing = Viewing()
        self._panes: tuple[Pane, ...] = ()
        self._sheet = pygame.Surface((1, 1), pygame.SRCALPHA)
        self.size = size
        self.decided: tuple[int, str] | None = None
        """when the goal was reached or lost, and which"""
        self.session = Session(level, seed=seed, off=off)
        self.begin()

    def begin(self) -> None:
        """Take up a session from its beginning."""
        old = self.desk
        self.desk = Desk(
            paused=old.paused,
            speed=old.speed,
            clock=old.clock,
            learned=old.learned,
            quiet=old.quiet,
            calm=old.calm,
            projector=old.projector,
        )
        self.debt, self.decided = 0.0, None
        self.look_again()
        self.resize(self.size)

    def open(self, path: Path) -> None:
        """Play another level; one that cannot be read leaves everything as it is, and says why."""
        try:
            level = load_level(path)
        except LevelError as error:
            self.desk.say(error.problems[0])
        except OSError as error:
            self.desk.say(f"{path.name}: {error.strerror}")
        else:
            self.session = Session(level, off=self.off)
            self.begin()
            self.desk.paused = False

    def refresh_levels(self) -> None:
        """Read the folder of levels again."""
        self.entries = levels.read_entries()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size."""
        self.size = size
        self.style = Style(scale_of(size))
        self._arrange()
        self.fit()

    def _arrange(self) -> None:
        self._docked, self._tooled = self.desk.dock, self.desk.tool
        width = theme().wide_dock if self._docked in _WIDE else theme().dock
        self.layout = arrange(
            self.size,
            self.style,
            dock_units=width if self._docked else 0,
            menu_buttons=len(menu.BUTTONS),
            ways=bool(choices(self.session.level, self.desk.tool)),
        )
        self.dirty = True

    @property
    def camera(self) -> Camera:
        """Where the map is looked at from."""
        return self.viewing.camera

    def fit(self) -> None:
        """Show the whole map."""
        self.viewing.fit(self.session.level.map, self.layout)

    def zoom(self, factor: float, at: tuple[float, float] | None = None) -> None:
        """Come closer to a spot of the window, or go farther from it."""
        self.viewing.zoom(self.session.level.map, factor, at or self.layout.map.center)

    def pan(self, dx: float, dy: float) -> None:
        """Drag the map by pixels."""
        self.viewing.pan(self.session.level.map, dx, dy)

    @property
    def minimap(self) -> pygame.Rect | None:
        """Where the small map is, if it is there."""
        return minimap_rect(self.session.level.map, self.scene, sizes(self.desk.projector))

    def look_again(self) -> None:
        """Take the picture of the moment after it has changed."""
        self.frame = self.session.frame()
        self.heard = min(self.heard, self.session.tick)
        if self.decided is not None and self.session.tick < self.decided[0]:
            self.decided = None
        self.dirty = True

    def step(self, ticks: int = 1) -> None:
        """Let ticks pass and listen to them."""
        for _ in range(ticks):
            self.session.step()
            outcome = self.session.outcome()
            if self.decided is None and outcome in {"won", "lost"}:
                self.decided = (self.session.tick, outcome)
        self.look_again()
        self._listen()

    def _listen(self) -> None:
        """Play the sounds of what is new."""
        fresh = [record for record in self.frame.recent if record.tick > self.heard]
        self.heard = self.session.tick
        if not self.desk.quiet:
            for name in sounds_of(fresh):
                self.play_sound(name)

    def update(self, seconds: float) -> None:
        """Let real time pass: the clock of the picture, and as many ticks as are due."""
        self.desk.clock += seconds
        if self.desk.paused:
            self.debt = 0.0
        else:
            self.debt = min(self.debt + seconds * TICKS_PER_SECOND * self.desk.speed, MOST_TICKS + 0.99)
            due = int(self.debt)
            if due:
                self.debt -= due
                self.step(due)
        self.viewing.go_along(self.screen, self.scene, seconds)

    @property
    def screen(self) -> Screen:
        """What panels are built from."""
        outcome = None if self.decided is None else self.decided[1]
        return Screen(self.style, self.layout, self.desk, self.session, self.frame, outcome, self.entries, self.mouse)

    @property
    def scene(self) -> Scene:
        """How the map is looked at."""
        desk = self.desk
        return Scene(
            camera=self.camera,
            alpha=1.0 if desk.paused else self.debt % 1.0,
            seconds=desk.clock,
            selected=desk.selected,
            hovered=None if desk.hovered == desk.spent else desk.hovered,
            lens=desk.lens,
            eyes=desk.eyes(),
            show_all=desk.show_all or "all" in desk.held,
            reduce_motion=desk.calm,
            projector=desk.projector,
            free=self.layout.map,
            cursor=(self.mouse.x, self.mouse.y) if self.layout.map.collidepoint(self.mouse) else None,
        )

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All parts of the screen, the lowest first."""
        if self.dirty:
            if (self._docked, self._tooled) != (self.desk.dock, self.desk.tool):
                self._arrange()
                if not self.viewing.moved:
                    self.fit()
            screen = self.screen
            parts = [menu.head(screen), toolbar.toolbar(screen), timebar.timebar(screen)]
            parts += [build(screen) for name, build in _DOCKS.items() if name == self.desk.dock]
            open_now = (notes.banner(screen), toolbar.ways(screen), toolbar.drawer(screen))
            self._panes = (*parts, *(pane for pane in open_now if pane), menu.menu(screen))
            self.dirty, self._stale = False, True
            self.desk.focus.keep(self.ring())
        return self._panes

    def ring(self) -> list[str]:
        """Name all controls in the order of the Tab key."""
        return [control.name for pane in self._panes for control in pane.controls if control.enabled]

    def control(self, name: str | None) -> Control | None:
        """Find a control by name."""
        return next((one for pane in self.panes for one in pane.controls if one.name == name), None)

    def control_at(self, pos: pygame.Vector2) -> Control | None:
        """Find the control under a pixel."""
        for pane in reversed(self.panes):
            for control in pane.controls:
                if control.rect.collidepoint(pos):
                    return control
            if pane.solid and pane.rect.collidepoint(pos):
                return None
        return None

    def on_map(self, pos: pygame.Vector2) -> bool:
        """Tell whether a pixel belongs to the map and not to a panel."""
        over = [self.minimap, *(pane.rect for pane in self.panes if pane.solid)]
        return not any(rect is not None and rect.collidepoint(pos) for rect in over)

    def select_nearest(self, direction: tuple[int, int]) -> None:
        """Go from the selected person to the next one in a direction."""
        people = self.frame.people
        self.desk.selected = nearest(people.x, people.y, self.desk.selected, direction)
        self.dirty = True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map and everything over it."""
        panes, screen, scene = self.panes, self.screen, self.scene
        focused = self.desk.focus.at
        touch = replace(self.touch, focused=None if focused == MAP else focused)
        if self._stale:
            self._draw_panes(panes, touch)
        self.stage.draw(surface, greeted(self.frame, scene) if self.desk.acted is None else self.frame, scene)
        draw_marks(surface, screen, scene)
        self.viewing.draw_sign(surface, screen, scene)
        notes.draw_notes(surface, screen, scene)
        for pane in panes:
            rect = self._reach(pane)
            surface.blit(self._sheet, rect, rect)
        pointed = self.control(self.touch.hovered) or self.control(touch.focused)
        if pointed is not None:
            notes.draw_tip(surface, screen, pointed)

    def _reach(self, pane: Pane) -> pygame.Rect:
        """Give the rectangle of a panel with its shadow and the keyboard's mark."""
        margin = self.style.px(_AROUND)
        return pane.rect.inflate(margin, margin).clip(self.layout.window)

    def _draw_panes(self, panes: tuple[Pane, ...], touch: Touch) -> None:
        """Draw the panels on a sheet of their own, which lasts until something on them changes."""
        if self._sheet.get_size() != self.size:
            self._sheet = pygame.Surface(self.size, pygame.SRCALPHA)
        for pane in panes:
            self._sheet.fill((0, 0, 0, 0), self._reach(pane))
        for pane in panes:
            draw_pane(self._sheet, self.style, pane, touch)
        self._stale = False
