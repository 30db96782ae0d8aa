"""What is wrong with the player's files, said in the window and on the terminal."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable
from sandbox.ui.state import TOAST_SECONDS

if TYPE_CHECKING:
    from sandbox.ui.state import Shell

MOST_TOLD: Final = 4
"""How many things are said at once in the window; the terminal has all of them."""


class Complaints:
    """Says each sentence once on the terminal, and as often as it is raised in the window."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: set[str] = set()

    def tell(self, shell: Shell) -> None:
        """Say what has been collected since the last time."""
        complaints = list(dict.fromkeys(shell.complaints))
        shell.complaints.clear()
        with suppress(OSError):  # The terminal may have been closed.
            for complaint in complaints:
                if complaint not in self._told:
                    print(showable(complaint), file=sys.stderr)
        self._told.update(complaints)
        if len(complaints) > MOST_TOLD:
            rest = len(complaints) - MOST_TOLD + 1
            complaints[MOST_TOLD - 1 :] = [text_of("window.more", count=rest)]
        mark = "• " if len(complaints) > 1 else ""
        if complaints:
            words = "\n".join(f"{mark}{complaint}" for complaint in complaints)
            shell.show_toast(words, TOAST_SECONDS * len(complaints))
