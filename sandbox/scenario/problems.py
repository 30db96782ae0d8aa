"""What is wrong with a file: one sentence each, and all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 200
"""How many sentences one file may fill."""


class Problem(NamedTuple):
    """One thing that is wrong."""

    path: str
    """where, as a JSON path: `people[3].traits.sympathy`; empty for the whole file"""
    text: str
    """the sentence, which begins with the path"""

    def sentence(self, file: str) -> str:
        """Put the file's name before it."""
        return f"{file}: {self.text}"


class LevelError(Exception):
    """A file that cannot be played, with every reason why."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        """Turn problems into sentences that name the file."""
        sentences = [problem.sentence(file) for problem in problems[:MOST]]
        if len(problems) > MOST:
            sentences.append(f"{file}: there are more than {MOST} problems; mend these first.")
        self.file = file
        self.problems = tuple(sentences)
        super().__init__("\n".join(sentences))
