"""python -m tools.check_migrations: the migrations make the tables that storage declares."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from storage.schema import check_migrations, migrate


def main() -> int:
    """Migrate an empty file and compare; 1 where the two differ."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'check.db'}"
        migrate(url)
        found = list(check_migrations(url) or ())
    for fault in found:
        print(fault)
    print(f"migrations: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
