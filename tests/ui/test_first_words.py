"""How many words a newcomer is given to read in the first level unasked, up to the card of its end; a why is asked for.

Run with `-s` to read them.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.ui.hud.hints import hint_of
from sandbox.view.canvas import text

if TYPE_CHECKING:
    import pygame

    from tests.ui.conftest import Pilot

FIRST, *_ = level_files()
MOST = 250
"""Words in the first ten minutes, without those that are asked for."""
FIRST_LEVELS = 3
"""What a newcomer plays in that time: a try of each takes one or two minutes, and who tries again reads nothing new."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> dict[str, None]:
    """All that is written from now on, each once, in order."""
    found, write = dict[str, None](), text.line

    def line(words: str, *how: object, **also: object) -> pygame.Surface:
        found[words] = None
        return write(words, *how, **also)

    for module in [*sys.modules.values()]:
        if module.__name__.startswith("sandbox") and getattr(module, "line", None) is write:
            monkeypatch.setattr(module, "line", line)
    return found


def words_of(texts: dict[str, None]) -> list[str]:
    """The words of texts: of those that differ in numbers alone, once; what is strung together, by itself."""
    apart = (piece for one in texts for piece in re.split(" – | · |: ", one))
    pieces = {re.sub(r"[-−×]?\d[\d.:]*", "", piece).strip(" .") for piece in apart}
    return [word for piece in sorted(pieces) for word in re.findall(r"[^\W\d_]{2,}(?:[’'-]\w+)*", piece)]


def play_the_proof(pilot: Pilot, *, until_hint: bool = False) -> None:
    """Do what proves the level, and look at every fifth moment, until it is decided, or a hint points at somebody."""
    session = pilot.game.session
    assert session.level.proof is not None
    while session.decided is None:
        for command in session.level.proof.commands:
            if round(command.at * 10) == session.tick:
                session.do(command)
                pilot.game.state.acted = pilot.game.state.clock
        pilot.game.step()
        if session.tick % 5 == 0:
            pilot.frames(1, 0.5)
            hint = hint_of(pilot.game.context)
            if until_hint and pilot.game.state.acted is not None and hint is not None and hint.person is not None:
                return
    pilot.frames(20, 0.05)


def test_the_first_level_and_its_end_are_told_in_few_words(sit_down: type[Pilot], read: dict[str, None]) -> None:
    pilot = sit_down(level=FIRST.read_bytes())
    pilot.see()
    begun = words_of(read)
    play_the_proof(pilot, until_hint=True)
    seen = words_of(read)
    hint = hint_of(pilot.game.context)
    assert hint is not None
    assert hint.person is not None
    pilot.click(hint.person, button=3)
    pilot.frames(2)
    asked = words_of(read)
    assert pilot.game.state.dock == "why"
    pilot.key("escape")
    play_the_proof(pilot)
    assert pilot.game.state.dock == "ending"
    ended = words_of(read)
    print("\n".join(read), f"{len(begun)} before the first deed, {len(seen)} with its effect, "
          f"{len(asked)} with a why, {len(ended)} with the end", sep="\n")  # fmt: skip
    assert len(begun) < 60
    assert len(seen) < 110
    assert len(ended) - (len(asked) - len(seen)) < MOST


def test_the_first_ten_minutes_are_told_in_few_words(sit_down: type[Pilot], read: dict[str, None]) -> None:
    """As a newcomer plays them who asks nothing: from one level to the next, by the button of the card."""
    pilot = sit_down(level=FIRST.read_bytes())
    pilot.game.playing = replace(pilot.game.playing, path=FIRST)
    for place, path in enumerate(level_files()[:FIRST_LEVELS]):
        assert pilot.game.playing.path == path
        pilot.see()
        play_the_proof(pilot)
        assert pilot.game.session.decided is not None
        assert pilot.game.session.decided[1] == "won"
        print(f"{len(words_of(read))} words by the end of level {place + 1}")
        if place + 1 < FIRST_LEVELS:
            pilot.click("ending.next")
    print("\n".join(read))
    assert len(words_of(read)) < MOST


def test_no_level_has_much_to_read_unasked() -> None:
    """Title, what is asked for, hint and what to notice; hints of rules have eight words at most."""
    for path in level_files():
        texts = (level := load_level(path)).texts
        goal = level.hook if level.goal is None else level.goal.text
        assert len(f"{level.title} {goal} {texts.hint} {texts.notice}".split()) < 45, path.stem
