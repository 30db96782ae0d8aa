"""The list of the kinds; a new one is a module beside the others and a line here."""

from __future__ import annotations

from typing import Final

from tests.fuzz.command_lines import COMMAND_LINES
from tests.fuzz.full_disk import FULL_DISK
from tests.fuzz.levels import LEVEL_FILES
from tests.fuzz.recordings import RECORDINGS
from tests.fuzz.results import RESULTS
from tests.fuzz.settings import SETTINGS_FILES

KINDS: Final = {
    kind.name: kind for kind in (LEVEL_FILES, RECORDINGS, SETTINGS_FILES, RESULTS, COMMAND_LINES, FULL_DISK)
}
"""By their names on the command line."""
KILLS: Final = "kills"
"""The kind that has processes of its own, and a module that counts what each of them loses."""
