"""Which papers a dossier has, each with its template and its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from documents import common
from documents.dossier import Dossier, NomineeKind
from documents.phrases import phrase
from language.fold import clean, fold

LONGEST_NAME: Final = 40


class Paper(StrEnum):
    """The papers, by the names of their templates."""

    SUBMISSION = "to_trinh"
    LIST = "danh_sach"
    PERSON = "bao_cao_ca_nhan"
    COLLECTIVE = "bao_cao_tap_the"
    MINUTES = "bien_ban"
    DECISION = "quyet_dinh"
    INDEX = "muc_luc"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper to be made: its template, its file, what it is called, and of whom it is."""

    paper: Paper
    file: str
    title: str
    nominee: int | None = None


def sheets(dossier: Dossier) -> tuple[Sheet, ...]:
    """Every paper of the dossier in the order of its index, which itself stands aside."""
    return tuple(_sheets(dossier))


def _sheets(dossier: Dossier) -> Iterator[Sheet]:
    yield Sheet(Paper.SUBMISSION, "01-to-trinh.docx", phrase("paper.submission"))
    yield Sheet(Paper.LIST, "02-danh-sach-de-nghi.docx", phrase("paper.list"))
    number = 3
    for place, nominee in common.numbered(dossier):
        person = nominee.kind is NomineeKind.INDIVIDUAL
        name = clean(nominee.name or "") or phrase("nameless")
        yield Sheet(
            Paper.PERSON if person else Paper.COLLECTIVE,
            f"{number:02d}-bao-cao-{plain_name(name)}.docx",
            phrase("paper.report", name=name),
            place,
        )
        number += 1
    if dossier.kind == "thematic":
        yield Sheet(Paper.MINUTES, f"{number:02d}-bien-ban-hoi-dong.docx", phrase("paper.minutes"))
        number += 1
    file = f"{number:02d}-du-thao-quyet-dinh.docx"
    yield Sheet(Paper.DECISION, file, phrase("paper.decision"))


def plain_name(text: str) -> str:
    """A piece of a file's name: letters without marks, digits and hyphens, never a path."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:LONGEST_NAME].strip("-") or "khong-ten"
