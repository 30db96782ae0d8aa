"""The list of experiments; a new one is a file beside the others of its group and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.lab.effects.again import FAVOUR_AGAIN
from sandbox.lab.effects.avoiding_the_ask import AVOIDING_THE_ASK
from sandbox.lab.effects.being_seen import BEING_SEEN
from sandbox.lab.effects.bystanders import BYSTANDERS
from sandbox.lab.effects.calm_faces_again import CALM_FACES_AGAIN
from sandbox.lab.effects.copenhagen import COPENHAGEN
from sandbox.lab.effects.essay import ESSAY
from sandbox.lab.effects.friend_rival import FRIEND_RIVAL
from sandbox.lab.effects.good_name_again import GOOD_NAME_AGAIN
from sandbox.lab.effects.half_helper import HALF_HELPER
from sandbox.lab.effects.just_world_again import JUST_WORLD_AGAIN
from sandbox.lab.effects.look_away import LOOK_AWAY
from sandbox.lab.effects.many_victims_again import MANY_VICTIMS_AGAIN
from sandbox.lab.effects.next_please import NEXT_PLEASE
from sandbox.lab.effects.obedience_again import OBEDIENCE_AGAIN
from sandbox.lab.effects.open_square import OPEN_SQUARE
from sandbox.lab.effects.personhood import PERSONHOOD
from sandbox.lab.effects.placebos import SMALL_EFFECTS
from sandbox.lab.effects.shown_distress import SHOWN_DISTRESS
from sandbox.lab.effects.stability import STABILITY
from sandbox.lab.effects.typical_mind import TYPICAL_MIND
from sandbox.lab.forecasts.calm_faces import CALM_FACES
from sandbox.lab.forecasts.enemys_enemy import ENEMYS_ENEMY
from sandbox.lab.forecasts.favour import FAVOUR
from sandbox.lab.forecasts.good_name import GOOD_NAME
from sandbox.lab.forecasts.just_world import JUST_WORLD
from sandbox.lab.forecasts.many_victims import MANY_VICTIMS
from sandbox.lab.forecasts.obedience import OBEDIENCE
from sandbox.lab.forecasts.second.affect_norm import AFFECT_NORM
from sandbox.lab.forecasts.second.escape import ESCAPE
from sandbox.lab.forecasts.second.own_side import OWN_SIDE
from sandbox.lab.forecasts.second.pain_cues import PAIN_CUES
from sandbox.lab.forecasts.second.quick_help import QUICK_HELP
from sandbox.lab.forecasts.second.status_gaze import STATUS_GAZE
from sandbox.lab.forecasts.second.stiff_face import STIFF_FACE
from sandbox.lab.forecasts.second.subway import SUBWAY
from sandbox.lab.forecasts.second.whom_we_tell_on import WHOM_WE_TELL_ON
from sandbox.lab.mechanisms.attention import ATTENDING
from sandbox.lab.mechanisms.bonds import BONDS
from sandbox.lab.mechanisms.evasions import EVADING
from sandbox.lab.mechanisms.judging import JUDGING
from sandbox.lab.mechanisms.levers import LEVERS
from sandbox.lab.mechanisms.likeness import LIKENESS
from sandbox.lab.mechanisms.rules import RULING
from sandbox.lab.mechanisms.streams import CIRCUIT
from sandbox.lab.presence.presence import PRESENCE
from sandbox.lab.whys.whys import WHYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.lab.experiment import Experiment

LEVELS: Final = (OPEN_SQUARE, LOOK_AWAY, HALF_HELPER, NEXT_PLEASE)
"""Whether each level that ships with the game shows what it is for."""
AGAIN: Final = (
    OBEDIENCE_AGAIN,
    JUST_WORLD_AGAIN,
    MANY_VICTIMS_AGAIN,
    CALM_FACES_AGAIN,
    GOOD_NAME_AGAIN,
    FAVOUR_AGAIN,
)
"""Forecasts that failed, played once more with what was wrong in their scenes put right."""
OPEN: Final = (
    BYSTANDERS,
    AVOIDING_THE_ASK,
    FRIEND_RIVAL,
    PERSONHOOD,
    BEING_SEEN,
    COPENHAGEN,
    SHOWN_DISTRESS,
    TYPICAL_MIND,
)
"""Published findings that were known, and open, while the engine was built."""
EFFECTS: Final = (ESSAY, *OPEN, SMALL_EFFECTS, *AGAIN)
"""Whether the engine shows what was found in people."""
EXAMINED: Final = (ESSAY, *OPEN)
"""What `sensitivity` holds each constant against."""
FORECASTS: Final = (OBEDIENCE, JUST_WORLD, ENEMYS_ENEMY, MANY_VICTIMS, CALM_FACES, GOOD_NAME, FAVOUR)
"""Whether it shows what nothing was set for."""
FORECASTS_SECOND: Final = (
    ESCAPE,
    SUBWAY,
    STATUS_GAZE,
    PAIN_CUES,
    OWN_SIDE,
    AFFECT_NORM,
    QUICK_HELP,
    WHOM_WE_TELL_ON,
    STIFF_FACE,
)
"""The same once more, for findings of all kinds."""
MECHANISMS: Final = (*CIRCUIT, *EVADING, *ATTENDING, *BONDS, *LIKENESS, *RULING, *JUDGING, *LEVERS)
"""Whether each mechanism of the theory shows, and goes with its drive; T18, T24 and T25 are among EFFECTS."""
EXPERIMENTS: Final = (*LEVELS, *EFFECTS, *FORECASTS, *FORECASTS_SECOND, *MECHANISMS, STABILITY, PRESENCE, WHYS)
"""All of them."""


def catalogue() -> Mapping[str, tuple[Experiment, ...]]:
    """Return every experiment by its name, and those that belong together by the name of their group."""
    groups = {
        "levels": LEVELS,
        "effects": EFFECTS,
        "forecasts": FORECASTS,
        "forecasts-second": FORECASTS_SECOND,
        "mechanisms": MECHANISMS,
        "all": EXPERIMENTS,
    }
    return groups | {experiment.name: (experiment,) for experiment in EXPERIMENTS}
