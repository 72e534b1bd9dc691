"""Persons named in running text: a title and the name after it, with or without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_RANK: Final = (
    r"(?:thượng|trung|đại|thiếu) (?:úy|tá|tướng|sĩ)|hạ sĩ|binh nhất|binh nhì|chiến sĩ|chuẩn úy"
)
_POST: Final = (
    r"y sĩ|y sỹ|bác sĩ|bác sỹ|điều dưỡng|kỹ sư|trưởng thôn|bí thư|hạt trưởng|đồn trưởng|đội trưởng"
    r"|trưởng bản|dân quân|công an viên|bảo vệ|giáo viên|cán bộ|học sinh|sinh viên|thanh niên"
    r"|công nhân|lái xe|tài xế|nhân viên|đoàn viên|chủ tịch|giám đốc|hiệu trưởng|cá nhân|sư thầy"
)
_CALLED: Final = r"cô giáo|thầy giáo|a|c|anh|chị|ông|bà|cô|chú|bác|em|cháu|cụ|thầy|dì|cậu|bạn"
_COMRADE: Final = r"đồng chí|đ/c|đc|dc|đ\.c|d/c|đchí"
TITLE: Final = cue(rf"{_COMRADE}|{_RANK}|{_POST}|{_CALLED}")
_FIRST_TITLE: Final = cue(_COMRADE)
# titles that are common words when typed without marks or capitals: a whole name must follow
_LOOSE: Final = frozenset({"ba", "em", "co", "chu", "bac", "chau", "cu", "di", "cau", "ban", "chi"})
_LISTED: Final = frozenset({"chi"})
_LIST_SIGN: Final = re.compile(
    r"[,;:(] ?$|" + cue(r"(?:và|còn|trong đó|gồm|là|đột xuất|cho|với|cả)[ (]*$").pattern
)
_LIST_BEGINS: Final = cue(r"khen|tặng|trình|đề nghị|trong đó|gồm")
_LIST_ENDS: Final = frozenset("duoc co thi khong va cung trong hay nhu la vi co".split())
_NO_GIVEN: Final = frozenset(
    "ay nay nao em chi anh ta kia do da bi co khong la deu duoc cung ko k luon chua".split()
)
_PLAIN_TITLES: Final = frozenset(
    [
        "anh",
        "ong",
        "thay",
        "dong chi",
        "d/c",
        "dc",
        "bac si",
        "y si",
        "thieu ta",
        "trung uy",
        "em",
        "chau",
    ]
)
_SURE: Final = frozenset(
    "nguyen tran le pham hoang nong trieu luong hua duong dang vu bui huynh trinh phung".split()
)
_SURNAMES: Final = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nong be vi vy hua
    trieu luong mong lang lanh loc chu ma hoang phung linh dinh mai truong dao doan trinh cao to ta
    ha lam sam dam hau thach tang quach luc cam lieu tao tong giap giang nghiem khuat mac phu
    khong kieu mach ninh nghi chau au ban dong lo luu thai than tu ton vuong la hac ngan nhac
    phuong du cu ban diep dau kim khong long mau mua nung quan san si sung thao thi thuong
    to toan trang tri tham viet xuan y""".split()
)
_MIDDLE: Final = frozenset(
    """van thi duc ngoc minh quang huu xuan thanh gia hong khanh kim tuan trung manh bich thu hoai
    thuy phuong quoc dinh tien bao viet""".split()
)
_STOP: Final = frozenset(
    """da o la thi co can bo nguoi xa thon truong cua va voi thuoc dan trong khi vao ra lao nhay
    boi loi chay cuu duoc bi khong chua moi dang se ngay hom toi sang chieu dem nha o tai hien
    nay tuy nhung ma con tu di den lai lam lay nhin thay nghe di ve ten tre giao vien hoc sinh y si
    bac nhan lai xe cong an doan tri chi em anh ong ay minh deu cung truc tiep dung mot hai
    ba so thon ban khu pho to doi phong vi do da nhieu rat hoan toan ke huyen tinh muon de nghi
    chau nho gai nuoc vua khen dot xuat trinh lop sinh cho nua truong pho chu bi tich huy cuc can mat mot nhan
    deu tung danh cong keo be vot lam biet giup nam bat khai tra lua nguoi nao kia cach
    tren duoi sau truoc luon nghi xin nghe bao ngoai vac day mo pha dap leo treo len xuong xong roi thi rieng ca phai lai truc ko k hong""".split()
)
_OFFICE_WORDS: Final = frozenset(
    "pho truong chu bi giam doi chi hat don tram hieu ubnd cong to ban phong uy thuong".split()
)
_OFFICE_NEXT: Final = frozenset(
    "chu truong giam bi tich thu doc cong phong ban thon tram doi huy hieu don hat khoi xom".split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS: Final = 5
_NEVER: Final = cue(
    r"anh chị|anh em|anh ấy|chị ấy|ông ấy|bà ấy|cô ấy|em ấy|bà con|anh ta|ông ta|cô ta|chị em"
    r"|cháu bé|em bé|em nhỏ|cháu nhỏ|chú ý|thầy cô|cán bộ|chiến sĩ"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person as named: the whole stretch, where the name itself begins, and its last word."""

    span: Span
    name_at: int
    key: str
    is_full: bool


@lru_cache(maxsize=4)
def names(passage: Passage) -> tuple[Named, ...]:
    """All persons named, in the order of the text; remembered, as each reader of it asks."""
    has_capitals = writes_capitals(passage)
    found = _named(passage, has_capitals=has_capitals, told_by_verb=False)
    if not (found or has_capitals):
        found = _named(passage, has_capitals=False, told_by_verb=True)
    if not has_capitals:
        found.extend(_again(passage, found))
    return tuple(sorted(found, key=lambda named: named.span))


def _again(passage: Passage, found: list[Named]) -> Iterator[Named]:
    """One named before, called again by title and last word where nothing has capitals."""
    taken = {named.span[0] for named in found}
    keys = {named.key for named in found}
    for match in TITLE.finditer(passage.text):
        word = next(_words(passage, match.end()), None)
        key = passage.folded.text[slice(*word)] if word else ""
        if word and key in keys and match.start() not in taken:
            yield Named((match.start(), word[1]), word[0], key, is_full=False)


def _named(passage: Passage, *, has_capitals: bool, told_by_verb: bool) -> list[Named]:
    found: list[Named] = []
    for match in TITLE.finditer(passage.text):
        if found and match.start() < found[-1].span[1]:
            continue
        if match[0] in ("a", "c") and _begins_capital(passage, match.start()):
            continue
        words = [*_words(passage, match.end())]
        if has_capitals:
            end = _capitals(passage, words)
        else:
            end = _plain(passage, match, words)
            end = end or int(told_by_verb and _before_a_verb(passage, match, words))
        if end:
            first = words[0][0]
            key = passage.folded.text[words[end - 1][0] : words[end - 1][1]]
            span = (_start(passage, match.start()), words[end - 1][1])
            found.append(Named(span, first, key, is_full=end > 1))
    return found


def _before_a_verb(passage: Passage, title: re.Match[str], words: list[Span]) -> bool:
    """`anh hung nhay xuong`: a small word that is no verb, and one that is, after a plain title."""
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    called = passage.folded.text[title.start() : title.end()]
    if (
        len(said) < 2
        or called in _LOOSE - {"em", "chau", "chi"}
        or _NEVER.match(passage.text, title.start())
    ):  # noqa: PLR2004 - a name and what follows
        return False
    beside = called == "chi" and said[1] == "va"
    return (beside or called in _PLAIN_TITLES) and said[0] not in _STOP and said[1] in _STOP


def writes_capitals(passage: Passage) -> bool:
    """Whether the text has capitals within its sentences, so that a name shows by them."""
    original, origins = passage.folded.original, passage.folded.origins
    starts = {s.start for s in passage.sentences} | {s.start + 1 for s in passage.sentences}
    return any(
        original[origins[m.start()]].isupper()
        for m in _WORD.finditer(passage.folded.text)
        if m.start() not in starts
    )


def _begins_capital(passage: Passage, place: int) -> bool:
    return passage.folded.original[passage.folded.origins[place]].isupper()


def _is_office(said: list[str]) -> bool:
    """`phó chủ tịch`, `đồn trưởng` after a title are a post, no name."""
    return len(said) > 1 and said[0] in _OFFICE_WORDS and said[1] in _OFFICE_NEXT


def _words(passage: Passage, place: int) -> Iterator[Span]:
    """The words after a place, one space apart."""
    text = passage.folded.text
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, place + 1) if text[place : place + 1] == " " else None
        if match is None:
            return
        yield match.span()
        place = match.end()


def _capitals(passage: Passage, words: list[Span]) -> int:
    """How many of the words begin with a capital and go on small."""
    original, origins = passage.folded.original, passage.folded.origins
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    if _is_office(said):
        return 0
    count = 0
    for start, end in words:
        piece = original[origins[start] : origins[end - 1] + 1]
        if not piece[0].isupper() or (len(piece) > 1 and piece.isupper() and piece.isascii()):
            break
        count += 1
    return count


def _plain(passage: Passage, title: re.Match[str], words: list[Span]) -> int:
    """How many of the words are a name where nothing is written with a capital."""
    said = [passage.folded.text[start:end] for start, end in words]
    if passage.folded.text[title.start() : title.end()] in ("a", "c"):
        return 0
    if not said or _NEVER.match(passage.text, title.start()) or _is_office(said):
        return 0
    called = passage.folded.text[title.start() : title.end()]
    if said[0] in _SURNAMES and len(said) > 1:
        count = _full(said, is_loose=called in _LOOSE)
        if count:
            return count
    ends = said[0] not in _NO_GIVEN and (len(said) < 2 or said[1] in _LIST_ENDS)  # noqa: PLR2004
    given = (
        (said[0] not in _STOP or ends)
        and said[:2] != ["tham", "gia"]
        and (called in _LISTED or called in _PLAIN_TITLES)
    )
    return int(given and _is_listed(passage, title.start()))


def _full(said: list[str], *, is_loose: bool) -> int:
    """How many of these small words are a whole name, the first being a surname."""
    third = said[2] if len(said) > 2 else ""  # noqa: PLR2004 - a name of three words
    if said[1] in ("van", "thi") and third:
        longer = len(said) > 3 and third in _MIDDLE and said[3] not in _STOP  # noqa: PLR2004
        return 4 if longer else 3
    if said[1] in _MIDDLE and third and said[0] not in _STOP:
        return 3
    if is_loose:
        return 0
    if said[0] in _STOP:
        return 3 if third and not {said[1], third} & _STOP else 0
    if said[0] in _SURE and said[1] == "anh" and third:
        return 3
    if said[1] in _STOP:
        return 0
    return 3 if third and third not in _STOP else 2


def _is_listed(passage: Passage, place: int) -> bool:
    """Whether one stands in a list of those proposed: only there a single small word is a name."""
    before = passage.text[max(0, place - 200) : place]
    return bool(_LIST_SIGN.search(before) and _LIST_BEGINS.search(before))


def _start(passage: Passage, start: int) -> int:
    """The title before the title: `đồng chí thiếu tá`."""
    for match in _FIRST_TITLE.finditer(passage.text, max(0, start - 16), start):
        if passage.text[match.end() : start] == " ":
            return match.start()
    return start
