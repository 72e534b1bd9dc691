"""python -m bench [PART …]: every figure in one run; parts: see PARTS."""

from __future__ import annotations

import importlib
import sys
import time

from bench.figures import report

PARTS = (
    *("assessments", "language", "asking", "turns", "reminders", "dossiers"),
    *("start", "telegram", "burst"),
)


def main() -> int:
    """Run the parts asked for, or all of them."""
    start = time.perf_counter()
    for part in sys.argv[1:] or PARTS:
        print(f"\n{part}\n{'-' * len(part)}", flush=True)
        importlib.import_module(f"bench.{part}").measure()
    report("\ntime taken", f"{time.perf_counter() - start:>10.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
