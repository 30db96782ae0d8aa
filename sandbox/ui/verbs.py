"""The names of all that can be done, with the types of what each is about; `commands` says what each does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.ui.kit.invocation import Verb

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.session.why.cards import Subject
    from sandbox.session.why_not.acts import Act
    from sandbox.ui.kit.chords import Chord

# In every scene.
PRESS: Final[Verb[()]] = Verb("press")
"""press the control that has the keyboard"""
FOCUS: Final[Verb[int]] = Verb("focus")
"""take the keyboard to the next control (1) or the one before (-1)"""
GO: Final[Verb[int, int]] = Verb("go")
"""an arrow key: right and down, each -1, 0 or 1"""
DOCK: Final[Verb[str]] = Verb("dock")
"""a panel"""
PAGE: Final[Verb[int]] = Verb("page")
"""pages of the list of levels or of saves"""
OPEN: Final[Verb[Path]] = Verb("open")
"""the file of a level, a save or a recording"""
PLAY_AT: Final[Verb[Path, str]] = Verb("open.difficulty")
"""the file of a level, and the difficulty at which it is to be played"""
STOP: Final[Verb[int]] = Verb("levels.stop")
"""a level of those that are listed, by its place there"""
AT: Final[Verb[str]] = Verb("levels.at")
"""the difficulty at which the chosen one would be played"""
SKIP: Final[Verb[str]] = Verb("levels.skip")
"""a level that is not to be recommended, or again, by its id"""
FORGET: Final[Verb[()]] = Verb("levels.forget")
"""ask if all that was won is to be forgotten, or ask no more"""
FORGET_ALL: Final[Verb[()]] = Verb("levels.forget_all")
REMEMBER: Final[Verb[()]] = Verb("levels.remember")
RENAME_SAVE: Final[Verb[Path]] = Verb("saves.rename")
"""a save's file"""
DELETE_SAVE: Final[Verb[Path]] = Verb("saves.delete")
"""likewise"""
BRING_BACK: Final[Verb[()]] = Verb("saves.bring_back")
FOLDER: Final[Verb[()]] = Verb("saves.folder")
PICTURES: Final[Verb[()]] = Verb("pictures")
"""show the folder of pictures and films"""
DAILY: Final[Verb[()]] = Verb("daily")
"""play the level of the day"""
SAY: Final[Verb[str]] = Verb("say")
"""a sentence"""
SETTING: Final[Verb[str]] = Verb("setting")
"""a preference that is on or off"""
TURN: Final[Verb[str, int]] = Verb("turn")
"""a preference of several grades, and by how many"""
SOUND: Final[Verb[()]] = Verb("sound")
FULLSCREEN: Final[Verb[()]] = Verb("fullscreen")
PICTURE: Final[Verb[()]] = Verb("picture")
PALETTE: Final[Verb[()]] = Verb("palette")
CLOSE: Final[Verb[()]] = Verb("close")
QUIT: Final[Verb[()]] = Verb("quit")

# The keys themselves; a command is known by the `id` of its invocation.
CAPTURE: Final[Verb[str]] = Verb("keys.capture")
"""wait for a new key for a command"""
GIVE: Final[Verb[Chord]] = Verb("keys.give")
"""the key that was pressed for the command that waits"""
REPLACE: Final[Verb[()]] = Verb("keys.replace")
SWAP: Final[Verb[()]] = Verb("keys.swap")
CANCEL: Final[Verb[()]] = Verb("keys.cancel")
RESET: Final[Verb[str]] = Verb("keys.reset")
RESET_ALL: Final[Verb[()]] = Verb("keys.reset_all")

# While a level is played: what is in hand.
TOOL: Final[Verb[str]] = Verb("tool")
"""a happening, or "look" """
MORE: Final[Verb[()]] = Verb("more")
CHOICE: Final[Verb[int]] = Verb("choice")
"""the number of a way to use the tool"""
ACT: Final[Verb[()]] = Verb("act")
BEGIN: Final[Verb[()]] = Verb("begin")
SWITCH: Final[Verb[str]] = Verb("switch")
"""a drive"""

SAVE: Final[Verb[()]] = Verb("save")
SHARE: Final[Verb[()]] = Verb("share")
"""make a film of the last seconds, and a picture that carries how it was played"""
COPY: Final[Verb[()]] = Verb("copy")
"""how the game ended, as a row of signs"""

