"""Where the player's own files lie; what ships with the game is in sandbox.scenario.folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs

NAME: Final = "sympathy-sandbox"
"""The folder's name."""
HOME: Final = "SYMPATHY_SANDBOX_HOME"
"""Environment variable that names another folder."""


def user_folder() -> Path:
    """Name the folder for settings, saves, pictures and reports of crashes; it need not exist yet."""
    elsewhere = os.environ.get(HOME)
    return Path(elsewhere) if elsewhere else platformdirs.user_data_path(NAME, appauthor=False)


def saves_folder() -> Path:
    """Name the folder for saves."""
    return user_folder() / "saves"


def pictures_folder() -> Path:
    """Name the folder for what players give away: pictures and films."""
    return user_folder() / "pictures"


def experiments_folder() -> Path:
    """Name the folder for what experiments that were broken off have finished."""
    return user_folder() / "experiments"
