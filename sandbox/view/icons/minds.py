"""Signs of what goes on in minds: turns of the eyes, stories, feelings, and what is held against or for somebody."""

from __future__ import annotations

from math import cos, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc, star

if TYPE_CHECKING:
    from collections.abc import Callable

LINE: Final = 0.05
"""Outline of a sign, in tiles of its own size."""


def draw_heart(canvas: SpriteCanvas, colour: palette.Rgb) -> None:
    """Draw a heart."""
    left = arc((-0.20, -0.14), (0.21, 0.21), 0.42, 0.97, 12)
    right = arc((0.20, -0.14), (0.21, 0.21), 0.53, 1.08, 12)
    canvas.polygon([*left, *right, (0.0, 0.42)], colour, LINE)
    canvas.stroke([(-0.2, -0.2), (-0.26, -0.1)], 0.06, palette.PAPER)


def draw_puffs(canvas: SpriteCanvas, colour: palette.Rgb, centre: Point = (0.0, 0.0), size: float = 1.0) -> None:
    """Draw a cloud."""
    puffs = [((-0.22, -0.10), 0.17), ((0.0, -0.20), 0.21), ((0.23, -0.09), 0.16), ((0.02, -0.05), 0.18)]
    placed = [((centre[0] + x * size, centre[1] + y * size), radius * size) for (x, y), radius in puffs]
    for spot, radius in placed:
        canvas.circle(spot, radius + LINE, palette.INK)
    for spot, radius in placed:
        canvas.circle(spot, radius, colour)


def draw_eye(canvas: SpriteCanvas, size: float = 1.0, iris: palette.Rgb = palette.INK) -> None:
    """Draw an open eye."""
    across, down, off = 0.46 * size, 0.42 * size, 0.16 * size
    lids = [*arc((0, off), (across, down), 0.55, 0.95, 16), *arc((0, -off), (across, down), 0.05, 0.45, 16)]
    canvas.polygon(lids, palette.WHITE, LINE)
    canvas.circle((0, 0), 0.2 * size if iris != palette.INK else 0.15 * size, iris)
    canvas.circle((0, 0), 0.13 * size, palette.INK)
    canvas.circle((-0.05 * size, -0.06 * size), 0.045 * size, palette.WHITE)


def _crossed_eye(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.47, palette.PAPER, 0.07)
    draw_eye(canvas, 0.95)
    canvas.stroke([(-0.28, 0.28), (0.28, -0.28)], 0.17, palette.PAPER)
    canvas.stroke([(-0.31, 0.31), (0.31, -0.31)], 0.10, palette.VERMILLION)


def _look_away(canvas: SpriteCanvas) -> None:
    for start, end in ((-0.46, -0.30), (-0.20, -0.04)):
        canvas.stroke([(start, 0.0), (end, 0.0)], 0.10, palette.INK)
    canvas.stroke([(0.10, -0.34), (0.10, 0.34)], 0.13, palette.INK)
    canvas.stroke([(0.26, 0.0), (0.44, 0.0)], 0.10, palette.FAINT_INK)


def _see_thing(canvas: SpriteCanvas) -> None:
    for side in (-1, 1):
        canvas.ellipse((side * 0.20, -0.19), (0.19, 0.15), palette.BRASS, LINE)
        canvas.ellipse((side * 0.21, -0.19), (0.08, 0.06), palette.PAPER, 0.03)
    canvas.stroke([(0, -0.20), (0, 0.40)], 0.17, palette.INK)
    canvas.stroke([(0, -0.20), (0, 0.40)], 0.08, palette.BRASS)


def _see_enemy(canvas: SpriteCanvas) -> None:
    canvas.polygon(star((0, 0), 0.47, 0.30, 11), palette.VERMILLION, LINE * 0.8)
    for side in (-1, 1):
        canvas.polygon(
            [(side * 0.05, 0.0), (side * 0.22, -0.13), (side * 0.22, 0.03), (side * 0.10, 0.07)], palette.PAPER, 0.02
        )
        canvas.circle((side * 0.14, -0.01), 0.035, palette.INK)
    canvas.stroke([(-0.13, 0.2), (0.13, 0.2)], 0.06)


def _belittle(canvas: SpriteCanvas) -> None:
    canvas.ellipse((0, 0.22), (0.11, 0.15), palette.FAINT_INK, LINE)
    canvas.circle((-0.04, 0.18), 0.02, palette.INK)
    canvas.circle((0.04, 0.18), 0.02, palette.INK)
    canvas.stroke([(0, -0.46), (0, -0.14)], 0.09, palette.INK)
    canvas.stroke([(-0.15, -0.26), (0, -0.10), (0.15, -0.26)], 0.09, palette.INK)
    canvas.stroke([(-0.38, 0.44), (0.38, 0.44)], 0.07, palette.INK)


