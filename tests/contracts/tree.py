"""A copy of the packages in which a wall can be broken, and import-linter's word on it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "bot",
    "documents",
    "flows",
    "handlers",
    "language",
    "locales",
    "reminders",
    "rules",
    "storage",
    "tools",
)
_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
_ONLY_CODE = shutil.ignore_patterns("__pycache__", "*.mo", "*.po", "static", "templates")


@dataclass(frozen=True)
class Tree:
    """A throw-away copy of the project's packages."""

    root: Path

    def add(self, module: str, line: str) -> None:
        """Append an import to a module, made with its packages where it is missing."""
        path = self._path(module)
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in path.relative_to(self.root).parents[:-1]:
            (self.root / folder / "__init__.py").touch()
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def broken(self) -> set[str]:
        """The ids of the contracts that do not hold. Fails where import-linter itself does."""
        names = {name: key for key, name in contracts().items()}
        done = subprocess.run(
            [sys.executable, "-c", _LINT, "--no-cache", "--config", "pyproject.toml"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            env={"COLUMNS": "400", "PYTHONPATH": str(self.root), "PYTHONUTF8": "1"},
        )
        words = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
        told = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", words, flags=re.MULTILINE))
        assert set(names) <= set(told), done.stdout + done.stderr
        return {names[name] for name, word in told.items() if word == "BROKEN"}

    def _path(self, module: str) -> Path:
        package = self.root / Path(*module.split("."))
        return package / "__init__.py" if package.is_dir() else package.with_suffix(".py")


def copy_tree(target: Path) -> Tree:
    """The packages as they are now, under `target`."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, target / name, ignore=_ONLY_CODE)
    shutil.copy(ROOT / "pyproject.toml", target)
    return Tree(target)


def contracts() -> dict[str, str]:
    """The id and the name of every contract of the project."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    return {c["id"]: c["name"] for c in settings["tool"]["importlinter"]["contracts"]}
