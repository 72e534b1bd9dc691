"""The words around a date: what makes 12/11 a day, a share or a number, and what is only filler."""

from __future__ import annotations

import re
from re import Match
from typing import Final

from language.date_reading import NEARBY, Candidate, ImpossibleReason, Reading
from language.fold import fold, marks
from language.numbers import NUMBER

_COUNTED: Final = (
    r"tong|so|luc luong|dong chi|nguoi|can bo|chien si|chien sy|dan quan|thanh vien|doan vien"
    r"|hoi vien|dang vien|doi vien|to vien|ho(?! so)|tap the|ca nhan|cong chuc|vien chuc|giao vien"
    r"|hoc sinh|nhan vien|lao dong|don vi|tieu chi|chi tieu|phan|quan so|phieu|xa|thon|xom"
    r"|dc|d/c|cb|cs|trieu|ty|ty le|lan|dan|bo doi|cong an|dau|suat|quan|diem|cau hoi|mon"
    r"|gia dinh|khau|chi bo|doi tuong|tran|chau be|em be|nan nhan|can nha|noi dung|dieu kien"
)
# a share or a count goes on with what is counted, unless a name follows (đồng chí Nam)
_COUNT_AFTER: Final = re.compile(rf" ?(?:%|(?:trong |tren |cua )?(?P<noun>{_COUNTED})\b)")
_SHORTLY: Final = 24
"""No cue just before a date is longer."""
_DAY_BEFORE: Final = re.compile(
    r"(?:\b(?:ngay|hom|mung|mong|sang|trua|chieu|toi|dem|khuya|vao|luc|dip|gio|phut|ng|bua|chu nhat"
    r"|(?:hom|bua|sang|trua|chieu|toi|dem) (?:nay|qua|kia)"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|cn)|\d ?[hg]\d{0,2}|\d:\d\d)$"
)
_NUMBER_BEFORE: Final = re.compile(
    r"\b(?:(?<!ho )(?<!co )(?<!tru )so"
    r"|chiem|(?<!lo )(?<!sat )(?<!sut )(?<!sup )dat"
    r"|co|ty le|ti le|dieu|khoan|muc|diem|cong van|quyet dinh"
    r"|nghi dinh|thong tu|nghi quyet|qd|nd|tt|cv|nq|ke hoach|quan so"
    r"|(?<!chay )(?<!sap )(?<!do )nha|thon|to|xom"
    r"|hem|duong|khu|ngo|ngach|gom|hon|gan|tren|duoi|luat|chi thi|ket luan|bien ban"
    r"|to trinh|tong|the|may|mau|phong|lop) ?$"
)
# thương binh 3/4, bậc 3/7, trình độ 12/12
_GRADE_BEFORE: Final = re.compile(
    r"\b(?:it nhat|nhieu nhat|toi thieu|toi da|(?:tho|luong|nghe|han|dien|ky thuat) bac"
    r"|(?:thuong|benh) binh(?: hang)?|(?<!nha )van hoa|trinh do|hoc van|hoc het|thi luc|ti so"
    r"|ty so|diem so|xep loai|(?:khoi|khu|duong|tren) pho|quang truong|dai lo|khu tap the"
    r"|cau lac bo|gio to) ?$"
)
# đủ 2/3 chưa; what is said of the letter's own share alone may be said of days too
_OF_A_SHARE: Final = ("đủ", "vượt", "mốc", "ngưỡng", "thiếu")
_OF_TWO_THIRDS: Final = (
    *("quá", "được", "bằng", "phải", "cần", "tận", "những", "cầu", "định", "kiện", "tắc"),
    *("đúng", "chừng", "khoảng", "tính"),
)
_ATTENDS: Final = re.compile(r"\btham du ?$")
_NOT_REACHED: Final = re.compile(r"\b(?:chua|khong|moi) (?:toi|den) ?$")
_ALL_DAY_BEFORE: Final = re.compile(
    r"\b(?:truc|duong day nong|hotline|tong dai|phuc vu|hoat dong|lam viec|mo cua|lien tuc|suot"
    r"|canh gac|theo doi|cap cuu|che do|thuong truc)\b[^.;,]{0,20}$"
)
# 3 ngày trước lễ, trước khi nộp: counted from something else
AGO_OF: Final = re.compile(r" (?:khi|ngay|le|do|hoi nghi|han|lan|luc|dip|tet|thoi)\b")
_VAGUE_BEFORE: Final = re.compile(r"\b(?:vai|may|dam|nhieu|nhung|cac|mot so|bao nhieu|moi|hang) $")
_COUNT_BEFORE: Final = re.compile(rf"(?<![a-z0-9])(?:{NUMBER}) $")
_EACH_BEFORE: Final = re.compile(r"(?:\b(?:moi|hang|trong|may|vai|cac|so)|\d) ?$")
# 6/11 xã báo lên is a day where the sentence begins, 6/11 xã đạt chuẩn a share
_BODIES: Final = ("xa", "thon", "xom", "cong an", "bo doi", "don vi", "dan quan")
_BEGINS: Final = re.compile(r"(?:^|[.;:!?,] ?)$")
_SHARES: Final = re.compile(
    r"[^.;,]{0,24}\b(?:dat|tham gia|hoan thanh|ve dich|co mat|chuan)\b| ?[.;,]|$"
)
_DIGITS: Final = re.compile(r"\d+")
_UNIT_AFTER: Final = re.compile(r" ?(?:ngay|thang|tuan|nam|gio|phut|hom)\b(?! (?:nay|qua))")
_DAILY: Final = re.compile(r"\b(?:moi|hang) $")
_LUNAR_AFTER: Final = re.compile(r"[ ,(]*(?:am lich|lich am|al|am)\b")
_LAW_BEFORE: Final = re.compile(
    r"\b(?:(?<!phap )(?<!ky )luat|nghi dinh|thong tu|nghi quyet)\b"
    r"(?:(?!, (?:den|ngay|thang|nam|hom|thi|bi|roi|sau|nen|ong|ba|anh|chi) )[^.;]){0,60}$"
)
_TIME: Final = (
    r"\d{1,2} ?(?:h|g|gio|:) ?(?:\d{1,2})? ?(?:phut|p|')?(?: ruoi| kem \d+)?"
    r"|rang sang|gan sang|sang som|sang|trua|chieu|toi|dem|khuya"
)
_FILLER: Final = re.compile(
    rf"(?<![a-z0-9])(?:{_TIME}|vao|luc|ngay|hom|khoang|tam|chung|la|thi|da|vang|a|nhe|nha|nhi|em"
    r"|vua roi|vua qua|moi day|gan day|sap toi|nhan|anh|chi|oi|thua|tu|trong|dung|chinh xac"
    r"|chac|hinh nhu|cua|xay ra|dien ra|lap thanh tich"
    r"|thanh tich|bao cao|toi|minh|nam do|nay|day|do|dip|tuc|uh|um|u|ok|cu ghi|ghi)(?![a-z0-9])"
)


