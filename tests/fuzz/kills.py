"""Kill the game at random moments, and see that what was played is there again: `python -m tests.fuzz.kills 200`."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pygame

from sandbox.app import window
from sandbox.scenario.library import level_files
from sandbox.session.files.reopen import Again, Reopened, reopen
from sandbox.session.files.shelf import Shelf
from sandbox.ui import verbs
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.play import Play
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import SPEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.kit.invocation import Invocation

ROOT: Final = Path(__file__).resolve().parents[2]
REPORT: Final = "report"
"""Lines of what the game showed, the last perhaps torn."""
MOST_LOST: Final = 10.0
"""Seconds."""
LONGEST: Final = 6.0
"""Seconds from the first picture to the kill, at most; half of all kills come in the first second."""
SITTINGS: Final = 10
"""Kills of one player's game, each of which is gone on with by the next."""


def act(rng: random.Random, play: Play, often: float) -> Invocation | None:
    """Return something that a player may do now; mostly nothing."""
    people, latest = len(play.frame.people), max(1, play.session.latest_tick)
    acts = (
        *[verbs.TOUCH(rng.randrange(people))] * 6,
        verbs.TOOL(rng.choice(("hurt", "praise", "heal", "insult"))),
        verbs.SPEED(rng.choice(SPEEDS)),
        verbs.SEEK(rng.randrange(latest)),
        verbs.PAUSE(),
        verbs.NOW(),
        verbs.UNDO(),
        rng.choice((verbs.RESTART(), verbs.SAVE(), verbs.TITLE(), verbs.OPEN(rng.choice(level_files())))),
    )
    return rng.choice(acts) if rng.random() < often else None


def tell(report: int, scene: Play) -> None:
    """Report what the game shows."""
    session = scene.session
    shown = {"at": monotonic(), "tick": session.tick, "level": session.level.id}
    os.write(report, json.dumps({**shown, "commands": msgspec.to_builtins(session.commands)}).encode() + b"\n")


def drive(home: Path, seed: int) -> None:
    """Play in a real window that nobody sees, without an end, and report what it shows after each picture."""
    rng, update = random.Random(seed), SceneStack.update  # noqa: S311 - nothing is to be kept secret
    often = rng.choice((0.2, 0.05, 0.01, 0.0))
    report = os.open(home / REPORT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def driven(scenes: SceneStack, seconds: float) -> None:
        scene = scenes.top
        if isinstance(scene, Title):
            scene.perform(verbs.PLAY_ON())
        elif isinstance(scene, Play) and scene.again is None:
            tell(report, scene)
            todo = act(rng, scene, often)
            if todo is not None:
                scene.perform(todo)
            tell(report, scene)
        update(scenes, seconds)

    SceneStack.update = driven  # type: ignore[method-assign]
    path = None if (home / "settings.json").exists() or any(home.glob("saves/auto/*")) else rng.choice(level_files())
    window.play(path, mute=True)


def shown(home: Path) -> list[dict[str, Any]]:
    """Read the report as far as it is whole."""
    data = (home / REPORT).read_bytes() if (home / REPORT).exists() else b""
    return [json.loads(line) for line in data[: data.rfind(b"\n") + 1].splitlines()]


def kill(home: Path, seed: int) -> float:
    """Let a game run for a while and kill it; return when."""
    rng = random.Random(seed)  # noqa: S311 - likewise
    wait = rng.uniform(0.0, 1.0) if rng.random() < 0.5 else rng.uniform(1.0, LONGEST)
    (home / REPORT).unlink(missing_ok=True)
    kept = {**os.environ, "SYMPATHY_SANDBOX_HOME": str(home), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    program = [sys.executable, "-m", __spec__.name if __name__ == "__main__" else __name__, "--drive", str(home)]
    game = subprocess.Popen([*program, str(seed)], cwd=ROOT, env=kept, stderr=subprocess.PIPE)
    last = monotonic() + 60
    while not shown(home) and game.poll() is None and monotonic() < last:
        sleep(0.02)
    sleep(wait)
    alive = game.poll() is None
    game.kill()
    _, errors = game.communicate()
    assert alive, errors.decode()
    return monotonic()


def recovered(home: Path) -> Again | None:
    """Open what the next start would go on with, and play it to where it was left; None if there is nothing."""
    shelf = Shelf(home / "saves")
    shelf.tidy()
    newest = shelf.autosaves.newest()
    if not newest:
        return None
    opened = reopen(newest[0])
    assert isinstance(opened, Reopened), newest[0]
    assert not opened.complaint, opened.complaint
    again = Again(opened)
    while not again.done:
        again.play(1.0)
    assert not again.trouble, again.trouble
    return again


def check(home: Path, killed: float) -> dict[str, float]:
    """Compare what is there again with what was shown last; return how many ticks and deeds are lost."""
    reports = shown(home)
    assert reports
    last, again = reports[-1], recovered(home)
    late = [one for one in reports if one["at"] >= killed - MOST_LOST]
    if again is None:
        assert last["tick"] <= 10 * MOST_LOST, last
        return {"ticks": last["tick"], "deeds": len(last["commands"])}
    done = [*msgspec.to_builtins(again.session.commands)]
    same = [one for one in late if (one["level"], one["commands"]) == (again.session.level.id, done)]
    assert same, (killed, last, again.session.level.id, done)
    here = last["level"] == again.session.level.id
    lost = max(0, last["tick"] - again.session.tick) if here else last["tick"]
    assert lost <= 10 * MOST_LOST, (last["tick"], again.session.tick)
    for draft in home.rglob(".*.draft"):
        os.utime(draft, (0, 0))
    Shelf(home / "saves").tidy()
    assert not [*home.rglob("*.draft")]
    return {"ticks": lost, "deeds": abs(len(last["commands"]) - len(done)) if here else len(last["commands"])}


def kills(count: int, folder: Path, seed: int = 0) -> Iterator[dict[str, float]]:
    """Kill so many games, and yield what each lost."""
    for number in range(count):
        home = folder / str(number // SITTINGS)
        home.mkdir(exist_ok=True)
        killed = kill(home, seed + number)
        yield check(home, killed)


def main(argv: list[str]) -> None:
    """Drive a game, or kill as many as are asked for and print what was lost."""
    if argv[:1] == ["--drive"]:
        drive(Path(argv[1]), int(argv[2]))
        return
    count, seed = int(argv[0]), int(argv[1]) if len(argv) > 1 else 0
    pygame.display.init()
    with tempfile.TemporaryDirectory() as folder:
        lost = []
        for number, one in enumerate(kills(count, Path(folder), seed), 1):
            lost.append(one)
            print(f"{number}: {one}", flush=True)
    worst = {name: max(one[name] for one in lost) for name in lost[0]}
    print(f"{count} kills, none lost more than {worst['ticks'] / 10:g} s of the clock and {worst['deeds']:g} deeds.")


if __name__ == "__main__":
    main(sys.argv[1:])
