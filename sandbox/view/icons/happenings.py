"""Signs of what happens to people: the player's tools wear them, and so does the spot where one lands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette
from sandbox.view.canvas.sprite_canvas import Point, SpriteCanvas, arc, star
from sandbox.view.icons.minds import LINE, draw_puffs

if TYPE_CHECKING:
    from collections.abc import Callable


def _hurt(canvas: SpriteCanvas) -> None:
    draw_puffs(canvas, palette.STORM)
    canvas.circle((-0.05, -0.24), 0.09, palette.FAINT_INK)
    bolt: list[Point] = [
        (0.02, -0.02),
        (-0.15, 0.24),
        (-0.01, 0.22),
        (-0.08, 0.46),
        (0.17, 0.12),
        (0.03, 0.14),
        (0.12, -0.02),
    ]
    canvas.polygon(bolt, palette.YELLOW, LINE * 0.8)


def _heal(canvas: SpriteCanvas) -> None:
    arm, tip = 0.14, 0.40
    cross = [
        *((-arm, -tip), (arm, -tip), (arm, -arm), (tip, -arm), (tip, arm), (arm, arm)),
        *((arm, tip), (-arm, tip), (-arm, arm), (-tip, arm), (-tip, -arm), (-arm, -arm)),
    ]
    canvas.polygon(cross, palette.GREEN, LINE)
    canvas.stroke([(-0.07, -0.30), (-0.07, -0.08)], 0.05, palette.PAPER)


def _praise(canvas: SpriteCanvas) -> None:
    canvas.polygon(star((0, 0.02), 0.45, 0.21, 5), palette.YELLOW, LINE)
    canvas.stroke([(-0.09, -0.12), (-0.15, -0.03)], 0.05, palette.PAPER)


def _insult(canvas: SpriteCanvas) -> None:
    bubble = star((0, -0.05), 0.45, 0.31, 11)
    canvas.polygon([(-0.10, 0.18), (-0.26, 0.48), (0.10, 0.24)], palette.PAPER, LINE)
    canvas.polygon(bubble, palette.PAPER, LINE)
    canvas.polygon([(-0.07, 0.18), (-0.22, 0.42), (0.07, 0.2)], palette.PAPER)
    canvas.polygon([(-0.07, -0.27), (0.07, -0.27), (0.035, 0.02), (-0.035, 0.02)], palette.VERMILLION)
    canvas.circle((0, 0.12), 0.055, palette.VERMILLION)


def _gift(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.34, -0.08), (0.34, -0.08), (0.34, 0.40), (-0.34, 0.40)], palette.PINK, LINE)
    canvas.polygon([(-0.40, -0.18), (0.40, -0.18), (0.40, 0.0), (-0.40, 0.0)], palette.PINK, LINE)
    canvas.polygon([(-0.08, -0.18), (0.08, -0.18), (0.08, 0.40), (-0.08, 0.40)], palette.YELLOW)
    for side in (-1, 1):
        loop = [(0.0, -0.19), (side * 0.12, -0.42), (side * 0.27, -0.38), (side * 0.25, -0.24)]
        canvas.polygon(loop, palette.YELLOW, LINE * 0.8)
    canvas.circle((0, -0.2), 0.06, palette.YELLOW, LINE * 0.8)


def _news(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-0.42, -0.27), (0.42, -0.27), (0.42, 0.29), (-0.42, 0.29)], palette.PAPER, LINE)
    canvas.stroke([(-0.40, 0.27), (-0.10, 0.02)], 0.03, palette.FAINT_INK)
    canvas.stroke([(0.40, 0.27), (0.10, 0.02)], 0.03, palette.FAINT_INK)
    canvas.stroke([(-0.41, -0.26), (0.0, 0.08), (0.41, -0.26)], LINE, palette.INK)
    canvas.circle((0, 0.09), 0.09, palette.VERMILLION, LINE * 0.6)


def _move(canvas: SpriteCanvas) -> None:
    for turn in range(4):
        canvas.polygon(_arrow_head(turn), palette.SKY, LINE * 0.9)
    canvas.stroke([(-0.24, 0), (0.24, 0)], 0.15, palette.INK)
    canvas.stroke([(0, -0.24), (0, 0.24)], 0.15, palette.INK)
    canvas.stroke([(-0.26, 0), (0.26, 0)], 0.07, palette.SKY)
    canvas.stroke([(0, -0.26), (0, 0.26)], 0.07, palette.SKY)


def _arrow_head(turn: int) -> list[Point]:
    corners = [(0.44, 0.0), (0.24, -0.15), (0.24, 0.15)]
    for _ in range(turn):
        corners = [(-y, x) for x, y in corners]
    return corners


def _thank(canvas: SpriteCanvas) -> None:
    canvas.stroke([(0, -0.05), (0, 0.46)], 0.13)
    for side in (-1, 1):
        leaf = [(0, 0.40), (side * 0.10, 0.20), (side * 0.36, 0.12), (side * 0.26, 0.34)]
        canvas.polygon(leaf, palette.LEAF, LINE * 0.9)
    canvas.stroke([(0, -0.05), (0, 0.43)], 0.05, palette.LEAF)
    petals = arc((0, -0.15), (0.19, 0.19), -0.25, 0.55, 4)
    for petal in petals:
        canvas.circle(petal, 0.155, palette.PINK, LINE)
    for petal in petals:
        canvas.circle(petal, 0.15, palette.PINK)
    canvas.circle((0, -0.15), 0.13, palette.YELLOW, LINE * 0.9)


def _sparkle(canvas: SpriteCanvas) -> None:
    canvas.polygon(star((0, 0), 0.45, 0.13, 4), palette.PAPER, LINE * 0.8)


def _leaf(canvas: SpriteCanvas) -> None:
    blade = [*arc((0.0, 0.0), (0.20, 0.40), 0.25, 0.75, 10), *arc((0.0, 0.0), (0.20, 0.40), -0.25, 0.25, 10)]
    canvas.polygon(blade, palette.LEAF, LINE)
    canvas.stroke([(0, 0.42), (0, -0.2)], 0.04, palette.LEAF_DARK)


def _triumph(canvas: SpriteCanvas) -> None:
    for x, turn in ((-0.24, 0.25), (0.24, -0.25)):
        canvas.stroke(arc((x, -0.2), (0.15, 0.16), turn, turn + 0.5), 0.09)
    cup = [(-0.26, -0.4), (0.26, -0.4), (0.22, -0.08), (0.06, 0.1), (-0.06, 0.1), (-0.22, -0.08)]
    canvas.polygon(cup, palette.BRASS, LINE)
    canvas.stroke([(0, 0.1), (0, 0.28)], 0.13)
    canvas.polygon([(-0.22, 0.28), (0.22, 0.28), (0.22, 0.42), (-0.22, 0.42)], palette.WOOD, LINE)
    canvas.stroke([(-0.12, -0.32), (-0.1, -0.14)], 0.06, palette.PAPER)


def _drops(canvas: SpriteCanvas) -> None:
    for x, y, size in ((0.06, 0.1, 1.0), (-0.26, -0.2, 0.55)):
        drop = [(x, y - 0.52 * size), *arc((x, y), (0.27 * size, 0.27 * size), -0.07, 0.57, 18)]
        canvas.polygon(drop, palette.PINK, LINE)
    canvas.stroke(arc((0.06, 0.1), (0.13, 0.11), 0.05, 0.45), 0.06)
    for x in (-0.03, 0.15):
        canvas.circle((x, 0.02), 0.04, palette.INK)


def _order(canvas: SpriteCanvas) -> None:
    canvas.stroke([(-0.42, 0.06), (-0.1, 0.06)], 0.42)
    canvas.stroke([(-0.42, 0.06), (-0.1, 0.06)], 0.32, palette.PLASTER)
    canvas.stroke([(-0.05, -0.02), (0.34, -0.02)], 0.24)
    canvas.stroke([(-0.05, -0.02), (0.34, -0.02)], 0.14, palette.PLASTER)
    canvas.stroke([(-0.1, -0.14), (0.0, -0.3)], 0.2)
    canvas.stroke([(-0.1, -0.12), (0.0, -0.3)], 0.11, palette.PLASTER)
    canvas.polygon([(-0.52, -0.2), (-0.34, -0.2), (-0.34, 0.32), (-0.52, 0.32)], palette.VERMILLION, LINE * 0.8)


def _your_hand(canvas: SpriteCanvas) -> None:
    """Draw the player's hand: larger than anybody's, in the colour of what is in hand, and it points at somebody."""
    canvas.polygon([(-0.54, -0.24), (-0.36, -0.24), (-0.36, 0.34), (-0.54, 0.34)], palette.AMBER, LINE)
    palm = [(-0.36, -0.16), (-0.22, -0.2), (-0.1, -0.42), (0.02, -0.4), (0.0, -0.2), (0.12, -0.2)]
    canvas.polygon([*palm, (0.12, 0.3), (0.04, 0.36), (-0.26, 0.34), (-0.36, 0.28)], palette.WHITE, LINE)
    for y, far in ((-0.12, 0.5), (0.04, 0.2), (0.16, 0.18), (0.28, 0.14)):
        canvas.stroke([(0.0, y), (far, y)], 0.17)
        canvas.stroke([(-0.06, y), (far, y)], 0.09, palette.WHITE)


def _propose(canvas: SpriteCanvas) -> None:
    sheet = [(-0.26, -0.38), (0.3, -0.38), (0.3, 0.36), (-0.26, 0.36)]
    canvas.polygon(sheet, palette.PAPER, LINE)
    for y in (-0.36, 0.36):
        canvas.stroke([(-0.3, y), (0.34, y)], 0.18)
        canvas.stroke([(-0.3, y), (0.34, y)], 0.09, palette.BRASS)
    for y, far in ((-0.18, 0.18), (-0.04, 0.12), (0.1, 0.18)):
        canvas.stroke([(-0.14, y), (far, y)], 0.05, palette.SOFT_INK)


def _cue(canvas: SpriteCanvas) -> None:
    cloth = [(-0.38, -0.22), (0.0, -0.3), (0.38, -0.22), (0.34, 0.1), (0.0, 0.3), (-0.34, 0.1)]
    canvas.polygon(cloth, palette.CARD, LINE)
    for side in (-1, 1):
        canvas.ellipse((side * 0.17, -0.08), (0.1, 0.065), palette.INK)
        canvas.stroke([(side * 0.38, -0.2), (side * 0.5, -0.3)], 0.06)


def _badge(canvas: SpriteCanvas) -> None:
    draw_rosette(canvas, "sky", 0.42)


CORNERS: Final[dict[str, list[Point]]] = {
    "pink": [(0, 1), (1, 0), (0, -1), (-1, 0)],
    "green": [(0, -1.1), (1, 0.7), (-1, 0.7)],
    "yellow": star((0.0, 0.0), 1.25, 0.55, 5),
    "orange": [(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
    "blue": [(-1.1, -0.4), (1.1, -0.4), (1.1, 0.4), (-1.1, 0.4)],
    "white": [(-0.4, -1.1), (0.4, -1.1), (0.4, 1.1), (-0.4, 1.1)],
    "grey": [(0, 1.1), (-1, -0.7), (1, -0.7)],
}
"""The shape in the middle of each colour's rosette, so that badges differ by more than colour; sky has a dot."""


