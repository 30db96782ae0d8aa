"""Twin worlds side by side: what was done, once as it was and once without a drive, with one camera and one clock.

The first act that differs is ringed on both sides and joined over the seam, and time holds for a moment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.vocabulary import CIRCUIT_STREAMS
from sandbox.session.seen.concerned import Extent, concerned
from sandbox.session.twins import Twins
from sandbox.ui.hud.toasts import draw_tip
from sandbox.ui.kit.chords import chords_of_event, place_of
from sandbox.ui.kit.looks import draw_pane
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.widgets import Touch, control_at
from sandbox.ui.opening import lengths_for, suited
from sandbox.ui.scenes.base import Pop
from sandbox.ui.scenes.twin_view import BAR, BEGIN, CLOSE, OTHER, PAUSE, bar, draw_ring, draw_seam, draw_words, halves
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.glide import Glide
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.session.twins import Differs
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.widgets import Pane
    from sandbox.ui.scenes.base import Transition
    from sandbox.ui.screen import Screen
    from sandbox.view.canvas.palette import Rgb

HOLD: Final = 2.0
"""Seconds for which time stands still at the first act that differs."""
RINGED: Final = 6.0
"""Seconds of the worlds for which it is ringed."""
COOLER: Final[Rgb] = (228, 236, 252)
"""What the right half is multiplied by."""
MOST_TICKS: Final = 3
"""Ticks that one picture may play."""
HEAD: Final = 46
"""Room for the words over each half, in units."""


class Twin:
    """The scene of both, over the play-through that was doubled."""

    session = None
    sounding = None

    def __init__(self, under: Screen, session: Session, drive: str) -> None:
        """Begin to play both from the beginning."""
        self.under, self.doubled, self.twins = under, session, Twins(session, drive)
        others = (one for one in CIRCUIT_STREAMS if one != drive and one not in session.off_at_first)
        self.drives = (drive, *others)
        """one of which is off in the second world: that to begin with, and the others of the circuit"""
        self.next: Transition | None = None
        self.mouse = pygame.Vector2(under.mouse)
        self.paused, self.held, self.between = False, 0.0, 0.0
        self.touch = Touch()
        self.stages = Stage(), Stage()
        self.frames = self.twins.frames()
        self._glide, self._turn, self._drawn = Glide(), 0, 0
        self.resize(under.size)

    @property
    def moving(self) -> bool:
        """Whether it goes on by itself."""
        return not (self.paused and not self._glide.moving and self._drawn > 1)

    @property
    def first(self) -> Differs | None:
        """The first act that differs, while it is ringed."""
        found = self.twins.differs
        seconds = (self.twins.tick - found[0].tick) * SECONDS_PER_TICK if found else RINGED
        return found[0] if seconds < RINGED else None

    @property
    def over(self) -> bool:
        """Whether both are at the end."""
        return self.twins.tick >= self.twins.ends

    @property
    def pane(self) -> Pane:
        """The bar."""
        return bar(self.style, self.bar, self.twins, paused=self.paused)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay it out for a window of another size, in pixels."""
        self.size, self.style = size, self.under.context.spoken
        pad = self.style.px(theme().pad)
        self.bar = pygame.Rect(pad, 0, max(1, size[0] - 2 * pad), self.style.px(BAR))
        self.bar.bottom = size[1] - pad
        self.half = pygame.Rect(0, 0, (size[0] + 1) // 2, size[1])
        top = self.style.px(HEAD)
        self.free = pygame.Rect(pad, top, max(1, self.half.width - 2 * pad), max(1, self.bar.top - top))
        self.surfaces = tuple(pygame.Surface(self.half.size) for _ in self.stages)
        self._drawn = 0
        self._look(0.0)

    def resume(self, mouse: pygame.Vector2) -> None:
        """Come up."""
        self.mouse = mouse

    def update(self, seconds: float) -> None:
        """Let time pass in both worlds alike."""
        self.under.shell.clock += seconds
        if self.held > 0:
            self.held -= seconds
        elif not self.paused:
            self._pass(seconds)
        self._look(seconds)

    def _pass(self, seconds: float) -> None:
        due = min(self.between + seconds * TICKS_PER_SECOND, MOST_TICKS + 0.99)
        self.between = due % 1.0
        known = len(self.twins.differs)
        for _ in range(int(due)):
            if not self.twins.step():
                self.paused, self.between = True, 1.0
                break
            self.frames, self._drawn = self.twins.frames(), 0
            if not known and self.twins.differs:
                self.held, self.between = HOLD, 1.0
                break

    def _look(self, seconds: float) -> None:
        """Look at all whom the moment concerns, in either world."""
        likes, first = self.under.shell.preferences, self.first
        asked = () if first is None else (first.who,)
        extents = [
            Extent.of(frame.people, rows) for frame in self.frames if len(rows := concerned(frame, asked))
        ]  # fmt: skip
        lengths, ground = lengths_for(likes, self.size), self.frames[0].level.map
        if extents:
            left, top, right, low = zip(*extents, strict=True)
            extent = Extent(min(left), min(top), max(right), max(low))
            wanted = Camera.showing(extent, ground, self.free, lengths)
            seen = self._glide.toward(wanted, extent, seconds, lengths, calm=likes.calm)
        else:
            seen = self._glide.cut(Camera.fit(ground, self.free))
        x = seen.x - (self.free.centerx - self.half.centerx) / seen.scale
        y = seen.y - (self.free.centery - self.half.centery) / seen.scale
        self.camera = replace(seen, x=x, y=y, rect=self.half)

    def handle(self, event: pygame.Event) -> None:
        """Take one event."""
        down = self.under.shell.down
        if event.type == pygame.KEYDOWN:
            down.add(place_of(event))
            self._key({str(chord) for chord in chords_of_event(event)})
        elif event.type == pygame.KEYUP:
            down.discard(place_of(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            down.clear()
        elif event.type == pygame.MOUSEMOTION:
            self._point(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            self._point(event.pos)
            control = control_at((self.pane,), self.mouse)
            if control is not None and control.act is not None:
                self._do(control.act)

    def _point(self, pos: tuple[int, int]) -> None:
        self.mouse = pygame.Vector2(pos)
        control = control_at((self.pane,), self.mouse)
        self.touch = replace(self.touch, hovered=None if control is None else control.name)

    def _key(self, keys: set[str]) -> None:
        names = [control.name for control in self.pane.controls]
        if keys & {"Tab", "Shift+Tab"}:
            at = -1 if self.touch.focused is None else names.index(self.touch.focused)
            step = 1 if "Tab" in keys else -1
            self.touch = replace(self.touch, focused=names[(max(at, 0) + step if at >= 0 else at + 1) % len(names)])
        elif "Enter" in keys and self.touch.focused is not None:
            self._do(next(one.act for one in self.pane.controls if one.name == self.touch.focused) or CLOSE)
        elif "Space" in keys:
            self._do(PAUSE)
        elif keys & {"R", "Home"}:
            self._do(BEGIN)
        elif "D" in keys:
            self._do(OTHER)
        elif "Right" in keys and self.paused and self.twins.step():
            self.frames, self.between, self._drawn = self.twins.frames(), 1.0, 0
        elif "Escape" in keys:
            self._do(CLOSE)

    def _do(self, act: Invocation) -> None:
        if act == CLOSE:
            self.next = Pop()
        elif act == PAUSE:
            self.paused, self.held = not self.paused or self.over, 0.0
        elif act == OTHER:
            at = (self.drives.index(self.twins.drive) + 1) % len(self.drives)
            self.twins = Twins(self.doubled, self.drives[at])
            self._begin()
        elif act != BEGIN:
            self.next = Pop()
            self.under.perform(act)
        else:
            self.twins.begin()
            self._begin()
        self._drawn = 0

    def _begin(self) -> None:
        """Show both from the beginning."""
        self.frames, self.between, self.paused, self.held = self.twins.frames(), 0.0, False, 0.0

    def _viewpoint(self) -> Viewpoint:
        shell = self.under.shell
        viewpoint = Viewpoint(
            camera=self.camera,
            alpha=1.0 if self.paused or self.held > 0 else self.between,
            seconds=shell.clock,
            legend=False,
            framed=True,
            lines=False,
            free=self.free,
        )
        return suited(viewpoint, shell.preferences, self.size)

    def _paint(self, side: int, frame: Frame, viewpoint: Viewpoint) -> None:
        surface = self.surfaces[side]
        self.stages[side].draw(surface, frame, viewpoint)
        if side:
            surface.fill(COOLER, special_flags=pygame.BLEND_RGB_MULT)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw both halves of a new moment, else one of them anew; and all that belongs to both over them."""
        viewpoint = self._viewpoint()
        for side in (0, 1) if not self._drawn else (self._turn,):
            self._paint(side, self.frames[side], viewpoint)
        self._turn, self._drawn = 1 - self._turn, self._drawn + 1
        for side, left in enumerate(halves(self.size)):
            surface.blit(self.surfaces[side], (left, 0))
        draw_seam(surface, self.style)
        first = self.first
        if first is not None:
            draw_ring(surface, self.style, self.stages, viewpoint, first)
        draw_words(surface, self.style, self.twins, self.frames, first)
        pane = self.pane
        draw_pane(surface, pane, self.touch)
        names = self.touch.hovered, self.touch.focused
        pointed = next((one for name in names for one in pane.controls if one.name == name), None)
        if pointed is not None:
            draw_tip(surface, self.under.context, (pane,), pointed)
