"""The clipboard that all programs share; where there is none, what was copied stays within the game."""

from __future__ import annotations

import pygame


class Clipboard:
    """Text that was copied or cut."""

    def __init__(self) -> None:
        self._own = ""

    def put(self, text: str) -> None:
        """Keep a text, for other programs too if that is possible."""
        self._own = text
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return
        self._own = ""

    def text(self) -> str:
        """Return what was copied last, in whichever program; nothing if it is no text."""
        try:
            return self._own or pygame.scrap.get_text()
        except (pygame.error, UnicodeDecodeError):
            return ""


CLIPBOARD = Clipboard()
