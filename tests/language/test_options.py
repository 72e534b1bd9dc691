"""Typed answers matched to option labels, one or several, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.fold import fold
from language.options import begins_denying, choose, choose_set, is_bare_denial

GROUNDS = {
    "brave_rescue": ["Cứu người, cứu tài sản"],
    "outside_duty": ["Ngoài nhiệm vụ được giao"],
    "combat": ["Chiến đấu, phục vụ chiến đấu"],
    "none": ["Không thuộc loại nào"],
}
TYPES = {"individual": ["Một cá nhân"], "collective": ["Một tập thể"], "many": ["Nhiều đối tượng"]}
PARTS = {
    "scope": ["phạm vi"],
    "subjects": ["đối tượng"],
    "criteria": ["tiêu chuẩn"],
    "achievement_period": ["thời gian lập thành tích"],
    "award_form": ["hình thức"],
    "quantity": ["số lượng"],
}
ALL = frozenset(PARTS)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Cứu người, cứu tài sản", "brave_rescue"),
        ("cứu người", "brave_rescue"),
        ("cuu tai san", "brave_rescue"),
        ("dạ ngoài nhiệm vụ ạ", "outside_duty"),
        ("nhiệm vụ được giao", "outside_duty"),
        ("trường hợp phục vụ chiến đấu", None),
        ("không", None),
        ("k", None),
        ("không có ạ", None),
        ("được", None),
        ("ko thuộc loại nào", "none"),
        ("không thuộc loại nào ạ", "none"),
        ("thuộc loại nào", None),
        ("abc", None),
        ("", None),
        ("cứu người " * 100, None),
    ],
)
def test_one_option_is_found_by_its_words(text: str, option: str | None) -> None:
    assert choose(text, GROUNDS) == option
    assert choose(fold(text), GROUNDS) == option


@pytest.mark.parametrize("text", ["k", "Ko", "không", "dạ chưa ạ", "không có", "khong dau"])
def test_a_denial_that_says_not_what_is_denied_is_bare(text: str) -> None:
    assert is_bare_denial(text)


@pytest.mark.parametrize("text", ["", "có", "không tham gia", "kế hoạch", "KH", "không" * 200])
def test_what_says_more_is_no_bare_denial(text: str) -> None:
    assert not is_bare_denial(text)


@pytest.mark.parametrize(
    ("label", "does"),
    [("Chưa ban hành", True), ("Sẽ không ban hành", True), ("Có, chưa dùng", False), ("", False)],
)
def test_a_label_begins_with_its_denial(label: str, *, does: bool) -> None:
    assert begins_denying(label) is does


def test_words_that_fit_two_options_alike_name_both() -> None:
    assert choose("một", TYPES) == ("individual", "collective")


def test_any_of_several_labels_will_do() -> None:
    labels = {"yes": ["Có", "Đã có"], "no": ["Chưa", "Chưa có"]}
    assert choose("đã có", labels) == "yes"
    assert choose("chưa có ạ", labels) == "no"


def test_a_longer_answer_around_one_label_is_that_label() -> None:
    assert choose("đề nghị một cá nhân", TYPES) == "individual"
    assert choose("không phải một cá nhân", TYPES) is None


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("phạm vi, đối tượng, tiêu chuẩn", {"scope", "subjects", "criteria"}),
        ("hình thức và số lượng", {"award_form", "quantity"}),
        ("chỉ có phạm vi", {"scope"}),
        ("thời gian", {"achievement_period"}),
        ("đủ cả", ALL),
        ("tất cả", ALL),
        ("Đủ rồi ạ", ALL),
        ("đủ 6 phần", ALL),
        ("cả sáu", ALL),
        ("đủ 5 phần", None),
        ("trừ thời gian", ALL - {"achievement_period"}),
        ("đủ cả, trừ thời gian", ALL - {"achievement_period"}),
        ("thiếu số lượng", ALL - {"quantity"}),
        ("còn thiếu thời gian và số lượng", ALL - {"achievement_period", "quantity"}),
        ("chưa có số lượng", ALL - {"quantity"}),
        ("chưa có gì", set()),
        ("không có phần nào", set()),
        ("phạm vi, abc", None),
        ("thiếu abc", None),
        ("abc", None),
        ("", None),
        ("phạm vi, " * 600, None),
    ],
)
def test_several_options_are_found_or_nothing_is(text: str, picked: set[str] | None) -> None:
    expected = None if picked is None else frozenset(picked)
    assert choose_set(text, PARTS) == expected
    assert choose_set(fold(text), PARTS) == expected


def test_a_label_with_a_comma_is_one_option() -> None:
    assert choose_set("Cứu người, cứu tài sản", GROUNDS) == {"brave_rescue"}


@given(st.sets(st.sampled_from(sorted(PARTS)), min_size=1))
def test_any_list_of_labels_is_read_back(chosen: set[str]) -> None:
    assert choose_set(", ".join(PARTS[option][0] for option in chosen), PARTS) == chosen


@given(st.text(max_size=450))
def test_any_text_chooses_known_options_only(text: str) -> None:
    one, several = choose(text, PARTS), choose_set(text, PARTS)
    assert one is None or isinstance(one, tuple) or one in PARTS
    assert several is None or several <= ALL
