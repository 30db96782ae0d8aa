"""Signs of how people stand with one another: as what they are taken, how they suffer, what counts in their favour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, Sketch, arc, star
from sandbox.view.icons.minds import LINE

if TYPE_CHECKING:
    from collections.abc import Callable

BOLT: Final = ((-0.02, 0.26), (0.10, -0.04), (0.01, -0.06), (0.09, -0.28), (-0.10, 0.02), (0.0, 0.04))
"""Corners of an upright bolt about its middle."""
QUESTION: Final = ((0.20, -0.28), (0.27, -0.42), (0.40, -0.42), (0.45, -0.28), (0.34, -0.16), (0.34, -0.06))
PLATE_TOP: Final = -0.14


def _key(sketch: Sketch) -> None:
    sketch.stroke([(0, PLATE_TOP), (0, -0.28)], 0.18)
    sketch.stroke([(0, PLATE_TOP), (0, -0.28)], 0.08, palette.BRASS)
    for side in (-1, 1):
        sketch.ellipse((side * 0.19, -0.32), (0.17, 0.13), palette.BRASS, LINE)
        sketch.ellipse((side * 0.20, -0.32), (0.07, 0.05), palette.PAPER, 0.03)


def _thing(sketch: Sketch) -> None:
    """Draw a tin plate in place of a face, and the wind-up key over it."""
    _key(sketch)
    sketch.polygon([(-0.38, 0.46), (-0.38, PLATE_TOP), (0.38, PLATE_TOP), (0.38, 0.46)], palette.TIN, LINE * 1.2)
    sketch.polygon([(-0.25, 0.35), (-0.25, -0.02), (0.25, -0.02), (0.25, 0.35)], palette.CARD, 0.03)


def _face(sketch: Sketch, centre: Point, radius: float) -> None:
    x, y = centre
    sketch.circle(centre, radius, palette.PLASTER, LINE * 1.2)
    for side in (-1, 1):
        _eye(sketch, (x + side * radius * 0.42, y - radius * 0.15), radius)
    sketch.stroke(arc((x, y + radius * 0.25), (radius * 0.4, radius * 0.3), 0.06, 0.44), 0.06)


def _eye(sketch: Sketch, centre: Point, radius: float) -> None:
    sketch.ellipse(centre, (radius * 0.26, radius * 0.34), palette.WHITE, 0.03)
    sketch.circle(centre, radius * 0.16, palette.INK)


def _person(sketch: Sketch) -> None:
    _face(sketch, (0.0, 0.04), 0.42)


def _idol(sketch: Sketch) -> None:
    """Draw a face on steps."""
    for wide, y in ((0.46, 0.38), (0.32, 0.26)):
        sketch.ellipse((0.0, y), (wide, 0.13), palette.STONE, LINE)
    _face(sketch, (0.0, -0.1), 0.3)


def _taken(sketch: Sketch) -> None:
    _face(sketch, (-0.10, 0.10), 0.36)
    sketch.circle((0.32, -0.25), 0.2, palette.PAPER, 0.0)
    sketch.stroke(QUESTION, 0.2, palette.PAPER)
    sketch.stroke(QUESTION, 0.1)
    sketch.circle((0.34, 0.12), 0.11, palette.PAPER)
    sketch.circle((0.34, 0.12), 0.065, palette.INK)


def _halved(sketch: Sketch) -> None:
    """Draw half a face beside half a plate."""
    sketch.polygon([(0, -0.36), (0.42, -0.36), (0.42, 0.44), (0, 0.44)], palette.TIN, LINE * 1.2)
    sketch.polygon([(0.1, -0.23), (0.28, -0.23), (0.28, 0.31), (0.1, 0.31)], palette.CARD, 0.03)
    sketch.polygon(arc((0.0, 0.04), (0.42, 0.40), 0.25, 0.75, 24), palette.PLASTER, LINE * 1.2)
    _eye(sketch, (-0.19, -0.02), 0.42)
    sketch.stroke(arc((0.0, 0.14), (0.17, 0.12), 0.27, 0.44), 0.06)
    sketch.stroke([(0, -0.36), (0, 0.44)], 0.06)


def _personhood(sketch: Sketch) -> None:
    """Draw a face with a wind-up key in its head."""
    _key(sketch)
    _face(sketch, (0.0, 0.14), 0.34)


def _cog(sketch: Sketch) -> None:
    sketch.polygon(star((0, 0), 0.48, 0.31, 8), palette.TIN, 0.07)
    sketch.circle((0, 0), 0.34, palette.TIN)
    sketch.circle((0, 0), 0.11, palette.PAPER, 0.07)


def _sees_thing(sketch: Sketch) -> None:
    """Draw a piece of the row of cogs that leads from a mind to what is a thing to it."""
    sketch.stroke([(-0.5, 0), (0.5, 0)], 0.06)
    for x in (-0.36, 0.0, 0.36):
        sketch.polygon(star((x, 0), 0.17, 0.11, 8), palette.TIN, 0.035)
        sketch.circle((x, 0), 0.04, palette.PAPER, 0.03)


def _bolts(sketch: Sketch, colour: palette.Rgb) -> None:
    for x, y in ((-0.3, 0.06), (0.0, -0.2), (0.3, 0.06)):
        sketch.polygon([(x + across * 1.15, y + down * 0.95) for across, down in BOLT], colour, 0.045)


def _suffers(sketch: Sketch) -> None:
    _bolts(sketch, palette.VERMILLION)


def _unseen(sketch: Sketch) -> None:
    _bolts(sketch, palette.PAPER)
    sketch.circle((0.2, 0.24), 0.24, palette.PAPER, 0.06)
    sketch.ellipse((0.2, 0.24), (0.17, 0.1), palette.WHITE, 0.04)
    sketch.circle((0.2, 0.24), 0.07, palette.INK)
    sketch.stroke([(0.04, 0.4), (0.36, 0.08)], 0.14, palette.PAPER)
    sketch.stroke([(0.04, 0.4), (0.36, 0.08)], 0.08, palette.VERMILLION)


def _star(sketch: Sketch) -> None:
    sketch.polygon(star((0, 0.03), 0.44, 0.21, 5), palette.GREEN, 0.075)
    sketch.polygon(star((0, 0.03), 0.25, 0.12, 5), palette.PAPER)


DRAWN: Final[dict[str, Callable[[Sketch], None]]] = {
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
}
"""Sign of each face that somebody can be given, of the lens of personhood, of bolts, seen and unseen, and of credit."""
