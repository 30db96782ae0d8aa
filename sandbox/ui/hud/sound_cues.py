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
from sandbox.ui.kit.text import brief
from sandbox.ui.state import with_caption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sandbox.engine.causes import Record
    from sandbox.session.frame import Frame
    from sandbox.ui.preferences import Preferences
    from sandbox.ui.state import Shell

    Play = Callable[["Heard", float], None]

AT_ONCE: Final = 3
"""More happenings and deeds than this in one tick are a noise; a voice may be added."""
REST: Final = 1.5
"""Seconds between two deeds or utterances of the same kind."""
NAMED: Final = 2
"""So many people are named by a caption; the rest are counted."""
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

    @property
    def voices(self) -> int:
        """How many people utter it."""
        return len(self.who) if self.voice else 1


def hear(records: Iterable[Record], frame: Frame) -> list[Heard]:
    """Name the sounds of what is new: happenings, then deeds, then voices, of which the most numerous come first."""
    found: dict[tuple[str, bool], list[int]] = {}
    for record in records:
        name = _sound(record)
        if name:
            found.setdefault((name, record.kind == "happened"), []).append(record.who)
    deeds = [Heard(name, tuple(dict.fromkeys(who)), befell=befell) for (name, befell), who in found.items()]
    voices = sorted(_voices(frame), key=lambda heard: -heard.voices)
    deeds.sort(key=lambda heard: not heard.befell)
    return deeds[:AT_ONCE] + voices[: max(1, AT_ONCE - len(deeds))]


def _sound(record: Record) -> str:
    """Name the sound of a record, or nothing."""
    if record.kind == "happened":
        return HAPPENINGS[record.detail].sound
    return OPTIONS[record.detail].sound if record.kind == "chose" else VERDICTS.get(record.kind, "")


def _voices(frame: Frame) -> Iterator[Heard]:
    """Find those whom a feeling has just taken."""
    now, before = frame.people.reward, frame.before.reward
    if len(now) != len(before):
        return
    for (stream, sign), (name, least) in VOICES.items():
        column = STREAMS.index(stream)
        taken = np.flatnonzero((sign * now[:, column] > least) & (sign * before[:, column] <= least))
        if len(taken):
            yield Heard(name, tuple(taken.tolist()), voice=True)


def loudness(heard: Heard, preferences: Preferences) -> float:
    """Return how loud a sound is to be, 0 to 1 and beyond."""
    share = preferences.voices if heard.voice else preferences.deeds
    soft = SOFTLY if preferences.gentle and heard.name in HARSH else 1.0
    return 0.0 if preferences.quiet else preferences.loudness / 100 * share / 100 * soft


def caption(heard: Heard, frame: Frame) -> str:
    """Say a sound in words: whose it is, and what it is like."""
    people = [who for who in heard.who if who != NOBODY]
    names = [brief(frame.level.people[who].name) for who in people[:NAMED]]
    if not names:
        return text_of(f"sound.{heard.name}")
    rest = len(people) - len(names)
    who = ", ".join(names) + (text_of("sound.more", count=rest) if rest else "")
    return text_of("sound.caption", who=who, sound=text_of(f"sound.{heard.name}"))


class Ears:
    """Listen to a game as it goes on, to each thing once."""

    def __init__(self) -> None:
        self._heard = 0
        """the tick before which everything was listened to"""
        self._resting: dict[str, float] = {}
        """until when each sound rests, on the shell's clock"""

    def begin_at(self, tick: int) -> None:
        """Be ready to hear what comes after a tick, for the first time or again, and nothing from before."""
        self._heard = tick

    def listen(self, frame: Frame, shell: Shell, play: Play) -> None:
        """Play the sounds of what is new, and say them if the player wants that."""
        fresh = [record for record in frame.recent if record.tick >= self._heard]
        self._heard = frame.tick
        for heard in hear(fresh, frame):
            if shell.clock >= self._resting.get(heard.name, 0.0):
                self._resting[heard.name] = shell.clock + REST * (not heard.befell)
                play(heard, loudness(heard, shell.preferences))
                if shell.preferences.captions:
                    shell.captions = with_caption(shell.captions, caption(heard, frame), shell.clock)
