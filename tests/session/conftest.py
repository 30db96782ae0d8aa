"""What tests of saves, and of what is kept while it is played, have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.session.files.autosaves import Autosaves
from sandbox.session.files.save_file import PNG, Saved, encode_save, saved
from sandbox.session.session import Session
from tests.session.keeping import let_go
from tests.session.play import HURT, level, straight
from tests.session.saves import session_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="package")
def save() -> Saved:
    return saved(session_at(120), name="Monday")


@pytest.fixture(scope="package")
def data(save: Saved) -> bytes:
    return encode_save(save, notes=b'{"a": 1}', picture=PNG + b"picture")


@pytest.fixture(scope="package")
def few() -> bytes:
    """A save of three people."""
    return encode_save(saved(straight(40, HURT)), notes=b"{}", picture=PNG + b"picture")


@pytest.fixture
def autosaves(tmp_path: Path) -> Iterator[Autosaves]:
    yield Autosaves(tmp_path / "auto")
    let_go()


@pytest.fixture
def session() -> Session:
    """A play-through of five seconds in which one thing was done."""
    session = Session(level("open-square"))
    session.step(20)
    session.do(HURT)
    session.step(30)
    return session
