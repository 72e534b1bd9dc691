"""Signs of trouble that no sure fact accounts for: what then may not pass on the officer's word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.asking import asking, is_asked
from language.facts.heard import Heard
from language.facts.initiative import another, used_before
from language.facts.initiative_use import INITIATIVE, again
from language.facts.loose_words import is_loose
from language.facts.passage import Passage, Span
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.facts.unread import has_unread_count, has_unread_denial
from language.facts.unread_words import HARMLESS
from language.marked import cue

_LIGHT: Final = frozenset(
    {"award_form", "directive_doc", "name", "grassroots", "steering_member", "completion_rating"}
)
"""What is uncertain here changes no verdict."""
_QUOTA: Final = cue(
    r"phân bổ|khống chế|giới hạn|tối đa|không (?:được )?(?:quá|vượt)|hạn mức|định mức"
    r"|(?<!năng )suất|chốt cứng|ấn định (?:số|chỉ)|thêm chỉ tiêu"
    r"|vượt (?:số|chỉ tiêu|hướng dẫn|quy định|mức)"
    r"|quá số lượng|nhiều hơn (?:số|mức|hướng dẫn|quy định)"
)
_BOARD: Final = cue(r"ban chỉ đạo|bcđ")
_NO_NOMINEE: Final = cue(
    r"(?:không|chẳng|ủy viên|thành viên|do|của|trong|qua|giúp|ngoài)(?: \w+){0,3} ?$"
)
_NEAR: Final = 26
_SEVERAL: Final = cue(r"các|những|mấy|nhiều|toàn|một số|anh em|chị em|vài|hết|cả")
_INITIATIVE: Final = cue(INITIATIVE + r"(?!,? (?:kinh nghiệm )?(?:cải tiến|sáng tạo))|sáng chế")
_IN_A_NAME: Final = cue(
    r"(?:phong trào|(?<!chiến sĩ )(?<!chiến sỹ )thi đua(?! cơ sở)|đợt|chuyên đề|hội thi"
    r"|phát huy|lao động)(?: [^ ,.;]+){0,4}"
    r" (?:sáng kiến|đề tài)|không (?:cần|bắt buộc|yêu cầu|đòi)(?: \w+){0,3} sáng kiến"
)
_DIRECTS: Final = cue(
    r"(?:chỉ đạo|điều phối|điều hành|đôn đốc|phân công)(?: \w+){0,2}"
    r" (?:các|chung|thực hiện|ngành|huyện|sở|địa phương|chương trình|dự án|đề án|toàn)"
)
_PAPER: Final = cue(r"(?:văn bản|công văn|ý kiến|thông báo|không có|chưa có|người) chỉ đạo")
_NOT_THERE: Final = cue(
    r"chưa|không|hứa|dự thảo|miệng|nghe nói|hình như|(?:đang|còn) chờ|sắp|sẽ|mới chỉ"
    r"|nghe đâu|hẹn|soạn"
)
_THERE: Final = cue(
    r"đã|có(?! (?:ai|phải|cần|được|nên))|ban hành|ký|ra|vừa|nhận|số|theo|căn cứ|kèm|bằng|cho phép"
    r"|đồng ý|giao|\d+/\S*|bộ (?:[^ ,.;]+ ){1,4}gửi"
)
_WITHIN: Final = cue(
    r"(?:nằm|trong|đúng|thuộc|gọn)(?: \w+){0,3} (?:thời gian|khoảng|kỳ|mốc|giai đoạn)"
)


def doubts(passage: Passage, counts: Sequence[Counted], heard: Sequence[Heard]) -> frozenset[str]:
    """The facts that cannot be taken as they were read; `others_met` where it is told of no one."""
    asked = asking(passage)
    found = {*_conflicts(heard), *_of_numbers(passage, counts, heard, asked)}
    found |= {*_of_initiative(passage, heard, asked), *_of_boards(passage, heard, asked)}
    found |= {*_of_directive(passage, heard, asked), *_of_days(heard, passage)}
    if found:
        # what is listed in full may not pass either while this is open
        return frozenset({*found, "guidance_parts"})
    lacks = is_loose(passage) or has_unread_denial(passage, heard, asked)
    return frozenset({"others_met"} if lacks else ())


def _conflicts(heard: Sequence[Heard]) -> Iterator[str]:
    values: dict[str, set[str]] = {}
    for one in heard:
        values.setdefault(one.path, set()).add(str(one.value))
    for path, told in values.items():
        if len(told) > 1 and path.rsplit(".", 1)[-1] not in _LIGHT:
            yield path
    for one in heard:
        if not one.sure and one.path.rsplit(".", 1)[-1] not in _LIGHT:
            yield one.path


def _of_numbers(
    passage: Passage, counts: Sequence[Counted], heard: Sequence[Heard], asked: tuple[Span, ...]
) -> Iterator[str]:
    known = {h.path for h in heard if h.path.startswith(("quota_", "agreed_"))}
    kinds = {h.value for h in heard if h.path.endswith("].type")}
    for kind in has_unread_count(passage, counts, heard):
        settled = kind == "household" or f"quota_{kind}s" in known
        yield "others_met" if settled else f"quota_{kind}s"
    if (known and not kinds) or _is_uncounted(passage, heard, known):
        yield "others_met"  # so many are allowed, and it is not told how many are asked for
    roles = {c.role for c in counts}
    if Role.OVER in roles and Role.PROPOSED not in roles:
        yield "others_met"
    read = [s for h in heard for s in h.spans]
    for match in _QUOTA.finditer(passage.text):
        if is_asked(asked, match.start()) or known:
            continue
        if not any(a <= match.start() < b for a, b in read):
            limited = [f"quota_{kind}s" for kind in kinds if kind != "household"]
            yield from limited or ["others_met"]


def _is_uncounted(passage: Passage, heard: Sequence[Heard], known: set[str]) -> bool:
    """`chọn mấy cá nhân`: several, of a kind that a number is allowed of."""
    told = {h.path for h in heard}
    for kind in ("individual", "collective"):
        those = [h for h in heard if h.path.endswith("].type") and h.value == kind]
        places = [one.path.removesuffix("type") for one in those]
        counted = any(f"{place}{part}" in told for place in places for part in ("count", "name"))
        starts = [start for one in those for start, _ in one.spans]
        several = any(_SEVERAL.match(passage.text, start) for start in starts)
        if f"quota_{kind}s" in known and several and not counted:
            return True
    return False


def _of_initiative(
    passage: Passage, heard: Sequence[Heard], asked: tuple[Span, ...]
) -> Iterator[str]:
    named = [m.span() for m in _IN_A_NAME.finditer(passage.text)]
    words = [
        m.start()
        for m in _INITIATIVE.finditer(passage.text)
        if not any(a <= m.start() < b for a, b in named) and not is_asked(asked, m.start())
    ]
    told = {h.value for h in heard if h.path.endswith("].initiative") and h.sure}
    free = any(h.path.endswith("initiative_required") and h.value is False for h in heard)
    if words and not told and not free:
        yield "nominees[0].initiative"
    if told == {"unused"} and not another(passage) and (again(passage) or used_before(passage)):
        yield "nominees[0].initiative"


def _of_boards(passage: Passage, heard: Sequence[Heard], asked: tuple[Span, ...]) -> Iterator[str]:
    facts = {h.path: h.value for h in heard}
    told = any(h.path.endswith("steering_committee") for h in heard)
    if facts.get("occasion") != "programme_review" or facts.get("award_level") != "province":
        return
    if not any(path.startswith("nominees") for path in facts):
        yield "others_met"  # it is not told who is to be praised
    read = [s for h in heard for s in h.spans]
    read += [m.span() for m in HARMLESS.finditer(passage.text)]
    for match in _BOARD.finditer(passage.text):
        before = passage.text[max(0, match.start() - _NEAR) : match.start()]
        is_read = any(a <= match.start() < b for a, b in read) or _NO_NOMINEE.search(before)
        if not is_read and not is_asked(asked, match.start()):
            yield "others_met"  # it is not told whether that Ban Chỉ đạo is asked for
    if told or all(h.value != "collective" for h in heard if h.path.endswith("].type")):
        return
    papers = [m.end() for m in _PAPER.finditer(passage.text)]
    for match in _DIRECTS.finditer(passage.text):
        if not any(match.start() <= end <= match.end() for end in papers):
            yield "nominees[0].steering_committee"


def _of_directive(
    passage: Passage, heard: Sequence[Heard], asked: tuple[Span, ...]
) -> Iterator[str]:
    """A directive taken as written though its sentence holds a word of not being there."""
    read = [s for h in heard if h.path != "directive" for s in h.spans]
    for one in heard:
        if one.path != "directive" or one.value != "written":
            continue
        clause = passage.clause(one.spans[0][0])
        if _THERE.search(passage.text, *clause) is None:
            yield "directive"
        for match in _NOT_THERE.finditer(passage.text, *clause):
            taken = any(a <= match.start() < b for a, b in read)
            if not taken and not is_asked(asked, match.start()):
                yield "directive"


def _of_days(heard: Sequence[Heard], passage: Passage) -> Iterator[str]:
    """The guidance's period is told, and not when the achievement was made."""
    paths = {h.path for h in heard}
    made = any(".achieved_" in path for path in paths) or _WITHIN.search(passage.text)
    if "achievement_from" in paths and not made:
        yield "others_met"
