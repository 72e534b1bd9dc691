"""The check of the tree finds what must not be tracked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import check_tree


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_tree, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "what"),
    [
        # a tilde in each, taken out again, so that this file is not found itself
        ("see /ho~me/mai/notes", "a machine's path"),
        ("cd /t~mp/x", "a machine's path"),
        ("https://py~pi.org/simple", "a package registry"),
        ("--index~-url https://mirror.example", "a package registry"),
        ("-----BEGIN RSA PRIVATE ~KEY-----", "a private key"),
    ],
)
def test_what_belongs_to_one_machine_is_named(root: Path, line: str, what: str) -> None:
    file = root / "notes.md"
    file.write_text("first\n" + line.replace("~", ""), encoding="utf-8")
    assert [fault.split(": ")[:2] for fault in check_tree.faults(file)] == [["notes.md:2", what]]


@pytest.mark.parametrize("line", ["the web page /home is served", "../tmp/x", "https://a/work/b"])
def test_what_only_looks_like_it_is_not(root: Path, line: str) -> None:
    file = root / "notes.md"
    file.write_text(line, encoding="utf-8")
    assert check_tree.faults(file) == []


def test_an_overlong_module_is_named(root: Path) -> None:
    file = root / "long.py"
    file.write_text("x = 1\n" * (check_tree.LONGEST + 1), encoding="utf-8")
    assert check_tree.faults(file) == [f"long.py: {check_tree.LONGEST + 1} lines, more than 220"]


def test_the_tracked_tree_is_clean() -> None:
    assert [fault for path in check_tree.tracked() for fault in check_tree.faults(path)] == []
