"""The built game, and a virtual display to play it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PIL import ImageGrab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL import Image

ROOT: Final = Path(__file__).resolve().parents[2]
BUILT: Final = ROOT / "dist" / "sympathy-sandbox" / ("sympathy-sandbox.exe" if os.name == "nt" else "sympathy-sandbox")
SIZE: Final = (1280, 800)
PATIENCE: Final = 30.0
"""seconds until something that has to happen counts as failed"""


@pytest.fixture(scope="session")
def built() -> Path:
    """Find the built game; `python -m sandbox.bootstrap -m PyInstaller --noconfirm build.spec` makes it."""
    if not BUILT.exists():
        pytest.skip("There is no dist/ yet: build the game first.")
    return BUILT


@pytest.fixture
def source() -> tuple[str, ...]:
    """Return the command that starts the game from source."""
    return sys.executable, str(ROOT / "main.py")


@dataclass
class Player:
    """Eyes and hands on a virtual display, in front of one running game."""

    environment: dict[str, str]
    game: subprocess.Popen[bytes]

    def see(self) -> Image.Image:
        """Take a picture of the display."""
        return ImageGrab.grab(xdisplay=self.environment["DISPLAY"]).convert("RGB")

    def press(self, key: str) -> None:
        """Press and release a key, such as `space` or `ctrl+q`."""
        self._do("key", key)

    def point(self, x: float, y: float) -> None:
        """Move the mouse there, and let the game notice."""
        self._do("mousemove", str(round(x)), str(round(y)))
        time.sleep(0.3)

    def click(self, x: float, y: float) -> None:
        """Move the mouse there and press its left button."""
        self.point(x, y)
        self._do("click", "1")

    def focus(self) -> None:
        """Give the keyboard to the game: without a window manager, nobody else does."""
        window = self._do("search", "--sync", "--onlyvisible", "--pid", str(self.game.pid)).split()[-1]
        self._do("windowfocus", "--sync", window)

    def _said(self) -> str:
        """Return what an ended game wrote to its standard error."""
        return self.game.stderr.read().decode() if self.game.stderr else ""

    def wait_until(self, seen: Callable[[Image.Image], bool], what: str) -> Image.Image:
        """Look until something is to be seen, and give the picture; fail if the game ends or nothing comes."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.game.poll() is None, f"The game ended with {self.game.returncode} before {what}: {self._said()}"
            picture = self.see()
            if seen(picture):
                return picture
            time.sleep(0.1)
        pytest.fail(f"After {PATIENCE} seconds there was still no {what}.")

    def _do(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE, check=True)
        return done.stdout.decode()


@contextmanager
def virtual_display() -> Iterator[str]:
    """Start Xvfb and give the name of its display."""
    read, write = os.pipe()
    context = "x".join(map(str, (*SIZE, 24)))
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", context, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Callable[..., Player]]:
    """Return a function that starts a command in front of a player; the game is ended with the test."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("Playing the built game needs Xvfb and xdotool.")
    games: list[subprocess.Popen[bytes]] = []
    with virtual_display() as display:
        environment = os.environ | {
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SYMPATHY_SANDBOX_HOME": str(tmp_path),
        }

        def start(*command: str | Path) -> Player:
            games.append(subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE))
            return Player(environment, games[-1])

        yield start
        for game in games:
            game.kill()
            game.communicate()
