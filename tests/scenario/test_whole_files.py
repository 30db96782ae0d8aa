"""A file that is written is whole, or as it was before."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.whole_files import whole_file, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_missing_folders_are_made_and_nothing_else_is_left_beside_the_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "file.json", b"new")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["file.json"]


def test_what_fails_half_way_leaves_the_file_as_it_was_and_no_draft(tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    write_whole(file, b"old")

    def fail() -> None:
        with whole_file(file) as stream:
            stream.write(b"half of the new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_the_file_as_it_was_and_names_it(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only some systems can make a disk seem full")
    file = tmp_path / "file.json"
    write_whole(file, b"old")
    before, heed = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match=r"file\.json") as raised:
            write_whole(file, b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heed)
    assert raised.value.filename == str(file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_way_is_named_as_the_file_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(OSError, match=r"file\.json") as raised:
        write_whole(tmp_path / "taken" / "file.json", b"new")
    assert raised.value.filename == str(tmp_path / "taken" / "file.json")


def test_permissions_and_links_stay_what_they_were(tmp_path: Path) -> None:
    file, link = tmp_path / "file.json", tmp_path / "link.json"
    write_whole(file, b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_new_file_has_the_permissions_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "file.json", b"new")
    assert (tmp_path / "file.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have named pipes")
def test_what_is_no_file_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
