"""Signs of how people stand with one another: as what they are taken, how they suffer, what counts in their favour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc, star
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

BOLT: Final = ((-0.02, 0.26), (0.10, -0.04), (0.01, -0.06), (0.09, -0.28), (-0.10, 0.02), (0.0, 0.04))
"""Corners of an upright bolt about its middle."""
QUESTION: Final = ((0.20, -0.28), (0.27, -0.42), (0.40, -0.42), (0.45, -0.28), (0.34, -0.16), (0.34, -0.06))
PLATE_TOP: Final = -0.14


def _key(canvas: SpriteCanvas) -> None:
    canvas.stroke([(0, PLATE_TOP), (0, -0.28)], 0.18)
    canvas.stroke([(0, PLATE_TOP), (0, -0.28)], 0.08, palette.BRASS)
    for side in (-1, 1):
        canvas.ellipse((side * 0.19, -0.32), (0.17, 0.13), palette.BRASS, LINE)
        canvas.ellipse((side * 0.20, -0.32), (0.07, 0.05), palette.PAPER, 0.03)


def _thing(canvas: SpriteCanvas) -> None:
    """Draw a tin plate in place of a face, and the wind-up key over it."""
    _key(canvas)
    canvas.polygon([(-0.38, 0.46), (-0.38, PLATE_TOP), (0.38, PLATE_TOP), (0.38, 0.46)], palette.TIN, LINE * 1.2)
    canvas.polygon([(-0.25, 0.35), (-0.25, -0.02), (0.25, -0.02), (0.25, 0.35)], palette.CARD, 0.03)


def _face(canvas: SpriteCanvas, centre: Point, radius: float) -> None:
    x, y = centre
    canvas.circle(centre, radius, palette.PLASTER, LINE * 1.2)
    for side in (-1, 1):
        _eye(canvas, (x + side * radius * 0.42, y - radius * 0.15), radius)
    canvas.stroke(arc((x, y + radius * 0.25), (radius * 0.4, radius * 0.3), 0.06, 0.44), 0.06)


def _eye(canvas: SpriteCanvas, centre: Point, radius: float) -> None:
    canvas.ellipse(centre, (radius * 0.26, radius * 0.34), palette.WHITE, 0.03)
    canvas.circle(centre, radius * 0.16, palette.INK)


def _person(canvas: SpriteCanvas) -> None:
    _face(canvas, (0.0, 0.04), 0.42)


def _idol(canvas: SpriteCanvas) -> None:
    """Draw a face on steps."""
    for wide, y in ((0.46, 0.38), (0.32, 0.26)):
        canvas.ellipse((0.0, y), (wide, 0.13), palette.STONE, LINE)
    _face(canvas, (0.0, -0.1), 0.3)


def _taken(canvas: SpriteCanvas) -> None:
    _face(canvas, (-0.10, 0.10), 0.36)
    canvas.circle((0.32, -0.25), 0.2, palette.PAPER, 0.0)
    canvas.stroke(QUESTION, 0.2, palette.PAPER)
    canvas.stroke(QUESTION, 0.1)
    canvas.circle((0.34, 0.12), 0.11, palette.PAPER)
    canvas.circle((0.34, 0.12), 0.065, palette.INK)


def _halved(canvas: SpriteCanvas) -> None:
    """Draw half a face beside half a plate."""
    canvas.polygon([(0, -0.36), (0.42, -0.36), (0.42, 0.44), (0, 0.44)], palette.TIN, LINE * 1.2)
    canvas.polygon([(0.1, -0.23), (0.28, -0.23), (0.28, 0.31), (0.1, 0.31)], palette.CARD, 0.03)
    canvas.polygon(arc((0.0, 0.04), (0.42, 0.40), 0.25, 0.75, 24), palette.PLASTER, LINE * 1.2)
    _eye(canvas, (-0.19, -0.02), 0.42)
    canvas.stroke(arc((0.0, 0.14), (0.17, 0.12), 0.27, 0.44), 0.06)
    canvas.stroke([(0, -0.36), (0, 0.44)], 0.06)


def _personhood(canvas: SpriteCanvas) -> None:
    """Draw a face with a wind-up key in its head."""
    _key(canvas)
    _face(canvas, (0.0, 0.14), 0.34)


def _cog(canvas: SpriteCanvas) -> None:
    canvas.polygon(star((0, 0), 0.48, 0.31, 8), palette.TIN, 0.07)
    canvas.circle((0, 0), 0.34, palette.TIN)
    canvas.circle((0, 0), 0.11, palette.PAPER, 0.07)


def _sees_thing(canvas: SpriteCanvas) -> None:
    """Draw a piece of the row of cogs that leads from a mind to what is a thing to it."""
    canvas.stroke([(-0.5, 0), (0.5, 0)], 0.06)
    for x in (-0.36, 0.0, 0.36):
        canvas.polygon(star((x, 0), 0.17, 0.11, 8), palette.TIN, 0.035)
        canvas.circle((x, 0), 0.04, palette.PAPER, 0.03)


def _bolts(canvas: SpriteCanvas, colour: palette.Rgb) -> None:
    for x, y in ((-0.3, 0.06), (0.0, -0.2), (0.3, 0.06)):
        canvas.polygon([(x + across * 1.15, y + down * 0.95) for across, down in BOLT], colour, 0.045)


def _suffers(canvas: SpriteCanvas) -> None:
    _bolts(canvas, palette.VERMILLION)


def _unseen(canvas: SpriteCanvas) -> None:
    _bolts(canvas, palette.PAPER)
    canvas.circle((0.2, 0.24), 0.24, palette.PAPER, 0.06)
    canvas.ellipse((0.2, 0.24), (0.17, 0.1), palette.WHITE, 0.04)
    canvas.circle((0.2, 0.24), 0.07, palette.INK)
    canvas.stroke([(0.04, 0.4), (0.36, 0.08)], 0.14, palette.PAPER)
    canvas.stroke([(0.04, 0.4), (0.36, 0.08)], 0.08, palette.VERMILLION)


def _star(canvas: SpriteCanvas) -> None:
    canvas.polygon(star((0, 0.03), 0.44, 0.21, 5), palette.GREEN, 0.075)
    canvas.polygon(star((0, 0.03), 0.25, 0.12, 5), palette.PAPER)


def _no_star(canvas: SpriteCanvas) -> None:
    """Draw a star that is still to be earned."""
    canvas.polygon(star((0, 0.03), 0.44, 0.21, 5), palette.PAPER, 0.05)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "thing": _thing,
    "half": _halved,
    "person": _person,
    "taken": _taken,
    "idol": _idol,
    "personhood": _personhood,
    "cog": _cog,
    "sees_thing": _sees_thing,
    "suffers": _suffers,
    "unseen": _unseen,
    "star": _star,
    "no_star": _no_star,
}
"""Sign of each face that somebody can be given, of the lens of personhood, of bolts, seen and unseen, and of credit."""
