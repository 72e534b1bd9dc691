"""Proposals as both databases keep them: steps, history, news, rights."""

from __future__ import annotations

import itertools
import json
from contextlib import nullcontext
from dataclasses import replace

import pytest
from sqlalchemy import text

from flows import asking
from flows.model import Draft, UnitRole
from flows.ports import StaleDraft
from flows.proposals.asked import ListProposals, ReadProposal, TakeStep
from flows.proposals.course import Flag, State
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from flows.reminding import About, File, Rung
from rules.message import say
from tests.storage.office import Office
from tests.storage.parts import incoming, rows
from tests.storage.proposing import SNAPSHOT, draft_of, read, renamed, send, take

_LOOKS = itertools.count(1)
NEWS = "r.kind = 'proposal'"


def news(office: Office) -> list[tuple[str, str]]:
    """Who was told what, by its key, in the order in which it happened."""
    found = rows(
        office.storage,
        "SELECT a.name, r.words FROM reminders r JOIN accounts a ON a.id = r.account_id"
        " WHERE r.kind = 'proposal' ORDER BY r.id",
    )
    return [(name, json.loads(words)["lines"][0][0]) for name, words in found]


def stored(office: Office, draft: int) -> Draft:
    with office.storage.turn() as turn:
        talk = turn.begin(incoming(f"look {next(_LOOKS)}", channel="telegram", sender="head"))
        assert talk is not None
        found = turn.draft(talk.person, draft)
    assert found is not None
    return found


def test_of_returned_files_the_flagged_ones_alone_are_kept_anew(office: Office) -> None:
    scan, other = ([{"channel": "web", "reference": one * 64, "name": "a.pdf"}] for one in "ab")
    files = {"note.files.confirmation": scan, "note.files.photos": scan}
    snapshot = replace(SNAPSHOT, answers={**SNAPSHOT.answers, **files})
    draft = draft_of(office, **files)
    for who, step in (("an", Step.SEND), ("head", Step.CONFIRM)):
        take(office, who, step, draft, snapshot=snapshot)
    take(office, "reviewer", Step.TAKE, draft)
    flags = (Flag("note.files.confirmation"), Flag("note.files.plan"))
    refused = take(office, "reviewer", Step.RETURN, draft, details=Details(flags))
    assert refused is not None
    assert refused.why_not is not None, "of a paper that this award has not"
    take(office, "reviewer", Step.RETURN, draft, details=Details(flags[:1], words="Mờ"))
    found = stored(office, draft)
    assert {path: found.answers[path] for path in files} == files
    for path, may in (("note.files.photos", False), ("note.files.confirmation", True)):
        changed = replace(found, answers={**found.answers, path: other})
        with nullcontext() if may else pytest.raises(StaleDraft):
            office.keep("an", changed)
    assert stored(office, draft).answers["note.files.confirmation"] == other


def test_a_proposal_goes_from_the_officer_to_the_decision(office: Office) -> None:
    draft = draft_of(office)
    assert send(office, draft).state is State.SUBMITTED
    take(office, "reviewer", Step.TAKE, draft)
    flags = (Flag("forces_total", "Đếm lại", 18),)
    take(office, "reviewer", Step.RETURN, draft, details=Details(flags, words="Sửa số người"))
    reopened = stored(office, draft)
    assert reopened.answers == {"forces_total": None, "achieved_on": "2026-11-12"}
    assert reopened.course is not None
    assert reopened.course.flags == flags
    office.keep("an", replace(reopened, answers={**reopened.answers, "forces_total": 17}))
    take(office, "an", Step.RESEND, draft)
    take(office, "reviewer", Step.TAKE, draft)
    take(office, "reviewer", Step.ACCEPT, draft)
    file = File("web", "abc", "qd.pdf", size=10, media="application/pdf")
    decided = Details(number="12/QĐ-UBND", day=office.clock.now().date(), file=file)
    take(office, "reviewer", Step.DECIDE, draft, details=decided)
    found = read(office, "an", draft)
    assert (found.state, found.number, found.file) == (State.DECIDED, "12/QĐ-UBND", file)
    assert [one.step for one in found.steps] == [
        Step.SEND, Step.CONFIRM, Step.TAKE, Step.RETURN, Step.RESEND, Step.TAKE, Step.ACCEPT,
        Step.DECIDE,
    ]  # fmt: skip
    assert (found.owner.name, found.head and found.head.name) == ("an", "head")
    assert office.ask("an", ListProposals()) == (), "what is ended is in no list of what waits"


