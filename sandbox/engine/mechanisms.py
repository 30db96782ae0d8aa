"""Every mechanism of the theory, T1 to T32: whether it works here, where it lives and which switch turns it off.

"works": it emerges from the circuit, can be seen and asked about, and an experiment measures it with the switch on and
off. "partly": some of that is missing. "not yet": nothing in the engine makes it happen.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

State = Literal["works", "partly", "not yet"]


class Mechanism(NamedTuple):
    """One mechanism of the theory."""

    id: str
    title: str
    state: State
    module: str
    """under sandbox.engine, or empty"""
    switch: str
    """a drive of vocabulary.DRIVES that turns it off"""
    measured: str
    """the experiment that measures it with that drive on and off: `main.py experiment NAME`"""


MECHANISMS: Final[tuple[Mechanism, ...]] = (
    Mechanism("T1", "One circuit, two switches, four reward streams", "works", "circuit", "sympathy", "t01-circuit"),
    Mechanism("T2", "Reward is a signal in the head; its parts add up", "works", "feel", "sympathy", "t02-reward"),
    Mechanism("T3", "Desires are learned, and unlearned", "works", "learn", "learning", "t03-habit"),
    Mechanism("T4", "Reward by merely thinking", "works", "attend", "imagination", "t04-thought"),
    Mechanism("T5", "Friends' joy pleases, friends' pain pains", "works", "circuit", "sympathy", "t05-joy"),
    Mechanism("T6", "Relief is sympathy; the glow after it is approval", "works", "judge", "approval", "t06-glow"),
    Mechanism(
        "T7", "Principles are endorsed since they feel good", "works", "principles", "principles", "t07-principles"
    ),
    Mechanism("T8", "Not paying attention", "works", "options.look_away", "look_away", "t08-attention"),
    Mechanism("T9", "Seen as a thing: dehumanization", "works", "options.see_thing", "see_thing", "t09-thing"),
    Mechanism("T10", "Seen as an enemy", "works", "options.see_enemy", "see_enemy", "t10-enemy"),
    Mechanism("T11", "Seen as unimportant", "works", "options.belittle", "belittle", "t11-unimportant"),
    Mechanism("T12", "Taken to be doing well", "works", "options.deny", "deny", "t12-fine"),
    Mechanism("T13", "Sympathy rewards its own switching off", "works", "choose", "sympathy", "t13-motive"),
    Mechanism("T14", "Compassion fatigue", "works", "learn", "learning", "t14-fatigue"),
    Mechanism("T15", "What holds the gaze: love, worry, approval", "works", "attend", "anxiety", "t15-anxiety"),
    Mechanism("T16", "False positives: teddy bears and chatbots", "works", "looks", "sympathy", "t16-dolls"),
    Mechanism("T17", "Worry makes up suffering", "works", "options.suspect", "suspect", "t17-worry"),
    Mechanism("T18", "Typical mind fallacy", "works", "resemblance", "typical_mind", "typical-mind"),
    Mechanism("T19", "Trade-offs: one at the others' expense", "works", "options.dose", "sympathy", "t19-doses"),
    Mechanism("T20", "The pull to override somebody's wish", "works", "options.slip", "approval", "t20-override"),
    Mechanism("T21", "Shown feelings are levers", "works", "options.feign", "learning", "t21-feigning"),
    Mechanism("T22", "Strength of sympathy is a trait", "works", "people", "sympathy", "t22-trait"),
    Mechanism("T23", "Who feels for me and mine is a friend", "works", "judge", "judgement", "t23-friends"),
    Mechanism("T24", "The trait is read only from meetings", "works", "judge", "judgement", "copenhagen"),
    Mechanism("T25", "The Copenhagen Interpretation of Ethics", "works", "judge", "judgement", "copenhagen"),
    Mechanism("T26", "Friend or enemy by resemblance", "works", "resemblance", "resemblance", "t26-resemblance"),
    Mechanism("T27", "Friends and idols at full power", "works", "circuit", "sympathy", "t27-idols"),
    Mechanism("T28", "Pride, shame and the watchers' norms", "works", "norms", "norms", "t28-norms"),
    Mechanism("T29", "Other drives: company, love, fear, play", "works", "drives", "fear", "t29-drives"),
    Mechanism(
        "T30", "Vivid pain breaks through an enemy label", "works", "breakthrough", "breakthrough", "t30-breakthrough"
    ),
    Mechanism("T31", "Envy", "works", "drives", "envy", "t31-envy"),
    Mechanism("T32", "Blame and credit travel by gossip", "works", "gossip", "gossip", "t32-gossip"),
)
"""All mechanisms, in the theory's order."""
