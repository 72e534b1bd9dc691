"""Who one is: a guest, a member by a one-time code, the same person on another channel."""

from __future__ import annotations

import pytest

from flows.model import Person, Unit, UnitRole
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer, member

CODE = "K7M2P9QRST"


def guest(storage: MemoryStorage | None = None, channel: str = "web") -> Officer:
    """An unknown person, with a code that waits to be used."""
    storage = storage or MemoryStorage()
    storage.memory.codes[CODE] = member()
    return Officer(None, storage=storage, channel=channel)


@pytest.mark.parametrize("typed", [f"/start {CODE}", CODE])
def test_a_code_binds_the_chat_to_its_account(typed: str) -> None:
    officer = guest().say(typed)
    assert officer.storage.memory.people[officer.chat].account == 1
    assert "Chào Nông Văn Thử" in officer.text
    assert "Xã Thử" in officer.text
    assert "g:drafts" in officer.buttons
    assert officer.storage.memory.codes == {}


def test_a_wrong_code_is_refused_and_the_same_question_comes_back() -> None:
    officer = guest().say("khen đột xuất", "cứu người", "WRNG222222")
    assert "Mã này không dùng được" in officer.text
    assert officer.open == "who"
    assert "a:individual" in officer.buttons
    assert officer.storage.memory.people.get(officer.chat, Person()).account is None
    officer.say("/start nope")
    assert "Mã này không dùng được" in officer.text
    assert officer.open == "who"


@pytest.mark.parametrize("typed", ["nguyenvana", "Nguyenvana", "k7m2-p9qr", "NGUYEN VAN"])
def test_a_word_of_ten_letters_is_no_code(typed: str) -> None:
    officer = guest().say("khen đột xuất", "cứu người", typed)
    assert "Mã này" not in officer.text


def test_a_member_may_type_what_looks_like_a_code() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "NGUYENVANA")
    assert officer.nominees == [
        {"ground": "brave_rescue", "type": "individual", "name": "NGUYENVANA"}
    ]


def trying(storage: MemoryStorage | None = None) -> Officer:
    """A browser that speaks for the demonstration, with a code of a real account at hand."""
    storage = storage or MemoryStorage()
    storage.memory.codes[CODE] = member()
    unit = Unit(8, "Đơn vị dùng thử", "commune", frozenset(), is_demonstration=True)
    return Officer(member(unit, account=8), storage=storage)


@pytest.mark.parametrize("typed", [CODE, "k7m2p-9qrst", f"/start {CODE}"])
def test_the_demonstration_takes_a_code_typed_alone(typed: str) -> None:
    storage = MemoryStorage()
    officer = trying(storage)
    storage.memory.codes[typed] = member()
    officer.say(typed)
    assert "Chào Nông Văn Thử" in officer.text
    assert officer.storage.memory.people[officer.chat].account == 1


def test_what_was_tried_in_the_demonstration_stays_there() -> None:
    officer = trying().say("hỏi thử", "khen đột xuất", "cứu người", "tập thể", "12", CODE)
    assert "Chào Nông Văn Thử" in officer.text
    assert not [one for one in officer.buttons if one.startswith("g:resume")]


def test_what_the_account_had_in_hand_is_there_when_a_browser_joins_it() -> None:
    storage = MemoryStorage()
    Officer(storage=storage, name="first").say("hỏi thử", "khen đột xuất", "cứu người")
    officer = trying(storage).say(CODE)
    assert "g:resume:case" in officer.buttons


def test_what_a_guest_was_asking_comes_along() -> None:
    officer = guest().say("hỏi thử", "khen đột xuất", "cứu người", "tập thể", "12", CODE)
    assert "g:resume:case" in officer.buttons


def test_one_person_finds_the_same_talk_on_another_channel() -> None:
    web = guest().say(CODE, "khen đột xuất", "cứu người", "tập thể", "12")
    telegram = Officer(member(), storage=web.storage, channel="telegram", name="77")
    telegram.say("19")
    assert telegram.verdict == "not_eligible"
    web.say("nhầm, 13 người")
    assert web.answers["nominees[0].participants"] == 13
    assert len(web.stored) == 1
    telegram.say("xem lại")
    assert telegram.open == "review"


def test_a_guest_keeps_what_was_asked_before_only_in_the_talk() -> None:
    officer = guest().say("khen đột xuất", "cứu người")
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}
    assert officer.stored == {}


def test_the_language_changes_at_once_and_stays() -> None:
    officer = Officer().say("ngôn ngữ")
    officer.tap("English")
    assert "Kịp Thời" in officer.text
    assert "Đơn vị" not in officer.text
    officer.say("khen đột xuất")
    assert officer.language == "en"
    assert "Khen" not in officer.text
    officer.say("tiếng việt").say("tiếng việt")
    assert officer.language == "vi"


def test_a_language_not_spoken_is_asked_again() -> None:
    officer = Officer().say("ngôn ngữ", "tiếng Pháp")
    assert officer.buttons[:2] == ["a:vi", "a:en"]
    assert officer.language == "vi"


def test_a_reviewer_may_check_and_stores_nothing() -> None:
    officer = Officer(member(CAO_LOC, UnitRole.REVIEWER))
    officer.say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    assert officer.verdict == "eligible"
    assert officer.stored == {}
