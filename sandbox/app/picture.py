"""Pictures of the window that players take."""

from __future__ import annotations

from datetime import datetime

import pygame

from sandbox.app.paths import user_folder
from sandbox.app.shot import png
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of
from sandbox.scenario.whole_files import write_new


def save_picture(surface: pygame.Surface, level: str) -> str:
    """Save what is to be seen among the user's pictures; say where, or that it was not possible."""
    folder = user_folder() / "pictures"
    now = datetime.now().astimezone()
    try:
        path = write_new(folder, f"{level}-{now:%Y%m%d-%H%M%S}", ".png", png(surface))
    except OSError as error:
        return text_of("ui.picture.failed", path=error.filename, reason=reason_of(error))
    except pygame.error as error:
        return text_of("ui.picture.failed", path=folder, reason=error)
    return text_of("ui.picture", path=path)
