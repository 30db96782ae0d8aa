"""Any small crowd: worlds of one to eight people with any ties, and worlds that a test builds by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import strategies as st

from sandbox.engine.effects import Effects
from sandbox.engine.happen import happen
from sandbox.engine.journal import happened, kept
from sandbox.engine.links import total
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.params import Parameters
from sandbox.engine.people import LOOKS, NOBODY, People
from sandbox.engine.table import replaced
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import BEINGS, CUES, DRIVES, RULES
from sandbox.engine.world import Ground, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hypothesis.strategies import DrawFn

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.happenings.happening import Event

WIDTH, HEIGHT = 20.0, 12.0
BODY = (
    *("wound", "illness", "loneliness", "unease", "standing", "playing", "tired"),
    *("effort", "involvement", "harm", "affront", "contact", "relieved", "gained"),
)
TRAITS = (
    *("sympathy", "approval", "spite", "provocation", "anxiety", "envy", "playfulness", "social_attention"),
    *("sweet_tooth", "competence", "expressiveness", "personlike"),
)
SIGNED = ("treat", "emotion", "felt", "shown", "mood", "company", "pretence", "esteem", "stance", "usual", "shown_for")
ACROSS = ("x", "errand_x", "detour_x")
DOWN = ("y", "errand_y", "detour_y")
TIE_SHARES = (
    *(
        "personhood",
        "personhood_anchor",
        "importance",
        "importance_anchor",
        "stakes",
        "witnessed",
        "blame",
        "credit",
        "hope",
    ),
    *("love", "fear", "trust", "asked", "told", "reproach", "sorry", "thanked"),
    *("noticed", "attention", "averted", "avoidance", "boredom", "clarity", "nearness"),
)
TIE_VALENCES = (
    "affinity",
    "affinity_anchor",
    "believed",
    "believed_anchor",
    "regard",
    "guess",
    "answers",
    "proven",
    "claim",
    "hearsay",
)
DIRECTIONS = np.array([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (0.6, 0.8), (-0.8, 0.6)])


def ground(walls: Iterable[tuple[float, float, float, float]] = (), *, low: bool = False) -> Ground:
    """A lawn of 20 by 12 metres with some walls."""
    ends = np.array(list(walls), np.float64).reshape(-1, 4)
    return Ground(WIDTH, HEIGHT, ends, np.full(len(ends), not low))


def world(
    people: Mapping[str, Any],
    ties: Mapping[tuple[int, int], Mapping[str, Any]] | None = None,
    *,
    lawn: Ground | None = None,
    off: Iterable[str] = (),
    **settings: float,
) -> World:
    """People by columns (x says how many), ties by pair, ordinary in everything that is not said."""
    everybody = People.of(len(people["x"]), **({"y": 5.0} | dict(people)))
    pairs = ties or {}
    names = sorted({name for columns in pairs.values() for name in columns})
    plain = Ties.of([0], [1])
    columns = {name: [given.get(name, getattr(plain, name)[..., 0]) for given in pairs.values()] for name in names}
    some = Ties.of([pair[0] for pair in pairs], [pair[1] for pair in pairs], **columns)
    params = Parameters().with_settings(settings)
    return World.start(everybody, some, lawn or ground(), params, seed=1, off=frozenset(off))


@st.composite
def crowds(draw: DrawFn, least: int = 1, most: int = 8, *, off: bool = False, walls: bool = False) -> World:
    """Any world of `least` to `most` people with any ties, in the middle of anything."""
    count = draw(st.sampled_from(range(least, most + 1)))
    chance = np.random.default_rng(draw(st.integers(0, 2**16)))
    likely = draw(st.sampled_from([0.0, 0.3, 0.7, 1.0]))
    feels = chance.random(count) > draw(st.sampled_from([0.0, 0.3]))
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other and feels[one]]
    ties = _ties(chance, [pair for pair in pairs if chance.random() < likely], count)
    people = _people(chance, feels, ties)
    lawn = ground(draw(st.lists(_walls(), max_size=3)) if walls else ())
    switches = frozenset(draw(st.sets(st.sampled_from(DRIVES)))) if off else frozenset()
    seed, tick = draw(st.integers(0, 99)), draw(st.integers(0, 40))
    start = World.start(people, ties, lawn, Parameters(), seed=seed, off=switches)
    return replaced(start, tick=tick)


def _walls() -> st.SearchStrategy[tuple[float, float, float, float]]:
    spot = st.integers(1, 11).map(lambda place: place + 0.3)
    return st.tuples(spot, spot, spot, spot)


def _shares(chance: np.random.Generator, rows: int, columns: int) -> Floats:
    """Return numbers from 0 to 1, the ends often among them: that is where mistakes live."""
    values, special = chance.random((columns, rows)), chance.random((columns, rows))
    return np.where(special < 0.15, 0.0, np.where(special > 0.85, 1.0, values))


def _people(chance: np.random.Generator, feels: Bools, ties: Ties) -> People:
    """Draw everybody; whoever feels nothing is a thing of some kind, and has nobody in mind."""
    count = len(feels)
    names = (*BODY, *TRAITS, *SIGNED, *ACROSS, *DOWN)
    columns = dict(zip(names, _shares(chance, count, len(names)), strict=True))
    columns |= {name: columns[name] * 2 - 1 for name in SIGNED}
    # Nobody stands on the very spot of somebody else.
    columns |= {name: 1.0 + columns[name] * (WIDTH - 4.0) + np.arange(count) * 0.11 for name in ACROSS}
    columns |= {name: 1.0 + columns[name] * (HEIGHT - 4.0) + np.arange(count) * 0.07 for name in DOWN}
    look, facing = (DIRECTIONS[chance.integers(len(DIRECTIONS), size=count)] for _ in range(2))
    about = _anybody(ties, count)
    return People.of(
        count,
        **columns,
        **_commission(chance, about),
        **_appearance(chance, feels),
        home_x=columns["x"],
        home_y=columns["y"],
        facing_x=facing[:, 0],
        facing_y=facing[:, 1],
        look_x=look[:, 0],
        look_y=look[:, 1],
        gaze=about,
        option=np.where(about >= 0, chance.integers(len(OPTIONS), size=count), 0),
        option_on=about,
        involved=about,
        habit=0.0,
        norms=np.where(chance.random((count, 1)) < 0.5, _shares(chance, len(OPTIONS), count) * 2 - 1, 0.0),
        field=chance.integers(NOBODY, 2, size=count),
        rule=chance.integers(NOBODY, len(RULES), size=count),
    )


def _anybody(ties: Ties, count: int) -> Ints:
    """Return (N,) the first other in everybody's table, or NOBODY."""
    about = np.full(count, NOBODY)
    about[ties.observer[::-1]] = ties.target[::-1]
    return about


