"""How often free text is read right: verdicts, days and clauses, with and without diacritics."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from language.facts.whole import read_message
from language.fold import fold
from rules.assessment import assess
from rules.case import Case, CaseError

KINDS: Final = ("surprise", "thematic", "revocation")


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file; none where it does not exist."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def expected(folder: Path, kind: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each text with what `kipthoi check` is to say of it."""
    checks = {row["id"]: row for row in rows(folder / f"check_{kind}.jsonl")}
    for row in rows(folder / f"{kind}.jsonl"):
        check = checks.get(row["id"], row)
        yield row, {"disputable": check.get("disputable", False), **check}


def judged(text: str, today: date) -> tuple[str, str, str | None, dict[str, Any]]:
    """Kind, verdict, timing and what was understood."""
    told = read_message(text, today)
    case = {"kind": told.kind, "facts": dict(told.facts), "nominees": [*map(dict, told.nominees)]}
    if told.kind is None:
        return "none", "none", None, case
    try:
        found = assess(Case.from_json(case), today=today)
    except CaseError as error:
        return told.kind, f"error {error}", None, case
    return told.kind, found.verdict.value, found.timing.status.value, case


def wrong(folder: Path, kind: str, *, bare: bool) -> Iterator[tuple[bool, str]]:
    """For each row not disputable: right or wrong, and the difference."""
    for row, check in expected(folder, kind):
        if check["disputable"]:
            continue
        text = fold(row["text_vi"]) if bare else row["text_vi"]
        read, verdict, timing, case = judged(text, date.fromisoformat(row["today"]))
        want = check["expect"]
        timely = want["timing"] in (None, timing) or want["verdict"] != "not_eligible"
        right = read == kind and verdict == want["verdict"] and timely
        told = json.dumps(case, ensure_ascii=False)
        wanted = json.dumps(check["input"], ensure_ascii=False)
        yield (
            right,
            (
                f"{row['id']}: {verdict}/{timing}, expected {want['verdict']}/{want['timing']}\n"
                f"  {row['text_vi']}\n  read   {told}\n  wanted {wanted}"
            ),
        )


def main() -> int:
    """Report on the folders given; `-v` shows the rows that are wrong, `-k KIND` one kind."""
    loud = "-v" in sys.argv
    only = sys.argv[sys.argv.index("-k") + 1] if "-k" in sys.argv else None
    folders = [Path(a) for a in sys.argv[1:] if Path(a).is_dir()] or [Path("../shared/cases")]
    for folder in folders:
        for kind in KINDS if only is None else (only,):
            for bare in (False, True):
                found = list(wrong(folder, kind, bare=bare))
                right = sum(ok for ok, _ in found)
                print(f"{folder.name} {kind}{' bare' if bare else ''}: {right}/{len(found)}")
                if loud:
                    print(*(told for ok, told in found if not ok), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
