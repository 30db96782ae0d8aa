"""Signs of buttons: time, panels, lenses and the rest of the desk."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc
from sandbox.view.icons.minds import LINE, draw_eye, draw_heart, draw_puffs

if TYPE_CHECKING:
    from collections.abc import Callable

THICK: Final = 0.12


def _look(canvas: SpriteCanvas) -> None:
    canvas.stroke([(0.14, 0.14), (0.40, 0.40)], 0.18)
    canvas.circle((-0.09, -0.09), 0.29, palette.WHITE, 0.08)
    canvas.stroke(arc((-0.09, -0.09), (0.17, 0.17), 0.52, 0.74), 0.08, palette.SKY)


def _more(canvas: SpriteCanvas) -> None:
    for x in (-0.3, 0.0, 0.3):
        canvas.circle((x, 0.0), 0.09, palette.AMBER, LINE)


def _menu(canvas: SpriteCanvas) -> None:
    for y in (-0.26, 0.0, 0.26):
        canvas.stroke([(-0.33, y), (0.33, y)], THICK)


def _page_up(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.3, 0.17), (0.0, -0.2), (0.3, 0.17)], palette.INK, LINE)


def _page_down(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.3, -0.17), (0.0, 0.2), (0.3, -0.17)], palette.INK, LINE)


def _rename(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.4, 0.4), (-0.33, 0.14), (0.18, -0.37), (0.37, -0.18), (-0.14, 0.33)], palette.AMBER, LINE)
    canvas.polygon([(-0.4, 0.4), (-0.36, 0.25), (-0.25, 0.36)], palette.INK)


def _delete(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.27, -0.2), (0.27, -0.2), (0.21, 0.42), (-0.21, 0.42)], palette.WHITE, LINE)
    canvas.stroke([(-0.36, -0.22), (0.36, -0.22)], 0.09)
    canvas.stroke([(-0.1, -0.32), (0.1, -0.32)], 0.09)
    for x in (-0.09, 0.09):
        canvas.stroke([(x, -0.06), (x * 0.9, 0.27)], 0.06)


def _levels(canvas: SpriteCanvas) -> None:
    for x, y, colour in (
        (-0.4, -0.4, palette.SKY),
        (0.05, -0.4, palette.YELLOW),
        (-0.4, 0.05, palette.PINK),
        (0.05, 0.05, palette.GREEN),
    ):
        canvas.polygon([(x, y), (x + 0.34, y), (x + 0.34, y + 0.34), (x, y + 0.34)], colour, LINE)


def _suffering(canvas: SpriteCanvas) -> None:
    for turn in (-0.45, -0.35, -0.25, -0.15, -0.05):
        across, down = cos(2 * pi * turn), sin(2 * pi * turn)
        tip = (0.27 * across, 0.12 + 0.27 * down)
        ends = [(0.50 * across - side * 0.10 * down, 0.12 + 0.50 * down + side * 0.10 * across) for side in (-1, 1)]
        canvas.polygon([tip, *ends], palette.VERMILLION, 0.035)
    body = [(-0.22, 0.44), *arc((0.0, 0.16), (0.22, 0.24), 0.5, 1.0), (0.22, 0.44)]
    canvas.polygon(body, palette.SKY, LINE)
    for side in (-1, 1):
        canvas.circle((side * 0.09, 0.12), 0.04, palette.INK)
    canvas.stroke(arc((0.0, 0.32), (0.09, 0.08), 0.55, 0.95, 8), 0.05)


def _meters(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.34, 0.32), (-0.34, 0.12), (-0.08, -0.14), (0.12, 0.06), (0.4, -0.1), (0.4, 0.32)], palette.SKY)
    canvas.stroke([(-0.34, 0.12), (-0.08, -0.14), (0.12, 0.06), (0.4, -0.1)], 0.09)
    canvas.stroke([(-0.38, -0.4), (-0.38, 0.36), (0.42, 0.36)], 0.09)
    canvas.polygon([(0.12, -0.42), (0.38, -0.3), (0.12, -0.18)], palette.VERMILLION, LINE * 0.7)
    canvas.stroke([(0.12, -0.42), (0.12, 0.04)], 0.06)


def _drives(canvas: SpriteCanvas) -> None:
    for y, x, colour in ((-0.28, -0.18, palette.SKY), (0.0, 0.18, palette.YELLOW), (0.28, -0.05, palette.PINK)):
        canvas.stroke([(-0.4, y), (0.4, y)], 0.09)
        canvas.circle((x, y), 0.1, colour, 0.06)


def _question(canvas: SpriteCanvas) -> None:
    canvas.stroke([*arc((0.0, -0.15), (0.21, 0.21), 0.5, 1.1), (0.0, 0.09), (0.0, 0.16)], 0.13)
    canvas.circle((0.0, 0.36), 0.085, palette.INK)


def _close(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.25, -0.25), (0.25, 0.25)], THICK)
    canvas.stroke([(0.25, -0.25), (-0.25, 0.25)], THICK)


def _quit(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.36, -0.4), (0.09, -0.4), (0.09, 0.4), (-0.36, 0.4)], palette.WHITE, LINE)
    canvas.stroke([(-0.1, 0.0), (0.36, 0.0)], 0.11)
    canvas.polygon([(0.22, -0.23), (0.5, 0.0), (0.22, 0.23)], palette.INK)


def _title(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.3, -0.02), (0.3, -0.02), (0.3, 0.4), (-0.3, 0.4)], palette.WHITE, LINE)
    canvas.polygon([(-0.08, 0.12), (0.1, 0.12), (0.1, 0.4), (-0.08, 0.4)], palette.AMBER, LINE * 0.7)
    canvas.polygon([(-0.46, 0.0), (0.0, -0.42), (0.46, 0.0)], palette.VERMILLION, LINE)


def _fullscreen(canvas: SpriteCanvas) -> None:
    for across in (-1, 1):
        for down in (-1, 1):
            corner = [(across * 0.14, down * 0.36), (across * 0.36, down * 0.36), (across * 0.36, down * 0.14)]
            canvas.stroke(corner, THICK)


def _loudspeaker(canvas: SpriteCanvas, colour: palette.Rgb) -> None:
    horn = [(-0.4, -0.14), (-0.22, -0.14), (0.0, -0.34), (0.0, 0.34), (-0.22, 0.14), (-0.4, 0.14)]
    canvas.polygon(horn, colour, LINE)


def _settings(canvas: SpriteCanvas) -> None:
    for tooth in range(8):
        canvas.stroke(arc((0.0, 0.0), (0.33, 0.33), tooth / 8 - 0.022, tooth / 8 + 0.022, 2), 0.17)
    canvas.circle((0.0, 0.0), 0.27, palette.TIN, LINE)
    canvas.circle((0.0, 0.0), 0.09, palette.PAPER, LINE)


def _sound(canvas: SpriteCanvas) -> None:
    _loudspeaker(canvas, palette.WHITE)
    for radius in (0.21, 0.39):
        canvas.stroke(arc((0.0, 0.0), (radius, radius), -0.14, 0.14), 0.08)


def _mute(canvas: SpriteCanvas) -> None:
    _loudspeaker(canvas, palette.STONE)
    canvas.stroke([(0.16, -0.14), (0.42, 0.14)], 0.1)
    canvas.stroke([(0.42, -0.14), (0.16, 0.14)], 0.1)


def _why(canvas: SpriteCanvas) -> None:
    bubble = [(-0.4, -0.4), (0.4, -0.4), (0.4, 0.22), (0.0, 0.22), (-0.22, 0.44), (-0.2, 0.22), (-0.4, 0.22)]
    canvas.polygon(bubble, palette.YELLOW, LINE * 1.3)
    canvas.stroke([*arc((0.0, -0.17), (0.12, 0.12), 0.5, 1.1, 8), (0.0, -0.02)], 0.09)
    canvas.circle((0.0, 0.11), 0.055, palette.INK)


def _truth(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.37, palette.YELLOW, 0.08)
    for x in (-0.15, 0.15):
        canvas.circle((x, -0.08), 0.065, palette.INK)
    canvas.stroke(arc((0, 0.08), (0.18, 0.14), 0.04, 0.46), 0.08)


def _felt(canvas: SpriteCanvas) -> None:
    draw_heart(canvas, palette.PINK)


def _attention(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.22, 0.0), (0.44, -0.32), (0.44, 0.32)], palette.AMBER, LINE)
    canvas.circle((-0.24, 0.0), 0.18, palette.WHITE, 0.07)
    canvas.circle((-0.17, 0.0), 0.1, palette.INK)


def _friends(canvas: SpriteCanvas) -> None:
    for y in (-0.1, 0.1):
        canvas.stroke([(-0.3, y), (0.3, y)], 0.15)
        canvas.stroke([(-0.3, y), (0.3, y)], 0.08, palette.BLUE)
    canvas.circle((-0.3, 0.0), 0.14, palette.SKY, 0.07)
    canvas.circle((0.3, 0.0), 0.14, palette.YELLOW, 0.07)


def _beliefs(canvas: SpriteCanvas) -> None:
    draw_puffs(canvas, palette.WHITE)
    canvas.circle((-0.2, 0.27), 0.07, palette.WHITE, LINE)
    canvas.circle((-0.34, 0.41), 0.045, palette.WHITE, LINE)


def _eyes(canvas: SpriteCanvas) -> None:
    draw_eye(canvas, iris=palette.PINK)


def _all(canvas: SpriteCanvas) -> None:
    for y, colour in ((0.2, palette.SKY), (0.0, palette.YELLOW), (-0.2, palette.PINK)):
        canvas.polygon([(0.0, y - 0.2), (0.4, y), (0.0, y + 0.2), (-0.4, y)], colour, LINE)


def _flag(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.26, -0.4), (-0.26, 0.44)], 0.1)
    canvas.polygon([(-0.26, -0.38), (0.34, -0.2), (-0.26, 0.0)], palette.VERMILLION, LINE)


def _goal(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.32, -0.4), (-0.32, 0.44)], 0.1)
    canvas.polygon([(-0.32, -0.38), (0.37, -0.38), (0.37, 0.08), (-0.32, 0.08)], palette.WHITE, LINE)
    for x, y in ((-0.32, -0.38), (0.14, -0.38), (-0.09, -0.15)):
        canvas.polygon([(x, y), (x + 0.23, y), (x + 0.23, y + 0.23), (x, y + 0.23)], palette.INK)


def _inspect(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.34, -0.4), (0.34, -0.4), (0.34, 0.4), (-0.34, 0.4)], palette.WHITE, LINE * 1.3)
    canvas.circle((-0.13, -0.16), 0.1, palette.SKY, 0.05)
    for y in (0.08, 0.24):
        canvas.stroke([(-0.2, y), (0.2, y)], 0.07)


def _legend(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.44, -0.34), (0.44, -0.34), (0.44, 0.34), (-0.44, 0.34)], palette.PAPER, LINE)
    canvas.circle((-0.24, -0.14), 0.08, palette.AMBER, 0.035)
    canvas.polygon([(-0.24, 0.05), (-0.14, 0.22), (-0.34, 0.22)], palette.BLUE, 0.035)
    for y, end in ((-0.14, 0.32), (0.15, 0.2)):
        canvas.stroke([(-0.02, y), (end, y)], 0.08)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "look": _look,
    "more": _more,
    "menu": _menu,
    "page_up": _page_up,
    "page_down": _page_down,
    "rename": _rename,
    "delete": _delete,
    "levels": _levels,
    "drives": _drives,
    "question": _question,
    "close": _close,
    "quit": _quit,
    "title": _title,
    "fullscreen": _fullscreen,
    "settings": _settings,
    "sound": _sound,
    "mute": _mute,
    "why": _why,
    "truth": _truth,
    "felt": _felt,
    "attention": _attention,
    "friends": _friends,
    "beliefs": _beliefs,
    "eyes": _eyes,
    "all": _all,
    "legend": _legend,
    "flag": _flag,
    "goal": _goal,
    "inspect": _inspect,
    "suffering": _suffering,
    "meters": _meters,
}
"""Sign of each button, by its name; tools and deeds wear their own signs."""