# Time.
PAUSE: Final[Verb[()]] = Verb("pause")
STEP: Final[Verb[()]] = Verb("step")
BACK: Final[Verb[()]] = Verb("back")
SEEK: Final[Verb[int]] = Verb("seek")
"""a tick"""
NOW: Final[Verb[()]] = Verb("now")
UNDO: Final[Verb[()]] = Verb("undo")
REDO: Final[Verb[()]] = Verb("redo")
CHOOSE: Final[Verb[int]] = Verb("choose")
"""another future, by the number of its branch"""
RENAME: Final[Verb[int]] = Verb("rename")
"""a future, likewise"""
DELETE: Final[Verb[int]] = Verb("delete")
"""another future, likewise"""
RESTART: Final[Verb[()]] = Verb("restart")
BET: Final[Verb[str, int]] = Verb("bet")
"""a question of the level, and the number of an answer"""
RECALL: Final[Verb[int, Subject]] = Verb("recall")
"""a tick, and what is asked about then"""
REWIND: Final[Verb[()]] = Verb("rewind")
DIFFICULTY: Final[Verb[str]] = Verb("difficulty")
"""at which the level that is played begins again"""
NEXT: Final[Verb[()]] = Verb("next")
WITHOUT: Final[Verb[str]] = Verb("without")
"""a drive"""
TWIN: Final[Verb[()]] = Verb("twin")
"""what was done, side by side with the same without a drive"""
SPEED: Final[Verb[float]] = Verb("speed")
"""game seconds per second"""
SLOWER: Final[Verb[()]] = Verb("slower")
FASTER: Final[Verb[()]] = Verb("faster")
TITLE: Final[Verb[()]] = Verb("title")

# On the title.
PLAY_ON: Final[Verb[()]] = Verb("play_on")
SANDBOX: Final[Verb[()]] = Verb("sandbox")
REPORT: Final[Verb[()]] = Verb("report")
"""show what was written down when the game broke"""
DISMISS: Final[Verb[()]] = Verb("dismiss")

# How the map is looked at.
LENS: Final[Verb[str]] = Verb("lens")
EYES: Final[Verb[()]] = Verb("eyes")
ALL: Final[Verb[()]] = Verb("all")
HOLD: Final[Verb[str]] = Verb("hold")
"""what is shown while a key is down: "eyes" or "all" """
RELEASE: Final[Verb[str]] = Verb("release")
"""what is no longer held"""
LEGEND: Final[Verb[()]] = Verb("legend")
LENSES: Final[Verb[()]] = Verb("lenses")
MENU: Final[Verb[()]] = Verb("menu")
CLOSER: Final[Verb[()]] = Verb("closer")
FARTHER: Final[Verb[()]] = Verb("farther")
FIT: Final[Verb[()]] = Verb("fit")
FOLLOW: Final[Verb[()]] = Verb("follow")
INSPECT: Final[Verb[()]] = Verb("inspect")
TRAITS: Final[Verb[()]] = Verb("traits")
NUMBERS: Final[Verb[()]] = Verb("numbers")
PAIR: Final[Verb[int]] = Verb("pair")
"""with whom, by row"""
WHY: Final[Verb[()]] = Verb("why")
WHY_NOT: Final[Verb[()]] = Verb("why_not")
WONDER: Final[Verb[()]] = Verb("wonder")
"""about whom, once it is known of whom one asks why not: whoever is selected"""
WHY_NOT_ACT: Final[Verb[Act]] = Verb("why_not.act")
SHOW_CHANGE: Final[Verb[()]] = Verb("why_not.show")
LESSON: Final[Verb[str]] = Verb("lesson")
"""the mechanism whose page is to be opened"""
TOLD_OF: Final[Verb[()]] = Verb("log.of")
TOLD_DRIVE: Final[Verb[int]] = Verb("log.drive")
"""drives onwards, of all and none"""
REVISIT: Final[Verb[int, Subject]] = Verb("revisit")
"""a tick, and what is asked about then"""
SHOWN_HERE: Final[Verb[str]] = Verb("lesson.here")
"""a mechanism"""
HOW_MUCH: Final[Verb[int]] = Verb("why.much")
"""a card of the open why, by its place from 1 on"""
TIE: Final[Verb[int]] = Verb("tie")
"""to whom, by row"""
EXPLAIN: Final[Verb[str, str]] = Verb("explain")
"""whose quantity, and which"""

# The mouse on the map: people by their rows, spots in metres, distances and places on the window in pixels.
TOUCH: Final[Verb[int]] = Verb("touch")
WITH: Final[Verb[str, int]] = Verb("with")
"""a tool, and on whom it is used"""
GROUND: Final[Verb[float, float]] = Verb("ground")
BEGIN_WITH: Final[Verb[int]] = Verb("begin_with")
DRAG_FROM: Final[Verb[int]] = Verb("drag_from")
LET_GO: Final[Verb[()]] = Verb("let_go")
ASK: Final[Verb[Subject]] = Verb("ask")
ASK_METER: Final[Verb[str]] = Verb("ask_meter")
"""who makes a meter up, by its name"""
PAN: Final[Verb[float, float]] = Verb("pan")
ZOOM: Final[Verb[float, float, float]] = Verb("zoom")
"""times closer, and the place that stays where it is"""
LOOK_AT: Final[Verb[float, float]] = Verb("look_at")
