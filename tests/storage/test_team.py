"""Invitations, codes to sign in and devices, on both databases."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from flows.model import Person, Reply, UnitRole
from flows.people_asked import (
    MOST_OF_UNIT,
    AddDevice,
    EndDevice,
    Invite,
    InviteAgain,
    Invited,
    ListDevices,
    ListTeam,
    SendSignIn,
    SignOut,
)
from flows.ports import CodeRefused
from flows.wire import reply_from_json
from storage.codes import WRONG_AT_MOST
from storage.devices import SIGNED_FOR, end
from storage.session import SqlStorage
from storage.team import MOST_AN_HOUR
from tests.databases import HandClock
from tests.storage.office import Office
from tests.storage.parts import incoming, play, rows

OFFICER = UnitRole.OFFICER


def use(office: Office, code: str, *, sender: str, channel: str = "web") -> Person:
    """Who a chat is once it has said the code; its refusal counts as well."""
    with office.storage.turn() as turn:
        talk = turn.begin(incoming(f"{sender} {code}", channel=channel, sender=sender))
        assert talk is not None
        try:
            return turn.bind(talk, code).person
        except CodeRefused:
            return talk.person


def invited(office: Office, who: str, asked: Any) -> Invited:
    found = office.ask(who, asked)
    assert isinstance(found, Invited)
    return found


def test_whom_a_head_invites_joins_the_head_s_own_unit(office: Office) -> None:
    made = invited(office, "head", Invite("  Nông  Văn Sáu ", OFFICER))
    person = use(office, made.code, sender="six")
    assert (person.name, person.roles) == ("Nông Văn Sáu", {OFFICER})
    assert person.unit is not None
    assert person.unit.id == office.units["unit"]
    team = office.ask("head", ListTeam())
    assert [(one.name, one.joined) for one in team][-1] == ("Nông Văn Sáu", True)
    assert use(office, made.code, sender="thief").account is None


def test_an_invitation_ends_after_a_week_and_with_the_next_one(office: Office) -> None:
    first = invited(office, "head", Invite("Nông Văn Sáu", OFFICER))
    account = office.ask("head", ListTeam())[-1].account
    second = invited(office, "head", InviteAgain(account))
    assert use(office, first.code, sender="six").account is None
    office.clock.pass_by(second.until - office.clock.now())
    assert use(office, second.code, sender="six").account is None
    third = invited(office, "head", InviteAgain(account))
    assert use(office, third.code, sender="six").account == account


@pytest.mark.parametrize(
    ("who", "role", "may"),
    [
        ("head", UnitRole.OFFICER, True),
        ("head", UnitRole.HEAD, False),
        ("head", UnitRole.ADMINISTRATOR, False),
        ("head", UnitRole.REVIEWER, False),
        ("administrator", UnitRole.REVIEWER, True),
        ("administrator", UnitRole.ADMINISTRATOR, True),
        ("reviewer", UnitRole.OFFICER, False),
        ("an", UnitRole.OFFICER, False),
    ],
)
def test_nobody_gives_a_role_that_is_not_theirs_to_give(
    office: Office, who: str, role: UnitRole, *, may: bool
) -> None:
    before = rows(office.storage, "SELECT count(*) FROM accounts")
    assert (office.ask(who, Invite("Nông Văn Sáu", role)) is not None) == may
    assert (rows(office.storage, "SELECT count(*) FROM accounts") == before) != may


def test_no_code_is_made_for_another_unit_s_people_nor_for_who_may_more(office: Office) -> None:
    office.come("binh")
    of_another = office.accounts["other"]
    for account in (of_another, office.accounts["head"], office.accounts["binh"], 999):
        assert office.ask("head", InviteAgain(account)) is None
    assert office.ask("an", InviteAgain(office.accounts["an"])) is None
    assert rows(office.storage, "SELECT count(*) FROM codes WHERE used_at IS NULL") == [(0,)]
    told = rows(office.storage, "SELECT payload FROM audit WHERE event = 'refused' ORDER BY id")
    assert [json.loads(one) for (one,) in told] == [
        {"asked": "InviteAgain", "account": of_another},
        {"asked": "InviteAgain", "account": office.accounts["an"]},
    ]


def test_whoever_has_a_role_elsewhere_too_is_not_invited_by_one_head(office: Office) -> None:
    account = invited_account(office)
    office.storage.people.add_role(account, unit=office.units["other unit"], role=OFFICER)
    assert office.ask("head", InviteAgain(account)) is None


def invited_account(office: Office) -> int:
    invited(office, "head", Invite("Nông Văn Sáu", OFFICER))
    return int(office.ask("head", ListTeam())[-1].account)


def test_a_unit_has_room_for_so_many(office: Office) -> None:
    for number in range(MOST_OF_UNIT - 3):
        office.storage.people.add_account(f"N{number}", unit=office.units["unit"], role=OFFICER)
    assert office.ask("head", Invite("Nông Văn Sáu", OFFICER)) is None
    assert office.ask("head", Invite(" ", OFFICER)) is None


def sign_ins(office: Office) -> list[tuple[str, str]]:
    """(chat, code) of what was sent to sign in."""
    query = "SELECT i.external, o.payload FROM outbox o JOIN identities i ON i.id = o.identity_id"
    found = []
    for chat, payload in rows(office.storage, f"{query} WHERE o.status = 'queued' ORDER BY o.id"):
        reply: Reply = reply_from_json(json.loads(payload))
        if reply.text[0].key == "sign_in.code":
            found.append((chat, str(reply.text[0].values["code"])))
    return found


def ask_to_sign_in(office: Office, name: str, update: str) -> object:
    with office.storage.turn() as turn:
        talk = turn.begin(incoming(update, sender="browser"))
        assert talk is not None
        return turn.ask(talk, SendSignIn(name))


def test_a_code_to_sign_in_goes_to_the_chat_and_not_to_the_browser(office: Office) -> None:
    office.come("an", "binh")
    assert ask_to_sign_in(office, " AN ", "1") is True
    ((chat, code),) = sign_ins(office)
    assert chat == "an"
    person = use(office, code, sender="browser")
    assert person.account == office.accounts["an"]
    assert use(office, code, sender="again").account is None


def test_a_chat_that_cannot_be_reached_is_sent_no_code(office: Office) -> None:
    office.come("an")
    with office.storage._sessions.writing() as connection:
        connection.exec_driver_sql("UPDATE identities SET reachable = false")
    assert ask_to_sign_in(office, "an", "1") is True
    assert sign_ins(office) == []
    assert rows(office.storage, "SELECT 1 FROM codes WHERE purpose = 'sign_in'") == []


def test_a_code_for_a_device_ends_no_other_kind_of_code(office: Office) -> None:
    office.come("an")
    ask_to_sign_in(office, "an", "1")
    invited(office, "an", AddDevice())
    code = sign_ins(office)[0][1]
    assert use(office, code, sender="browser").account == office.accounts["an"]


def test_it_is_good_for_ten_minutes(office: Office) -> None:
    office.come("an")
    ask_to_sign_in(office, "an", "1")
    office.clock.pass_by(timedelta(minutes=10))
    assert use(office, sign_ins(office)[0][1], sender="browser").account is None


def test_names_are_not_found_out_and_nobody_is_flooded(office: Office) -> None:
    office.come("an")
    answers = {ask_to_sign_in(office, name, name) for name in ("an", "nobody", "binh", "x" * 999)}
    assert answers == {True}
    for number in range(5):
        ask_to_sign_in(office, "an", f"{number}")
    assert len(sign_ins(office)) == MOST_AN_HOUR
    office.clock.pass_by(timedelta(hours=1, seconds=1))
    ask_to_sign_in(office, "an", "later")
    assert len(sign_ins(office)) == MOST_AN_HOUR + 1


def test_one_account_has_several_devices_and_ends_one(office: Office) -> None:
    office.come("an")
    code = invited(office, "an", AddDevice()).code
    assert use(office, code, sender="browser").account == office.accounts["an"]
    play(
        office.storage,
        "told",
        sender="browser",
        replies=(
            Reply(
                (),
            ),
        ),
    )
    phone, browser = office.ask("an", ListDevices())
    assert (phone.channel, phone.until) == ("telegram", None)
    assert (browser.channel, browser.until) == ("web", (office.clock.now() + SIGNED_FOR).date())

    assert office.ask("binh", EndDevice(browser.id)) is False
    assert office.ask("an", EndDevice(browser.id)) is True

    talk = play(office.storage, "after", sender="browser")
    assert talk is not None
    assert talk.person.account is None
    assert office.storage.outbox.transcript("web", "browser", 50)[:-1] == ()
    assert office.ask("an", ListDevices()) == (phone,)
    assert ("failed", "ended") in rows(office.storage, "SELECT status, why FROM outbox")


def test_a_session_goes_on_while_it_is_opened_and_ends_where_it_is_not(office: Office) -> None:
    devices, clock = office.storage.devices, office.clock
    use(office, invited(office, "an", AddDevice()).code, sender="browser")
    for _ in range(3):
        clock.pass_by(SIGNED_FOR - timedelta(hours=1))
        assert devices.renew("web", "browser")
    assert not devices.expire(clock.now())

    clock.pass_by(SIGNED_FOR + timedelta(seconds=1))
    assert not devices.renew("web", "browser"), "what has ended is not taken up by being opened"
    talk = play(office.storage, "after", sender="browser")
    assert talk is not None
    assert talk.person.account is None


def test_a_session_that_nobody_opens_ends_by_itself(office: Office) -> None:
    use(office, invited(office, "an", AddDevice()).code, sender="browser")
    office.clock.pass_by(SIGNED_FOR + timedelta(seconds=1))
    office.storage.devices.expire(office.clock.now())
    assert [one.channel for one in office.ask("an", ListDevices())] == ["telegram"]
    assert not office.storage.devices.renew("web", "browser")


def test_a_session_that_two_pages_end_at_once_stays_ended(office: Office) -> None:
    use(office, invited(office, "an", AddDevice()).code, sender="browser")
    browser = office.ask("an", ListDevices())[-1].id
    with office.storage._sessions.writing() as connection:
        for _ in range(2):
            end(connection, browser)
    assert not office.storage.devices.renew("web", "browser")


def test_a_stranger_s_browser_is_let_be(storage: SqlStorage, clock: HandClock) -> None:
    play(storage, "1", sender="browser")
    clock.pass_by(SIGNED_FOR * 2)
    assert storage.devices.renew("web", "browser")
    assert storage.devices.renew("web", "never seen")
    assert not storage.devices.expire(clock.now())


def test_codes_tried_without_end_are_told_as_such_and_stand_in_the_trail(office: Office) -> None:
    good = invited(office, "head", Invite("Nông Văn Sáu", OFFICER)).code
    why = []
    for number in range(WRONG_AT_MOST + 1):
        with office.storage.turn() as turn:
            talk = turn.begin(incoming(f"try {number}", sender="thief"))
            assert talk is not None
            try:
                turn.bind(talk, "ABCDEFGHJK" if number < WRONG_AT_MOST else good)
            except CodeRefused as refused:
                why.append(refused.why)
    assert why == ["refused"] * WRONG_AT_MOST + ["often"]
    told = rows(office.storage, "SELECT payload FROM audit WHERE event = 'code_refused'")
    assert [payload for (payload,) in told] == [f'{{"why":"{one}"}}' for one in why]
    assert use(office, good, sender="six").name == "Nông Văn Sáu"


def test_who_signs_out_sees_nothing_on_the_page_that_is_opened_next(office: Office) -> None:
    use(office, invited(office, "an", AddDevice()).code, sender="browser")
    phone, browser = office.ask("an", ListDevices())
    assert office.ask("binh", SignOut(browser.id)) is False
    assert office.ask("an", SignOut(phone.id)) is False
    assert office.ask("an", SignOut(browser.id)) is True

    assert not office.storage.devices.renew("web", "browser")

    assert office.ask("an", ListDevices()) == (phone,)
