"""What stands at the places of a map: a well, a bench, a stall, a counter, an alley, a house, a garden; furniture.

Each is drawn with its base at the origin and reaches upwards; one tile is one metre of a place of ordinary size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.stages import INDOORS
from sandbox.view.canvas import palette
from sandbox.view.canvas.light import TALLEST, softly, thrown
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc, faded
from sandbox.view.place.props_built import alley, counter, house, stall
from sandbox.view.place.props_indoors import bed, desk, door, floor_lamp
from sandbox.view.place.props_kit import board, lamp, panel, pot, rack, shelter, sign, window

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from sandbox.scenario.schema import Map, Place

LINE: Final = 0.055
EDGES: Final = (-2.4, -3.3, 2.4, 0.5)
"""Left, top, right and bottom of a prop, in metres from the middle of its base."""
BACK: Final = 0.55
"""A prop stands this share of its place's radius behind the middle, so that people stand before it."""
ORDINARY_RADIUS: Final = 2.0
SMALLEST: Final = 0.6
LARGEST: Final = 2.0
"""How much smaller and larger than ordinary a prop is drawn at most."""
INSIDE: Final = "inside "
"""Begins the kind of what looks otherwise in a room."""
FADES: Final = (1.0, 0.6)
"""How solid a prop is: as it is, and under a lens."""


def kind_of(place: Place, ground: Map) -> str:
    """Name what is drawn at a place: in a room, some things look otherwise."""
    inside = ground.stage in INDOORS and place.kind in INDOORS_DRAWN
    return f"{INSIDE}{place.kind}" if inside else place.kind


@cached_picture
def prop(kind: str, light: str, metre_px: int, fade: int) -> pygame.Surface:
    """Return the sprite of a place's kind in a light, cut to `prop_box`; `fade` is an index into FADES."""
    sprite, box = _drawn(kind, metre_px)
    cut = softly(sprite.subsurface(box), light)
    return cut if fade == 0 else faded(cut, FADES[fade])


