"""Make the packages of `pyproject.toml` available, then let the game, its tests or its benchmarks go on.

Whatever starts something calls `ensure`. It returns at once where this Python has everything already; else it makes
`.venv`, installs there what is missing, and starts the same command again inside. What cannot work ends in a sentence.
Standard library only, and old syntax only: Python 3.6 has to be able to read this file, to say that it is too old.
"""

import os
import re
import sys
from pathlib import Path
from typing import Dict, List, NoReturn, Tuple

from sandbox import interrupts

PYTHON = (3, 11)
"""The oldest Python that runs the game; `requires-python` in pyproject.toml says the same."""

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"


def ensure(*extras: str) -> None:
    """Return once everything that the game and the named extras of pyproject.toml need can be imported."""
    if getattr(sys, "frozen", False):
        return
    if sys.version_info < PYTHON:
        sys.exit(
            "The Sympathy Sandbox needs Python {}.{} or newer, and this is Python {}.{}.{}: "
            "install a newer one and start again with it.".format(*PYTHON, *sys.version_info[:3])
        )
    lacking = missing(wanted(*extras))
    if not lacking:
        return
    if inside():
        install(lacking)
    else:
        if not usable():
            create()
        restart()


def wanted(*extras: str) -> List[str]:
    """Read the requirements of the game and of the named extras from pyproject.toml."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"]] + [project["optional-dependencies"][extra] for extra in extras]
    return [requirement for group in groups for requirement in group]


def missing(requirements: List[str]) -> List[str]:
    """Choose those requirements that this Python does not have, or has in another version."""
    there = installed()

    def lacks(requirement: str) -> bool:
        name, pins = split(requirement)
        return not fits(there[name], pins) if name in there else True

    return [requirement for requirement in requirements if lacks(requirement)]


def installed() -> Dict[str, str]:
    """Read which packages this Python has, in which versions, off the names of their folders: `NAME-VERSION.dist-info`.

    `importlib.metadata` opens and reads what is in them, which takes as long as loading numpy, at every start.
    """
    found = {}  # type: Dict[str, str]
    for folder in filter(readable, sys.path):
        for entry in os.listdir(folder):
            package = re.match(r"([\w.]+)-(\d[^-]*?)(-.*)?\.(dist|egg)-info$", entry)
            if package:
                found.setdefault(re.sub(r"[_.]+", "-", package.group(1)).lower(), package.group(2))
    return found


def readable(folder: str) -> bool:
    """Return whether this is a folder that can be looked into."""
    return os.path.isdir(folder) and os.access(folder, os.R_OK)


def split(requirement: str) -> Tuple[str, str]:
    """Part a requirement into the package's name and its pins."""
    name = re.split(r"[~=<>!]", requirement)[0]
    return name.strip(), requirement[len(name) :]


def fits(version: str, pins: str) -> bool:
    """Return whether a version satisfies pins such as `~=2.5.6` or `>=12,<14`."""
    for operator, text in re.findall(r"(~=|==|>=|<)\s*([\d.]+)", pins):
        bound = numbers(text)
        found = numbers(version) + [0] * len(bound)
        same_length, series = found[: len(bound)], len(bound) - 1
        held = {
            "~=": same_length >= bound and found[:series] == bound[:series],
            "==": same_length == bound and not any(found[len(bound) :]),
            ">=": same_length >= bound,
            "<": same_length < bound,
        }
        if not held[operator]:
            return False
    return True


def numbers(version: str) -> List[int]:
    """Read the leading numbers of a version: `2.5.8rc1` is 2, 5, 8."""
    release = re.match(r"\d+(\.\d+)*", version)
    return [int(part) for part in release.group().split(".")] if release else []


def interpreter() -> Path:
    """Name the Python of the project's own environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def inside() -> bool:
    """Return whether this very process runs in the project's own environment."""
    same_prefix = os.path.realpath(sys.prefix) == os.path.realpath(str(ENVIRONMENT))
    return same_prefix or os.path.normcase(os.path.abspath(sys.executable)) == os.path.normcase(str(interpreter()))


def usable() -> bool:
    """Return whether the project's own environment exists, whole and with a Python that is new enough."""
    configuration = ENVIRONMENT / "pyvenv.cfg"
    if not (interpreter().exists() and configuration.is_file()):
        return False
    version = re.search(r"^version\w*\s*=\s*([\d.]+)", configuration.read_text(encoding="utf-8"), re.MULTILINE)
    return version is None or tuple(numbers(version.group(1))) >= PYTHON


def create() -> None:
    """Make the project's own environment, over the remains of an old one."""
    from importlib.util import find_spec

    if not os.access(str(ROOT), os.W_OK):
        sys.exit(f"The folder {ROOT} cannot be written to: copy it to a folder of your own and start again there.")
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        sys.exit(
            "This Python comes without its venv module: install it "
            "(on Debian and Ubuntu: sudo apt install python3-venv) and start again."
        )
    print_line("Making a place for the game's packages in .venv ...")
    run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "Making .venv failed")


def install(requirements: List[str]) -> None:
    """Install the requirements into the project's own environment, which this process runs in."""
    from importlib import invalidate_caches
    from importlib.util import find_spec

    names = [split(requirement)[0] for requirement in requirements]
    print_line("Installing {}; this happens once and takes a minute ...".format(", ".join(names)))
    if find_spec("pip") is None:
        run([sys.executable, "-m", "ensurepip"], "Installing pip into .venv failed")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--prefer-binary", "--retries", "1"]
    run(
        [sys.executable, "-m", "pip", "install", *options, *requirements],
        "Installing the packages failed; check the connection to the internet and start again",
    )
    invalidate_caches()


def run(command: List[str], failure: str) -> None:
    """Run a command quietly; if it fails, end with one sentence and the last thing that it said."""
    import subprocess

    try:
        with interrupts.answered(interrupts.stop):
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    except KeyboardInterrupt:
        sys.exit("Stopped before everything was installed: start again to go on.")
    except OSError as error:
        sys.exit(f"{failure} ({error.strerror}).")
    if done.returncode:
        lines = [line.strip() for line in done.stdout.decode(errors="replace").splitlines() if line.strip()]
        errors = [line for line in lines if "error" in line.lower()] or lines or [f"exit code {done.returncode}"]
        sys.exit(f"{failure} ({errors[-1]}).")


def restart() -> NoReturn:
    """Start this command again with the Python of the project's own environment."""
    start([str(interpreter()), *sys.orig_argv[1:]])


def start(command: List[str]) -> NoReturn:
    """Give this process over to a command; Windows cannot, so there it waits for the command to end."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))


def print_line(line: str) -> None:
    """Tell the player what takes time, beside the output of the command itself."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    # `python -m sandbox.bootstrap -m ruff check`: run the Python that has the tools of the developers.
    ensure("tests", "development")
    start([sys.executable, *sys.argv[1:]])
