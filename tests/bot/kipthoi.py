"""The command as an administrator runs it, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def kipthoi(
    url: str, *arguments: str, said: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run `kipthoi …` on the database; `said` is typed in."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        capture_output=True,
        input=said,
        text=True,
        check=False,
        env={"PATH": "", "PYTHONUTF8": "1", "DATABASE_URL": url, **settings},
    )