def is_day(reading: Reading, found: Candidate) -> bool:
    """Whether a numeric day/month without year is meant as a day, by what stands around it."""
    before, after = reading.before(found.start), reading.after(found.end)
    piece = reading.text[found.start : found.end]
    is_span = not piece[0].isdigit() and "-" in piece
    if (is_span and _by_the_day(reading, found)) or _is_share(reading, found):
        return False
    if not _reaches(reading, found) and (_follows_a_time(before) or not piece[0].isdigit()):
        return True
    if not after.strip(" .,;!?") and not before:
        return True
    if "/" not in piece:
        return _is_filler(before) and _is_filler(after) and not _UNIT_AFTER.match(after)
    if piece == "24/7" and _ALL_DAY_BEFORE.search(before):
        return False
    counted = _is_number(before) or (not _exceeds_one(piece) and _is_counted(reading, found))
    return not counted and found.impossible in (None, ImpossibleReason.NO_SUCH_DAY)


def _by_the_day(reading: Reading, found: Candidate) -> bool:
    """`mỗi ngày 5-6 người`."""
    return _is_counted(reading, found) or bool(_DAILY.search(reading.before(found.start)))


def _follows_a_time(before: str) -> bool:
    """`sáng 12/11`, `thứ sáu (12/11`."""
    return _DAY_BEFORE.search(before.rstrip(" ,(")[-_SHORTLY:]) is not None