def test_all_concerned_are_told_at_their_hour_and_nobody_else(office: Office) -> None:
    draft = draft_of(office)
    send(office, draft)
    take(office, "reviewer", Step.TAKE, draft)
    take(office, "reviewer", Step.DECLINE, draft, details=Details(words="Trùng"))
    assert news(office) == [
        ("head", "told.proposal.send.unit"),
        ("an", "told.proposal.confirm.unit"),
        ("reviewer", "told.proposal.confirm.office"),
        ("an", "told.proposal.take.unit"),
        ("head", "told.proposal.take.unit"),
        ("an", "told.proposal.decline.unit"),
        ("head", "told.proposal.decline.unit"),
    ]
    assert {rung for _, rung, _ in office.reminders(NEWS)} == {Rung.TOLD.value}
    assert {person.account for person in office.due()} == {
        office.accounts[name] for name in ("head", "an", "reviewer")
    }


def test_news_stands_when_the_draft_is_planned_anew_or_changes_hands(office: Office) -> None:
    draft = draft_of(office)
    send(office, draft)
    office.ask("an", asking.HandOver(About(draft=draft), office.accounts["binh"]))
    assert len(news(office)) == 3
    assert read(office, "binh", draft).owner.name == "binh"
    assert office.ask("an", ReadProposal(draft)) is None


def test_what_was_sent_is_neither_changed_nor_deleted(office: Office) -> None:
    draft = draft_of(office)
    take(office, "an", Step.SEND, draft)
    office.come("head")
    with office.storage.turn() as turn:
        talk = turn.begin(incoming("change", channel="telegram", sender="head"))
        assert talk is not None
        found = turn.draft(talk.person, draft)
        assert found is not None
        assert not turn.delete_draft(talk.person, draft)
        changed = replace(found, answers={"forces_total": 1})
        with pytest.raises(StaleDraft):
            turn.save(talk, state={}, draft=changed, replies=(), events=())
    take(office, "an", Step.WITHDRAW, draft)
    with office.storage.turn() as turn:
        talk = turn.begin(incoming("delete", channel="telegram", sender="an"))
        assert talk is not None
        assert turn.delete_draft(talk.person, draft)
    assert rows(office.storage, "SELECT count(*) FROM proposal_steps") == [(0,)]


def test_a_step_on_what_has_moved_on_changes_nothing(office: Office) -> None:
    draft = draft_of(office)
    first = take(office, "an", Step.SEND, draft, version=1)
    again = take(office, "an", Step.SEND, draft, version=1)
    assert first is not None
    assert again is not None
    assert again.why_not is not None
    late = take(office, "head", Step.HAND_BACK, draft, details=Details(words="x"), version=0)
    assert late is not None
    assert late.why_not is not None
    assert read(office, "an", draft).version == 1


def test_others_get_nothing_and_leave_nothing(office: Office) -> None:
    draft = draft_of(office)
    office.come("other", "foreign", "reviewer", "binh")
    for who in ("binh", "other", "foreign", "reviewer", "stranger"):
        assert take(office, who, Step.SEND, draft) is None
    send(office, draft)
    for who in ("binh", "other", "foreign", "stranger"):
        assert office.ask(who, ReadProposal(draft)) is None
        assert take(office, who, Step.TAKE, draft) is None
        assert not office.ask(who, ListProposals())
    assert office.ask("an", TakeStep(99, Step.SEND, 1, snapshot=SNAPSHOT)) is None
    assert [line.draft for line in office.ask("reviewer", ListProposals())] == [draft]
    assert [line.mine for line in office.ask("an", ListProposals())] == [True]
    assert [line.mine for line in office.ask("head", ListProposals())] == [False]


def test_without_a_head_or_an_office_nothing_is_sent(office: Office) -> None:
    draft = draft_of(office, "other")
    taken = take(office, "other", Step.SEND, draft)
    assert taken is not None
    assert taken.why_not is not None
    assert taken.why_not.key == "proposal.no_head"
    office.storage.people.set_office(office.units["other unit"], None)
    taken = take(office, "other", Step.SEND, draft)
    assert taken is not None
    assert (taken.proposal, taken.why_not) == (None, say("send.no_office"))


