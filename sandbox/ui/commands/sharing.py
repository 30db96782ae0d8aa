"""What is given away of a play-through: its last seconds, and where those lie."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable
from sandbox.session.files.recording import encode_recording, record
from sandbox.session.story.signs import signs
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.clipboard import CLIPBOARD
from sandbox.ui.kit.desktop import show_folder
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.sharing.caption import caption
from sandbox.ui.sharing.clip import Clip, Wanted

if TYPE_CHECKING:
    from sandbox.ui.game import Game
    from sandbox.ui.screen import Screen

AFTER: Final = TICKS_PER_SECOND
"""Ticks after the end of a game that its film still shows, as far as they were played."""


def _share(game: Game) -> None:
    """Begin to make a film of the last seconds, up to the end of the game if its card is open."""
    shell, session, ended = game.shell, game.session, game.state.ended
    if shell.pictures is None:
        return
    last = session.tick
    if ended is not None and game.state.dock == "ending":
        last = min(session.tick, ended.decided.tick + AFTER)
    stem = f"{session.level.id}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    recording = encode_recording(record(session, shelf=shell.last))
    wanted = Wanted(shell.pictures, stem, last, caption(game.context), recording, game.adopted)
    game.meanwhile.clip = Clip(session, wanted)
    game.state.shared = False
    shell.show_toast(text_of("ui.share.begun"))


def _can_share(game: Game) -> bool:
    return game.shell.pictures is not None and game.meanwhile.clip is None


def _copy(game: Game) -> None:
    """Copy how the game ended, as a row of signs, to be sent to somebody."""
    ended, level = game.state.ended, game.session.level
    if ended is None:
        return
    decided, stars = ended.decided, () if level.goal is None else level.goal.stars
    row = signs(game.session.world, level, decided.tick)
    rated = "".join("★" if place in decided.stars else "☆" for place in range(len(stars)))
    how = text_of(f"ui.share.row.{decided.outcome}", title=level.title, time=clock(decided.tick), stars=rated)
    CLIPBOARD.put(f"{how}\n{row}")
    game.shell.show_toast(text_of("ui.share.copied"))


def _ended(game: Game) -> bool:
    return game.state.ended is not None


def _folder(screen: Screen) -> None:
    folder = screen.shell.pictures
    if folder is not None:
        shown = show_folder(folder)
        screen.shell.show_toast(text_of("saves.folder" if shown else "saves.folder.none", path=showable(folder)))


def _keeps(screen: Screen) -> bool:
    return screen.shell.pictures is not None


COMMANDS: Final = (Command(verbs.PICTURES, _folder, when=_keeps),)
"""In every scene."""
PLAYING: Final = (Command(verbs.SHARE, _share, when=_can_share), Command(verbs.COPY, _copy, when=_ended))
"""While a level is played."""
