"""Every flow against every role: what opens, what is refused, and whose draft is stored."""

from __future__ import annotations

import pytest

from flows.book import all_flows
from flows.model import Expects, Reply, Tap
from tests.access.places import Place
from tests.access.table import FLOWS, LEFT, NOBODY, ROLES
from tests.storage.parts import rows

REFUSED = {
    *("note.guest", "deadlines.guest", "duties.guest", "duties.denied", "proposals.guest"),
    *("note.guest", "deadlines.guest", "duties.guest", "duties.denied"),
    *("team.guest", "team.denied", "devices.guest", "sign_in.known"),
}
"""What a flow says to whom it is not for."""


def keys(replies: list[Reply]) -> set[str]:
    return {line.key for reply in replies for line in reply.text}


def begin(here: Place, role: str, flow: str) -> list[Reply]:
    return here.tap(role, Tap(f"g:{flow}"))


def answer(here: Place, role: str, asked: Reply) -> None:
    """The first of the answers offered, or a day where one is asked."""
    answers = [one.id for row in asked.choices for one in row if one.id.startswith("a:")]
    if answers:
        here.tap(role, Tap(answers[0], asked.token))
    elif asked.expects is Expects.DATE:
        here.say(role, "12/11/2025")


def test_the_table_names_every_flow() -> None:
    assert set(FLOWS) == set(all_flows())


@pytest.mark.parametrize("flow", sorted(all_flows()))
def test_a_flow_opens_for_whom_it_is(here: Place, flow: str) -> None:
    opened = set()
    for role in ROLES:
        said = keys(begin(here, role, flow))
        assert said, role
        if not said & REFUSED:
            opened.add(role)
    assert opened == FLOWS[flow].opens


@pytest.mark.parametrize("flow", sorted(all_flows()))
def test_only_officers_and_heads_have_stored_what_they_answer(here: Place, flow: str) -> None:
    before = set(rows(here.storage, "SELECT id FROM drafts"))
    keeps = set()
    for role in ROLES:
        (*_, asked) = begin(here, role, flow)
        answer(here, role, asked)
        after = set(rows(here.storage, "SELECT id FROM drafts"))
        if after != before:
            keeps.add(role)
        before = after
    assert keeps == FLOWS[flow].keeps


def test_a_role_that_was_taken_away_is_as_none(here: Place) -> None:
    for flow in all_flows():
        assert keys(begin(here, LEFT, flow)) == keys(begin(here, NOBODY, flow)), flow
