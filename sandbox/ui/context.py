"""What the player has in hand and open: everything about the screen that is not in the world."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.ui.hud.meter_strip import MeterStrip
from sandbox.ui.kit.focus import FocusRing
from sandbox.ui.kit.style import back_row
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.people import People
    from sandbox.session.cards import Card, Subject
    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.ui.hud.captions import Caption
    from sandbox.ui.kit.layout import Layout
    from sandbox.ui.kit.style import Style
    from sandbox.ui.panels.levels import Entry

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0)
"""Game seconds per second."""
TOAST_SECONDS: Final = 5.0


class Half(NamedTuple):
    """A happening that still lacks a click."""

    people: tuple[int, ...]
    """who was clicked so far"""
    spot: tuple[float, float] | None = None
    """where the keyboard would put her, in metres"""

    @property
    def first(self) -> int:
        """The person who was clicked first."""
        return self.people[0]


@dataclass(slots=True)
class Desk:
    """The player's side of the table."""

    tool: str = "hurt"
    half: Half | None = None
    drawer: bool = False
    """whether more tools lie open beside the first ones"""
    choices: dict[str, int] = field(default_factory=dict)
    """how each tool that can be used in several ways was last used"""
    selected: int | None = None
    hovered: int | None = None
    lens: str = "truth"
    through: bool = False
    """whether the world is drawn as the selected person has it in mind"""
    show_all: bool = False
    legend: bool = True
    """whether the marks on the map are explained at its foot"""
    held: set[str] = field(default_factory=set)
    """what is shown while its key is down: "eyes", "all" """
    dock: str = ""
    """the open panel, by its name in `docks`, or none"""
    scroll: int = 0
    """units by which the open panel has gone up, if it is taller than its place"""
    paused: bool = False
    speed: float = 1.0
    focus: FocusRing = field(default_factory=FocusRing)
    meter_strip: MeterStrip = field(default_factory=MeterStrip)
    subject: Subject | None = None
    cards: tuple[Card, ...] = ()
    traits: bool = False
    page: int = 0
    toast: str = ""
    toast_until: float = 0.0
    acted: float | None = None
    """when the player first did something, on the desk's clock"""
    learned: set[str] = field(default_factory=set)
    """what the player has found out, so that no hint says it again: "why", "first:LEVEL" """
    remembered: set[str] = field(default_factory=set)
    """what of it was found out in earlier sittings"""
    pointed: int | None = None
    """at whom the latest hint pointed"""
    watcher: int | None = None
    """through whose eyes the world is seen while the key is held"""
    spent: int | None = None
    """whom the mouse has just acted on: their lines stay hidden until it comes back, for all to see what follows"""
    captions: tuple[Caption, ...] = ()
    clock: float = 0.0
    """seconds since the window opened"""
    preferences: Preferences = field(default_factory=Preferences)

    def say(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self.toast, self.toast_until = sentence, self.clock + TOAST_SECONDS

    def eyes(self) -> int | None:
        """Tell through whose eyes the map is drawn, if through anybody's."""
        if "eyes" in self.held:
            return self.watcher
        return self.person() if self.through else None

    def person(self) -> int | None:
        """Tell who is meant: the selected person, else the one under the mouse."""
        return self.selected if self.selected is not None else self.hovered


@dataclass(frozen=True, slots=True)
class Context:
    """All that a panel is built from."""

    style: Style
    layout: Layout
    desk: Desk
    session: Session
    frame: Frame
    outcome: str | None
    entries: tuple[Entry, ...]
    mouse: pygame.Vector2

    @property
    def spoken(self) -> Style:
        """The scale of words over the map, which a classroom has to read from its last row."""
        if not self.desk.preferences.projector:
            return self.style
        return replace(self.style, scale=max(self.style.scale, back_row()))

    @property
    def people(self) -> People:
        """Everybody's columns at this moment."""
        return self.frame.people

    def name(self, person: int) -> str:
        """Give a person's name."""
        return self.frame.level.people[person].name