def _deny(canvas: SpriteCanvas) -> None:
    draw_sticker(canvas, (0.0, 0.0), 0.42)


def draw_sticker(canvas: SpriteCanvas, centre: Point, radius: float) -> None:
    """Draw a smiling sticker with a white edge, one corner of which has come off."""
    x, y = centre
    canvas.circle(centre, radius, palette.WHITE, radius * 0.11)
    canvas.circle(centre, radius * 0.84, palette.YELLOW)
    for side in (-1, 1):
        canvas.ellipse((x + side * radius * 0.28, y - radius * 0.18), (radius * 0.09, radius * 0.17), palette.INK)
    canvas.stroke(arc((x, y + radius * 0.05), (radius * 0.48, radius * 0.45), 0.03, 0.47, 16), radius * 0.13)
    flap = [
        (x + radius * 0.30, y + radius * 1.15),
        (x + radius * 1.15, y + radius * 0.30),
        (x + radius * 1.3, y + radius * 1.3),
    ]
    canvas.rub_out(flap)
    curl = [
        (x + radius * 0.28, y + radius * 0.98),
        (x + radius * 0.98, y + radius * 0.28),
        (x + radius * 0.40, y + radius * 0.36),
    ]
    canvas.polygon(curl, palette.CARD, radius * 0.10)


def _up(canvas: SpriteCanvas) -> None:
    canvas.polygon([(0, -0.40), (0.42, 0.34), (-0.42, 0.34)], palette.BLUE, LINE * 1.2)


def _down(canvas: SpriteCanvas) -> None:
    canvas.polygon([(0, 0.40), (0.42, -0.34), (-0.42, -0.34)], palette.VERMILLION, LINE * 1.2)


def _level(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.38, -0.15), (0.38, -0.15), (0.38, 0.15), (-0.38, 0.15)], palette.FAINT_INK, LINE * 1.2)


def _blame(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.42, palette.PAPER, 0.09)
    canvas.polygon([(-0.09, -0.29), (0.09, -0.29), (0.045, 0.07), (-0.045, 0.07)], palette.INK)
    canvas.circle((0, 0.21), 0.075, palette.INK)


def _credit(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.42, palette.GREEN, 0.09)
    canvas.polygon(star((0, 0.01), 0.33, 0.15, 5), palette.PAPER)


def _pebble(canvas: SpriteCanvas) -> None:
    stone = [(-0.44, 0.16), (-0.34, -0.18), (-0.02, -0.32), (0.32, -0.22), (0.46, 0.10), (0.30, 0.30), (-0.28, 0.32)]
    canvas.polygon(stone, palette.STONE_DARK, 0.09)
    canvas.polygon([(-0.26, -0.06), (-0.02, -0.2), (0.14, -0.16), (-0.1, -0.02)], palette.STONE)


def _effort(canvas: SpriteCanvas) -> None:
    canvas.polygon([(0, -0.44), *arc((0, 0.14), (0.25, 0.27), -0.06, 0.56, 16)], palette.TEAR, LINE * 1.4)


def _note(canvas: SpriteCanvas) -> None:
    canvas.ellipse((-0.14, 0.28), (0.17, 0.12), palette.INK)
    canvas.stroke([(0.0, 0.26), (0.0, -0.36), (0.24, -0.22)], 0.08, palette.INK)


def _dot(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.40, palette.PAPER, 0.12)


def _friend_line(canvas: SpriteCanvas) -> None:
    for y in (-0.16, 0.16):
        canvas.stroke([(-0.4, y), (0.4, y)], 0.20)
        canvas.stroke([(-0.4, y), (0.4, y)], 0.12, palette.BLUE)


def _enemy_line(canvas: SpriteCanvas) -> None:
    jagged = [(-0.44, 0.12), (-0.26, -0.18), (-0.06, 0.18), (0.12, -0.18), (0.3, 0.18), (0.44, -0.08)]
    canvas.stroke(jagged, 0.22)
    canvas.stroke(jagged, 0.12, palette.VERMILLION)


def _image(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.45, palette.PAPER, 0.06)
    _small_face(canvas)


def _wrong_image(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.42, palette.PAPER, 0.12, palette.VERMILLION)
    _small_face(canvas)


