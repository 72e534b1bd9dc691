"""Every request to the registers, by everybody: denied is the default."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from sqlalchemy import text

from flows import asking, people_asked
from flows.asking import Asked
from flows.model import Draft, UnitRole
from flows.papers.signing import KeepSign
from flows.proposals import asked as of_proposals
from flows.proposals.moves import Step
from flows.reminding import About, Duty
from tests.storage.office import DAY, THREE, Office, plan_of
from tests.storage.parts import incoming, rows
from tests.storage.proposing import send, take

WHO = (
    "stranger",
    "nobody",
    "an",
    "binh",
    "head",
    "other",
    "reviewer",
    "administrator",
    "foreign",
)
OFFICER = UnitRole.OFFICER
KNOWN = {"an", "binh", "head", "other", "reviewer", "administrator", "foreign"}
UNIT = {"an", "binh", "head"}
WRITERS = {*UNIT, "other"}
OFFICE = {"reviewer", "administrator"}


def chat_of(office: Office, who: str) -> int:
    query = f"SELECT id FROM identities WHERE external = '{who}'"
    return int(rows(office.storage, query)[0][0])


TABLE: dict[type, tuple[Callable[[Office, int, int, int], Any], set[str]]] = {
    asking.ListDeadlines: (lambda o, d, t, n: asking.ListDeadlines(), {"an", "binh", "head"}),
    asking.WriteCalendar: (lambda o, d, t, n: asking.WriteCalendar(), set()),
    asking.LastReminded: (lambda o, d, t, n: asking.LastReminded(), {"an"}),
    asking.RemindAgain: (
        lambda o, d, t, n: asking.RemindAgain(About(draft=d), "hour"),
        {"an", "head"},
    ),
    asking.ListColleagues: (lambda o, d, t, n: asking.ListColleagues(), UNIT),
    asking.HandOver: (
        lambda o, d, t, n: asking.HandOver(About(draft=d), o.accounts["an"]),
        {"an", "head"},
    ),
    asking.PauseReminders: (
        lambda o, d, t, n: asking.PauseReminders(date(2026, 12, 1)),
        KNOWN,
    ),
    asking.SetHours: (lambda o, d, t, n: asking.SetHours(480, 1020), KNOWN),
    asking.MakeFeed: (lambda o, d, t, n: asking.MakeFeed(), KNOWN),
    asking.RevokeFeeds: (lambda o, d, t, n: asking.RevokeFeeds(), KNOWN),
    asking.ListTasks: (lambda o, d, t, n: asking.ListTasks(), UNIT),
    asking.ReadTask: (lambda o, d, t, n: asking.ReadTask(t), UNIT | OFFICE),
    asking.ConfirmTask: (lambda o, d, t, n: asking.ConfirmTask(t), UNIT),
    asking.AskTime: (lambda o, d, t, n: asking.AskTime(t, date(2026, 12, 9), "Bận"), UNIT),
    asking.ReportTask: (lambda o, d, t, n: asking.ReportTask(t, "Xong"), UNIT),
    asking.AnswerTime: (lambda o, d, t, n: asking.AnswerTime(t, granted=True), OFFICE),
    asking.ListUnits: (lambda o, d, t, n: asking.ListUnits(), OFFICE),
    asking.MakeDuty: (
        lambda o, d, t, n: asking.MakeDuty(
            Duty("Mới", "", due=date(2026, 12, 9), units=(o.units["unit"],))
        ),
        OFFICE,
    ),
    asking.ListDuties: (lambda o, d, t, n: asking.ListDuties(), OFFICE),
    asking.ReadDuty: (lambda o, d, t, n: asking.ReadDuty(n), OFFICE),
    asking.NudgeMissing: (lambda o, d, t, n: asking.NudgeMissing(n), OFFICE),
    asking.EndDuty: (lambda o, d, t, n: asking.EndDuty(n), OFFICE),
    of_proposals.ReadProposal: (
        lambda o, d, t, n: of_proposals.ReadProposal(d),
        {"an", "head", *OFFICE},
    ),
    KeepSign: (lambda o, d, t, n: KeepSign("note.head_name", "x"), UNIT | {"other"}),
    of_proposals.FindOffice: (lambda o, d, t, n: of_proposals.FindOffice(d), {"an", "head"}),
    of_proposals.FindAlike: (lambda o, d, t, n: of_proposals.FindAlike(d), {"an", "head"}),
    of_proposals.ListProposals: (
        lambda o, d, t, n: of_proposals.ListProposals(),
        {"an", "head", *OFFICE},
    ),
    of_proposals.Mark: (
        lambda o, d, t, n: of_proposals.Mark(d, "LS2022.2.b.1", "met"),
        {"reviewer"},
    ),
    # to who sees it and may not, it is told why not
    of_proposals.TakeStep: (
        lambda o, d, t, n: of_proposals.TakeStep(d, Step.TAKE, 2),
        {"an", "head", *OFFICE},
    ),
    people_asked.ListTeam: (lambda o, d, t, n: people_asked.ListTeam(), {"head", "administrator"}),
    people_asked.Invite: (
        lambda o, d, t, n: people_asked.Invite("Nông Văn Mới", OFFICER),
        {"head", "administrator"},
    ),
    people_asked.InviteAgain: (
        lambda o, d, t, n: people_asked.InviteAgain(o.accounts["waiting"]),
        {"head"},
    ),
    people_asked.AddDevice: (lambda o, d, t, n: people_asked.AddDevice(), KNOWN),
    people_asked.ListDevices: (lambda o, d, t, n: people_asked.ListDevices(), KNOWN),
    people_asked.EndDevice: (lambda o, d, t, n: people_asked.EndDevice(chat_of(o, "an")), {"an"}),
    people_asked.SignOut: (lambda o, d, t, n: people_asked.SignOut(chat_of(o, "an")), set()),
    people_asked.SendSignIn: (lambda o, d, t, n: people_asked.SendSignIn("an"), set(WHO)),
}
"""How each request is made, of a draft, a task and a duty, and who gets an answer."""


class Undone(Exception):  # noqa: N818 - takes a turn back
    """What was asked leaves nothing behind."""


def answer(office: Office, who: str, asked: Asked) -> Any:
    found = None
    with suppress(Undone), office.storage.turn() as turn:
        talk = turn.begin(incoming("asked", channel="telegram", sender=who))
        assert talk is not None
        found = turn.ask(talk, asked)
        raise Undone
    return found


def test_the_table_names_every_request() -> None:
    assert set(TABLE) == set(get_args(Asked))


def test_who_may_ask_what(office: Office) -> None:
    now = office.clock.now()
    draft = office.keep("an", Draft("surprise"), plan_of(replace(DAY, at=now)))
    office.sent(*office.queue("an"))
    draft = office.keep("an", draft, plan_of(replace(DAY, at=now), THREE, digest="2"))
    duty = office.give()
    task = office.task()
    office.ask("an", asking.AskTime(task.id, date(2026, 12, 4), "Bận"))
    send(office, draft.id or 0)
    take(office, "reviewer", Step.TAKE, draft.id or 0)
    office.come(*WHO)
    nobody = office.storage.people.add_account("nobody", unit=office.units["unit"], role=OFFICER)
    office.accounts["nobody"] = nobody
    waiting = office.storage.people.add_account("w", unit=office.units["unit"], role=OFFICER)
    office.accounts["waiting"] = waiting
    office.come("nobody")
    with office.storage._engine.begin() as connection:
        connection.execute(text("DELETE FROM roles WHERE account_id = :one"), {"one": nobody})

    answered: dict[str, set[str]] = {}
    for kind, (make, _) in TABLE.items():
        asked = make(office, draft.id or 0, task.id, duty.id or 0)
        found = {who: answer(office, who, asked) for who in WHO}
        answered[kind.__name__] = {
            who for who, one in found.items() if one not in (None, ()) and one is not False
        }

    assert answered == {kind.__name__: allowed for kind, (_, allowed) in TABLE.items()}
