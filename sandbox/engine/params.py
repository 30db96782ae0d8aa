"""Every constant of the engine in one place: default, bounds, unit, source and what it does.

A source is a mechanism of the theory (T…) or "design". Times are time constants: a value covers 63 % of its way in one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sandbox.engine.frozen import field, fields, frozen, replace
from sandbox.engine.parameter import Parameter, check

if TYPE_CHECKING:
    from collections.abc import Mapping

TICKS_PER_SECOND: Final = 10
SECONDS_PER_TICK: Final = 1.0 / TICKS_PER_SECOND


def _param(default: float, low: float, high: float, unit: str, source: str, what: str) -> Any:  # noqa: ANN401 - stands for its default
    return field(default=default, metadata={"low": low, "high": high, "unit": unit, "source": source, "what": what})


@frozen
class Parameters:
    """The constants of one world. `describe` lists them, `with_settings` changes some.

    Where many worlds are looked at together, a column of numbers may stand for one in which they differ (`Realm.law`).
    """

    # perceive
    sight_range: float = _param(18.0, 1, 200, "m", "design", "how far anybody sees")
    sight_cosine: float = _param(-0.1, -1, 1, "1", "design", "cosine of half the angle of view")
    touch_range: float = _param(2.4, 0.5, 5, "m", "design", "within this distance no turn of the head hides a person")
    clear_range: float = _param(9.0, 1, 100, "m", "design", "distance at which a sight is half as clear as close by")
    hearing_range: float = _param(10.0, 0, 200, "m", "design", "how far a cry carries")
    cry_threshold: float = _param(0.3, 0, 1, "1", "design", "shown distress from which on it is audible")
    cry_clarity: float = _param(0.4, 0, 1, "1", "design", "clarity of a cry against a sight")
    wall_muffle: float = _param(0.3, 0, 1, "1", "design", "what a wall leaves of a cry")
    evidence_time: float = _param(0.5, 0.1, 60, "s", "T12", "time in which a belief takes up a clear, attended sight")
    glance_share: float = _param(0.15, 0, 1, "1", "design", "how much of a sight gets in without attention")
    belief_return_time: float = _param(2.5, 0.1, 600, "s", "T13", "time in which a pushed belief returns to evidence")
    memory_time: float = _param(150.0, 1, 36000, "s", "T4", "time in which an unrefreshed belief fades")
    noticing_time: float = _param(0.4, 0.1, 60, "s", "T1", "time in which a returned look is noticed")
    self_absorption: float = _param(
        1.6, 0, 10, "1", "T1", "how far a feeling turns a mind on itself; above 1, a moderate one does so fully"
    )
    regard_time: float = _param(1.5, 0.1, 600, "s", "T1", "time in which an open face tells its regard")
    regard_memory_time: float = _param(60.0, 1, 36000, "s", "T4", "time in which a felt regard fades")
    calm_weight: float = _param(0.8, 0, 1, "1", "T12", "how far others' calm lowers the distress taken for real")
    doubt_time: float = _param(
        6.0, 0.1, 600, "s", "T21", "time in which a feigned face that is seen through costs trust"
    )
    trust_time: float = _param(300.0, 1, 36000, "s", "T21", "time in which trust comes back")
    guess_time: float = _param(8.0, 0.1, 3600, "s", "T18", "time in which a taste is read off a reaction")
    stakes_gain: float = _param(1.5, 0, 20, "1", "T11", "arousal at the square of how plainly pain shows")
    stakes_rise: float = _param(0.5, 0.1, 60, "s", "T11", "time in which arousal rises")
    stakes_time: float = _param(4.0, 0.1, 600, "s", "T11", "time in which arousal falls")
    stakes_weight: float = _param(1.0, 0, 1, "1", "T11", "how far full arousal makes somebody matter as much as can be")
    breakthrough_line: float = _param(0.35, 0, 1, "1", "T30", "arousal from which on pain breaks through a label")
    mercy: float = _param(0.45, 0, 1, "1", "T30", "affinity that vivid pain gains for anybody, while it lasts")
    belief_step: float = _param(0.12, 0.01, 1, "1", "design", "change of belief that is worth a record")

    # attend
    elsewhere: float = _param(0.55, 0.01, 10, "1", "design", "pull of everything that is not a person")
    presence_pull: float = _param(0.12, 0, 5, "1", "T29", "pull of a person in view, the drive to think of others")
    concern_pull: float = _param(2.2, 0, 20, "1", "T4", "pull of a strong feeling in somebody important")
    joy_share: float = _param(0.5, 0, 1, "1", "T5", "how far joy draws thought, where suffering would draw it wholly")
    neglect: float = _param(5.0, 0, 50, "1", "T8", "how far an enemy's pain is nothing to attend to")
    surprise_pull: float = _param(2.0, 0, 20, "1", "design", "pull of a face that differs from what was believed")
    cry_pull: float = _param(2.0, 0, 20, "1", "design", "pull of a cry of somebody unseen, by what it is news of")
    noticed_pull: float = _param(0.25, 0, 5, "1", "T15", "pull of being looked at")
    worry_pull: float = _param(2.5, 0, 20, "1", "T15", "involuntary pull of suffering on the anxious")
    task_pull: float = _param(0.8, 0, 10, "1", "design", "pull of the person one is dealing with")
    absent_share: float = _param(0.35, 0, 1, "1", "T4", "pull of somebody absent against somebody in plain view")
    love_pull: float = _param(0.8, 0, 20, "1", "T15", "pull of somebody loved")
    fear_pull: float = _param(1.5, 0, 20, "1", "T29", "pull of somebody feared who is in view")
    asked_pull: float = _param(0.8, 0, 20, "1", "T21", "pull of somebody who begs")
    attention_time: float = _param(0.35, 0.1, 60, "s", "design", "time in which thought turns to something")
    boredom_time: float = _param(15.0, 0.1, 3600, "s", "T14", "time in which a thought becomes stale, and fresh again")
    boredom: float = _param(0.7, 0, 1, "1", "T14", "how much pull the stalest thought loses")
    errand_pull: float = _param(
        1.1, 0, 20, "1", "design", "pull of a weighty errand on the mind of whoever is late (Darley & Batson 1973)"
    )
    glance_seconds: float = _param(3.5, 0.1, 600, "s", "T29", "time between two idle glances at anybody in view")
    glance_pull: float = _param(0.3, 0, 1, "1", "T29", "share of thought that an idle glance gets")
    dwell_push: float = _param(0.5, 0, 0.9, "1", "T15", "how much of all other thought dwelling on somebody takes")
    averted_time: float = _param(7.0, 0.1, 600, "s", "T13", "time in which a look kept away comes back")
    love_grip: float = _param(0.7, 0, 1, "1", "T15", "how far love undoes looking away")
    worry_grip: float = _param(0.8, 0, 1, "1", "T15", "how far anxiety undoes looking away")

    # feel
    emotion_gain: float = _param(4.0, 0, 50, "1", "design", "how strongly social reward shows as emotion")
    emotion_time: float = _param(1.2, 0.1, 600, "s", "design", "time in which an emotion follows its reward")
    mood_time: float = _param(40.0, 1, 36000, "s", "T29", "time in which mood follows reward")
    body_gain: float = _param(0.4, 0, 5, "1", "T2", "reward per second of full bodily pleasure")
    company_gain: float = _param(0.15, 0, 5, "1", "T29", "reward per second of a friend's full presence")
    love_gain: float = _param(0.1, 0, 5, "1", "T29", "reward per second of the full presence of somebody loved")
    fear_gain: float = _param(0.5, 0, 5, "1", "T29", "pain per second of somebody fully feared close by")
    envy_gain: float = _param(0.6, 0, 5, "1", "T31", "pain per second of a dear friend's full lead in one's own field")
    play_gain: float = _param(0.08, 0, 5, "1", "T29", "reward per second of the merriest play")
    worry_gain: float = _param(0.12, 0, 5, "1", "T17", "pain per second of full unease without a reason")
    explanation: float = _param(3.0, 0, 50, "1", "T17", "how much suffering in mind explains an unease")
    unease_time: float = _param(30.0, 1, 36000, "s", "T17", "time in which an anxious mind becomes uneasy")
    inner_audience: float = _param(
        0.115, 0, 1, "1", "T15", "Approval that full esteem of those in one's head would bring, beside that of friends"
    )
    esteem_time: float = _param(4.0, 0.1, 600, "s", "T6", "time in which a deed turns into pride or shame")
    glow_time: float = _param(30.0, 1, 36000, "s", "T6", "time in which pride and shame fade")
    tire_time: float = _param(12.0, 0.1, 3600, "s", "T29", "time in which play makes tired")
    rest_time: float = _param(60.0, 0.1, 36000, "s", "T29", "time in which the tired are rested")
    standing_time: float = _param(120.0, 1, 36000, "s", "T31", "time in which a triumph is forgotten")
    lonely_time: float = _param(40.0, 1, 36000, "s", "T29", "time in which somebody alone gets lonely")
    sated_time: float = _param(4.0, 1, 36000, "s", "T29", "time in which full company sates")
    wound_time: float = _param(120.0, 1, 36000, "s", "design", "time in which a wound heals by itself")
    treat_time: float = _param(20.0, 1, 36000, "s", "design", "time in which a treat wears off")
    affinity_share: float = _param(0.2, 0, 1, "1", "design", "weight of friendship's history in explaining a feeling")
    felt_step: float = _param(0.02, 0.001, 1, "1/s", "design", "reward from one person that is worth a record")

    # choose
    decision_ticks: float = _param(7.0, 1, 100, "ticks", "design", "ticks between two choices of one person")
    horizon: float = _param(20.0, 1, 600, "s", "T3", "how far ahead an option is imagined")
    temperature: float = _param(0.0015, 0.0001, 1, "1/s", "design", "randomness of choice")
    steadiness: float = _param(0.004, 0, 1, "1/s", "design", "bonus of what one is doing already")
    focus_share: float = _param(0.05, 0, 1, "1", "design", "attention from which on one decides about somebody")
    need_threshold: float = _param(0.15, 0, 1, "1", "design", "believed suffering that help could be about")
    reason_share: float = _param(0.15, 0, 1, "1", "design", "part in a choice that makes a reason of it")
    worth_step: float = _param(0.02, 0.0001, 1, "1/s", "design", "change of an option's worth that is worth a record")
    imagined_audience: float = _param(0.5, 0, 1, "1", "T15", "weight of admirers who are only imagined")
    diffusion: float = _param(
        0.6, 0, 10, "1", "T28", "how far others who could see to it as well share one's blame and credit"
    )
    disappointment: float = _param(0.5, 0, 2, "1", "T1", "regard that refusing a beggar costs")
    order_weight: float = _param(0.5, 0, 5, "1", "T28", "how much of an authority's esteem hangs on its order")
    errand_gain: float = _param(
        0.06, 0, 5, "1/s", "design", "cost of all that keeps one for as long as one looks ahead from a weighty errand"
    )
    errand_lateness: float = _param(
        2.0, 0, 20, "1", "design", "by how many times that grows for whoever is late (Darley & Batson 1973)"
    )
    help_effort: float = _param(0.02, 0, 1, "1/s", "design", "cost of helping")
    comfort_effort: float = _param(0.01, 0, 1, "1/s", "design", "cost of comforting")
    walk_effort: float = _param(0.006, 0, 1, "1/s", "design", "cost of walking")
    taunt_effort: float = _param(0.015, 0, 1, "1/s", "design", "cost of taunting")
    avert_effort: float = _param(0.007, 0, 1, "1/s", "T13", "cost of keeping the look away")
    dwell_effort: float = _param(0.05, 0, 1, "1/s", "design", "cost of keeping the mind on somebody")
    story_effort: float = _param(0.03, 0, 1, "1/s", "T13", "cost of telling oneself a story")
    play_effort: float = _param(0.01, 0, 1, "1/s", "design", "cost of playing")
    tell_effort: float = _param(0.006, 0, 1, "1/s", "design", "cost of telling")
    tell_regard: float = _param(0.8, 0, 1, "1", "T32", "regard that one expects for a verdict a friend shares")
    tell_threshold: float = _param(0.05, 0, 1, "1", "T32", "blame or credit that is worth telling")
    apology_effort: float = _param(0.009, 0, 1, "1/s", "design", "cost of owning up")
    apology_hope: float = _param(1.5, 0, 3, "1", "T28", "regard that an apology is hoped to win back, per regard lost")
    thanks_effort: float = _param(0.006, 0, 1, "1/s", "design", "cost of thanking")
    thanks_regard: float = _param(0.5, 0, 1, "1", "T6", "regard that one expects for thanks")
    rumour_belief: float = _param(0.4, 0, 1, "1", "T32", "how far one believes what nobody in particular says")
    begging_mind: float = _param(
        0.5, 0, 1, "1", "T1", "how far somebody who begs is thinking of the begged, and not of the pain"
    )
    plead_effort: float = _param(0.02, 0, 1, "1/s", "design", "cost of begging")
    plead_hope: float = _param(0.15, 0, 1, "1", "T21", "relief that begging brings from somebody sure to help")
    stranger_help: float = _param(0.3, 0, 1, "1", "T21", "how sure one is of a stranger's help, until one knows better")
    feign_effort: float = _param(0.016, 0, 1, "1/s", "design", "cost of keeping up a false face")
    feign_hope: float = _param(0.06, 0, 1, "1", "T21", "comfort that a false face brings from somebody who cares")
    feign_offence: float = _param(0.15, 0, 1, "1", "T21", "how wrong a false face is")
    feign_push: float = _param(0.6, 0, 1, "1", "T21", "distress that a false face adds")
    hide_effort: float = _param(0.012, 0, 1, "1/s", "design", "cost of a brave face")
    hide_push: float = _param(0.5, 0, 1, "1", "T21", "part of one's suffering that a brave face hides")
    slip_limit: float = _param(0.3, -1, 1, "1", "T20", "believed feeling above which nobody needs happy drops")
    slip_offence: float = _param(0.6, 0, 1, "1", "T20", "how wrong it is to drug somebody against their wish")
    strike_harm: float = _param(0.5, 0, 1, "1", "T28", "suffering that a blow is taken to cause")
    strike_offence: float = _param(0.2, 0, 1, "1", "T28", "how wrong it is to strike on an order")
    strike_effort: float = _param(0.01, 0, 1, "1/s", "design", "cost of striking")
    detour_effort: float = _param(0.003, 0, 1, "1/s", "design", "cost of each metre that a way is longer")
    suspect_push: float = _param(0.6, 0, 1, "1", "T17", "suffering that worry makes up at most")
    vividness_gain: float = _param(1.7, 0.1, 10, "1", "T13", "how vivid a strong feeling in plain view is, to stories")
    story_time: float = _param(4.0, 0.1, 60, "s", "T13", "time that a story takes to tell; the effort is paid once")
    avert_push: float = _param(0.8, 0, 1, "1", "T13", "how much attention a look kept away takes off")
    thing_push: float = _param(0.8, 0, 1, "1", "T13", "how much personhood seeing a thing takes off at most")
    enemy_push: float = _param(0.7, 0, 2, "1", "T13", "how much affinity seeing an enemy takes off at most")
    belittle_push: float = _param(0.75, 0, 1, "1", "T13", "how much importance belittling takes off at most")
    deny_push: float = _param(0.8, 0, 1, "1", "T13", "how much suffering denial takes off at most")
    push_time: float = _param(1.5, 0.1, 60, "s", "T13", "time in which an inner move takes hold")

    # learn
    habit_time: float = _param(15.0, 0.1, 36000, "s", "T3", "time in which a habit follows its reward")
    habit_memory_time: float = _param(90.0, 0.1, 36000, "s", "T3", "time in which a habit is lost that is not used")
    usual_time: float = _param(10.0, 0.1, 36000, "s", "T3", "time in which one gets used to how things are")
    habit_share: float = _param(0.3, 0, 1, "1", "T3", "weight of habit in a choice")
    hope_time: float = _param(8.0, 0.1, 36000, "s", "T3", "time in which help without result discourages")
    hope_return_time: float = _param(90.0, 0.1, 36000, "s", "T3", "time in which hope returns")
    expected_progress: float = _param(0.08, 0.001, 1, "1", "T3", "lag of belief behind evidence under help that works")
    avoidance_rate: float = _param(0.5, 0, 10, "1", "T14", "wish not to attend learned from a second of pain")
    avoidance_time: float = _param(60.0, 1, 36000, "s", "T14", "time in which that wish is unlearned")

    # judge
    involvement_time: float = _param(25.0, 0.1, 600, "s", "T24", "time for which a touched trouble sticks")
    onlooker_involvement: float = _param(0.2, 0, 1, "1", "T24", "involvement of somebody who is seen to look on")
    onlooker_time: float = _param(3.0, 0.1, 60, "s", "T24", "time in which a look at a trouble becomes looking on")
    shunner_involvement: float = _param(
        0.05, 0, 1, "1", "T24", "involvement of somebody who is seen to turn away from it (Bartling 2014)"
    )
    onlooker_range: float = _param(7.0, 0, 100, "m", "T24", "distance within which a look is a meeting")
    expected_heart: float = _param(0.5, 0, 1, "1", "T25", "sympathy that people expect of one another")
    comparison: float = _param(
        1.0, 0, 10, "1", "T25", "how far people are held against others who are in view (Newman & Cain 2014)"
    )
    distress_weight: float = _param(1.15, 0, 5, "1", "T25", "how far shown distress counts as sympathy")
    effort_weight: float = _param(1.0, 0, 5, "1", "T25", "how far effort counts as sympathy")
    parting_time: float = _param(2.0, 0.1, 60, "s", "T25", "time off a trouble that ends a meeting with it")
    shown_time: float = _param(2.0, 0.1, 60, "s", "T25", "time in which a face tells what it shows about somebody")
    witness_time: float = _param(1.0, 0.1, 60, "s", "T25", "time in which a meeting that is plainly seen is witnessed")
    verdict_gain: float = _param(1.3, 0, 10, "1", "T25", "how much a meeting with a full need shows, per surprise")
    discounting: float = _param(1.0, 0, 2, "1", "T25", "how far a gain explains what was done for it (Kelley 1973)")
    proven_affinity: float = _param(1.5, 0, 2, "1", "T23", "affinity that what is proven of somebody is worth")
    proven_time: float = _param(600.0, 1, 36000, "s", "T23", "time in which what was proven is forgotten")
    blame_rate: float = _param(0.4, 0, 10, "1/s", "T25", "blame and credit from a second of full evidence")
    affinity_rate: float = _param(0.15, 0, 10, "1/s", "T23", "affinity from a second of full evidence")
    blame_time: float = _param(90.0, 1, 36000, "s", "design", "time in which blame is forgiven")
    joy_weight: float = _param(0.8, 0, 5, "1", "T25", "how far a happy face beside a sufferer counts against sympathy")
    fear_rate: float = _param(0.5, 0, 10, "1/s", "T29", "fear from a second of being struck or jeered at")
    fear_time: float = _param(120.0, 1, 36000, "s", "T29", "time in which fear fades")
    norm_rate: float = _param(0.05, 0, 10, "1/s", "T28", "blame or credit from a second of what a norm is about")
    status_rate: float = _param(0.02, 0, 10, "1/s", "T27", "importance from a second of full credit")
    friend_line: float = _param(
        0.15, 0, 1, "1", "design", "affinity from which on somebody counts as a friend, or an enemy"
    )
    blame_step: float = _param(0.12, 0.01, 1, "1", "design", "blame that is worth a record")

    # anchors
    affinity_return_time: float = _param(25.0, 0.1, 36000, "s", "T13", "time in which affinity returns to its anchor")
    personhood_return_time: float = _param(
        25.0, 0.1, 36000, "s", "T9", "time in which personhood returns to its anchor"
    )
    importance_return_time: float = _param(
        25.0, 0.1, 36000, "s", "T11", "time in which importance returns to its anchor"
    )
    drag_time: float = _param(150.0, 1, 36000, "s", "T13", "time in which an anchor is dragged along")
    face_time: float = _param(20.0, 0.1, 36000, "s", "T9", "time in which a face close up undoes a label")

    # happen
    resemblance_gain: float = _param(0.6, 0, 2, "1", "T26", "part of a feeling that carries over to a double")
    resemblance_doubt: float = _param(
        0.3, 0.01, 10, "1", "T26", "how much likeness to people who matter makes half of that feeling"
    )
    fellowship: float = _param(0.12, 0, 1, "1", "T26", "affinity to a stranger who is plainly a person")
    kinship: float = _param(0.5, 0, 1, "1", "T26", "affinity to one's own double")
    principle_gain: float = _param(8.0, 0, 100, "s", "T7", "how strongly the imagined reward moves the vote on a rule")
    principle_weight: float = _param(0.4, 0, 1, "1", "T7", "norm that full endorsement of a rule gives rise to")
    address_affinity: float = _param(0.3, 0, 1, "1", "T26", "how far praise, insults and gifts warm or cool")
    audience_share: float = _param(0.5, 0, 1, "1", "T28", "how far the listener thinks that bystanders agree")

    # act
    walk_speed: float = _param(1.2, 0.1, 10, "m/s", "design", "speed of an ordinary walk")
    hurry_speed: float = _param(2.4, 0.1, 10, "m/s", "design", "speed of somebody who comes to help")
    reach: float = _param(2.3, 0.3, 5, "m", "design", "distance at which deeds work")
    elbow_room: float = _param(1.8, 0, 5, "m", "design", "distance that people keep")
    elbow_speed: float = _param(1.0, 0, 10, "m/s", "design", "speed of making room")
    help_rate: float = _param(0.12, 0, 5, "1/s", "design", "wound that full competence mends in a second")
    soothe_rate: float = _param(0.05, 0, 5, "1/s", "design", "half the relief that comfort gives in a second")
    soothe_limit: float = _param(0.18, 0, 1, "1", "design", "relief that comfort gives at most")
    taunt_rate: float = _param(0.3, 0, 5, "1/s", "design", "regard that a taunt is imagined to cost")
    treat_limit: float = _param(0.35, 0, 1, "1", "design", "pleasure that company, peace and play give at most")
    treat_rate: float = _param(0.08, 0, 5, "1/s", "design", "pleasure that they give in a second")
    dose_rate: float = _param(0.5, 0, 5, "1/s", "T19", "wound or illness that medicine ends in a second")
    slip_rate: float = _param(0.6, 0, 5, "1/s", "T20", "bliss that happy drops give in a second")
    strike_rate: float = _param(0.08, 0, 5, "1/s", "design", "wound that a blow a second gives")
    asked_time: float = _param(4.0, 0.1, 600, "s", "T21", "time in which begging is forgotten")
    tell_rate: float = _param(1.0, 0, 5, "1/s", "T32", "speed at which a listener takes over a verdict")
    tell_loss: float = _param(0.2, 0, 1, "1", "T32", "part of a verdict that gets lost on the way")
    tell_colour: float = _param(0.4, 0, 1, "1", "T32", "how much the teller's feelings colour it")
    told_time: float = _param(120.0, 1, 36000, "s", "T32", "time after which one tells the same again")
    idle_range: float = _param(2.0, 0, 50, "m", "design", "how far people stroll from their spot")
    idle_seconds: float = _param(7.0, 0.1, 600, "s", "design", "time between two strolls")
    leave_distance: float = _param(9.0, 0, 100, "m", "design", "how far away somebody who leaves goes")

    help_exertion: float = _param(0.8, 0, 1, "1", "T25", "exertion that shows in somebody who helps")
    comfort_exertion: float = _param(0.6, 0, 1, "1", "T25", "exertion that shows in somebody who comforts")

    apology_exertion: float = _param(0.5, 0, 1, "1", "T25", "exertion that shows in somebody who apologises")

    edge_room: float = _param(0.8, 0, 5, "m", "design", "distance that people keep from the map's edge")

    # meet
    meeting_range: float = _param(6.0, 0.5, 100, "m", "design", "distance at which strangers become acquainted")
    most_ties: float = _param(24.0, 1, 2000, "1", "design", "people in mind from which on nobody meets strangers")
    stranger_importance: float = _param(0.3, 0, 1, "1", "design", "importance of a stranger")

    def with_settings(self, settings: Mapping[str, float]) -> Parameters:
        """Return these parameters with some changed; raise WrongSettingError if one cannot be so."""
        check(settings, describe())
        return replace(self, **settings)


@cache
def describe() -> tuple[Parameter, ...]:
    """List every constant in the order of the fields of Parameters."""
    defaults = Parameters()
    return tuple(Parameter(entry.name, getattr(defaults, entry.name), **entry.metadata) for entry in fields(Parameters))
