"""Proofs: what is played of a level, how near each came, and what counts as proved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.app import cli
from sandbox.lab.closeness import closeness
from sandbox.lab.proof import Played, Trial, play, trials
from sandbox.lab.proof_verdicts import judge
from sandbox.scenario.difficulty import adjusted, difficulties
from tests.scenario.small import load, problems, small
from tests.session.story.telling import Followed, seen

if TYPE_CHECKING:
    from pathlib import Path

HEAL = {"do": "heal", "who": "bob", "at": 3}


def provable(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Bob is ill, and is well once somebody heals him, which only the player can."""
    level = small(
        schema_version=2,
        goal={"win": {"felt": "bob", "min": -0.1, "for": 1}, "within": 8},
        tools={"heal": 1},
        proof={"commands": [HEAL], "off": ["approval"], "cause": ["approval"]},
        happenings=[],
        ties=[],
        **changes,
    )
    level["people"][1]["body"] = {"illness": 0.9}
    for person in level["people"]:
        person["traits"] = {"competence": 0.0, "sympathy": 0.0}
    return level


def test_everything_is_played_on_as_many_seeds_as_it_takes() -> None:
    kinds = [trial.kind for trial in trials(load(provable()), 4)]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "proof": 1, "dependable": 12, "lesion": 4, "cause": 4, "idle": 4, "clicks": 10,
    }  # fmt: skip
    assert {trial.kind for trial in trials(load(provable() | {"proof": None}), 4)} == {"idle", "clicks"}


def test_the_proof_wins_and_nobody_does_not_and_both_go_the_same_way_again() -> None:
    level = load(provable())
    assert play(level, Trial("cause", 1)).outcome == "lost"  # Nobody heals Bob, with or without approval.
    won, earlier, idle = (
        play(level, trial) for trial in (Trial("proof", 1), Trial("dependable", 1, -1.0), Trial("idle", 1))
    )
    assert (won.outcome, earlier.outcome, idle.outcome) == ("won", "won", "lost")
    assert won.seconds == pytest.approx(earlier.seconds + 1, abs=0.21)
    assert idle.near < 1
    assert idle.lacked[0].startswith("Bob feels not too bad (−0.1 or more) for 1 second – now −0.")
    assert play(level, Trial("clicks", 3)) == play(level, Trial("clicks", 3))


def test_a_difficulty_changes_tools_and_time_and_nothing_else() -> None:
    given = {"gentle": {"tools": {"heal": 3}, "within": 20}, "hard": {"within": 3}}
    level = load(provable(difficulties=given))
    assert difficulties(level) == ["gentle", "usual", "hard"]
    gentle, hard = adjusted(level, "gentle"), adjusted(level, "hard")
    assert (gentle.tools, hard.tools) == ({"heal": 3}, {"heal": 1})
    assert [one.goal and one.goal.within for one in (gentle, level, hard)] == [20, 8, 3]
    assert (gentle.people, hard.people, hard.rules) == (level.people, level.people, level.rules)
    assert adjusted(level, "usual") is level
    found = [play(level, trial) for trial in trials(level, 1) if trial.kind in {"proof", "difficulty"}]
    assert judge("level", found).rates == (("gentle", 1, 1), ("hard", 0, 1))


@pytest.mark.parametrize(
    ("condition", "felt", "near"),
    [
        ({"felt": "ann", "min": 0.5}, 0.5, 1.0),
        ({"felt": "ann", "min": 0.5}, -0.5, 0.5),
        ({"felt": "ann", "max": -0.5}, 0.5, 0.5),
        ({"felt": "ann", "min": 0.5, "for": 9}, 0.5, 0.5),
        ({"felt": "ann", "min": 0.5, "for": 9}, -0.5, 0.25),
        ({"all": [{"felt": "ann", "min": 0.5}, {"time": 9}]}, 0.5, 0.5),
        ({"any": [{"felt": "ann", "min": 0.5}, {"time": 9}]}, -0.5, 0.5),
        ({"looks": "ann", "at": "bob"}, 0.5, 0.0),
        ({"then": [{"felt": "ann", "min": 0.5}, {"all": [{"time": 9}, {"time": 8}]}]}, -0.5, 0.25),
        ({"then": [{"felt": "ann", "min": 0.5}, {"any": [{"time": 9}, {"time": 8}]}]}, -0.5, 0.25),
    ],
)
def test_how_near_a_condition_is_to_being_met(condition: dict[str, Any], felt: float, near: float) -> None:
    standing = Followed(condition).take(seen(1, felt=[felt, 0, 0]))
    assert closeness(standing) == pytest.approx(near, abs=0.1)


