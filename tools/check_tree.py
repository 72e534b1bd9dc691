"""python -m tools.check_tree: no machine's path, no registry, no overlong file is tracked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 220
"""Lines of a module: about two hundred, one thing each."""
LONGEST_TEST = 400

FORBIDDEN = {
    "a package registry": re.compile(
        r"pypi\.org|pythonhosted\.|registry\.npm"
        r"js|crates\.io|proxy\.golang|(?<!emit-)index-ur"
        r"l\b"
    ),
    "a machine's path": re.compile(r"(?<![\w./*~-])/(?:home|root|tmp|work|opt)/\w"),
    "a private key": re.compile(r"BEGIN [A-Z ]*PRIVATE KEY"),
}
BINARY = {".png", ".ico", ".woff2", ".docx"}


def tracked() -> list[Path]:
    """The files git knows, where they still exist."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def faults(path: Path) -> list[str]:
    """What is wrong with a file, a line each."""
    if path.suffix in BINARY or path == Path(__file__):
        return []
    name = path.relative_to(ROOT)
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [
        f"{name}:{number}: {what}: {line.strip()[:80]}"
        for number, line in enumerate(lines, 1)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]
    longest = LONGEST_TEST if name.parts[0] == "tests" else LONGEST
    if path.suffix == ".py" and len(lines) > longest:
        found.append(f"{name}: {len(lines)} lines, more than {longest}")
    return found


def main() -> int:
    """Print every fault; 1 where there is one."""
    found = [fault for path in tracked() for fault in faults(path)]
    for fault in found:
        print(fault)
    print(f"tree: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
