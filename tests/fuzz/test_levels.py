"""Files from strangers are played or refused in sentences; a few of those that `levels` tries."""

from __future__ import annotations

from random import Random

from tests.fuzz.levels import check, level_files


def test_any_file_is_played_or_refused() -> None:
    played = sum(check(level_files(Random(seed))) for seed in range(120))  # noqa: S311 - no secret
    assert 10 < played < 110
