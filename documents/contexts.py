"""The placeholders of each paper and their values for a dossier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from documents import common
from documents.blanks import CELL_DOTS, DOTS, Blank, Blanks
from documents.common import Context
from documents.dossier import Dossier, Nominee, NomineeKind
from documents.phrases import phrase
from documents.words import compared, day_in_words, inline, sentence
from language.fold import clean

_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
"""Of a file's name: a submission names papers, the index files."""


def submission(dossier: Dossier, blanks: Blanks) -> Context:
    """Of the tờ trình."""
    listed = rows(dossier, blanks)
    office = clean(dossier.receiving_office or "")
    whom = common.award(dossier, blanks)["nguoi_quyet_dinh"]
    return {
        **common.head(dossier, blanks),
        **common.award(dossier, blanks),
        **common.signer(dossier, blanks),
        "doi_tuong": common.who_are(dossier.nominees),
        "kinh_gui": [whom, *([office] if office and office != whom else [])],
        "can_cu": [inline(one) for one in bases(dossier, blanks)],
        "so_luong": common.how_many(dossier.nominees),
        "danh_sach": listed,
        "tom_tat": _summary(dossier, blanks),
        "giay_to": [inline(_ENDING.sub("", one)) for one in dossier.attachments],
        "so_bao_cao": len(listed),
    }


def bases(dossier: Dossier, blanks: Blanks) -> list[str]:
    """The căn cứ lines: the Law by name and day, and only documents that the unit has."""
    found = [f"Căn cứ {phrase('bases.law')}", phrase("bases.amended")]
    if dossier.is_bound:
        found.append(f"Thực hiện {phrase('bases.letter')}")
    if dossier.kind == "thematic":
        found.append(f"Căn cứ {blanks.text(dossier.plan, Blank('plan'))}")
        found.append(f"Căn cứ {blanks.text(dossier.guidance, Blank('guidance'))}")
    documents = (dossier.directive, dossier.recognition)
    return [*found, *(f"Căn cứ {one}" for one in documents if one)]


def nomination_list(dossier: Dossier, blanks: Blanks) -> Context:
    """Of the danh sách: groups of rows, collectives first."""
    places, head = common.numbered(dossier), common.head(dossier, blanks)
    groups = [
        {
            "ten_nhom": phrase(f"group.{kind}"),
            "dong": [_row(n, p, dossier, blanks) for p, n in places if n.kind is kind],
        }
        for kind in common.ORDER
        if dossier.of_kind(kind)
    ]
    return {
        **head,
        "ten_co_quan": common.together(head["ten_co_quan"]),
        **common.award(dossier, blanks),
        **common.signer(dossier, blanks),
        "so_luong": common.how_many(dossier.nominees),
        "nhom": groups,
    }


def report(dossier: Dossier, blanks: Blanks, place: int) -> Context:
    """Of one nominee's báo cáo thành tích."""
    nominee = dossier.nominees[place]
    return {
        **common.head(dossier, blanks),
        **common.award(dossier, blanks),
        **common.signer(dossier, blanks),
        **_person(nominee, place, blanks),
        "ho_gia_dinh": nominee.kind is NomineeKind.HOUSEHOLD,
        "thoi_gian": common.day_of(dossier, blanks) if dossier.kind == "surprise" else "",
        "thoi_gian_chuyen_de": _period(dossier, blanks) if dossier.kind == "thematic" else "",
        "dia_diem": _if_surprise(dossier, dossier.place, Blank("place"), blanks),
        "hoan_canh": _surprise_lines(dossier, dossier.circumstances, blanks),
        "viec_lam": blanks.lines(nominee.deed, common.of(nominee, "deed", place=place)),
        "ket_qua": blanks.lines(dossier.result, Blank("result")),
        "vi_sao": _ground(dossier, nominee, place, blanks),
        "luc_luong": _share(dossier, nominee, place, blanks),
        "cong_nhan": sentence(dossier.recognition or ""),
        **_against_targets(dossier, nominee, place, blanks),
    }


def rows(dossier: Dossier, blanks: Blanks) -> list[dict[str, Any]]:
    """A row for each nominee, in the order that papers name them."""
    return [_row(one, place, dossier, blanks) for place, one in common.numbered(dossier)]


