"""The part of a unit's page that tells who receives which of its proposals, and lets it be set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from flows.proposals.routing import LEVELS, Route, line
from flows.tree import Node, UnitTree
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, element
from rules.rule import PROPOSALS


class Fields(Protocol):
    """What the page of units lends: its frame, its tree, and how it draws a field."""

    @property
    def frame(self) -> BoardFrame: ...

    @property
    def tree(self) -> UnitTree: ...

    def field(self, key: str, field: Element) -> Element: ...

    def options(self, nodes: Sequence[Node], *, chosen: int | None) -> Element: ...


class RulesPart:
    """Within the page of one unit."""

    def __init__(self, page: Fields) -> None:
        self._page = page
        self._say = page.frame.say

    def drawn(self, unit: Node, rules: Sequence[Route]) -> Element:
        """The rules that bear on it, and a form for one more."""
        told = [self._rule(one, unit) for one in rules]
        none = element("p", self._say("board.units.routes.none"), class_="none")
        return element(
            "section",
            element("h3", self._say("board.units.routes")),
            element("p", self._say("board.units.routes.how"), class_="state"),
            element("ul", told) if told else none,
            self._form(unit),
            class_="duty rules",
        )

    def _rule(self, one: Route, unit: Node) -> Element:
        """One of the unit's own can be ended here, one from above where it is set."""
        told = element("span", self._page.frame.said(line(one)))
        if one.unit != unit.id:
            return element("li", told)
        button = element("button", self._say("board.units.routes.end"), class_="choice")
        said = element("span", role="status")
        named: dict[str, str | int] = {"data_change": "end", "data_route": one.id}
        form = element("form", button, said, class_="steps edit", data_to=ADDRESS, **named)
        return element("li", told, form)

    def _form(self, unit: Node) -> Element:
        others = [one for one in self._page.tree.nodes.values() if one.id != unit.id]
        office = element("select", self._page.options(others, chosen=None), name="to")
        today: date = self._page.frame.today
        since = element("input", type="date", name="since", value=today.isoformat())
        fields = [
            self._page.field("board.units.routes.kind", self._choices("kind", PROPOSALS)),
            self._page.field("board.units.routes.level", self._choices("level", LEVELS)),
            self._page.field("board.units.office", office),
            self._page.field("board.units.routes.since", since),
            self._page.field("board.units.routes.basis", element("input", name="basis")),
        ]
        button = element("button", self._say("board.units.routes.set"), class_="choice")
        named: dict[str, str | int] = {"data_change": "set", "data_unit": unit.id}
        return element(
            "form",
            element("div", fields, class_="period"),
            element("p", button, class_="row"),
            element("p", role="status"),
            class_="steps edit",
            data_to=ADDRESS,
            **named,
        )

    def _choices(self, name: str, values: Sequence[str]) -> Element:
        options = [
            element("option", self._say(f"route.{name}.{one or 'any'}"), value=one)
            for one in ("", *values)
        ]
        return element("select", options, name=name)


ADDRESS = "/api/board/route"
