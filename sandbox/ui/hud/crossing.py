"""From the title into a level without a cut: the old picture fades away over the new one, whose paving lies on its own.

Then the camera glides to what the level is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.view.canvas.camera import Camera

if TYPE_CHECKING:
    import pygame

    from sandbox.scenario.schema import Map, Place

SECONDS: Final = 0.9
"""How long the old picture takes to fade."""


class Crossing(NamedTuple):
    """Where one comes from."""

    picture: pygame.Surface
    """the whole window"""
    camera: Camera
    ground: Map
    """what it shows"""

    def view_of(self, ground: Map, stage: pygame.Rect) -> Camera | None:
        """Return the view of another map in which its paving lies where that of the old picture was; None without."""
        old, new = _paving(self.ground), _paving(ground)
        if old is None or new is None or self.camera.rect != stage:
            return None
        scale = self.camera.scale * old.radius / new.radius
        x, y = self.camera.to_screen(old.x, old.y)
        return Camera(new.x - (x - stage.centerx) / scale, new.y - (y - stage.centery) / scale, scale, stage.copy())

    def draw(self, surface: pygame.Surface, seconds: float) -> None:
        """Lay over a picture what is left of the old one so many seconds later."""
        left = 1 - seconds / SECONDS
        if left > 0 and self.picture.get_size() == surface.get_size():
            self.picture.set_alpha(round(255 * left * left * (3 - 2 * left)))
            surface.blit(self.picture, (0, 0))


def _paving(ground: Map) -> Place | None:
    """Return the first place of a map on which people stand."""
    return next((place for place in ground.places if place.kind == "spot"), None)
