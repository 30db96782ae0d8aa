"""Getting the packages: which versions fit, and one clear sentence for everything that cannot work."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING, NoReturn

import pytest

from sandbox import bootstrap

if TYPE_CHECKING:
    from pathlib import Path

ENTRANCES = ("main.py", "sandbox/bootstrap.py", "sandbox/interrupts.py", "tests/__main__.py", "sandbox/__init__.py")


@pytest.mark.parametrize(
    ("version", "pins", "fitting"),
    [
        ("2.5.8", "~=2.5.6", True),
        ("2.5.5", "~=2.5.6", False),
        ("2.6.0", "~=2.5.6", False),
        ("2.10", "~=2.4", True),
        ("3.0", "~=2.4", False),
        ("0.6.14", "==0.6.14", True),
        ("0.6.14.1", "==0.6.14", False),
        ("0.6.1", "==0.6.14", False),
        ("12", "==12.0", True),
        ("13.0.0", ">=12,<14", True),
        ("14.0", ">=12,<14", False),
        ("11.9", ">=12,<14", False),
        ("2.5.8rc1", "~=2.5.6", True),
        ("1.0", "", True),
    ],
)
def test_versions_fit_pins_as_pip_understands_them(version: str, pins: str, fitting: bool) -> None:  # noqa: FBT001
    assert bootstrap.fits(version, pins) is fitting


def test_every_pin_of_the_project_is_understood_and_held_here() -> None:
    requirements = bootstrap.wanted("tests")
    assert {"numpy", "pytest"} <= {bootstrap.split(requirement)[0] for requirement in requirements}
    assert bootstrap.missing(requirements) == []


def test_a_package_that_is_absent_or_of_another_version_is_missing() -> None:
    assert bootstrap.missing(["no-such-package-anywhere~=1.0", "numpy<1"]) == [
        "no-such-package-anywhere~=1.0",
        "numpy<1",
    ]


def test_versions_are_read_off_the_names_of_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    names = ("pygame_ce-2.5.6.dist-info", "Zope.Thing-1.0rc1-py3.11.egg-info", "numpy", "README-1.txt", "odd.dist-info")
    for name in (*(first / name for name in names), second / "pygame_ce-2.0.dist-info"):
        name.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", ["", str(first), str(tmp_path / "nowhere"), str(second)])
    assert bootstrap.installed() == {"pygame-ce": "2.5.6", "zope-thing": "1.0rc1"}


def test_every_package_is_found_in_the_version_that_it_says_itself() -> None:
    there = bootstrap.installed()
    names = [bootstrap.split(requirement)[0] for requirement in bootstrap.wanted("tests")]
    assert {name: there[name] for name in names} == {name: metadata.version(name) for name in names}


def test_the_oldest_python_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((bootstrap.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">={}.{}".format(*bootstrap.PYTHON)


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_an_old_python_can_read_the_entrances_far_enough_to_say_that_it_is_too_old(entrance: str) -> None:
    source = (bootstrap.ROOT / entrance).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    imports = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in imports, "Python 3.6 knows no future annotations"


def test_an_old_python_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    assert "needs Python 3.11 or newer, and this is Python 3.10.13" in refusal()


def test_a_python_that_has_everything_goes_on_without_an_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "restart", never)
    monkeypatch.setattr(bootstrap, "create", never)
    bootstrap.ensure("tests")


def test_the_built_game_brings_its_packages_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(bootstrap, "wanted", never)
    bootstrap.ensure()


def test_a_python_without_the_venv_module_is_told_where_to_get_it(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert "python3-venv" in refusal()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.usefixtures("elsewhere")
def test_a_folder_that_cannot_be_written_to_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_arguments: False)
    assert f"The folder {bootstrap.ROOT} cannot be written to" in refusal()


@pytest.mark.usefixtures("elsewhere")
def test_a_failed_installation_is_one_sentence_with_the_last_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "inside", lambda: True)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    sentence = refusal()
    assert sentence.startswith("Installing the packages failed; check the connection to the internet")
    assert "no-such-package-anywhere" in sentence
    assert "\n" not in sentence


@pytest.mark.usefixtures("elsewhere")
def test_a_missing_environment_is_made_and_the_command_started_again_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "run", lambda command, _failure: done.append(command))
    monkeypatch.setattr(bootstrap, "start", done.append)
    monkeypatch.setattr(sys, "orig_argv", ["python3", "main.py", "run", "110", "--json"])
    bootstrap.ensure()
    made, started = done
    assert made[1:] == ["-m", "venv", "--clear", str(bootstrap.ENVIRONMENT)]
    assert started == [str(bootstrap.interpreter()), "main.py", "run", "110", "--json"]


def test_an_environment_is_made_anew_if_it_is_broken_or_of_an_old_python(elsewhere: Path) -> None:
    assert not bootstrap.usable()
    bootstrap.interpreter().parent.mkdir(parents=True)
    bootstrap.interpreter().touch()
    configuration = elsewhere / ".venv" / "pyvenv.cfg"
    assert not bootstrap.usable()
    configuration.write_text("home = somewhere\nversion = 3.12.1\n", encoding="utf-8")
    assert bootstrap.usable()
    configuration.write_text("home = somewhere\nversion_info = 3.9.2.final.0\n", encoding="utf-8")
    assert not bootstrap.usable()


def test_progress_leaves_the_output_of_the_command_clean(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.print_line("Installing")
    assert capsys.readouterr() == ("", "Installing\n")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Pretend that the game lies in an empty folder and needs a package that nobody has."""
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "wanted", lambda *_extras: ["no-such-package-anywhere~=1.0"])
    return tmp_path


def never(*_arguments: object) -> NoReturn:
    """Stand in for what must not be called."""
    pytest.fail("This must not happen.")


def refusal() -> str:
    """Return the sentence with which `ensure` ends."""
    with pytest.raises(SystemExit) as ended:
        bootstrap.ensure()
    assert isinstance(ended.value.code, str)
    return ended.value.code
