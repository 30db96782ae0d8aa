"""Files of results that experiments go on from, spoiled, gone on with or refused in a sentence."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

import msgspec

from sandbox.app.commands import long_runs
from sandbox.engine.explained import Explained
from sandbox.lab import soak
from sandbox.lab.ordinary import draws
from sandbox.lab.sensitivity import Laboratory, Table, examine
from sandbox.lab.town import whim
from sandbox.scenario.language import explain
from sandbox.scenario.problems import LevelError
from sandbox.scenario.showable import printable
from sandbox.session.files.playable import ZIP
from sandbox.session.files.save_file import encode_save, saved
from sandbox.session.session import Session
from tests.fuzz import forge
from tests.fuzz.kind import Kind
from tests.fuzz.levels import CHANGES, change, damaged, nothing
from tests.lab.brief import BRIEF
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from sandbox.lab.experiment import Experiment
    from sandbox.lab.sensitivity import Trial, Values

SEED: Final = 3
CONSTANTS: Final = ("walk_speed", "mood_time", "habit_time")
DAYS: Final = 0.3
"""Share of files that are those of a long day, and not of the constants."""


class Quick(Laboratory):
    """A laboratory that plays nothing, and counts what it would have to play."""

    def _play(self, trial: Trial, experiments: Mapping[str, Experiment]) -> dict[str, Values]:
        value = float("nan") if trial.number % 3 == 2 else trial.number / 10
        return {key: {"brief/ouch": value} for key in experiments}


def _examined(file: Path) -> tuple[Table, int]:
    laboratory = Quick((BRIEF,), file)
    return examine(laboratory, names=CONSTANTS, few=40), laboratory.played


@cache
def answers() -> tuple[bytes, ...]:
    """Make the lines of a file of answers with nothing wrong."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answers"
        _examined(file)
        return tuple(file.read_bytes().splitlines())


@cache
def day() -> tuple[dict[str, bytes], dict[str, Any]]:
    """Make the members of the save of a day with nothing wrong, and its notes."""
    session = Session(load(small()), seed=SEED)
    session.step(20)
    state = json.dumps(draws(SEED, "player").bit_generator.state)
    notes = {"draw": state, "outside": ["ties.x = 3"], "memory": [[100.0] * 8, [90.5]], "parted": None}
    return forge.unzipped(encode_save(saved(session), notes=b" ")), notes


def generate(rng: Random) -> bytes:
    """Return a file of answers, or the save of a long day, with something wrong in it, or no such file."""
    if rng.random() < DAYS:
        return _day(rng)
    lines = [*answers()]
    rng.shuffle(lines)
    for _ in range(rng.choice((0, 1, 1, 2, CHANGES))):
        place, way = rng.randrange(len(lines)), rng.random()
        if way < 0.6:
            value = json.loads(answers()[place])
            change(rng, value)
            lines[place] = json.dumps(value).encode("utf-8", "surrogatepass")
        elif way < 0.8:
            lines[place] = lines[place][: rng.randrange(len(lines[place]) + 1)]
        else:
            lines[place] = rng.choice((b"", b"[]", b"{}", b"\r", b"3", nothing(rng)))
    whole = b"\n".join(lines) + rng.choice((b"", b"\n"))
    return damaged(rng, whole or b"{") if rng.random() < 0.1 else whole


def _day(rng: Random) -> bytes:
    """Spoil the notes in the save of a day, or the save."""
    members, sound = day()
    if rng.random() < 0.2:
        return damaged(rng, forge.zipped(members))
    notes = json.loads(json.dumps(sound))
    inner = json.loads(notes["draw"])
    if rng.random() < 1 / 2:
        notes["memory"].append([rng.choice((0.0, 1e-300, 100, 1e308))] * rng.choice((1, 9)))
    notes["outside"] = [rng.choice(("\x1b[2J", "\ud800", "a | b", "x" * 1000))]
    for _ in range(rng.randint(0, CHANGES)):
        change(rng, rng.choice((notes, inner)))
    if rng.random() < 0.8:
        notes["draw"] = json.dumps(inner)
    content = json.dumps(notes).encode("utf-8", "surrogatepass")
    return forge.zipped(members | {"notes.json": rng.choice((content, content, content, nothing(rng)))})


def check(data: bytes, folder: Path) -> str:
    """Go on from a file, and once more: nothing is worked out twice, and whatever is wrong is said in a sentence."""
    file = folder / "results"
    file.write_bytes(data)
    try:
        if data.startswith(ZIP):
            _go_on(file)
            return "days gone on with"
        table, _ = _examined(file)
    except (Explained, LevelError) as error:
        sentence = explain(error) if isinstance(error, Explained) else error.problems[0]
        _said(sentence, file)
        return "refused"
    again, played = _examined(file)
    assert played == 0, "all is known now"
    assert repr(again) == repr(table)
    return "answers gone on with"


def _said(sentence: str, file: Path) -> None:
    """Hold a refusal to what it must be: a sentence that names the file and can be printed."""
    assert sentence.encode()
    assert file.name in sentence
    assert len(sentence) < 1000 + len(str(file))


def _go_on(file: Path) -> None:
    """Go on with a day, and tell of it as if it were over."""
    with patch.object(soak, "town", lambda _seed: load(small())):
        session, notes = soak.go_on(file, SEED)
    draw = draws(SEED, "player")
    soak._set(draw, notes, file)
    assert 0 <= draw.random() < 1
    assert whim(session.level, draw)
    session.step(5)
    found = soak.Soaked(session.tick / 10, 0, notes.outside, (*notes.memory, ()), None)
    for as_json in (False, True):
        out = io.StringIO()
        options = Namespace(results=None, hours=1.0, json=as_json)
        with patch.object(soak, "soak", lambda *_, **__: found), redirect_stdout(out):
            assert long_runs.soak(options) in {0, 1}
        assert all(printable(sign) for line in out.getvalue().split("\n") for sign in line)
    msgspec.json.decode(msgspec.json.encode(notes), type=soak.Notes)


RESULTS: Final = Kind("results", generate, check, few=20)
