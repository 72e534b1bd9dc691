from __future__ import annotations

from dataclasses import replace

import pytest

from documents.blanks import DOTS
from documents.dossier import AwardKind, Dossier, Nominee, NomineeKind, Target
from documents.papers import plain_name
from documents.render import TooManyNominees, make
from flows.papers.facts import MOST_NOMINEES
from locales.catalog import text
from tests.documents.damage import text_of
from tests.documents.dossiers import NAMES, surprise


def texts(dossier: Dossier) -> dict[str, str]:
    return {one.sheet.file: text_of(one.content) for one in make(dossier).made}


def person(name: str | None) -> Nominee:
    return Nominee(NomineeKind.INDIVIDUAL, name, 1990, "Nông dân", deed="Cứu người.")


@pytest.mark.parametrize("name", [name for name in NAMES if "\u031b" not in name])
def test_a_name_comes_out_as_typed(name: str) -> None:
    shown = name.removeprefix("bà ").removeprefix("Đồng chí ")
    for file, words in texts(surprise(person(name))).items():
        assert shown in words, file


def test_marks_typed_apart_come_out_as_one_sign() -> None:
    assert "Vi Văn Ư" in texts(surprise(person("Vi Văn U\u031b")))["01-to-trinh.docx"]


def test_signs_that_no_word_file_holds_are_left_out() -> None:
    words = texts(surprise(person("Lý\x00 Văn\x0b A\ud800\ufffe")))["01-to-trinh.docx"]
    assert "Lý Văn A" in words


def test_collectives_stand_before_persons() -> None:
    assert list(texts(surprise())) == [
        "01-to-trinh.docx",
        "02-danh-sach-de-nghi.docx",
        "03-bao-cao-dan-quan-xa.docx",
        "04-bao-cao-hoang-van-thai.docx",
        "05-bao-cao-ba-nong-thi-lan.docx",
        "06-du-thao-quyet-dinh.docx",
    ]


def test_the_law_is_cited_by_name_and_day_alone() -> None:
    words = texts(surprise())["01-to-trinh.docx"]
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" in words
    assert "[đối chiếu: Luật sửa đổi năm 2026]" in words
    assert "QH15" not in words
    assert "UBND-KGVX" not in words


def test_a_letter_is_followed_only_by_a_unit_that_it_binds() -> None:
    bound = surprise()
    assert "Thực hiện Công văn" in texts(bound)["01-to-trinh.docx"]
    assert "Công văn" not in texts(replace(bound, is_bound=False))["01-to-trinh.docx"]


def test_persons_and_collectives_are_counted_each_from_one() -> None:
    words = texts(surprise())["02-danh-sach-de-nghi.docx"]
    assert words.split("TẬP THỂ")[1].split()[0] == "1"
    persons = words.split("CÁ NHÂN")[1]
    assert persons.split()[0] == "1"
    assert "\n2\nBà Nông Thị Lan" in persons


def test_number_and_day_are_left_blank() -> None:
    words = texts(surprise())["01-to-trinh.docx"]
    assert "Số:          /TTr-………" in words
    assert "Đồng Đăng, ngày       tháng       năm" in words


def test_nothing_said_makes_dots_and_a_list_and_invents_nothing() -> None:
    bare = Dossier(AwardKind.SURPRISE, (Nominee(NomineeKind.INDIVIDUAL),))
    papers = make(bare)
    told = [text(blank.told()) for blank in papers.missing]
    assert "tên đối tượng (đối tượng số 1)" in told
    assert {"hình thức khen thưởng", "nơi xảy ra sự việc", "chức vụ người ký"} <= set(told)
    assert len(told) == len(set(told))
    assert all(DOTS in text_of(one.content) for one in papers.made)


def test_a_full_dossier_misses_nothing() -> None:
    assert make(surprise()).missing == ()


def test_a_thematic_report_compares_results_with_targets() -> None:
    one = replace(person("Lý Văn Minh"), targets=(Target("5 km đường", "6 km đường"), Target("x")))
    dossier = replace(surprise(one), kind=AwardKind.THEMATIC)
    made = texts(dossier)
    words = made["03-bao-cao-ly-van-minh.docx"]
    assert "120 %" in words
    assert "Chỉ tiêu đã đăng ký" in words
    assert "04-bien-ban-hoi-dong.docx" in made
    assert "Căn cứ kết quả biểu quyết, Hội đồng kết luận:" in made["04-bien-ban-hoi-dong.docx"]


def test_a_surprise_dossier_has_no_minutes() -> None:
    assert not any("bien-ban" in file for file in texts(surprise()))


def test_a_collective_tells_its_share_of_the_forces() -> None:
    words = texts(surprise())["03-bao-cao-dan-quan-xa.docx"]
    assert "Tập thể có 12 người tham gia" in words
    assert "tổng số 18 người" in words


def test_the_parts_of_a_title_stand_on_lines_of_their_own() -> None:
    office = replace(surprise().office, head_title="KT. Chủ tịch / Phó Chủ tịch")
    words = texts(replace(surprise(), office=office))["01-to-trinh.docx"]
    assert "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n" in words


def test_more_than_can_be_made_at_once_is_refused() -> None:
    with pytest.raises(TooManyNominees):
        make(surprise(*[person("A")] * (MOST_NOMINEES + 1)))


def test_a_name_is_never_a_path() -> None:
    assert plain_name("../../Đặng Văn x") == "dang-van-x"
    assert plain_name("…") == "khong-ten"
    assert len(plain_name("a" * 300)) == 40
