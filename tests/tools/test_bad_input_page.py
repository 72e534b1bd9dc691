"""The page of bad input names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_every_test_that_the_page_names_is_there() -> None:
    page = (ROOT / "docs" / "bad-input.md").read_text(encoding="utf-8")
    named = NAMED.findall(page)
    assert len(named) == page.count("::test_"), "each is named in the same way"
    rows = [
        line for line in page.splitlines() if line.startswith("| ") and "What comes" not in line
    ]
    assert all(NAMED.search(row) for row in rows)
    missing = [
        f"{path}::{test}"
        for path, test in named
        if not re.search(rf"^(?:async )?def {test}\(", (ROOT / path).read_text(), re.MULTILINE)
    ]
    assert missing == []
