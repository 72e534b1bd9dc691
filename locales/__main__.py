"""python -m locales: compile every catalogue (.po to .mo) beside itself."""

from __future__ import annotations

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from locales.catalog import HERE


def compile_all() -> int:
    """Write a .mo beside each .po; the number written."""
    paths = sorted(HERE.glob("*/LC_MESSAGES/*.po"))
    for path in paths:
        with path.open("rb") as source:
            catalog = read_po(source)
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)
    return len(paths)


if __name__ == "__main__":
    print(f"{compile_all()} catalogues compiled")  # noqa: T201 - a command's own output
