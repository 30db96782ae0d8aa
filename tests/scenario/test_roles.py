"""Roles, looks of groups and random starts: what a level need not say of each person, and what each seed draws."""

from __future__ import annotations

import json
from typing import Any, get_args

import numpy as np
import pytest

from sandbox.scenario.format import encode
from sandbox.scenario.load import decode_level
from sandbox.scenario.roles import PARTS, ROLES
from sandbox.scenario.schema import Look, Role, Traits
from sandbox.session.files.recording import decode_recording, encode_recording, record
from sandbox.session.session import Session
from tests.scenario.small import FILE, load, problems, small


def with_first(**changes: object) -> dict[str, Any]:
    """A level whose first person has changes."""
    level = small(schema_version=2)
    level["people"][0] |= changes
    return level


def test_every_role_sets_what_there_is_within_its_bounds() -> None:
    assert set(ROLES) == set(get_args(Role))
    for role in ROLES:
        ann = load(with_first(role=role)).people[0]
        for part, values in ROLES[role].items():
            assert {name: getattr(getattr(ann, part), name) for name in values} == values
        assert set(ROLES[role]) <= set(PARTS)


def test_what_a_person_says_goes_before_their_role_even_if_it_is_as_usual() -> None:
    file = with_first(role="bully", traits={"sympathy": 0.5, "provocation": Traits().provocation})
    ann = load(file).people[0]
    assert (ann.traits.sympathy, ann.traits.provocation, ann.traits.spite) == (0.5, 0.3, 0.95)
    text = encode(load(file))
    assert decode_level(text, FILE) == load(file)
    assert json.loads(text)["people"][0]["traits"] == {"sympathy": 0.5, "provocation": 0.3}


def test_a_role_alone_is_written_as_a_role_alone() -> None:
    written = json.loads(encode(load(with_first(role="tired-clerk"))))["people"][0]
    assert written == {"id": "ann", "name": "Ann", "place": "well", "group": "blues", "role": "tired-clerk"}


def test_members_of_a_group_look_as_it_does_unless_they_say_otherwise() -> None:
    file = with_first(look={"hat": "cap"})
    file["groups"] = [{"id": "blues", "look": {"hat": "bow", "pattern": "dots"}}]
    level = load(file)
    assert [person.look for person in level.people] == [
        Look(hat="cap", pattern="dots"), Look(hat="bow", pattern="dots"), Look(),
    ]  # fmt: skip
    assert decode_level(encode(level), FILE) == level
    assert "look" not in json.loads(encode(level))["people"][1]


def test_a_recording_keeps_roles_and_looks() -> None:
    session = Session(load(with_first(role="bully")))
    session.step(3)
    again = decode_recording(encode_recording(record(session)), "play")
    assert again.level == session.level


def test_each_seed_draws_its_own_start_within_the_limits_and_always_the_same() -> None:
    vary = {"sympathy": [0.2, 0.4], "wound": [0, 0.5], "company": [-1, 1]}
    level = load(with_first(vary=vary))
    drawn = [Session(level, seed=seed).world.people for seed in range(20)]
    sympathy = [float(people.sympathy[0]) for people in drawn]
    assert min(sympathy) >= 0.2
    assert max(sympathy) <= 0.4
    assert len(set(sympathy)) == 20
    assert len({float(people.wound[0]) for people in drawn}) == 20
    assert all(people.sympathy[1] == 0.6 for people in drawn)
    assert Session(level, seed=3).world.digest() == Session(level, seed=3).world.digest()
    fewer = load(with_first(vary={"sympathy": [0.2, 0.4]}))
    assert Session(fewer, seed=5).world.people.sympathy[0] == drawn[5].sympathy[0]


def test_where_somebody_stands_can_vary() -> None:
    level = small(schema_version=2)
    level["people"][1]["vary"] = {"x": [1, 6], "y": [4, 4]}
    people = [Session(load(level), seed=seed).world.people for seed in range(9)]
    assert len({float(one.x[1]) for one in people}) == 9
    assert np.ptp([one.y[1] for one in people]) == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"role": "buly"}, 'people[0].role = "buly" is not one of the choices; did you mean "bully"?'),
        ({"vary": {"sympaty": [0, 1]}}, 'people[0].vary.sympaty cannot vary; did you mean "sympathy"?'),
        (
            {"vary": {"sympathy": [0.5, 0.2]}},
            "people[0].vary.sympathy goes from 0.5 to 0.2; let it go from the lower to the higher number.",
        ),
        ({"vary": {"sympathy": [0, 2]}}, "people[0].vary.sympathy goes beyond 0 to 1; choose numbers between these."),
        (
            {"vary": {"x": [0, 2]}},
            "people[0].vary.x says where somebody stands who has no x; give x and y, and no place.",
        ),
        ({"vary": {"sympathy": [1]}}, "people[0].vary.sympathy has 1 entry; give a list of 2 to 2 entries."),
    ],
)
def test_what_cannot_be_is_said(changes: dict[str, object], sentence: str) -> None:
    assert problems(with_first(**changes)) == [sentence]
