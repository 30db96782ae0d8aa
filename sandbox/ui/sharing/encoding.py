"""Pictures as the bytes of a file: a PNG, with a recording in it if there is one, and a GIF of several."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.session.files.picture_file import RECORDING, fits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

COLOURS: Final = 128
"""Colours of a film, out of the 256 that a GIF may have."""


def image_of(surface: pygame.Surface) -> Image:
    """Return what a surface shows now, which nothing changes any more."""
    from PIL import Image

    return Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))


def gif(images: Sequence[Image], rate: int) -> bytes:
    """Return pictures of one size as the bytes of a GIF that begins again at its end.

    Args:
        images: one at least.
        rate: pictures a second.
    """
    from PIL.Image import Dither

    common = images[len(images) // 2].quantize(COLOURS)
    first, *others = (image.quantize(palette=common, dither=Dither.NONE) for image in images)
    written = io.BytesIO()
    first.save(written, "GIF", save_all=True, append_images=others, duration=1000 // rate, loop=0)
    return written.getvalue()


def png(image: Image, recording: bytes = b"") -> bytes:
    """Return a picture as the bytes of a PNG that carries a recording; one that does not fit is left out."""
    from PIL.PngImagePlugin import PngInfo

    carried = PngInfo()
    if recording and fits(recording):
        carried.add_itxt(RECORDING, recording.decode(), zip=True)
    written = io.BytesIO()
    image.save(written, "PNG", pnginfo=carried)
    return written.getvalue()
