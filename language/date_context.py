"""The words around a date: what makes 12/11 a day, a share or a number, and what is only filler."""

from __future__ import annotations

import re
from typing import Final

from language.date_reading import NEARBY, Candidate, ImpossibleReason, Reading
from language.fold import fold, marks

_COUNTED: Final = (
    r"tong|so|luc luong|dong chi|nguoi|can bo|chien si|chien sy|dan quan|thanh vien|doan vien"
    r"|hoi vien|dang vien|doi vien|to vien|ho(?! so)|tap the|ca nhan|cong chuc|vien chuc|giao vien"
    r"|hoc sinh|nhan vien|lao dong|don vi|tieu chi|chi tieu|phan|quan so|phieu|xa|thon|xom"
    r"|dc|d/c|cb|cs|trieu|ty|ty le|lan|dan|bo doi|cong an|dau|suat|quan"
)
# a share or a count goes on with what is counted, unless a name follows (đồng chí Nam)
_COUNT_AFTER: Final = re.compile(rf" ?(?:%|(?:trong |tren |cua )?(?P<noun>{_COUNTED})\b)")
_DAY_BEFORE: Final = re.compile(
    r"(?:\b(?:ngay|hom|mung|mong|sang|trua|chieu|toi|dem|khuya|vao|luc|dip|gio|phut|ng|bua|nhat"
    r"|(?:hom|bua|sang|trua|chieu|toi|dem) (?:nay|qua|kia)"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|cn)|\d ?[hg]\d{0,2}|\d:\d\d)[ ,(]*$"
)
_NUMBER_BEFORE: Final = re.compile(
    r"\b(?:so|chiem|dat|co|ty le|ti le|dieu|khoan|muc|diem|cong van|quyet dinh|nghi dinh|thong tu"
    r"|nghi quyet|qd|nd|tt|cv|nq|ke hoach|quan so|nha|thon|to|xom|hem|duong|khu|ngo|ngach|gom"
    r"|hon|gan|tren|duoi|luat|chi thi|ket luan|bien ban|to trinh|tong|the|may|mau|phong|lop) ?$"
)
_EACH_BEFORE: Final = re.compile(r"(?:\b(?:moi|hang|trong|may|vai|cac|so)|\d) ?$")
_LUNAR_AFTER: Final = re.compile(r"[ ,(]*(?:am lich|al)\b")
_LAW_BEFORE: Final = re.compile(
    r"\b(?:(?<!phap )(?<!ky )luat|nghi dinh|thong tu|nghi quyet)\b[^.;]{0,60}$"
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
    if not _reaches(reading, found) and (_DAY_BEFORE.search(before) or not piece[0].isdigit()):
        return True
    if not after.strip(" .,;!?") and not before:
        return True
    if "/" not in piece:
        return _is_filler(before) and _is_filler(after)
    counted = _NUMBER_BEFORE.search(before) or (
        not _exceeds_one(piece) and _is_counted(reading, found)
    )
    return not counted and found.impossible in (None, ImpossibleReason.NO_SUCH_DAY)


def _exceeds_one(piece: str) -> bool:
    """`12/9` can be no share of anything."""
    first, second = re.findall(r"\d+", piece)[:2]
    return int(first) > int(second)


def _reaches(reading: Reading, found: Candidate) -> bool:
    """`tới 2/3 lực lượng` is no evening."""
    word = reading.folded.piece(max(0, found.start - NEARBY), found.start).rsplit(" ", 1)[-1]
    return fold(word) == "toi" and marks(word) == marks("tới")


def _is_counted(reading: Reading, found: Candidate) -> bool:
    after = _COUNT_AFTER.match(reading.text, found.end)
    if after is None:
        return False
    noun = after["noun"] or ""
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
