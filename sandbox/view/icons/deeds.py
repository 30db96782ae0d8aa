"""Signs of what people do to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc
from sandbox.view.icons.minds import LINE, draw_heart

if TYPE_CHECKING:
    from collections.abc import Callable


def _help(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.2, 0.2), (0.2, -0.2)], 0.60, palette.INK)
    canvas.stroke([(-0.2, 0.2), (0.2, -0.2)], 0.49, palette.PLASTER)
    canvas.polygon([(0, -0.25), (0.25, 0), (0, 0.25), (-0.25, 0)], palette.PAPER, 0.02, palette.WOOD)
    for way in ([(0.0, -0.13), (0.0, 0.13)], [(-0.13, 0.0), (0.13, 0.0)]):
        canvas.stroke(way, 0.10, palette.GREEN)
    for side in (-1, 1):
        canvas.circle((side * 0.27, -side * 0.27), 0.035, palette.WOOD_DARK)


def _comfort(canvas: SpriteCanvas) -> None:
    draw_heart(canvas, palette.PINK)


def _taunt(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.32, 0.48), (-0.32, -0.44)], 0.10, palette.INK)
    flag = [(-0.28, -0.42), (0.44, -0.34), (0.30, -0.12), (0.44, 0.10), (-0.28, 0.14)]
    canvas.polygon(flag, palette.VERMILLION, LINE)
    canvas.polygon(
        [(0.06, -0.36), (-0.10, -0.10), (0.02, -0.11), (-0.06, 0.10), (0.18, -0.18), (0.05, -0.17), (0.14, -0.36)],
        palette.YELLOW,
        0.025,
    )


def _leave(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.06, -0.40), (0.30, -0.40), (0.30, 0.42), (-0.06, 0.42)], palette.WOOD, LINE)
    canvas.circle((0.2, 0.02), 0.04, palette.INK)
    canvas.stroke([(-0.12, 0.02), (-0.40, 0.02)], 0.09, palette.INK)
    canvas.stroke([(-0.26, -0.14), (-0.42, 0.02), (-0.26, 0.18)], 0.09, palette.INK)


def _approach(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.38, 0.02), (0.30, 0.02)], 0.11, palette.INK)
    canvas.stroke([(0.10, -0.22), (0.36, 0.02), (0.10, 0.26)], 0.11, palette.INK)


def _stay(canvas: SpriteCanvas) -> None:
    for x in (-0.25, 0.0, 0.25):
        canvas.circle((x, 0.0), 0.075, palette.SOFT_INK)


def _dose(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.12, -0.44), (0.12, -0.44), (0.12, -0.28), (-0.12, -0.28)], palette.PAPER, LINE)
    body = [(-0.08, -0.24), (0.08, -0.24), (0.25, -0.06), (0.25, 0.4), (-0.25, 0.4), (-0.25, -0.06)]
    canvas.polygon(body, palette.ROOF_DARK, LINE)
    canvas.polygon([(-0.25, 0.0), (0.25, 0.0), (0.25, 0.28), (-0.25, 0.28)], palette.PAPER)
    for way in ([(0.0, 0.05), (0.0, 0.23)], [(-0.09, 0.14), (0.09, 0.14)]):
        canvas.stroke(way, 0.07, palette.GREEN)


def _invite(canvas: SpriteCanvas) -> None:
    canvas.stroke(arc((0.24, 0.12), (0.16, 0.14), -0.25, 0.25), 0.1)
    canvas.polygon([(-0.36, -0.06), (0.24, -0.06), (0.14, 0.34), (-0.26, 0.34)], palette.PAPER, LINE)
    canvas.stroke([(-0.4, 0.42), (0.3, 0.42)], 0.07)
    for x in (-0.18, 0.06):
        canvas.stroke([(x, -0.16), (x + 0.06, -0.24), (x - 0.02, -0.33), (x + 0.04, -0.42)], 0.06, palette.SOFT_INK)


def _give_space(canvas: SpriteCanvas) -> None:
    canvas.ellipse((0, 0.03), (0.13, 0.18), palette.SKY, LINE)
    for dot in range(10):
        canvas.circle(arc((0, 0), (0.42, 0.42), dot / 10, dot / 10, 1)[0], 0.05, palette.INK)


def _play(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.38, palette.YELLOW, LINE)
    circle = arc((0, 0), (0.38, 0.38), 0, 1, 32)
    ball = canvas.part(circle)
    ball.polygon([(-0.5, -0.12), (0.5, -0.2), (0.5, 0.06), (-0.5, 0.14)], palette.VERMILLION)
    ball.circle((0.02, -0.36), 0.12, palette.BLUE)
    canvas.inside(circle, ball)
    canvas.stroke(arc((0, 0), (0.26, 0.26), 0.56, 0.7), 0.06, palette.PAPER)


def _tell(canvas: SpriteCanvas) -> None:
    bubble = [(-0.42, -0.38), (0.42, -0.38), (0.42, 0.18), (-0.04, 0.18), (-0.3, 0.44), (-0.22, 0.18), (-0.42, 0.18)]
    canvas.polygon(bubble, palette.PAPER, LINE)
    canvas.ellipse((0, -0.1), (0.15, 0.19), palette.SKY, LINE * 0.8)
    for x in (-0.06, 0.06):
        canvas.circle((x, -0.12), 0.035, palette.INK)


def _plead(canvas: SpriteCanvas) -> None:
    for side in (-1, 1):
        canvas.stroke([(side * 0.24, 0.42), (side * 0.12, 0.02)], 0.24)
        canvas.stroke([(side * 0.24, 0.42), (side * 0.12, 0.02)], 0.15, palette.SKY)
        canvas.circle((side * 0.13, -0.1), 0.13, palette.PLASTER, LINE)
        canvas.stroke([(side * 0.05, -0.02), (side * 0.03, -0.12)], 0.05)
    for x in (-0.3, 0.0, 0.3):
        canvas.stroke([(x, -0.34), (x * 1.25, -0.44)], 0.07)


def _feign(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.06, -0.42), *arc((-0.06, 0.1), (0.3, 0.3), -0.07, 0.57, 20)], palette.TEAR, LINE)
    canvas.stroke(arc((-0.06, 0.1), (0.18, 0.18), 0.3, 0.48), 0.06, palette.WHITE)
    canvas.polygon([(0.33, -0.4), *arc((0.33, -0.2), (0.09, 0.1), -0.08, 0.58, 12)], palette.TEAR, LINE * 0.7)


def _hide(canvas: SpriteCanvas) -> None:
    canvas.circle((0, 0), 0.38, palette.PLASTER, LINE)
    for side in (-1, 1):
        canvas.circle((side * 0.14, -0.06), 0.055, palette.INK)
        canvas.stroke([(side * 0.06, -0.23), (side * 0.22, -0.17)], 0.06)
    teeth = [(-0.2, 0.09), (0.2, 0.09), (0.14, 0.24), (-0.14, 0.24)]
    canvas.polygon(teeth, palette.WHITE, 0.04)
    for x in (-0.07, 0.07):
        canvas.stroke([(x, 0.1), (x, 0.23)], 0.03)


def _slip(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.3, 0.02), (0.3, 0.02), (0.2, 0.42), (-0.2, 0.42)], palette.GLASS, LINE)
    canvas.polygon([(-0.27, 0.16), (0.27, 0.16), (0.2, 0.42), (-0.2, 0.42)], palette.PINK)
    for x, y, size in ((-0.05, -0.3, 1.0), (0.12, -0.1, 0.8)):
        drop = [(x, y - 0.16 * size), *arc((x, y), (0.08 * size, 0.08 * size), -0.08, 0.58, 12)]
        canvas.polygon(drop, palette.PINK, LINE * 0.8)


def _strike(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.02, 0.26), (0.26, -0.26)], 0.14)
    canvas.circle((0.27, -0.28), 0.12, palette.VERMILLION, LINE)
    canvas.polygon([(-0.4, 0.22), (0.34, 0.22), (0.34, 0.42), (-0.4, 0.42)], palette.TIN, LINE)
    canvas.stroke(arc((-0.02, 0.24), (0.4, 0.42), 0.58, 0.72), 0.05, palette.SOFT_INK)


def _bolt(canvas: SpriteCanvas) -> None:
    bolt = [(0.14, -0.46), (-0.24, 0.06), (-0.03, 0.08), (-0.14, 0.46), (0.26, -0.1), (0.05, -0.1), (0.3, -0.46)]
    canvas.polygon(bolt, palette.YELLOW, LINE * 1.2)


def _detour(canvas: SpriteCanvas) -> None:
    way = [*arc((0.06, 0.1), (0.36, 0.36), 0.46, 0.98, 6)]
    for spot in way[:-1]:
        canvas.circle(spot, 0.065, palette.INK)
    canvas.polygon([(0.22, 0.02), (0.58, 0.02), (0.41, 0.3)], palette.INK)
    canvas.circle((0.04, 0.26), 0.12, palette.STONE, LINE)


def _apologise(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.34, 0.44), (-0.2, 0.1), (-0.06, -0.08)], 0.26)
    canvas.stroke([(-0.34, 0.44), (-0.2, 0.1), (-0.06, -0.08)], 0.17, palette.SKY)
    canvas.circle((0.14, -0.02), 0.19, palette.PAPER, LINE)
    canvas.stroke(arc((0.18, 0.1), (0.07, 0.05), 0.5, 1.0), 0.045)
    for x in (0.1, 0.24):
        canvas.circle((x, -0.02), 0.03, palette.INK)
    canvas.polygon([(0.33, 0.12), (0.42, 0.3), (0.33, 0.38), (0.24, 0.3)], palette.BLUE, LINE * 0.8)


def _contradict(canvas: SpriteCanvas) -> None:
    _tell(canvas)
    canvas.stroke([(-0.3, -0.32), (0.3, 0.12)], 0.15, palette.PAPER)
    canvas.stroke([(-0.3, -0.32), (0.3, 0.12)], 0.09, palette.VERMILLION)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "stay": _stay,
    "approach": _approach,
    "help": _help,
    "comfort": _comfort,
    "dose": _dose,
    "invite": _invite,
    "give_space": _give_space,
    "play": _play,
    "tell": _tell,
    "plead": _plead,
    "feign": _feign,
    "hide": _hide,
    "taunt": _taunt,
    "slip": _slip,
    "strike": _strike,
    "bolt": _bolt,
    "detour": _detour,
    "leave": _leave,
    "apologise": _apologise,
    "contradict": _contradict,
}
"""Sign of each deed, by its name, and the bolt that a pulled lever sends."""
