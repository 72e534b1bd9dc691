"""One person's data is told in full and erased, and what remains is the unit's work."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert, inspect

from flows import asking
from flows.model import Draft
from language.fold import fold
from rules.message import say
from storage.names import Name
from storage.proposal_tables import proposal_names, proposals
from storage.register import NotThere
from storage.session import SqlStorage
from tests.storage.office import DAY, Office, plan_of
from tests.storage.parts import incoming, join, play, reply, rows

NAME = "Nông Thị Hạnh"
MARK = "[đã xóa]"
MONDAY = date(2026, 11, 16)
HANH = Name(NAME, MARK)


def draft(*names: str, **answers: Any) -> Draft:
    own = {f"nominees[{place}].name": name for place, name in enumerate(names)}
    return Draft("surprise", {**own, **answers}, past=({"nominees[0].name": NAME},), name=names[0])


def everything(storage: SqlStorage) -> str:
    """Every text of every table."""
    found = []
    for table in inspect(storage._engine).get_table_names():
        found += rows(storage, f"SELECT * FROM {table}")
    return json.dumps(found, default=str, ensure_ascii=False)


def tell_of(office: Office, who: str, name: str) -> None:
    """A turn in which the name is said, answered with, held in hand and noted."""
    office.come(who)
    with office.storage.turn() as turn:
        talk = turn.begin(incoming(f"tell {who} {name}", channel="telegram", sender=who, said=name))
        assert talk is not None
        said = reply()
        told = type(said)((say("title.named", name=name),))
        events = [("told", {"name": name})]
        turn.save(talk, state={"at": [name]}, draft=None, replies=(told,), events=events)


def test_a_name_goes_out_of_drafts_messages_reminders_and_trail(office: Office) -> None:
    kept = office.keep(
        "an",
        draft(NAME, "Lý Văn B", **{"nominees[0].grassroots": True, "reason": f"bà {NAME} cứu"}),
        plan_of(DAY, name=NAME),
    )
    tell_of(office, "an", NAME)
    office.storage.audit.link()

    erased = office.storage.privacy.erase_name(HANH, dry=False)

    assert {"drafts", "inbox", "outbox", "conversations", "reminders", "audit"} <= set(erased.rows)
    assert NAME not in everything(office.storage)
    (line,) = rows(office.storage, "SELECT name, answers, past, version FROM drafts")
    answers = json.loads(line[1])
    assert answers == {
        "nominees[0].name": MARK,
        "nominees[1].name": "Lý Văn B",
        "nominees[0].grassroots": True,
        "reason": f"bà {MARK} cứu",
    }
    assert (line[0], line[2], line[3]) == (MARK, "[]", kept.version + 1)
    found = office.storage.audit.verify()
    assert (found.fault, found.erased) == (None, 1)


def test_what_was_told_of_that_nominee_in_words_goes_too_and_of_the_others_stays(
    office: Office,
) -> None:
    office.keep(
        "an",
        draft(
            NAME,
            "Lý Văn B",
            **{
                "nominees[0].post": "Phó trưởng bản",
                "nominees[1].post": "Trưởng bản",
                "nominees[0].achieved_from": "2026-01-05",
            },
        ),
    )
    office.storage.privacy.erase_name(HANH, dry=False)
    ((stored,),) = rows(office.storage, "SELECT answers FROM drafts")
    answers = json.loads(stored)
    assert answers["nominees[0].post"] == MARK
    assert answers["nominees[1].post"] == "Trưởng bản"


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("NÔNG THỊ  HẠNH", MARK),
        ("bà Nông Thị Hạnh, xã", f"bà {MARK}, xã"),
        ("Nông Thị Hạnh", MARK),  # decomposed
        ("Nông Thị Hạnhh", "Nông Thị Hạnhh"),
        ("Nông Thị Hanh", "Nông Thị Hanh"),
        ("", ""),
        ('{"a":["Nông Thị Hạnh",1,null]}', f'{{"a":["{MARK}",1,null]}}'),
        ('{"a":["N\\u00f4ng Th\\u1ecb H\\u1ea1nh"]}', f'{{"a":["{MARK}"]}}'),
        ("{Nông Thị Hạnh", f"{{{MARK}"),
    ],
)  # fmt: skip
def test_a_name_is_found_whole_however_it_is_written(text: str, without: str) -> None:
    assert HANH.out_of(text) == without


def test_other_drafts_of_a_namesake_are_left_where_drafts_are_chosen(office: Office) -> None:
    first = office.keep("an", draft(NAME))
    second = office.keep("binh", draft(NAME))
    erased = office.storage.privacy.erase_name(HANH, drafts=[first.id or 0], dry=False)
    assert rows(office.storage, "SELECT id, name FROM drafts ORDER BY id") == [
        (first.id, MARK),
        (second.id, NAME),
    ]
    assert erased.rows == {"drafts": 1}
    assert erased.left == {"drafts": 1}


def test_a_preview_tells_the_same_and_changes_nothing(office: Office) -> None:
    office.keep("an", draft(NAME), plan_of(DAY, name=NAME))
    tell_of(office, "an", NAME)
    before = everything(office.storage)
    tried = office.storage.privacy.erase_name(HANH, dry=True)
    gone = office.storage.privacy.erase_account(office.accounts["an"], mark=MARK, dry=True)
    assert everything(office.storage) == before
    assert tried.rows == office.storage.privacy.erase_name(HANH, dry=False).rows
    assert gone.rows["identities"] == 1


def test_an_open_copy_of_a_draft_does_not_bring_the_name_back(office: Office) -> None:
    from flows.ports import StaleDraft  # noqa: PLC0415

    kept = office.keep("an", draft(NAME))
    office.storage.privacy.erase_name(HANH, dry=False)
    with pytest.raises(StaleDraft):
        office.keep("an", Draft("surprise", {"a": NAME}, id=kept.id, version=kept.version))


def test_an_account_goes_with_its_chats_and_its_work_to_the_head(office: Office) -> None:
    office.come("head")
    kept = office.keep("an", draft("Lý Văn B"), plan_of(DAY))
    tell_of(office, "an", "x y")
    office.give()
    office.ask("an", asking.MakeFeed())
    office.ask("an", asking.ReportTask(office.task().id, "Đã xong"))
    office.storage.audit.link()
    account = office.accounts["an"]

    erased = office.storage.privacy.erase_account(account, mark=MARK, dry=False)

    assert erased.left == {"drafts": 1}
    assert erased.rows["inbox"] > 1
    assert "drafts" not in erased.rows
    storage = office.storage
    for table in ("roles", "identities", "conversations", "codes", "feeds", "reminders"):
        assert rows(storage, f"SELECT 1 FROM {table} WHERE account_id = {account}") == [], table
    head = office.accounts["head"]
    assert rows(storage, "SELECT id, account_id FROM drafts") == [(kept.id, head)]
    assert rows(storage, "SELECT account_id FROM audit WHERE event = 'told'") == [(None,)]
    assert rows(storage, "SELECT state, report FROM tasks") == [("reported", "Đã xong")]
    assert storage.audit.verify().fault is None
    assert play(storage, "again", channel="telegram", sender="an") is not None
    assert office.ask("head", asking.ListDeadlines()) is not None


def test_an_account_that_nothing_refers_to_is_gone_with_its_number(office: Office) -> None:
    office.come("other")
    erased = office.storage.privacy.erase_account(office.accounts["other"], mark=MARK, dry=False)
    assert erased.is_gone
    assert rows(office.storage, "SELECT 1 FROM accounts WHERE name = 'other'") == []
    with pytest.raises(NotThere):
        office.storage.privacy.erase_account(office.accounts["other"], mark=MARK, dry=False)


def test_of_who_gave_a_duty_the_duty_stays_and_names_nobody(office: Office) -> None:
    office.give()
    erased = office.storage.privacy.erase_account(office.accounts["reviewer"], mark=MARK, dry=False)
    assert (erased.left, erased.is_gone) == ({"duties": 1}, False)
    giver = "SELECT a.name FROM duties d JOIN accounts a ON a.id = d.account_id"
    assert rows(office.storage, giver) == [(MARK,)]


def test_everybody_s_account_can_be_erased_in_any_state(office: Office) -> None:
    office.come(*office.accounts)
    for name in ("an", "binh"):
        office.keep(name, draft("Lý Văn B"), plan_of(DAY))
    office.give("2026-11-27", "unit", "other unit")
    office.queue()
    for name in sorted(office.accounts):
        office.storage.privacy.erase_account(office.accounts[name], mark=MARK, dry=False)
    assert rows(office.storage, "SELECT 1 FROM identities") == []
    assert office.storage.audit.verify().fault is None


def test_no_chat_has_rows_that_erasing_does_not_know(office: Office) -> None:
    """A new table that refers to chats fails here: what is erased of it is to be decided."""
    found = inspect(office.storage._engine)
    naming = {
        (table, key["referred_table"])
        for table in found.get_table_names()
        for key in found.get_foreign_keys(table)
        if key["referred_table"] in {"identities", "conversations", "inbox", "outbox"}
    }
    assert naming == {
        ("inbox", "identities"),
        ("outbox", "identities"),
        ("outbox", "inbox"),
        ("shown", "identities"),
        ("identities", "conversations"),
        ("reminders", "outbox"),
    }


def test_an_account_s_rows_are_told_without_secrets_and_without_what_drafts_tell_of_others(
    office: Office,
) -> None:
    office.keep("an", draft(NAME), plan_of(DAY))
    office.ask("an", asking.MakeFeed())
    tell_of(office, "an", "x y")
    join(office.storage, office.accounts["an"], channel="web", sender="secret address")

    told = office.storage.privacy.account(office.accounts["an"])

    assert told["accounts"][0]["name"] == "an"
    assert {row["external"] for row in told["identities"]} == {"an", "secret address"}
    assert {"drafts", "inbox", "outbox", "conversations", "roles", "feeds", "audit"} <= set(told)
    noted = rows(office.storage, "SELECT payload FROM audit WHERE event = 'person_exported'")
    assert noted == [(f'{{"account":{office.accounts["an"]}}}',)]
    kept = {key for found in told.values() for row in found for key in row}
    assert not kept & {"digest", "who_salt", "what_digest", "link", "answers", "past"}
    with pytest.raises(NotThere):
        office.storage.privacy.account(99)


def test_of_a_nominee_only_what_is_theirs_is_told(office: Office) -> None:
    office.keep("an", draft(NAME, "Lý Văn B", **{"nominees[0].grassroots": True}))
    (found,) = [one for one in office.storage.privacy.mentions(HANH)[0] if one.table == "drafts"]
    assert HANH.told_in(found.before["answers"]) == [
        {"nominees[0].name": NAME, "nominees[0].grassroots": True}
    ]


def propose(storage: SqlStorage, draft: int, *, state: str) -> None:
    """The draft as it is kept once sent."""
    days = {"since": MONDAY, "sent_on": MONDAY, "first_sent_on": MONDAY}
    snapshot = {"answers": {"nominees[0].name": NAME, "nominees[0].post": "Trưởng bản"}}
    kept = {"draft_id": draft, "unit_id": 3, "office_id": 1, "kind": "surprise", "state": state,
            "title": f'{{"name":"{NAME}"}}', "verdict": "eligible", "timing": "in_time",
            "snapshot": json.dumps(snapshot), "version": 1, "sender_id": 1, **days}  # fmt: skip
    with storage._sessions.writing() as connection:
        now = {"changed_at": datetime(2026, 11, 16, tzinfo=UTC)}
        made = connection.execute(insert(proposals).returning(proposals.c.id), {**kept, **now})
        named = {"proposal_id": made.scalar_one(), "place": 0, "name": fold(NAME), "deed": "x"}
        connection.execute(insert(proposal_names), named)


def test_a_proposal_loses_the_name_unless_its_award_is_decided(office: Office) -> None:
    waiting, decided = (office.keep("an", draft(NAME)).id or 0 for _ in range(2))
    propose(office.storage, waiting, state="submitted")
    propose(office.storage, decided, state="decided")

    erased = office.storage.privacy.erase_name(HANH, dry=False)

    assert erased.decided == (decided,)
    assert erased.left == {"drafts": 1, "proposals": 1, "proposal_names": 1}
    told = "SELECT p.title, p.snapshot, n.name FROM proposals p JOIN proposal_names n"
    one, other = rows(office.storage, f"{told} ON n.proposal_id = p.id ORDER BY p.draft_id")
    assert (one[0], one[2]) == (f'{{"name":"{MARK}"}}', fold(MARK))
    answers = {"nominees[0].name": MARK, "nominees[0].post": MARK}
    assert json.loads(one[1]) == {"answers": answers}
    assert NAME in other[0]
    assert other[2] == fold(NAME)


def test_who_sent_a_proposal_is_there_without_a_name(office: Office) -> None:
    propose(office.storage, office.keep("an", draft(NAME)).id or 0, state="decided")
    erased = office.storage.privacy.erase_account(office.accounts["an"], mark=MARK, dry=False)
    assert (erased.left, erased.is_gone) == ({"drafts": 1, "proposals": 1}, False)
