"""The happenings that have no place of honour in the toolbar."""

from __future__ import annotations

from typing import Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.ui.kit.layout import TOOLS

MORE: Final = tuple(kind.name for kind in HAPPENINGS if kind.is_tool and kind.name not in TOOLS)
"""They lie behind the button for more."""
