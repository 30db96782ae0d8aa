"""Every colour and every size of the picture, in one place.

The hues are Okabe and Ito's, told apart with any colour vision; whatever means something also has an outline of ink,
because light fills vanish on a projector in a lit room. Sizes named `_px` are screen pixels at a window of 1280x800.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

Rgb = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

INK: Final[Rgb] = (33, 31, 46)
SOFT_INK: Final[Rgb] = (92, 90, 108)
FAINT_INK: Final[Rgb] = (150, 148, 158)
PAPER: Final[Rgb] = (255, 253, 246)
WHITE: Final[Rgb] = (255, 255, 255)
BLUE: Final[Rgb] = (0, 114, 178)
VERMILLION: Final[Rgb] = (213, 94, 0)
GREEN: Final[Rgb] = (0, 158, 115)
PINK: Final[Rgb] = (204, 121, 167)
SKY: Final[Rgb] = (86, 180, 233)
ORANGE: Final[Rgb] = (230, 159, 0)
YELLOW: Final[Rgb] = (240, 228, 66)
AMBER: Final[Rgb] = (255, 196, 61)
BLUSH: Final[Rgb] = (238, 120, 120)
TEAR: Final[Rgb] = (196, 232, 255)
STONE: Final[Rgb] = (176, 172, 168)
STONE_DARK: Final[Rgb] = (128, 124, 124)
WOOD: Final[Rgb] = (196, 148, 96)
WOOD_DARK: Final[Rgb] = (146, 102, 62)
PLASTER: Final[Rgb] = (250, 238, 214)
ROOF: Final[Rgb] = (214, 112, 84)
ROOF_DARK: Final[Rgb] = (176, 84, 62)
GLASS: Final[Rgb] = (170, 214, 232)
TIN: Final[Rgb] = (188, 190, 196)
TIN_DARK: Final[Rgb] = (146, 148, 158)
BRASS: Final[Rgb] = (232, 196, 92)
UNIFORM: Final[Rgb] = (122, 128, 142)
UNIFORM_DARK: Final[Rgb] = (92, 98, 112)
CARD: Final[Rgb] = (246, 240, 226)
STORM: Final[Rgb] = (118, 122, 140)
LEAF: Final[Rgb] = (92, 168, 84)
LEAF_DARK: Final[Rgb] = (62, 128, 68)
TABLE: Final[Rgb] = (206, 204, 190)
GRASS: Final[Rgb] = (217, 229, 190)
GRASS_LIGHT: Final[Rgb] = (226, 236, 202)
GRASS_DARK: Final[Rgb] = (192, 211, 160)
TUFT: Final[Rgb] = (164, 190, 130)
PAVING: Final[Rgb] = (236, 226, 204)
PAVING_LIGHT: Final[Rgb] = (244, 236, 218)
PAVING_LINE: Final[Rgb] = (216, 203, 176)
HEDGE: Final[Rgb] = (140, 178, 112)
HEDGE_DARK: Final[Rgb] = (104, 146, 86)
ASPHALT: Final[Rgb] = (200, 201, 207)
ASPHALT_DARK: Final[Rgb] = (190, 191, 198)
COURT: Final[Rgb] = (247, 247, 240)
"""Lines on asphalt and on a road."""
LINO: Final[Rgb] = (228, 236, 231)
LINO_DARK: Final[Rgb] = (212, 225, 219)
COBBLE: Final[Rgb] = (219, 209, 191)
COBBLE_DARK: Final[Rgb] = (206, 194, 173)
COBBLE_LINE: Final[Rgb] = (196, 184, 163)
ROAD: Final[Rgb] = (158, 160, 169)
SLAB: Final[Rgb] = (221, 220, 214)
SLAB_LINE: Final[Rgb] = (201, 199, 192)
HORIZON: Final[Rgb] = (212, 230, 238)
MEADOW: Final[Rgb] = (201, 217, 172)
FAR_HILL: Final[Rgb] = (172, 199, 154)
FAR_ROOF: Final[Rgb] = (206, 150, 128)
FAR_WALL: Final[Rgb] = (232, 223, 205)
FAR_STONE: Final[Rgb] = (188, 190, 200)
FAR_GLASS: Final[Rgb] = (158, 186, 202)
VEIL: Final[Rgb] = (238, 238, 240)
NIGHT: Final[Rgb] = (74, 76, 104)
DAY: Final[Rgb] = (255, 255, 255)
"""What the ground is multiplied by at noon; the next six in other lights."""
MORNING: Final[Rgb] = (236, 240, 250)
EVENING: Final[Rgb] = (255, 236, 206)
DUSK: Final[Rgb] = (188, 146, 132)
LAMP: Final[Rgb] = (112, 110, 158)
CLOUD: Final[Rgb] = (134, 144, 168)
DRIZZLE: Final[Rgb] = (206, 214, 226)

BODY: Final[dict[str, tuple[Rgb, Rgb, Rgb]]] = {
    "sky": ((104, 190, 238), (66, 152, 208), (38, 104, 160)),
    "pink": ((226, 146, 188), (196, 108, 156), (148, 62, 112)),
    "green": ((62, 184, 140), (22, 146, 106), (8, 96, 70)),
    "yellow": ((247, 226, 92), (222, 190, 48), (168, 132, 12)),
    "orange": ((244, 176, 66), (220, 138, 22), (160, 90, 6)),
    "blue": ((62, 136, 204), (24, 100, 166), (168, 208, 240)),
    "white": ((250, 246, 236), (220, 214, 204), (150, 146, 150)),
    "grey": ((172, 172, 180), (136, 136, 148), (92, 92, 106)),
}
"""Of each body colour the light side, the shade, and what its pattern is knitted from."""

TINT_SHADOW: Final = 70
"""Opacity of the shadow under a body, 0 to 255."""
SHADOW: Final = 0.25
"""Opacity of the shadow that a body throws, 0 to 1."""
TINT_WEDGE: Final = 120
TINT_VEIL: Final = 150
TINT_NIGHT: Final = 130
TINT_PALE: Final = 150
FADE_STEPS: Final = 8
"""How many opacities a fading picture goes through; each is kept in the cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Sizes:
    """Lengths on the screen in pixels, but for `person_metres`; equal to themselves alone, as `sizes` gives them."""

    person_metres: float = 1.5
    """height of a body's tile"""
    person_min_px: int = 15
    person_max_px: int = 208
    plain_below_px: int = 28
    """below this a body shows colour, posture and eyes only"""
    detail_above_px: int = 44
    """above this brows, tears and badges are drawn"""
    name_px: int = 17
    word_px: int = 16
    pill_pad_px: int = 7
    line_px: float = 2.5
    thin_px: float = 1.5
    dash_px: float = 8.0
    badge_px: int = 26
    coin_px: int = 22
    pebble_px: int = 17
    pip_px: int = 9
    lane_px: float = 9.0
    bar_px: float = 11.0
    legend_icon_px: int = 34
    margin_px: int = 12
    pick_px: int = 12
    minimap_px: int = 180
    ring_px: float = 9.0
    spark_px: int = 54

    def body_px(self, scale: float) -> float:
        """Return the height of a body's tile where a metre takes so many pixels."""
        return min(self.person_max_px, max(self.person_min_px, scale * self.person_metres))


DESK: Final = Sizes()
PROJECTOR: Final = Sizes(
    person_metres=1.75,
    person_min_px=72,
    person_max_px=240,
    name_px=60,
    word_px=36,
    pill_pad_px=12,
    line_px=5.5,
    thin_px=5.0,
    dash_px=16.0,
    badge_px=44,
    coin_px=44,
    pebble_px=40,
    pip_px=18,
    lane_px=16.0,
    bar_px=22.0,
    legend_icon_px=64,
    margin_px=20,
    pick_px=24,
    minimap_px=300,
    ring_px=16.0,
    spark_px=96,
)


@cache
def sizes(*, projector: bool, words: float = 1.0) -> Sizes:
    """Return the lengths for a desk, or for the back row of a classroom; `words` makes all that is read larger."""
    usual = PROJECTOR if projector else DESK
    read = ("name_px", "word_px", "legend_icon_px")
    return replace(usual, **{name: round(getattr(usual, name) * words) for name in read})
