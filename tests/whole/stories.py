"""The two proposals of the first officer, told once and played on every channel."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Protocol

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
LIKELY = (
    "Tổng kết phong trào thi đua",
    "Cấp tỉnh",
    "Một cá nhân",
    "Không dựa vào sáng kiến",
    "Đã tổng kết",
    "Đã ban hành",
    "Đã phát động",
    "Đã có",
)
"""What an officer taps where it is offered; which question comes when is the rules' to say."""
GUIDANCE = ("phạm vi", "đối tượng", "tiêu chuẩn", "hình thức", "số lượng")


class Officer(Protocol):
    """Someone on a channel. Each call waits for the answer."""

    async def say(self, text: str) -> None: ...

    async def tap(self, label: str) -> None: ...

    async def see(self, words: str) -> None:
        """The newest answer holds the words. Raises AssertionError."""

    async def offered(self) -> list[str]:
        """The labels of the newest choices."""


class Tapper(Officer, Protocol):
    """An officer whose buttons stay in reach after they have been answered."""

    async def press_again(self) -> None:
        """The button that was tapped last, once more."""


async def file_surprise(officer: Officer, today: date) -> None:
    """12 of 19 fails, with the least number and the way out; 13 does, by its last day."""
    deed = today - timedelta(days=1)
    last = deed + timedelta(days=10)
    await officer.say("khen đột xuất")
    await officer.see("Thành tích thuộc loại nào?")
    await officer.tap("Cứu người, cứu tài sản")
    await officer.tap("Một tập thể")
    await officer.say("12")
    await officer.say("19")
    for words in (
        "chưa đủ điều kiện",
        "13/19",
        "thiếu 1",
        "cá nhân trực tiếp tham gia",
        "mục 2, ý 2",
    ):
        await officer.see(words)
    await officer.say("nhầm, 13 người")
    await officer.see("13/19 = 68,4 %")
    await officer.say("hôm qua")
    await officer.see("đủ điều kiện đề nghị")
    await officer.see(f"{WEEKDAYS[last.weekday()]} {last:%d/%m/%Y}")
    await officer.tap("Lưu để sau")
    await officer.see("Đã lưu")


async def file_thematic(officer: Officer) -> None:
    """A guidance that lacks one part needs more, and the part is named."""
    await officer.say("khen chuyên đề")
    await officer.see("Khen chuyên đề")
    for _ in range(40):
        offered = await officer.offered()
        if "Đủ cả" in offered:
            break
        likely = [label for label in LIKELY if label in offered]
        if likely:
            await officer.tap(likely[0])
    for part in GUIDANCE:
        await officer.tap(part)
    await officer.tap("Xong")
    await officer.see("Chưa đủ: 1 việc")
    await officer.see("chưa nêu: thời gian lập thành tích")
    await officer.tap("Lưu để sau")
    await officer.see("Đã lưu")


async def find_both(officer: Officer) -> None:
    """Both proposals are still there, with their verdicts."""
    await officer.say("hồ sơ của tôi")
    await officer.see("(2)")
    offered = await officer.offered()
    surprise = next(label for label in offered if "🟢" in label and "Khen đột xuất" in label)
    thematic = next(label for label in offered if "🟡" in label and "Khen chuyên đề" in label)
    await officer.tap(surprise)
    await officer.see("đủ điều kiện đề nghị")
    await officer.say("hồ sơ của tôi")
    await officer.see("(2)")
    await officer.tap(thematic)
    await officer.see("thời gian lập thành tích")


RESCUE = (
    "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
)


async def tell_in_own_words(officer: Tapper, today: date) -> int:
    """A case in one message, mended, asked about, and stored; how much was sent for the draft."""
    deed = today - timedelta(days=1)
    last = deed + timedelta(days=10)
    await officer.say(RESCUE)
    for words in (
        "Tôi hiểu đây là việc khen đột xuất",
        f"{WEEKDAYS[deed.weekday()]} {deed:%d/%m/%Y}",
        "đủ điều kiện đề nghị",
        "12/18 = 66,7 %",
        f"{WEEKDAYS[last.weekday()]} {last:%d/%m/%Y}",
        "mục 2, ý 2",
    ):
        await officer.see(words)
    await officer.say("không phải 12 mà 13 người")
    await officer.see("13/18 = 72,2 %")
    await officer.say("hạn 10 ngày tính từ lúc nào?")
    await officer.see("được cơ quan có thẩm quyền công nhận»")
    await officer.tap("Lưu trường hợp này")
    await officer.see("Đã lưu trường hợp này")
    await officer.press_again()
    await officer.see("Câu này anh/chị đã trả lời rồi")
    await officer.say("hồ sơ của tôi")
    await officer.see("(1)")
    return len(("the case", "the correction", "the question", "the tap"))


async def file_by_taps(officer: Officer) -> int:
    """The same case question by question; how much was sent until it was settled and stored."""
    sent = 0
    for move, words in (
        (officer.tap, "Khen đột xuất"),
        (officer.tap, "Cứu người, cứu tài sản"),
        (officer.tap, "Một tập thể"),
        (officer.say, "12"),
        (officer.say, "18"),
    ):
        await move(words)
        sent += 1
    for _ in range(60):
        offered = await officer.offered()
        if any("Lập" in label and "hồ sơ" in label for label in offered):
            break
        answers = (one for one in offered if one in LIKELY or one.startswith("Hôm qua"))
        label = next(answers, None)
        if label is None:  # the newest answer is still on its way
            await asyncio.sleep(0.1)
            continue
        await officer.tap(label)
        sent += 1
    await officer.see("đủ điều kiện đề nghị")
    return sent
