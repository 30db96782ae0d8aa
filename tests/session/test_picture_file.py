"""A picture from a stranger: it carries a recording, or one sentence says that it does not."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, PngImagePlugin

from sandbox.scenario.problems import LevelError
from sandbox.session.files.picture_file import LONGEST, RECORDING, fits, recording_in_picture


def picture(name: str = RECORDING, text: str | None = "{}", *, packed: bool = True) -> bytes:
    carried = PngImagePlugin.PngInfo()
    if text is not None:
        carried.add_itxt(name, text, zip=packed)
    written = io.BytesIO()
    Image.new("RGB", (4, 4)).save(written, "PNG", pnginfo=carried)
    return written.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_what_was_put_in_comes_out(*, packed: bool) -> None:
    said = '{"name": "Zoë"}' + " " * 5000
    assert recording_in_picture(picture(text=said, packed=packed), "x.png") == said.encode()


@pytest.mark.parametrize("data", [picture(text=None), picture("Comment", "hello")])
def test_a_picture_without_one_is_told_of(data: bytes) -> None:
    with pytest.raises(LevelError) as told:
        recording_in_picture(data, "x.png")
    assert str(told.value).startswith("x.png: this picture carries no recording")


def test_a_small_file_cannot_fill_the_memory() -> None:
    bomb = picture(text=" " * 60_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(LevelError) as told:
        recording_in_picture(bomb, "x.png")
    assert "damaged" in str(told.value)
    assert fits(b" " * LONGEST)
    assert not fits(b" " * (LONGEST + 1))


def test_a_picture_that_claims_to_be_huge_is_not_unpacked() -> None:
    data = bytearray(picture())
    data[16:24] = (2**30).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with pytest.raises(LevelError):
        recording_in_picture(bytes(data), "x.png")


def read(data: bytes) -> str:
    """Return the recording in a picture, or the sentence about what is wrong with it."""
    try:
        return recording_in_picture(data, "x.png").decode()
    except LevelError as error:
        return str(error)


def test_wherever_it_is_cut_or_changed_it_is_a_recording_or_a_sentence() -> None:
    whole = picture(text="[1]", packed=False)
    told = [read(whole[:place]) for place in range(8, len(whole))]
    told += [read(whole[:place] + bytes([byte ^ 0xFF]) + whole[place + 1 :]) for place, byte in enumerate(whole)]
    assert "[1]" in told
    assert all(one == "[1]" or one.startswith("x.png: this picture ") for one in told)
