"""The Council's minutes: who was there and how each vote went; what nobody told stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from documents import common
from documents.blanks import LONG_DOTS, Blank, Blanks
from documents.common import Context
from documents.dossier import Dossier, Nominee
from documents.reading import ReadPaper
from documents.words import counted, number_in_words, percent
from rules.message import Message, say

SHORT_DOTS: Final = "……"
_SAID: Final = re.compile(r"(\d+)/(\d+) (người|phiếu) \(([^()]+) trên ([^()]+)\)")


def minutes(dossier: Dossier, blanks: Blanks, rows: list[dict[str, Any]]) -> Context:
    """Of the biên bản: what only the meeting knows stays open, and is missed once it was held."""
    council = dossier.council
    seats = council.seats if council is not None else None
    if council is not None and seats is None:
        blanks.text(None, Blank("council"))
    opinion = council.opinion if council is not None else None
    is_open = council is None
    places = common.numbered(dossier)
    return {
        **common.head(dossier, blanks),
        **common.award(dossier, blanks),
        "so_luong": common.how_many(dossier.nominees),
        "co_mat": _of(seats, "người") or f"{SHORT_DOTS}/{SHORT_DOTS} người",
        "vang_mat": _absent(seats),
        "ket_luan": [LONG_DOTS] if is_open else blanks.lines(opinion, Blank("council_opinion")),
        "danh_sach": [
            {**row, **_voted(one, place, blanks, is_open=is_open)}
            for row, (place, one) in zip(rows, places, strict=True)
        ],
    }


def _of(pair: tuple[int, int] | None, unit: str) -> str:
    """7/9 người (bảy trên chín)."""
    if pair is None:
        return ""
    return f"{pair[0]}/{pair[1]} {unit} ({' trên '.join(number_in_words(one) for one in pair)})"


def _absent(seats: tuple[int, int] | None) -> str:
    if seats is None:
        return f"{SHORT_DOTS} người, lý do: ……………"
    away = seats[1] - seats[0]
    return f"{counted(away)} người, lý do: ……………" if away else "không"


def _voted(nominee: Nominee, place: int, blanks: Blanks, *, is_open: bool) -> dict[str, str]:
    votes = nominee.votes
    if votes is None:
        if not is_open:
            blanks.text(None, common.of(nominee, "votes", place=place))
        return {"phieu": f"{SHORT_DOTS}/{SHORT_DOTS}", "khong": SHORT_DOTS, "ty_le": SHORT_DOTS}
    agreed, cast = votes
    return {
        "phieu": _of(votes, "phiếu"),
        "khong": counted(cast - agreed) if cast > agreed else "0",
        "ty_le": percent(agreed, cast),
    }


def vote_faults(paper: ReadPaper) -> Iterator[Message]:
    """Votes beyond those who were there, and figures that their words do not say."""
    present = None
    for line in paper.lines:
        # what the Council concluded may tell numbers of its own
        of_meeting = line.row is not None or "có mặt:" in line.text
        for part, total, unit, *words in _SAID.findall(line.text) if of_meeting else ():
            most = present if unit == "phiếu" else None
            if int(part) > int(total) or (most is not None and int(total) > most):
                yield say("paper.fault.votes", part=int(part), total=int(total))
            if [number_in_words(int(one)) for one in (part, total)] != words:
                yield say("paper.fault.words", digits=f"{part}/{total}", words=" trên ".join(words))
            present = int(part) if unit == "người" else present
