"""Where the files that ship with the game lie, from source and packaged alike."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
"""The folder that holds main.py, or the packaged game's files."""

ASSETS: Final = ROOT / "assets"
"""Fonts, icons, texts and the theme of the panels."""

PRESENCE: Final = ASSETS / "presence"
"""What a newcomer clicks in the levels of the experiment on presence, and the one that does not ship."""

THEORY: Final = ASSETS / "theory"
"""The small worlds that the pages of the theory show."""

LEVELS: Final = ROOT / "levels"
"""The level files that ship with the game."""
