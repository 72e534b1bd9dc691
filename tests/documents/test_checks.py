from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from documents.checks import check
from documents.dossier import AwardKind, Council, Nominee, NomineeKind, Office, Target
from documents.render import make
from locales.catalog import text
from tests.documents.damage import STYLES, replaced
from tests.documents.dossiers import by_chance, surprise

Files = dict[str, bytes]
TTR, LIST, REPORT = (
    "01-to-trinh.docx",
    "02-danh-sach-de-nghi.docx",
    "04-bao-cao-hoang-van-thai.docx",
)


def files() -> Files:
    return {one.sheet.file: one.content for one in make(surprise()).made}


def keys(spoilt: Files) -> set[str]:
    return {fault.message.key.removeprefix("paper.fault.") for fault in check(spoilt)}


def spoil(name: str, old: str, new: str, **more: object) -> Callable[[Files], Files]:
    return lambda files: {**files, name: replaced(files[name], old, new, **more)}  # type: ignore[arg-type]


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {file: content for file, content in files.items() if file != name}


DAMAGE = {
    "page": spoil(TTR, r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
    "margin": spoil(TTR, r'w:left="1701"', 'w:left="1000"'),
    "page_number": spoil(TTR, "PAGE", "DATE", part=r"word/header\d\.xml", count=9),
    "first_number": spoil(TTR, "<w:titlePg/>", ""),
    "font": spoil(TTR, 'w:ascii="Times New Roman"', 'w:ascii="Calibri"', part=STYLES, count=99),
    "size": spoil(
        TTR, "(kính trình)", r'</w:t></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>\1'
    ),
    "marks": spoil(TTR, "Tóm tắt", "To\u0301m tắt"),
    "block": spoil(TTR, "Độc lập - Tự do - Hạnh phúc", "Độc lập"),
    "bold": spoil(REPORT, 'w:val="quoc-hieu"', 'w:val="co-quan-chu-quan"'),
    "not_bold": spoil(TTR, 'w:val="kinh-gui"', 'w:val="muc"', count=9),
    "italic": spoil(TTR, 'w:val="can-cu"', 'w:val="than-bai"', count=9),
    "not_italic": spoil(TTR, 'w:val="kinh-gui"', 'w:val="can-cu"', count=9),
    "no_mark": spoil(TTR, "DỰ THẢO", "", part=r"word/header\d\.xml", count=9),
    "numbered": spoil(TTR, r"Số:          /", "Số: 12/"),
    "dated": spoil(TTR, r", ngày       tháng", ", ngày 12 tháng"),
    "incomplete": without(LIST),
    "counts": spoil(TTR, r"02 \(hai\) cá nhân", "03 (ba) cá nhân", count=9),
    "words": spoil(TTR, r"02 \(hai\)", "02 (ba)", count=9),
    "reports": spoil(TTR, "03 báo cáo", "04 báo cáo"),
    "names": spoil(REPORT, "Hoàng Văn Thái", "Hoàng Văn Thải", count=9),
    "no_names": spoil(LIST, r"<w:rStyle [^>]*/>", "", count=9),
    "title": spoil(TTR, "TỜ TRÌNH", "THƯ NGỎ"),
}
BESIDES = {
    "incomplete": set(),
    "title": {"incomplete"},
    "no_names": {"counts"},
}
"""What a damage also is: without its title a paper is not there either."""


def test_a_sound_dossier_has_no_fault() -> None:
    assert check(files()) == ()


@pytest.mark.parametrize("name", DAMAGE)
def test_each_damage_fails_on_its_own_check(name: str) -> None:
    assert keys(DAMAGE[name](files())) == {name} | BESIDES.get(name, set())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", DAMAGE)
def test_each_fault_is_told_with_its_place(name: str, language: str) -> None:
    for fault in check(DAMAGE[name](files())):
        assert text(fault.message, language)


def test_what_is_no_word_file_is_said_to_be_none() -> None:
    assert keys({**files(), REPORT: b"PK nonsense"}) >= {"unreadable"}


def test_a_dossier_without_one_report_is_told_by_count_and_name() -> None:
    assert keys(without(REPORT)(files())) == {"counts", "reports", "names"}


def test_a_decided_paper_bears_no_draft_mark() -> None:
    decided = make(replace(surprise(), decided=True)).made
    made = {one.sheet.file: one.content for one in decided}
    assert check(made, decided=True) == ()
    assert keys(made) == {"no_mark"}
    assert {f.message.key for f in check(files(), decided=True)} == {"paper.fault.mark"}


@pytest.mark.slow
@pytest.mark.parametrize("tens", range(20))
def test_two_hundred_dossiers_by_chance_pass(tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        made = {one.sheet.file: one.content for one in make(by_chance(seed)).made}
        found = [(fault.file, text(fault.message)) for fault in check(made)]
        assert found == [], seed


HOSTILE = (
    "&<>{{%",
    "{% if %}",
    "{%p for x in y %}",
    "A" * 300,
    "Lý\nVăn\r\nA",
    "\u202eLý Văn A\u202c",
    "Số: 12/QĐ-UBND",
    "ngày 12 tháng 11 năm 2026",
    "Điều 1. Lý Văn A",
    "TẬP THỂ",
    "TỜ TRÌNH",
    "QUYẾT ĐỊNH:",
    "Kính gửi",
    "Căn cứ Luật",
    "Họ và tên: X",
    "cứu 02 (hai) cá nhân",
    "./.",
    "",
)


@pytest.mark.parametrize("kind", AwardKind)
@pytest.mark.parametrize("said", HOSTILE)
def test_whatever_is_typed_makes_papers_without_fault(said: str, kind: AwardKind) -> None:
    each = [
        Nominee(
            one,
            said,
            1990,
            said,
            profile=said,
            deed=said,
            targets=(Target(said, said),),
            solutions=said,
            earlier_awards=said,
        )
        for one in NomineeKind
    ]
    dossier = replace(
        surprise(*each),
        kind=kind,
        office=Office(said, said, said, said, said),
        authority=said,
        receiving_office=said,
        subject=said,
        circumstances=said,
        place=said,
        result=said,
        recognition=said,
        plan=said,
        attachments=(said,),
        council=Council((7, 9), said),
    )
    made = {one.sheet.file: one.content for one in make(dossier).made}
    assert [(one.file, text(one.message)) for one in check(made)] == []


def test_sixty_are_listed_and_named_alike() -> None:
    sixty = [Nominee(NomineeKind.INDIVIDUAL, f"Lý Văn {number}") for number in range(60)]
    made = {one.sheet.file: one.content for one in make(surprise(*sixty)).made}
    assert len(made) == 63
    assert check(made) == ()
