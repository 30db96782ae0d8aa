"""A file that is written is whole, or as it was before."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.scenario.whole_files import append_lines, refuse_unwritable, whole_file, write_new, write_whole
from tests.fuzz.full_disk import full_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
WRITERS: Final = {
    *("write_text", "write_bytes", "touch", "save", "savez", "savez_compressed", "savetxt", "tofile", "dump"),
    *("mkstemp", "NamedTemporaryFile", "fdopen", "copyfile", "copytree"),
}
"""Calls that may write a file, by their last name."""
ALLOWED: Final = {
    ("sandbox/scenario/whole_files.py", "*"): "the one way of writing",
    ("sandbox/ui/sharing/encoding.py", "save"): "into memory",
    ("sandbox/ui/scenes/portrait.py", "save"): "into memory",
    ("sandbox/app/sound/tape.py", "open"): "into memory",
    ("sandbox/session/files/save_file.py", "ZipFile"): "into memory",
    ("sandbox/session/files/save_file.py", "open"): "a member of that",
}


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
    file = tmp_path / "file.json"
    write_whole(file, b"old")
    with full_disk(), pytest.raises(OSError, match=r"file\.json") as raised:
        write_whole(file, b"x" * 10_000)
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


def test_no_other_module_opens_a_file_for_writing() -> None:
    found = {(path, call) for path in map(str, _sources()) for call in _writing(ROOT / path)}
    assert {(path, call) for path, call in found if {(path, call), (path, "*")}.isdisjoint(ALLOWED)} == set()
    assert {path for path, _ in ALLOWED} <= {path for path, _ in found}


def _sources() -> list[Path]:
    return [path.relative_to(ROOT) for name in ("sandbox", "benchmarks") for path in (ROOT / name).rglob("*.py")]


def _writing(path: Path) -> Iterator[str]:
    """Name the calls in a module that may write a file."""
    for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        opens = name in {"open", "ZipFile"} and any(set(mode) & set("wax+") for mode in modes if len(mode) <= 3)
        if opens or name in WRITERS:
            yield name


def test_a_way_of_writing_is_noticed(tmp_path: Path) -> None:
    lines = (
        'path.open("wb")',
        'open(name, mode="a")',
        "path.write_text(words)",
        "pygame.image.save(surface, path)",
        "path.open()",
        'path.open("rb")',
    )
    file = tmp_path / "module.py"
    file.write_text("\n".join(lines), "utf-8")
    assert list(_writing(file)) == ["open", "open", "write_text", "save"]


def test_files_of_one_name_stand_beside_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    files = [write_new(folder, "square-1", ".png", b"%d" % number) for number in range(3)]
    assert [file.name for file in files] == ["square-1.png", "square-1-2.png", "square-1-3.png"]
    assert [file.read_bytes() for file in files] == [b"0", b"1", b"2"]
    assert sorted(folder.iterdir()) == sorted(files)


def test_without_links_files_of_one_name_stand_beside_each_other_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    test_files_of_one_name_stand_beside_each_other(tmp_path)


def test_without_links_a_name_that_cannot_be_given_is_not_left_with_nothing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_new(tmp_path, "x", ".png", b"content")
    assert list(tmp_path.iterdir()) == []


def test_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sandbox.scenario.whole_files import write_new\n"
        "for number in range(20): write_new(Path(sys.argv[1]), 'x', '.txt', f'{sys.argv[2]} {number}'.encode())"
    )
    games = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], cwd=ROOT) for name in ("a", "b", "c")
    ]
    assert [game.wait(60) for game in games] == [0, 0, 0]
    contents = {file.read_text() for file in tmp_path.iterdir()}
    assert contents == {f"{name} {number}" for name in ("a", "b", "c") for number in range(20)}


def test_a_full_disk_leaves_no_new_file_and_names_it(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(OSError, match=r"x\.png") as raised:
        write_new(tmp_path, "x", ".png", b"x" * 10_000)
    assert raised.value.filename == str(tmp_path / "x.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("before", "after"), [(None, b"new\n"), (b"old\n", b"old\nnew\n"), (b"torn", b"torn\nnew\n")])
def test_a_line_is_added_on_a_line_of_its_own(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    file = tmp_path / "lines"
    if before is not None:
        file.write_bytes(before)
    append_lines(file, [b"new"])
    assert file.read_bytes() == after


def test_a_full_disk_names_the_file_to_which_lines_are_added(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(OSError, match="lines") as raised:
        append_lines(tmp_path / "lines", [b"x" * 10_000])
    assert raised.value.filename == str(tmp_path / "lines")


def test_a_file_that_cannot_be_written_is_refused_before_any_work(tmp_path: Path) -> None:
    file = tmp_path / "old"
    file.write_bytes(b"old")
    for path in (file, tmp_path / "new"):
        refuse_unwritable(path)
    for path in (tmp_path, tmp_path / "nowhere" / "new", file / "below"):
        with pytest.raises(OSError) as raised:  # noqa: PT011 - which error it is depends on the system
            refuse_unwritable(path)
        assert raised.value.filename == str(path)
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"old", [file])
