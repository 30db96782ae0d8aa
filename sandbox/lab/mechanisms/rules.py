"""What watchers make of one: principles, norms, pride and shame (T6, T7, T28)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.effects import being_seen
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Experiment, Lesion
from sandbox.lab.scenes import NONE, Part, ever, experiment, likes, mean_emotion, scene
from sandbox.scenario.schema import Body, Group, Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 30.0


def glow_cells() -> tuple[Cell, ...]:
    """Stage a friend whom one helps, and a friend to whom nothing happens."""
    return tuple(cell for cell in being_seen.cells() if cell.name in being_seen.FELT)


T6: Final = Experiment(
    "t06-glow",
    glow_cells,
    being_seen.measure,
    (
        Criterion(
            "glow",
            being_seen.GLOW,
            at_least(0.1),
            (Lesion(("approval",), band=at_most(0.0)), Lesion(("imagined_audience",), band=at_most(0.1))),
        ),
    ),
    runs=400,
)


def meeting(rule: str, affinity: float, _number: int, draw: Generator) -> Level:
    """Let Ann propose a rule to Dee, who knows somebody in pain."""
    people = {
        "bob": Part(4, more={"body": Body(illness=0.7)}),
        "dee": Part(8, facing="bob"),
        "ann": Part(11, facing="dee"),
    }
    proposal = Happening(do="propose", who="ann", rule=rule, at=4.0)
    tie = Tie(source="dee", target="bob", affinity=affinity, importance=0.7)
    return scene(draw, people, [tie], happenings=(proposal,))


def rule_cells() -> tuple[Cell, ...]:
    """Stage the rule that nobody is left to suffer, where a friend or an enemy suffers, and its opposite."""
    return (
        Cell("friend", partial(meeting, "help_all", 0.7), 6.0),
        Cell("enemy", partial(meeting, "help_all", -0.7), 6.0),
        Cell("harsh", partial(meeting, "fend_alone", 0.7), 6.0),
    )


def votes(runs: Mapping[str, Run]) -> Measured:
    """Read where Dee stands."""
    return {name: run.last().people.stance[run.rows("dee")] for name, run in runs.items()}


T7: Final = experiment(
    "t07-principles",
    rule_cells,
    votes,
    Criterion(
        "friend",
        difference(mean("friend"), mean("enemy")),
        at_least(0.2),
        (Lesion(("principles",), band=NONE), Lesion(("sympathy", "schadenfreude"), band=Band(-0.05, 0.05))),
    ),
    Criterion("harsh", difference(mean("friend"), mean("harsh")), at_least(0.1), (Lesion(("principles",), band=NONE),)),
)


def gang(norm: float, _number: int, draw: Generator) -> Level:
    """Put Dee among her own, who hold something of taunting, with somebody whom none of them likes."""
    ours = {"group": "ours"}
    people = {
        "bob": Part(4, facing="dee"),
        "dee": Part(8, facing="bob", traits={"approval": 0.8, "playfulness": 0.0}, more=ours),
        "eve": Part(11, 2.5, facing="dee", more=ours),
        "fay": Part(11, 5.5, facing="dee", more=ours),
    }
    ties = [
        likes("ours", "ours", 0.7, 0.7),
        Tie(source="ours", target="bob", affinity=-0.3, importance=0.4),
    ]
    return scene(draw, people, ties, groups=(Group(id="ours", norms={"taunt": norm}),))


def gang_cells() -> tuple[Cell, ...]:
    """Stage a group that admires taunting and one that despises it."""
    return Cell("admire", partial(gang, 1.0), SECONDS), Cell("despise", partial(gang, -1.0), SECONDS)


def conformity(runs: Mapping[str, Run]) -> Measured:
    """Return who taunts."""
    return {name: ever(run, "dee", "taunt").astype(float) for name, run in runs.items()}


T28: Final = experiment(
    "t28-norms",
    gang_cells,
    conformity,
    Criterion(
        "conform",
        difference(share("admire"), share("despise")),
        at_least(0.3),
        (Lesion(("norms",), band=at_most(0.15)), Lesion(("approval",), band=at_most(0.15))),
    ),
)


INSULT: Final = Happening(do="insult", who="dee", by="eve", at=1.0)


def scolded(happenings: tuple[Happening, ...], _number: int, draw: Generator) -> Level:
    """Insult Dee before her friends, or do not."""
    people = {"dee": Part(7), "eve": Part(10, 2.5, facing="dee"), "fay": Part(10, 5.5, facing="dee")}
    ties = [likes("dee", "eve"), likes("dee", "fay")]
    return scene(draw, people, ties, happenings=happenings)


def shame_cells() -> tuple[Cell, ...]:
    """Stage the insult, and none."""
    return Cell("insult", partial(scolded, (INSULT,)), 2.5), Cell("none", partial(scolded, ()), 2.5)


def shame(runs: Mapping[str, Run]) -> Measured:
    """Read what it is to Dee that they think ill of her."""
    return {name: mean_emotion(run, "dee", after=1.0) for name, run in runs.items()}


T28_SHAME: Final = experiment(
    "t28-shame",
    shame_cells,
    shame,
    Criterion(
        "shame",
        difference(mean("insult"), mean("none")),
        at_most(-0.04),
        (Lesion(("approval",), band=at_least(-0.02)),),
    ),
)
RULING: Final = (T6, T7, T28, T28_SHAME)
