"""The board's page of one proposal: where it is, the checklist, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from flows import attached
from flows.model import Download, Draft, Person
from flows.papers.pages import made
from flows.proposals.board import Wanted
from flows.proposals.course import State
from flows.proposals.matter import Proposal
from flows.proposals.moves import REVIEWING, Step, steps_open
from flows.proposals.reviewing import (
    answers_told,
    draft_of,
    findings_told,
    flaggable,
    left_to_people,
    mark_told,
)
from flows.proposals.telling import page
from flows.reminding import File
from handlers.web.board_frame import BoardFrame
from handlers.web.elements import Element, Part, element, together
from handlers.web.proposals_list import HERE, address
from rules.message import Message, say
from rules.verdict import Assessment


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """Drawn within the board's frame."""

    frame: BoardFrame
    zone: tzinfo

    def say(self, message: Message) -> str:
        return self.frame.said(message)

    def one(
        self, person: Person, proposal: Proposal, found: Assessment | None, wanted: Wanted
    ) -> str:
        """Where it is, what was sent, the checklist, and the steps this person may take."""
        title, *told = page(proposal, person, self.frame.today, self.zone).text
        steps = [
            step
            for step in steps_open(proposal.state, proposal.parts_of(person))
            if step in REVIEWING
        ]
        return self.frame.framed(
            element("p", element("a", self.say(say("board.proposals.back")), href=address(wanted))),
            element("h2", self.say(title)),
            element(
                "article",
                [element("p", self.say(line)) for line in told],
                self._decision_file(proposal),
                class_="duty",
            ),
            self._checklist(proposal, found, marks=_is_taken(proposal, steps)) if found else None,
            self._answers(proposal, person, flags=Step.RETURN in steps),
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

    def _answers(self, proposal: Proposal, person: Person, *, flags: bool) -> Element:
        title = element("h3", self.say(say("board.proposals.answers")))
        lines = element("ul", [element("li", self.say(one)) for one in answers_told(proposal)])
        files = self._files(proposal, person)
        if not flags:
            return element("article", title, lines, files, class_="duty")
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
        return element("article", title, lines, files, asked, boxes, class_="duty flags")

    def _files(self, proposal: Proposal, person: Person) -> Part:
        """Links to its papers in one file, and to each file attached to it."""
        one = f"{HERE}/{proposal.draft}"
        to = (
            [(f"{one}/papers", say("board.proposals.papers"))]
            if papers_of(proposal, person)
            else []
        )
        for place, (paper, file) in enumerate(attached_to(proposal)):
            named = say("board.proposals.file.sent", paper=attached.named(paper), name=file.name)
            to.append((f"{one}/files/{place}", named))
        links = [
            element("li", element("a", self.say(name), href=at, download=True)) for at, name in to
        ]
        return element("ul", links, class_="files") if links else None

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


def papers_of(proposal: Proposal, person: Person) -> Download | None:
    """Its papers in one file, as the talk hands them to this person; None where none are made."""
    sent = proposal.snapshot
    draft = Draft(sent.kind, sent.answers, id=proposal.draft, course=proposal.course)
    return made(draft, person).file


def attached_to(proposal: Proposal) -> list[tuple[str, File]]:
    """Each file that was sent with it, with the paper that it is."""
    there = attached.files_of(draft_of(proposal))
    return [(paper, file) for paper, files in there.items() for file in files]


def _is_taken(proposal: Proposal, steps: list[Step]) -> bool:
    """Whether this person reviews it now, and may mark its checklist."""
    return proposal.state is State.UNDER_REVIEW and Step.ACCEPT in steps
