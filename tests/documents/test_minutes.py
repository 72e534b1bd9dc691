from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from documents.checks import check
from documents.dossier import AwardKind, Council, Dossier, Nominee, NomineeKind
from documents.render import make
from locales.catalog import text
from tests.documents.damage import replaced, text_of
from tests.documents.dossiers import surprise

FILE = "05-bien-ban-hoi-dong.docx"
OPINION = "Thống nhất đề nghị.\nGiao Thường trực & <ban>"


def met(
    council: Council | None = Council((7, 9), OPINION),  # noqa: B008 - frozen
    *votes: tuple[int, int] | None,
) -> Dossier:
    called = zip(("Lý Văn A", "Lý Văn B"), votes or ((7, 7), (6, 7)), strict=True)
    own = [Nominee(NomineeKind.INDIVIDUAL, name, votes=cast) for name, cast in called]
    return replace(surprise(*own), kind=AwardKind.THEMATIC, council=council)


def files(dossier: Dossier) -> dict[str, bytes]:
    return {one.sheet.file: one.content for one in make(dossier).made}


def minutes(dossier: Dossier) -> str:
    return text_of(files(dossier)[FILE])


def missing(dossier: Dossier) -> set[str]:
    return {text(one.told()) for one in make(dossier).missing}


def test_who_was_there_and_each_vote_stand_in_figures_and_words() -> None:
    words = minutes(met())
    assert "có mặt: 7/9 người (bảy trên chín); vắng mặt: 02 (hai) người, lý do: …" in words
    assert "Lý Văn A\n7/7 phiếu (bảy trên bảy)\n0\n100 %\n" in words
    assert "Lý Văn B\n6/7 phiếu (sáu trên bảy)\n01 (một)\n85,7 %\n" in words
    assert "Hội đồng kết luận:\nThống nhất đề nghị.\nGiao Thường trực & <ban>.\n" in words
    assert check(files(met())) == ()


def test_nobody_away_needs_no_reason() -> None:
    assert "vắng mặt: không.\n" in minutes(met(Council((9, 9))))


def test_what_the_meeting_did_not_tell_is_dotted_and_missed() -> None:
    dossier = met(Council(), None, None)
    words = minutes(dossier)
    assert "có mặt: ……/…… người; vắng mặt: …… người, lý do" in words
    assert "Lý Văn B\n……/……\n……\n……\n" in words
    assert {
        "số người có mặt, vắng mặt của Hội đồng",
        "kết luận của Hội đồng",
        "kết quả biểu quyết (Lý Văn A)",
    } <= missing(dossier)


def test_before_the_meeting_the_same_is_dotted_and_nobody_misses_it() -> None:
    dossier = met(None, None, None)
    assert "có mặt: ……/…… người" in minutes(dossier)
    assert "Hội đồng kết luận:\n………" in minutes(dossier)
    assert not [one for one in missing(dossier) if "Hội đồng" in one or "biểu quyết" in one]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: replaced(d, "6/7 phiếu", "8/7 phiếu"), "8/7"),
        (lambda d: replaced(d, r"6/7 phiếu \(sáu trên bảy", "6/8 phiếu (sáu trên tám"), "6/8"),
        (lambda d: replaced(d, r"sáu trên bảy", "năm trên bảy"), "năm trên bảy"),
        (lambda d: replaced(d, r"7/9 người", "7/8 người"), "7/8"),
        (lambda d: replaced(d, r"02 \(hai\) cá", "03 (ba) cá"), "biên bản ghi 3"),
    ],
)
def test_votes_that_cannot_be_are_told(spoil: Callable[[bytes], bytes], told: str) -> None:
    made = files(met())
    found = [text(fault.message) for fault in check({**made, FILE: spoil(made[FILE])})]
    assert found
    assert any(told in one for one in found)
