"""A dossier in which every placeholder has a value: templates are tried on it."""

from __future__ import annotations

from datetime import date

from documents.blanks import Blanks
from documents.common import Context
from documents.dossier import AwardKind, Dossier, Nominee, NomineeKind, Office, Target
from documents.index import index_context
from documents.papers import Paper, sheets
from documents.render import context_of

_OFFICE = Office("UBND xã Mẫu", "UBND tỉnh Mẫu", "Mẫu", "Nguyễn Văn Mẫu", "Chủ tịch")


def sample(kind: AwardKind) -> Dossier:
    """One of each kind of nominee, nothing missing."""
    each = {
        "deed": "Việc đã làm.",
        "ground": "brave_rescue",
        "targets": (Target("10 hộ", "12 hộ"),),
        "solutions": "Giải pháp.",
        "earlier_awards": "Giấy khen.",
        "profile": "Đặc điểm.",
    }
    nominees = (
        Nominee(NomineeKind.COLLECTIVE, "Tập thể Mẫu", participants=12, **each),  # type: ignore[arg-type]
        Nominee(NomineeKind.HOUSEHOLD, "Hộ ông Mẫu", **each),  # type: ignore[arg-type]
        Nominee(NomineeKind.INDIVIDUAL, "Ông Trần Văn Mẫu", 1980, "Trưởng thôn", **each),  # type: ignore[arg-type]
    )
    return Dossier(
        kind,
        nominees,
        _OFFICE,
        award_form="bang_khen",
        award_level="province",
        receiving_office="Sở Nội vụ",
        is_bound=True,
        subject="việc mẫu",
        circumstances="Hoàn cảnh.",
        place="xã Mẫu",
        result="Kết quả.",
        achieved_on=date(2026, 11, 12),
        forces_total=18,
        recognition="Giấy xác nhận",
        directive="Văn bản chỉ đạo",
        plan="Kế hoạch",
        guidance="Hướng dẫn",
        period=(date(2026, 1, 5), date(2026, 10, 31)),
        outstanding_reason="Tiêu biểu.",
        attachments=("Ảnh",),
    )


def contexts_of(paper: Paper) -> list[Context]:
    """What the paper may be filled with, of both kinds of award."""
    found: list[Context] = []
    for kind in AwardKind:
        dossier, blanks = sample(kind), Blanks()
        if paper is Paper.INDEX:
            found.append(index_context(dossier, sheets(dossier), missing=["-"], attached=[]))
        found += [context_of(s, dossier, blanks) for s in sheets(dossier) if s.paper is paper]
    return found
