"""Parameter: what is known about one constant, and whether it may be set to a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class Parameter:
    """What is known about one constant."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    source: str
    what: str


def check(settings: Mapping[str, float], parameters: Iterable[Parameter]) -> None:
    """Check settings by name; raise WrongSettingError if there is no such parameter, or if one lies out of bounds."""
    known = {parameter.name: parameter for parameter in parameters}
    for name, value in settings.items():
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, n=1)
            if near:
                raise WrongSettingError("parameter.close", name=name, close=near[0])
            raise WrongSettingError("parameter.unknown", name=name)
        low, high = known[name].low, known[name].high
        if not low <= value <= high:
            written = f"{value:.12g}"
            raise WrongSettingError("parameter.outside", name=name, value=written, low=f"{low:g}", high=f"{high:g}")
