"""A chat without storage: plays two model conversations, so that the page can be looked at."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from flows.model import Incoming, Reply
from flows.ports import Envelope, Line, Sent, StorageUnavailable
from handlers.web.ports import ClauseText, NoSuchClause
from locales import catalog
from rules.message import Message, MessageValue
from tests.web.demo_script import DEMO, TODAY, Script

CLAUSES = {
    "LS2022.2.b.2": ClauseText(
        label="Công văn UBND tỉnh 5/2022, mục 2, ý 2",
        letter="Công văn của UBND tỉnh tháng 5/2022",
        quote="chiếm 2/3 trong tổng số các lực lượng tham gia",
        paragraph=(
            "Chú trọng khen thưởng cho cá nhân trực tiếp tham gia lập được thành tích đột xuất "
            "là chính. Chỉ xét khen thưởng và đề nghị khen thưởng đột xuất đối với tập thể khi "
            "tập thể đó có số cán bộ tham gia hoặc phối hợp tham gia thực hiện nhiệm vụ "
            "chiếm 2/3 trong tổng số các lực lượng tham gia."
        ),
        before=("Đoạn trước của công văn.",),
        notes=("Số và ngày của công văn để trống trong bản gốc.",),
    ),
    "LS2022.1.a.5": ClauseText(
        label="Công văn UBND tỉnh 5/2022, mục 1, ý 1",
        letter="Công văn của UBND tỉnh tháng 5/2022",
        quote="thời gian lập thành tích",
        paragraph=(
            "Hướng dẫn khen thưởng phải xác định rõ phạm vi, đối tượng, tiêu chuẩn, "
            "thời gian lập thành tích, hình thức và số lượng khen thưởng."
        ),
    ),
}


class FixedClock:
    """Saturday 21/11/2026, the day of the model conversations."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 1, 0, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


class Letters:
    def open(self, clause_id: str, /, *, language: str) -> ClauseText:
        try:
            return CLAUSES[clause_id]
        except KeyError:
            raise NoSuchClause(clause_id) from None


def demo_words(message: Message, language: str, /) -> str:
    """The demonstration's sentences, and the catalogue for all others."""
    if message.key not in DEMO:
        return catalog.text(message, language)
    shown = {name: _value(value, language) for name, value in message.values.items()}
    return DEMO[message.key].format(**shown)


def _value(value: MessageValue, language: str) -> object:
    if isinstance(value, Message):
        return demo_words(value, language)
    return catalog.day(value, language) if isinstance(value, date) else value


@dataclass
class FakeChat:
    """Turns and outbox in one: inbox by update id, one line list and script a session."""

    failing: bool = False
    repeating: bool = False
    slow_s: float = 0.0
    language: str = "vi"
    taken: list[Incoming] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    marked: int = 0
    rows: list[Envelope] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    _scripts: dict[str, Script] = field(default_factory=lambda: defaultdict(Script))

    async def take(self, incoming: Incoming) -> None:
        if self.failing:
            raise StorageUnavailable
        await asyncio.sleep(self.slow_s)
        if incoming.update in self._seen:
            return
        self._seen.add(incoming.update)
        self.taken.append(incoming)
        script = self._scripts[incoming.sender]
        said = script.words_of(incoming)
        if said is not None:
            self._keep(incoming.sender, said=said)
        if incoming.files:
            self._lines[incoming.sender].append(Line(0, FixedClock().now(), files=incoming.files))
        for reply in script.answer(incoming):
            self.put(incoming.sender, reply)

    def put(self, address: str, reply: Reply) -> int:
        """Queue a reply, as a turn or a reminder would; its id."""
        number = len(self.rows) + 1
        self.rows.append(Envelope(number, 1, address, self.language, reply, 0))
        self._keep(address, reply=reply, number=number)
        return number

    def _keep(
        self, address: str, *, said: str | None = None, reply: Reply | None = None, number: int = 0
    ) -> None:
        at = FixedClock().now()
        self._lines[address].append(Line(number, at, said=said, reply=reply))

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]:
        if self.failing:
            raise StorageUnavailable
        return tuple(
            replace(row, language=self.language)
            for row in self.rows
            if row.address == address and (self.repeating or row.id > last) and channel == "web"
        )

    def transcript(self, channel: str, address: str, limit: int) -> tuple[Line, ...]:
        return tuple(self._lines[address][-limit:]) if channel == "web" else ()

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        if self.failing or now.tzinfo is None:
            raise StorageUnavailable
        self.marked += 1
        self.sent.extend(one.envelope for one in sent)
