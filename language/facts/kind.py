"""Which award a message is about: a surprise one, a thematic one, or one given in the past."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.fold import REMEMBERED
from language.marked import cue
from language.searching import Cue

_GIVE: Final = r"(?:khen|thưởng|khen thưởng|tặng|truy tặng|trình|giấy khen|bằng khen|xét|tính)"
_AWARD: Final = (
    r"(?:quyết định|qđ|giấy khen|bằng khen|khen thưởng|danh hiệu|hiện vật|khen|cstđ|bằng"
    r"|huân chương)"
)
_GIVEN: Final = (
    r"(?:giấy khen|bằng khen|danh hiệu|hiện vật|quyết định khen thưởng|quyết định khen|huân chương)"
)
# `có bị chuyển sang khen chuyên đề không`, `đột xuất hay chuyên đề`: the other kind is only named
_NOT_MEANT: Final = (
    r"(?<!sang )(?<!thành )(?<!chứ không )(?<!không phải )(?<!không phải là )(?<!thay vì )"
    r"(?<!phải là )(?<!có phải )(?<!hay )(?<!hay là )(?<!hoặc )"
)
_NOT_AWARDED: Final = (
    r"(?<!sang khen )(?<!thành khen )(?<!hay khen )(?<!chứ không khen )(?<!sang diện )"
)
_UNDO: Final = r"(?:thu hồi|thu lại|hủy bỏ|huỷ bỏ|hủy|huỷ|tước)"


class _Sign(NamedTuple):
    """Words that speak for a kind: each counts once however often it is said, or each time."""

    pattern: Cue
    weight: int
    once: bool = True


_SIGNS: Final[Mapping[str, tuple[_Sign, ...]]] = MappingProxyType(
    {
        "surprise": (
            _Sign(
                cue(rf"{_GIVE}(?: (?!chuyên|theo)\w+){{0,3}}? đột xuất|khen nóng|thưởng nóng"), 8
            ),
            _Sign(cue(r"đột xuất"), 3),
            _Sign(
                cue(
                    r"cứu(?! xét| chiến)|dũng cảm|đuối nước|đám cháy|chữa cháy|bắt (?:cướp|trộm)"
                    r"|lũ|sạt lở"
                    r"|bị vùi|đuối|hỏa hoạn|người tốt việc tốt|quên mình"
                    r"|(?:lao|nhảy|lội|bơi|xông) (?:ra|xuống|vào) (?:suối|sông|lửa|nước|đường|ao"
                    r"|hồ|giếng|kênh)"
                    r"|(?:bế|cõng|vớt|kéo) (?:cháu|em|bé|cụ|bà|người)"
                ),
                1,
                once=False,
            ),
        ),
        "thematic": (
            _Sign(
                cue(
                    rf"{_NOT_MEANT}{_GIVE}(?: (?!đột)\w+){{0,3}}? (?:theo )?(?:chuyên đề|theo đợt)"
                ),
                8,
            ),
            _Sign(
                cue(
                    rf"{_NOT_MEANT}{_NOT_AWARDED}"
                    r"(?:chuyên đề|theo đợt|phong trào thi đua|đợt thi đua)"
                ),
                4,
            ),
            _Sign(
                cue(
                    r"phong trào|thi đua|tổng kết|sơ kết|hướng dẫn(?: khen thưởng)?|kế hoạch"
                    r"|phát động|kỷ niệm|đại hội|hội nghị|hội thảo|tọa đàm|diễn đàn|chương trình"
                    r"|dự án|đề án|sở nội vụ|ban chỉ đạo|bcđ|lễ trao"
                    r"|(?:nhân )?(?:ngày|dịp) (?:thành lập|truyền thống)"
                ),
                1,
                once=False,
            ),
        ),
        "revocation": (
            _Sign(cue(rf"{_UNDO}(?: \w+){{0,3}}? {_AWARD}"), 14),
            _Sign(cue(rf"{_GIVEN}[^.;?]{{0,120}}? {_UNDO}"), 14),
            _Sign(cue(rf"rà soát[^.;?]{{0,50}}? {_AWARD}"), 3),
            _Sign(cue(rf"{_UNDO}(?: (?:bỏ|lại|được|nữa|giờ|luôn))* (?:không|chưa|ko|hay giữ)"), 6),
            _Sign(
                cue(
                    r"bị (?:\w+ ){0,4}?(?:kỷ luật|kết án|khởi tố)|vi phạm|bị (?:xử lý|phạt)|hình sự"
                    r"|đã được (?:tặng|khen)"
                    r"|(?:được|nhận|có) (?:giấy khen|bằng khen) (?:năm|ngày|tháng)"
                    r"|khiển trách|cảnh cáo|buộc thôi việc|cách chức|tòa án|án treo"
                ),
                1,
                once=False,
            ),
        ),
    }
)


@lru_cache(maxsize=REMEMBERED)
def read_kind(passage: Passage) -> Heard | None:
    """The kind with most to speak for it, and the words that do; None where nothing does."""
    best: tuple[int, str, list[tuple[int, int]]] | None = None
    for kind, signs in _SIGNS.items():
        score, spans = _weighed(passage, signs)
        if score and (best is None or score > best[0]):
            best = (score, kind, spans)
    return None if best is None else Heard("kind", best[1], tuple(best[2]))


def _weighed(passage: Passage, signs: tuple[_Sign, ...]) -> tuple[int, list[tuple[int, int]]]:
    score, spans = 0, []
    for sign in signs:
        found = [match.span() for match in sign.pattern.finditer(passage.text)]
        score += sign.weight * (bool(found) if sign.once else len(found))
        spans.extend(found)
    return score, spans
