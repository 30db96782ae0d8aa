"""The tables of docs/levels.md, made from the types of the level format.

`python tests/lab/level_fields.py` renews them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import numpy as np
from msgspec import NODEFAULT, Struct, inspect

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.happenings.happening import EDGES
from sandbox.engine.looks import personlike
from sandbox.engine.options import INDEX
from sandbox.engine.vocabulary import BEINGS, CUES, DRIVES
from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Level
from sandbox.scenario.suggest import one_of
from sandbox.scenario.validate_happenings import FIELDS
from sandbox.scenario.wanted import plain, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGE: Final = ROOT / "docs" / "levels.md"
MARKED: Final = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "Level": {
        "$schema": "Where editors that know JSON Schema find what `python main.py schema` prints; nothing to the game.",
        "schema_version": "The version of this format.",
        "id": "The level's own id; the file is best called `NUMBER-id.json`.",
        "title": "What players read in the list of levels.",
        "hook": "One line below the title that makes them want to play.",
        "seed": "Fixes every chance in the level; another seed is another take of the same scene.",
        "map": "The ground, its walls and its places.",
        "people": "Everybody in the level, in a list.",
        "groups": "What groups admire and despise; a group that has no such norms need not be listed.",
        "ties": "Who is what to whom. A later line overrides an earlier one.",
        "happenings": "What happens by itself, and when.",
        "tools": (
            'What the player may do, and how often: `{"hurt": 3, "gift": null}` is three hurts, any number of gifts and'
            " nothing else. Left out: everything, without limit. `{}`: nothing, only to watch."
        ),
        "goal": "What the player is to bring about. Left out: free play.",
        "texts": "Words that appear during play.",
    },
    "Map": {
        "width": "Metres from left to right.",
        "height": "Metres from top to bottom. A map of 16 : 10 fills the screen.",
        "walls": "Walls and fences.",
        "places": "Spots with an id, and something drawn there.",
    },
    "Wall": {
        "x1": "One end, metres from the left edge.",
        "y1": "The same end, metres from the top edge.",
        "x2": "The other end.",
        "y2": "The other end.",
        "low": "A fence or a desk: nobody walks through it, but everybody sees over it.",
    },
    "Place": {
        "id": "Its id, for `place` and `facing`.",
        "x": "Its middle, metres from the left edge.",
        "y": "Its middle, metres from the top edge.",
        "kind": "What is drawn there; a `spot` is bare ground.",
        "name": "Words on a sign that stands there.",
        "radius": "Its size in metres, for the picture.",
    },
    "Person": {
        "id": "The id by which everything else in the file names this person.",
        "name": "What players read.",
        "place": "A place to stand at; several people at one place spread around it.",
        "x": "Or the exact spot, metres from the left edge.",
        "y": "Metres from the top edge; give both or neither.",
        "facing": "A person or place that the body turns to at the start. Left out: the middle of the map.",
        "group": "A word of your own, shared by those who belong together; ties may name it.",
        "being": "A person feels; all others only look more or less as if.",
        "field": "A word of your own for what they want to be good at; a friend's triumph in the same field may hurt.",
        "present": "Whether they are there at the start. Who is not may `enter` later, and others may think of them.",
        "errand": "A place or a person that they are walking to, when nothing else is more urgent.",
        "bag": "What they carry.",
        "look": "Hat, pattern, colour. A group is best given one look.",
        "traits": "How strong each drive is in this person.",
        "body": "Pain and pleasure at the start.",
        "cues": 'What about this person says "a person" to others.',
        "tastes": "What this person likes.",
    },
    "Group": {
        "id": "The word that its members have as their `group`.",
        "norms": (
            "What its members think of people who do this or that, from disgraceful (−1) to admirable (1):"
            f" {', '.join(INDEX)}."
        ),
    },
    "Errand": {
        "to": "The place to go to, or the person, wherever that one is by then.",
        "detour": "A place on another way round. They take it if the straight way has something that they would avoid.",
        "weight": "What it is worth to be there. At 0 they go when they have nothing else to do.",
        "by": "The second by which they want to be there: they hurry, and when it is late all the more.",
        "leave": "Whether they leave the map there, and do not stay.",
    },
    "Bag": {
        "doses": "Medicine; one dose ends one wound or illness.",
        "drops": "Happy drops, which can be slipped to others.",
    },
    "Look": {
        "hat": "On the head.",
        "pattern": "On the clothes.",
        "colour": "Of the clothes.",
    },
    "Traits": {
        "sympathy": "How much friends' feelings come along, good and bad.",
        "approval": "How much it matters what friends think of them.",
        "spite": "How much an enemy's pain pleases.",
        "provocation": "How much an enemy's notice stirs them up.",
        "anxiety": "How firmly trouble holds their eye, so that looking away fails.",
        "competence": "How fast their help works; near 0 they can do next to nothing.",
        "expressiveness": "How much of what they feel is shown; at 0 others see a blank face.",
        "envy": "How much it hurts when a friend is ahead in their own field.",
        "playfulness": "How much they like to play.",
        "social_attention": "How far they read others' tastes off them, and do not take them for their own.",
    },
    "Body": {
        "wound": "Pain that help mends and time heals.",
        "illness": "Pain that medicine ends; other help can only soothe it.",
        "treat": "Bodily pleasure, soon over.",
        "pretence": "What the face shows beyond what is felt, worse (below 0) or better; a thing keeps it for good.",
    },
    "Cues": {
        "face": "There is a face to be seen.",
        "voice": "There is a voice to be heard.",
        "name": "Others know the name. Players can always read it.",
        "mask": "A mask hides the face.",
        "uniform": "A uniform makes them one of many.",
        "label": "They wear a label: a number, a case.",
    },
    "Tastes": {
        "company": "From a loner (−1) to one who loves company (1).",
        "sweets": "How much a cake pleases.",
    },
    "Tie": {
        "from": "The person or group that feels so.",
        "to": "The person or group that it is about.",
        "mutual": "The same the other way round.",
        "affinity": "Enemy (−1) to friend (1). Left out: 0.",
        "importance": "How much is at stake with them. Left out: 0.5; strangers have 0.3.",
        "personhood": "Taken for a thing (0) or a person (1). Left out: what the cues say.",
        "believed": "How the other is taken to feel at the start. Left out: 0.",
        "regard": "How the other is taken to think of them. Left out: 0.",
        "answers": "Whether the other came to their help more (1) or less (−1) than was to be expected. Left out: 0.",
        "blame": "Blame that they put on the other at the start. Left out: 0.",
        "love": "How much it means to have the other near. Left out: 0.",
        "fear": "How much the other frightens them. Left out: 0.",
        "trust": "How far they take what the other shows for real. Left out: 1.",
    },
    "Happening": {
        "do": "Its kind, from the table below.",
        "at": "When, in seconds.",
        "who": "Whom it befalls.",
        "by": "Who does it. Left out: bad luck; what has to be said is said by whoever is nearest.",
        "about": "The absent person whom a piece of news is about, or the person whom an order is to hurt.",
        "amount": "How strong; of an errand, what it is worth. Only news may be below 0: bad news.",
        "x": "Where to, metres from the left edge.",
        "y": "Where to, metres from the top edge.",
        "drive": f"Which drive is switched, for everybody: {one_of(DRIVES)}.",
        "on": "Switched on (true) or off (false); of a cue: put on or taken off.",
        "cue": f"Which cue: {one_of(CUES)}.",
        "rule": (
            "Which rule: `help_all` (nobody is left to suffer), `fend_alone` (each looks after themselves) or"
            " `punish_enemies` (enemies shall suffer)."
        ),
        "group": "The group whose badge is put on.",
        "to": "The place to go to, to stay near, to come at or to leave at; `go` may also have a person.",
        "edge": f"The edge of the map at which to come or leave, instead: {one_of(EDGES)}.",
        "radius": "How far from there to stroll at most, metres. Left out: as far as anybody does.",
        "until": "The second by which to be there, or until which to stay.",
    },
    "Goal": {
        "kind": (
            "`relieved`: who feels at least `value`, after all that the level has in store for them. `befriended`: who"
            " likes whom at least `value`. `unblamed`: the blame that everybody together puts on who never exceeds"
            " `value`."
        ),
        "who": "The person it is about.",
        "within": "The seconds that the player has; blame has to be kept off until then.",
        "whom": "The person to be liked; only for `befriended`, and needed there.",
        "value": "How much; −1 to 1, or 0 to 100 for `unblamed`.",
    },
    "Texts": {
        "hint": "What to try first, in at most eight words.",
        "notice": "What to look out for: said at the head of the map twelve seconds after the first deed.",
        "won": "When the goal is reached. Left out: the game's own words.",
        "lost": "When it is not. Left out: the game's own words.",
    },
}


def tables() -> dict[str, str]:
    """Make every table of the page, by its name there."""
    made = {kind.cls.__name__: _fields(kind) for kind in kinds(inspect.type_info(Level))}
    return made | {"happenings": _happenings(), "personlike": _personlike()}


def kinds(kind: inspect.Type) -> Iterator[inspect.StructType]:
    """List the objects of the format, each before those that it holds."""
    kind = plain(kind)
    if isinstance(kind, inspect.UnionType):
        yield from kinds(kind.types[0])
    elif isinstance(kind, inspect.VarTupleType):
        yield from kinds(kind.item_type)
    elif isinstance(kind, inspect.StructType):
        yield kind
        for field in kind.fields:
            yield from kinds(field.type)


def renewed(page: str) -> str:
    """Put the tables between their marks."""
    made = tables()
    return MARKED.sub(lambda mark: f"{mark[1]}{made[mark[2]]}\n{mark[3]}", page)


def _fields(kind: inspect.StructType) -> str:
    meanings = MEANINGS[kind.cls.__name__]
    rows = [
        (f"`{field.encode_name}`", meanings[field.encode_name], _allowed(field.type), _default(field))
        for field in kind.fields
    ]
    return _table(("field", "meaning", "may be", "if left out"), rows)


def _allowed(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.UnionType) and isinstance(plain(kind.types[0]), inspect.DictType):
        return "an object of tools: a whole number between 0 and 999, or null for no limit"
    if isinstance(kind, inspect.DictType):
        return f"an object of options: {wanted(kind.value_type)}"
    return wanted(kind).replace(text_of("wanted.id"), "an id")


def _default(field: inspect.Field) -> str:
    if field.required:
        return "**needed**"
    if field.default is field.default_factory is NODEFAULT:  # One that is left out altogether.
        return "—"
    value = field.default if field.default_factory is NODEFAULT else field.default_factory()
    if value is None or isinstance(value, Struct) or value in ((), "", {}):
        return "—"
    said = f"{value:g}" if isinstance(value, float) else json.dumps(value)
    return f"`{said}`" if isinstance(value, str) else said


def _happenings() -> str:
    rows = []
    for kind in HAPPENINGS:
        may = [field for field in FIELDS if field in kind.takes and field not in kind.needs]
        needs = ", ".join(f"`{field}`" for field in FIELDS if field in kind.needs)
        amount = f"{kind.amount:g}" if "amount" in kind.takes else "—"
        rows.append(
            (f"`{kind.name}`", _line(kind.name), needs, ", ".join(f"`{field}`" for field in may) or "—", amount)
        )
    return _table(("kind", "what happens", "needs", "may have", "amount if left out"), rows)


def _personlike() -> str:
    """List how much of a person each look suggests: a person with one thing missing or added, and each other being."""
    whole = {"face", "voice", "name"}
    looks = [("a person with face, voice and name", "person", whole)]
    looks += [(f"… without `{name}`", "person", whole - {name}) for name in ("face", "voice", "name")]
    looks += [(f"… with `{name}`", "person", whole | {name}) for name in ("mask", "uniform", "label")]
    looks += [(f"being: `{being}` with face, voice and name", being, whole) for being in BEINGS[1:]]
    rows = [(what, f"{_seen(being, cues):.2f}") for what, being, cues in looks]
    return _table(("what others see", "how much of a person"), rows)


def _seen(being: str, cues: set[str]) -> float:
    return float(personlike(np.array([float(name in cues) for name in CUES]), BEINGS.index(being)))


def _line(name: str) -> str:
    return "Switch a drive off, or on again, for everybody." if name == "switch" else text_of(f"happening.{name}.line")


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
