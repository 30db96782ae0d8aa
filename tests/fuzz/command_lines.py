"""Command lines as nobody should type them, and what has to hold of each."""

from __future__ import annotations

import io
import json
import sys
from contextlib import chdir, contextmanager
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

from sandbox.app import cli
from tests.fuzz.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

LEVELS: Final = (*("110", "120", "look-away", "130") * 4, "broken.json", "deep.json", "nowhere", "folder")
STRANGE: Final = (
    *("", " ", "-", "--", "-1", "0", "nan", "inf", "-inf", "1e999", "1_0", "٣", "9" * 400, "x" * 5000, "\udcff", "🙂"),
    *("{who}", "{0.__class__}", "%s", "%(prog)s", "a,b,,", ",", "=", "a=b=c", "--json", "-h", "@do.json", "~", "x\ny"),
    *("/", ".", "..", "folder", "folder/", "broken.json", "deep.json", "do.json", "notes.txt", "nowhere/x", "\x1b[2J"),
)
"""Words that hardly any option expects; NUL is not among them, since no command line can hold it."""
FIT: Final = {
    "--at": ("0", "0.1", "0.35", "1"),
    "--seconds": ("0", "0.1", "0.3"),
    "--from": ("0", "0.2"),
    "--to": ("0", "0.3", "5"),
    "--who": ("bob", "Bob, ann", "ann"),
    "--seed": ("0", "7", "2147483647"),
    "--off": ("sympathy", "anxiety, deny", "company"),
    "--set": ("walk_speed=1", "mood_time=20"),
    "--commands": ("do.json", "do.json", "broken.json"),
    "--difficulty": ("gentle", "hard", "usual"),
    "--size": ("64x64", "200×100", "300x200", "800x500"),
    "--lens": ("truth", "blame", "beliefs"),
    "--eyes": ("bob", "Ann", "zed"),
    "--select": ("bob", "ann"),
    "--palette": ("usual", "contrast"),
    "--words": ("50", "150"),
    "--scale": ("0", "250"),
    "--seen-as": ("deutan",),
    "--sound": ("out.wav",),
    "--rate": ("10", "5"),
    "-o": ("out.png", "out.gif", "folder/out.png"),
    "--runs": ("1",),
    "--seeds": ("1",),
    "--hours": ("1",),
    "--export": ("folder",),
    "--results": ("out.npz",),
    "--write": ("out.md",),
    "--scheduler": ("127.0.0.1:1",),
}
"""Every option that takes a value, with some that fit: of lengths of time only short ones."""
FLAGS: Final = (
    *("--json", "--projector", "--calm", "--gentle", "--close", "--whole", "--interface", "--proof"),
    *("--paused", "--fullscreen", "--mute"),
    *("--grey", "--far", "--quick", "--help", "--version"),
)
LOOK: Final = (
    *("--at", "--seed", "--off", "--commands", "--size", "--lens", "--eyes", "--select", "--palette"),
    *("--words", "--scale", "--projector", "--calm", "--gentle", "--close", "--whole", "--difficulty", "--proof"),
)
OWN: Final = {
    "play": (*LOOK, "--paused", "--fullscreen"),
    "run": ("--seed", "--off", "--difficulty", "--set", "--commands", "--from", "--to", "--who", "--json"),
    "check": ("--json", "--write"),
    "shot": (*LOOK, "--interface"),
    "film": (*LOOK, "--sound", "--rate"),
    "sheet": ("--palette",),
    "mechanisms": ("--json",),
    "parameters": ("--json",),
    "schema": (),
    "experiment": (
        *("--runs", "--off", "--set", "--json", "--export", "--hours", "--results", "--write", "--scheduler"),
        "--quick",
    ),
    "prove": ("--json",),
}
"""What each command takes."""
NAMING: Final = {"play", "run", "check", "shot", "film", "prove"}
"""Commands that take a level."""
EXPERIMENTS: Final = ("levels", "effects", "all", "soak", "sensitivity")
UNFIT: Final = ("--hours=0.5", "--runs=1")
"""What no experiment takes together: none of them would be over soon."""
OFTEN: Final = {"play": 2, "run": 6, "check": 3, "shot": 2, "film": 2, "sheet": 0.1, "experiment": 3}
"""How often commands are given, if not once: rarely what takes long."""
NEEDED: Final = {
    "play": ("--mute",),
    "run": ("--seconds",),
    "shot": ("--at", "-o", "--size"),
    "film": ("--seconds", "-o", "--size"),
    "sheet": ("-o",),
    "prove": ("--seeds",),
}


