"""How often free text is read right: verdicts, days and clauses, with and without diacritics."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from bot.asking import answered
from language.dates import ImpossibleDate, find_date
from language.fold import fold
from language.questions import answer
from rules.citations import clause

KINDS: Final = ("surprise", "thematic", "revocation")
DEFAULT: Final = Path("../shared/cases")
LOWER: Final = 5
"""Points that texts without marks may lie below the target."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row measured; `is_grave`: told eligible where it is not, or in time where it is late."""

    right: bool
    told: str
    is_grave: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """One line of the report; `target` in per cent."""

    name: str
    target: int
    rows: tuple[Row, ...]

    @property
    def right(self) -> int:
        return sum(row.right for row in self.rows)

    @property
    def is_met(self) -> bool:
        enough = 100 * self.right >= self.target * len(self.rows)
        return enough and not any(row.is_grave for row in self.rows)

    def line(self) -> str:
        share = 100 * self.right / len(self.rows)
        grave = sum(row.is_grave for row in self.rows)
        sign = "" if self.is_met else "   MISSED"
        counted = f"{self.right:>4} of {len(self.rows):<4}{share:>6.1f} %"
        return f"{self.name:<34}{counted}   target {self.target} %   grave {grave}{sign}"


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file; none where it does not exist."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scores(folder: Path) -> Iterator[Score]:
    """Every line of the report over the files of a folder that exist."""
    for bare in (False, True):
        suffix, lower = (" without marks", LOWER) if bare else ("", 0)
        for kind in KINDS:
            yield Score(f"{kind}{suffix}", 95 - lower, tuple(_cases(folder, kind, bare=bare)))
        yield Score(f"dates{suffix}", 100 - lower, tuple(_dates(folder, bare=bare)))
        asked = tuple(_questions(folder, bare=bare, inside=True))
        yield Score(f"questions{suffix}", 95 - lower, asked)
        outside = tuple(_questions(folder, bare=bare, inside=False))
        yield Score(f"out of scope{suffix}", 100 - lower, outside)


def _cases(folder: Path, kind: str, *, bare: bool) -> Iterator[Row]:
    """Each row not disputable: its verdict, and being late, against what `check` says."""
    checks = {row["id"]: row for row in lines_of(folder / f"check_{kind}.jsonl")}
    for row in lines_of(folder / f"{kind}.jsonl"):
        check = checks.get(row["id"], row)
        if check.get("disputable"):
            continue
        text = fold(row["text_vi"]) if bare else row["text_vi"]
        found = answered(text, date.fromisoformat(row["today"]))
        judged = found["assessment"] or {"verdict": None, "timing": {"status": None}}
        yield _judged(row["id"], judged, check["expect"], text=text, found=found)


def _judged(
    name: str, judged: dict[str, Any], want: dict[str, Any], *, text: str, found: dict[str, Any]
) -> Row:
    verdict, timing = judged["verdict"], judged["timing"]["status"]
    is_late = want["timing"] == "late" and want["verdict"] == "eligible"
    wrongly = verdict in ("eligible", "revoke") and verdict != want["verdict"]
    grave = wrongly or (is_late and verdict == "eligible" and timing != "late")
    right = verdict == want["verdict"] and not grave
    facts = json.dumps([found["facts"], found["nominees"]], ensure_ascii=False)
    told = f"{name}: {verdict}/{timing}, expected {want['verdict']}/{want['timing']}"
    return Row(right, f"{told}\n  {text}\n  {facts}", is_grave=grave)


def _dates(folder: Path, *, bare: bool) -> Iterator[Row]:
    for row in lines_of(folder / "dates.jsonl"):
        text = fold(row["text"]) if bare else row["text"]
        try:
            found = find_date(text, date.fromisoformat(row["today"]))
        except ImpossibleDate:
            found = None
        days = None if found is None else (found.first.isoformat(), found.last.isoformat())
        want = row["expect"]
        right = (
            days == want if not (days and want) else want[0] <= min(days) <= max(days) <= want[1]
        )
        yield Row(right, f"{text}: {days}, expected {want}")


def _questions(folder: Path, *, bare: bool, inside: bool) -> Iterator[Row]:
    for row in lines_of(folder / "questions.jsonl"):
        if (row["key_phrase"] is not None) is not inside:
            continue
        text = fold(row["q"]) if bare else row["q"]
        hits = answer(text).hits
        first = clause(hits[0].clause.id) if hits else None
        if inside:
            right = first is not None and fold(row["key_phrase"]) in fold(first.text)
        else:
            right = first is None
        yield Row(right, f"{text}: {first.id if first else None}, expected {row['item']}")


def main() -> int:
    """Report on the folders given, `-v` with the rows that are wrong; 1 if a target is missed."""
    folders = [Path(given) for given in sys.argv[1:] if not given.startswith("-")] or [DEFAULT]
    missed = False
    for folder in folders:
        sys.stdout.write(f"\n{folder}\n")
        for score in scores(folder):
            if not score.rows:
                continue
            missed = missed or not score.is_met
            sys.stdout.write(score.line() + "\n")
            if "-v" in sys.argv:
                wrong = (row.told for row in score.rows if not row.right or row.is_grave)
                sys.stdout.writelines(f"  {told}\n" for told in wrong)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
