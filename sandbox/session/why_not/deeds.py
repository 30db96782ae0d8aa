"""Deeds: what might have been said, given or shown to the two at the moment in question (T1, T2, T4, T9, T26, T32)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.vocabulary import CUES
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.change import Change
    from sandbox.session.why_not.scene import Scene

GRADES: Final = (0.4, 0.8)
"""How strong words, news and gifts are that are tried."""
WOUNDS: Final = (0.3, 0.6, 0.9)
"""How bad a wound is that is tried."""
SIGN: Final = 0.2
"""Size of a change of what somebody wears or shows."""
SPANS: Final = 2.0
"""Of a number from -1 to 1, against which its change is held."""
_SHOWN: Final = {"face": True, "voice": True, "name": True, "mask": False, "uniform": False, "label": False}
"""What about a look says "a person", if it is there or if it is not."""


def between(scene: Scene) -> Iterator[Change]:
    """List what the other might have said or given to the one."""
    who, whom = scene.who, scene.whom
    kinds = ("insult",) if scene.act == "blame" else ("praise", "thank", "gift", "insult")
    for do in kinds:
        for amount in GRADES:
            yield from scene.done(do, amount, Happening(do=do, who=who, by=whom, amount=amount))


def told(scene: Scene) -> Iterator[Change]:
    """List what the one might have been told: how somebody is doing, and ill or well of the other."""
    who, speaker = scene.who, scene.confidant()
    about = scene.trouble if scene.act == "blame" else scene.other
    believed = scene.tie("believed", scene.one, about) or 0.0
    way = -1.0 if scene.act == "blame" else 1.0
    for amount in GRADES:
        if believed > -amount:
            news = Happening(do="news", who=who, about=scene.id(about), amount=-amount)
            yield from scene.done("news", (believed + amount) / SPANS, news, other=about)
        if scene.act == "blame":
            rumour = Happening(do="rumour", who=who, about=scene.whom, amount=-amount)
            yield from scene.done("rumour", (1.0 + amount) / 2, rumour)
        if speaker is not None:
            words = Happening(do="says", who=who, by=scene.id(speaker), about=scene.whom, amount=way * amount)
            size = (1.0 + amount) / 2 if way < 0 else amount  # A verdict that is handed over ready-made is no trifle.
            yield from scene.done("ill_of" if way < 0 else "well_of", size, words, other=speaker)
            if scene.act == "help":
                praise = Happening(do="praise", who=who, by=scene.id(speaker), amount=amount)
                yield from scene.done("encouraged", amount, praise, other=speaker)


def shown(scene: Scene) -> Iterator[Change]:
    """List how the other might have looked: with a face and a name, without a mask, with the one's own badge."""
    cues = scene.world.people.cues[scene.other]
    for cue, on in _SHOWN.items():
        if bool(cues[CUES.index(cue)]) != on:
            key = f"cue.{cue}"
            yield from scene.done(key, SIGN, Happening(do="cue", who=scene.whom, cue=cue, on=on))
    group = scene.level.people[scene.one].group
    if group is not None and group != scene.level.people[scene.other].group:
        yield from scene.done("badge", SIGN, Happening(do="badge", who=scene.whom, group=group))


def bodies(scene: Scene) -> Iterator[Change]:
    """List what might have befallen bodies: a wound, or the end of one."""
    people, suffers = scene.world.people, scene.trouble if scene.act == "blame" else scene.other
    wounded = people.wound[suffers] > 0.0
    for amount in WOUNDS:
        if scene.act != "look" or people.sentience[scene.other] > 0:
            hurt = Happening(do="hurt", who=scene.id(suffers), amount=amount)
            yield from scene.done("worse" if wounded else "hurt", amount, hurt, other=suffers)
        if scene.act == "blame":
            blow = Happening(do="hurt", who=scene.id(suffers), by=scene.whom, amount=amount)
            key = "hits_one" if suffers == scene.one else "hits"
            yield from scene.done(key, (1.0 + amount) / 2, blow, other=suffers)
    for row in {"help": (scene.one,), "look": (scene.one, scene.other), "blame": (scene.other,)}[scene.act]:
        pain = float(people.wound[row] + people.illness[row])
        if pain > 0.0:
            yield from scene.done("healed", min(1.0, pain), Happening(do="heal", who=scene.id(row)), other=row)