def draw_rosette(canvas: SpriteCanvas, colour: str, radius: float, centre: Point = (0.0, -0.08)) -> None:
    """Draw a rosette of pleated ribbon with two tails, in the colour of a group and with its shape."""
    light, dark, _ = palette.BODY[colour]
    x, y = centre
    for side in (-1, 1):
        tail = [(x + side * radius * 0.1, y), (x + side * radius * 0.75, y + radius * 1.25)]
        canvas.stroke(tail, radius * 0.52)
        canvas.stroke(tail, radius * 0.32, dark)
    canvas.polygon(star(centre, radius, radius * 0.82, 12), dark, max(radius * 0.11, LINE * 0.5))
    canvas.circle(centre, radius * 0.62, light, radius * 0.07)
    if colour in CORNERS:
        shape = [(x + radius * 0.3 * right, y + radius * 0.3 * down) for right, down in CORNERS[colour]]
        canvas.polygon(shape, palette.PAPER, radius * 0.06)
    else:
        canvas.circle(centre, radius * 0.24, palette.PAPER, radius * 0.06)


def _rumour(canvas: SpriteCanvas) -> None:
    bubble = [(-0.42, -0.38), (0.42, -0.38), (0.42, 0.18), (-0.04, 0.18), (-0.3, 0.44), (-0.22, 0.18), (-0.42, 0.18)]
    canvas.polygon(bubble, palette.PAPER, LINE)
    canvas.stroke([(-0.1, -0.2), (0.0, -0.28), (0.1, -0.2), (0.0, -0.08), (0.0, -0.02)], 0.08, palette.INK)
    canvas.circle((0.0, 0.1), 0.045, palette.INK)


DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "hurt": _hurt,
    "heal": _heal,
    "praise": _praise,
    "insult": _insult,
    "gift": _gift,
    "news": _news,
    "move": _move,
    "triumph": _triumph,
    "drops": _drops,
    "order": _order,
    "your_hand": _your_hand,
    "propose": _propose,
    "cue": _cue,
    "badge": _badge,
    "thank": _thank,
    "rumour": _rumour,
    "sparkle": _sparkle,
    "leaf": _leaf,
}
"""Sign of each happening, by its name, and two bits of glitter; the hand is the player's."""