def _commission(chance: np.random.Generator, about: Ints) -> dict[str, Any]:
    """Draw what everybody was told to do, where they are going, and what is in their bags."""
    told = (about >= 0) & (chance.random(len(about)) < 0.5)
    return {
        "order": np.where(told, INDEX["strike"], NOBODY),
        "order_on": np.where(told, about, NOBODY),
        "order_by": np.where(told, chance.integers(len(about), size=len(about)), NOBODY),
        "doses": chance.choice([0.0, 0.02, 1.0, 3.0], len(about)),
        "drops": chance.choice([0.0, 0.02, 1.0, 3.0], len(about)),
    } | _busy(chance, about)


def _busy(chance: np.random.Generator, about: Ints) -> dict[str, Any]:
    """Draw errands to spots and to people, some of which weigh something, by a time or not."""
    count = len(about)
    return {
        "errand": chance.integers(3, size=count),
        "errand_to": np.where(chance.random(count) < 0.2, about, NOBODY),
        "errand_weight": np.where(chance.random(count) < 0.5, 0.0, chance.random(count)),
        "errand_by": chance.choice([0.0, 0.5, 30.0], count),
        "stay_within": chance.choice([-1.0, 0.0, 1.5], count),
    }


def _appearance(chance: np.random.Generator, feels: Bools) -> dict[str, Any]:
    """Draw groups, cues and looks; the being goes with whether one feels."""
    count = len(feels)
    looks = chance.integers(3, size=(count, LOOKS))
    looks[:, 0] = np.where(feels, 0, chance.integers(1, len(BEINGS), size=count))
    cues = chance.integers(2, size=(count, len(CUES)))
    return {"group": np.arange(count) % 3 - 1, "sentience": feels, "looks": looks, "cues": cues}


def _ties(chance: np.random.Generator, pairs: list[tuple[int, int]], count: int) -> Ties:
    names = (*TIE_SHARES, *TIE_VALENCES)
    columns = dict(zip(names, _shares(chance, len(pairs), len(names)), strict=True))
    columns |= {name: columns[name] * 2 - 1 for name in TIE_VALENCES}
    observer, target = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    everything = total(columns["attention"], observer, count)
    columns["attention"] = columns["attention"] / np.maximum(1.0, everything[observer])
    columns["seen"] = (columns["clarity"] > 0) & (chance.random(len(pairs)) < 0.8)
    columns["claim_by"] = np.where(chance.random(len(pairs)) < 0.5, chance.integers(count, size=len(pairs)), NOBODY)
    return Ties.of(observer, target, **columns)


def recorded(step: Callable[[World], World], some: World) -> World:
    """Take one step of a tick, and write down what is worth a record."""
    return kept(step, some, step(some))


def befallen(some: World, event: Event) -> World:
    """Let something happen, and write it down."""
    return happened(some, happen(some, event), event)


def talking(some: World, rows: Ints) -> World:
    """Let the observers of some ties be talking to the targets."""
    deeds = Effects(*np.zeros((2, len(rows))), rows)
    deeds.tells[:] = 1.0
    return some.leaving(deeds=deeds)
