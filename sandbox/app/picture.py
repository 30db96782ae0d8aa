"""Pictures of the window that players take."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.app.paths import pictures_folder
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of
from sandbox.scenario.whole_files import write_new
from sandbox.ui.sharing.encoding import image_of, png

if TYPE_CHECKING:
    import pygame


def save_picture(surface: pygame.Surface, level: str) -> str:
    """Save what is to be seen among the user's pictures; say where, or that it was not possible."""
    now = datetime.now().astimezone()
    try:
        path = write_new(pictures_folder(), f"{level}-{now:%Y%m%d-%H%M%S}", ".png", png(image_of(surface)))
    except OSError as error:
        return text_of("ui.picture.failed", path=error.filename, reason=reason_of(error))
    return text_of("ui.picture", path=path)
