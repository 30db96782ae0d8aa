"""Captions: sounds in words, each for a while."""

from __future__ import annotations

from typing import Final, NamedTuple

CAPTION_SECONDS: Final = 3.5
MOST_CAPTIONS: Final = 4


class Caption(NamedTuple):
    """One sound in words."""

    words: str
    until: float
    """on the shell's clock, in seconds"""


def with_caption(captions: tuple[Caption, ...], words: str, now: float) -> tuple[Caption, ...]:
    """Return the captions with one more; one that stands there already stays longer, and the oldest make room."""
    others = [one for one in captions if one.until > now and one.words != words]
    return (*others, Caption(words, now + CAPTION_SECONDS))[-MOST_CAPTIONS:]
