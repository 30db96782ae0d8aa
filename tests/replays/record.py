"""Play the stored replays anew and store what comes of them now: `python -m sandbox.bootstrap -m tests.replays.record`.

Do it only after a change that was meant to change what people do, and say in the commit which change that was.
"""

from __future__ import annotations

import msgspec

from sandbox.session.files.recording import write_recording
from tests.replays.replay import COLUMNS, files, played_anew, read


def main() -> None:
    """Write every file anew and tell which have changed."""
    for file in files():
        before = read(file)
        after = recording, columns = played_anew(before[0])
        write_recording(file, recording)
        (COLUMNS / file.name).write_bytes(msgspec.json.format(msgspec.json.encode(columns), indent=1) + b"\n")
        print(f"{file.name}: {'the same' if before == after else 'changed'}")


if __name__ == "__main__":
    main()
