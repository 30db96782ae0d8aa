"""What is to be seen on the title: the night and its eyes, the people under the lamp, and the name over them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.folders import ASSETS
from sandbox.scenario.language import text_of
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Level, Person
from sandbox.session.session import Session
from sandbox.ui.hud.crossing import Crossing
from sandbox.ui.kit.widgets import label
from sandbox.ui.opening import Opening
from sandbox.ui.scenes.gathering import LAMP, TURN, WHOLE, WORDS, Gathering, darkness
from sandbox.ui.scenes.heading import blinks, draw_eyes, draw_heading, way_to
from sandbox.view.canvas import palette
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import DESK
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.ui.kit.style import Style
    from sandbox.ui.scenes.heading import Heading
    from sandbox.ui.screen import Screen
    from sandbox.ui.state import Shell
    from sandbox.view.stage import Stage
    from sandbox.view.viewpoint import Viewpoint

PEOPLE: Final = ASSETS / "title.json"
"""The people who stand there, as a level that nobody plays."""
_BODY: Final = 0.23
"""Height of a body's tile, in heights of the window."""
_BESIDE: Final = 0.7
"""Room beside the outermost, in tiles."""
_FEET: Final = 0.87
"""How far down the window the feet of the nearest stand."""
_HINT: Final = 1.3
"""Size of what there is to do, in parts of the choices."""


class Show:
    """What happens there by itself, since a moment."""

    def __init__(self, level: Level, clock: float, *, over: bool) -> None:
        """Begin at a moment of the shell's clock, in seconds; `over` if it has all been seen before."""
        self.frame = Session(level).frame()
        self.gathering = Gathering(self.frame)
        self._began = clock - (WHOLE if over else 0.0)
        self._moved = clock

    def moved(self, clock: float) -> None:
        """Take it that the mouse was moved."""
        self._moved = clock

    def seconds(self, clock: float, *, calm: bool) -> float:
        """Return how many have passed; with less motion everything has happened at once."""
        return WHOLE if calm else clock - self._began

    def still(self, clock: float, *, calm: bool) -> float:
        """Return for how many seconds the mouse has rested since all has happened; with less motion none."""
        return 0.0 if calm else max(0.0, clock - max(self._moved, self._began + WORDS))

    def camera(self, size: tuple[int, int]) -> Camera:
        """Look at the people on a window, as near as they fit, above its lower edge."""
        (width, height), people = size, self.frame.people
        metre, left, right = DESK.person_metres, float(people.x.min()), float(people.x.max())
        scale = min(_BODY * height / metre, width / (right - left + 2 * _BESIDE * metre))
        below = (_FEET - 0.5) * height / scale
        camera = Camera((left + right) / 2, float(people.y.max()) - below, scale, pygame.Rect((0, 0), size))
        return camera.on_pixels()

    def draw_people(self, surface: pygame.Surface, stage: Stage, viewpoint: Viewpoint, clock: float) -> float:
        """Draw everybody; return how much of it lies in the dark, 0 to 1."""
        calm = viewpoint.reduce_motion
        seconds, still = self.seconds(clock, calm=calm), self.still(clock, calm=calm)
        frame = self.gathering.at(viewpoint.camera, viewpoint.cursor, seconds, still)
        stage.draw(surface, frame, replace(viewpoint, seconds=clock - self._began, bare=True))
        dark = darkness(seconds, gentle=viewpoint.gentle)
        if dark:
            film = pygame.Surface(viewpoint.camera.rect.size)
            film.fill(themed(palette.NIGHT))
            film.set_alpha(round(255 * dark))
            surface.blit(film, viewpoint.camera.rect)
        return dark

    def draw_name(
        self, surface: pygame.Surface, name: Heading, style: Style | None, viewpoint: Viewpoint, clock: float
    ) -> None:
        """Draw the name, of which in the dark nothing is seen but eyes; under it, in a style, what there is to do."""
        calm = viewpoint.reduce_motion
        seconds = self.seconds(clock, calm=calm)
        shut = not calm and blinks(seconds)
        if seconds < LAMP:
            draw_eyes(surface, name, shut=shut)
            return
        draw_heading(surface, name, way_to(name.eye, viewpoint.cursor if seconds >= TURN else None), shut=shut)
        if seconds >= WORDS and style is not None:
            large = replace(style, scale=style.scale * _HINT)
            spot = name.rect.centerx, name.rect.bottom + style.px(8)
            label(surface, large, text_of("ui.hint.first"), spot, "midtop", loud=True)


def left(screen: Screen, show: Show, camera: Camera) -> Opening:
    """Return how a level begins into which the title goes over without a cut; a newcomer has no bars there yet.

    With less motion there is a cut.
    """
    picture = pygame.Surface(screen.size)
    screen.draw(picture)
    crossing = None if screen.adopted.calm else Crossing(picture, camera, show.frame.level.map)
    return Opening(barless="why" not in screen.shell.learned, crossing=crossing)


def those(shell: Shell) -> Level:
    """Return who stands there; if their file cannot be read, say why, and let somebody stand there alone."""
    try:
        return load_level(PEOPLE)
    except LevelError as error:
        shell.complaints.append(error.problems[0])
    alone = Person(id="alone", name="?", x=16.0, y=10.0)
    return Level(schema_version=2, id="title", title="?", hook="?", people=(alone,))
