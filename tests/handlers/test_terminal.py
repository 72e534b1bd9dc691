"""The terminal plays the same conversation: one line in, the reply out."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from flows.book import all_flows
from flows.conversation import Conversation
from flows.ports import Envelope
from handlers.terminal import CHANNEL, Terminal
from locales import catalog
from tests.fakes import MemoryStorage, StillClock
from tests.flows.officer import member


@dataclass(slots=True)
class MemoryOutbox:
    """What a terminal reads of the storage in memory."""

    storage: MemoryStorage

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]:
        memory = self.storage.memory
        return tuple(
            Envelope(number, 1, address, memory.conversation(chat).language, reply, 0)
            for number, (chat, reply) in enumerate(memory.replies, start=1)
            if number > last and chat == (channel, address)
        )


def play(*lines: str, storage: MemoryStorage | None = None) -> tuple[MemoryStorage, str]:
    """What a terminal shows for these lines."""
    storage = storage or MemoryStorage()
    storage.memory.people[(CHANNEL, "one")] = member()
    conversation = Conversation(storage, StillClock(), all_flows())
    out = io.StringIO()
    terminal = Terminal(
        "one", conversation.take, MemoryOutbox(storage), words=catalog.text, out=out
    )
    terminal.run(f"{line}\n" for line in lines)
    return storage, out.getvalue()


def test_a_surprise_proposal_is_played_by_numbers_and_words() -> None:
    storage, shown = play("1", "2", "2", "12", "19", "nhầm, 13 người", "thứ 5 tuần trước")
    [draft] = storage.memory.drafts.values()
    assert draft.answers["nominees[0].participants"] == 13
    assert draft.answers["achieved_on"] == "2026-11-12"
    assert "🔴 Tập thể chưa đủ điều kiện" in shown
    assert "🟢 Tập thể đủ điều kiện đề nghị" in shown
    assert "Chủ nhật 22/11" in shown
    assert "**" not in shown
    assert "1. Ngoài nhiệm vụ được giao" in shown


def test_where_one_stands_is_shown_with_each_question() -> None:
    _, shown = play("khen đột xuất")
    assert "— Khen đột xuất · điều kiện · 0 %" in shown


def test_a_tapped_answer_is_repeated() -> None:
    _, shown = play("khen đột xuất", "2")
    assert "✓ Cứu người, cứu tài sản" in shown


def test_a_second_run_shows_only_what_is_new() -> None:
    storage, _ = play("khen đột xuất", "2")
    _, shown = play(storage=storage)
    assert "Cứu người" not in shown
    assert "Tiếp tục hồ sơ: Khen đột xuất" in shown


def test_the_language_changes_the_numbered_lines_too() -> None:
    _, shown = play("ngôn ngữ", "English")
    assert "1. " in shown.rpartition("Kịp Thời")[2]
    assert "Khen đột xuất" not in shown.rpartition("Kịp Thời")[2]


def test_a_clause_of_the_trace_is_read_by_its_words_while_a_question_is_open() -> None:
    lines = ("khen đột xuất", "2", "1", "xem căn cứ")
    _, before = play(*lines)
    trace, _, question = before.rpartition("Tôi đã xét như sau")[2].partition("\n\n")
    assert "1. Nguyên văn" not in trace
    assert "1. " in question


def test_a_clause_of_the_trace_is_read_by_its_number_or_words_at_a_card() -> None:
    lines = ("khen đột xuất", "2", "1", "1", "hôm qua", "xem căn cứ")
    _, before = play(*lines)
    trace = before.rpartition("Tôi đã xét như sau")[2]
    number = re.search(r"(\d)\. Nguyên văn mục 2, ý 4", trace)
    assert number is not None
    assert ". Lập hồ sơ" in trace
    for line in (number[1], "Nguyên văn mục 2, ý 4"):
        _, shown = play(*lines, line)
        assert "«" in shown.rpartition("mục 2, ý 4")[2]
