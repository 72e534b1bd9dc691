"""The papers and steps of a movement: plan, launch, summing-up, guidance, reports, Council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.standing import Sign, Stand, Standing, find_mentions, read_standing
from language.facts.step_deeds import BY_DEED, CAN_BE_PLANNED, dated, numbered
from language.facts.thematic_day_words import Of
from language.facts.thematic_days import Placed
from language.marked import cue
from language.searching import Cue

_REVIEWED: Final = (
    r"(?: (?:việc|quá trình|kết quả|\d+ năm|một năm|giai đoạn|thi hành|thực hiện|triển khai)){0,4}"
    r" (?:chương trình|dự án|đề án|luật|pháp lệnh|nghị định|nghị quyết|chỉ thị|công tác|năm"
    r"|dự thảo)"
)
STEPS: Final[Mapping[str, Cue]] = MappingProxyType(
    {
        # first what holds the same words and is another thing
        "-": cue(
            r"(?:kế hoạch|kh)(?: \w+){0,3} tổng kết|tổng kết" + _REVIEWED + r"|sở kế hoạch"
            r"|kế hoạch (?:và đầu tư|đầu tư|năm|sản xuất|hóa)|(?:ngoài|theo|trong|đúng"
            r"|vượt) kế hoạch"
            r"|(?:xuống|nhờ|xin|người|giúp|được|tự) hướng dẫn|hướng dẫn (?:các|em|cho|giúp|bà con)"
            r"|báo cáo (?:lên|với|sở|huyện|lãnh đạo|năm|công tác|sai|lại)"
            r"|hội đồng nhân dân|hđnd|trưởng ban (?:tổ chức|chỉ đạo)"
            r"|(?:vượt|quá|bằng|đúng|hơn|so với|dưới|trong) (?:con số|số lượng|chỉ tiêu|số suất|số)"
            r"(?: \d+)?(?: (?:suất|người|cá nhân|tập thể))? (?:trong|của|theo|ở) (?:hướng dẫn|hd)"
            r"|(?:trong|của|so với) (?:hướng dẫn|hd)(?= ?[,.;])"
        ),
        "others_met": cue(
            r"(?:(?:và|cùng|với|cùng với) )?(?:(?:tất cả|toàn bộ|hết thảy|mọi|các|những"
            r"|mấy)(?: các)?"
            r" (?:điều kiện|đk|thứ|cái|thủ tục|giấy tờ|yêu cầu|tiêu chí|mục|phần|nội dung|việc"
            r"|quy định"
            r"|tiêu chuẩn|khâu|bước)(?:,? (?:và )?(?:thủ tục|giấy tờ|hồ sơ))*"
            r"(?: theo (?:đúng )?(?:hướng dẫn|yêu cầu|công văn))?"
            r"(?: (?:khác|còn lại|kia|theo quy định|cần thiết|nữa))*"
            r"|(?:điều kiện|đk|thứ|thủ tục|giấy tờ|khâu|mục|cái|phần|nội dung)"
            r" (?:khác|còn lại|kia)|(?:còn lại|ngoài ra|còn lại thì)(?= (?:đều |đã |thì |cũng "
            r"|là )*"
            r"(?:đủ|đạt|ổn|đầy đủ|xong|đáp ứng)))"
            r"(?! (?:trong|của) (?:hướng dẫn|hd|kế hoạch))(?: của [^,.;]{1,40}?(?= đều| đủ| đạt"
            r"| đã))?(?:,? (?:tất cả|hết thảy|thảy|toàn bộ)(?= đều| đã| có| cũng))?"
        ),
        "council_review": cue(
            r"(?:hội đồng|hđ(?! khen| kt| ban hành| đã ban| chưa ban)"
            r"|hd(?= td))(?: ?(?:thi đua ?- ?khen thưởng|thi đua khen thưởng"
            r"|thi đua,? khen thưởng|tđkt|tđ ?- ?kt))?|hđtđkt|biên bản (?:họp|xét|bình xét)"
        ),
        "plan": cue(r"(?:bản )?(?:kế hoạch|kh)(?: thi đua)?"),
        "launch": cue(r"(?:lễ )?phát động|pđ"),
        "final_review": cue(r"(?:hội nghị )?tổng kết"),
        "guidance": cue(
            r"(?:văn bản |công văn |bản )?(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt|xét khen))?"
        ),
        "report_in_theme": cue(r"(?:bản )?(?:báo cáo|bc)(?: thành tích| tt)?"),
    }
)
_RUNS: Final = cue(
    r"(?:phong trào|đợt|thi đua|chuyên đề)(?: [^ ,.;:?!]+){0,8}?"
    r" (?:(?:vẫn|còn|đang|hiện)(?: (?:vẫn|còn|đang))*"
    r" (?:chạy|diễn ra|tiếp tục|kéo dài|dở|dang dở|tiếp diễn|triển khai|thực hiện|làm dở)"
    r"|(?:chưa|còn chưa|vẫn chưa) (?:kết thúc|hết|xong|khép lại|bế mạc))"
)
_BEFORE: Final = 30
_BESIDE: Final = 6
_FIXED: Final = cue(r"(?:ấn định|chốt|xếp|lên|có|định)(?: được)?(?: rồi)? (?:lịch|ngày)")
_NOT_FIXED: Final = cue(r"(?:chưa|không|chẳng|ko)(?: \w+){0,2} ?$")
_SAYING: Final = frozenset({"plan", "guidance"})


def read_steps(
    passage: Passage, signs: Sequence[Sign], days: Sequence[Placed], today: date
) -> Iterator[Heard]:
    """Each step as it is said to stand; two sayings that disagree are both given."""
    told: dict[str, dict[Stand, list[tuple[int, int]]]] = {}
    named = find_mentions(passage, STEPS)
    for one in read_standing(passage, named, signs):
        stand = _stand(one)
        if one.name == "final_review":
            stand = _of_review(passage, one, days, stand=stand, today=today)
        if one.name != "-" and stand:
            told.setdefault(one.name, {}).setdefault(stand, []).extend(one.spans)
    if "final_review" not in told:
        yield from _dated_review(days, today)
        yield from _running(passage)
    yield from dated(passage, named, days, frozenset(told), today)
    yield from numbered(passage, named, frozenset(told))
    for name, told_by_deed in BY_DEED.items():
        if name not in told:
            yield from told_by_deed(passage)
    others = told.pop("others_met", {})
    if Stand.DONE in others:
        sure = len(others) == 1
        yield Heard("others_met", value=True, spans=tuple(others[Stand.DONE]), sure=sure)
    for name, stands in told.items():
        for stand, spans in _settled(stands).items():
            value = None if stand is Stand.UNKNOWN else stand.value
            yield Heard(name, value, tuple(spans))


def _dated_review(days: Sequence[Placed], today: date) -> Iterator[Heard]:
    """`tổng kết ngày 20/02/2024`: held, or its day fixed."""
    held = next((d for d in days if d.of is Of.REVIEW and d.day.precision == "day"), None)
    if held is not None:
        value = "done" if held.day.first <= today else "planned"
        yield Heard("final_review", value, (held.cue, held.day.span))


def _running(passage: Passage) -> Iterator[Heard]:
    """`đợt thi đua vẫn đang chạy`: what has not ended is not summed up."""
    match = _RUNS.search(passage.text)
    if match:
        yield Heard("final_review", "not_yet", (match.span(),))


def _stand(one: Standing) -> Stand | None:
    """What says something is there; a report is judged by what it says."""
    if one.stand in (Stand.SAYS, Stand.SAYS_NOT):
        return Stand.DONE if one.name in _SAYING else None
    if one.stand is Stand.PLANNED and one.name not in CAN_BE_PLANNED:
        return Stand.NOT_YET
    return one.stand


def _has_its_day(passage: Passage, one: Standing, days: Sequence[Placed]) -> bool:
    """`định làm chung với hội nghị cuối năm`: meant, and no day is fixed for it."""
    start, end = min(s for s, _ in one.spans), max(e for _, e in one.spans)
    sentence = passage.sentence(start)
    fixed = _FIXED.search(passage.text, max(sentence.start, start - _BEFORE), sentence.end)
    if fixed and not _NOT_FIXED.search(
        passage.text[max(0, fixed.start() - _BEFORE) : fixed.start()]
    ):
        return True
    for placed in days:
        if placed.day.precision == "day" and sentence.holds(placed.day.start):
            gap = passage.text[min(end, placed.day.start) : max(start, placed.day.start)]
            if placed.of is Of.REVIEW or "," not in gap:
                return True
    return False


def _of_review(
    passage: Passage, one: Standing, days: Sequence[Placed], *, stand: Stand | None, today: date
) -> Stand | None:
    """Planned with a day of its own only; and not held before that day has come."""
    if stand is Stand.PLANNED:
        return stand if _has_its_day(passage, one, days) else Stand.NOT_YET
    return Stand.PLANNED if stand is Stand.DONE and _is_ahead(one, days, today) else stand


def _is_ahead(one: Standing, days: Sequence[Placed], today: date) -> bool:
    """`tổng kết 10/12 mới làm`: its day is fixed, and not there yet."""
    end = one.spans[0][1]
    beside = (d.day for d in days if 0 <= d.day.start - end <= _BESIDE)
    return any(day.precision == "day" and day.first > today for day in beside)


def _settled(stands: dict[Stand, list[tuple[int, int]]]) -> dict[Stand, list[tuple[int, int]]]:
    """What is refused is also not there; what will be is not there yet."""
    left = dict(stands)
    for stronger, weaker in (
        (Stand.REFUSED, Stand.NOT_YET),
        (Stand.REFUSED, Stand.PLANNED),
        (Stand.PLANNED, Stand.NOT_YET),
        (Stand.NOT_YET, Stand.UNKNOWN),
    ):
        if stronger in left and weaker in left:
            left[stronger] = [*left[stronger], *left.pop(weaker)]
    return left
