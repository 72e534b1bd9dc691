"""The board's list of proposals: sought by words, narrowed by filters, each kept in the links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from flows.proposals.board import A_PAGE, Listing, Wanted
from flows.proposals.course import State
from flows.proposals.listing import is_late
from flows.proposals.matter import Line
from flows.proposals.moves import ENDED
from flows.proposals.seeking import LONGEST
from flows.proposals.telling import waited
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, Part, element
from rules.message import Message, say
from rules.rule import PROPOSALS

HERE = "/board/proposals"


@dataclass(frozen=True, slots=True)
class ProposalsList:
    """Drawn within the board's frame; `overdue_from` marks what has waited long."""

    frame: BoardFrame
    overdue_from: date

    def say(self, message: Message) -> str:
        return self.frame.said(message)

    def listed(self, listing: Listing, wanted: Wanted) -> str:
        office = listing.person.unit.name if listing.person.unit else ""
        lines = [self._line(one, wanted) for one in listing.lines]
        none = element("p", self.say(say("board.proposals.none")), class_="none")
        title = self.say(say("board.proposals"))
        return self.frame.framed(
            element("h2", title, " ", element("span", office, class_="office")),
            self._search(wanted),
            element("nav", list(self._filters(listing, wanted)), class_="row filters"),
            element("p", self.say(say("board.proposals.count", count=listing.count))),
            element("ul", lines, class_="proposals") if lines else none,
            element("p", list(self._pages(listing, wanted)), class_="row"),
        )

    def _search(self, wanted: Wanted) -> Element:
        """By words; what is filtered stays so."""
        kept = query_of(replace(wanted, sought="", first=0))
        label = self.say(say("board.proposals.search"))
        field = element("input", type="search", name="q", value=wanted.sought, maxlength=LONGEST)
        return element(
            "form",
            element("label", label, field, class_="field"),
            [element("input", type="hidden", name=name, value=kept[name]) for name in kept],
            element("button", self.say(say("board.proposals.find")), class_="choice"),
            action=HERE,
            role="search",
            class_="search",
        )

    def _filters(self, listing: Listing, wanted: Wanted) -> Iterator[Part]:
        yield self._filter(
            say("board.proposals.all" if wanted.sought else "board.proposals.open"),
            replace(wanted, state="", first=0),
            pressed=not wanted.state,
        )
        for state in State:
            count = listing.by_state.get(state.value, 0)
            if count:
                named = say(f"proposal.state.{state.value}")
                label = say("board.proposals.state", state=named, count=count)
                yield self._filter(
                    label,
                    replace(wanted, state=state.value, first=0),
                    pressed=wanted.state == state.value,
                )
        for kind in PROPOSALS:
            pressed = wanted.kind == kind
            other = replace(wanted, kind="" if pressed else kind, first=0)
            yield self._filter(say(f"kind.{kind}"), other, pressed=pressed)
        late = replace(wanted, overdue=not wanted.overdue, first=0)
        yield self._filter(say("board.proposals.overdue"), late, pressed=wanted.overdue)

    def _filter(self, label: Message, to: Wanted, *, pressed: bool) -> Element:
        """A link to the same list with one thing changed; pressed where it is so already."""
        return element(
            "a", self.say(label), href=address(to), class_="choice", aria_current=pressed
        )

    def _pages(self, listing: Listing, wanted: Wanted) -> Iterator[Part]:
        if wanted.first:
            before = replace(wanted, first=max(0, wanted.first - A_PAGE))
            label = self.say(say("drafts.before"))
            yield element("a", label, href=address(before), class_="choice")
        if wanted.first + A_PAGE < listing.count:
            after = replace(wanted, first=wanted.first + A_PAGE)
            label = self.say(say("drafts.more"))
            yield element("a", label, href=address(after), class_="choice")

    def _line(self, one: Line, wanted: Wanted) -> Element:
        late = is_late(one, self.overdue_from)
        overdue = element("strong", self.say(say("board.proposals.late")), class_="left bad")
        ended = one.state in ENDED
        state = say(
            "board.proposals.line.ended" if ended else "board.proposals.line",
            unit=one.unit_name,
            state=say(f"proposal.state.{one.state.value}"),
            waited=waited(one.since, self.frame.today),
            verdict=say(f"proposal.verdict.{one.verdict}"),
        )
        return element(
            "li",
            element("a", self.say(one.title), href=address(wanted, one.draft)),
            element("span", self.say(state), " ", overdue if late else None, class_="state"),
        )


def query_of(wanted: Wanted) -> dict[str, str | int]:
    query: dict[str, str | int] = {"q": wanted.sought, "state": wanted.state, "kind": wanted.kind}
    query |= {"overdue": "1" if wanted.overdue else "", "first": wanted.first or ""}
    return {name: value for name, value in query.items() if value}


def address(wanted: Wanted, draft: int | None = None) -> str:
    """The list, or one of it, with all that it is narrowed by."""
    told = urlencode(query_of(wanted))
    here = HERE if draft is None else f"{HERE}/{draft}"
    return f"{here}?{told}" if told else here
