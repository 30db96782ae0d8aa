"""Short sounds, made of a few notes each: one for every happening, and some for what follows from it.

Tones stand in D pentatonic, and on those of its notes that suit both a major and a minor chord of looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.app.sound.notes import Note, at, mixed, tuned
from sandbox.app.sound.weights import weight

if TYPE_CHECKING:
    from sandbox.app.sound.notes import Wave

SNAP: Final = 0.002
"""Attack of what clicks on purpose, in seconds."""
WOOD: Final = (2.7, 4.1)
METAL: Final = (1.5, 2.7)
GLASS: Final = (2.32, 4.25)
SKIN: Final = (1.5, 1.98, 2.44)
"""Partials of what is struck, in multiples of its frequency."""


def _latch() -> tuple[Note, ...]:
    """Close a door softly: the tongue of its lock, then the wood."""
    return (
        Note(0.0, 0.05, 1500, 1100, 0.8, 0.0, 0.6, SNAP),
        Note(0.1, 0.05, 950, 800, 1.0, 0.0, 0.5, SNAP),
        tuned(0.115, 0.17, "A3 A3", 0.7, 0.0, 0.25, SNAP, WOOD),
    )


def _ratchet(clicks: int = 8, slower: float = 1.3, first: float = 0.035) -> tuple[Note, ...]:
    """Let a clockwork run down: each click later, lower and softer than the one before, and then it stands."""
    found, start = list[Note](), 0.0
    for click in range(clicks):
        low = 1300 * 0.9**click
        found.append(Note(start, 0.05, low, 0.7 * low, 0.9 * 0.93**click, 0.3, 0.45, SNAP, METAL))
        start += first * slower**click
    return (*found, tuned(start, 0.2, "A2 A2", 0.9, 0.5, 0.3, SNAP))


def _glass() -> tuple[Note, ...]:
    """Strike a glass, which rings on."""
    ring = tuned(0.0, 1.3, "A5 A5", 0.9, 0.0, 0.0, SNAP, GLASS)
    return ring, tuned(0.06, 1.24, "E6 E6", 0.65, 0.0, 0.0, SNAP)


def _roll(strokes: int = 13, apart: float = 0.09) -> tuple[Note, ...]:
    """Roll a kettledrum, low, and louder and louder."""
    louder = [0.25 + 0.75 * (stroke / (strokes - 1)) ** 1.5 for stroke in range(strokes)]
    return tuple(
        tuned(apart * stroke, 0.3, "A3" if stroke % 3 else "D3", loud, 0.4, 0.0, SNAP, SKIN)
        for stroke, loud in enumerate(louder)
    )


SOUNDS: Final[dict[str, tuple[Note, ...]]] = {
    "hurt": (Note(0.0, 0.16, 220, 90, 1.0, 0.0, 0.5), tuned(0.05, 0.35, "D4 A3", 0.6)),
    "heal": (tuned(0.0, 0.25, "A4", 0.7), tuned(0.1, 0.25, "B4", 0.7), tuned(0.2, 0.4, "D5", 0.7)),
    "praise": (tuned(0.0, 0.3, "E5", 0.6, 0.3), tuned(0.09, 0.5, "B5", 0.6, 0.3)),
    "insult": (tuned(0.0, 0.14, "A3 E3", 0.8, 0.8), tuned(0.15, 0.22, "D3 B2", 0.8, 0.8)),
    "gift": (tuned(0.0, 0.12, "D5", 0.6), tuned(0.08, 0.12, "E5", 0.6), tuned(0.16, 0.35, "A5", 0.6, 0.2)),
    "news": (
        tuned(0.0, 0.11, "D4", 0.8, 0.2, 0.2, SNAP, WOOD),
        tuned(0.15, 0.11, "D4", 0.8, 0.2, 0.2, SNAP, WOOD),
    ),
    "triumph": (
        tuned(0.0, 0.14, "D5", 0.6, 0.5),
        tuned(0.12, 0.14, "D5", 0.6, 0.5),
        tuned(0.24, 0.5, "A5", 0.7, 0.5),
    ),
    "drops": (tuned(0.0, 0.12, "D5 A5", 0.5), tuned(0.14, 0.12, "E5 B5", 0.5), tuned(0.28, 0.3, "A5 E6", 0.5)),
    "order": (tuned(0.0, 0.1, "A3", 0.8, 0.7), tuned(0.12, 0.22, "D3", 0.9, 0.7)),
    "propose": (tuned(0.0, 0.16, "A3", 0.6, 0.2, 0.1), tuned(0.14, 0.16, "B3", 0.6, 0.2), tuned(0.28, 0.3, "A3")),
    "cue": (Note(0.0, 0.2, 760, 560, 0.3, 0.0, 0.8),),
    "badge": (tuned(0.0, 0.06, "D6 B5", 0.5, 0.0, 0.3), tuned(0.07, 0.1, "A5", 0.4)),
    "strike": (Note(0.0, 0.08, 240, 180, 0.7, 0.6, 0.5), Note(0.04, 0.2, 900, 300, 0.5, 0.0, 0.7)),
    "play": (tuned(0.0, 0.07, "B4 E5", 0.4), tuned(0.12, 0.08, "D5 A5", 0.35)),
    "move": (Note(0.0, 0.22, 160, 420, 0.4, 0.0, 0.6),),
    "switch": (tuned(0.0, 0.05, "A5 B4", 0.7, 0.0, 0.4),),
    "help": (tuned(0.0, 0.2, "E4 A4", 0.6), tuned(0.12, 0.3, "A4", 0.5)),
    "comfort": (tuned(0.0, 0.5, "B3 D4", 0.5), tuned(0.1, 0.5, "E4", 0.4)),
    "taunt": (
        tuned(0.0, 0.1, "B4 A4", 0.5, 0.7),
        tuned(0.11, 0.1, "A4", 0.5, 0.7),
        tuned(0.22, 0.2, "E4 D4", 0.5, 0.7),
    ),
    "averted": _latch(),
    "blamed": (
        Note(0.0, 0.12, 300, 160, 1.0, 0.0, 0.6, SNAP, WOOD),
        Note(0.19, 0.11, 330, 180, 0.75, 0.0, 0.6, SNAP, WOOD),
        Note(0.32, 0.1, 350, 200, 0.5, 0.0, 0.6, SNAP, WOOD),
    ),
    "credited": (tuned(0.0, 0.6, "D6", 0.4, 0.4),),
    "tell": (Note(0.0, 0.1, 900, 700, 0.4, 0.0, 0.9), Note(0.12, 0.12, 800, 1000, 0.4, 0.0, 0.9)),
    "apologise": (tuned(0.0, 0.2, "A4 E4", 0.4, 0.2), tuned(0.22, 0.35, "E4 D4", 0.4, 0.2)),
    "contradict": (tuned(0.0, 0.07, "D5 B4", 0.5, 0.5), tuned(0.1, 0.16, "A4 E4", 0.5, 0.5)),
    "plead": (tuned(0.0, 0.16, "A4 D5", 0.5, 0.3), tuned(0.16, 0.3, "B4 A4", 0.5, 0.3)),
    "steps": tuple(Note(0.11 * step, 0.07, 160 - 20 * (step % 2), 90, 0.5, 0.0, 0.6) for step in range(3)),
    "hello": (tuned(0.0, 0.14, "B4 D5", 0.45, 0.2), tuned(0.14, 0.25, "E5 D5", 0.45, 0.2)),
    "gulp": (tuned(0.0, 0.12, "D4 A3", 0.5), tuned(0.1, 0.1, "E3 B3", 0.4)),
    "face": _glass(),
    "growl": (tuned(0.0, 0.35, "A2 E2", 0.7, 1.0, 0.2),),
    "shrink": (tuned(0.0, 0.3, "A5 E4", 0.4),),
    "lala": tuple(tuned(0.13 * beat, 0.11, tone, 0.4, 0.3) for beat, tone in enumerate(("B4", "A4", "B4"))),
    "hm": (tuned(0.0, 0.3, "A3 D4", 0.45, 0.2),),
    "closer": (tuned(0.0, 0.2, "A4", 0.4), tuned(0.0, 0.35, "E4 A4", 0.4)),
    "snap": (Note(0.0, 0.04, 1400, 500, 0.6, 0.0, 0.5), tuned(0.04, 0.3, "B3 E3", 0.45, 0.6)),
    "thing": _ratchet(),
    "pang": (tuned(0.0, 0.45, "E4 B3", 0.45, 0.25),),
    "warmth": (tuned(0.0, 0.45, "D4 E4", 0.4, 0.2),),
    "snigger": tuple(
        tuned(0.09 * puff, 0.07, f"{tone} A4", 0.4, 0.5, 0.2) for puff, tone in enumerate(("B4", "D5", "E5"))
    ),
    "grumble": (tuned(0.0, 0.4, "D3 B2", 0.55, 0.9),),
    "hum": (tuned(0.0, 0.35, "B3 E4", 0.4, 0.1),),
    "whimper": (tuned(0.0, 0.2, "E5 D5", 0.35, 0.2), tuned(0.2, 0.25, "D5 A4", 0.3, 0.2)),
    "huff": (Note(0.0, 0.22, 260, 160, 0.5, 0.6, 0.6),),
    "coo": (tuned(0.0, 0.2, "B4 D5", 0.35, 0.1), tuned(0.18, 0.3, "D5 B4", 0.35, 0.1)),
    "gasp": (Note(0.0, 0.22, 420, 820, 0.4, 0.0, 0.7),),
    "tut": (Note(0.0, 0.06, 1100, 800, 0.4, 0.0, 0.6), Note(0.14, 0.06, 1100, 800, 0.4, 0.0, 0.6)),
    "aha": (tuned(0.0, 0.14, "E4", 0.4, 0.3), tuned(0.15, 0.35, "A4 B4", 0.5, 0.3)),
    "giggle": tuple(tuned(0.08 * puff, 0.07, ("E5 A5", "A5 B5")[puff % 2], 0.35, 0.2) for puff in range(4)),
    "uh_oh": (tuned(0.0, 0.16, "E4", 0.45, 0.4), tuned(0.22, 0.3, "B3", 0.45, 0.4)),
    "ouch": (tuned(0.0, 0.12, "B4 D5", 0.5, 0.5), tuned(0.12, 0.3, "D5 E4", 0.5, 0.5)),
    "phew": (Note(0.0, 0.5, 520, 260, 0.4, 0.0, 0.75),),
    "cascade": _roll(),
    "breath": (Note(0.0, 0.45, 480, 240, 1.0, 0.0, 1.0, 0.12),),
}
"""Happenings and deeds by their own names; `averted` is a look turned away, `blamed` a pebble, `credited` a star,
`thing` a face that becomes one, `face` one that comes back, `cascade` many blows at once, `breath` a look that leaves
the chord; what people utter is told by `sound_cues.VOICES`."""

CHOIR: Final = 5
"""More voices than this are not told apart."""
APART: Final = 0.045
"""Seconds between two who utter the same."""
DETUNED: Final = 0.035
"""How far their voices lie apart, as a share of the frequency."""


def tone(name: str, voices: int = 1) -> Wave:
    """Make (S,) the samples of a sound, as loud as it weighs.

    Args:
        name: a key of SOUNDS.
        voices: how many utter it, up to CHOIR, each softer, so that all together are as loud as one.
    """
    parts = tuple(
        note._replace(
            start=note.start + APART * voice,
            low=note.low * (1 + DETUNED * _aside(voice)),
            high=note.high * (1 + DETUNED * _aside(voice)),
        )
        for voice in range(voices)
        for note in SOUNDS[name]
    )
    return at(mixed(parts), weight(name))


def _aside(voice: int) -> int:
    """Spread voices above and below the first: 0, 1, -1, 2, -2."""
    return (voice + 1) // 2 * (1 if voice % 2 else -1)