def played(kind: str, *outcomes: str) -> list[Played]:
    """Play-throughs of one kind, each a second longer than the one before."""
    return [
        Played(Trial(kind, number), outcome, 5.0 + number, number / 10, 4.0, ("That.",))
        for number, outcome in enumerate(outcomes)
    ]


def test_a_level_is_proved_if_all_of_it_holds() -> None:
    found = [
        *played("proof", "won"),
        *played("dependable", "won", "won", "won", "won", "lost"),
        *played("idle", "lost"),
    ]
    proved = judge("level", found)
    assert proved.passed
    assert (proved.first, proved.last) == (5.0, 8.0)
    assert proved.miss is not None
    assert proved.miss.trial.seed == 4
    assert not judge("level", [*found, *played("clicks", "won", "lost")]).passed
    assert not judge("level", [*found, *played("lesion", "won", "lost")]).passed
    assert not judge("level", [*found, *played("cause", "won", "lost")]).passed
    assert judge("level", [*found, *played("cause", "won", "won")]).passed
    assert not judge("level", played("idle", "lost")).passed


def test_a_proof_is_checked_as_commands_are() -> None:
    assert problems(
        provable() | {"proof": {"commands": [{"do": "heal", "who": "bub"}], "off": ["aproval"], "cause": ["see_thin"]}}
    ) == [
        'proof.commands[0].who = "bub" is nobody in this level; did you mean "bob"?',
        'proof.off[0] = "aproval" is no drive; did you mean "approval"?',
        'proof.cause[0] = "see_thin" is no drive; did you mean "see_thing"?',
    ]
    assert problems(small(schema_version=2, difficulties={"hard": {"within": 3, "tools": {"hrt": 1}}})) == [
        "difficulties.hard.within says nothing in a level without a goal; give one, or take it out.",
        'difficulties.hard.tools.hrt is no tool; did you mean "hurt"?',
    ]
    assert problems(small(schema_version=2, proof={"commands": [HEAL]})) == [
        "proof proves nothing in a level without a goal; give one, or take it out."
    ]


def test_the_command_tells_what_holds_and_what_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.lab.executors.processors", lambda: 1)
    file = tmp_path / "bob.json"
    file.write_text(json.dumps(provable()), "utf-8")
    assert cli.main(["prove", str(file), "--seeds", "1"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[:4] == [
        "small: not proved.",
        "  holds   the proof wins: 1 of 1 time",
        "  holds   on other seeds, and a second earlier and later: 3 of 3 times",
        "  fails   with its drive off it no longer works: 1 of 1 time",
    ]
    assert cli.main(["prove", str(file), "--seeds", "1", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert [verdict["kind"] for verdict in told["verdicts"]] == [
        "proof",
        "dependable",
        "lesion",
        "cause",
        "idle",
        "clicks",
    ]
    assert cli.main(["prove", "110"]) == 1
    assert "has no goal" in capsys.readouterr().err


def test_of_a_folder_each_level_with_a_proof_is_proved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.lab.executors.processors", lambda: 1)
    assert cli.main(["prove", str(tmp_path)]) == 1
    assert f"no level in the folder {tmp_path} says how it is won" in capsys.readouterr().err
    for name, level in {"bob": provable(), "cy": provable(id="cy"), "dee": provable(id="dee")}.items():
        if name == "dee":
            del level["proof"]
        (tmp_path / f"{name}.json").write_text(json.dumps(level), "utf-8")
    assert cli.main(["prove", str(tmp_path), "--seeds", "1"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line for line in out if "proved" in line] == ["small: not proved.", "cy: not proved."]


def test_what_was_missing_is_looked_for_only_while_the_goal_counts() -> None:
    """Bob is well until he is hurt in the third second, so that before that the goal would be met."""
    level = provable()
    level["people"][1]["body"] = {}
    level["happenings"] = [{"do": "hurt", "at": 3, "who": "bob"}]
    level["goal"]["after"] = 4
    idle = play(load(level), Trial("idle", 1))
    assert idle.outcome == "lost"
    assert idle.nearest > 4
    assert idle.lacked
    assert idle.near < 1
