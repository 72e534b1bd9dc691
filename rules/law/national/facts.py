"""Facts behind the national principles."""

from __future__ import annotations

from typing import Final

from rules.facts import yes_no

FACTS: Final = (yes_no("under_discipline", 74, of_nominee=True, default=False),)