def _small_face(canvas: SpriteCanvas) -> None:
    canvas.ellipse((0, 0.04), (0.20, 0.25), palette.BODY["sky"][0], LINE)
    for side in (-1, 1):
        canvas.circle((side * 0.08, -0.02), 0.045, palette.INK)
    canvas.stroke(arc((0, 0.1), (0.08, 0.06), 0.05, 0.45), 0.04)


def _suspect(canvas: SpriteCanvas) -> None:
    swirl = [(0.05 + step * 0.017 * cos(step * 0.55), -0.06 + step * 0.017 * sin(step * 0.55)) for step in range(24)]
    canvas.stroke(swirl, 0.17)
    canvas.stroke(swirl, 0.08, palette.SKY)


def _dwell(canvas: SpriteCanvas) -> None:
    """Draw an eye between two brackets that keep it where it is."""
    draw_eye(canvas, 0.62)
    for side in (-1, 1):
        bracket = [(side * 0.3, -0.36), (side * 0.44, -0.36), (side * 0.44, 0.36), (side * 0.3, 0.36)]
        canvas.stroke(bracket, 0.15)
        canvas.stroke(bracket, 0.07, palette.AMBER)


def _gloom(canvas: SpriteCanvas) -> None:
    draw_puffs(canvas, palette.STORM, (0.0, -0.02), 1.1)
    for x in (-0.22, 0.0, 0.22):
        canvas.stroke([(x + 0.03, 0.24), (x - 0.03, 0.4)], 0.14)
        canvas.stroke([(x + 0.03, 0.24), (x - 0.03, 0.4)], 0.07, palette.TEAR)


def _wink(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.41, palette.YELLOW, 0.07)
    canvas.ellipse((-0.15, -0.08), (0.07, 0.11), palette.INK)
    canvas.stroke([(0.06, -0.12), (0.17, -0.04), (0.28, -0.1)], 0.08)
    canvas.stroke(arc((0.02, 0.06), (0.2, 0.17), 0.02, 0.4), 0.08)
    canvas.polygon([(-0.2, 0.03), *arc((-0.2, 0.16), (0.09, 0.1), -0.08, 0.58, 12)], palette.SKY, 0.035)


def _thumb(canvas: SpriteCanvas, up: int, colour: palette.Rgb) -> None:
    canvas.circle((0, 0), 0.45, palette.PAPER, 0.06)
    hand = [(-0.1, 0.26), (-0.1, -0.06), (0.06, -0.34), (0.17, -0.3), (0.12, -0.08), (0.32, -0.08), (0.28, 0.26)]
    canvas.polygon([(x, y * up) for x, y in hand], colour, LINE)
    cuff = [(-0.3, -0.06), (-0.14, -0.06), (-0.14, 0.26), (-0.3, 0.26)]
    canvas.polygon([(x, y * up) for x, y in cuff], palette.SOFT_INK, LINE * 0.8)


def _thumb_up(canvas: SpriteCanvas) -> None:
    _thumb(canvas, 1, palette.GREEN)


def _thumb_down(canvas: SpriteCanvas) -> None:
    _thumb(canvas, -1, palette.VERMILLION)


def _love(canvas: SpriteCanvas) -> None:
    draw_heart(canvas, palette.VERMILLION)


def _fear(canvas: SpriteCanvas) -> None:
    canvas.ellipse((0, 0.02), (0.3, 0.38), palette.PAPER, LINE * 1.2)
    for side in (-1, 1):
        canvas.circle((side * 0.12, -0.1), 0.08, palette.INK)
    wobble = [(-0.18, 0.2), (-0.09, 0.12), (0.0, 0.2), (0.09, 0.12), (0.18, 0.2)]
    canvas.stroke(wobble, 0.07)


def _wedge(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.46, -0.24), (0.46, 0.0), (-0.46, 0.24)], palette.AMBER)
    for side in (-1, 1):
        for start, end in ((0.0, 0.2), (0.36, 0.56), (0.72, 0.92)):
            way = [(-0.46 + 0.92 * part, side * 0.24 * (1 - part)) for part in (start, end)]
            canvas.stroke(way, 0.07)


def _pip(canvas: SpriteCanvas) -> None:
    for x in (-0.3, 0.0, 0.3):
        canvas.circle((x, 0.0), 0.10, palette.AMBER, LINE)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
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
    "dwell": _dwell,
    "gloom": _gloom,
    "wink": _wink,
    "thumb_up": _thumb_up,
    "thumb_down": _thumb_down,
    "love": _love,
    "fear": _fear,
}
"""Sign of each inner move, by its name, and of looks, feelings, votes, blame and credit."""
