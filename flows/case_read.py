"""Whether a message tells a case where nothing is asked, and how that case is read."""

from __future__ import annotations

from datetime import date
from typing import Final

from flows.turn import Scene
from language.facts.heard import Intent, Told
from language.facts.to_come import is_to_come
from language.facts.whole import read_message
from language.marked import cue, marked
from language.questions import answer

FEWEST_WORDS: Final = 4
"""Of fewer words no case is told, but what one asks about."""
_ASKS: Final = cue(
    r"thế nào|ra sao|gì|bao nhiêu|bao lâu|mấy|khi nào|bao giờ|lúc nào|ở đâu|ai|nào|sao"
    r"|không|được chưa|quy định|điều kiện|tiêu chuẩn|trường hợp"
    r"|tỷ lệ|tỉ lệ|thời hạn|công văn|hướng dẫn|mục|khoản|điều"
)
"""Words of a question to the letters."""
_ONE_DEED: Final = cue(r"\d+|vừa|vừa mới|đã|hôm|sáng|chiều|tối|đêm")
"""Words of one deed, and not of such deeds."""


def is_case(text: str | None, scene: Scene) -> bool:
    """Whether a message tells a case to begin with."""
    if not text:
        return False
    return is_to_come(text) or tells_case(text, scene.today)


def tells_case(text: str, today: date) -> bool:
    """Whether a message tells what was done, or a day of what is prepared."""
    told = read_case(text, today)
    return told.intent is Intent.CASE or _is_told(text, told)


def read_case(text: str, today: date) -> Told:
    """What is told; who of how many took part is told of a sudden deed, named so or not."""
    told = read_message(text, today)
    if told.kind is not None or asks_the_letters(text):
        return told
    sudden = read_message(text, today, kind="surprise")
    return sudden if _counts_forces(sudden) else told


def asks_the_letters(text: str) -> bool:
    """Whether the words may be a question of what the letters say."""
    return "?" in text or _ASKS.search(marked(text)) is not None


def _counts_forces(told: Told) -> bool:
    return "forces_total" in told.facts and any("participants" in one for one in told.nominees)


def _is_told(text: str, told: Told) -> bool:
    """One deed told flatly; or a day of a case about which the letters have nothing to say."""
    if told.kind is None or len(text.split()) < FEWEST_WORDS:
        return False
    if not asks_the_letters(text):
        is_one = _counts_forces(told) or _ONE_DEED.search(marked(text)) is not None
        return is_one and bool(told.facts or any(told.nominees))
    found = answer(text)
    return "ceremony_on" in told.facts and found.is_outside and found.topic is None
