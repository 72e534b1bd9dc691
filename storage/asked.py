"""Who may ask what of the registers, and who answers: denied is the default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from flows import asking, people_asked
from flows.model import Person
from flows.papers.signing import KeepSign
from flows.people_asked import grants_of
from flows.proposals import asked as of_proposals
from storage import (
    deadlines,
    duties,
    feeds,
    handing,
    hours,
    proposals,
    proposals_alike,
    proposals_listed,
    routing,
    signing,
    tasks,
)
from storage.devices import end_device, list_devices, sign_out
from storage.ledger import Ledger
from storage.refusals import matter_of, refused_of
from storage.team import add_device, invite, invite_again, list_team, send_sign_in

Answer: TypeAlias = Callable[[Ledger, Person, Any], Any]

_OF_STRANGERS_TOO: Final[Mapping[type, Answer]] = {people_asked.SendSignIn: send_sign_in}
_OF_ANYBODY_KNOWN: Final[Mapping[type, Answer]] = {
    asking.ListDeadlines: deadlines.list_deadlines,
    asking.LastReminded: deadlines.last_reminded,
    asking.RemindAgain: deadlines.remind_again,
    asking.PauseReminders: hours.pause_reminders,
    asking.SetHours: hours.set_hours,
    asking.MakeFeed: feeds.make_feed,
    asking.RevokeFeeds: feeds.revoke_feeds,
    asking.ReadTask: tasks.read_task,
    people_asked.AddDevice: add_device,
    people_asked.ListDevices: list_devices,
    people_asked.EndDevice: end_device,
    people_asked.SignOut: sign_out,
    of_proposals.ReadProposal: proposals.read_one,
    of_proposals.ListProposals: proposals_listed.list_proposals,
    of_proposals.TakeStep: proposals.take_step,
    of_proposals.Mark: proposals.mark,
}
_OF_WHO_INVITES: Final[Mapping[type, Answer]] = {
    people_asked.ListTeam: list_team,
    people_asked.Invite: invite,
    people_asked.InviteAgain: invite_again,
}
_OF_THE_UNIT: Final[Mapping[type, Answer]] = {
    asking.ListColleagues: handing.list_colleagues,
    asking.HandOver: handing.hand_over,
    asking.ListTasks: tasks.list_tasks,
    asking.ConfirmTask: tasks.confirm_task,
    asking.AskTime: tasks.ask_time,
    asking.ReportTask: tasks.report_task,
    of_proposals.FindOffice: routing.find_office,
    of_proposals.FindAlike: proposals_alike.find_alike,
    KeepSign: signing.keep_sign,
}
_OF_THE_OFFICE: Final[Mapping[type, Answer]] = {
    asking.AnswerTime: duties.answer_time,
    asking.ListUnits: duties.list_units,
    asking.MakeDuty: duties.make_duty,
    asking.ListDuties: duties.list_duties,
    asking.ReadDuty: duties.read_duty,
    asking.NudgeMissing: duties.nudge_missing,
    asking.EndDuty: duties.end_duty,
}
_NOTHING: Final[Mapping[type, object]] = {
    asking.LastReminded: (),
    asking.ListColleagues: (),
    asking.ListTasks: (),
    asking.ListUnits: (),
    asking.ListDuties: (),
    of_proposals.ListProposals: (),
    asking.EndDuty: False,
    people_asked.ListTeam: (),
}
"""What is answered instead of None who may not: a list of nothing."""


def answer(ledger: Ledger, person: Person, asked: asking.Asked) -> Any:
    """The answer that the request names; None where the person may not, or nobody knows how."""
    kind = type(asked)
    if kind in _OF_STRANGERS_TOO:
        return _OF_STRANGERS_TOO[kind](ledger, person, asked)
    if person.account is None or person.unit is None:
        return None
    found = _allowed(person, kind)
    return _NOTHING.get(kind) if found is None else found(ledger, person, asked)


def refusal(
    ledger: Ledger, person: Person, asked: asking.Asked, found: object
) -> Mapping[str, int] | None:
    """What was asked for that is another's, or not for such a person; None where nothing was.

    Of strangers, who have no right that could be passed over, it is not said.
    """
    if person.account is None or type(asked) in _OF_STRANGERS_TOO:
        return None
    if _allowed(person, type(asked)) is None:
        return matter_of(asked)
    return refused_of(ledger.connection, person, asked, found)


def _allowed(person: Person, kind: type) -> Answer | None:
    """Who answers such a person; None where they may not ask it."""
    if person.account is None or person.unit is None:
        return None
    found = _OF_ANYBODY_KNOWN.get(kind)
    if found is None and grants_of(person):
        found = _OF_WHO_INVITES.get(kind)
    if found is None and person.may_store:
        found = _OF_THE_UNIT.get(kind)
    if found is None and person.may_ask_reports:
        found = _OF_THE_OFFICE.get(kind)
    return found
