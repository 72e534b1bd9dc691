"""What the oracle must know of a played year: which last days stood when, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.reminders.days import CALENDAR
from tests.reminders.oracle import OF_A_DRAFT, Concern, Life

DAY = timedelta(days=1)
TEN_DAYS = timedelta(days=10)
FIFTEEN = 15


def last_days(answers: Mapping[str, Any]) -> dict[str, date]:
    """The last days of a draft, read straight from the letters."""
    if answers.get("submitted_on") or answers.get("nominees[*].ground") == "none":
        return {}
    if "achieved_on" in answers:
        return {"window": date.fromisoformat(answers["achieved_on"]) + TEN_DAYS}
    found = {"dossier": _fifteen_before(date.fromisoformat(answers["ceremony_on"]))}
    if "note.final_review_on" in answers:
        found["summing_up"] = date.fromisoformat(answers["note.final_review_on"])
        found["movement"] = date.fromisoformat(answers["note.movement_ends_on"])
    return found


def _fifteen_before(ceremony: date) -> date:
    left, day = FIFTEEN, ceremony
    while left:
        day -= DAY
        left -= CALENDAR.is_working_day(day)
    return day


@dataclass
class Lives:
    """Collects, while a year is played, what each person was concerned with."""

    lives: dict[int, Life] = field(default_factory=dict)
    _histories: dict[tuple[int, str, str, tuple[str, ...]], list[tuple[datetime, date | None]]] = (
        field(default_factory=dict)
    )

    @property
    def concerns(self) -> list[Concern]:
        return [
            Concern(account, about, matter, tuple(history), rungs)
            for (account, about, matter, rungs), history in self._histories.items()
        ]

    def stands(
        self,
        account: int,
        about: str,
        matter: str,
        *,
        since: datetime,
        due: date | None,
        rungs: tuple[str, ...] = OF_A_DRAFT,
    ) -> None:
        """From now on this last day stands for the person; None: none."""
        history = self._histories.setdefault((account, about, matter, rungs), [])
        history.append((since.astimezone(UTC), due))

    def draft(self, account: int, about: str, since: datetime, answers: Mapping[str, Any]) -> None:
        found = last_days(answers)
        for matter in ("window", "dossier", "summing_up", "movement"):
            known = (account, about, matter, OF_A_DRAFT) in self._histories
            if matter in found or known:
                self.stands(account, about, matter, since=since, due=found.get(matter))

    def task(
        self,
        about: str,
        since: datetime,
        due: date | None,
        *,
        reporting: Iterable[int],
        relieved: Iterable[int] = (),
        heads: Iterable[int] = (),
        office: Iterable[int] = (),
    ) -> None:
        """Who reports, who no longer has to, and who hears of it when it is overdue."""
        for account in reporting:
            self.stands(account, about, "duty", since=since, due=due)
        for account in relieved:
            self.stands(account, about, "duty", since=since, due=None)
        for account in heads:
            self.stands(account, about, "duty", since=since, due=due, rungs=("head",))
        for account in office:
            self.stands(account, about, "duty", since=since, due=due, rungs=("office",))

    def hours(self, account: int, since: datetime, start: int, end: int) -> None:
        life = self.lives.get(account, Life())
        hours = (*life.hours, (since.astimezone(UTC), start, end))
        self.lives[account] = Life(hours, life.pauses)

    def pause(self, account: int, since: datetime, until: date | None) -> None:
        life = self.lives.get(account, Life())
        pauses = (*life.pauses, (since.astimezone(UTC), until))
        self.lives[account] = Life(life.hours, pauses)
