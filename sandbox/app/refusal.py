"""The two ways in which the program says no, each with a sentence."""

from __future__ import annotations


class Usage(Exception):  # noqa: N818 - not a fault of the program, but a sentence about the command line
    """A command line that cannot be understood; the text says why."""


class Refusal(Exception):  # noqa: N818 - as above
    """Something that cannot be done with what was given; the text says why and what to do instead."""
