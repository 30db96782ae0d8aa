"""The two ways in which the program says no, each with a sentence."""

from __future__ import annotations

from sandbox.engine.explained import Explained


class UsageError(Explained):
    """A command line that cannot be understood; the text says why."""


class CommandError(Explained):
    """Something that cannot be done with what was given; the text says why and what to do instead."""
