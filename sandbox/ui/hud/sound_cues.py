"""What can be heard: happenings and deeds by the sounds they name, and what people let out when a feeling takes them.

One sigh is a sigh and thirty are a murmur: a crowd's voice grows fuller with its number, and each in it softer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.language import text_of
from sandbox.session.seen.cascade import Cascades
from sandbox.session.seen.soundscape import voiceless_to
from sandbox.ui.caption import with_caption
from sandbox.ui.hud.choir import Choir
from sandbox.ui.kit.text import brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sandbox.engine.causes import Record
    from sandbox.session.frame import Frame
    from sandbox.session.seen.soundscape import Soundscape
    from sandbox.ui.hud.choir import Turn
    from sandbox.ui.preferences import Preferences
    from sandbox.ui.state import Shell

    Play = Callable[["Heard", float], None]

AT_ONCE: Final = 3
"""More happenings and deeds than this in one tick are a noise; a voice may be added."""
REST: Final = 1.5
"""Seconds between two deeds or utterances of the same kind."""
ROLLS: Final = 1.4
"""Seconds that the roll of a cascade takes."""
HUSH: Final = 1.5
"""Seconds for which nothing is heard after that but what befalls somebody. Source: design."""
NAMED: Final = 2
"""So many people are named by a caption; the rest are counted."""
STEPS, CASCADE, BREATH = "steps", "cascade", "breath"
"""Sounds of feet, of many blows at once, and of a look that leaves the chord of looks."""
OUCH: Final = "ouch"
"""What somebody utters whose body hurts."""
HARSH: Final = frozenset(
    {OUCH}
    | {kind.sound for kind in HAPPENINGS if kind.tone == "unpleasant"}
    | {option.sound for option in OPTIONS if option.unkind}
)
"""What is softer for those who want it gentle."""
SOFTLY: Final = 0.35

VERDICTS: Final = {
    "dehumanized": "thing",
    "rehumanized": "face",
    "befriended": "closer",
    "estranged": "snap",
    "blamed": "blamed",
    "credited": "credited",
    "despised": "blamed",
    "admired": "credited",
}
"""Records of how people take each other, with the name of their sound; others are silent, or a happening or a deed."""

VOICES: Final = {
    ("sympathy", -1): ("pang", 0.03),
    ("sympathy", 1): ("warmth", 0.05),
    ("schadenfreude", 1): ("snigger", 0.005),
    ("schadenfreude", -1): ("grumble", 0.04),
    ("approval", 1): ("hum", 0.05),
    ("approval", -1): ("whimper", 0.02),
    ("provocation", 1): ("huff", 0.02),
    ("provocation", -1): ("huff", 0.02),
    ("love", 1): ("coo", 0.03),
    ("fear", -1): ("gasp", 0.005),
    ("envy", -1): ("tut", 0.005),
    ("pride", 1): ("aha", 0.01),
    ("pride", -1): ("whimper", 0.005),
    ("play", 1): ("giggle", 0.015),
    ("worry", -1): ("uh_oh", 0.02),
    ("body", -1): (OUCH, 0.05),
    ("body", 1): ("phew", 0.1),
}
"""What a stream of reward lets people utter, and from how much of it a second on."""


class Heard(NamedTuple):
    """One sound, and whose it is."""

    name: str
    who: tuple[int, ...]
    voice: bool = False
    befell: bool = False
    """whether it is a happening, which is heard each time"""
    pan: float = 0.0
    """where it is on the screen, -1 (left) to 1 (right)"""

    @property
    def voices(self) -> int:
        """How many people utter it."""
        return len(self.who) if self.voice else 1


def hear(records: Iterable[Record], frame: Frame, voiceless: frozenset[int] = frozenset()) -> list[Heard]:
    """Name the sounds of what is new: happenings, then deeds, then voices, of which the most numerous come first.

    Who is `voiceless`, a thing to almost everybody, says and lets out nothing that is heard.
    """
    found: dict[tuple[str, bool], list[int]] = {}
    for record in records:
        name = "" if record.who in voiceless and _voiced(record) else _sound(record)
        if name:
            found.setdefault((name, record.kind == "happened"), []).append(record.who)
    deeds = [Heard(name, tuple(dict.fromkeys(who)), befell=befell) for (name, befell), who in found.items()]
    voices = sorted(_voices(frame, voiceless), key=lambda heard: -heard.voices)
    deeds.sort(key=lambda heard: not heard.befell)
    return deeds[:AT_ONCE] + voices[: max(1, AT_ONCE - len(deeds))]


def _sound(record: Record) -> str:
    """Name the sound of a record, or nothing."""
    if record.kind == "happened":
        return HAPPENINGS[record.detail].sound
    return OPTIONS[record.detail].sound if record.kind == "chose" else VERDICTS.get(record.kind, "")


def _voiced(record: Record) -> bool:
    """Return whether a record is of something that somebody does with the voice."""
    return record.kind == "chose" and OPTIONS[record.detail].voiced


def _voices(frame: Frame, voiceless: frozenset[int]) -> Iterator[Heard]:
    """Find those whom a feeling has just taken."""
    now, before = frame.people.reward, frame.before.reward
    if len(now) != len(before):
        return
    for (stream, sign), (name, least) in VOICES.items():
        column = STREAMS.index(stream)
        taken = np.flatnonzero((sign * now[:, column] > least) & (sign * before[:, column] <= least))
        who = tuple(row for row in taken.tolist() if row not in voiceless)
        if who:
            yield Heard(name, who, voice=True)


def loudness(heard: Heard, preferences: Preferences) -> float:
    """Return how loud a sound is to be, 0 to 1 and beyond."""
    share = preferences.chord if heard.name == BREATH else preferences.voices if heard.voice else preferences.deeds
    soft = SOFTLY if preferences.gentle and heard.name in HARSH else 1.0
    return 0.0 if preferences.quiet else preferences.loudness / 100 * share / 100 * soft


def caption(heard: Heard, frame: Frame) -> str:
    """Say a sound in words: whose it is, and what it is like."""
    people = [who for who in heard.who if who != NOBODY]
    if not people:
        return text_of(f"sound.{heard.name}")
    return text_of("sound.caption", who=_names(people, frame), sound=text_of(f"sound.{heard.name}"))


def _names(people: Sequence[int], frame: Frame) -> str:
    """Name some people, and count the rest."""
    names = [brief(frame.level.people[who].name) for who in people[:NAMED]]
    rest = len(people) - len(names)
    return ", ".join(names) + (text_of("sound.more", count=rest) if rest else "")


def told(turn: Turn, frame: Frame, place: str) -> str:
    """Say in words what has turned in what is heard on and on."""
    if turn.change in {"silent", "alive"}:
        return text_of(f"sound.bed.{place}.{turn.change}")
    if turn.change in {"dull", "clear"}:
        return text_of(f"sound.bed.{turn.change}")
    if not turn.who:
        return text_of(f"sound.chord.{turn.change}")
    return text_of("sound.caption", who=_names(turn.who, frame), sound=text_of(f"sound.chord.{turn.change}"))


class Ears:
    """Listen to a game as it goes on, to each thing once."""

    def __init__(self) -> None:
        self._heard = 0
        """the tick before which everything was listened to"""
        self._resting: dict[str, float] = {}
        """until when each sound rests, on the shell's clock"""
        self.choir = Choir()
        self.eyes: int | None = None
        """through whose eyes the player looks, and with whose ears they listen: who is a thing to them has no voice"""
        self._cascades = Cascades()
        self._hushed_until = 0.0
        """on the shell's clock"""

    def begin_at(self, tick: int) -> None:
        """Be ready to hear what comes after a tick, for the first time or again, and nothing from before."""
        self._heard = tick

    def hushed(self, shell: Shell) -> bool:
        """Return whether nothing but what befalls somebody is heard for a moment, after a cascade."""
        return shell.clock < self._hushed_until

    def voiceless(self, frame: Frame) -> frozenset[int]:
        """Return the rows of those who have no voice, to all or to whoever listens."""
        mute = self.choir.scape.voiceless
        return mute if self.eyes is None else mute | voiceless_to(frame, self.eyes)

    def listen(self, frame: Frame, shell: Shell, play: Play) -> None:
        """Play the sounds of what is new, and say them if the player wants that."""
        fresh = [record for record in frame.recent if record.tick >= self._heard]
        self._heard = frame.tick
        turns = self.choir.follow(frame)
        scape = self.choir.scape
        struck = self._cascades.take(fresh, frame.tick)
        cascade = [] if struck == NOBODY else [Heard(CASCADE, (struck,), befell=True)]
        for heard in (*cascade, *hear(fresh, frame, self.voiceless(frame)), *_breaths(turns, scape)):
            self._play(heard, frame, shell, play)
        if cascade:
            self._hushed_until = shell.clock + ROLLS + HUSH
        for turn in _told_apart(turns, scape):
            self._say(told(turn, frame, scape.place), shell)

    def _play(self, heard: Heard, frame: Frame, shell: Shell, play: Play) -> None:
        """Play a sound unless it rests, or everything but what befalls somebody does."""
        if shell.clock < self._resting.get(heard.name, 0.0) or (self.hushed(shell) and not heard.befell):
            return
        self._resting[heard.name] = shell.clock + REST * (not heard.befell)
        play(heard, loudness(heard, shell.preferences))
        self._say(caption(heard, frame), shell)

    def _say(self, words: str, shell: Shell) -> None:
        if shell.preferences.captions:
            shell.captions = with_caption(shell.captions, words, shell.clock)


def _told_apart(turns: Iterable[Turn], scape: Soundscape) -> Iterator[Turn]:
    """Leave out those of whose breath it is said already that they have left the chord."""
    for turn in turns:
        who = turn.who if turn.change != "leaves" else tuple(row for row in turn.who if row not in scape.averted)
        if who or not turn.who:
            yield turn._replace(who=who)


def _breaths(turns: Iterable[Turn], scape: Soundscape) -> list[Heard]:
    """Return the breath with which those leave the chord who avert their eyes."""
    left = tuple(row for turn in turns if turn.change == "leaves" for row in turn.who if row in scape.averted)
    return [Heard(BREATH, left)] if left else []