def _is_number(before: str) -> bool:
    near = before[-_SHORTLY:]
    return bool(_NUMBER_BEFORE.search(near) or _GRADE_BEFORE.search(near))


def counts_more(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether `12-15/11` is the number of something, or counts it."""
    return _is_number(reading.before(span[0])) or bool(_COUNT_AFTER.match(reading.text, span[1]))


def is_vague(reading: Reading, match: Match[str]) -> bool:
    """`vài ba ngày trước`: nobody knows how many."""
    return bool(_VAGUE_BEFORE.search(reading.before(match.start())))


def counts_back(reading: Reading, match: Match[str]) -> bool:
    """`mấy tuần trước`, `hai tuần trước lễ`: not the week, month or year before this one."""
    if is_vague(reading, match):
        return True
    counted = _COUNT_BEFORE.search(reading.before(match.start()))
    return bool(counted and AGO_OF.match(reading.text, match.end()))


def _exceeds_one(piece: str) -> bool:
    """`12/9` can be no share of anything."""
    first, second = _DIGITS.findall(piece)[:2]
    return int(first) > int(second)


def _is_share(reading: Reading, found: Candidate) -> bool:
    """`đủ 2/3 chưa`, `chưa tới 2/3`."""
    piece, near = reading.text[found.start : found.end], reading.before(found.start)
    is_two_thirds = piece == "2/3"
    if is_two_thirds and _NOT_REACHED.search(near):
        return True
    if _exceeds_one(piece) or _follows_a_time(near) or _ATTENDS.search(near):
        return False
    before = reading.folded.piece(max(0, found.start - NEARBY), found.start)
    word = before.rstrip(" ").rpartition(" ")[2].lower()
    words = (*_OF_A_SHARE, *_OF_TWO_THIRDS) if is_two_thirds else _OF_A_SHARE
    return word in words or word in map(fold, words)


def _reaches(reading: Reading, found: Candidate) -> bool:
    """`tới 2/3 lực lượng` is no evening."""
    if not reading.text.endswith(("toi", "toi "), 0, found.start):
        return False
    word = reading.folded.piece(max(0, found.start - NEARBY), found.start).rsplit(" ", 1)[-1]
    return fold(word) == "toi" and marks(word) == marks("tới")


def _is_counted(reading: Reading, found: Candidate) -> bool:
    after = _COUNT_AFTER.match(reading.text, found.end)
    if after is None:
        return False
    noun = after["noun"] or ""
    if noun in _BODIES and _BEGINS.search(reading.before(found.start)):
        return bool(_SHARES.match(reading.text, after.end()))
    named = reading.folded.piece(after.end(), after.end() + 2).strip()[:1].isupper()
    return not (named and noun in ("dong chi", "dc", "can bo", "chien si", "dan quan"))


def counts_days(reading: Reading, found: Candidate) -> bool:
    """Whether `ngày 12 người` or `mỗi ngày 12` counts something by the day."""
    return _is_counted(reading, found) or bool(_EACH_BEFORE.search(reading.before(found.start)))


def is_lunar(reading: Reading, found: Candidate) -> bool:
    """Whether the day is said to be one of the lunar calendar, which is not read."""
    return bool(_LUNAR_AFTER.match(reading.text, found.end))


def names_a_law(reading: Reading, found: Candidate) -> bool:
    """Whether a year belongs to a document named before it (Luật … năm 2022)."""
    return bool(_LAW_BEFORE.search(reading.before(found.start)))


def _is_filler(text: str) -> bool:
    return not re.search(r"[a-z0-9%]", _FILLER.sub(" ", text))


def is_alone(reading: Reading, found: Candidate) -> bool:
    """Whether nothing but times of day, courtesies and signs stands beside the date."""
    return _is_filler(reading.text[: found.start]) and _is_filler(reading.text[found.end :])
