"""No label lies over anybody's eyes: hints, names, bubbles, answers, captions, the legend, what people cry out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame
import pytest

from sandbox.engine.happenings.happening import Impossible
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.spots import Taken, along, around, emptiest, nearest_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

MOMENTS: Final = 2
"""Of each level, every other one of which is seen in the classroom: more than 50 of all."""
ROOMY: Final = 60
"""People; among more, eyes are wherever a word could stand."""
SIZES: Final = ((1280, 800), (1920, 1080))


def deed(pilot: Pilot, draw: np.random.Generator) -> None:
    """Do something at random, as the level allows."""
    level = pilot.game.session.level
    tools = ["hurt", "praise", "gift", "insult"] if level.tools is None else [*level.tools]
    who = level.people[int(draw.integers(len(level.people)))]
    try:
        pilot.game.session.do(Happening(do=tools[int(draw.integers(len(tools)))], who=who.id))
    except Impossible:
        return
    pilot.game.state.acted = pilot.game.state.acted or pilot.game.state.clock


def roomy(path: Path) -> bool:
    """Return whether a level is no crowd, in which eyes are everywhere."""
    return len(load_level(path).people) <= ROOMY


def hidden(pilot: Pilot) -> list[tuple[pygame.Rect, pygame.Rect]]:
    """Each label over eyes that no panel covers, with those eyes."""
    game = pilot.game
    eyes = [box for box in game.stage.eyes() if game.layout.map.contains(box)]
    labels = [*game.stage.labels(), *game.labels]
    return [(label, box) for label in labels for box in eyes if label.colliderect(box)]


@pytest.mark.parametrize(
    ("path", "projector"),
    [
        pytest.param(path, bool(place % 2), id=f"{path.stem}-{'classroom' if place % 2 else 'desk'}")
        for place, path in enumerate(filter(roomy, level_files()))
    ],
)
def test_in_random_moments_of_all_levels_no_label_hides_eyes(
    sit_down: type[Pilot], path: Path, *, projector: bool
) -> None:
    draw = np.random.default_rng([int(path.stem[:3]), projector])
    pilot = sit_down(SIZES[projector], path.read_bytes(), Preferences(projector=projector, captions=True))
    found = list[object]()
    for _ in range(MOMENTS):
        for _ in range(int(draw.integers(5, 35))):
            if draw.random() < 0.04:
                deed(pilot, draw)
            pilot.game.step()
            if pilot.game.state.dock:
                pilot.game.close()
                pilot.game.state.paused = True
            pilot.game.state.clock += 0.1
        if draw.random() < 0.3:
            pilot.game.shell.show_toast("Somebody said something of about this length.")
        pilot.frames(4, 0.1)
        found += [(pilot.game.session.tick, *pair) for pair in hidden(pilot)]
    assert found == []


def test_a_label_takes_the_emptiest_spot_and_stays_while_that_is_free() -> None:
    room, body, size = pygame.Rect(0, 0, 400, 300), pygame.Rect(180, 130, 40, 60), (120, 26)
    places = around(body, size, 8)
    assert places[emptiest(places, room, Taken())] == places[0]
    assert not any(place.colliderect(body) for place in places)
    below = Taken(eyes=(places[0].inflate(-100, -20),))
    number = emptiest(places, room, below)
    assert number == 1
    assert emptiest(places, room, Taken(), keep=number) == number
    assert emptiest(places, room, Taken(bodies=(places[number],)), keep=number) == number
    assert emptiest(places, room, Taken(labels=(places[number],)), keep=number) == 0
    everywhere = Taken(eyes=(places[3],), bodies=(room,))
    assert not everywhere.hides(places[emptiest(places, room, everywhere)])
    assert all(room.contains(place) for place in along(room, size))
    assert nearest_on(pygame.Rect(0, 0, 100, 20), (200, 200), 10) == (90, 20)
    assert nearest_on(pygame.Rect(0, 0, 100, 20), (-50, 10), 10) == (0, 10)
