"""A save for the tests of saves."""

from __future__ import annotations

import pytest

from sandbox.session.save_file import PNG, Saved, encode_save, saved
from tests.session.saves import session_at


@pytest.fixture(scope="package")
def save() -> Saved:
    return saved(session_at(120), name="Monday")


@pytest.fixture(scope="package")
def data(save: Saved) -> bytes:
    return encode_save(save, notes=b'{"a": 1}', picture=PNG + b"picture")
