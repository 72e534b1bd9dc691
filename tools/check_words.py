"""python -m tools.check_words: both languages whole, and a text for every key the code says."""

from __future__ import annotations

import sys

from tools.words import catalogue_faults, code_faults, idle_keys


def main() -> int:
    """Print every fault; 1 where there is one."""
    found = catalogue_faults()
    found = found or [*code_faults("vi"), *idle_keys("vi")]
    for fault in found:
        print(fault)
    print(f"words: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
