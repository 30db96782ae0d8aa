"""The closed lists of names that every other layer speaks: streams of reward, drives with a switch, cues and rules."""

from __future__ import annotations

from typing import Final

CIRCUIT_STREAMS: Final = ("sympathy", "schadenfreude", "approval", "provocation")
"""The four streams of the one circuit (T1), in the order of its output rows."""

TIE_STREAMS: Final = (*CIRCUIT_STREAMS, "love", "fear", "envy")
"""Every stream that comes from having one particular person in mind, in the order of the rows of `Ties.streams`."""

STREAMS: Final = (*TIE_STREAMS, "pride", "company", "play", "worry", "body")
"""Every stream of reward, in the order of the columns of `People.reward` (T2, T29)."""

EVASIONS: Final = ("look_away", "see_thing", "see_enemy", "belittle", "deny")
"""The five ways to switch sympathy off (T8-T13)."""

DRIVES: Final = (
    *TIE_STREAMS,
    "imagined_audience",
    "company",
    "play",
    "anxiety",
    "imagination",
    "learning",
    "judgement",
    "gossip",
    "amends",
    "gratitude",
    "norms",
    "principles",
    "resemblance",
    "personhood",
    "breakthrough",
    "typical_mind",
    *EVASIONS,
    "suspect",
    "dwell",
)
"""Everything that has a switch: the streams, the imagined audience, involuntary attention, and so on."""

CUES: Final = ("face", "voice", "name", "mask", "uniform", "label")
"""What about a look says "a person", or hides one (T9), in the order of the columns of `People.cues`."""

BEINGS: Final = ("person", "doll", "robot", "chatbot", "insect")
"""What somebody is; everything but a person feels nothing (T16)."""

RULES: Final = ("help_all", "fend_alone", "punish_enemies")
"""Rules that can be proposed (T7): nobody is left to suffer, each looks after themselves, enemies shall suffer."""

FAULTS: Final = (
    "harmed",
    "overrode",
    "gloated",
    "profited",
    "left_alone",
    "turned_away",
    "stood_by",
    "half_helped",
)
"""What can be held against somebody who meets another's trouble (T25)."""

MERITS: Final = ("toiled", "wept", "mended")
"""What can be held in their favour."""

ACCOUNTS: Final = (*FAULTS, *MERITS)
"""What a verdict rests on; a new one goes to the end, since records in saves count on the order."""
