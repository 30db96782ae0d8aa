"""Forecasts that had failed, played once more: whatever a forecast got wrong about its finding is put right in a copy.

The forecasts themselves stay as they were written (`sandbox/lab/forecasts`). A copy shares scene, measure and criteria
with its forecast, but for what its own page gives a reason for. Nothing was wrong with `favour`: it was the engine
before the second cut that failed there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sandbox.lab.forecasts.favour import FAVOUR

if TYPE_CHECKING:
    from sandbox.lab.experiment import Experiment


def again(forecast: Experiment, **other: Any) -> Experiment:  # noqa: ANN401 - fields of Experiment
    """Copy a forecast under a name of its own, with some fields changed."""
    return replace(forecast, name=f"{forecast.name}-again", **other)


FAVOUR_AGAIN: Final = again(FAVOUR)
