"""How a deed of the player is drawn where it stands in time: as the face of whom it befell, with its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import NAMED
from sandbox.view.portraits import everyday, portrait

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Happening, Level
    from sandbox.ui.kit.style import Style

_SIGN: Final = 0.57
"""Height of the sign, in heights of the face."""


def draw_deed(
    surface: pygame.Surface, style: Style, level: Level, deed: Happening, foot: tuple[int, int], units: float
) -> None:
    """Draw whom a deed befell, so many units high, with its sign at the shoulder; the sign alone if nobody."""
    row = next((n for n, person in enumerate(level.people) if deed.who in {person.id, person.name}), None)
    icon, height = NAMED[deed.do].icon, style.px(units)
    if row is None:
        style.icon(surface, icon, (foot[0], foot[1] - height // 2), units)
        return
    face, sign = portrait(everyday(level.people[row]), height), _SIGN * units
    surface.blit(face, face.get_rect(midbottom=foot))
    style.icon(surface, icon, (foot[0] + height // 2, foot[1] - height + style.px(sign / 2)), sign)
