"""My drafts: opened, named, copied, deleted, switched; a stale write shows what is newer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import pytest

from flows.book import all_flows
from flows.conversation import Conversation, RequestsError
from flows.model import Incoming, Json
from flows.ports import Talk
from flows.turn import ListDrafts, Said, Scene, Turn
from tests.fakes import MemoryStorage, MemoryTurn, StillClock
from tests.flows.officer import Officer


def with_two() -> Officer:
    """An officer with a surprise draft (1) and a thematic one (2) in hand."""
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể Dân quân xã")
    return officer.say("khen chuyên đề", "kỷ niệm, đại hội")


def test_two_drafts_are_kept_apart_and_switched() -> None:
    officer = with_two()
    officer.say("hồ sơ của tôi")
    assert "(2)" in officer.text
    officer.tap("g:open:1").say("12")
    assert officer.stored[1].answers["nominees[0].participants"] == 12
    officer.press("g:open:2")
    assert officer.open == "award_level"
    officer.say("cấp tỉnh")
    assert "award_level" not in officer.stored[1].answers
    assert officer.stored[2].answers["award_level"] == "province"
    officer.press("g:open:1")
    assert officer.open == "forces_total"


def test_a_draft_is_renamed_and_found_by_its_name() -> None:
    officer = with_two().press("g:rename:1")
    officer.say("Cứu hộ suối Bản Ngà")
    assert officer.stored[1].name == "Cứu hộ suối Bản Ngà"
    assert "Cứu hộ suối Bản Ngà" in officer.text
    assert officer.open == "nominees[0].participants"
    officer.say("hồ sơ của tôi")
    labels = [choice.label for row in officer.screen[-1].choices for choice in row]
    assert "Cứu hộ suối Bản Ngà" in {label.values.get("name") for label in labels}


@pytest.mark.parametrize("name", ["x" * 81])
def test_a_name_too_long_is_asked_again(name: str) -> None:
    officer = with_two().press("g:rename:1").say(name)
    assert "80" in officer.text
    assert officer.stored[1].name is None
    officer.say("Tên ngắn")
    assert officer.stored[1].name == "Tên ngắn"


def test_a_photo_is_no_name() -> None:
    officer = with_two().press("g:rename:1").show("photo")
    assert officer.stored[1].name is None


def test_a_copy_is_a_draft_of_its_own() -> None:
    officer = with_two().press("g:copy:1")
    assert officer.stored[3].answers == officer.stored[1].answers
    officer.say("12")
    assert "nominees[0].participants" not in officer.stored[1].answers
    assert officer.stored[3].answers["nominees[0].participants"] == 12


def test_deleting_asks_first() -> None:
    officer = with_two().press("g:ask_delete:1")
    assert 1 in officer.stored
    officer.tap("Giữ lại")
    assert 1 in officer.stored
    assert officer.flow == "surprise"
    officer.press("g:ask_delete:1").tap("Xóa hẳn")
    assert list(officer.stored) == [2]
    assert "Đã xóa" in officer.text


def test_a_deletion_asked_again_deletes_nothing_more() -> None:
    officer = with_two().press("g:ask_delete:1").tap("Xóa hẳn")
    officer.press("c:delete:2", "stale")
    assert list(officer.stored) == [2]


def test_a_draft_that_is_gone_is_said_to_be_gone() -> None:
    officer = with_two().press("g:open:99")
    assert "Không còn hồ sơ này" in officer.text
    officer.press("g:open:none")
    assert officer.flow == "drafts"


def test_a_draft_deleted_on_another_device_is_said_to_be_gone() -> None:
    officer = with_two()
    officer.say("hồ sơ của tôi")
    officer.press("c:delete:99", officer.screen[-1].token)
    assert "Không còn hồ sơ này" in officer.text
    assert len(officer.stored) == 2


def test_no_drafts_yet_says_so_and_offers_to_begin() -> None:
    officer = Officer().say("hồ sơ của tôi")
    assert "chưa có hồ sơ nào" in officer.text
    assert "g:surprise" in officer.buttons


def test_what_is_not_read_in_the_list_is_said() -> None:
    officer = with_two().say("hồ sơ của tôi", "abc xyz")
    assert len(officer.text.splitlines()) == 2
    assert "g:open:1" in officer.buttons


def test_back_from_a_draft_page_leads_to_the_list() -> None:
    officer = with_two().press("g:ask_delete:1").say("quay lại")
    assert officer.open == "list"
    officer.press("g:rename:1").tap("Giữ tên cũ")
    assert officer.stored[1].name is None


def test_a_stale_button_on_a_draft_page_shows_the_page_again() -> None:
    officer = with_two().press("g:ask_delete:1").press("c:delete:1", "old")
    assert 1 in officer.stored
    assert officer.open.startswith("delete")


def test_an_open_draft_says_that_the_rulebook_changed() -> None:
    officer = with_two()
    stored = officer.storage.memory.drafts
    stored[1] = replace(stored[1], rulebook="2022.05.1")
    officer.press("g:open:1")
    assert "2022.05.1" in officer.text
    officer.say("12").press("g:open:1")
    assert "2022.05.1" not in officer.text


class OvertakenTurn(MemoryTurn):
    """A turn during which another device writes to, or deletes, the draft just read."""

    answers: Mapping[str, Json] | None = None

    def begin(self, incoming: Incoming) -> Talk | None:
        talk = super().begin(incoming)
        draft = self.memory.drafts.pop(1)
        if self.answers is not None:
            newer = replace(draft, answers=self.answers, version=draft.version + 1)
            self.memory.drafts[1] = newer
        return talk


@dataclass
class Overtaken(MemoryStorage):
    answers: Mapping[str, Json] | None = None

    @contextmanager
    def turn(self) -> Iterator[MemoryTurn]:
        turn = OvertakenTurn(self.memory.copied())
        turn.answers = self.answers
        yield turn
        self.memory = turn.memory


def overtaken(officer: Officer, text: str, answers: Mapping[str, Json] | None) -> Officer:
    """The officer's next turn, in which another device is quicker."""
    quiet = officer.storage
    officer.storage = Overtaken(quiet.memory, answers)
    officer.say(text)
    quiet.memory = officer.storage.memory
    officer.storage = quiet
    return officer


