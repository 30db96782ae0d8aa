"""The game knows its own version and commit, however it came here, without starting git or opening a window."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

import numpy as np
import pytest

import sandbox
from sandbox.bootstrap import ROOT
from sandbox.session.files.versions import COMMIT_FILE, Versions, commit_of, versions

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "f" * 40


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_version_is_written_in_one_place_only() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "sandbox.__version__"}


def test_the_versions_are_those_of_what_plays() -> None:
    found = versions()
    assert found.game == sandbox.__version__
    assert found.python == ".".join(map(str, sys.version_info[:3]))
    assert (found.pygame, found.numpy) == (metadata.version("pygame-ce"), np.__version__)
    assert commit_of(ROOT).startswith(found.commit)


def test_a_version_is_shown_with_its_commit_if_that_is_known() -> None:
    assert str(Versions("1.2.3", "0123456", "", "", "")) == "1.2.3 (0123456)"
    assert str(Versions("1.2.3", "", "", "", "")) == "1.2.3"


def test_the_commit_is_the_one_that_git_names() -> None:
    git = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=False)  # noqa: S607
    if git.returncode:
        pytest.skip("This is a copy without a repository.")
    assert commit_of(ROOT) == git.stdout.decode().strip()


def test_a_repository_names_its_commit_in_every_way_that_git_writes(tmp_path: Path) -> None:
    branch = "refs/heads/main"
    write(tmp_path / "detached/.git/HEAD", f"{COMMIT}\n")
    write(tmp_path / "loose/.git/HEAD", f"ref: {branch}\n")
    write(tmp_path / "loose/.git" / branch, f"{COMMIT}\n")
    write(tmp_path / "packed/.git/HEAD", f"ref: {branch}\n")
    write(tmp_path / "packed/.git/packed-refs", f"# pack-refs\n{OTHER} {branch}s\n^{OTHER}\n{COMMIT} {branch}\n")
    write(tmp_path / "worktree/.git", "gitdir: ../loose/.git/worktrees/one\n")
    write(tmp_path / "loose/.git/worktrees/one/HEAD", "ref: refs/heads/one\n")
    write(tmp_path / "loose/.git/worktrees/one/commondir", "../..\n")
    write(tmp_path / "loose/.git/refs/heads/one", f"{OTHER}\n")
    found = {name: commit_of(tmp_path / name) for name in ("detached", "loose", "packed", "worktree")}
    assert found == {"detached": COMMIT, "loose": COMMIT, "packed": COMMIT, "worktree": OTHER}


def test_a_packaged_game_names_the_commit_that_it_was_built_from(tmp_path: Path) -> None:
    write(tmp_path / COMMIT_FILE, f"{COMMIT}\n")
    assert commit_of(tmp_path) == COMMIT


def test_a_folder_without_a_repository_or_with_a_damaged_one_names_no_commit(tmp_path: Path) -> None:
    write(tmp_path / "unborn/.git/HEAD", "ref: refs/heads/main\n")
    write(tmp_path / "nonsense/.git/HEAD", "nobody knows\n")
    write(tmp_path / "lost/.git", "gitdir: nowhere\n")
    (tmp_path / "bytes/.git").mkdir(parents=True)
    (tmp_path / "bytes/.git/HEAD").write_bytes(b"\xff\xfe\x00")
    assert [commit_of(tmp_path / name) for name in ("absent", "unborn", "nonsense", "lost", "bytes")] == [""] * 5
