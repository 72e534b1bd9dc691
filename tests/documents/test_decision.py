from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from documents.checks import check
from documents.decision import post_and_body
from documents.dossier import AwardKind, Dossier, Nominee, NomineeKind
from documents.render import make
from locales.catalog import text
from tests.documents.damage import replaced, text_of
from tests.documents.dossiers import surprise

FILE = "06-du-thao-quyet-dinh.docx"
Files = dict[str, bytes]


def files(dossier: Dossier) -> Files:
    return {one.sheet.file: one.content for one in make(dossier).made}


def decision(dossier: Dossier | None = None) -> str:
    made = files(dossier or surprise())
    return text_of(next(made[name] for name in made if "quyet-dinh" in name))


def faults(spoilt: Files) -> list[str]:
    return [text(fault.message) for fault in check(spoilt)]


def test_the_draft_is_of_who_decides_and_not_of_who_proposes() -> None:
    words = decision()
    heading, body = words.split("QUYẾT ĐỊNH\n", maxsplit=1)
    assert "ỦY BAN NHÂN DÂN TỈNH" in heading
    assert "ĐỒNG ĐĂNG" not in heading
    assert "\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n" in body
    assert "Theo đề nghị của UBND xã Đồng Đăng tại Tờ trình số ……/TTr-…… ngày" in body


def test_number_day_place_money_and_name_are_blank() -> None:
    words = decision()
    assert "Số:          /QĐ-………" in words
    assert "……………, ngày       tháng       năm" in words
    assert "Tiền thưởng kèm theo: ………" in words
    assert "Nguyễn Văn Bình" not in words
    assert words.rstrip().endswith("…")


def test_its_first_article_counts_and_names_whoever_is_proposed() -> None:
    article = decision().split("Điều 1. ")[1].split("Điều 2.")[0]
    assert article.startswith("Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 01 (một) tập")
    assert "1. Dân quân xã;\n2. Ông (Bà) Hoàng Văn Thái, Trưởng thôn;\n3. Bà Nông Thị" in article


def test_a_head_who_decides_within_the_unit_gives_its_own_heading() -> None:
    own = replace(surprise(), award_level="unit", authority="Chủ tịch UBND xã Đồng Đăng")
    heading = decision(own).split("QUYẾT ĐỊNH\n")[0]
    assert "ỦY BAN NHÂN DÂN XÃ ĐỒNG ĐĂNG" in heading
    assert "Đồng Đăng, ngày" in heading


@pytest.mark.parametrize(
    ("authority", "post", "body"),
    [
        ("Giám đốc Sở Y tế.", "Giám đốc", "Sở Y tế"),
        ("phó chủ tịch UBND xã A", "Phó Chủ tịch", "UBND xã A"),
        ("Thủ tướng Chính phủ", "Thủ tướng", "Thủ tướng Chính phủ"),
        ("Ban Thường vụ Tỉnh đoàn", "", "Ban Thường vụ Tỉnh đoàn"),
        ("Giám đốc", "", "Giám đốc"),
        (None, "", ""),
    ],
)
def test_post_and_body_are_told_apart_where_the_title_tells(
    authority: str | None, post: str, body: str
) -> None:
    assert post_and_body(authority) == (post, body)


def test_who_decides_is_dotted_where_nobody_said() -> None:
    dossier = replace(surprise(), award_level="commune")
    words = decision(dossier)
    assert "ỦY BAN NHÂN DÂN" not in words
    assert "CHỦ TỊCH" not in words
    assert check(files(dossier)) == ()
    assert [text(one.told()) for one in make(dossier).missing] == ["người quyết định khen thưởng"]


def test_it_stays_a_draft_when_the_decision_is_made() -> None:
    made = files(replace(surprise(), decided=True))
    assert "DỰ THẢO" in text_of(made[FILE], "word/header1.xml") + text_of(
        made[FILE], "word/header2.xml"
    )
    assert check(made, decided=True) == ()
    spoilt = replaced(made[FILE], "DỰ THẢO", "", part=r"word/header\d\.xml", count=9)
    (fault,) = check({**made, FILE: spoilt}, decided=True)
    assert (fault.file, fault.message.key) == (FILE, "paper.fault.no_mark")


def test_the_submission_names_it_among_what_goes_along() -> None:
    words = text_of(files(surprise())["01-to-trinh.docx"])
    assert "03 báo cáo thành tích;\n- Dự thảo Quyết định khen thưởng." in words


def test_a_theme_is_founded_on_its_plan_and_guidance() -> None:
    nominee = Nominee(NomineeKind.INDIVIDUAL, "Lý Văn Minh", 1990, "Nông dân", deed="Làm đường.")
    plan = "Kế hoạch số 12/KH-UBND"
    words = decision(replace(surprise(nominee), kind=AwardKind.THEMATIC, plan=plan))
    assert f"Căn cứ {plan};\nCăn cứ …" in words


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: replaced(d, "Hoàng Văn Thái", "Hoàng Văn Thải"), "Hoàng Văn Thải"),
        (lambda d: replaced(d, r"02 \(hai\)", "03 (ba)"), "dự thảo quyết định ghi 3"),
        (lambda d: replaced(d, r"02 \(hai\)", "02 (ba)"), "02 ghi bằng chữ là “ba”"),
        (lambda d: replaced(d, r"Điều 2\. ", "Điều hai. "), "Điều 2"),
        (lambda d: replaced(d, "QUYẾT ĐỊNH:", "QUYẾT"), "dòng QUYẾT ĐỊNH:"),
        (lambda d: replaced(d, r"Số:          /", "Số: 12/"), "đã ghi số"),
        (lambda d: replaced(d, "Căn cứ Luật", "Căn cứ luật"), "căn cứ Luật"),
    ],
)
def test_each_damage_to_it_is_told(spoil: Callable[[bytes], bytes], told: str) -> None:
    made = files(surprise())
    found = faults({**made, FILE: spoil(made[FILE])})
    assert len(found) == 1
    assert told in found[0]
