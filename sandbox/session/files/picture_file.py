"""A picture that carries a recording: a PNG with a text in it that no program shows, and that the game plays.

Many programs that send pictures on leave such texts out; what is left then is a picture.
"""

from __future__ import annotations

import io
from typing import Final

from sandbox.scenario.problems import LevelError, Problem

PNG: Final = b"\x89PNG\r\n\x1a\n"
"""Begins the file of a picture."""
RECORDING: Final = "Recording"
"""What the text is called in it."""
LONGEST: Final = 1_000_000
"""Bytes of a recording: Pillow unpacks no longer texts, so that a small file cannot fill the memory."""


def fits(recording: bytes) -> bool:
    """Return whether a picture can carry a recording."""
    return len(recording) <= LONGEST


def recording_in_picture(data: bytes, file: str) -> bytes:
    """Return the recording that a PNG carries; raise LevelError if there is none. No pixel of it is unpacked."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            text = picture.info.get(RECORDING)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise LevelError(file, [Problem("", "picture.broken")]) from None
    if not isinstance(text, str):
        raise LevelError(file, [Problem("", "picture.empty")])
    return text.encode()
