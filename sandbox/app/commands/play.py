"""`main.py [play LEVEL]`: open the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, seconds
from sandbox.app.commands.looking import add_look, begin, likes, look, refuse_narrow
from sandbox.app.errors import UsageError
from sandbox.scenario.language import text_of
from sandbox.scenario.library import find_level

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from sandbox.app.commands.arguments import Commands

_ELSEWHERE: Final = ("at", "commands", "proof", "seed", "off", "difficulty")
"""Options with which a save or a recording is played from its beginning, and not gone on with where it was left."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "play", run)
    parser.add_argument("--at", type=seconds, default=0.0, metavar="S", help=text_of("help.play_at"))
    add_look(parser)
    parser.add_argument("--paused", action="store_true", help=text_of("help.paused"))
    parser.add_argument("--fullscreen", action="store_true", help=text_of("help.fullscreen"))
    parser.add_argument("--mute", action="store_true", help=text_of("help.mute"))
    parser.set_defaults(parser=parser)


def run(options: Namespace) -> int:
    """Find the level, play it up to the moment that was asked for, and open the window."""
    _refuse(options, options.parser)
    from sandbox.app.commands.headless import tell_left_over
    from sandbox.app.speaking import speak
    from sandbox.app.window import play
    from sandbox.scenario.schema import Level
    from sandbox.session.files.reopen import reopen
    from sandbox.ui.opening import Opening

    speak()
    window: dict[str, object] = {"fullscreen": True} if options.fullscreen else {}
    if options.size is not None:
        refuse_narrow(options.size)
        window |= dict(zip(("width", "height"), options.size, strict=True))
    if options.level is None:
        title = Opening(seed=options.seed, off=frozenset(options.off), likes=likes(options), window=window)
        return play(None, title, mute=options.mute)
    path = find_level(options.level)
    found = reopen(path)
    if not isinstance(found, Level) and not any(
        getattr(options, name) != options.parser.get_default(name) for name in _ELSEWHERE
    ):
        opening = look(options, found.recording.level, again=found, session=found.session, window=window)
        return play(None, opening, mute=options.mute)
    played, opening = begin(options, **window)
    tell_left_over(played)
    return play(path if isinstance(found, Level) else None, opening, mute=options.mute)


def _refuse(options: Namespace, parser: ArgumentParser) -> None:
    """Refuse what only a level can have without one, and to look through the eyes of another than is chosen."""
    needing = ("at", "commands", "proof", "difficulty", "lens", "eyes", "select", "close", "whole", "paused")
    asked = next((name for name in needing if getattr(options, name) != parser.get_default(name)), None)
    if options.level is None and asked is not None:
        raise UsageError("cli.play.no_level", option=asked)
    if options.select is not None and options.eyes not in {None, options.select}:
        raise UsageError("cli.play.eyes", eyes=options.eyes, select=options.select)
