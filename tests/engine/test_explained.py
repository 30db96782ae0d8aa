"""A reason why something cannot be names its text, and passes from one process to another."""

from __future__ import annotations

import pickle

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.happenings.happening import Impossible


def test_a_reason_names_its_text_and_what_is_put_in_for_developers() -> None:
    error = WrongSettingError("parameter.close", name="horizno", close="horizon")
    assert str(error) == "parameter.close(name='horizno', close='horizon')"
    assert str(Impossible("impossible.no_tool")) == "impossible.no_tool()"


def test_a_reason_passes_from_process_to_process() -> None:
    error = pickle.loads(pickle.dumps(WrongSettingError("parameter.unknown", name="horizno")))  # noqa: S301 - our own
    assert type(error) is WrongSettingError
    assert (error.key, error.slots) == ("parameter.unknown", {"name": "horizno"})
