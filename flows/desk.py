"""What lies before an interview: the person, the draft, and where the talk about it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from flows.model import Draft, Json, Person
from language.questions import Shelf
from rules.calendar import Calendar


@dataclass(frozen=True, slots=True)
class At:
    """Where the talk stands beyond the answers themselves.

    `go_on` after the officer chose to be asked on past an open point; `editing` a path asked
    again; `picked` a set half chosen; `month` a calendar open; `many` nominees being listed;
    `fixing` the list of answers to mend, `part` which of its parts; `floor` the depth of undo
    where the stage began; `told` that a good verdict was shown ahead of the questions on time;
    `reached` the share of the way that was shown; `taken` what steps back took, newest last;
    `waiting` nominees of a spreadsheet, and `faulty` what is wrong with its other rows.
    """

    stage: str = "eligibility"
    go_on: bool = False
    editing: str = ""
    picked: tuple[str, ...] | None = None
    month: date | None = None
    many: bool = False
    fixing: bool = False
    part: str = ""
    floor: int = 0
    told: bool = False
    reached: int = 0
    taken: tuple[Mapping[str, Json], ...] = ()
    waiting: tuple[Json, ...] = ()
    faulty: tuple[Json, ...] = ()

    def to_json(self) -> Mapping[str, Json]:
        """Only what differs from the beginning."""
        now = ((key, getattr(self, key)) for key in _BEGIN)
        raw = {key: value for key, value in now if value != _BEGIN[key]}
        if self.month is not None:
            raw["month"] = self.month.isoformat()
        return raw

    @classmethod
    def from_json(cls, raw: Mapping[str, Json]) -> At:
        values = {key: value for key, value in raw.items() if key in _BEGIN}
        if values.get("month"):
            values["month"] = date.fromisoformat(values["month"])
        if values.get("picked") is not None:
            values["picked"] = tuple(values["picked"])
        for name in ("taken", "waiting", "faulty"):
            values[name] = tuple(values.get(name, ()))
        return cls(**values)


_BEGIN = asdict(At())


@dataclass(frozen=True, slots=True)
class Desk:
    """The scene of an interview. `keeps` says that the draft is stored, not only talked about.

    `open` is what the newest reply asked: the answer is to that, whatever has changed since.
    """

    person: Person
    today: date
    draft: Draft
    at: At
    keeps: bool = False
    open: str = ""
    calendar: Calendar | None = None
    own: Shelf | None = None

    @property
    def asked(self) -> str | None:
        """The path whose question the officer sees; None where a card is shown."""
        return self.open.removeprefix("ask:") if self.open.startswith("ask:") else None
