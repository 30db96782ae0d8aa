"""Disks that are full, slow to say so, or refuse: a file is whole or as it was, no draft is left, a sentence tells."""

from __future__ import annotations

import errno
import io
import json
import math
import os
import signal
import tempfile
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from unittest.mock import patch

import pygame
import pytest
from PIL import Image

from sandbox.app import cli
from sandbox.app.crash import save_report
from sandbox.app.paths import user_folder
from sandbox.app.picture import save_picture
from sandbox.app.settings import Settings, write_settings
from sandbox.lab.sensitivity import Trial
from sandbox.scenario.language import text_of
from sandbox.session.files.recording import decode_recording, write_recording
from sandbox.session.files.replay import begun
from sandbox.session.files.save_file import decode_save, write_save
from tests.fuzz.kind import Kind
from tests.fuzz.recordings import sound
from tests.fuzz.results import Quick
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

MOST: Final = 400_000
"""Bytes, more than any of these files has."""
ERRORS: Final = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM)
REFUSING: Final = {
    "bringing to the disk": ("os.fsync",),
    "giving a name": ("os.replace", "os.rename"),
    "giving a new name": ("os.link", "os.replace", "os.rename"),
    "making a draft": ("tempfile.mkstemp",),
}
"""What may fail with an error, besides writing; and the calls that do."""
COMMANDS: Final = {
    "out.png": ("shot", "110", "--at", "0", "--size", "64x64", "-o"),
    "out.gif": ("film", "110", "--seconds", "0.1", "--size", "64x64", "-o"),
}


class Writer(NamedTuple):
    """One way in which the game writes a file."""

    write: Callable[[], str]
    """writes, and returns a sentence if that could not be done; or raises OSError with the file's name"""
    whole: Callable[[bytes], object]
    """reads what was written; raises whatever it likes if it is not whole"""
    appends: bool = False


@contextmanager
def full_disk(most: int = 1000) -> Iterator[None]:
    """Let no file become larger than so many bytes."""
    resource = pytest.importorskip("resource", reason="only some systems can make a disk seem full")
    before, heed = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heed)


def generate(rng: Random) -> bytes:
    """Return, as JSON, what is to be written, whether it is there already, and where the disk refuses."""
    most = rng.choice((None, 0, round(math.exp(rng.uniform(0, math.log(MOST))))))
    fails = rng.choice([*REFUSING]) if most is None or rng.random() < 0.1 else None
    case = {"writes": rng.choice([*_WRITERS]), "before": rng.random() < 0.7, "most": most, "fails": fails}
    return json.dumps(case | {"error": rng.choice(ERRORS)}).encode()


def check(data: bytes, folder: Path) -> str:
    """Write on such a disk, and compare what is there with what was there before."""
    case = json.loads(data)
    writer = _WRITERS[case["writes"]]
    _emptied(folder)
    if case["before"]:
        assert writer.write() == ""
    before, named = _files(folder), folder
    try:
        with _refusing(case):
            sentence = writer.write()
    except OSError as error:
        sentence, named = str(error), Path(error.filename)
    assert named.is_relative_to(folder)
    after = _files(folder)
    assert before.keys() <= after.keys(), "nothing is lost"
    changed = {path: content for path, content in after.items() if before.get(path) != content}
    assert not [path for path in changed if path.suffix == ".draft"]
    if sentence:
        assert sentence.encode()
        torn = [path for path, content in changed.items() if not content.startswith(before.get(path, b""))]
        assert not (torn if writer.appends else changed), f"said {sentence!r} and yet wrote {[*changed]}"
        return "refused"
    for content in changed.values():
        writer.whole(content)
    assert changed or case["before"], "it was written"
    return "written"


def _emptied(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()


def _files(folder: Path) -> dict[Path, bytes]:
    """Read all files but those that keep other instances out."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


@contextmanager
def _refusing(case: dict[str, object]) -> Iterator[None]:
    """Let the disk be as a case says."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(case["error"], os.strerror(int(str(case["error"]))))

    with ExitStack() as stack:
        for call in REFUSING.get(str(case["fails"]), ()):
            stack.enter_context(patch(call, fail))
        if case["most"] is not None:
            stack.enter_context(full_disk(int(str(case["most"]))))
        yield


def _settings() -> str:
    return " ".join(write_settings(Settings(width=900 + len(_files(user_folder())), last="x" * 3000)))


def _save() -> str:
    write_save(user_folder() / "saves" / "Monday.play", sound(3).save)
    return ""


def _recording() -> str:
    write_recording(user_folder() / "Monday.json", sound(3).save.recording)
    return ""


def _picture() -> str:
    said = save_picture(pygame.Surface((60, 60)), "small")
    return "" if said.startswith(text_of("ui.picture", path="")) else said


def _report() -> str:
    with patch.object(tempfile, "gettempdir", lambda: str(user_folder() / "elsewhere")):
        return "" if save_report(ValueError("broken"), begun(sound(3).save.recording)) else "there is no report"


def _results() -> str:
    file = user_folder() / "answers"
    laboratory = Quick((BRIEF,), file)
    size = file.stat().st_size if file.exists() else 0
    for number in range(5):
        laboratory.evaluate(Trial(number, 1, {"walk_speed": float(number + size)}))
    return ""


def _command(name: str) -> Callable[[], str]:
    def write() -> str:
        said = io.StringIO()
        with redirect_stdout(io.StringIO()), redirect_stderr(said):
            code = cli.main([*COMMANDS[name], str(user_folder() / name)])
        assert (code == 0) == (said.getvalue() == "")
        assert said.getvalue().count("\n") <= 1
        return said.getvalue()

    return write


def _drawn(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()


def _answered(data: bytes) -> None:
    assert all(map(json.loads, data.splitlines()))


def _decoded(data: bytes) -> object:
    return decode_recording(data, "recording")


_WRITERS: Final = {
    "settings": Writer(_settings, json.loads),
    "save": Writer(_save, lambda data: decode_save(data, "save")),
    "recording": Writer(_recording, _decoded),
    "picture": Writer(_picture, _drawn),
    "report": Writer(_report, _decoded),
    "results": Writer(_results, _answered, appends=True),
    **{name: Writer(_command(name), _drawn) for name in COMMANDS},
}
FULL_DISK: Final = Kind("full-disk", generate, check, few=20)
