"""Tests that whatever is wrong with a command line becomes one sentence and the right exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli

if TYPE_CHECKING:
    from pathlib import Path

USAGE = [
    ("rnu", 'main.py: "rnu" is no command; did you mean "run"?'),
    (
        "dance",
        (
            'main.py: "dance" is no command; choose check, experiment, film, mechanisms, parameters, play, prove, run, '
            "schema, sheet or shot."
        ),
    ),
    ("120", 'main.py: "120" is no command; to play that level, write: main.py play 120'),
    (
        "a\x1b[2J\udcff",
        (
            'main.py: "a\\x1b[2J�" is no command; choose check, experiment, film, mechanisms, parameters, play, '
            "prove, run, schema, sheet or shot."
        ),
    ),
    (
        "run 110 --seconds 1 --words 110",
        "main.py: unrecognized arguments: --words 110; main.py --help lists what can be written.",
    ),
    (
        "shot 110 --at 1 -o x.png --words 1000",
        'main.py shot: --words: "1000" is no percentage; choose a whole number between 50 and 250.',
    ),
    ("schema --x", "main.py: unrecognized arguments: --x; main.py --help lists what can be written."),
    (
        "run 110",
        "main.py run: the following arguments are required: --seconds; main.py run --help lists what can be written.",
    ),
    (
        "run 110 --seconds",
        "main.py run: --seconds: expected one argument; main.py run --help lists what can be written.",
    ),
    (
        "run 110 --seconds soon",
        'main.py run: --seconds: "soon" is no length of time; choose seconds between 0 and 86,400.',
    ),
    (
        "run 110 --seconds nan",
        'main.py run: --seconds: "nan" is no length of time; choose seconds between 0 and 86,400.',
    ),
    (
        "run 110 --seconds 1e9",
        'main.py run: --seconds: "1e9" is no length of time; choose seconds between 0 and 86,400.',
    ),
    (
        "run 110 --seconds 1 --seed 1.5",
        'main.py run: --seed: "1.5" is no seed; choose a whole number between 0 and 2,147,483,647.',
    ),
    (
        "run 110 --seconds 1 --seed 1_0",
        'main.py run: --seed: "1_0" is no seed; choose a whole number between 0 and 2,147,483,647.',
    ),
    (
        "run 110 --seconds 1_0",
        'main.py run: --seconds: "1_0" is no length of time; choose seconds between 0 and 86,400.',
    ),
    (
        "play --seed -1",
        'main.py play: --seed: "-1" is no seed; choose a whole number between 0 and 2,147,483,647.',
    ),
    (
        "run 110 --seconds 1 --off sympthy",
        'main.py run: --off: "sympthy" is no drive; did you mean "sympathy"?',
    ),
    (
        "run 110 --seconds 1 --set walk_sped=1",
        "main.py run: --set: there is no parameter 'walk_sped'; did you mean 'walk_speed'?",
    ),
    (
        "run 110 --seconds 1 --set walk_speed=100",
        "main.py run: --set: walk_speed = 100 lies outside 0.1 to 10; main.py run --help lists what can be written.",
    ),
    (
        "run 110 --seconds 1 --set walk_speed",
        'main.py run: --set: "walk_speed" is not NAME=VALUE; write a parameter, =, and a number.',
    ),
    (
        "shot 110 --at 1 -o x.jpg",
        'main.py shot: -o/--output: "x.jpg" is no PNG file; write a name that ends in .png.',
    ),
    (
        "shot 110 --at 1 -o x.png --size 3x3",
        'main.py shot: --size: "3x3" is no size; write one like 1280x800, with 64 to 8192 pixels.',
    ),
    (
        "film 110 -o x.png",
        'main.py film: -o/--output: "x.png" is no GIF file; write a name that ends in .gif.',
    ),
    (
        "film 110 --rate 7 -o x.gif",
        'main.py film: --rate: "7" is no number of pictures a second; choose 1, 2, 4, 5, 10 or 20.',
    ),
    (
        "sheet -o x.png --palette contrats",
        'main.py sheet: --palette: "contrats" is no palette; did you mean "contrast"?',
    ),
    (
        "experiment effects --export=",
        'main.py experiment: --export: "" names no place; write the name of a file or folder.',
    ),
    (
        "run 110 --seconds 1 --commands=",
        'main.py run: --commands: "" names no place; write the name of a file or folder.',
    ),
    ("shot 110 --at 1 -o x.png --lens flet", 'main.py shot: --lens: "flet" is no lens; did you mean "felt"?'),
]
INPUT = [
    ("run look-awya --seconds 1", 'look-awya: there is no level of this name; did you mean "look-away"?'),
    ("run nowhere/x.json --seconds 1", "nowhere/x.json: there is no such file; check the name."),
    ("play .", ".: this is a folder; name a file in it."),
    (
        "run 110 --seconds 1 --commands nowhere.json",
        "nowhere.json: there is no such file; check the name.",
    ),
    ("shot 110 --at 1 --proof -o x.png", "--proof: open-square has no proof; name a file with --commands."),
    (
        "film 110 --seconds 600 --size 1280x800 -o x.gif",
        "--seconds: 600 s are too long for a film of 1280x800; choose 9 or less.",
    ),
    (
        "film 110 --size 7680x4320 -o x.gif",
        "--size: 7680x4320 is too large for a film; choose a smaller one, such as 720x450.",
    ),
    (
        "shot 110 --at 0 -o x.png --size 640x400 --interface",
        "--size: 640x400 leaves no room for the panels of the window; choose 800x500 or more.",
    ),
    ("play 110 --size 900x400", "--size: 900x400 leaves no room for the panels of the window; choose 800x500 or more."),
    (
        "shot 110 --at 0 -o x.png --eyes bub",
        '--eyes: "bub" is nobody in the level "open-square"; did you mean "bob"?',
    ),
    (
        "shot 110 --at 0 --size 64x64 -o nowhere/x.png",
        (
            "nowhere/x.png: this cannot be read or written (no such file or directory); "
            "choose another place or mend its permissions."
        ),
    ),
]


def refused(capsys: pytest.CaptureFixture[str], argv: list[str], code: int) -> str:
    """Run a command that must fail and give its sentence."""
    assert cli.main(argv) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.rstrip("\n")


@pytest.mark.parametrize(("line", "sentence"), USAGE)
def test_a_command_line_that_cannot_be_understood_exits_with_2(
    capsys: pytest.CaptureFixture[str], line: str, sentence: str
) -> None:
    assert refused(capsys, line.split(), 2) == sentence


@pytest.mark.parametrize(("line", "sentence"), INPUT)
def test_input_that_does_not_serve_exits_with_1(capsys: pytest.CaptureFixture[str], line: str, sentence: str) -> None:
    assert refused(capsys, line.split(), 1) == sentence


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ('[{"do": "hurt", "who": "bub"}]', '[0].who = "bub" is nobody in this level; did you mean "bob"?'),
        ("{}", "the file is an object; choose a list [ … ]."),
        ("[", "line 1, column 2: the file ends, and something is still open; a closing bracket is missing."),
    ],
)
def test_commands_that_cannot_be_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, commands: str, sentence: str
) -> None:
    file = tmp_path / "do.json"
    file.write_text(commands, "utf-8")
    said = refused(capsys, ["run", "110", "--seconds", "1", "--commands", str(file)], 1)
    assert said == f"{file}: {sentence}"


def test_a_tool_that_is_used_up_is_named_with_its_moment(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    level, file = tmp_path / "level.json", tmp_path / "do.json"
    people = '[{"id": "bob", "name": "Bob", "x": 1, "y": 1}]'
    level.write_text(
        f'{{"schema_version": 1, "id": "one", "title": "One", "hook": "", "people": {people}, "tools": {{"hurt": 1}}}}',
        "utf-8",
    )
    file.write_text('[{"do": "hurt", "who": "bob"}, {"do": "hurt", "who": "bob", "at": 0.5}]', "utf-8")
    said = refused(capsys, ["run", str(level), "--seconds", "1", "--commands", str(file)], 1)
    assert said == f'{file}: [1], the "hurt" at 0.5 s cannot be: there is none of that left in this level.'


def test_an_output_that_is_a_folder_is_no_traceback(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "folder.png"
    folder.mkdir()
    said = refused(capsys, ["shot", "110", "--at", "0", "--size", "64x64", "-o", str(folder)], 1)
    assert said.startswith(f"{folder}: this cannot be read or written (is a directory)")
