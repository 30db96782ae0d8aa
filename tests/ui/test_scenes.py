"""The stack of scenes: only the uppermost lives, and it leads to the next."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui import scenes
from sandbox.ui.commands.table import OWN
from sandbox.ui.scenes.base import Pop, Push, Replace, SceneStack
from sandbox.ui.screen import Screen

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.ui.scenes.base import Transition


class Noted:
    """A scene that notes what is asked of it."""

    def __init__(self, name: str, notes: list[str], session: Session | None = None) -> None:
        self.name, self.notes, self.session = name, notes, session
        self.next: Transition | None = None
        self.mouse = pygame.Vector2(3, 4)

    def handle(self, event: pygame.Event) -> None:
        """Note it, and lead where the event says."""
        self.next = event.dict.get("then")
        self.notes.append(f"{self.name} handles")

    def update(self, seconds: float) -> None:
        """Note it."""
        self.notes.append(f"{self.name} updates {seconds}")

    def draw(self, surface: pygame.Surface) -> None:
        """Note it."""
        self.notes.append(f"{self.name} draws {surface.get_width()}")

    def resize(self, size: tuple[int, int]) -> None:
        """Note it."""
        self.notes.append(f"{self.name} resizes {size[0]}")

    def resume(self, mouse: pygame.Vector2) -> None:
        """Note it."""
        self.notes.append(f"{self.name} resumes at {mouse.x:g}, {mouse.y:g}")


@pytest.fixture
def notes() -> list[str]:
    """Return an empty sheet."""
    return []


@pytest.fixture
def stack(notes: list[str]) -> SceneStack:
    """Return a stack on which scene b lies over scene a."""
    scenes = SceneStack(Noted("a", notes))
    lead(scenes, Push(Noted("b", notes)))
    notes.clear()
    return scenes


def lead(scenes: SceneStack, then: Transition | None) -> None:
    scenes.handle(pygame.Event(pygame.USEREVENT, then=then))


def live(scenes: SceneStack) -> None:
    lead(scenes, None)
    scenes.update(0.5)
    scenes.draw(pygame.Surface((7, 7)))


def test_only_the_uppermost_scene_takes_events_lives_and_is_drawn(stack: SceneStack, notes: list[str]) -> None:
    live(stack)
    assert notes == ["b handles", "b updates 0.5", "b draws 7"]


def test_a_scene_that_comes_up_again_is_told_so_before_anything_else(stack: SceneStack, notes: list[str]) -> None:
    lead(stack, Pop())
    live(stack)
    assert notes == ["b handles", "a resumes at 3, 4", "a handles", "a updates 0.5", "a draws 7"]


def test_a_scene_that_replaces_others_leaves_nothing_under_it(stack: SceneStack, notes: list[str]) -> None:
    lead(stack, Replace(Noted("c", notes)))
    notes.clear()
    live(stack)
    stack.resize((9, 9))
    assert notes == ["c handles", "c updates 0.5", "c draws 7", "c resizes 9"]


@pytest.mark.parametrize("kind", [Push, Replace])
def test_a_scene_that_comes_up_first_knows_where_the_mouse_is(
    stack: SceneStack, notes: list[str], kind: type[Push | Replace]
) -> None:
    lead(stack, kind(Noted("c", notes)))
    assert notes[-1] == "c resumes at 3, 4"


def test_a_scene_leads_on_once(notes: list[str]) -> None:
    first = Noted("a", notes)
    scenes = SceneStack(first)
    lead(scenes, Push(Noted("b", notes)))
    lead(scenes, Pop())
    scenes.update(0.1)
    assert scenes.top is first


def test_a_window_of_another_size_is_one_for_the_suspended_scenes_too(stack: SceneStack, notes: list[str]) -> None:
    stack.resize((9, 9))
    assert notes == ["a resizes 9", "b resizes 9"]


def test_every_screen_has_its_own_commands_or_none() -> None:
    for scene in pkgutil.iter_modules(scenes.__path__, f"{scenes.__name__}."):
        importlib.import_module(scene.name)
    kinds, waiting = set(), [Screen]
    while waiting:
        derived = waiting.pop().__subclasses__()
        kinds |= {screen.kind for screen in derived}
        waiting += derived
    assert kinds == OWN.keys()
