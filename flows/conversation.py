"""One turn in one transaction: load, step, save, queue the replies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo

from flows import engine, state
from flows.asides import beside, left_by
from flows.asking import ListDeadlines, MakeFeed, WriteCalendar
from flows.codes import code_of
from flows.deserted import question_left
from flows.engine import Next
from flows.inviting import answered
from flows.model import Draft, Incoming
from flows.people_asked import Invitations
from flows.ports import Clock, CodeRefused, StaleDraft, Storage, Talk
from flows.ports import Turn as Transaction
from flows.reminder_ports import Calendars, Planner
from flows.reminding import Plan
from flows.turn import (
    NOWHERE,
    VIETNAM,
    DeleteDraft,
    Flow,
    Found,
    ListDrafts,
    OpenDraft,
    Request,
    Said,
    Scene,
    SetLanguage,
    State,
)
from flows.turn import Turn as FlowTurn
from rules.calendar import Calendar
from rules.message import say

MOST_REQUESTS = 4
LEAST_ASKED = 3
"""Words of a message that may ask what a letter says."""


class RequestsError(RuntimeError):
    """A flow asked for more than four look-ups in one turn."""


class Conversation:
    """Leads every update of every channel through its one transaction."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        flows: Mapping[str, Flow],
        *,
        calendar: Calendar | None = None,
        planner: Planner | None = None,
        calendars: Calendars | None = None,
        invitations: Invitations | None = None,
        zone: tzinfo = VIETNAM,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._flows = flows
        self._calendar = calendar
        self._planner = planner
        self._calendars = calendars
        self._invitations = invitations
        self._zone = zone

    def take(self, incoming: Incoming) -> bool:
        """Apply one update; False when it was applied before. Commits before it returns."""
        with self._storage.turn() as transaction:
            talk = transaction.begin(incoming)
            if talk is None:
                return False
            code = code_of(incoming, talk.person)
            if code:
                self._bind(transaction, talk, code)
            else:
                self._step(transaction, talk, incoming)
            return True

    def _step(self, transaction: Transaction, talk: Talk, incoming: Incoming) -> None:
        now = state.from_json(talk.state)
        scene = self._scene(talk, now)
        asks = len((incoming.text or "").split()) >= LEAST_ASKED
        if asks and talk.person.unit is not None:  # strangers hear nothing of an office's own
            scene = replace(scene, own=transaction.own_letters())
        found = engine.step(self._flows, now, incoming, scene)
        self._finish(transaction, talk, found, scene)

    def _finish(self, transaction: Transaction, talk: Talk, found: Next, scene: Scene) -> None:
        for _ in range(MOST_REQUESTS):
            if found.turn.request is None:
                break
            scene = replace(scene, at=found.turn.at)
            talk, scene = self._answer(transaction, talk, scene, found.turn.request)
            turn = self._flows[found.state.flow].step(scene, Said(command="found"))
            more = engine.follow(self._flows, found.state, turn, scene=scene)
            ahead = (*found.ahead, *more.ahead)
            found = replace(found, turn=more.turn, state=more.state, ahead=ahead)
        if found.turn.request is not None:
            raise RequestsError
        try:
            self._save(transaction, talk, found)
        except StaleDraft:
            self._show_newer(transaction, talk, found, scene)

    def _show_newer(self, transaction: Transaction, talk: Talk, found: Next, scene: Scene) -> None:
        """Nothing of a stale write stays: the draft as it is now is shown instead."""
        stale = found.turn.draft
        newer = transaction.draft(talk.person, stale.id) if stale and stale.id else None
        name = found.state.flow if newer is not None and not newer.is_sent else "menu"
        scene = replace(scene, draft=newer, at=NOWHERE)
        turn = self._flows[name].step(scene, Said(command="show"))
        now = replace(found.state, flow=name, at=NOWHERE)
        shown = engine.follow(self._flows, now, turn, scene=scene)
        self._save(transaction, talk, replace(shown, note=say("note.newer_draft")))

    def _answer(
        self, transaction: Transaction, talk: Talk, scene: Scene, request: Request
    ) -> tuple[Talk, Scene]:
        answer: Found = None
        match request:
            case ListDrafts():
                answer = transaction.drafts(talk.person)
            case OpenDraft(id=draft):
                answer = transaction.draft(talk.person, draft)
            case DeleteDraft(id=draft):
                answer = transaction.delete_draft(talk.person, draft)
            case SetLanguage():
                transaction.set_language(talk, request.language)
                talk = replace(talk, person=replace(talk.person, language=request.language))
            case WriteCalendar() | MakeFeed():
                answer = self._calendar_of(transaction, talk, request)
            case _:
                answer = answered(transaction, talk, request, self._invitations)
        return talk, replace(scene, person=talk.person, asked=request, found=answer)

    def _calendar_of(
        self, transaction: Transaction, talk: Talk, request: WriteCalendar | MakeFeed
    ) -> Found:
        """The person's last days as a file, or the address of a new feed of them."""
        calendars = self._calendars
        if calendars is None:
            return None
        if isinstance(request, MakeFeed):
            return calendars.address(transaction.ask(talk, request))
        lines = transaction.ask(talk, ListDeadlines())
        person = talk.person
        return calendars.file(lines, person.language, now=self._clock.now(), hours=person.hours)

    def _save(self, transaction: Transaction, talk: Talk, found: Next) -> None:
        turn = found.turn
        transaction.save(
            talk,
            state=state.to_json(found.state),
            draft=turn.draft if turn.keep else None,
            replies=found.replies,
            events=turn.events,
            verdict=turn.verdict if turn.keep else None,
            last_day=turn.last_day if turn.keep else None,
            plan=self._plan(talk, turn),
        )

    def _plan(self, talk: Talk, turn: FlowTurn) -> Plan | None:
        """The reminders of the draft as it is now; None leaves them as they are."""
        if not turn.keep or turn.draft is None or turn.assessment is None or not self._planner:
            return None
        hours = turn.draft.hours or talk.person.hours  # who is reminded is the draft's owner
        return self._planner.of_draft(
            turn.draft, turn.assessment, hours=hours, now=self._clock.now()
        )

    def _scene(self, talk: Talk, now: State) -> Scene:
        today = self._clock.today()
        draft = _in_hand(talk, now)
        aside, older, unfinished = beside(now)
        return Scene(
            talk.person,
            today,
            draft=draft,
            at=now.at,
            open=now.open,
            calendar=self._calendar,
            stored=talk.draft,
            aside=aside,
            older=older,
            unfinished=unfinished,
            left_question=question_left(now),
            zone=self._zone,
        )

    def _bind(self, transaction: Transaction, talk: Talk, code: str) -> None:
        before, is_guest = state.from_json(talk.state), talk.person.account is None
        try:
            talk = transaction.bind(talk, code)
        except CodeRefused as refused:
            scene = self._scene(talk, before)
            again = engine.again(self._flows, before, scene, say(f"code.{refused.why}"))
            self._finish(transaction, talk, again, scene)
            return
        # what a guest has been asking about comes along, what an account has stays there
        own = state.from_json(talk.state)
        left = left_by(before if is_guest else own, moved=None) or left_by(own, moved=None)
        now = State(question=own.question + 1, left=left)
        scene = self._scene(talk, now)
        found = engine.begin(self._flows, "menu", scene, state=now, said=Said())
        hello = say("code.bound", name=str(talk.person.name or ""))
        self._finish(transaction, talk, replace(found, note=hello), scene)


def _in_hand(talk: Talk, now: State) -> Draft | None:
    """The draft being talked about: one not stored, else the stored one the state is about."""
    if now.scratch is not None:
        return now.scratch
    return talk.draft if now.kept else None
