"""Two people act on one proposal at the same moment: one of them does, the other is told so."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeAlias

import pytest

from flows.model import UnitRole
from flows.proposals.asked import Taken, TakeStep
from flows.proposals.course import Flag, State
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from storage.session import open_storage
from tests.reminders.days import PLANS
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import SNAPSHOT, draft_of, read, send, take

ROUNDS = 4
Act: TypeAlias = Callable[[], "Taken | None"]
WORDS = Details(words="Trùng")
FLAGS = Details((Flag("forces_total"),), words="Đếm lại")


@pytest.fixture
def crowd(office: Office) -> Office:
    """With a second reviewer; all have their chats."""
    at_office = office.units["office"]
    added = office.storage.people.add_account("second", unit=at_office, role=UnitRole.REVIEWER)
    office.accounts["second"] = added
    office.come("an", "head", "reviewer", "second")
    return office


def at_once(*acts: Act) -> list[Taken]:
    start = Barrier(len(acts))

    def play(act: Act) -> Taken:
        start.wait()
        taken = act()
        assert taken is not None
        return taken

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result() for done in [pool.submit(play, act) for act in acts]]


def only_one(office: Office, draft: int, taken: list[Taken], ends: dict[Step, State]) -> Step:
    """The step that was taken, where all is as that step alone leaves it."""
    done = [step for step, one in zip(ends, taken, strict=True) if one.why_not is None]
    assert len(done) == 1, taken
    (refused,) = (one.why_not for one in taken if one.why_not is not None)
    assert refused.key == "proposal.moved_on"
    found = read(office, "head", draft)
    assert found.state is ends[done[0]]
    assert found.steps[-1].step is done[0]
    assert [one.step for one in found.steps].count(done[0]) == 1
    (course,) = rows(office.storage, f"SELECT course FROM drafts WHERE id = {draft}")
    assert json.loads(course[0])["state"] == found.state.value
    keys = rows(office.storage, f"SELECT words FROM reminders WHERE draft_id = {draft}")
    told = {json.loads(words)["lines"][0][0].split(".")[2] for (words,) in keys}
    others = {step.value for step in ends} - {one.step.value for one in found.steps}
    assert not told & others, "nobody is told of what was not done"
    return done[0]


def test_the_head_confirms_while_the_officer_takes_it_back(crowd: Office) -> None:
    for _ in range(ROUNDS):
        draft = draft_of(crowd)
        take(crowd, "an", Step.SEND, draft)
        ((version,),) = rows(crowd.storage, f"SELECT version FROM drafts WHERE id = {draft}")
        confirm = TakeStep(draft, Step.CONFIRM, version, snapshot=SNAPSHOT)
        withdraw = TakeStep(draft, Step.WITHDRAW, 1)
        taken = at_once(
            lambda: crowd.ask("head", confirm),  # noqa: B023 - called within the round
            lambda: crowd.ask("an", withdraw),  # noqa: B023
        )
        ends = {Step.CONFIRM: State.SUBMITTED, Step.WITHDRAW: State.DRAFT}
        done = only_one(crowd, draft, taken, ends)
        sent = read(crowd, "head", draft).first_sent_on
        assert (sent is not None) is (done is Step.CONFIRM)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((Step.ACCEPT, State.ACCEPTED, Details()), (Step.DECLINE, State.DECLINED, WORDS)),
        ((Step.RETURN, State.RETURNED, FLAGS), (Step.ACCEPT, State.ACCEPTED, Details())),
    ],
)
def test_two_reviewers_decide_one_in_the_chat_and_one_on_the_board(
    crowd: Office,
    one: tuple[Step, State, Details],
    other: tuple[Step, State, Details],
) -> None:
    boards = crowd.storage.proposal_boards
    for _ in range(ROUNDS):
        draft = draft_of(crowd)
        send(crowd, draft)
        take(crowd, "reviewer", Step.TAKE, draft)
        version = read(crowd, "reviewer", draft).version
        chat, board = (TakeStep(draft, step, version, details) for step, _, details in (one, other))
        taken = at_once(
            lambda: crowd.ask("reviewer", chat),  # noqa: B023
            lambda: boards.step("telegram", "second", asked=board),  # noqa: B023
        )
        only_one(crowd, draft, taken, {one[0]: one[1], other[0]: other[1]})


def test_two_programs_on_one_database_take_up_one_proposal_once(
    crowd: Office, database_url: str
) -> None:
    elsewhere = open_storage(database_url, crowd.clock, PLANS)
    board = elsewhere.proposal_boards
    for _ in range(ROUNDS):
        draft = draft_of(crowd)
        send(crowd, draft)
        asked = TakeStep(draft, Step.TAKE, read(crowd, "reviewer", draft).version)
        taken = at_once(
            lambda: crowd.ask("reviewer", asked),  # noqa: B023
            lambda: board.step("telegram", "second", asked=asked),  # noqa: B023
        )
        assert sorted(one.why_not is None for one in taken) == [False, True]
        found = read(crowd, "reviewer", draft)
        assert [one.step for one in found.steps].count(Step.TAKE) == 1
        assert found.reviewer is not None
        assert found.reviewer.name == found.steps[-1].who
    elsewhere.close()
