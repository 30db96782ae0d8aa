"""The name of the game over its title: large letters, of which an *o* is an eye that looks where the mouse is."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui.kit.style import COLOURS
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, arc
from sandbox.view.canvas.text import line, width
from sandbox.view.people.expression import AHEAD, DIRECTIONS

EYE: Final = 0.66
"""Width of the eye, in heights of a line."""
LOW: Final = 0.60
"""How far its middle lies under the top of the line, in heights of a line."""
EDGE: Final = 0.032
"""Width of the line around the letters, in heights of a line."""
ROUND: Final = 16
"""So many copies of the letters make up that line."""
BESIDE: Final = 1.2
"""From one eye in the dark to the other, in eyes."""
BLINKS: Final = ((0.0, 0.12), (0.32, 0.4))
"""When the eyes are shut in the first second."""
EVERY: Final = 4.3
"""Seconds from one blink to the next, afterwards."""
SHUT: Final = 0.14


class Heading(NamedTuple):
    """Where the name stands."""

    rect: pygame.Rect
    letters: int
    """height of a line, in pixels"""
    before: str
    after: str

    @property
    def eye(self) -> tuple[int, int]:
        """The middle of the eye, as a pixel."""
        left = self.rect.left + width(self.before, self.letters, bold=True)
        return left + round(EYE * self.letters / 2), self.rect.top + round(LOW * self.letters)


def heading(room: pygame.Rect, largest: int) -> Heading:
    """Fit the name into the upper part of some room, in letters of a height in pixels at most."""
    before, _, after = text_of("ui.title").rpartition("o")
    wide = _width(before, after, largest)
    letters = max(1, min(largest, round(largest * 0.94 * room.width / wide)))
    rect = pygame.Rect(0, 0, _width(before, after, letters), letters)
    rect.midtop = room.centerx, room.top + round(0.4 * letters)
    return Heading(rect, letters, before, after)


def _width(before: str, after: str, letters: int) -> int:
    return width(before, letters, bold=True) + width(after, letters, bold=True) + round(EYE * letters)


def draw_heading(surface: pygame.Surface, name: Heading, gaze: int, *, shut: bool) -> None:
    """Write the name, with an eye that looks one way or is shut."""
    rect, diameter = name.rect, round(EYE * name.letters)
    for words, spot, anchor in ((name.before, rect.topleft, "topleft"), (name.after, rect.topright, "topright")):
        picture = _outlined(words, name.letters, COLOURS["paper"], COLOURS["ink"])
        edge = _edge(name.letters) * (1 if anchor == "topright" else -1)
        surface.blit(picture, picture.get_rect(**{anchor: spot}).move(edge, -_edge(name.letters)))
    _draw_eye(surface, name.eye, diameter, gaze, shut=shut)


def draw_eyes(surface: pygame.Surface, name: Heading, *, shut: bool) -> None:
    """Draw what is seen in the dark: the eye of the name, and another beside it."""
    diameter, (x, y) = round(EYE * name.letters), name.eye
    for left in (x, x - round(BESIDE * diameter)):
        _draw_eye(surface, (left, y), diameter, AHEAD, shut=shut)


def blinks(seconds: float) -> bool:
    """Return whether the eye is shut."""
    if seconds < 1:
        return any(start <= seconds < end for start, end in BLINKS)
    return seconds % EVERY < SHUT


def way_to(spot: tuple[int, int], cursor: tuple[float, float] | None) -> int:
    """Return the direction in which an eye at a pixel looks: to the mouse, or out of the picture."""
    if cursor is None:
        return AHEAD
    return round(atan2(cursor[1] - spot[1], cursor[0] - spot[0]) / (2 * pi) * DIRECTIONS) % DIRECTIONS


def _draw_eye(surface: pygame.Surface, middle: tuple[int, int], diameter: int, gaze: int, *, shut: bool) -> None:
    sprite = _eye(diameter, AHEAD if shut else gaze, shut=shut)
    surface.blit(sprite, sprite.get_rect(center=middle), special_flags=PREMULTIPLIED)


def _edge(letters: int) -> int:
    return max(1, round(EDGE * letters))


@cached_picture
def _outlined(words: str, letters: int, colour: palette.Rgb, ink: palette.Rgb) -> pygame.Surface:
    """Write letters with a line around them, so that they are read on whatever lies below."""
    edge, light, dark = _edge(letters), line(words, letters, colour, bold=True), line(words, letters, ink, bold=True)
    picture = pygame.Surface((light.get_width() + 2 * edge, light.get_height() + 2 * edge), pygame.SRCALPHA)
    for step in range(ROUND):
        angle = 2 * pi * step / ROUND
        picture.blit(dark, (edge + round(edge * cos(angle)), edge + round(edge * sin(angle))))
    picture.blit(light, (edge, edge))
    return picture


@cached_picture
def _eye(diameter: int, gaze: int, *, shut: bool) -> pygame.Surface:
    canvas, white, ink = SpriteCanvas(diameter, -0.56, -0.56, 0.56, 0.56), palette.WHITE, palette.INK
    if shut:
        canvas.stroke(arc((0.0, -0.12), (0.40, 0.30), 0.0, 0.5), 0.16, ink)
        canvas.stroke(arc((0.0, -0.12), (0.40, 0.30), 0.0, 0.5), 0.09, palette.PAPER)
        return canvas.finish()
    canvas.circle((0.0, 0.0), 0.46, white, 0.06)
    x, y = (0.0, 0.0) if gaze == AHEAD else (cos(2 * pi * gaze / DIRECTIONS), sin(2 * pi * gaze / DIRECTIONS))
    spot = (0.20 * x, 0.20 * y)
    canvas.circle(spot, 0.22, ink)
    canvas.circle((spot[0] - 0.07, spot[1] - 0.09), 0.07, white)
    return canvas.finish()
