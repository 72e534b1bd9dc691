"""The board's pages of units: the tree, and what may be changed of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.proposals.routing import Route
from flows.tree import LEVELS, Change, Node, UnitTree, parents_for
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, Part, element, together
from handlers.web.rules_part import RulesPart
from rules.citations import letters
from rules.message import Message, say

HERE = "/board/units"
BINDING = tuple(one.id for one in letters().values() if one.number)
"""What can bind a unit: letters, not what is only printed beside them."""


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """Drawn within the board's frame."""

    frame: BoardFrame
    tree: UnitTree

    def say(self, key: str, **values: str | int | Message) -> str:
        return self.frame.say(key, **values)

    def listed(self) -> str:
        """All units, each below its parent."""
        roots = [self._branch(one) for one in self.tree.roots()]
        return self.frame.framed(
            element("h2", self.say("board.units")),
            element("p", self.say("board.units.how"), class_="none"),
            element("ul", roots, class_="tree duty"),
        )

    def _branch(self, one: Node) -> Element:
        below = [self._branch(child) for child in self.tree.children(one.id)]
        link = element("a", one.name, href=f"{HERE}/{one.id}")
        line = element("span", self._told(one), class_="state")
        return element("li", link, " ", line, element("ul", below) if below else None)

    def _told(self, one: Node) -> str:
        office = self.tree.nodes.get(one.office or 0)
        parts = [self.say(f"admin.level.{one.level}"), self._people(one.people)]
        if office is not None:
            parts.append(self.say("board.units.sends_to", office=office.name))
        elif one.id != self.tree.own:
            parts.append(self.say("board.units.sends_nowhere"))
        return " · ".join(parts)

    def _people(self, count: int) -> str:
        return self.say("board.units.person" if count == 1 else "board.units.people", count=count)

    def one(self, unit: Node, rules: Sequence[Route]) -> str:
        """The forms of one unit; of their own, a name and what is added below it."""
        forms = [self._rename(unit)]
        if unit.id != self.tree.own:
            forms += [self._move(unit), self._office(unit)]
        forms.append(self._add(unit))
        if unit.id != self.tree.own:
            forms.append(self._retire(unit))
        above = list(self.tree.line(unit.id))[1:]
        path = " › ".join(self.tree.nodes[one].name for one in reversed(above))
        return self.frame.framed(
            element("p", element("a", self.say("board.units.back"), href=HERE)),
            element("h2", unit.name, " ", element("span", path or None, class_="office")),
            element("p", self._told(unit), class_="state"),
            element("p", self._letters_told(unit), class_="state"),
            element("div", forms, class_="edits"),
            RulesPart(self).drawn(unit, rules),
        )

    def _letters_told(self, unit: Node) -> str:
        if not unit.letters:
            return self.say("board.units.unbound")
        bound = [say(f"letter.{one}.short") for one in unit.letters]
        return self.frame.said(say("board.units.bound", letters=bound))

    def _form(self, change: Change, unit: Node, *fields: Part, then: str = "") -> Element:
        button = element("button", self.say(f"board.units.do.{change.value}"), class_="choice")
        title = element("h3", self.say(f"board.units.{change.value}"))
        said = element("p", role="status")
        named: dict[str, str | int] = {"data_change": change.value, "data_unit": unit.id}
        return element(
            "form", title, fields, element("p", button, class_="row"), said,
            class_="duty steps edit", data_then=then or None, **named,
        )  # fmt: skip

    def field(self, key: str, field: Element) -> Element:
        return element("label", self.say(key), field, class_="field")

    def _rename(self, unit: Node) -> Element:
        name = element("input", name="name", value=unit.name, autocomplete="off")
        return self._form(Change.RENAME, unit, self.field("board.units.name", name))

    def _move(self, unit: Node) -> Element:
        options = self.options(parents_for(self.tree, unit.id), chosen=unit.parent)
        if unit.parent not in self.tree.nodes:
            kept = element("option", self.say("board.units.kept"), value="", selected=True)
            options = together((kept, options))
        return self._form(
            Change.MOVE,
            unit,
            self.field("board.units.parent", element("select", options, name="to")),
        )

    def _office(self, unit: Node) -> Element:
        return self._form(Change.OFFICE, unit, self._office_field(unit.id, unit.office))

    def _office_field(self, unit: int | None, chosen: int | None) -> Element:
        others = [one for one in self.tree.nodes.values() if one.id != unit]
        none = element(
            "option", self.say("board.units.no_office"), value="", selected=chosen is None
        )
        select = element("select", none, self.options(others, chosen=chosen), name="to")
        return self.field("board.units.office", select)

    def options(self, nodes: Iterable[Node], *, chosen: int | None) -> Element:
        ordered = {one.id for one in nodes}
        return together(
            element("option", f"{'— ' * depth}{one.name}", value=one.id, selected=one.id == chosen)
            for one, depth in self._walk(self.tree.roots(), 0)
            if one.id in ordered
        )

    def _walk(self, nodes: Iterable[Node], depth: int) -> Iterable[tuple[Node, int]]:
        for one in nodes:
            yield one, depth
            yield from self._walk(self.tree.children(one.id), depth + 1)

    def _add(self, unit: Node) -> Element:
        own = self.tree.nodes[self.tree.own]
        levels = [
            element("option", self.say(f"admin.level.{one}"), value=one, selected=one == LEVELS[0])
            for one in LEVELS
        ]
        boxes = [self._letter(one, checked=one in unit.letters) for one in BINDING]
        return self._form(
            Change.ADD,
            unit,
            self.field("board.units.name", element("input", name="name", autocomplete="off")),
            self.field("board.units.level", element("select", levels, name="level")),
            self._office_field(None, own.id),
            element("fieldset", element("legend", self.say("board.units.letters")), boxes),
            then=HERE,
        )

    def _letter(self, letter: str, *, checked: bool) -> Element:
        box = element("input", type="checkbox", name="letters", value=letter, checked=checked)
        return element("label", box, " ", self.say(f"letter.{letter}.short"), class_="box")

    def _retire(self, unit: Node) -> Element:
        told = element("p", self.say("board.units.retire.how"), class_="state")
        return self._form(Change.RETIRE, unit, told, then=HERE)
