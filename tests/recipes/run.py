"""Test the registries of the tree in which this stands: `python tests/recipes/run.py WORDS ARGUMENTS-OF-PYTEST`.

Where tests have a case for each entry, only those whose names hold one of the words (with commas between) count.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BY_ENTRY = {"test_registries.py", "test_language.py", "test_experiments.py", "test_results_page.py"}


class Dummies:
    """A plugin that leaves out the cases of other entries."""

    def __init__(self, words: list[str]) -> None:
        self.words = words

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what is about a dummy, or about all entries."""
        items[:] = [
            item
            for item in items
            if item.path.name not in BY_ENTRY or "[" not in item.name or any(word in item.name for word in self.words)
        ]


def main(words: str, *arguments: str) -> int:
    """Make anew what is made from the registries, and test them."""
    sys.path[0] = str(ROOT)
    runpy.run_path(str(ROOT / "tests" / "lab" / "level_fields.py"), run_name="__main__")
    return int(pytest.main([*arguments], plugins=[Dummies(words.split(","))]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
