"""Signs of what happens to people: the player's tools wear them, and so does the spot where one lands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view import palette
from sandbox.view.sketch import Point, Sketch, arc, star

if TYPE_CHECKING:
    from collections.abc import Callable

LINE: Final = 0.05
"""Outline of a sign, in tiles of its own size."""


def _hurt(sketch: Sketch) -> None:
    puffs = [((-0.22, -0.10), 0.17), ((0.0, -0.20), 0.21), ((0.23, -0.09), 0.16), ((0.02, -0.05), 0.18)]
    for centre, radius in puffs:
        sketch.circle(centre, radius, None, LINE)
        sketch.circle(centre, radius + LINE, palette.INK)
    for centre, radius in puffs:
        sketch.circle(centre, radius, palette.STORM)
    sketch.circle((-0.05, -0.24), 0.09, palette.FAINT_INK)
    bolt: list[Point] = [
        (0.02, -0.02),
        (-0.15, 0.24),
        (-0.01, 0.22),
        (-0.08, 0.46),
        (0.17, 0.12),
        (0.03, 0.14),
        (0.12, -0.02),
    ]
    sketch.polygon(bolt, palette.YELLOW, LINE * 0.8)


def _heal(sketch: Sketch) -> None:
    arm, tip = 0.14, 0.40
    cross = [
        *((-arm, -tip), (arm, -tip), (arm, -arm), (tip, -arm), (tip, arm), (arm, arm)),
        *((arm, tip), (-arm, tip), (-arm, arm), (-tip, arm), (-tip, -arm), (-arm, -arm)),
    ]
    sketch.polygon(cross, palette.GREEN, LINE)
    sketch.stroke([(-0.07, -0.30), (-0.07, -0.08)], 0.05, palette.PAPER)


def _praise(sketch: Sketch) -> None:
    sketch.polygon(star((0, 0.02), 0.45, 0.21, 5), palette.YELLOW, LINE)
    sketch.stroke([(-0.09, -0.12), (-0.15, -0.03)], 0.05, palette.PAPER)


def _insult(sketch: Sketch) -> None:
    bubble = star((0, -0.05), 0.45, 0.31, 11)
    sketch.polygon([(-0.10, 0.18), (-0.26, 0.48), (0.10, 0.24)], palette.PAPER, LINE)
    sketch.polygon(bubble, palette.PAPER, LINE)
    sketch.polygon([(-0.07, 0.18), (-0.22, 0.42), (0.07, 0.2)], palette.PAPER)
    sketch.polygon([(-0.07, -0.27), (0.07, -0.27), (0.035, 0.02), (-0.035, 0.02)], palette.VERMILLION)
    sketch.circle((0, 0.12), 0.055, palette.VERMILLION)


def _gift(sketch: Sketch) -> None:
    sketch.polygon([(-0.34, -0.08), (0.34, -0.08), (0.34, 0.40), (-0.34, 0.40)], palette.PINK, LINE)
    sketch.polygon([(-0.40, -0.18), (0.40, -0.18), (0.40, 0.0), (-0.40, 0.0)], palette.PINK, LINE)
    sketch.polygon([(-0.08, -0.18), (0.08, -0.18), (0.08, 0.40), (-0.08, 0.40)], palette.YELLOW)
    for side in (-1, 1):
        loop = [(0.0, -0.19), (side * 0.12, -0.42), (side * 0.27, -0.38), (side * 0.25, -0.24)]
        sketch.polygon(loop, palette.YELLOW, LINE * 0.8)
    sketch.circle((0, -0.2), 0.06, palette.YELLOW, LINE * 0.8)


def _news(sketch: Sketch) -> None:
    sketch.polygon([(-0.42, -0.27), (0.42, -0.27), (0.42, 0.29), (-0.42, 0.29)], palette.PAPER, LINE)
    sketch.stroke([(-0.40, 0.27), (-0.10, 0.02)], 0.03, palette.FAINT_INK)
    sketch.stroke([(0.40, 0.27), (0.10, 0.02)], 0.03, palette.FAINT_INK)
    sketch.stroke([(-0.41, -0.26), (0.0, 0.08), (0.41, -0.26)], LINE, palette.INK)
    sketch.circle((0, 0.09), 0.09, palette.VERMILLION, LINE * 0.6)


def _move(sketch: Sketch) -> None:
    for turn in range(4):
        sketch.polygon(_arrow_head(turn), palette.SKY, LINE * 0.9)
    sketch.stroke([(-0.24, 0), (0.24, 0)], 0.15, palette.INK)
    sketch.stroke([(0, -0.24), (0, 0.24)], 0.15, palette.INK)
    sketch.stroke([(-0.26, 0), (0.26, 0)], 0.07, palette.SKY)
    sketch.stroke([(0, -0.26), (0, 0.26)], 0.07, palette.SKY)


def _arrow_head(turn: int) -> list[Point]:
    corners = [(0.44, 0.0), (0.24, -0.15), (0.24, 0.15)]
    for _ in range(turn):
        corners = [(-y, x) for x, y in corners]
    return corners


def _switch(sketch: Sketch) -> None:
    sketch.stroke([(-0.2, 0), (0.2, 0)], 0.48, palette.INK)
    sketch.stroke([(-0.2, 0), (0.2, 0)], 0.38, palette.GREEN)
    sketch.circle((0.2, 0), 0.15, palette.PAPER, LINE * 0.8)


def _sparkle(sketch: Sketch) -> None:
    sketch.polygon(star((0, 0), 0.45, 0.13, 4), palette.PAPER, LINE * 0.8)


def _leaf(sketch: Sketch) -> None:
    blade = [*arc((0.0, 0.0), (0.20, 0.40), 0.25, 0.75, 10), *arc((0.0, 0.0), (0.20, 0.40), -0.25, 0.25, 10)]
    sketch.polygon(blade, palette.LEAF, LINE)
    sketch.stroke([(0, 0.42), (0, -0.2)], 0.04, palette.LEAF_DARK)


DRAWN: Final[dict[str, Callable[[Sketch], None]]] = {
    "hurt": _hurt,
    "heal": _heal,
    "praise": _praise,
    "insult": _insult,
    "gift": _gift,
    "news": _news,
    "move": _move,
    "switch": _switch,
    "sparkle": _sparkle,
    "leaf": _leaf,
}
"""Sign of each happening, by its name, and two bits of glitter."""