def _row(nominee: Nominee, place: int, dossier: Dossier, blanks: Blanks) -> dict[str, Any]:
    honorific, name = common.named(nominee, place, blanks)
    position = ""
    if nominee.kind is NomineeKind.INDIVIDUAL:
        missing = common.of(nominee, "position", place=place)
        position = blanks.text(nominee.position, missing)
    deed = common.of(nominee, "deed", place=place)
    places = [p for p, n in common.numbered(dossier) if n.kind is nominee.kind]
    return {
        "stt": f"{places.index(place) + 1}",
        "danh_xung": honorific,
        "ten": name,
        "chuc_vu": position,
        "hinh_thuc": common.award(dossier, blanks)["hinh_thuc"],
        "tom_tat": " ".join(blanks.lines(nominee.deed, deed, CELL_DOTS)),
    }


def _person(nominee: Nominee, place: int, blanks: Blanks) -> dict[str, Any]:
    honorific, name = common.named(nominee, place, blanks)
    found: dict[str, Any] = {"danh_xung": honorific, "ten": name}
    if nominee.kind is NomineeKind.INDIVIDUAL:
        born, position = nominee.birth_year, nominee.position
        year = blanks.text(born, common.of(nominee, "birth_year", place=place))
        found |= {"nam_sinh": year, "so_luoc": []}
        found["chuc_vu"] = blanks.text(position, common.of(nominee, "position", place=place))
        return found
    profile = blanks.lines(nominee.profile, common.of(nominee, "profile", place=place))
    return {**found, "nam_sinh": "", "chuc_vu": "", "so_luoc": profile}


def _summary(dossier: Dossier, blanks: Blanks) -> list[str]:
    told = () if dossier.kind == "thematic" else (dossier.circumstances or "",)
    lines = [line for text in told if text for line in blanks.lines(text, Blank("circumstances"))]
    lines += blanks.lines(dossier.result, Blank("result"))
    return [*lines, *([sentence(dossier.outstanding_reason)] if dossier.outstanding_reason else [])]


def _if_surprise(dossier: Dossier, value: str | None, blank: Blank, blanks: Blanks) -> str:
    return blanks.text(value, blank) if dossier.kind == "surprise" else ""


def _surprise_lines(dossier: Dossier, value: str | None, blanks: Blanks) -> list[str]:
    return blanks.lines(value, Blank("circumstances")) if dossier.kind == "surprise" else []


def _ground(dossier: Dossier, nominee: Nominee, place: int, blanks: Blanks) -> str:
    if dossier.kind != "surprise":
        return ""
    if nominee.ground in (None, "none"):
        return blanks.text(None, common.of(nominee, "ground", place=place))
    return phrase(f"ground.{nominee.ground}", who=phrase(f"kind.{nominee.kind}"))


def _share(dossier: Dossier, nominee: Nominee, place: int, blanks: Blanks) -> list[str]:
    """A collective's own people of all who took part; empty for others."""
    if dossier.kind != "surprise" or nominee.kind is not NomineeKind.COLLECTIVE:
        return []
    own = blanks.text(nominee.participants, common.of(nominee, "participants", place=place))
    return [own, blanks.text(dossier.forces_total, Blank("forces_total"))]


def _period(dossier: Dossier, blanks: Blanks) -> str:
    first, last = dossier.period
    if first is None or last is None:
        blanks.text(None, Blank("period"))
    start, end = (day_in_words(day) if day else DOTS for day in (first, last))
    return f"từ {start} đến {end}"


def _against_targets(
    dossier: Dossier, nominee: Nominee, place: int, blanks: Blanks
) -> dict[str, Any]:
    if dossier.kind != "thematic":
        return {"chi_tieu": [], "giai_phap": [], "da_khen": []}
    gaps = common.of(nominee, "targets", place=place)
    solutions = common.of(nominee, "solutions", place=place)
    targets: Sequence[Any] = nominee.targets
    found = [
        {
            "stt": str(number),
            "chi_tieu": blanks.text(row.registered, gaps),
            "ket_qua": blanks.text(row.result, gaps),
            "so_sanh": compared(row.registered, row.result) or CELL_DOTS,
        }
        for number, row in enumerate(targets, 1)
    ]
    if not found:
        dots = blanks.text(None, gaps)
        found = [{"stt": "1", "chi_tieu": dots, "ket_qua": dots, "so_sanh": CELL_DOTS}]
    earlier = common.of(nominee, "earlier_awards", place=place)
    return {
        "chi_tieu": found,
        "giai_phap": blanks.lines(nominee.solutions, solutions),
        "da_khen": blanks.lines(nominee.earlier_awards, earlier),
    }
