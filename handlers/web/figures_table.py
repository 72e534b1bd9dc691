"""Figures as tables and short lists, and what stands beside a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.figures import Figures
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, element

TONES: Final = (("good", "in_time"), ("bad", "late"), ("quiet", "uncounted"))
"""The parts of a bar: proposals in time, late, and where no days are counted."""
LONG: Final = 24
COLUMNS: Final = ("sent", "in_time", "late", "in_time_share", "returned", "decided")


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """In the words of the board's frame."""

    frame: BoardFrame

    def count(self, count: int) -> str:
        return self.frame.say("board.count", count=count)

    def share(self, tenths: int | None) -> str:
        """A share in percent; where nothing counts it is none."""
        if tenths is None:
            return self.frame.say("statistics.no_share")
        return self.frame.say("statistics.share", tenths=tenths)

    def summary(self, found: Figures) -> Element:
        """The figures of all of them."""
        days, near = found.middle_days, found.grassroots_share
        no_data = self.frame.say("statistics.no_data")
        told = {
            "sent": self.count(found.sent),
            "in_time_share": self.share(found.in_time_share),
            "middle_days": self.share(None) if days is None else self.count(days),
            "individual_share": self.share(found.individual_share),
            "grassroots_share": no_data if near is None else self.share(near),
            "returned_share": self.share(found.returned_share),
        }
        named = [
            element("div", element("dt", self._column(name)), element("dd", value))
            for name, value in told.items()
        ]
        return element("dl", named, class_="summary")

    def _column(self, name: str) -> str:
        return self.frame.say(f"sheet.column.{name}")

    def of(self, column: str, found: Mapping[str, Figures]) -> Element:
        """A row for each: how many, in time or late, returned, decided."""
        head = (column, *(f"sheet.column.{name}" for name in COLUMNS))
        return self.rows(head, [(name, *self._values(one)) for name, one in found.items()])

    def _values(self, one: Figures) -> tuple[str, ...]:
        sent, in_time, late = map(self.count, (one.sent, one.in_time, one.timings["late"]))
        returned, decided = map(self.count, (one.returned, one.states["decided"]))
        return sent, in_time, late, self.share(one.in_time_share), returned, decided

    def rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Element:
        """The first cell of each row names it."""
        top = element("tr", [element("th", self.frame.say(one), scope="col") for one in head])
        body = [
            element(
                "tr", element("th", row[0], scope="row"), [element("td", one) for one in row[1:]]
            )
            for row in rows
        ]
        table = element("table", element("thead", top), element("tbody", body))
        long = " long" if len(rows) > LONG else ""
        return element("div", table, class_=f"scroll{long}", tabindex=0)

    def beside(
        self,
        title: str,
        drawn: Element,
        table: Element,
        *,
        note: str | None = None,
        legend: bool = False,
    ) -> Element:
        """A chart beside its table, under one title."""
        told = element("p", note, class_="state") if note else None
        picture = element("div", self._legend() if legend else None, drawn, told)
        both = element("div", picture, table, class_="beside")
        named = element("h3", self.frame.say(title))
        return element("section", named, both, class_="duty figures")

    def _legend(self) -> Element:
        tones = [
            element("span", element("i", class_=tone), self.frame.say(f"board.statistics.{what}"))
            for tone, what in TONES
        ]
        return element("p", tones, class_="legend", aria_hidden="true")
