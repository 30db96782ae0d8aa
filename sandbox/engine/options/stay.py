"""Stay and go on looking.

Theory: T8. The baseline of every choice: imagines that nothing changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options.option import Imagined, Option, always

if TYPE_CHECKING:
    from sandbox.engine.mind import Mind
    from sandbox.engine.params import Parameters


def _imagine(mind: Mind, _: Parameters) -> Imagined:
    return Imagined(involvement=mind.onlooking)


OPTION = Option("stay", "T8", _imagine, None, always, icon="stay", free_feet=True)
