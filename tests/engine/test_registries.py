"""Parameters and mechanisms say truly what they are."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.frozen import fields
from sandbox.engine.mechanisms import MECHANISMS
from sandbox.engine.params import Parameters, describe
from sandbox.engine.vocabulary import DRIVES

SOURCE = re.compile(r"design|T([1-9]|[12]\d|3[0-2])")
UNITS = {"1", "s", "m", "m/s", "1/s", "ticks"}

each_parameter = pytest.mark.parametrize("parameter", describe(), ids=lambda parameter: parameter.name)
each_mechanism = pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.id)


@each_parameter
def test_each_parameter_lies_in_its_bounds_and_says_unit_source_and_purpose(parameter: object) -> None:
    assert parameter.low <= parameter.default <= parameter.high
    assert parameter.low < parameter.high
    assert SOURCE.fullmatch(parameter.source)
    assert parameter.unit in UNITS
    assert len(parameter.what.split()) >= 3


@each_parameter
def test_each_parameter_can_be_set_within_its_bounds_and_not_beyond(parameter: object) -> None:
    for value in (parameter.low, parameter.high):
        assert getattr(Parameters().with_settings({parameter.name: value}), parameter.name) == value
    for value in (parameter.low - 0.1, parameter.high + 1, float("nan")):
        with pytest.raises(WrongSettingError, match=rf"^parameter\.outside\(name='{parameter.name}'"):
            Parameters().with_settings({parameter.name: value})


def test_parameters_are_all_described_and_a_misspelt_one_is_guessed() -> None:
    assert [parameter.name for parameter in describe()] == [field.name for field in fields(Parameters)]
    with pytest.raises(WrongSettingError, match="close='horizon'"):
        Parameters().with_settings({"horizno": 3})


def test_all_mechanisms_of_the_theory_are_listed_in_its_order() -> None:
    assert [mechanism.id for mechanism in MECHANISMS] == [f"T{number}" for number in range(1, 33)]


@each_mechanism
def test_each_mechanism_that_works_has_a_module_that_names_it_and_a_switch_that_exists(mechanism: object) -> None:
    assert mechanism.state in {"works", "partly", "missing"}
    assert not mechanism.switch or mechanism.switch in DRIVES
    assert bool(mechanism.module) == (mechanism.state != "missing")
    if mechanism.module:
        module = importlib.import_module(f"sandbox.engine.{mechanism.module}")
        assert mechanism.id in named(inspect.getsource(module))


def named(source: str) -> set[str]:
    """Collect the mechanisms that a text names, those of a range like T22-T25 too."""
    ranges = re.findall(r"T(\d+)(?:-T(\d+))?", source)
    return {f"T{number}" for low, high in ranges for number in range(int(low), int(high or low) + 1)}
