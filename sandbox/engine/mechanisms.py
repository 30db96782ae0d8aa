"""Every mechanism of the theory, T1 to T32: whether it works here, where it lives and which switch turns it off.

"works": it emerges from the circuit, can be seen and asked about, and an experiment measures it with the switch on and
off. "partly": some of that is missing. "missing": nothing in the engine makes it happen.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

State = Literal["works", "partly", "missing"]


class Mechanism(NamedTuple):
    """One mechanism of the theory; its title is the text `mechanism.ID`."""

    id: str
    state: State
    module: str
    """under sandbox.engine, or empty"""
    switch: str
    """a drive of vocabulary.DRIVES that turns it off"""
    measured: str
    """the experiment that measures it with that drive on and off: `main.py experiment NAME`"""


MECHANISMS: Final[tuple[Mechanism, ...]] = (
    Mechanism("T1", "works", "circuit", "sympathy", "t01-circuit"),
    Mechanism("T2", "works", "feel", "sympathy", "t02-reward"),
    Mechanism("T3", "works", "learn", "learning", "t03-habit"),
    Mechanism("T4", "works", "attend", "imagination", "t04-thought"),
    Mechanism("T5", "works", "circuit", "sympathy", "t05-joy"),
    Mechanism("T6", "works", "judge", "approval", "t06-glow"),
    Mechanism("T7", "works", "principles", "principles", "t07-principles"),
    Mechanism("T8", "works", "options.look_away", "look_away", "t08-attention"),
    Mechanism("T9", "works", "options.see_thing", "see_thing", "t09-thing"),
    Mechanism("T10", "works", "options.see_enemy", "see_enemy", "t10-enemy"),
    Mechanism("T11", "works", "options.belittle", "belittle", "t11-unimportant"),
    Mechanism("T12", "works", "options.deny", "deny", "t12-fine"),
    Mechanism("T13", "works", "choose", "sympathy", "t13-motive"),
    Mechanism("T14", "works", "learn", "learning", "t14-fatigue"),
    Mechanism("T15", "works", "attend", "anxiety", "t15-anxiety"),
    Mechanism("T16", "works", "looks", "sympathy", "t16-dolls"),
    Mechanism("T17", "works", "options.suspect", "suspect", "t17-worry"),
    Mechanism("T18", "works", "resemblance", "typical_mind", "typical-mind"),
    Mechanism("T19", "works", "options.dose", "sympathy", "t19-doses"),
    Mechanism("T20", "works", "options.slip", "approval", "t20-override"),
    Mechanism("T21", "works", "options.feign", "learning", "t21-feigning"),
    Mechanism("T22", "works", "people", "sympathy", "t22-trait"),
    Mechanism("T23", "works", "judge", "judgement", "t23-friends"),
    Mechanism("T24", "works", "judge", "judgement", "copenhagen"),
    Mechanism("T25", "works", "meeting", "judgement", "essay"),
    Mechanism("T26", "works", "resemblance", "resemblance", "t26-resemblance"),
    Mechanism("T27", "works", "circuit", "sympathy", "t27-idols"),
    Mechanism("T28", "works", "norms", "norms", "t28-norms"),
    Mechanism("T29", "works", "drives", "fear", "t29-drives"),
    Mechanism("T30", "works", "arousal", "breakthrough", "t30-breakthrough"),
    Mechanism("T31", "works", "drives", "envy", "t31-envy"),
    Mechanism("T32", "works", "gossip", "gossip", "t32-gossip"),
)
"""All mechanisms, in the theory's order."""
IDS: Final = tuple(mechanism.id for mechanism in MECHANISMS)
