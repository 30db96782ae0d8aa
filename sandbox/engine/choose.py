"""Choose: one rule for deeds and for inner moves.

Theory: T3, T6, T13, T15. Everybody who is due imagines the moment after each option, feels it by the same circuit as
the present, takes off the effort, adds what admirers would make of it and what habit says, and picks: the better, the
likelier. The imagined rewards are kept, stream by stream; they are the answer to "why did she do that?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.circuit import View, circuit
from sandbox.engine.curves import exponential, positive, share
from sandbox.engine.feel import company, strengths, view
from sandbox.engine.judge import read_heart
from sandbox.engine.links import total
from sandbox.engine.options import OPTIONS
from sandbox.engine.options.option import Imagined, Mind
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.world import World

TERMS: Final = (*CIRCUIT_STREAMS, "company", "effort", "habit")
"""What an option's worth is made of: the columns of the table kept with each choice."""

_IMPOSSIBLE: Final = -1e9


def choose(world: World) -> World:
    """Let everybody who is due in this tick choose what to do about whom they have in mind."""
    due = (world.tick + np.arange(len(world.people))) % int(world.params.decision_ticks) == 0
    focus = world.links.strongest(world.ties.attention)
    doer = np.flatnonzero(due & (focus != NOBODY))
    if not len(doer):
        return world
    tie = focus[doer]
    mind = mind_of(world, doer, tie)
    possible = _possible(world, mind)
    terms = imagine(world, doer, tie, mind)
    worth = np.where(possible, terms.sum(axis=0), _IMPOSSIBLE)
    chosen = _pick(world, doer, worth)
    return _take_up(world, doer, tie, chosen, np.where(possible, terms, np.nan))


def mind_of(world: World, doer: Ints, tie: Ints) -> Mind:
    """Put together how each of the (M,) doers has the target of her (M,) tie in mind."""
    people, ties, target = world.people, world.ties, world.ties.target[tie]
    across, down = people.x[target] - people.x[doer], people.y[target] - people.y[doer]
    distance = np.sqrt(across * across + down * down)
    view_now = View(*(column[tie] for column in view(ties)))
    other = (people.group[doer] != people.group[target]) / 2
    anxiety = people.anxiety[doer] * ("anxiety" not in world.off)
    return Mind(
        view=view_now,
        distance=distance,
        clarity=ties.clarity[tie],
        nearness=1.0 / (1.0 + distance / world.params.reach),
        vividness=ties.clarity[tie] * share(world.params.vividness_gain * np.abs(people.shown[target])),
        need=positive(-view_now.believed),
        competence=people.competence[doer],
        hope=ties.hope[tie],
        anxiety=anxiety,
        personlike=people.personlike[target],
        affinity_anchor=ties.affinity_anchor[tie],
        importance_anchor=ties.importance_anchor[tie],
        pretext=share(ties.blame[tie] + other + positive(-ties.affinity_anchor[tie])),
    )


def _possible(world: World, mind: Mind) -> Bools:
    """Tell (A, M) which options are open to whom; without much of a thought there is only staying."""
    minded = mind.view.attention > world.params.focus_share
    rows = [
        option.possible(mind, world.params) & minded & (option.switch not in world.off) if index else minded | ~minded
        for index, option in enumerate(OPTIONS)
    ]
    return np.stack(rows)


def imagine(world: World, doer: Ints, tie: Ints, mind: Mind) -> Floats:
    """Give (T, A, M) what each option is imagined to bring per second, by TERMS.

    Until an option takes effect the present goes on; then comes what it leads to, for the rest of the horizon.
    """
    people, params = world.people, world.params
    after = _foresee(mind, params)
    traits = strengths(people, world.off, doer)
    wait = np.minimum(1.0, after.delay / params.horizon)
    now = circuit(traits, mind.view)[:, None]
    streams = wait * now + (1.0 - wait) * circuit(traits, after.view)
    heart = read_heart(positive(-people.shown[doer]), after.heart, mind.need, params)
    verdict = after.involvement * mind.need * (heart - params.expected_heart)
    streams[CIRCUIT_STREAMS.index("approval")] += audience(world, doer) * verdict * (1.0 - wait)
    warmth = after.view.attention * after.view.personhood * positive(after.view.affinity)
    friendly = company(world, np.ones(len(people)))[doer] * warmth * after.nearness * (1.0 - wait)
    return np.stack([*streams, friendly, -after.effort, _habit(world, doer, tie)])


class _Futures(NamedTuple):
    """The moment after each option; every array is (A, M) and means what it means in `Imagined`."""

    view: View
    delay: Floats
    effort: Floats
    heart: Floats
    involvement: Floats
    nearness: Floats


def _foresee(mind: Mind, params: Parameters) -> _Futures:
    """Let each option say what would come of it; what it does not mention stays as it is."""
    shape = (len(OPTIONS), len(mind.need))
    views = [np.broadcast_to(column, shape).copy() for column in mind.view]
    others = [np.zeros(shape) for _ in range(len(Imagined._fields) - 1)]
    for index, option in enumerate(OPTIONS):
        imagined = option.imagine(mind, params)
        for sheet, column, present in zip(views, imagined.view, mind.view, strict=True):
            if column is not present:
                sheet[index] = column
        for sheet, part in zip(others, imagined[1:], strict=True):
            sheet[index] = part
    return _Futures(View(*views), *others)


