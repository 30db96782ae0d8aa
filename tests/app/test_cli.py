"""Tests of the command line: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
from PIL import Image, ImageSequence

from sandbox.app import cli
from sandbox.app.commands.arguments import load, row_of
from sandbox.app.commands.film import _moments
from sandbox.app.commands.headless import Headless
from sandbox.engine.mechanisms import MECHANISMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import describe
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.folders import ROOT
from sandbox.scenario.library import number_and_id
from sandbox.scenario.load import decode_level
from sandbox.view.sheet import SIZES, TITLE
from tests.scenario.small import small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sandbox.ui.opening import Opening

NAMESAKES = [
    {"id": "ann", "name": "bob", "x": 1, "y": 1},
    {"id": "bob", "name": "ann", "x": 5, "y": 1},
    {"id": "cy", "name": "Cy", "x": 9, "y": 1},
]
PERSON = {
    *("id", "x", "y", "wound", "felt", "shown", "mood", "averting", "gaze", "option", "option_on"),
    *("reward", "reward_so_far", "seconds"),
}
TIE = {
    *("from", "to", "affinity", "personhood", "importance", "believed"),
    *("regard", "blame", "credit", "attention"),
}
ENTRY = {"id", "tick", "what", "who", "whom", "value", "causes", "weights"}


@pytest.fixture
def hurt(tmp_path: Path) -> str:
    """A commands file that hurts Bob after a second."""
    file = tmp_path / "hurt.json"
    file.write_text('[{"do": "hurt", "who": "bob", "at": 1}]', "utf-8")
    return str(file)


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that must succeed and give what it printed."""
    assert cli.main(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_run_tells_everything_as_json(capsys: pytest.CaptureFixture[str], hurt: str) -> None:
    account = json.loads(told(capsys, "run", "110", "--seconds", "3", "--commands", hurt, "--seed", "5", "--json"))
    assert account.keys() == {
        *("level", "seed", "ticks", "digest", "off", "outcome", "story", "people", "ties", "chronicle"),
    }
    assert (account["level"], account["seed"], account["ticks"]) == ("open-square", 5, 30)
    assert len(account["digest"]) == 32
    assert all(person.keys() == PERSON and person["reward"].keys() == set(STREAMS) for person in account["people"])
    assert all(tie.keys() == TIE for tie in account["ties"])
    assert all(entry.keys() == ENTRY for entry in account["chronicle"])


def test_run_counts_what_people_do_and_keeps_causes_in_order(capsys: pytest.CaptureFixture[str], hurt: str) -> None:
    account = json.loads(told(capsys, "run", "110", "--seconds", "3", "--commands", hurt, "--json"))
    for person in account["people"]:
        assert person["seconds"].keys() == {option.name for option in OPTIONS} | {"averting"}
        assert sum(person["seconds"][option.name] for option in OPTIONS) == pytest.approx(3)
    happened = [entry for entry in account["chronicle"] if entry["what"] == "happened.hurt"]
    assert [(entry["tick"], entry["who"], entry["causes"]) for entry in happened] == [(10, "bob", [])]
    known = {entry["id"] for entry in account["chronicle"]}
    assert all(cause in known and cause < entry["id"] for entry in account["chronicle"] for cause in entry["causes"])


def test_the_same_run_has_the_same_digest_and_another_seed_or_drive_another(capsys: pytest.CaptureFixture[str]) -> None:
    def digest(*argv: str) -> str:
        return str(json.loads(told(capsys, "run", "120", "--seconds", "2", "--json", *argv))["digest"])

    assert digest("--seed", "4") == digest("--seed", "4")
    assert len({digest("--seed", "4"), digest("--seed", "5"), digest("--seed", "4", "--off", "sympathy,anxiety")}) == 3
    assert digest("--set", "mood_time=20") != digest()


def test_run_sums_up_for_reading(capsys: pytest.CaptureFixture[str], hurt: str) -> None:
    out = told(capsys, "run", "open-square", "--seconds", "3", "--commands", hurt)
    assert out.startswith("The Open Square: seed ")
    assert "1.0 s  Bob got hurt." in out


def test_run_tells_how_the_goal_stands(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "goal.json"
    goal = {"win": {"felt": "ann", "min": 0.9}, "within": 3}
    file.write_text(json.dumps(small(schema_version=2, goal=goal)), "utf-8")
    assert cli.main(["run", str(file), "--seconds", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "goal: open"
    assert lines[2].startswith("  still missing: Ann feels very good (0.9 or more) – now ")
    assert cli.main(["run", str(file), "--seconds", "4"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "goal: lost at 3.1 s, by the time that is up"
    assert cli.main(["run", str(file), "--seconds", "4", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["story"]["decided"]["by"] == "late"


def test_a_person_is_found_by_id_before_any_name() -> None:
    level = decode_level(json.dumps(small(people=NAMESAKES, ties=[], happenings=[])).encode(), "small.json")
    assert [row_of(level, word, "eyes") for word in ("bob", "ann", "Cy")] == [1, 0, 2]


def test_happenings_after_the_end_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "do.json"
    file.write_text('[{"do": "hurt", "who": "bob", "at": 50}, {"do": "hurt", "who": "bob"}]', "utf-8")
    assert cli.main(["run", "110", "--seconds", "1", "--commands", str(file)]) == 0
    assert capsys.readouterr().err == (
        f"{file}: [0].at = 50 lies at or after the end, and so 1 of its happenings did not happen; play for longer.\n"
    )


@pytest.mark.parametrize("start", [0.25, 1.05])
def test_a_film_shows_every_moment_once(start: float) -> None:
    played = Headless(load("110"))
    played.play(start)
    ticks = [frame.tick for frame in _moments(played, 1.0)]
    assert np.diff(ticks).tolist() == [1] * 9


def test_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Level" in json.loads(told(capsys, "schema"))["$defs"]


def test_mechanisms_are_all_listed_both_ways(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(told(capsys, "mechanisms", "--json"))
    titles = {entry.pop("id"): entry.pop("title") for entry in listed}
    assert [{"id": name, **entry} for name, entry in zip(titles, listed, strict=True)] == [
        mechanism._asdict() for mechanism in MECHANISMS
    ]
    assert titles["T14"] == "Compassion fatigue"
    lines = told(capsys, "mechanisms").splitlines()
    assert [line.split()[0] for line in lines] == [mechanism.id for mechanism in MECHANISMS]


def test_parameters_are_all_listed_both_ways(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(told(capsys, "parameters", "--json"))
    assert listed == [vars(parameter) for parameter in describe()]
    lines = told(capsys, "parameters").splitlines()
    assert [line.split()[0] for line in lines] == [parameter.name for parameter in describe()]


def test_a_film_moves_and_begins_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "film.gif"
    told(capsys, "film", "110", "--at", "1", "--seconds", "0.5", "--size", "160x100", "--projector", "-o", str(out))
    with Image.open(out) as film:
        assert film.size == (160, 100)
        assert film.info["loop"] == 0
        pictures = []
        for number in range(film.n_frames):
            film.seek(number)
            pictures.append(film.convert("RGB").tobytes())
    assert len(set(pictures)) > 1


def test_a_film_of_fewer_pictures_lasts_as_long_and_takes_less_room(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paths = [tmp_path / f"{rate}.gif" for rate in (20, 5)]
    for path in paths:
        told(
            capsys,
            "film",
            "110",
            "--at",
            "1",
            "--seconds",
            "2",
            "--size",
            "160x100",
            "--rate",
            path.stem,
            "-o",
            str(path),
        )
    lasting = []
    for path in paths:
        with Image.open(path) as film:
            lasting.append(sum(one.info["duration"] for one in ImageSequence.Iterator(film)))
    assert lasting == [2000, 2000]
    assert paths[1].stat().st_size < paths[0].stat().st_size / 2


def test_a_palette_shows_in_a_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("usual", "contrast"):
        out = str(tmp_path / f"{name}.png")
        told(capsys, "shot", "110", "--at", "0", "--size", "160x100", "--palette", name, "--select", "bob", "-o", out)
    assert len({path.read_bytes() for path in tmp_path.glob("*.png")}) == 2


def test_shot_draws_a_moment_through_somebodys_eyes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "moment.png"
    told(capsys, "shot", "110", "--at", "1", "--size", "320x200", "--lens", "felt", "--eyes", "bob", "-o", str(out))
    head = out.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:]) == (320, 200)


def test_the_sheet_shows_every_state_in_colour_without_green_cones_and_as_from_the_back_row(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pictures = []
    for name, options in (("near", ()), ("deutan", ("--seen-as", "deutan")), ("far", ("--grey", "--far"))):
        out = tmp_path / f"{name}.png"
        told(capsys, "sheet", *options, "-o", str(out))
        pictures.append(pygame.image.load(out))
    near, deutan, far = pictures
    assert near.get_size() == deutan.get_size() == far.get_size()
    field = pygame.Rect(0, TITLE, near.get_width(), SIZES[-1])
    assert len({tuple(near.get_at((x, field.centery))) for x in range(0, field.width, 7)}) > 5
    assert any(near.get_at((x, field.centery)) != deutan.get_at((x, field.centery)) for x in range(0, field.width, 7))
    assert all(len(set(far.get_at((x, field.centery))[:3])) == 1 for x in range(0, field.width, 7))


@pytest.mark.parametrize(
    ("argv", "level", "wanted"),
    [
        ([], None, (None, frozenset(), False)),
        (["--seed", "3", "--mute"], None, (3, frozenset(), True)),
        (["play"], None, (None, frozenset(), False)),
        (["play", "look-away", "--off", "anxiety, deny"], "look-away", (None, frozenset({"anxiety", "deny"}), False)),
    ],
)
def test_play_opens_the_window_on_the_level(
    monkeypatch: pytest.MonkeyPatch, argv: list[str], level: str | None, wanted: Sequence[object]
) -> None:
    from sandbox.app import window

    calls: list[tuple[Path | None, Opening, bool]] = []
    monkeypatch.setattr(window, "play", lambda path, opening, *, mute: calls.append((path, opening, mute)) or 0)
    assert cli.main(argv) == 0
    ((path, opening, mute),) = calls
    assert (path and number_and_id(path)[1]) == level
    assert (opening.seed, opening.off, mute) == wanted


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(command in told for command in cli.COMMANDS)
    assert cli.main(["run", "--help"]) == 0


def test_commands_without_a_picture_load_no_window_library() -> None:
    program = (
        "import sys; from sandbox.app import cli;"
        "codes = [cli.main(argv.split()) for argv in ('run 110 --seconds 1', 'check 110', 'schema', 'mechanisms')];"
        "sys.exit(any(codes) or 'pygame' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_output_is_no_traceback() -> None:
    program = "import sys; sys.stdout = None; from sandbox.app import cli; sys.exit(cli.main(['schema']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_leaves_early_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    assert cli.main(["schema"]) == 1
    assert capsys.readouterr().err == ""


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sandbox.scenario.load.decode_level", interrupted)
    assert cli.main(["check", "110"]) == 130