def generate(rng: Random) -> bytes:
    """Return a list of words, as JSON: right but for a word or two, or right altogether; nothing that takes long."""
    (command,) = rng.choices([*OWN], [OFTEN.get(name, 1.0) for name in OWN])
    argv = [command, *(rng.choice(LEVELS) for _ in range(command in NAMING))]
    argv += [rng.choice(EXPERIMENTS)] * (command == "experiment")
    own = rng.sample(OWN[command], min(len(OWN[command]), rng.randrange(5)))
    for option in (*NEEDED.get(command, ()), *own):
        argv += [option, *_values(rng, option)]
    for _ in range(rng.choice((0, 0, 1, 1, 2))):
        _spoil(rng, argv)
    return json.dumps([*argv, *UNFIT] if "experiment" in argv else argv).encode()


def _values(rng: Random, option: str) -> tuple[str, ...]:
    return (rng.choice(FIT[option]),) if option in FIT else ()


def _spoil(rng: Random, argv: list[str]) -> None:
    """Make one word another, leave it out, double it, or put a strange one beside it."""
    at = rng.randrange(len(argv) + 1)
    option = rng.choice([*FIT, *FLAGS])
    word = rng.choice([rng.choice(STRANGE), option, f"{option}={rng.choice(STRANGE)}"])
    ways = (argv[at : at + 1] * 2, [], [word], [word, *argv[at : at + 1]], [option, *_values(rng, option)])
    argv[at : at + 1] = rng.choice(ways)


def prepare(folder: Path) -> None:
    """Put files into a folder that command lines name."""
    (folder / "folder").mkdir()
    (folder / "do.json").write_text('[{"do": "hurt", "who": "bob"}, {"do": "hurt", "who": "bob", "at": 0.5}]', "utf-8")
    (folder / "broken.json").write_text('{"id": 3, "people": [{}, 4', "utf-8")
    (folder / "deep.json").write_text("[" * 100_000, "utf-8")
    (folder / "notes.txt").write_bytes(b"\xff\x00 no level")


def check(data: bytes, folder: Path) -> str:
    """Hold what a command line does against what it should, in a folder that was prepared; tell its exit code.

    Raises:
        AssertionError: if there is a traceback or a crash, another exit code than 0, 1 or 2, or no sentence that says
            why; whatever else is raised is a fault as well.
    """
    argv: list[str] = json.loads(data)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with chdir(folder), patch.object(sys, "stdout", out), patch.object(sys, "stderr", err), _first_picture_only():
        code = cli.main(argv)
    told, complained = (stream.buffer.getvalue().decode() for stream in (out, err))  # type: ignore[attr-defined]
    assert code in {0, 1, 2}, code
    assert "Traceback" not in told + complained
    assert not [*folder.glob("home/crash*")], "nothing broke in the window"
    if code == 2:
        assert told == ""
        assert complained.count("\n") == 1, complained
    elif code == 1 and argv[:1] != ["check"]:
        assert told == ""
        assert complained.strip()
    elif code == 0 and told[:1] in {"[", "{"}:
        json.loads(told, parse_constant=_refused)
    return f"exit code {code}"


def _refused(word: str) -> None:
    message = f"{word} is not JSON"
    raise AssertionError(message)


@contextmanager
def _first_picture_only() -> Iterator[None]:
    """Let a window open where nobody sees or hears it, show its first picture, and close."""
    from sandbox.app import window

    with patch.object(window, "Sound", lambda _mute: None), patch.object(window._Window, "run", lambda _window: None):
        yield


COMMAND_LINES: Final = Kind("command-lines", generate, check, few=30, prepare=prepare)
