"""What is heard of a film, in a file: whether somebody looks can be told from it with eyes shut."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from sandbox.app.cli import main
from sandbox.app.sound.notes import RATE, decibels, rms
from sandbox.app.sound.tape import TICK, Tape
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pytest

    from sandbox.session.frame import Frame

AWAY = [Happening(do="move", who=who, x=x, y=y) for who, x, y in (("ann", 29, 4), ("lou", 22, 3), ("rex", 20, 17))]
"""Everybody but Bob is behind the wall of level 005 when he is hurt, in its sixth second."""


def moments(seconds: float, deeds: Iterable[Happening] = ()) -> Iterable[Frame]:
    session = Session(msgspec.structs.replace(load_level(find_level("005")), tools=None))
    for deed in deeds:
        session.do(deed)
    for _ in range(round(seconds * 10)):
        session.step()
        yield session.frame()


def taped(frames: Iterable[Frame], **likes: int) -> np.ndarray:
    """Return (S, 2) what is heard, -1 to 1."""
    tape = Tape(Preferences(**likes))
    for _ in tape.taken(frames):
        pass
    return samples_of(tape.wav())


def samples_of(file: bytes) -> np.ndarray:
    with wave.open(io.BytesIO(file)) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (2, 2, RATE)
        return np.frombuffer(read.readframes(read.getnframes()), np.int16).reshape(-1, 2) / 32_767


def shares(samples: np.ndarray) -> tuple[float, float]:
    """Return the power above 1.2 kHz, and that within 3 Hz of the chord's lowest note in the middle, D4."""
    mono = samples.mean(axis=1)
    power, hertz = np.square(np.abs(np.fft.rfft(mono))) / len(mono) ** 2, np.fft.rfftfreq(len(mono), 1 / RATE)
    return float(power[hertz > 1_300].sum()), float(power[np.abs(hertz - 293.66) < 3].sum())


def test_with_eyes_shut_it_is_told_whether_somebody_looks() -> None:
    """Place and chord alone: the same hurt at the same moment, seen by three, and by nobody."""
    seen, unseen = (taped(moments(20, deeds), deeds=0, voices=0) for deeds in ((), AWAY))
    assert np.abs(seen[: 5 * RATE] - unseen[: 5 * RATE]).max() < 1e-3
    after = slice(10 * RATE, 20 * RATE)
    (bright, chord), (dull, silence) = shares(seen[after]), shares(unseen[after])
    assert bright > 1_000 * dull
    assert chord > 100 * silence
    assert decibels(rms(seen[after])) > decibels(rms(unseen[after])) + 8


def test_it_is_the_same_each_time_and_silent_where_all_is_turned_off() -> None:
    assert np.array_equal(taped(moments(7)), taped(moments(7)))
    assert not taped(moments(7), quiet=1).any()


def test_what_is_struck_near_the_end_is_cut_off_there() -> None:
    heard = taped(moments(6.2), bed=0, chord=0)
    assert len(heard) == 62 * TICK
    assert np.abs(heard[-TICK:]).max() > 0.05


def test_a_film_has_its_sound_beside_it(tmp_path: Path) -> None:
    gif, wav = tmp_path / "film.gif", tmp_path / "film.wav"
    assert main(["film", "110", "--seconds", "0.5", "--size", "160x100", "-o", str(gif), "--sound", str(wav)]) == 0
    assert gif.exists()
    assert len(samples_of(wav.read_bytes())) == 5 * TICK


def test_a_sound_is_a_wav_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gif = tmp_path / "film.gif"
    assert main(["film", "110", "-o", str(gif), "--sound", "x.mp3"]) == 2
    assert "WAV" in capsys.readouterr().err
    assert not gif.exists()
