"""Who is proposed: the persons and bodies that an award is asked for, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from language.facts.bodies import Body, acting_body, bodies
from language.facts.companions import companions
from language.facts.far_names import Named
from language.facts.names import Span, names
from language.facts.nominee import Nominee, ends_with, stands_beside
from language.facts.passage import Passage
from language.facts.people_nouns import COUNTED
from language.facts.posts import POST, by_post, posts_beside
from language.facts.role_words import TOOK_PART
from language.marked import cue
from language.numbers import NUMBER, to_int

# what stands before the one an award is asked for
__all__ = ["Nominee", "nominees", "spoken_of"]

_ASKED: Final = cue(
    r"(?:khen|khen thưởng|tặng|truy tặng|thưởng|thưởng nóng|đột xuất|chuyên đề|giấy khen|bằng khen"
    r"|trình|đề nghị|đề nghi|đề xuất|đưa tên|ghi tên|xét|xin|danh sách|hồ sơ|chọn|chọn ra"
    r"|chọn được)"
    r"(?: (?:thưởng|đột xuất|chuyên đề|cho|đối với|tặng|với|cả|riêng|luôn|nguyên|thêm|tên|là|gồm"
    r"|có|bao gồm))*"
    r"[ :(]*$"
)
_VICTIM: Final = cue(
    r"(?:(?<!người )cứu|cõng|bế|kéo|vớt|đưa|dìu|giúp|khiêng|bắt|khống chế|vợ|chồng|mẹ|gặp|thấy"
    r"|đối tượng|tên(?! là)|nạn nhân|nghe|báo cho|gọi cho)"
    r"(?: (?:được|sống|kịp|thoát|gái|trai|cả|con|đứa con|bé|là|cho|ông bà))* $"
)
_CALL: Final = cue(
    r"(?:(?:cần|có|vướng|thiếu|chi tiết|thông tin)(?: \w+){0,3}? (?:gọi|gặp|hỏi|báo|nhắn|liên hệ"
    r"|alo)"
    r"|liên hệ|người (?:lập|soạn|gửi|viết)(?: \w+)?)(?: (?:cho|là|với|qua|gặp|lại))*[: ]* $"
)
_HOME: Final = cue(r"(?:nhà|gia đình|hộ|xưởng|cửa hàng|vườn)(?: (?:của|ông|bà))? $")
_CAUGHT: Final = cue(
    r"(?:(?:cùng|và|với|cùng với) \w+ (?:\w+ ){0,3}?)?(?:đang |đã )?(?:bị (?!thương|bỏng|bong)"
    r"|mắc kẹt|gặp nạn|rơi|đuối nước"
    r"|(?:chính )?là (?:nạn nhân|người (?:bị nạn|được cứu|gặp nạn|bị hại)))"
)
_DENIED: Final = cue(
    r"(?:không|chứ không|chưa|thay vì|đừng|khỏi|loại|bỏ|rút)"
    r"(?: (?:đề nghị|trình|khen|xét|đưa|ghi|tên|phải|thưởng|đột xuất|cho|cả|có))* $"
)
_COUNTED: Final = re.compile(
    rf"(?<![\w/.,])(?:(?:ca|du|deu|nhung) )?(?P<n>{NUMBER}) (?P<noun>{COUNTED})(?!\w)"
)
_ALL: Final = cue(
    r"cả (?:hai|ba|bốn|năm|2|3|4|5)(?: (?:anh|chị|người|đồng chí|đ/c|em|trường hợp))?"
)
_UNNAMED: Final = cue(
    r"(?:một|1|có|có một|có 1) (?:đồng chí|đ/c|đc|dc|anh|chị|cán bộ|người dân|thanh niên|dân quân"
    r"|bảo vệ|giáo viên|học sinh|công nhân|công an viên|chiến sĩ|lái xe|sinh viên"
    r"|đoàn viên|nhân viên|bạn|em học sinh|cá nhân|công dân)"
    r"|(?:anh|chị|ông|bà|bác|chú) (?:thợ|lái xe|tài xế|bảo vệ|nông dân|bộ đội|dân quân|xe ôm"
    r"|shipper"
    r"|kiểm lâm|công nhân|công an|giáo viên|thanh niên|hàng xóm|chủ (?:nhà|quán|xe|đò))"
)
_ACTS: Final = cue(
    r"(?:anh|chị|ông|thầy|bác|đồng chí|đ/c|cậu)(?: (?:ấy|lại|liền|đã|vội|bèn|lập tức|một mình))*"
    r" (?:nhảy|lao|bơi|lội|xông|bế|cõng|kéo|vớt|cứu|dìu|trèo|leo|lặn|khống chế|dập)"
)
_SOMEBODY: Final = cue(r"(?:anh|ông|thầy|cậu|đ/c) (?!em|chị|ạ|ơi|cho|xem|hỏi|giúp)\w+")
_BEGINS: Final = cue(r"(?:ông|anh|chị|đ/c|đc|dc|đồng chí|thầy|bác|chú) \w+")


def nominees(passage: Passage) -> tuple[Nominee, ...]:
    """Those that an award is asked for, in the order of the text; empty where none shows."""
    persons = _persons(passage)
    groups = bodies(passage)
    asked_bodies = [body for body in groups if body.is_asked and not _denied(passage, body.span)]
    asked_persons = _asked_persons(passage, persons, asked_bodies)
    counted = _counted(passage, persons, asked_bodies)
    found = [_of_body(passage, body) for body in _distinct(asked_bodies)]
    if counted is not None:
        return (*found, *counted)
    is_asked = bool(asked_persons)
    if not (asked_persons or found):
        asked_persons = [*persons] or [*by_post(passage, asked=False)]
    elif not asked_persons:
        asked_persons = [*by_post(passage, asked=True, bodies=asked_bodies)]
    else:
        asked_persons.extend(posts_beside(passage, asked_persons))
    asked_persons.extend(companions(passage, asked_persons, is_asked=is_asked))
    found.extend(asked_persons)
    return tuple(found) or _last_resort(passage)


def _persons(passage: Passage) -> list[Nominee]:
    """Persons named who are not the rescued, each once; those at home only if no other."""
    kept: dict[str, Nominee] = {}
    at_home: dict[str, Nominee] = {}
    for named in names(passage):
        if ends_with(_VICTIM, passage, named.span[0]) or ends_with(_CALL, passage, named.span[0]):
            continue
        beside = ends_with(_HOME, passage, named.span[0])
        beside = beside or bool(_CAUGHT.match(passage.text, named.span[1] + 1))
        shelf = at_home if beside else kept
        known = kept.get(named.key) or at_home.get(named.key)
        if known is None:
            shelf[named.key] = _of_person(passage, named)
            continue
        better = (
            _of_person(passage, named) if named.is_full and " " not in (known.name or "") else known
        )
        shelf.setdefault(named.key, better)
        more = (*known.mentions, named.span)
        shelf[named.key] = replace(shelf[named.key], told=more, mentions=more)
    return [*(kept or at_home).values()]


def _of_person(passage: Passage, named: Named) -> Nominee:
    span = (named.name_at, named.span[1]) if named.is_full else named.span
    return Nominee("individual", passage.piece(span), (named.span,), (named.span,))


def _of_body(passage: Passage, body: Body) -> Nominee:
    return Nominee(body.type, passage.piece(body.named), (body.span,), (body.span,))


def _distinct(asked: list[Body]) -> Iterator[Body]:
    """Bodies proposed side by side are several; one spoken of again is the same."""
    lists: list[list[Body]] = []
    for body in asked:
        if lists and body.follows is lists[-1][-1]:
            lists[-1].append(body)
        else:
            lists.append([body])
    yield from max(lists, key=len, default=[])


def _asked_persons(
    passage: Passage, persons: list[Nominee], asked_bodies: list[Body]
) -> list[Nominee]:
    """The persons that an award is asked for in so many words, and those named with them."""
    ends = {body.span[1] for body in asked_bodies}
    asked: list[Nominee] = []
    for one in sorted(persons, key=lambda p: p.mentions[0]):
        for span in one.mentions:
            beside = [
                end for end in ends if end <= span[0] and stands_beside(passage, end, span[0])
            ]
            if ends_with(_ASKED, passage, span[0]) or beside:
                ends.add(span[1])
                asked.append(one)
                break
    return [one for one in asked if not any(_denied(passage, span) for span in one.mentions)]


def _counted(
    passage: Passage, persons: list[Nominee], asked_bodies: list[Body]
) -> tuple[Nominee, ...] | None:
    """`khen 2 anh`, `5 giáo viên`: so many, named elsewhere or alike; None where none is said."""
    ends = [body.span[1] for body in asked_bodies]
    for match in _COUNTED.finditer(passage.folded.text):
        number = to_int(passage.piece(match.span("n")))
        beside = any(e <= match.start() and stands_beside(passage, e, match.start()) for e in ends)
        if number is None or not (ends_with(_ASKED, passage, match.start()) or beside):
            continue
        if _denied(passage, match.span()):
            continue
        if asked_bodies and TOOK_PART.match(passage.text, match.end() + 1) and beside:
            continue
        alike = _so_many(match, number, persons)
        return alike if len(persons) == number else (*alike, *_along(passage, match.end(), persons))
    return None


def _along(passage: Passage, end: int, persons: list[Nominee]) -> Iterator[Nominee]:
    """`khen 6 dân quân và ông Hà`: one who is named with so many."""
    for one in persons:
        if any(end <= start and stands_beside(passage, end, start) for start, _ in one.mentions):
            yield one


def _so_many(match: re.Match[str], number: int, persons: list[Nominee]) -> tuple[Nominee, ...]:
    told = (match.span(),)
    if len(persons) == number:
        return tuple(replace(one, told=(*one.told, *told)) for one in persons)
    kind = "household" if match["noun"] in ("ho", "ho gia dinh") else "individual"
    return (Nominee(kind, None, told, told, count=number),) if number else ()


def _last_resort(passage: Passage) -> tuple[Nominee, ...]:
    body = acting_body(passage)
    if body is not None and not _SOMEBODY.search(passage.text):
        return (_of_body(passage, body),)
    starts = (_BEGINS.match(passage.text, s.start) for s in passage.sentences)
    match = _UNNAMED.search(passage.text) or next(filter(None, starts), None)
    match = match or _ACTS.search(passage.text)
    if match is None:
        return ()
    return (Nominee("individual", None, (match.span(),), (match.span(),)),)


def _denied(passage: Passage, span: Span) -> bool:
    return ends_with(_DENIED, passage, span[0])


def spoken_of(passage: Passage) -> tuple[Span, ...]:
    """Every place where somebody is named or counted, proposed or not."""
    named = [one.span for one in names(passage)]
    for pattern in (POST, _UNNAMED, _ACTS):
        named.extend(match.span() for match in pattern.finditer(passage.text))
    named.extend(match.span() for match in _COUNTED.finditer(passage.folded.text))
    starts = (_BEGINS.match(passage.text, s.start) for s in passage.sentences)
    body = acting_body(passage)
    named.extend([body.span] if body else [])
    return (*named, *(match.span() for match in starts if match))
