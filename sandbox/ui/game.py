"""One play-through on the screen: its session, how it is looked at, and the panels around it."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.session.session import Session
from sandbox.ui.context import PlayContext
from sandbox.ui.course.course import Course
from sandbox.ui.course.meanwhile import Meanwhile
from sandbox.ui.hud import bare, goal_line, head, level_card, menu, timebar, toasts
from sandbox.ui.hud.folds import LISTS
from sandbox.ui.kit.focus import MAP, nearest
from sandbox.ui.kit.layout import arrange
from sandbox.ui.kit.widgets import Pane, covered
from sandbox.ui.opening import PLAIN, Opening, suited
from sandbox.ui.panels.inspector import keep_listed
from sandbox.ui.panels.registry import DOCKS, covers, docked, style_of, width_of
from sandbox.ui.tools import toolbar
from sandbox.ui.tools.variants import choices
from sandbox.view.place.minimap import minimap_rect
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pygame

    from sandbox.scenario.schema import Level
    from sandbox.session.files.reopen import Reopened
    from sandbox.ui.hud.sound_cues import Heard
    from sandbox.ui.state import Shell
    from sandbox.view.canvas.camera import Camera

ABOUT_SOMEBODY: Final = frozenset({"inspector", "why"})
"""While these panels are open, or the keyboard is at the map, the lines of the selected person are drawn."""

AT_THE_TOP: Final = frozenset({"goal", "head", "buttons", "menu"})
"""The panes whose place a panel takes that covers all."""


def _silent(_heard: Heard, _loudness: float) -> None:
    """Play no sound."""


class Game(Course):
    """What tools, panels and commands act upon while a level is played."""

    docks = DOCKS

    def __init__(
        self,
        shell: Shell,
        level: Level,
        size: tuple[int, int],
        *,
        path: Path | None = None,
        seed: int | None = None,
        off: frozenset[str] = frozenset(),
        play_sound: Callable[[Heard, float], None] = _silent,
        opening: Opening = PLAIN,
    ) -> None:
        super().__init__(shell, size, off, play_sound)
        self._bars: dict[Callable[[PlayContext], Pane], tuple[object, Pane]] = {}
        """those that need not be built anew with every tick, each with the value of what it was built from"""
        self.meanwhile = Meanwhile()
        """what is worked out bit by bit while a panel tells of it"""
        self.said: list[toasts.Said] = []
        """the words that lay over the map in the last picture"""
        looks = opening.looks(level)
        self.take_up(opening.session or Session(level, seed=seed, off=off, metered=True), path, looks)
        if opening.again is not None:
            self.go_on(opening.again)
        if opening.close:
            self.camera_control.close_in(self.frame.people, self.layout)
        elif opening.whole:
            self.fit()
        self.crossing = opening.crossing
        if self.crossing is not None:
            self.camera_control.come_from(self.crossing, level.map, self.layout)

    @abstractmethod
    def show_title(self) -> None:
        """Go to the title, from where this play-through can be gone on with."""

    @abstractmethod
    def go_on(self, opened: Reopened) -> None:
        """Go on with what was just taken up as it was left in an earlier sitting."""

    def arrange(self) -> None:
        """Lay everything out around the open panel and the tool in hand."""
        super().arrange()
        self._docked, self._tooled = self.state.dock, self.state.hand
        projector = self.adopted.projector
        self.dock_style = style_of(self._docked, self.style, self.size, projector=projector)
        place = partial(
            arrange,
            self.size,
            self.style,
            open_width=round(width_of(self._docked) * self.dock_style.scale),
            menu_width=menu.width(self.style),
            tool_count=toolbar.count(self.session.level),
            ways=bool(choices(self.session.level, self.state.hand)),
            alone=covers(self._docked),
        )
        width = place().goal.width  # The height of words hangs on how wide they may be.
        height = goal_line.height_of(self.session.level, self.style, width, projector=projector)
        laid = place(goal_height=height)
        self.layout = laid.bare if self.state.bare else laid

    @property
    def camera(self) -> Camera:
        """Where the map is looked at from."""
        return self.camera_control.camera

    def look(self) -> None:
        """Look, as everything is laid out now, at what the player chose to see, or else at what happens."""
        self.camera_control.arrange(self.session.level.map, self.layout)

    def fit(self) -> None:
        """Show the whole map."""
        self.camera_control.fit(self.session.level.map, self.layout)

    def frame_story(self) -> None:
        """Look at what happens, from now on."""
        self.camera_control.frame(self.context)

    def zoom(self, factor: float, at: tuple[float, float] | None = None) -> None:
        """Come closer to a spot of the window, or go farther from it."""
        self.camera_control.zoom(self.session.level.map, factor, at or self.layout.map.center)

    def pan(self, dx: float, dy: float) -> None:
        """Drag the map by pixels."""
        self.camera_control.pan(self.session.level.map, dx, dy)

    @property
    def minimap(self) -> pygame.Rect | None:
        """Where the small map is, if it is there."""
        return minimap_rect(self.frame, self.viewpoint, self.viewpoint.lengths)

    def update(self, seconds: float) -> None:
        """Let real time pass: the clock of the picture, and as many ticks as are due."""
        super().update(seconds)
        keep_listed(self.context)
        self.state.clock += seconds
        level_card.follow(self.state)
        self.pass_time(seconds)
        self.meanwhile.follow(self.shell, self.state, self.session)
        self.meanwhile.glimpse.follow(self.session, self._glimpsed())
        self._look_on(seconds)

    def _glimpsed(self) -> int | None:
        """Return the tick that the mouse is at on a chart, if it is at one."""
        chart = self.control(self.touch.hovered)
        is_chart = chart is not None and chart.look == "card" and chart.span > 0
        return timebar.tick_at(self.context, chart, self.mouse.x) if chart is not None and is_chart else None

    def _look_on(self, seconds: float) -> None:
        """Let the camera go on by itself, but not under a hand that is about to do something."""
        context, viewpoint, state = self.context, self.viewpoint, self.state
        busy = state.half is not None or state.hovered is not None or self.touch.pressed is not None
        self.camera_control.glide(context, viewpoint, seconds, busy=busy)
        self.camera_control.go_along(context, viewpoint, seconds)

    @property
    def context(self) -> PlayContext:
        """What panes are built from."""
        decided = self.session.decided
        return PlayContext(
            style=self.style,
            window=self.layout.window,
            free=self.layout.map,
            dock=self.layout.dock,
            shell=self.shell,
            mouse=self.mouse,
            here=self.session.level.title,
            state=self.state,
            layout=self.layout,
            session=self.session,
            frame=self.frame,
            tick=self.playback.tick,
            branches=self.branches,
            path=self.playing.path,
            outcome=decided[1] if decided is not None and self.session.tick >= decided[0] else None,
            undoes=self.history.done or self.session.before_last(self.playback.tick) is not None,
            redoes=self.history.undone,
        )

    @property
    def viewpoint(self) -> Viewpoint:
        """How the map is looked at."""
        state, over = self.state, self.layout.map.collidepoint(self.mouse)
        viewpoint = Viewpoint(
            camera=self.camera,
            alpha=1.0 if state.paused else self.playback.between,
            seconds=self.shell.clock,
            selected=state.selected,
            hovered=None if state.hovered == state.spent else state.hovered,
            lines=state.dock in ABOUT_SOMEBODY or state.focus.at == MAP,
            lens=state.lens,
            eyes=state.eyes(),
            show_all=state.show_all or "all" in state.held,
            legend=self.shell.legend and not (state.bare or state.introduces),
            minimap=not (state.bare or state.introduces),
            framed=not self.camera_control.moved,
            free=self.layout.map,
            cursor=(self.mouse.x, self.mouse.y) if over else None,
            greeted=over and state.acted is None and self.frame.latest_happening < 0,
        )
        return suited(viewpoint, self.adopted, self.size)

    def close(self) -> None:
        """Let go of one thing, at last of the whole screen."""
        if not self.state.let_go():
            self.leave_full_screen()

    def about(self) -> object:
        """Return what the open panel is about: a question or a person, too."""
        wonder = None if self.state.wondered is None else self.state.wondered.wonder
        asked = {"why": self.state.subject, "why_not": wonder, "inspector": self.state.person()}
        return super().about(), asked.get(self.state.dock)

    def value(self) -> tuple[object, ...]:
        """Return all that panes are built from: the moment and what was played, too."""
        session, playback, history = self.session, self.playback, self.history
        played = session.earliest_tick, session.decided, self.branches
        return *self._still(), self.frame, playback.tick, history.done, history.undone, *played

    def _still(self) -> tuple[object, ...]:
        """Return what the bars are built from that no tick changes."""
        return *super().value(), self.playing, self.layout, self.state.eyes()

    def press_control(self, name: str, *, by_mouse: bool = False) -> None:
        """Do what a control is for; a list folds up again once something in it is chosen."""
        inside = any(pane.name in LISTS and name in pane.names for pane in self.panes)
        super().press_control(name, by_mouse=by_mouse)
        if inside:
            self.state.fold = ""

    def fold_up(self) -> bool:
        """Fold up a list that the mouse was pressed beside; return whether there was one."""
        lay = self.state.fold in LISTS
        self.state.fold = "" if lay else self.state.fold
        return lay

    def build(self) -> list[Pane]:
        """Build the bars around the map and what lies open over it."""
        if (self._docked, self._tooled) != (self.state.dock, self.state.hand):
            opened = self._docked != self.state.dock
            self.arrange()
            if opened or not self.camera_control.moved:  # A tool must not move whoever is to be touched with it.
                self.look()
        context, tick, session = self.context, self.playback.tick, self.session
        panel = docked(context, DOCKS, self.dock_style)
        if self.state.bare:
            return [*panel, *bare.bare_panes(context)]
        still, undoing = self._still(), (context.undoes, context.redoes)
        before, after = tick > session.earliest_tick, tick < session.latest_tick
        tools = self._kept(toolbar.toolbar, (*still, toolbar.shown(context)))
        buttons = self._kept(timebar.transport, (*still, before, after, *undoing))
        looks = self._kept(timebar.lenses, (*still, *undoing))
        bars = [head.head(context), tools, buttons, timebar.strip(context, buttons, looks), looks]
        over = (goal_line.goal_line, toolbar.ways, toolbar.drawer, menu.menu_fold, timebar.lens_fold)
        open_now = (level_card.level_card(context, self.camera), *(build(context) for build in over))
        panes = [*bars, *panel, self._kept(menu.menu, still), *(pane for pane in open_now if pane)]
        return [pane for pane in panes if pane.name not in AT_THE_TOP] if covers(self.state.dock) else panes

    def _kept(self, build: Callable[[PlayContext], Pane], value: object) -> Pane:
        """Return a bar as it was, or build it anew if the value of what it is built from differs."""
        before = self._bars.get(build)
        if before is None or before[0] != value:
            before = self._bars[build] = value, build(self.context)
        return before[1]

    @property
    def ring(self) -> list[str]:
        """The names that the Tab key goes round; the first is the map."""
        return [MAP, *super().ring]

    def on_minimap(self, pos: pygame.Vector2) -> bool:
        """Return whether a pixel belongs to the small map."""
        return self.minimap is not None and self.minimap.collidepoint(pos) and not covered(self.panes, pos)

    def on_map(self, pos: pygame.Vector2) -> bool:
        """Return whether a pixel belongs to the map and not to a panel or the small map."""
        return self.layout.window.collidepoint(pos) and not (covered(self.panes, pos) or self.on_minimap(pos))

    def said_at(self, pos: pygame.Vector2) -> toasts.Said | None:
        """Return the words that lie over the map at a pixel, or None."""
        return next((one for one in self.said if one.rect.collidepoint(pos)), None)

    def select_nearest(self, direction: tuple[int, int]) -> None:
        """Go from the selected person to the next one in a direction."""
        people, there = self.frame.people, self.frame.people.there().tolist()
        start = there.index(self.state.selected) if self.state.selected in there else None
        self.state.selected = there[nearest(people.x[there], people.y[there], start, direction)]