@cached_picture
def prop_shadow(kind: str, metre_px: int, reach: float) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return the shadow that a prop throws, `reach` times as long as it is high, and its corner from the base."""
    sprite, box = _drawn(kind, metre_px)
    left, top = round(EDGES[0] * metre_px) + box.left, round(EDGES[1] * metre_px) + box.top
    above = box.height - min(box.height - 1, box.height + top)
    return thrown(sprite.subsurface(box), box.height - above, min(reach, TALLEST * metre_px / above)), (left, 0)


def prop_box(kind: str, metre_px: int) -> pygame.Rect | None:
    """Return where a prop lies around the middle of its base, in pixels, or None for a bare spot."""
    if kind.removeprefix(INSIDE) not in DRAWN:
        return None
    box = _drawn(kind, metre_px)[1]
    return box.move(round(EDGES[0] * metre_px), round(EDGES[1] * metre_px))


@cached_picture
def _drawn(kind: str, metre_px: int) -> tuple[pygame.Surface, pygame.Rect]:
    canvas = SpriteCanvas(metre_px, *EDGES)
    name = kind.removeprefix(INSIDE)
    draw = DRAWN[name] if name == kind else INDOORS_DRAWN[name]
    draw(canvas)
    sprite = canvas.finish()
    return sprite, sprite.get_bounding_rect()


def _well(canvas: SpriteCanvas) -> None:
    for x in (-0.72, 0.72):
        canvas.polygon([(x - 0.07, -0.4), (x + 0.07, -0.4), (x + 0.07, -1.75), (x - 0.07, -1.75)], palette.WOOD, LINE)
    canvas.ellipse((0, -0.55), (0.85, 0.30), palette.INK, LINE)
    canvas.stroke([(0, -1.6), (0, -0.95)], 0.05, palette.WOOD_DARK)
    canvas.polygon([(-0.17, -0.98), (0.17, -0.98), (0.13, -0.66), (-0.13, -0.66)], palette.WOOD, LINE * 0.8)
    wall = [*arc((0, -0.55), (0.88, 0.32), 0.0, 0.5, 20), *arc((0, 0.02), (0.88, 0.32), 0.5, 0.0, 20)]
    canvas.polygon(wall, palette.STONE, LINE)
    for row, turn in ((0, 0.06), (1, 0.11)):
        canvas.stroke(arc((0, -0.36 + row * 0.2), (0.88, 0.32), 0.02, 0.48, 20), 0.03, palette.STONE_DARK)
        for stone in range(5):
            x, y = arc((0, -0.55 + row * 0.2), (0.88, 0.32), turn + stone * 0.085, turn + stone * 0.085, 1)[0]
            canvas.stroke([(x, y), (x, y + 0.17)], 0.03, palette.STONE_DARK)
    canvas.polygon([(-1.0, -1.62), (-0.72, -2.15), (0.72, -2.15), (1.0, -1.62)], palette.ROOF, LINE)
    for x in (-0.5, 0.0, 0.5):
        canvas.stroke([(x, -2.1), (x * 1.35, -1.66)], 0.03, palette.ROOF_DARK)


def _bench(canvas: SpriteCanvas) -> None:
    for x in (-0.85, 0.85):
        canvas.polygon(
            [(x - 0.08, -0.45), (x + 0.08, -0.45), (x + 0.08, 0.05), (x - 0.08, 0.05)], palette.WOOD_DARK, LINE
        )
    for y in (-1.0, -0.75):
        canvas.polygon([(-1.1, y - 0.09), (1.1, y - 0.09), (1.1, y + 0.09), (-1.1, y + 0.09)], palette.WOOD, LINE)
    canvas.polygon([(-1.1, -0.52), (1.1, -0.52), (1.2, -0.28), (-1.2, -0.28)], palette.WOOD, LINE)
    canvas.stroke([(-1.12, -0.4), (1.12, -0.4)], 0.03, palette.WOOD_DARK)


def _garden(canvas: SpriteCanvas) -> None:
    canvas.polygon([(-1.7, -1.45), (1.7, -1.45), (1.85, 0.0), (-1.85, 0.0)], palette.WOOD_DARK, LINE)
    for row in range(3):
        y = -1.15 + row * 0.45
        canvas.stroke([(-1.55, y + 0.12), (1.55, y + 0.12)], 0.08, palette.WOOD)
        for plant in range(6):
            _plant(canvas, -1.35 + plant * 0.54 + row % 2 * 0.12, y, row)


def _plant(canvas: SpriteCanvas, x: float, y: float, row: int) -> None:
    if row == 1:
        canvas.circle((x, y), 0.15, palette.LEAF, LINE * 0.6)
        canvas.stroke(arc((x, y), (0.08, 0.08), 0.5, 1.0), 0.03, palette.LEAF_DARK)
        return
    canvas.stroke([(x, y + 0.1), (x, y - 0.15)], 0.05, palette.LEAF_DARK)
    bloom = palette.PINK if row == 0 else palette.YELLOW
    for dx, dy in ((-0.08, 0.0), (0.08, 0.0), (0.0, -0.08), (0.0, 0.08)):
        canvas.circle((x + dx, y - 0.2 + dy), 0.07, bloom, LINE * 0.4)
    canvas.circle((x, y - 0.2), 0.05, palette.PAPER)


INDOORS_DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {"lamp": floor_lamp}
"""What looks otherwise in a room."""
DRAWN: Final[dict[str, Callable[[SpriteCanvas], None]]] = {
    "well": _well,
    "bench": _bench,
    "garden": _garden,
    "stall": stall,
    "counter": counter,
    "house": house,
    "alley": alley,
    "bed": bed,
    "desk": desk,
    "door": door,
    "panel": panel,
    "window": window,
    "board": board,
    "shelter": shelter,
    "lamp": lamp,
    "sign": sign,
    "pot": pot,
    "rack": rack,
}
"""Each kind of place that has something standing on it."""