def audience(world: World, doer: Ints) -> Floats:
    """Give (M,) the approval per second that full esteem of everybody would bring, imagined admirers too (T15).

    It is the circuit itself, asked what `regard` 1 from each of them would feel like, with thought shared among them.
    """
    ties, params = world.ties, world.params
    hers = np.flatnonzero(np.isin(ties.observer, doer))
    observer = ties.observer[hers]
    friend = positive(ties.affinity[hers])
    imagined = params.imagined_audience * friend * ties.importance[hers]
    eyes = np.maximum(ties.noticed[hers], imagined)
    crowd = 1.0 + total(eyes, observer, len(world.people))
    here = View(*(column[hers] for column in view(ties)))
    full = np.ones_like(eyes)
    admired = here._replace(attention=eyes / crowd[observer], regard=full, noticed=full)
    rewards = circuit(strengths(world.people, world.off, observer), admired)
    return total(rewards[CIRCUIT_STREAMS.index("approval")], observer, len(world.people))[doer]


def _habit(world: World, doer: Ints, tie: Ints) -> Floats:
    """Give (A, M) what habit adds, and a little for going on with what one is at."""
    people, params = world.people, world.params
    habit = people.habit[doer].T * params.habit_share * ("learning" not in world.off)
    same = people.option_on[doer] == world.ties.target[tie]
    going_on = (people.option[doer] == np.arange(len(OPTIONS))[:, None]) & same
    worth: Floats = habit + params.steadiness * going_on
    return worth


def _pick(world: World, doer: Ints, worth: Floats) -> Ints:
    """Draw (M,) options, softmax of their (A, M) worth."""
    weights = exponential((worth - worth.max(axis=0)) / world.params.temperature)
    ladder = np.cumsum(weights, axis=0)
    draw = world.draw("choose")[doer] * ladder[-1]
    passed: Ints = np.count_nonzero(ladder < draw, axis=0)
    return np.minimum(passed, len(OPTIONS) - 1)


def _take_up(world: World, doer: Ints, tie: Ints, chosen: Ints, terms: Floats) -> World:
    """Let the doers be at what they chose, and write down the choices that are new or now made for other reasons."""
    people, target = world.people, world.ties.target[tie]
    on = np.where((chosen == 0) & (world.ties.attention[tie] <= world.params.focus_share), NOBODY, target)
    worth = np.nansum(terms, axis=0)[chosen, np.arange(len(doer))]
    new = (people.option[doer] != chosen) | (people.option_on[doer] != on)
    told = new | (np.abs(worth - people.worth[doer]) > world.params.worth_step)
    if not told.any():
        return world
    changed = _with_rows(people, doer[new], option=chosen[new], option_on=on[new], option_tick=world.tick)
    doer, tie, chosen, on, worth, terms = doer[told], tie[told], chosen[told], on[told], worth[told], terms[:, :, told]
    causes, ids = world.causes.add(
        tick=world.tick,
        kind="chose",
        detail=chosen,
        who=doer,
        whom=on,
        value=worth,
        parents=_reasons(world, tie, chosen, terms),
        tables=np.moveaxis(terms, (0, 1, 2), (2, 1, 0)),
    )
    return altered(world, people=_with_rows(changed, doer, worth=worth, why_option=ids), causes=causes)


def _reasons(world: World, tie: Ints, chosen: Ints, terms: Floats) -> tuple[tuple[Ints, Floats], ...]:
    """Give the causes behind M choices, weighted by the part that their streams had in choosing that over staying.

    What is felt about the other's state stands behind Sympathy and Schadenfreude, what she seems to think behind
    Approval and Provocation; the drive for company has no cause outside. A part that hardly counted names no cause.
    """
    ties, each = world.ties, np.arange(len(chosen))
    gain = np.abs(terms[:, chosen, each] - np.where(chosen == 0, 0.0, terms[:, 0, each]))
    for_her, for_me, for_fun = gain[0] + gain[1], gain[2] + gain[3], gain[TERMS.index("company")]
    whole = for_her + for_me + for_fun
    felt = np.where(ties.why_felt[tie] != NOBODY, ties.why_felt[tie], ties.why_believed[tie])
    parts = ((felt, for_her), (ties.why_regard[tie], for_me))
    weighed = [(cause, part / np.where(whole > 0, whole, 1.0)) for cause, part in parts]
    least = world.params.reason_share
    return tuple((np.where(weight >= least, cause, NOBODY), weight) for cause, weight in weighed)


def _with_rows(people: People, rows: Ints, **values: ArrayLike) -> People:
    """Replace some columns of people in `rows` only."""
    columns = {name: getattr(people, name).copy() for name in values}
    for name, value in values.items():
        columns[name][rows] = value
    return altered(people, **columns)
