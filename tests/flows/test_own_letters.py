"""A question that only a letter of the office's own answers is answered from it, in the chat."""

from __future__ import annotations

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming, Person, Unit, UnitRole
from language.questions import Piece, Shelf
from locales.catalog import text
from tests.fakes import Memory, MemoryStorage, StillClock

QUESTION = "Hồ sơ đề nghị khen thưởng nộp mấy bộ?"
PIECE = Piece(1, "Quy chế của xã", label="Điều 6", text="Hồ sơ đề nghị khen thưởng nộp 02 bộ.")
PHONG = Unit(1, "Phòng Nội vụ", "department", frozenset())
REVIEWER = Person(1, "Lý Văn B", PHONG, frozenset({UnitRole.REVIEWER}))


def told(memory: Memory, *said: str, who: Person = REVIEWER) -> str:
    memory.people["test", "a"] = who
    storage = MemoryStorage(memory)
    talk = Conversation(storage, StillClock(), all_flows())
    for number, words in enumerate(said):
        talk.take(Incoming("test", "a", str(number), text=words))
    return "\n".join(text(line) for _, reply in storage.memory.replies for line in reply.text)


def test_without_one_the_letters_are_said_to_be_silent() -> None:
    assert "Hai công văn không nói về số bộ hồ sơ" in told(Memory(), QUESTION)


def test_with_one_its_words_are_quoted_and_marked() -> None:
    shown = told(Memory(own=Shelf.of([PIECE])), QUESTION)
    assert "**Quy chế của xã, Điều 6** (văn bản đơn vị tự thêm)" in shown
    assert "«Hồ sơ đề nghị khen thưởng nộp 02 bộ.»" in shown
    assert "Chưa mã hóa thành quy tắc" in shown


def test_who_is_of_no_unit_hears_nothing_of_it() -> None:
    for who in (Person(), Person(1, "Lý Văn B")):
        shown = told(Memory(own=Shelf.of([PIECE])), QUESTION, who=who)
        assert "Hai công văn không nói về số bộ hồ sơ" in shown
        assert "Quy chế" not in shown


def test_in_the_middle_of_a_case_as_well() -> None:
    shown = told(Memory(own=Shelf.of([PIECE])), "khen đột xuất", QUESTION)
    assert "**Quy chế của xã, Điều 6**" in shown
