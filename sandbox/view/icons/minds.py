"""Signs of what goes on in minds: turns of the eyes, stories, feelings, and what is held against or for somebody."""

from __future__ import annotations

from math import cos, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, Sketch, arc, star

if TYPE_CHECKING:
    from collections.abc import Callable

LINE: Final = 0.05
"""Outline of a sign, in tiles of its own size."""


def draw_heart(sketch: Sketch, colour: palette.Rgb) -> None:
    """Draw a heart."""
    left = arc((-0.20, -0.14), (0.21, 0.21), 0.42, 0.97, 12)
    right = arc((0.20, -0.14), (0.21, 0.21), 0.53, 1.08, 12)
    sketch.polygon([*left, *right, (0.0, 0.42)], colour, LINE)
    sketch.stroke([(-0.2, -0.2), (-0.26, -0.1)], 0.06, palette.PAPER)


def draw_puffs(sketch: Sketch, colour: palette.Rgb, centre: Point = (0.0, 0.0), size: float = 1.0) -> None:
    """Draw a cloud."""
    puffs = [((-0.22, -0.10), 0.17), ((0.0, -0.20), 0.21), ((0.23, -0.09), 0.16), ((0.02, -0.05), 0.18)]
    placed = [((centre[0] + x * size, centre[1] + y * size), radius * size) for (x, y), radius in puffs]
    for spot, radius in placed:
        sketch.circle(spot, radius + LINE, palette.INK)
    for spot, radius in placed:
        sketch.circle(spot, radius, colour)


def draw_eye(sketch: Sketch, size: float = 1.0, iris: palette.Rgb = palette.INK) -> None:
    """Draw an open eye."""
    across, down, off = 0.46 * size, 0.42 * size, 0.16 * size
    lids = [*arc((0, off), (across, down), 0.55, 0.95, 16), *arc((0, -off), (across, down), 0.05, 0.45, 16)]
    sketch.polygon(lids, palette.WHITE, LINE)
    sketch.circle((0, 0), 0.2 * size if iris != palette.INK else 0.15 * size, iris)
    sketch.circle((0, 0), 0.13 * size, palette.INK)
    sketch.circle((-0.05 * size, -0.06 * size), 0.045 * size, palette.WHITE)


def _crossed_eye(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.47, palette.PAPER, 0.07)
    draw_eye(sketch, 0.95)
    sketch.stroke([(-0.28, 0.28), (0.28, -0.28)], 0.17, palette.PAPER)
    sketch.stroke([(-0.31, 0.31), (0.31, -0.31)], 0.10, palette.VERMILLION)


def _look_away(sketch: Sketch) -> None:
    for start, end in ((-0.46, -0.30), (-0.20, -0.04)):
        sketch.stroke([(start, 0.0), (end, 0.0)], 0.10, palette.INK)
    sketch.stroke([(0.10, -0.34), (0.10, 0.34)], 0.13, palette.INK)
    sketch.stroke([(0.26, 0.0), (0.44, 0.0)], 0.10, palette.FAINT_INK)


def _see_thing(sketch: Sketch) -> None:
    for side in (-1, 1):
        sketch.ellipse((side * 0.20, -0.19), (0.19, 0.15), palette.BRASS, LINE)
        sketch.ellipse((side * 0.21, -0.19), (0.08, 0.06), palette.PAPER, 0.03)
    sketch.stroke([(0, -0.20), (0, 0.40)], 0.17, palette.INK)
    sketch.stroke([(0, -0.20), (0, 0.40)], 0.08, palette.BRASS)


def _see_enemy(sketch: Sketch) -> None:
    sketch.polygon(star((0, 0), 0.47, 0.30, 11), palette.VERMILLION, LINE * 0.8)
    for side in (-1, 1):
        sketch.polygon(
            [(side * 0.05, 0.0), (side * 0.22, -0.13), (side * 0.22, 0.03), (side * 0.10, 0.07)], palette.PAPER, 0.02
        )
        sketch.circle((side * 0.14, -0.01), 0.035, palette.INK)
    sketch.stroke([(-0.13, 0.2), (0.13, 0.2)], 0.06)


def _belittle(sketch: Sketch) -> None:
    sketch.ellipse((0, 0.22), (0.11, 0.15), palette.FAINT_INK, LINE)
    sketch.circle((-0.04, 0.18), 0.02, palette.INK)
    sketch.circle((0.04, 0.18), 0.02, palette.INK)
    sketch.stroke([(0, -0.46), (0, -0.14)], 0.09, palette.INK)
    sketch.stroke([(-0.15, -0.26), (0, -0.10), (0.15, -0.26)], 0.09, palette.INK)
    sketch.stroke([(-0.38, 0.44), (0.38, 0.44)], 0.07, palette.INK)


