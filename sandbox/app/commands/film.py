"""`main.py film LEVEL --at S --seconds N -o OUT.gif`: draw some seconds of a level as a GIF, without a display.

With `--sound OUT.wav` what is heard of them is written beside it.
"""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Final

from sandbox.app.commands.arguments import command, seconds
from sandbox.app.commands.looking import add_look, animation, begin, recorded
from sandbox.app.errors import CommandError
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import one_of
from sandbox.scenario.whole_files import refuse_unwritable, write_whole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from sandbox.app.commands.arguments import Commands
    from sandbox.app.commands.headless import Headless
    from sandbox.session.frame import Frame

SIZE: Final = (720, 450)
MOST_PIXELS: Final = 200_000_000
"""In all pictures of a film together, which are held in memory."""


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(commands, "film", run)
    parser.add_argument("--at", type=seconds, default=0.0, metavar="S", help=text_of("help.film_at"))
    parser.add_argument("--seconds", type=seconds, default=6.0, metavar="N", help=text_of("help.film_seconds"))
    parser.add_argument("--rate", type=rate, metavar="N", help=text_of("help.film_rate"))
    add_look(parser, SIZE)
    parser.add_argument("--sound", type=recorded, metavar="OUT.wav", help=text_of("help.film_sound"))
    parser.add_argument("-o", "--output", type=animation, required=True, metavar="OUT.gif", help=text_of("help.output"))


def rate(word: str) -> int:
    """Read how many pictures a second are kept, out of those that are drawn."""
    from sandbox.app.shot import RATE

    number = int(word) if word.isdecimal() and word.isascii() and len(word) <= len(str(RATE)) else 0
    if not number or RATE % number:
        rates = one_of([str(one) for one in range(1, RATE + 1) if RATE % one == 0])
        raise ArgumentTypeError(text_of("cli.film.rate", word=word, rates=rates))
    return number


def run(options: Namespace) -> int:
    """Play up to the beginning, then draw every moment until the end."""
    from sandbox.app.commands.headless import tell_left_over
    from sandbox.app.shot import RATE, film, pixels_of
    from sandbox.app.sound.tape import Tape
    from sandbox.ui.preferences import Preferences

    kept = options.rate or RATE
    if pixels_of(options.seconds, options.size, kept) > MOST_PIXELS:
        size = "{}x{}".format(*options.size)
        longest = int(MOST_PIXELS / pixels_of(1.0, options.size, kept))
        if not longest:
            usual = "{}x{}".format(*SIZE)
            raise CommandError("cli.film.size", size=size, usual=usual)
        raise CommandError("cli.film.seconds", seconds=f"{options.seconds:g}", size=size, longest=longest)
    for path in filter(None, (options.output, options.sound)):
        refuse_unwritable(path)
    played, opening = begin(options)
    frames = _moments(played, options.seconds)
    if options.sound is None:
        write_whole(options.output, film(frames, options.size, opening, kept))
    else:
        tape = Tape(opening.liked(Preferences()))
        write_whole(options.output, film(tape.taken(frames), options.size, opening, kept))
        write_whole(options.sound, tape.wav())
    tell_left_over(played)
    return 0


def _moments(played: Headless, length: float) -> Iterator[Frame]:
    from sandbox.engine.params import TICKS_PER_SECOND

    yield played.session.frame()
    for _ in range(1, round(length * TICKS_PER_SECOND)):
        played.play_to(played.session.tick + 1)
        yield played.session.frame()
