"""Where in a JSON file each value stands: its line, by the path that sentences about it name."""

from __future__ import annotations

import json
import re
from typing import Final

from sandbox.scenario.read_json import joined

_TOKEN: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}\[\],:]|\n|[^\s{}\[\],:"]+')

OUTSIDE: Final = -2
KEYED: Final = -1
"""In place of the number of an entry: of the whole file, and within an object."""


class Lines:
    """The lines of a file's values."""

    def __init__(self, data: bytes) -> None:
        """Read a file that is JSON."""
        self._lines = {"": 1}
        self._walk(data.decode("utf-8-sig", "replace"))

    def of(self, path: str) -> int:
        """Return the line of a value, or of the nearest one around it that there is."""
        while path not in self._lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self._lines[path]

    def _walk(self, text: str) -> None:
        line, above, key, wanted = 1, list[tuple[str, int]](), "", True
        for part in _TOKEN.findall(text):
            path, number = above[-1] if above else ("", OUTSIDE)
            if part == "\n":
                line += 1
            elif part in {"}", "]"}:
                del above[-1:]
            elif part == ",":
                above[-1:] = [(path, number + (number >= 0))]
                wanted = True
            elif part == ":":
                wanted = False
            elif number == KEYED and wanted:
                key = joined(path, str(json.loads(part)))
                self._lines.setdefault(key, line)
            else:
                here = key if number == KEYED else f"{path}[{number}]" if number >= 0 else ""
                self._lines.setdefault(here, line)
                if part in {"{", "["}:
                    above.append((here, KEYED if part == "{" else 0))
                    wanted = True