def _deny(sketch: Sketch) -> None:
    draw_sticker(sketch, (0.0, 0.0), 0.42)


def draw_sticker(sketch: Sketch, centre: Point, radius: float) -> None:
    """Draw a smiling sticker with a white edge, one corner of which has come off."""
    x, y = centre
    sketch.circle(centre, radius, palette.WHITE, radius * 0.11)
    sketch.circle(centre, radius * 0.84, palette.YELLOW)
    for side in (-1, 1):
        sketch.ellipse((x + side * radius * 0.28, y - radius * 0.18), (radius * 0.09, radius * 0.17), palette.INK)
    sketch.stroke(arc((x, y + radius * 0.05), (radius * 0.48, radius * 0.45), 0.03, 0.47, 16), radius * 0.13)
    flap = [
        (x + radius * 0.30, y + radius * 1.15),
        (x + radius * 1.15, y + radius * 0.30),
        (x + radius * 1.3, y + radius * 1.3),
    ]
    sketch.rub_out(flap)
    curl = [
        (x + radius * 0.28, y + radius * 0.98),
        (x + radius * 0.98, y + radius * 0.28),
        (x + radius * 0.40, y + radius * 0.36),
    ]
    sketch.polygon(curl, palette.CARD, radius * 0.10)


def _up(sketch: Sketch) -> None:
    sketch.polygon([(0, -0.40), (0.42, 0.34), (-0.42, 0.34)], palette.BLUE, LINE * 1.2)


def _down(sketch: Sketch) -> None:
    sketch.polygon([(0, 0.40), (0.42, -0.34), (-0.42, -0.34)], palette.VERMILLION, LINE * 1.2)


def _level(sketch: Sketch) -> None:
    sketch.polygon([(-0.38, -0.15), (0.38, -0.15), (0.38, 0.15), (-0.38, 0.15)], palette.FAINT_INK, LINE * 1.2)


def _blame(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.42, palette.PAPER, 0.09)
    sketch.polygon([(-0.09, -0.29), (0.09, -0.29), (0.045, 0.07), (-0.045, 0.07)], palette.INK)
    sketch.circle((0, 0.21), 0.075, palette.INK)


def _credit(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.42, palette.GREEN, 0.09)
    sketch.polygon(star((0, 0.01), 0.33, 0.15, 5), palette.PAPER)


def _pebble(sketch: Sketch) -> None:
    stone = [(-0.44, 0.16), (-0.34, -0.18), (-0.02, -0.32), (0.32, -0.22), (0.46, 0.10), (0.30, 0.30), (-0.28, 0.32)]
    sketch.polygon(stone, palette.STONE_DARK, 0.09)
    sketch.polygon([(-0.26, -0.06), (-0.02, -0.2), (0.14, -0.16), (-0.1, -0.02)], palette.STONE)


def _effort(sketch: Sketch) -> None:
    sketch.polygon([(0, -0.44), *arc((0, 0.14), (0.25, 0.27), -0.06, 0.56, 16)], palette.TEAR, LINE * 1.4)


def _note(sketch: Sketch) -> None:
    sketch.ellipse((-0.14, 0.28), (0.17, 0.12), palette.INK)
    sketch.stroke([(0.0, 0.26), (0.0, -0.36), (0.24, -0.22)], 0.08, palette.INK)


def _dot(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.40, palette.PAPER, 0.12)


def _friend_line(sketch: Sketch) -> None:
    for y in (-0.16, 0.16):
        sketch.stroke([(-0.4, y), (0.4, y)], 0.20)
        sketch.stroke([(-0.4, y), (0.4, y)], 0.12, palette.BLUE)


def _enemy_line(sketch: Sketch) -> None:
    jagged = [(-0.44, 0.12), (-0.26, -0.18), (-0.06, 0.18), (0.12, -0.18), (0.3, 0.18), (0.44, -0.08)]
    sketch.stroke(jagged, 0.22)
    sketch.stroke(jagged, 0.12, palette.VERMILLION)


def _image(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.45, palette.PAPER, 0.06)
    _small_face(sketch)


def _wrong_image(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.42, palette.PAPER, 0.12, palette.VERMILLION)
    _small_face(sketch)


def _small_face(sketch: Sketch) -> None:
    sketch.ellipse((0, 0.04), (0.20, 0.25), palette.BODY["sky"][0], LINE)
    for side in (-1, 1):
        sketch.circle((side * 0.08, -0.02), 0.045, palette.INK)
    sketch.stroke(arc((0, 0.1), (0.08, 0.06), 0.05, 0.45), 0.04)


