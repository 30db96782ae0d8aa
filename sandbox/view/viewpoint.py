"""How the player is looking at a frame: from where, at whom, through which lens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sandbox.session.seen.arrows import Question
from sandbox.view.canvas.palette import Sizes, sizes

if TYPE_CHECKING:
    import pygame

    from sandbox.view.canvas.camera import Camera

LENSES: Final = ("truth", "felt", "attention", "friends", "blame", "personhood", "beliefs")
"""One question at a time: what happens, who hides what, who looks at whom, who likes, blames, sees a thing, believes
what."""


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Everything about the picture that is not in the world."""

    camera: Camera
    alpha: float = 1.0
    """how far between the moment before (0) and this one (1) to draw"""
    seconds: float = 0.0
    """the clock of blinking, breathing and dashes; it runs while the world is paused"""
    selected: int | None = None
    hovered: int | None = None
    lines: bool = True
    """whether the looks and ties of the selected person are drawn without any lens"""
    lens: str = "truth"
    eyes: int | None = None
    """whose mind the world is drawn as, or None for the world as it is"""
    show_all: bool = False
    legend: bool = True
    """whether the strip that explains the marks is drawn"""
    reduce_motion: bool = False
    gentle: bool = False
    """whether pain is drawn smaller, and without tears"""
    projector: bool = False
    words: float = 1.0
    """size of names and words, in parts of the usual"""
    cursor: tuple[float, float] | None = None
    greeted: bool = False
    """whether all who look at nobody watch the cursor, and not only those near it"""
    minimap: bool = False
    """whether the whole land is shown small, while only a part is in view"""
    framed: bool = False
    """whether the view frames what happens, so that the small map is wanted only if somebody is out of it"""
    bare: bool = False
    """whether there is nothing but the people and the place: no names, no signs"""
    free: pygame.Rect | None = None
    """the part of the camera's rectangle that no panel covers, for the legend; None for all of it"""

    @property
    def lengths(self) -> Sizes:
        """The lengths on the screen, for a desk or for the back row."""
        return sizes(projector=self.projector, words=self.words)

    @property
    def question(self) -> Question:
        """What is wanted of the frame, apart from where anything is drawn."""
        lines = self.lines or self.hovered is not None
        return Question(self.lens, self.focus, self.show_all, self.eyes, lines, self.alpha)

    @property
    def focus(self) -> int | None:
        """The person in question: the hovered one, else the selected one."""
        return self.hovered if self.hovered is not None else self.selected
