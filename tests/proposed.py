"""Requests about proposals in memory, answered as storage does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.model import Person, Unit, UnitRole
from flows.proposals.asked import (
    MOST_ENDED,
    FindAlike,
    FindOffice,
    ListProposals,
    Mark,
    Named,
    ReadProposal,
    Taken,
    TakeStep,
)
from flows.proposals.awarded import by_spelling, names_of
from flows.proposals.course import State, reopened
from flows.proposals.matter import Alike, Line, Proposal, Stepped
from flows.proposals.moves import ENDED, Move, Part, Step
from flows.proposals.moving import SENDING, marked, stepped
from flows.proposals.news import news
from flows.proposals.reviewing import is_marked
from flows.proposals.routing import Routed, route_of, routed
from flows.proposals.sending import deed_of
from flows.reminding import Colleague
from language.fold import fold
from rules.calendar import load_calendar
from rules.message import Message, say
from tests.registers import Matters

WRITTEN = (Step.CONFIRM, Step.RESEND)


@dataclass(slots=True)
class Proposing(Matters):
    """All that one person asks of proposals within one turn."""

    def _read_proposal(self, asked: ReadProposal) -> Proposal | None:
        found = self.kept.proposals.get(asked.draft)
        if found is None or not found.is_seen_by(self.person):
            return None
        return replace(found, alike=tuple(self._alike(found)))

    def _find_alike(self, asked: FindAlike) -> Named | None:
        if not self.kept.keeps(self.person, asked.draft):
            return None
        draft = self.drafts[asked.draft]
        return Named(tuple(self._named(names_of(draft), deed_of(draft.answers), asked.draft)))

    def _alike(self, one: Proposal) -> Iterator[Alike]:
        return self._named(one.snapshot.names, one.snapshot.deed, one.draft)

    def _named(self, names: tuple[str, ...], deed: str, draft: int) -> Iterator[Alike]:
        called = by_spelling(names)
        for other in self.kept.proposals.values():
            near = self.unit == other.unit or other.is_seen_by(self.person)
            same = bool(deed) and other.snapshot.deed == deed
            if other.draft == draft or not near or other.state is State.DRAFT:
                continue
            if not same and other.state is not State.DECIDED:
                continue
            for name in map(fold, other.snapshot.names):
                if name in called:
                    yield Alike(
                        other.draft,
                        called[name],
                        other.unit_name,
                        other.state,
                        other.decided_on or other.since or self.today,
                        number=other.number,
                        form=str(other.snapshot.answers.get("award_form") or ""),
                        same=same,
                    )

    def _list_proposals(self, asked: ListProposals) -> tuple[Line, ...]:
        every = self.kept.proposals.values()
        found = [one for one in every if (one.state in ENDED) is asked.ended]
        seen = sorted(
            (one for one in found if one.is_seen_by(self.person)),
            key=lambda one: (one.since, one.draft),
            reverse=asked.ended,
        )[: MOST_ENDED if asked.ended else None]
        return tuple(
            Line(
                one.draft,
                one.state,
                one.snapshot.kind,
                one.snapshot.title,
                one.unit_name,
                one.snapshot.verdict,
                one.snapshot.timing,
                one.since or self.today,
                sent_on=one.sent_on,
                mine=one.owner.account == self.me,
                decided_on=one.decided_on,
            )
            for one in seen
        )

    def _take_step(self, asked: TakeStep) -> Taken | None:
        before = self._before(asked)
        draft = self.drafts.get(asked.draft)
        if before is None or draft is None or not before.is_seen_by(self.person):
            theirs = before is None and self.kept.keeps(self.person, asked.draft)
            theirs = theirs and self._owner_of(asked.draft) is not None
            return Taken(None, say("send.no_office")) if theirs and asked.snapshot else None
        if asked.version != (draft.version if asked.step in SENDING else before.version):
            return Taken(before, say("proposal.moved_on"))
        if asked.office not in (None, before.office):
            return Taken(before, say("send.office_moved", office=before.office_name))
        if asked.step is Step.SEND and not self._holding(before.unit, UnitRole.HEAD):
            return Taken(before, say("proposal.no_head"))
        found = stepped(before, self.person, asked, today=self.today)
        if isinstance(found, Message):
            return Taken(before, found)
        return Taken(self._kept(asked, *found))

    def _mark(self, asked: Mark) -> Proposal | None:
        found = self.kept.proposals.get(asked.draft)
        if found is None or not is_marked(found, asked, self.today, load_calendar()):
            return None
        after = marked(found, self.person, asked.clause, asked.mark)
        if after is not None:
            self.kept.proposals[asked.draft] = after
        return after

    def _before(self, asked: TakeStep) -> Proposal | None:
        found = self.kept.proposals.get(asked.draft)
        owner = self._owner_of(asked.draft)
        if owner is None or owner.unit is None or asked.snapshot is None:
            return found
        if found is not None and found.state is not State.DRAFT:
            return found
        office = self._office_of(asked.draft, owner.unit)
        if asked.step not in SENDING or office is None:
            return None
        if found is not None:
            return replace(found, office=office.office, office_name=office.office_name)
        return _begun(asked, owner, owner.unit, office)

    def _owner_of(self, draft: int) -> Person | None:
        return self.kept.people.get(self.kept.owners.get(draft, 0))

    def _find_office(self, asked: FindOffice) -> Routed | None:
        owner = self._owner_of(asked.draft)
        if owner is None or owner.unit is None or not self.kept.keeps(self.person, asked.draft):
            return None
        return self._office_of(asked.draft, owner.unit)

    def _office_of(self, draft: int, unit: Unit) -> Routed | None:
        """In memory no unit stands above another."""
        found = self.drafts[draft]
        level = str(found.answers.get("award_level") or "")
        rule = route_of(self.kept.routes, (unit.id,), kind=found.kind, level=level, on=self.today)
        if rule is not None:
            return routed(rule)
        office = self.kept.offices.get(unit.id)
        if office is None:
            return None
        return Routed(office.id, office.name, say("route.why.one", unit=unit.name))

    def _kept(self, asked: TakeStep, after: Proposal, move: Move) -> Proposal:
        done = Stepped(self.now, str(self.person.name), asked.step, asked.details.words)
        after = replace(
            after,
            version=after.version + 1,
            since=after.since or self.today,
            steps=(*after.steps, done),
        )
        self.kept.proposals[asked.draft] = after
        draft = replace(self.drafts[asked.draft], course=after.course)
        if asked.step not in WRITTEN:
            draft = replace(draft, version=draft.version + 1)
        if asked.step is Step.RETURN:
            answers = reopened(after.course, draft.answers)
            draft = replace(draft, answers=answers, past=())
        self.drafts[asked.draft] = draft
        self._tell(after, move)
        return after

    def _tell(self, after: Proposal, move: Move) -> None:
        concerned = {
            Part.OWNER: [after.owner.account],
            Part.HEAD: self._holding(after.unit, UnitRole.HEAD),
            Part.REVIEWER: self._holding(after.office, UnitRole.REVIEWER),
        }
        told = {self.me}
        for part, line in news(after, move, self.person):
            for account in concerned[part]:
                if account not in told:
                    self.kept.news.append((account, after.draft, line))
                    told.add(account)

    def _holding(self, unit: int, role: UnitRole) -> list[int]:
        return sorted(
            account
            for account, one in self.kept.people.items()
            if one.unit is not None and one.unit.id == unit and role in one.roles
        )


def _begun(asked: TakeStep, owner: Person, unit: Unit, office: Routed) -> Proposal:
    assert asked.snapshot is not None
    return Proposal(
        asked.draft,
        State.DRAFT,
        unit=unit.id,
        unit_name=unit.name,
        office=office.office,
        office_name=office.office_name,
        owner=Colleague(int(owner.account or 0), str(owner.name)),
        snapshot=asked.snapshot,
        letters=unit.letters,
    )
