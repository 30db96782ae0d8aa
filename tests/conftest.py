"""What every test gets: no display, no sound device, one numpy thread, the same pixels on every processor."""

from __future__ import annotations

import gc
import os
import signal

os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pygame
import pytest
from hypothesis import settings

from sandbox.view.canvas.themes import use

# A shell lets what runs in its background ignore Ctrl+C, and tests of ours press it.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the rendered pictures as the new golden ones, instead of comparing; then look at each of them",
    )


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over thousands of tests and all modules, which stay until the end anyway."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _same_pixels_everywhere() -> None:
    pygame.transform.set_smoothscale_backend("GENERIC")


@pytest.fixture(autouse=True)
def _usual_colours() -> None:
    use("usual")