def test_what_was_taken_back_goes_to_the_office_there_is_now(office: Office) -> None:
    draft = draft_of(office)
    take(office, "an", Step.SEND, draft)
    take(office, "an", Step.WITHDRAW, draft)
    office.storage.people.set_office(office.units["unit"], office.units["other office"])
    assert send(office, draft).office_name == "other office"
    assert office.ask("reviewer", ReadProposal(draft)) is None


def test_whom_it_proposes_is_kept_folded_and_anew_with_each_sending(office: Office) -> None:
    draft = draft_of(office)
    send(office, draft)
    assert rows(office.storage, "SELECT name, deed FROM proposal_names ORDER BY place") == [
        ("nguyen van on", "2026-11-12"),
        ("dan quan xa", "2026-11-12"),
    ]


def test_a_returned_draft_is_planned_anew_in_passing(office: Office) -> None:
    draft = draft_of(office, submitted_on="2026-11-16")
    send(office, draft)
    take(office, "reviewer", Step.TAKE, draft)
    take(office, "reviewer", Step.RETURN, draft, details=Details((Flag("forces_total"),)))
    with office.storage._engine.begin() as connection:
        plan, answers = connection.execute(text("SELECT plan, answers FROM drafts")).one()
    assert plan == ""
    assert "submitted_on" not in answers


def test_the_same_name_and_deed_is_found_in_the_unit_and_in_the_office(office: Office) -> None:
    first, second = draft_of(office), draft_of(office)
    send(office, first)
    same = renamed(SNAPSHOT, "NGUYỄN VĂN ỔN")
    take(office, "an", Step.SEND, second, snapshot=same)
    (alike,) = read(office, "an", second).alike
    assert (alike.draft, alike.name, alike.unit_name) == (first, "NGUYỄN VĂN ỔN", "unit")
    assert alike.state is State.SUBMITTED
    assert read(office, "reviewer", first).alike == (), "it was not sent to the office yet"
    take(office, "head", Step.CONFIRM, second, snapshot=same)
    assert [one.draft for one in read(office, "reviewer", first).alike] == [second]
    for snapshot in (renamed(SNAPSHOT, "Ai Khác"), renamed(SNAPSHOT, "Nguyễn Văn Ổn", deed="2025")):
        third = draft_of(office)
        take(office, "an", Step.SEND, third, snapshot=snapshot)
        assert read(office, "an", third).alike == ()
    third = draft_of(office)
    take(office, "an", Step.SEND, third)
    take(office, "an", Step.WITHDRAW, third)
    assert third not in {one.draft for one in read(office, "an", first).alike}


def test_a_unit_is_not_told_of_the_proposals_of_others(office: Office) -> None:
    people = office.storage.people
    people.add_role(office.accounts["other"], unit=office.units["other unit"], role=UnitRole.HEAD)
    theirs, ours = draft_of(office, "other"), draft_of(office)
    take(office, "other", Step.CONFIRM, theirs)
    send(office, ours)
    assert read(office, "an", ours).alike == ()
    assert {one.unit_name for one in read(office, "reviewer", ours).alike} == {"other unit"}


def test_who_leaves_the_office_or_the_unit_is_told_no_more(office: Office) -> None:
    draft = draft_of(office)
    send(office, draft)
    office.come("reviewer")
    people, units = office.storage.people, office.units
    people.remove_role(office.accounts["reviewer"], unit=units["office"], role=UnitRole.REVIEWER)
    people.remove_role(office.accounts["an"], unit=units["unit"], role=UnitRole.OFFICER)
    assert {name for name, _ in news(office)} == {"head"}
    assert read(office, "head", draft).owner.name == "head"


def test_who_stays_in_the_unit_by_another_role_is_told_still(office: Office) -> None:
    draft = draft_of(office)
    people, unit = office.storage.people, office.units["unit"]
    people.add_role(office.accounts["head"], unit=unit, role=UnitRole.OFFICER)
    send(office, draft)
    people.remove_role(office.accounts["head"], unit=unit, role=UnitRole.OFFICER)
    assert "head" in {name for name, _ in news(office)}
