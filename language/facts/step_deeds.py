"""Steps told by what was done: on their day, under their number, by who did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from language.all_dates import DateAt
from language.facts.council import read_choice
from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.standing import Mention
from language.facts.thematic_day_words import Of
from language.facts.thematic_days import Placed
from language.marked import cue

CAN_BE_PLANNED: Final = frozenset({"plan", "launch", "final_review", "guidance", "council_review"})
_LAUNCHES: Final = cue(
    r"do (?:huyện|tỉnh|xã|ubnd|thành phố|ngành|hội|đoàn|công đoàn|phòng"
    r"|sở)(?: \w+){0,4}? phát động|"
    r"phát động (?:phong trào|đợt|thi đua|cuộc|chuyên đề)(?: thi đua)?|phát động(?= ?[\"'])"
)
_PLANNED_FIRST: Final = cue(
    r"(?:ra|ban hành|lập|xây dựng|làm|ký) (?:kế hoạch|kh)(?: thi đua)? (?:rồi|xong)"
    r"(?: (?:mới|là|thì|đến))? phát động"
)
_MEANT: Final = cue(
    r"(?:muốn|dự định|sẽ|sắp|để|cần|phải|chuẩn bị|không|chưa|dự kiến|xin|đề nghị|hỏi|kế hoạch|kh"
    r"|nếu"
    r"|việc|lễ|ngày|quên|thiếu|trước khi|sau khi|từ khi)(?: \w+){0,3} ?$"
)
_BESIDE: Final = 60
_UNSAID: Final = cue(
    r"chưa|không|ko|chẳng|sẽ|dự kiến|định|sau|trước|chờ|nếu|lùi|hoãn|dời|đẩy|hẹn|khất|mãi|thì|đợi"
    r"|quên|mới|còn|đến|tới|nhưng|mà|để|cho|gửi|trình|khen|trao|đang|miệng|hụt|bỏ"
)
_HELD_AT: Final = cue(
    r"(?:phong trào|đợt|thi đua|chuyên đề|chương trình|họp|tổ chức|diễn ra|ban hành|ra|ký"
    r"|tại|ở|trên|toàn|của|số|rộng rãi"
    r"|từ|vào|hồi|hôm|lúc|ngay|đầu|ngày|tháng|sáng|chiều|tối|cuối|giữa)"
    r"(?: [^ ,.;:?!]+){0,9}"
)
_NUMBERED: Final = cue(r"(?:thi đua |khen thưởng |khen )?số \d+(?:/\S+)?")
_FIRST: Final = frozenset({"plan", "launch"})
_PAPERS: Final = frozenset({"plan", "guidance"})
_BEFORE: Final = 30


def dated(
    passage: Passage,
    named: Sequence[list[Mention]],
    days: Sequence[Placed],
    told: frozenset[str],
    today: date,
) -> Iterator[Heard]:
    """`phát động tháng 2, tổng kết tháng 11`: what has its day behind it is done."""
    for sentence in named if days else ():
        for one in sentence:
            near = next((d.day for d in days if 0 <= d.day.start - one.end <= _BESIDE), None)
            if near is None or one.name in told or one.name not in CAN_BE_PLANNED:
                continue
            gap = passage.text[one.end : near.start].strip()
            is_its = not gap or _HELD_AT.fullmatch(gap)
            is_past = near.last <= today or _is_last_years(one, near, days, today)
            if is_past and is_its and not _UNSAID.search(gap):
                before = passage.text[max(0, one.start - _BEFORE) : one.start]
                if not _MEANT.search(before):
                    yield Heard(one.name, "done", ((one.start, one.end), near.span))


def _is_last_years(one: Mention, day: DateAt, days: Sequence[Placed], today: date) -> bool:
    """`phát động 4/3, đã tổng kết`, told in October: what is summed up began before."""
    reviewed = any(d.of is Of.REVIEW and d.day.last <= today for d in days)
    return one.name in _FIRST and not day.has_year and reviewed


def numbered(
    passage: Passage, named: Sequence[list[Mention]], told: frozenset[str]
) -> Iterator[Heard]:
    """`kế hoạch số 15/KH-UBND`: what has its number is there."""
    for one in (mention for sentence in named for mention in sentence):
        number = _NUMBERED.match(passage.text, one.end + 1)
        if number is None or one.name in told or one.name not in _PAPERS:
            continue
        if not _MEANT.search(passage.text[max(0, one.start - _BEFORE) : one.start]):
            yield Heard(one.name, "done", ((one.start, one.end), number.span()))


def _planned_first(passage: Passage) -> Iterator[Heard]:
    """`năm 2023 ra kế hoạch rồi phát động`: said as done, not as meant."""
    match = _PLANNED_FIRST.search(passage.text)
    if match:
        floor = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
        meant = _MEANT.search(passage.text[floor : match.start()]) is not None
        yield Heard("plan", None if meant else "done", (match.span(),), sure=not meant)


def _launched(passage: Passage) -> Iterator[Heard]:
    """`xã phát động phong trào thi đua …`: said as done, not as meant."""
    for match in _LAUNCHES.finditer(passage.text):
        floor = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
        if not _MEANT.search(passage.text[floor : match.start()]):
            yield Heard("launch", "done", (match.span(),))
            return


BY_DEED: Final[Mapping[str, Callable[[Passage], Iterator[Heard]]]] = MappingProxyType(
    {"plan": _planned_first, "launch": _launched, "council_review": read_choice}
)
