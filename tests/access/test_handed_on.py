"""Who moves hands on drafts, days and proposals under way in the chat; else the head has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.model import Choice, Reply, Tap, UnitRole
from flows.proposals.asked import TakeStep
from flows.proposals.course import Flag, State
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from tests.access.places import Place, address, place
from tests.access.table import HEAD, OFFICER, REVIEWER
from tests.storage.parts import incoming, rows
from tests.storage.proposing import SNAPSHOT

MAI = "mai"


@pytest.fixture
def here(migrated_sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    """The unit of an officer and a head; Mai has joined it."""
    for made in place(migrated_sqlite_url, tmp_path):
        people = made.storage.people
        account = people.add_account("Hoàng Thị Mai", unit=made.unit, role=UnitRole.OFFICER)
        made.accounts[MAI] = account
        code = people.add_code(account)
        assert made.program.take(incoming("mai", sender=address(MAI), said=f"/start {code}"))
        yield made


def choices(replies: list[Reply]) -> dict[str, Choice]:
    return {choice.id: choice for reply in replies for row in reply.choices for choice in row}


def keys(replies: list[Reply]) -> set[str]:
    return {line.key for reply in replies for line in (*reply.noted, *reply.text)}


def hand_on(here: Place, who: str, replies: list[Reply], draft: int) -> list[Reply]:
    """By the button on this page, and Mai's name on the next."""
    assert f"g:hand:d{draft}" in choices(replies)
    (asked,) = here.tap(who, Tap(f"g:hand:d{draft}"))
    return here.tap(who, Tap(f"c:to:{here.accounts[MAI]}", asked.token))


def owner(here: Place, draft: int) -> int:
    return int(rows(here.storage, f"SELECT account_id FROM drafts WHERE id = {draft}")[0][0])


def returned(here: Place) -> None:
    here.ask(REVIEWER, TakeStep(here.sent, Step.TAKE, 2))
    details = Details((Flag("forces_total"),), words="Đếm lại")
    taken = here.ask(REVIEWER, TakeStep(here.sent, Step.RETURN, 3, details))
    assert taken.why_not is None


def resend(here: Place, who: str) -> Any:
    """With the answer that was asked for, as the flow sends it."""
    with here.storage.turn() as turn:
        talk = turn.begin(incoming(f"mend {who}", sender=address(who)))
        assert talk is not None
        draft = turn.draft(talk.person, here.sent)
    assert draft is not None
    return here.ask(who, TakeStep(here.sent, Step.RESEND, draft.version, snapshot=SNAPSHOT))


def test_a_proposal_under_way_is_handed_on_from_its_page(here: Place) -> None:
    page = here.tap(OFFICER, Tap(f"g:proposal:{here.sent}"))
    assert "hand.done" in keys(hand_on(here, OFFICER, page, here.sent))
    assert owner(here, here.sent) == here.accounts[MAI]
    assert "proposal.none" in keys(here.tap(OFFICER, Tap(f"g:proposal:{here.sent}")))
    returned(here)
    page = here.tap(MAI, Tap(f"g:proposal:{here.sent}"))
    assert f"g:mend:{here.sent}" in choices(page)
    here.tap(MAI, Tap(f"g:mend:{here.sent}"))
    assert resend(here, MAI).proposal.state is State.RESUBMITTED


def test_a_draft_without_a_last_day_is_handed_on_from_its_review(here: Place) -> None:
    here.tap(OFFICER, Tap("g:drafts"))
    here.tap(OFFICER, Tap(f"g:open:{here.draft}"))
    page = here.say(OFFICER, "xem lại")
    assert "hand.done" in keys(hand_on(here, OFFICER, page, here.draft))
    assert owner(here, here.draft) == here.accounts[MAI]
    assert "note.no_such_draft" in keys(here.tap(OFFICER, Tap(f"g:open:{here.draft}")))
    assert f"g:open:{here.draft}" in choices(here.tap(MAI, Tap("g:drafts")))


def test_the_reminders_go_along(here: Place) -> None:
    planned = "SELECT DISTINCT account_id FROM reminders WHERE status = 'planned' AND draft_id = "
    for said in ("khen đột xuất", "cứu người", "một cá nhân", "Hoàng Văn Thái", "trực tiếp"):
        here.say(OFFICER, said)
    here.say(OFFICER, "hôm qua")
    ((draft,),) = rows(here.storage, "SELECT max(id) FROM drafts")
    assert rows(here.storage, f"{planned}{draft}") == [(here.accounts[OFFICER],)]
    hand_on(here, OFFICER, here.say(OFFICER, "xem lại"), draft)
    assert rows(here.storage, f"{planned}{draft}") == [(here.accounts[MAI],)]


def test_of_who_left_the_head_has_all_and_goes_on_with_it(here: Place) -> None:
    returned(here)
    people, account = here.storage.people, here.accounts[OFFICER]
    people.remove_role(account, unit=here.unit, role=UnitRole.OFFICER)
    head = here.accounts[HEAD]
    assert (owner(here, here.draft), owner(here, here.sent)) == (head, head)
    assert f"g:mend:{here.sent}" in choices(here.tap(HEAD, Tap(f"g:proposal:{here.sent}")))
    assert "proposal.title" not in keys(here.tap(OFFICER, Tap(f"g:proposal:{here.sent}")))
    page = here.tap(HEAD, Tap(f"g:proposal:{here.sent}"))
    hand_on(here, HEAD, page, here.sent)
    assert owner(here, here.sent) == here.accounts[MAI]
    assert resend(here, MAI).proposal.state is State.RESUBMITTED


def test_it_goes_to_nobody_of_another_unit_and_not_once_it_is_decided(here: Place) -> None:
    (asked,) = here.tap(OFFICER, Tap(f"g:hand:d{here.sent}"))
    here.tap(OFFICER, Tap(f"c:to:{here.accounts[REVIEWER]}", asked.token))
    assert owner(here, here.sent) == here.accounts[OFFICER]
    here.ask(REVIEWER, TakeStep(here.sent, Step.TAKE, 2))
    here.ask(REVIEWER, TakeStep(here.sent, Step.DECLINE, 3, Details(words="Trùng")))
    assert f"g:hand:d{here.sent}" not in choices(here.tap(OFFICER, Tap(f"g:proposal:{here.sent}")))