def test_a_stale_write_shows_the_newer_draft_and_writes_nothing() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    newer = {**officer.answers, "nominees[0].participants": 15}
    overtaken(officer, "12", newer)
    assert officer.stored[1].answers == newer
    assert "bản mới nhất" in officer.text
    assert officer.open == "forces_total"
    officer.say("15", "hôm qua")
    assert officer.verdict == "eligible"


def test_a_draft_deleted_while_it_was_answered_leads_to_the_menu() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    overtaken(officer, "12", None)
    assert officer.stored == {}
    assert officer.flow == "menu"
    assert "g:surprise" in officer.buttons


class Curious:
    """A flow that never stops looking things up."""

    id = "menu"

    def step(self, _scene: Scene, _said: Said) -> Turn:
        return Turn(request=ListDrafts())


def test_a_flow_that_never_stops_looking_up_is_a_fault_and_commits_nothing() -> None:
    storage = MemoryStorage()
    conversation = Conversation(storage, StillClock(), {**all_flows(), "menu": Curious()})
    with pytest.raises(RequestsError):
        conversation.take(Incoming("web", "one", "1", text="menu"))
    assert storage.memory.seen == set()


def test_a_state_of_an_older_version_is_read_as_far_as_it_goes() -> None:
    officer = Officer().say("khen đột xuất", "cứu người")
    conversation = officer.storage.memory.conversation(officer.chat)
    conversation.state = {**conversation.state, "at": {"gone": 1, "stage": "eligibility"}}
    officer.say("tập thể")
    assert officer.open == "nominees[0].participants"
    conversation = officer.storage.memory.conversation(officer.chat)
    conversation.state = {**conversation.state, "flow": "gone"}
    officer.say("12")
    assert "g:surprise" in officer.buttons
    conversation = officer.storage.memory.conversation(officer.chat)
    conversation.state = {**conversation.state, "flow": "gone"}
    officer.press("a:one", "stale")
    assert "g:surprise" in officer.buttons


def test_a_day_before_the_letters_has_no_rules_and_says_so() -> None:
    officer = Officer(day=date(2020, 1, 2)).say("khen đột xuất")
    assert "nằm ngoài" in officer.text
