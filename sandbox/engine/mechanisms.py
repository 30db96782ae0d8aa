"""Every mechanism of the theory, T1 to T32: whether it works here, where it lives and which switch turns it off.

"works": it emerges from the circuit, can be seen and asked about, and a test measures it with the switch on and off.
"partly": some of that is missing. "not yet": nothing in the engine makes it happen.
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
    """a drive of vocabulary.DRIVES, or empty"""


MECHANISMS: Final[tuple[Mechanism, ...]] = (
    Mechanism("T1", "One circuit, two switches, four reward streams", "works", "circuit", "sympathy"),
    Mechanism("T2", "Reward is a signal in the head; its parts add up", "works", "feel", ""),
    Mechanism("T3", "Desires are learned, and unlearned", "partly", "learn", "learning"),
    Mechanism("T4", "Reward by merely thinking", "works", "attend", "imagination"),
    Mechanism("T5", "Friends' joy pleases, friends' pain pains", "works", "circuit", "sympathy"),
    Mechanism("T6", "Relief is sympathy; the glow after it is approval", "partly", "options.help_", "approval"),
    Mechanism("T7", "Principles are endorsed because they feel good", "not yet", "", ""),
    Mechanism("T8", "Not paying attention", "works", "options.look_away", "look_away"),
    Mechanism("T9", "Seen as a thing: dehumanization", "works", "options.see_thing", "see_thing"),
    Mechanism("T10", "Seen as an enemy", "partly", "options.see_enemy", "see_enemy"),
    Mechanism("T11", "Seen as unimportant", "partly", "options.belittle", "belittle"),
    Mechanism("T12", "Taken to be doing well", "partly", "options.deny", "deny"),
    Mechanism("T13", "Sympathy rewards its own switching off", "works", "choose", "sympathy"),
    Mechanism("T14", "Compassion fatigue", "partly", "learn", "learning"),
    Mechanism("T15", "What holds the gaze: approval, worry, love, company", "partly", "attend", "anxiety"),
    Mechanism("T16", "False positives: teddy bears and chatbots", "not yet", "", ""),
    Mechanism("T17", "Worry makes up suffering", "not yet", "", ""),
    Mechanism("T18", "Typical mind fallacy", "not yet", "", ""),
    Mechanism("T19", "Trade-offs: the near one at the others' expense", "not yet", "", ""),
    Mechanism("T20", "The pull to override somebody's wish", "not yet", "", ""),
    Mechanism("T21", "Shown feelings are levers", "not yet", "", ""),
    Mechanism("T22", "Strength of sympathy is a trait", "works", "people", "sympathy"),
    Mechanism("T23", "Who feels for me and mine is a friend", "works", "judge", "judgement"),
    Mechanism("T24", "The trait is read only from meetings", "works", "judge", "judgement"),
    Mechanism("T25", "The Copenhagen Interpretation of Ethics", "works", "judge", "judgement"),
    Mechanism("T26", "Friend or enemy by resemblance", "not yet", "", ""),
    Mechanism("T27", "Friends and idols at full power", "works", "circuit", "sympathy"),
    Mechanism("T28", "Pride, shame and the watchers' norms", "partly", "happenings.marks", "approval"),
    Mechanism("T29", "Other drives: company, love, fear", "partly", "feel", "company"),
    Mechanism("T30", "Vivid pain breaks through the enemy label", "not yet", "", ""),
    Mechanism("T31", "Envy", "not yet", "", ""),
    Mechanism("T32", "Blame and credit travel by gossip", "not yet", "", ""),
)
"""All mechanisms, in the theory's order."""
