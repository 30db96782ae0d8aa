"""Palettes: the same picture in other colours, for other eyes and other rooms.

Drawing code names colours by their usual values (`palette`), and `themed` exchanges them as they reach a surface.
One palette is in use at a time; a change of it forgets every kept picture. No palette turns a colour into one that it
exchanges again, so that nothing is changed twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sandbox.view.canvas import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.view.canvas.palette import Rgb

_SHADE: Final = 0.78
"""The shaded side of a body, as a part of its light side."""
_KNIT: Final = 0.52
"""The pattern of a light body, as a part of its light side."""
_DARK: Final = 110
"""A body darker than this has a pattern lighter than itself."""
_LUMA: Final = (0.299, 0.587, 0.114)
"""What red, green and blue add to brightness (ITU-R BT.601)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Other colours for some of the usual ones."""

    name: str
    instead: Mapping[Rgb, Rgb]
    """what is shown instead of a usual colour; those that are missing stay"""


def bodies(**lights: Rgb) -> dict[Rgb, Rgb]:
    """Exchange body colours, by the name of each and its new light side; shade and pattern follow."""
    instead: dict[Rgb, Rgb] = {}
    for name, light in lights.items():
        bright = sum(part * channel for part, channel in zip(_LUMA, light, strict=True))
        knit = _mixed(light, palette.WHITE, 0.5) if bright < _DARK else _mixed(light, palette.INK, 1 - _KNIT)
        tones = (light, _mixed(light, palette.INK, 1 - _SHADE), knit)
        instead |= dict(zip(palette.BODY[name], tones, strict=True))
    return instead


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


USUAL: Final = Palette("usual", {})
RED_GREEN: Final = Palette(
    "red_green",
    bodies(
        sky=(37, 186, 255),
        pink=(198, 75, 173),
        green=(30, 104, 70),
        yellow=(255, 243, 60),
        orange=(248, 168, 104),
        blue=(36, 75, 197),
        grey=(168, 168, 174),
    )
    | {palette.PINK: (168, 60, 140), palette.LEAF: (120, 176, 60), palette.LEAF_DARK: (70, 118, 40)},
)
"""For deuteranopia and protanopia: nothing is told by red against green."""
BLUE_YELLOW: Final = Palette(
    "blue_yellow",
    bodies(
        sky=(66, 226, 240),
        pink=(206, 50, 90),
        green=(40, 98, 66),
        yellow=(244, 206, 20),
        orange=(206, 120, 20),
        blue=(110, 146, 226),
        grey=(138, 136, 146),
    )
    | {palette.GREEN: (0, 112, 52), palette.SKY: (96, 206, 242), palette.PINK: (190, 60, 110)},
)
"""For tritanopia: nothing is told by blue against green, or by yellow against white."""
CONTRAST: Final = Palette(
    "contrast",
    bodies(
        sky=(60, 172, 255),
        pink=(240, 110, 180),
        green=(24, 140, 84),
        yellow=(255, 226, 0),
        orange=(232, 120, 0),
        blue=(16, 56, 150),
        white=(255, 255, 255),
        grey=(116, 116, 126),
    )
    | {
        palette.INK: (0, 0, 0),
        palette.SOFT_INK: (38, 38, 46),
        palette.FAINT_INK: (92, 92, 100),
        palette.PAPER: palette.WHITE,
        palette.BLUE: (0, 66, 190),
        palette.VERMILLION: (206, 40, 0),
        palette.GREEN: (0, 116, 66),
        palette.PINK: (172, 24, 116),
        palette.AMBER: (255, 188, 0),
        palette.CARD: (240, 240, 240),
        palette.TABLE: (196, 196, 200),
        palette.GRASS: (238, 242, 234),
        palette.GRASS_LIGHT: (242, 245, 239),
        palette.GRASS_DARK: (230, 236, 224),
        palette.TUFT: (206, 214, 198),
        palette.PAVING: (250, 250, 248),
        palette.PAVING_LIGHT: (254, 254, 252),
        palette.PAVING_LINE: (188, 188, 184),
        palette.HEDGE: (170, 200, 160),
        palette.HEDGE_DARK: (110, 142, 100),
        palette.ASPHALT: (224, 224, 228),
        palette.ASPHALT_DARK: (214, 214, 219),
        palette.COURT: (170, 170, 176),
        palette.LINO: (246, 248, 247),
        palette.LINO_DARK: (222, 230, 227),
        palette.COBBLE: (240, 238, 234),
        palette.COBBLE_DARK: (228, 225, 219),
        palette.COBBLE_LINE: (186, 184, 178),
        palette.ROAD: (190, 191, 197),
        palette.SLAB: (242, 242, 240),
        palette.SLAB_LINE: (206, 206, 202),
        palette.MEADOW: (222, 230, 212),
        palette.MORNING: (246, 247, 252),
        palette.EVENING: (255, 244, 226),
        palette.DUSK: (222, 192, 180),
        palette.CLOUD: (180, 187, 204),
        palette.LAMP: (166, 164, 200),
        palette.DRIZZLE: (228, 232, 240),
    },
)
"""Black on white, with deep colours."""
PROJECTOR: Final = Palette(
    "projector",
    bodies(
        sky=(64, 164, 226),
        pink=(222, 112, 170),
        green=(20, 146, 100),
        yellow=(250, 210, 30),
        orange=(236, 144, 20),
        blue=(34, 92, 176),
        grey=(138, 138, 150),
    )
    | {
        palette.INK: (14, 12, 24),
        palette.SOFT_INK: (56, 54, 72),
        palette.BLUE: (0, 84, 160),
        palette.VERMILLION: (204, 66, 0),
        palette.GREEN: (0, 116, 78),
        palette.PINK: (170, 52, 124),
        palette.AMBER: (255, 180, 0),
        palette.TABLE: (216, 216, 210),
        palette.GRASS: (240, 245, 226),
        palette.GRASS_LIGHT: (245, 249, 234),
        palette.GRASS_DARK: (228, 236, 208),
        palette.TUFT: (196, 212, 168),
        palette.PAVING: (252, 247, 234),
        palette.PAVING_LIGHT: (255, 252, 244),
        palette.PAVING_LINE: (222, 212, 190),
        palette.HEDGE: (158, 192, 132),
        palette.HEDGE_DARK: (110, 150, 92),
        palette.ASPHALT: (226, 226, 231),
        palette.ASPHALT_DARK: (216, 216, 222),
        palette.COURT: (168, 168, 178),
        palette.LINO: (244, 249, 246),
        palette.LINO_DARK: (220, 232, 226),
        palette.COBBLE: (244, 237, 223),
        palette.COBBLE_DARK: (232, 223, 205),
        palette.COBBLE_LINE: (204, 193, 173),
        palette.ROAD: (188, 190, 198),
        palette.SLAB: (244, 243, 238),
        palette.SLAB_LINE: (218, 216, 209),
        palette.MEADOW: (222, 233, 200),
        palette.MORNING: (246, 247, 252),
        palette.EVENING: (255, 244, 226),
        palette.DUSK: (222, 192, 180),
        palette.CLOUD: (180, 187, 204),
        palette.LAMP: (166, 164, 200),
        palette.DRIZZLE: (228, 232, 240),
    },
)
"""For a projector in a lit room, which cannot draw black: a light ground, and deeper colours on it."""

PALETTES: Final[Mapping[str, Palette]] = {one.name: one for one in (USUAL, RED_GREEN, BLUE_YELLOW, CONTRAST, PROJECTOR)}

_in_use = USUAL

forgetting: Final[list[Callable[[], None]]] = []
"""What lets go of pictures when the palette changes."""


def use(name: str) -> None:
    """Show everything that is drawn from now on in a palette, by its name in PALETTES."""
    global _in_use  # noqa: PLW0603 - one screen has one palette
    if name != _in_use.name:
        _in_use = PALETTES[name]
        for forget in forgetting:
            forget()


def in_use() -> str:
    """Name the palette in use."""
    return _in_use.name


def themed(colour: Rgb) -> Rgb:
    """Return the colour that the palette in use shows for a usual one."""
    return _in_use.instead.get(colour, colour)
