"""What keeps one play-through while it is played: a journal, line by line, and now and then a save of the moment.

The journal alone is enough to play it all again; the save is there so that it opens at once, with every why.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Final

from sandbox.scenario.whole_files import Lines, write_whole
from sandbox.session.files.play_journal import MOST_LINES, Teller, encode_head
from sandbox.session.files.recording import record
from sandbox.session.files.reopen import JOURNAL, encode_notes
from sandbox.session.files.save_file import encode_save, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.session.files.autosaves import Autosaves
    from sandbox.session.files.reopen import Notes
    from sandbox.session.files.save_file import Saved
    from sandbox.session.session import Session

    Picture = Callable[[], bytes]

REST: Final = 0.004
"""Seconds between two parts of a save that is written while play goes on, which are for the frames of a crowd."""
PATIENCE: Final = 10.0
"""Seconds for which the end of the game waits for a save that is being written."""


class Autosave:
    """The files of one play-through, which nobody else writes meanwhile."""

    def __init__(self, autosaves: Autosaves, session: Session, shelf: str = "") -> None:
        """Begin a journal under a new number; raise OSError if there can be none.

        Args:
            autosaves: their folder.
            session: what is played. The file that it was opened from goes as soon as there is a save in its place.
            shelf: the word by which `find_level` finds its level.
        """
        self._autosaves, self.session, self.shelf = autosaves, session, shelf
        self.path, self._guard = autosaves.claim()
        self._before = autosaves.origins.get(session)
        self._lines: Lines | None = None
        self._writer: Thread | None = None
        self._error: OSError | None = None
        self.parted = False
        """whether the line of play was left for another one since the last save"""
        try:
            self._begin()
        except OSError:
            self._guard.close()
            raise
        autosaves.origins[session] = self.path

    def _begin(self) -> None:
        """Begin the journal anew, with all that is so now."""
        if self._lines is not None:
            self._lines.close()
        self._lines, self._count = None, 1
        journal, self._teller = self.path.with_suffix(JOURNAL), Teller(self.session)
        head = encode_head(record(self.session, shelf=self.shelf))
        write_whole(journal, head + self._teller.line() + b"\n")
        self._lines = Lines(journal)

    @property
    def told(self) -> bool:
        """Whether the journal tells all that was done and where the player is."""
        return not self._teller.done and self._teller.tick == self.session.tick and self._lines is not None

    @property
    def tick(self) -> int:
        """Where the player is, as the journal tells."""
        return self._teller.tick

    @property
    def acted(self) -> bool:
        """Whether something was done, or undone, that the journal does not tell yet."""
        return self._teller.done or self._lines is None

    def tell(self) -> None:
        """Add a line to the journal; one that could not be added whole makes it begin anew. Raises OSError."""
        if self._lines is None or self._count >= MOST_LINES // 2:
            self._begin()
            return
        line = self._teller.line()
        self.parted |= self._teller.parted
        try:
            self._lines.add(line)
        except OSError:
            self._lines.close()
            self._lines = None
            raise
        self._count += 1

    @property
    def busy(self) -> bool:
        """Whether a save is being written."""
        return self._writer is not None and self._writer.is_alive()

    def keep(self, picture: Picture, notes: Notes) -> None:
        """Write a save of this moment while play goes on; what `picture` gives is made meanwhile, too."""
        save = saved(self.session, shelf=self.shelf)
        self.parted = False
        self._writer = Thread(target=self._write, args=(save, picture, notes, REST), daemon=True)
        self._writer.start()

    def _write(self, save: Saved, picture: Picture, notes: Notes, rest: float = 0.0) -> None:
        try:
            write_whole(self.path, encode_save(save, picture=picture(), notes=encode_notes(notes), rest=rest))
        except OSError as error:
            self._error = error
            return
        if self._before is not None:
            self._autosaves.remove(self._before)
            self._before = None

    def trouble(self) -> OSError | None:
        """Return why the latest save could not be written, once."""
        error, self._error = self._error, None
        return error

    def finish(self, picture: Picture, notes: Notes) -> None:
        """Write a last save, and let go of the files; raise OSError if it cannot be written, the journal is there."""
        if self._writer is not None:
            self._writer.join(PATIENCE)
        try:
            if not self.told:
                self.tell()
        finally:
            self._write(saved(self.session, shelf=self.shelf), picture, notes)
            self.leave()
        if self._error is not None:
            raise self._error

    def leave(self) -> None:
        """Let go of the files as they are."""
        if self._lines is not None:
            self._lines.close()
            self._lines = None
        self._guard.close()
