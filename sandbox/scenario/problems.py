"""What is wrong with a file: one sentence each, and all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 200
"""How many sentences one file may fill."""


class Problem:
    """One thing that is wrong."""

    __slots__ = ("key", "path", "slots")

    def __init__(self, path: str, key: str, /, **slots: object) -> None:
        """Name the text that says what is wrong at a path; the path is a slot of it, too."""
        self.path = path
        """where, as a JSON path: `people[3].traits.sympathy`; empty for the whole file"""
        self.key = key
        self.slots = {**slots, "path": path}

    def below(self, above: str) -> Problem:
        """Return the same problem of something that stands in another thing, at the path `above`."""
        joint = "" if self.path[:1] in {"", "["} else "."
        return Problem(f"{above}{joint}{self.path}", self.key, **self.slots)

    @property
    def text(self) -> str:
        """The sentence, which begins with the path."""
        return text_of(self.key, **self.slots)


class LevelError(Exception):
    """A file that cannot be played, with every reason why."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        """Turn problems into sentences that name the file."""
        file = showable(file)
        sentences = [f"{file}: {problem.text}" for problem in problems[:MOST]]
        if len(problems) > MOST:
            sentences.append(text_of("level.many", file=file, count=MOST))
        self.file = file
        self.problems = tuple(sentences)
        self.found = tuple(problems[:MOST])
        """the same, for those who also show where each stands"""
        super().__init__("\n".join(sentences))
