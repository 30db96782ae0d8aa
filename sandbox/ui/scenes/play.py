"""The playable table: one session, how it is looked at, and the panels around it. It needs a surface, not a window."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.load import LevelError, load_level
from sandbox.session.session import Session
from sandbox.ui.context import Context, Desk
from sandbox.ui.hud import menu, timebar, toasts
from sandbox.ui.hud.camera_control import CameraControl
from sandbox.ui.hud.captions import draw_captions
from sandbox.ui.hud.greeting import greeted
from sandbox.ui.hud.map_marks import draw_marks
from sandbox.ui.hud.sound_cues import Ears, Heard
from sandbox.ui.kit.focus import MAP, nearest
from sandbox.ui.kit.layout import arrange
from sandbox.ui.kit.pane_cache import PaneCache
from sandbox.ui.kit.scrolling import uncovered
from sandbox.ui.kit.style import Style, grown, scale_of
from sandbox.ui.kit.widgets import Control, Pane, Touch, covered
from sandbox.ui.panels import levels
from sandbox.ui.panels.registry import content, open_panel, style_of, width_of
from sandbox.ui.preferences import Preferences
from sandbox.ui.tools import toolbar
from sandbox.ui.tools.variants import choices
from sandbox.view.canvas.themes import in_use, use
from sandbox.view.place.minimap import minimap_rect
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.view.canvas.camera import Camera

USUAL: Final = Preferences()
MOST_TICKS: Final = 8
"""Ticks that one frame may play; a slow machine plays slower instead of freezing."""


class Game:
    """Everything between the events of a window and its picture."""

    def __init__(
        self,
        level: Level,
        size: tuple[int, int],
        *,
        seed: int | None = None,
        off: frozenset[str] = frozenset(),
        preferences: Preferences = USUAL,
        play_sound: Callable[[Heard, float], None] = lambda _heard, _loudness: None,
    ) -> None:
        self.seed, self.off, self.play_sound = seed, off, play_sound
        self.desk = Desk(preferences=preferences)
        use(preferences.colours)
        self.stage = Stage()
        self.entries: tuple[levels.Entry, ...] = ()
        self.ears = Ears()
        self.requests: list[str] = []
        """what only the window can do: quit, fullscreen, settings, picture"""
        self.mouse = pygame.Vector2(-1, -1)
        self.touch = Touch()
        self.accumulator = 0.0
        """ticks that are due but not yet played"""
        self.dirty = True
        self.camera_control = CameraControl()
        self._panes: tuple[Pane, ...] = ()
        self._shown: object = None
        """what the open panel was last about"""
        self.pane_cache = PaneCache()
        self.size = size
        self.decided: tuple[int, str] | None = None
        """when the goal was reached or lost, and which"""
        self.session = Session(level, seed=seed, off=off, metered=True)
        self.begin()

    def begin(self) -> None:
        """Take up a session from its beginning."""
        old = self.desk
        self.desk = Desk(
            tool=toolbar.first_tool(self.session),
            paused=old.paused,
            speed=old.speed,
            clock=old.clock,
            learned=old.learned,
            remembered=old.remembered,
            preferences=old.preferences,
            legend=old.legend,
        )
        self.accumulator, self.decided = 0.0, None
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
            self.session = Session(level, off=self.off, metered=True)
            self.begin()
            self.desk.paused = False

    def refresh_levels(self) -> None:
        """Read the folder of levels again."""
        self.entries = levels.read_entries()

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size."""
        self.size = size
        self._arrange()
        self.fit()

    def _arrange(self) -> None:
        self._docked, self._tooled = self.desk.dock, self.desk.tool
        likes = self.desk.preferences
        self.style = Style(scale_of(self.size, likes.scale), likes.words / 100)
        self.dock_style = style_of(self._docked, self.style, self.size, projector=likes.projector)
        self.layout = arrange(
            self.size,
            self.style,
            open_width=round(width_of(self._docked) * self.dock_style.scale),
            menu_buttons=len(menu.BUTTONS),
            ways=bool(choices(self.session.level, self.desk.tool)),
        )
        self.dirty = True

    @property
    def camera(self) -> Camera:
        """Where the map is looked at from."""
        return self.camera_control.camera

    def fit(self) -> None:
        """Show the whole map."""
        self.camera_control.fit(self.session.level.map, self.layout)

    def prefer(self, preferences: Preferences) -> None:
        """Show and sound everything as the player likes it from now on, and have it kept."""
        before, self.desk.preferences = self.desk.preferences, preferences
        if preferences.colours != in_use():
            use(preferences.colours)
            self.stage = Stage()
        self._arrange()
        if (preferences.scale, preferences.projector) != (before.scale, before.projector):
            self.fit()
        self.requests.append("settings")

    def zoom(self, factor: float, at: tuple[float, float] | None = None) -> None:
        """Come closer to a spot of the window, or go farther from it."""
        self.camera_control.zoom(self.session.level.map, factor, at or self.layout.map.center)

    def pan(self, dx: float, dy: float) -> None:
        """Drag the map by pixels."""
        self.camera_control.pan(self.session.level.map, dx, dy)

    @property
    def minimap(self) -> pygame.Rect | None:
        """Where the small map is, if it is there."""
        return minimap_rect(self.session.level.map, self.viewpoint, self.viewpoint.lengths)

    def look_again(self) -> None:
        """Take the picture of the moment after it has changed."""
        self.frame = self.session.frame()
        self.ears.begin_at(self.session.tick)
        self.desk.meter_strip.read(self.frame, self.session.history)
        if self.decided is not None and self.session.latest_tick < self.decided[0]:
            self.decided = None
        self.dirty = True

    def step(self, ticks: int = 1) -> None:
        """Let ticks pass and listen to each."""
        for _ in range(ticks):
            self.session.step()
            outcome = self.session.outcome()
            if self.decided is None and outcome in {"won", "lost"}:
                self.decided = (self.session.tick, outcome)
            self.ears.listen(self.session.frame(), self.desk, self.play_sound)
        self.look_again()

    def update(self, seconds: float) -> None:
        """Let real time pass: the clock of the picture, and as many ticks as are due."""
        self.desk.clock += seconds
        self.desk.meter_strip.follow(math.inf if self.desk.preferences.calm else seconds)
        if self.desk.paused:
            self.accumulator = 0.0
        else:
            self.accumulator = min(self.accumulator + seconds * TICKS_PER_SECOND * self.desk.speed, MOST_TICKS + 0.99)
            due = int(self.accumulator)
            if due:
                self.accumulator -= due
                self.step(due)
        self.camera_control.go_along(self.context, self.viewpoint, seconds)

    @property
    def context(self) -> Context:
        """What panels are built from."""
        reached = self.decided is not None and self.session.tick >= self.decided[0]
        outcome = self.decided[1] if self.decided is not None and reached else None
        return Context(self.style, self.layout, self.desk, self.session, self.frame, outcome, self.entries, self.mouse)

    @property
    def viewpoint(self) -> Viewpoint:
        """How the map is looked at."""
        desk = self.desk
        return Viewpoint(
            camera=self.camera,
            alpha=1.0 if desk.paused else self.accumulator % 1.0,
            seconds=desk.clock,
            selected=desk.selected,
            hovered=None if desk.hovered == desk.spent else desk.hovered,
            lens=desk.lens,
            eyes=desk.eyes(),
            show_all=desk.show_all or "all" in desk.held,
            reduce_motion=desk.preferences.calm,
            gentle=desk.preferences.gentle,
            projector=desk.preferences.projector,
            words=self.style.words * (1.0 if desk.preferences.projector else grown(self.size, desk.preferences.scale)),
            legend=desk.legend,
            minimap=True,
            free=self.layout.map,
            cursor=(self.mouse.x, self.mouse.y) if self.layout.map.collidepoint(self.mouse) else None,
        )

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All parts of the screen, the lowest first."""
        if self.dirty:
            if (self._docked, self._tooled) != (self.desk.dock, self.desk.tool):
                self._arrange()
                if not self.camera_control.moved:
                    self.fit()
            if self._shown != content(self.desk):
                self._shown, self.desk.scroll = content(self.desk), 0
            context = self.context
            parts = [menu.head(context), toolbar.toolbar(context), timebar.timebar(context)]
            if self.desk.dock:
                parts += open_panel(replace(context, style=self.dock_style))
            open_now = (toasts.banner(context), toolbar.ways(context), toolbar.drawer(context))
            self._panes = (*parts, *(pane for pane in open_now if pane), menu.menu(context))
            self.dirty, self.pane_cache.stale = False, True
            self.desk.focus.keep([control.name for control in self.controls])
        return self._panes

    @property
    def controls(self) -> list[Control]:
        """All controls, in the order of the Tab key."""
        return [control for pane in self.panes for control in pane.controls]

    def move_focus(self, step: int) -> None:
        """Take the keyboard to the next control (1) or the one before (-1), and bring it into view."""
        disabled = {control.name for control in self.controls if not control.enabled}
        self.desk.focus.move([control.name for control in self.controls], step, disabled)
        self.desk.scroll = uncovered(self.panes, self.desk.scroll, self.desk.focus.at)

    def control(self, name: str | None) -> Control | None:
        """Find a control by name."""
        return next((one for one in self.controls if one.name == name), None)

    def on_minimap(self, pos: pygame.Vector2) -> bool:
        """Tell whether a pixel belongs to the small map."""
        return self.minimap is not None and self.minimap.collidepoint(pos) and not covered(self.panes, pos)

    def on_map(self, pos: pygame.Vector2) -> bool:
        """Tell whether a pixel belongs to the map and not to a panel or the small map."""
        return not covered(self.panes, pos) and not self.on_minimap(pos)

    def select_nearest(self, direction: tuple[int, int]) -> None:
        """Go from the selected person to the next one in a direction."""
        people = self.frame.people
        self.desk.selected = nearest(people.x, people.y, self.desk.selected, direction)
        self.dirty = True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map and everything over it."""
        panes, context, viewpoint = self.panes, self.context, self.viewpoint
        focused = self.desk.focus.at
        touch = replace(self.touch, focused=None if focused == MAP else focused)
        self.stage.draw(surface, greeted(self.frame, viewpoint) if self.desk.acted is None else self.frame, viewpoint)
        draw_marks(surface, context, viewpoint)
        self.camera_control.draw_sign(surface, context, viewpoint)
        toasts.draw_toasts(surface, context, viewpoint, self.stage.legend.box)
        draw_captions(surface, context, self.stage.legend.box)
        self.pane_cache.draw(surface, panes, touch)
        pointed = self.control(self.touch.hovered) or self.control(touch.focused)
        if pointed is not None:
            toasts.draw_tip(surface, context, pointed)
