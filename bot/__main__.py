"""python -m bot: the kipthoi command."""

from __future__ import annotations

import sys

from bot.cli import app
from bot.errors import Refused


def main() -> None:
    """Run the command line; what is refused is a sentence on standard error and exit 2."""
    try:
        app()
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
