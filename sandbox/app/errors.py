"""The two ways in which the program says no, each with a sentence that takes one line."""

from __future__ import annotations

from sandbox.engine.explained import Explained


class UsageError(Explained):
    """A command line that cannot be understood; the text says why."""


class CommandError(Explained):
    """Something that cannot be done with what was given; the text says why and what to do instead."""


def escaped(sentence: str) -> str:
    """Return a sentence in one line: what a terminal would obey or cannot show is written as Python writes it."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in sentence)
