"""Where the player looks from: the camera, which frames what happens, is moved by hand, or goes along with somebody."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.seen.concerned import Extent, concerned
from sandbox.ui.hud.asked_for import asked_for
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.opening import lengths_for
from sandbox.view.canvas.camera import FARTHEST, NEAREST, Camera
from sandbox.view.canvas.glide import Glide

if TYPE_CHECKING:
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Map
    from sandbox.ui.context import PlayContext
    from sandbox.ui.hud.crossing import Crossing
    from sandbox.ui.kit.layout import Layout
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.viewpoint import Viewpoint

Spot = tuple[float, float]

GLIDE_SECONDS: Final = 0.4
"""The camera is so far behind whoever it follows."""
NEARER: Final = 1.6
"""How much closer it comes to begin with, if the whole map is in view."""
SHOWN: Final = (4.0, 2.0)
"""So many metres across and down are shown around a spot that a rule of the level points at."""
SHOWN_SECONDS: Final = 8.0
"""So long the camera then stays there."""
COMES_SECONDS: Final = 2.5
"""So long it takes, at most, to come from the view of another scene."""
LEAP_TICKS: Final = 20
"""When time goes on by more at once, or back, the camera does not glide but cuts."""


def lengths_in(context: PlayContext) -> Sizes:
    """Return the lengths of the picture."""
    return lengths_for(context.shell.preferences, context.window.size)


class CameraControl:
    """The camera of one game."""

    def __init__(self) -> None:
        """Look at nothing yet."""
        self.camera = Camera(0.0, 0.0, 1.0, pygame.Rect(0, 0, 1, 1))
        self.moved = False
        """whether the player chose the view by hand; else the camera frames what happens"""
        self.whole = False
        """whether the player then chose to see the whole map"""
        self.following = False
        """whether the camera goes along with the selected person"""
        self._speed = pygame.Vector2()
        """metres per second"""
        self._rest = pygame.Vector2()
        """the part of a pixel by which the camera is behind where it should be: it moves by whole pixels"""
        self._layout: Layout | None = None
        """what it was last laid out for"""
        self._chosen: tuple[Camera, Spot, pygame.Rect] | None = None
        """the view that the player chose, the spot in the middle of what was free, and the window, of the first layout
        since then: each later one is made from these, so that the way there and back leads to the same view"""
        self._glide = Glide()
        self._extent: Extent | None = None
        """of those whom the moment concerns, in metres"""
        self._lengths: Sizes | None = None
        self._tick = 0
        self._meant: tuple[int | None, bool] = None, False
        """who was chosen, and whether a question was asked, when the camera last rested, or time went on"""
        self._stays = 0.0
        """seconds for which it stays where a rule of the level pointed"""
        self._pointed: Camera | None = None
        """the view of what is free to which a rule pointed, while it is on its way there"""
        self._carried: Camera | None = None
        """the view in which that way has left it: in any other the player has taken over"""

    @property
    def gliding(self) -> bool:
        """Whether the camera is on its way by itself."""
        return self._pointed is not None or (not self.moved and self._glide.moving)

    def fit(self, ground: Map, layout: Layout) -> None:
        """Show the whole map in what the panels leave free."""
        self.moved, self.whole, self.following = True, True, False
        self._layout, self._chosen = layout, None
        self._fill(Camera.fit(ground, layout.map), layout.stage)

    def frame(self, context: PlayContext) -> None:
        """Show those whom the moment concerns in what the panels leave free, at once, and so from now on."""
        self.moved = self.whole = self.following = False
        self._layout, self._chosen, self._stays = context.layout, None, 0.0
        self._look(context)
        self._meant = _meant(context)
        self._cut(context.frame.level.map, context.layout)

    def glide(self, context: PlayContext, viewpoint: Viewpoint, seconds: float, *, busy: bool) -> None:
        """Come nearer to framing those whom the moment concerns, unless the player chose another view.

        Nothing moves under a hand that is `busy`, nor while time stands still, but for whoever has just been chosen or
        asked about.
        """
        frame, layout = context.frame, context.layout
        if self._pointed is not None and self.camera is self._carried and self._pointed.rect == layout.map:
            self._carry(self._pointed, layout, viewpoint, seconds)
        else:
            self._pointed = None
        self._stays = max(0.0, self._stays - seconds)
        if self.moved or self._stays:
            self._tick = frame.tick
            return
        leapt = not 0 <= frame.tick - self._tick <= LEAP_TICKS
        self._look(context)
        if leapt or self._extent is None:
            self._cut(frame.level.map, layout)
            return
        wanted = Camera.showing(self._extent, frame.level.map, layout.map, viewpoint.lengths)
        state, calm = context.state, viewpoint.reduce_motion
        held = busy or (state.paused and _meant(context) == self._meant)
        self._fill(
            self._glide.toward(wanted, self._extent, seconds, viewpoint.lengths, calm=calm, held=held), layout.stage
        )
        if not (state.paused and self._glide.moving):
            self._meant = _meant(context)

    def _look(self, context: PlayContext) -> None:
        """Take in whom the moment concerns."""
        frame = context.frame
        rows = concerned(frame, asked_for(context))
        self._extent = Extent.of(frame.people, rows) if len(rows) else None
        self._lengths, self._tick = lengths_in(context), frame.tick

    def _cut(self, ground: Map, layout: Layout) -> None:
        """Frame them at once."""
        if self._extent is None or self._lengths is None:
            shown = Camera.fit(ground, layout.map)
        else:
            shown = Camera.showing(self._extent, ground, layout.map, self._lengths)
        self._fill(self._glide.cut(shown), layout.stage)

    def close_in(self, people: People, layout: Layout) -> None:
        """Show everybody in what the panels leave free, as near as they fit in."""
        self.moved, self.whole, self.following = True, False, False
        self._layout, self._chosen = layout, None
        self._fill(Camera.around(people.x[people.there()], people.y[people.there()], layout.map), layout.stage)

    def _fill(self, fitting: Camera, stage: pygame.Rect) -> None:
        """Look the same way at all of the stage, of which a camera sees a part."""
        free = fitting.rect
        self.camera = replace(
            fitting,
            x=fitting.x - (free.centerx - stage.centerx) / fitting.scale,
            y=fitting.y - (free.centery - stage.centery) / fitting.scale,
            rect=stage,
        )

    def arrange(self, ground: Map, layout: Layout) -> None:
        """Keep what the player looks at in the middle of what other panels or another window leave free.

        As much of the map is seen as before: a metre grows with the window, by the edge that grows less. The whole map
        stays the whole map, and a view that the player did not choose frames the same people anew.
        """
        if not self.moved:
            self._layout = layout
            self._cut(ground, layout)
            return
        if self.whole or self._layout is None:
            self.fit(ground, layout)
            return
        if self._chosen is None:
            before = self._layout
            self._chosen = self.camera, self.camera.to_world(before.map.center), before.window
        self._layout = layout
        camera, spot, window = self._chosen
        grown = min(layout.window.width / window.width, layout.window.height / window.height)
        scale = max(FARTHEST, min(NEAREST, camera.scale * grown))
        (middle_x, middle_y), (x, y) = layout.map.center, layout.stage.center
        shown = replace(
            camera,
            x=spot[0] - (middle_x - x) / scale,
            y=spot[1] - (middle_y - y) / scale,
            scale=scale,
            rect=layout.stage,
        )
        self.camera = shown.within(ground)

    def zoom(self, ground: Map, factor: float, at: Spot) -> None:
        """Come closer to a pixel, or go farther from it."""
        self.moved, self.whole, self._chosen = True, False, None
        self.camera = self.camera.zoom_at(at, factor).within(ground)

    def pan(self, ground: Map, dx: float, dy: float) -> None:
        """Drag the map by pixels; whoever was followed goes on alone."""
        self.moved, self.whole, self.following, self._chosen = True, False, False, None
        self.camera = self.camera.pan(dx, dy).within(ground)

    def look_at(self, ground: Map, spot: Spot, free: pygame.Rect) -> None:
        """Bring a spot of the map into the middle of what is free; whoever was followed goes on alone."""
        x, y = self.camera.to_screen(*spot)
        self.pan(ground, round(free.centerx - x), round(free.centery - y))

    def point_out(self, context: PlayContext, spot: Spot) -> None:
        """Set out for a spot, to have it in the middle of what is free, and nearby unless the player chose how near.

        A camera that frames what happens goes on with that after a while; the player's hand ends it at once.
        """
        ground, layout = context.frame.level.map, context.layout
        self._glide.cut(_seen_in(self.camera, layout))
        if self.moved and not self.whole:
            (x, y), free = self.camera.to_screen(*spot), layout.map
            there = self.camera.pan(round(free.centerx - x), round(free.centery - y)).within(ground)
            self.following, self._chosen = False, None
            self._pointed, self._carried = _seen_in(there, layout), self.camera
            return
        (x, y), (across, down) = spot, SHOWN
        around = Extent(x - across / 2, y - down / 2, x + across / 2, y + down / 2)
        self._stays, self.moved, self.whole = SHOWN_SECONDS, False, False
        self._pointed, self._carried = Camera.showing(around, ground, layout.map, lengths_in(context)), self.camera

    def _carry(self, wanted: Camera, layout: Layout, viewpoint: Viewpoint, seconds: float) -> None:
        """Bring the camera nearer to where a rule pointed."""
        spot = (wanted.x, wanted.y, wanted.x, wanted.y)
        calm = viewpoint.reduce_motion
        now = self._glide.toward(wanted, spot, seconds, viewpoint.lengths, calm=calm, hurried=True)
        self._fill(now, layout.stage)
        self._carried = self.camera
        if not self._glide.moving:
            self._pointed = None

    def come_from(self, crossing: Crossing, ground: Map, layout: Layout) -> None:
        """Set out from the view of another scene for the one that frames what happens, also while time stands still."""
        camera = crossing.view_of(ground, layout.stage)
        if camera is None:
            return
        wanted = _seen_in(self.camera, layout)
        self._fill(self._glide.set_out(_seen_in(camera, layout), wanted), layout.stage)
        self._pointed, self._carried, self._stays = wanted, self.camera, COMES_SECONDS

    def make_room(self, layout: Layout) -> None:
        """Take it that panels leave less free or more; a view that frames what happens glides there."""
        self._layout = layout
        self._glide.cut(_seen_in(self.camera, layout))

    def follow(self, at: Spot, *, whole: bool) -> None:
        """Go along with whoever is at a pixel, from a little closer if the `whole` map was in view."""
        self.moved, self.whole, self.following, self._chosen = True, False, True, None
        self._speed, self._rest = pygame.Vector2(), pygame.Vector2()
        if whole:
            self.camera = self.camera.zoom_at(at, NEARER)

    def go_along(self, context: PlayContext, viewpoint: Viewpoint, seconds: float) -> None:
        """Come nearer to having the selected person in the middle, without a jerk; the calm jump, and seldom.

        The way is that of a critically damped spring, worked out exactly, so it is the same at any frame rate.
        """
        who, free = context.state.selected, context.free
        if who is None:
            self.following = False
        if who is None or not self.following:
            return
        x, y = person_middle(context, viewpoint, who)
        behind = pygame.Vector2(free.centerx - x, free.centery - y) / self.camera.scale + self._rest
        if viewpoint.reduce_motion:
            third = free.inflate(-2 * free.width // 3, -2 * free.height // 3)
            step = pygame.Vector2() if third.collidepoint(x, y) else -behind
        else:
            stiffness = 2 / GLIDE_SECONDS
            pull, left = (self._speed + stiffness * behind) * seconds, exp(-stiffness * seconds)
            step = (behind + pull) * left - behind
            self._speed = (self._speed - stiffness * pull) * left
        self._move(step)

    def _move(self, step: pygame.Vector2) -> None:
        wanted = (step + self._rest) * self.camera.scale
        whole = pygame.Vector2(round(wanted.x), round(wanted.y))
        self._chosen = None if whole else self._chosen
        self._rest = (wanted - whole) / self.camera.scale
        self.camera = self.camera.pan(-whole.x, -whole.y)


def _meant(context: PlayContext) -> tuple[int | None, bool]:
    """Return who is chosen, and whether a question is asked: its faces can be clicked on the map."""
    return context.state.selected, context.state.dock == "question"


def _seen_in(camera: Camera, layout: Layout) -> Camera:
    """Return the part of a view of the stage that panels leave free."""
    free, stage = layout.map, layout.stage
    x = camera.x + (free.centerx - stage.centerx) / camera.scale
    y = camera.y + (free.centery - stage.centery) / camera.scale
    return replace(camera, x=x, y=y, rect=free)