def _suspect(sketch: Sketch) -> None:
    swirl = [(0.05 + step * 0.017 * cos(step * 0.55), -0.06 + step * 0.017 * sin(step * 0.55)) for step in range(24)]
    sketch.stroke(swirl, 0.17)
    sketch.stroke(swirl, 0.08, palette.SKY)


def _gloom(sketch: Sketch) -> None:
    draw_puffs(sketch, palette.STORM, (0.0, -0.02), 1.1)
    for x in (-0.22, 0.0, 0.22):
        sketch.stroke([(x + 0.03, 0.24), (x - 0.03, 0.4)], 0.14)
        sketch.stroke([(x + 0.03, 0.24), (x - 0.03, 0.4)], 0.07, palette.TEAR)


def _wink(sketch: Sketch) -> None:
    sketch.circle((0, 0), 0.41, palette.YELLOW, 0.07)
    sketch.ellipse((-0.15, -0.08), (0.07, 0.11), palette.INK)
    sketch.stroke([(0.06, -0.12), (0.17, -0.04), (0.28, -0.1)], 0.08)
    sketch.stroke(arc((0.02, 0.06), (0.2, 0.17), 0.02, 0.4), 0.08)
    sketch.polygon([(-0.2, 0.03), *arc((-0.2, 0.16), (0.09, 0.1), -0.08, 0.58, 12)], palette.SKY, 0.035)


def _thumb(sketch: Sketch, up: int, colour: palette.Rgb) -> None:
    sketch.circle((0, 0), 0.45, palette.PAPER, 0.06)
    hand = [(-0.1, 0.26), (-0.1, -0.06), (0.06, -0.34), (0.17, -0.3), (0.12, -0.08), (0.32, -0.08), (0.28, 0.26)]
    sketch.polygon([(x, y * up) for x, y in hand], colour, LINE)
    cuff = [(-0.3, -0.06), (-0.14, -0.06), (-0.14, 0.26), (-0.3, 0.26)]
    sketch.polygon([(x, y * up) for x, y in cuff], palette.SOFT_INK, LINE * 0.8)


def _thumb_up(sketch: Sketch) -> None:
    _thumb(sketch, 1, palette.GREEN)


def _thumb_down(sketch: Sketch) -> None:
    _thumb(sketch, -1, palette.VERMILLION)


def _love(sketch: Sketch) -> None:
    draw_heart(sketch, palette.VERMILLION)


def _fear(sketch: Sketch) -> None:
    sketch.ellipse((0, 0.02), (0.3, 0.38), palette.PAPER, LINE * 1.2)
    for side in (-1, 1):
        sketch.circle((side * 0.12, -0.1), 0.08, palette.INK)
    wobble = [(-0.18, 0.2), (-0.09, 0.12), (0.0, 0.2), (0.09, 0.12), (0.18, 0.2)]
    sketch.stroke(wobble, 0.07)


def _wedge(sketch: Sketch) -> None:
    sketch.polygon([(-0.46, -0.24), (0.46, 0.0), (-0.46, 0.24)], palette.AMBER)
    for side in (-1, 1):
        for start, end in ((0.0, 0.2), (0.36, 0.56), (0.72, 0.92)):
            way = [(-0.46 + 0.92 * part, side * 0.24 * (1 - part)) for part in (start, end)]
            sketch.stroke(way, 0.07)


def _pip(sketch: Sketch) -> None:
    for x in (-0.3, 0.0, 0.3):
        sketch.circle((x, 0.0), 0.10, palette.AMBER, LINE)


DRAWN: Final[dict[str, Callable[[Sketch], None]]] = {
    "look_away": _look_away,
    "see_thing": _see_thing,
    "see_enemy": _see_enemy,
    "belittle": _belittle,
    "deny": _deny,
    "eye": draw_eye,
    "crossed_eye": _crossed_eye,
    "up": _up,
    "level": _level,
    "down": _down,
    "blame": _blame,
    "credit": _credit,
    "pebble": _pebble,
    "effort": _effort,
    "note": _note,
    "dot": _dot,
    "wedge": _wedge,
    "pip": _pip,
    "image": _image,
    "wrong_image": _wrong_image,
    "friend_line": _friend_line,
    "enemy_line": _enemy_line,
    "suspect": _suspect,
    "gloom": _gloom,
    "wink": _wink,
    "thumb_up": _thumb_up,
    "thumb_down": _thumb_down,
    "love": _love,
    "fear": _fear,
}
"""Sign of each inner move, by its name, and of looks, feelings, votes, blame and credit."""
