"""The board's pages of proposals: a list with filters, and one with what may be done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from urllib.parse import urlencode

from flows.model import Person
from flows.proposals.board import A_PAGE, Listing, Wanted
from flows.proposals.course import State
from flows.proposals.listing import is_late
from flows.proposals.matter import Line, Proposal
from flows.proposals.moves import REVIEWING, Step, steps_open
from flows.proposals.reviewing import (
    answers_told,
    findings_told,
    flaggable,
    left_to_people,
    mark_told,
)
from flows.proposals.telling import page, waited
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, Part, element, together
from rules.message import Message, say
from rules.rule import PROPOSALS
from rules.verdict import Assessment

HERE = "/board/proposals"


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """Drawn within the board's frame; `overdue_from` marks what has waited long."""

    frame: BoardFrame
    overdue_from: date
    zone: tzinfo

    def say(self, message: Message) -> str:
        return self.frame.said(message)

    def listed(self, listing: Listing, wanted: Wanted) -> str:
        office = listing.person.unit.name if listing.person.unit else ""
        lines = [self._line(one) for one in listing.lines]
        none = element("p", self.say(say("board.proposals.none")), class_="none")
        title = self.say(say("board.proposals"))
        return self.frame.framed(
            element("h2", title, " ", element("span", office, class_="office")),
            element("nav", list(self._filters(listing, wanted)), class_="row filters"),
            element("ul", lines, class_="proposals") if lines else none,
            element("p", list(self._pages(listing, wanted)), class_="row"),
        )

    def _filters(self, listing: Listing, wanted: Wanted) -> Iterator[Part]:
        yield self._filter(
            say("board.proposals.open"),
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
            "a", self.say(label), href=_address(to), class_="choice", aria_current=pressed
        )

    def _pages(self, listing: Listing, wanted: Wanted) -> Iterator[Part]:
        if wanted.first:
            before = replace(wanted, first=max(0, wanted.first - A_PAGE))
            label = self.say(say("drafts.before"))
            yield element("a", label, href=_address(before), class_="choice")
        if wanted.first + A_PAGE < listing.count:
            after = replace(wanted, first=wanted.first + A_PAGE)
            label = self.say(say("drafts.more"))
            yield element("a", label, href=_address(after), class_="choice")

    def _line(self, one: Line) -> Element:
        late = is_late(one, self.overdue_from)
        overdue = element("strong", self.say(say("board.proposals.late")), class_="left bad")
        state = say(
            "board.proposals.line",
            unit=one.unit_name,
            state=say(f"proposal.state.{one.state.value}"),
            waited=waited(one.since, self.frame.today),
            verdict=say(f"proposal.verdict.{one.verdict}"),
        )
        return element(
            "li",
            element("a", self.say(one.title), href=f"{HERE}/{one.draft}"),
            element("span", self.say(state), " ", overdue if late else None, class_="state"),
        )

    def one(self, person: Person, proposal: Proposal, found: Assessment | None) -> str:
        """Where it is, what was sent, the checklist, and the steps this person may take."""
        told = page(proposal, person, self.frame.today, self.zone).text
        steps = [
            step
            for step in steps_open(proposal.state, proposal.parts_of(person))
            if step in REVIEWING
        ]
        return self.frame.framed(
            element("p", element("a", self.say(say("board.proposals.back")), href=HERE)),
            element(
                "article",
                [element("p", self.say(line)) for line in told],
                self._decision_file(proposal),
                class_="duty",
            ),
            self._checklist(proposal, found, marks=Step.ACCEPT in steps) if found else None,
            self._answers(proposal, flags=Step.RETURN in steps),
            self._steps(proposal, steps) if steps else None,
        )

    def _decision_file(self, proposal: Proposal) -> Part:
        if proposal.file is None:
            return None
        named = self.say(say("board.proposals.decision", name=proposal.file.name))
        link = element("a", named, href=f"{HERE}/{proposal.draft}/decision", download=True)
        return element("p", link, class_="files")

    def _checklist(self, proposal: Proposal, found: Assessment, *, marks: bool) -> Element:
        rules = [element("li", self.say(line)) for line in findings_told(found)]
        people = [
            element("li", self._mark(proposal, clause, to, open_=marks))
            for clause, to in left_to_people(proposal, found)
        ]
        title = element("h3", self.say(say("board.proposals.check")))
        return element("article", title, element("ul", rules, people), class_="duty check")

    def _mark(self, proposal: Proposal, clause: str, to: str, *, open_: bool) -> Element:
        label = self.say(mark_told(clause, proposal.marks))
        if not open_:
            return element("span", label)
        named: dict[str, str | int] = {"data_clause": clause, "data_mark": to}
        named["data_draft"] = proposal.draft
        button = element("button", label, type="button", class_="choice mark", **named)
        return together((button, element("span", role="status")))

    def _answers(self, proposal: Proposal, *, flags: bool) -> Element:
        title = element("h3", self.say(say("board.proposals.answers")))
        lines = element("ul", [element("li", self.say(one)) for one in answers_told(proposal)])
        if not flags:
            return element("article", title, lines, class_="duty")
        asked = element("h3", self.say(say("board.proposals.flag")))
        boxes = [
            element(
                "label",
                element("input", type="checkbox", name="flag", value=path),
                " ",
                self.say(name),
            )
            for path, name in flaggable(proposal)
        ]
        return element("article", title, lines, asked, boxes, class_="duty flags")

    def _steps(self, proposal: Proposal, steps: list[Step]) -> Element:
        fields: list[Part] = [self._field("words", element("textarea", name="words", rows=3))]
        if Step.DECIDE in steps:
            fields.append(self._field("number", element("input", name="number")))
            fields.append(self._field("day", element("input", name="day", type="date")))
            fields.append(self._field("file", element("input", name="file", type="file")))
        buttons = [
            element(
                "button",
                self.say(say(f"proposal.do.{step.value}")),
                type="button",
                class_="choice step",
                data_step=step.value,
            )
            for step in steps
        ]
        named = {"data_draft": proposal.draft, "data_version": proposal.version}
        said = element("p", role="status")
        row = element("p", buttons, class_="row")
        return element("section", fields, row, said, class_="duty steps", **named)

    def _field(self, name: str, field: Element) -> Element:
        return element("label", self.say(say(f"board.proposals.{name}")), field, class_="field")


def _address(wanted: Wanted) -> str:
    query = {"state": wanted.state, "kind": wanted.kind, "first": wanted.first or ""}
    query["overdue"] = "1" if wanted.overdue else ""
    told = urlencode({name: value for name, value in query.items() if value})
    return f"{HERE}?{told}" if told else HERE
