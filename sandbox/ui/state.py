"""What of the screen is not in the world, by how long it lasts: as long as the window, a scene, or one play-through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sandbox.scenario.library import read_entries
from sandbox.ui.bindings import USUAL_KEYS
from sandbox.ui.campaign.walk import Walk, chosen
from sandbox.ui.course.demo import Demo
from sandbox.ui.kit.focus import FocusRing
from sandbox.ui.kit.values import ASIDE
from sandbox.ui.meter_bars import MeterBars
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.engine.causes import Record
    from sandbox.scenario.library import Entry
    from sandbox.session.files.shelf import Kept, Shelf
    from sandbox.session.progress import Progress
    from sandbox.session.story.best import Best
    from sandbox.session.what_if.service import WhatIfs
    from sandbox.session.why.cards import Card, Subject
    from sandbox.ui.caption import Caption
    from sandbox.ui.course.ended import Ended
    from sandbox.ui.course.faces import Likenesses
    from sandbox.ui.course.odds import Odds
    from sandbox.ui.course.wondering import Wondered
    from sandbox.ui.input.keymap import Keymap, Rebinding
    from sandbox.ui.kit.beside import Beside
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.tools.half import Half

WAITING: Final = frozenset({"card", "question", "why_not"})
"""Panels for which time stands still."""
SPEEDS: Final = (0.5, 1.0, 2.0, 4.0)
"""Game seconds per second."""
TOAST_SECONDS: Final = 5.0


@dataclass(slots=True)
class Shell:
    """What lasts as long as the window, and is shared by all scenes."""

    preferences: Preferences = field(default_factory=Preferences)
    clock: float = field(default=0.0, metadata=ASIDE)
    """seconds since the window opened"""
    toast: str = field(default="", metadata=ASIDE)
    toast_until: float = field(default=0.0, metadata=ASIDE)
    captions: tuple[Caption, ...] = field(default=(), metadata=ASIDE)
    legend: bool = True
    """whether the marks on the map are explained at its foot"""
    learned: set[str] = field(default_factory=set, metadata=ASIDE)
    """what the player has found out, so that no hint says it again: "why", "first:LEVEL" """
    remembered: set[str] = field(default_factory=set, metadata=ASIDE)
    """what of it was found out in earlier sittings"""
    fullscreen: bool = False
    """whether the window fills the screen"""
    last: str = ""
    """the level that was played last, as `find_level` finds it; nothing if none ever was"""
    best: dict[str, Best] = field(default_factory=dict)
    """how well each level was won, by its id"""
    bets: dict[str, bool] = field(default_factory=dict)
    """whether the last bet came out that was made in a level, by its id"""
    skipped: frozenset[str] = frozenset()
    """the levels of the campaign that were passed over, by their ids"""
    forgotten: Progress | None = None
    """what was won and bet before the campaign was begun anew, until the window is closed"""
    keymap: Keymap = USUAL_KEYS
    """which command each key stands for"""
    down: set[int] = field(default_factory=set, metadata=ASIDE)
    """the keys that are down, by their codes: to be told of one again is to be told that it still is"""
    shelf: Shelf | None = field(default=None, metadata=ASIDE)
    """where saves lie; None where nothing is kept"""
    pictures: Path | None = field(default=None, metadata=ASIDE)
    """where pictures and films are put; None where none are"""
    broke: str = ""
    """what is said of the last sitting if it broke, until the player has answered"""
    unsafe: bool = field(default=False, metadata=ASIDE)
    """whether the game broke again and again soon after its start: then it opens nothing by itself"""
    what_ifs: WhatIfs | None = field(default=None, metadata=ASIDE)
    """what plays other worlds beside; None where none are asked for"""
    requests: list[str] = field(default_factory=list, metadata=ASIDE)
    """what only the window can do: quit, fullscreen, settings, picture, report, told"""

    complaints: list[str] = field(default_factory=list, metadata=ASIDE)
    """what is wrong with files, one sentence each, and is still to be said by the window"""

    def show_toast(self, sentence: str, seconds: float = TOAST_SECONDS) -> None:
        """Show a sentence, or several lines, for a few seconds."""
        self.toast, self.toast_until = sentence, self.clock + seconds

    def hush(self) -> None:
        """Take back what was said about a play-through that is over."""
        self.toast, self.captions = "", ()


@dataclass(slots=True)
class ScreenState:
    """What every scene with panels keeps while it is there."""

    focus: FocusRing = field(default_factory=FocusRing, metadata=ASIDE)
    dock: str = ""
    """the open panel, by its name in the registry, or none"""
    scroll: int = 0
    """units by which the open panel has gone up, if it is taller than its place"""
    page: int = 0
    """of the map of levels, or of the list of saves"""
    entries: tuple[Entry, ...] = ()
    """all levels"""
    walk: Walk = field(default_factory=Walk)
    """what of them is chosen on the map"""
    saves: tuple[Kept, ...] = ()
    """the list of saves"""
    deleted: str = ""
    """the save that was deleted last, as the list called it, until it is brought back"""
    rebinding: Rebinding | None = None
    """the key that is being changed, if one is"""
    under: str = ""
    """the panel to which one goes back from the open one"""
    lesson: str = "T1"
    """the mechanism whose page was opened last"""
    demo: Demo = field(default_factory=Demo, metadata=ASIDE)
    worded: tuple[str, int] = field(default=("", 0), metadata=ASIDE)
    """the latest words over the map, and the number of their place"""

    def list_levels(self, shell: Shell) -> None:
        """Look through the folder of levels, and choose the recommended one, also for whoever uses the keyboard."""
        self.entries, self.walk = read_entries(), Walk(difficulty=self.walk.difficulty)
        if self.focus.at is not None:
            self.focus.at = f"level.{chosen(shell, self.entries, self.walk)}"

    def list_saves(self, shelf: Shelf | None) -> None:
        """Look through the shelf, if there is one."""
        if shelf is not None:
            self.saves, self.deleted = shelf.entries(), "" if shelf.deleted is None else shelf.deleted.name


@dataclass(slots=True)
class PlayState(ScreenState):
    """What the player has in hand and open during one play-through."""

    introduces: bool = False
    """whether the card lies there with which a level opens"""
    tool: str = "hurt"
    """what was taken last; `hand` says what a click does"""
    armed: bool = False
    """whether it was taken after the present way of looking was chosen"""
    picking: Invocation | None = None
    """the command that still lacks a person: whoever is clicked next"""
    half: Half | None = None
    bare: bool = False
    """whether there are no bars yet"""
    beside: Beside | None = None
    """whom the mouse is at, or was, while there are none, with what can be done to them beside it"""
    dressed: float = field(default=-9.0, metadata=ASIDE)
    """when the bars came, on the clock of the play-through"""
    fold: str = ""
    """what lies unfolded: more "tools", the "menu", the "lenses", or nothing"""
    choices: dict[str, int] = field(default_factory=dict)
    """how each tool that can be used in several ways was last used"""
    selected: int | None = None
    hovered: int | None = field(default=None, metadata=ASIDE)
    lens: str = "truth"
    through: bool = False
    """whether the world is drawn as the selected person has it in mind"""
    show_all: bool = False
    held: set[str] = field(default_factory=set)
    """what is shown while its key is down: "eyes", "all" """
    paused: bool = False
    waits: bool = False
    """whether time goes on once the card or the question is put away"""
    stands: bool = False
    """whether it goes on once no why is open any more"""
    awaits: bool = False
    """whether it goes on with the first deed, for which the level waits"""
    speed: float = 1.0
    meter_bars: MeterBars = field(default_factory=MeterBars, metadata=ASIDE)
    subject: Subject | None = None
    cards: tuple[Card, ...] = ()
    much: tuple[int, ...] = ()
    """the cards whose numbers are shown, by their places from 1 on, the latest last"""
    wondering: int | None = None
    """of whom it is asked why they do not do something, until it is known about whom"""
    wondered: Wondered | None = None
    """that question, and what is known of its answer"""
    ended: Ended | None = None
    """how the line that is played ends, once it has been there"""
    odds: Odds | None = None
    """how the bet came out in other worlds, as far as they are played"""
    faces: tuple[Likenesses, ...] = ()
    """how people looked at each thing that the card of the end tells of, as far as that is looked up"""
    strip: tuple[Likenesses, ...] = ()
    """likewise at the moment of each card of a why"""
    shared: bool = False
    """whether the film that the player asked for last lies among their pictures"""
    numbers: bool = False
    traits: bool = False
    pair: int | None = None
    """whom the inspector's card of two is about, too, if somebody was picked"""
    told: tuple[Record, ...] = ()
    """what of the chronicle its panel tells, the latest first"""
    told_of: bool = False
    """whether that is only what is about the chosen person"""
    told_drive: str = ""
    """the drive that all of it is about, if one is chosen"""
    listed: tuple[int, tuple[int, ...]] | None = None
    """of whom the inspector keeps the order of ties while the mouse is on it, and that order"""
    clock: float = field(default=0.0, metadata=ASIDE)
    """seconds for which this play-through was on the screen"""
    stirred: float = field(default=0.0, metadata=ASIDE)
    """when the player last moved the mouse or pressed something, on that clock"""
    acted: float | None = field(default=None, metadata=ASIDE)
    """when the player first did something, on that clock"""
    noticing: float | None = field(default=None, metadata=ASIDE)
    """when the level first said what there is to notice, on that clock"""
    asking: float | None = field(default=None, metadata=ASIDE)
    """when the player was first told how to ask why, on that clock"""
    pointed: Subject | None = field(default=None, metadata=ASIDE)
    """what the latest hint asked the player to ask about"""
    followed: str = field(default="", metadata=ASIDE)
    """the latest hint of a level about somebody of whom the player has asked why since it came"""
    hinted: tuple[object, int] = field(default=(None, 0), metadata=ASIDE)
    """what the latest hint was, and the number of its place around whom it points at"""
    watcher: int | None = field(default=None, metadata=ASIDE)
    """through whose eyes the world is seen while the key is held"""
    spent: int | None = field(default=None, metadata=ASIDE)
    """whom the mouse has just acted on: their lines stay hidden until it comes back, for all to see what follows"""

    @property
    def looks(self) -> bool:
        """Whether a click chooses somebody and does nothing to them: a lens, eyes or a panel ask for a person."""
        waits = self.dock == "inspector" or (self.dock == "log" and self.told_of)
        asks = self.dock == "question" or (waits and self.selected is None)
        watches = self.lens != "truth" or self.through or "eyes" in self.held or asks
        return self.picking is not None or (watches and not self.armed)

    @property
    def hand(self) -> str:
        """The tool that a click uses."""
        return "look" if self.looks else self.tool

    @property
    def stopped(self) -> bool:
        """Whether the player stopped time, and it does not go on by itself."""
        return self.paused and not (self.waits or self.stands or self.awaits)

    def begin(self) -> None:
        """Let time go on with a deed if the player did not stop it: it waited for the first one, or for a why.

        That why is put away, for all to see what follows.
        """
        if self.stands:
            self.dock, self.under = "", ""
        if self.awaits or self.stands:
            self.paused, self.awaits, self.stands = False, False, False

    def look_on(self) -> None:
        """Let go of what is begun, and let clicks choose people until a tool is taken."""
        self.armed, self.picking, self.half = False, None, None

    def unfold(self, what: str) -> None:
        """Lay something open beside its button, and nothing else; or fold it up again if it lies open."""
        self.fold = "" if self.fold == what else what

    def let_go(self) -> bool:
        """Let go of one thing: what is half done, the panel, the person, the keyboard's mark; False if of nothing."""
        if self.half is not None or self.picking is not None:
            self.half, self.picking = None, None
        elif self.fold:
            self.fold = ""
        elif self.dock:
            self.dock, self.under = self.under, ""
            if self.waits and self.dock not in WAITING:
                self.paused, self.waits = False, False
        elif self.introduces:
            self.introduces = False
        elif self.through or self.selected is not None:
            self.through, self.selected = False, None
        elif self.focus.at is not None:
            self.focus.at = None
        else:
            return False
        return True

    def eyes(self) -> int | None:
        """Return the row of the person through whose eyes the map is drawn, or None."""
        if "eyes" in self.held:
            return self.watcher
        return self.person() if self.through else None

    def person(self) -> int | None:
        """Return the row of the person who is meant: the selected one, else the one under the mouse, else None."""
        return self.selected if self.selected is not None else self.hovered
