"""The way to the verdict reads as an explanation: what decides, of whom, and only once."""

from __future__ import annotations

from flows.model import Reply
from locales import catalog
from tests.flows.officer import ELSEWHERE, Officer, member


def trace(officer: Officer) -> list[str]:
    """The lines of the trace alone, without the card or question after it."""
    told: Reply = officer.say("xem căn cứ").screen[0]
    return [catalog.text(line, "vi") for line in told.text]


def three(*names: str) -> Officer:
    officer = Officer().say("khen đột xuất").tap("Cứu người, cứu tài sản", "Nhiều đối tượng")
    return officer.say("\n".join(names)).tap("c:done")


def test_what_fails_is_told_before_what_is_open_and_what_is_met() -> None:
    officer = three("ông A", "bà B", "tập thể Dân quân xã").say("12/19")
    signs = [line[0] for line in trace(officer)[1:6]]
    assert signs == ["✗", "…", "…", "✓", "✓"]


def test_a_line_names_the_nominees_it_is_about() -> None:
    told = trace(three("ông A", "bà B", "tập thể Dân quân xã").say("12/19"))
    assert told[1] == "✗ tập thể Dân quân xã: 12/19 = 63,2 %, dưới 2/3."
    assert told[2].startswith("… ông A, bà B: Chưa đủ dữ kiện: có tham gia")


def test_what_holds_for_all_is_told_once() -> None:
    told = trace(three("ông A", "bà B", "tập thể Dân quân xã").say("12/19"))
    assert sum("cứu người" in line for line in told) == 1
    of_all = "✓ Cả 3 đối tượng: loại thành tích: **Cứu người, cứu tài sản** → đạt: thành tích ngoài"
    assert any(line.startswith(of_all) for line in told)


def test_of_many_nominees_a_few_are_named_and_the_rest_counted() -> None:
    officer = three("tập thể X", "ông A", "ông B", "ông C", "ông D", "ông E")
    told = "\n".join(trace(officer.say("13/19")))
    assert "… ông A, ông B, ông C và 2 đối tượng khác: Chưa đủ dữ kiện: có tham gia" in told


def test_a_demand_met_without_a_question_is_not_told_as_met() -> None:
    told = trace(three("ông A", "bà B").tap("Trực tiếp tham gia").say("hôm qua"))
    assert "Không phải hỏi: mỗi sáng kiến chỉ dùng một lần." in told
    assert not any(line.startswith("✓") and "sáng kiến" in line for line in told)


def test_one_nominee_is_not_named_in_the_trace() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể Dân quân xã", "12/19")
    assert trace(officer)[1] == "✗ 12/19 = 63,2 %, dưới 2/3."


def test_of_much_that_is_open_the_first_few_are_told() -> None:
    officer = Officer().say("khen chuyên đề", "phong trào", "cấp tỉnh", "một cá nhân")
    told = trace(officer)
    assert sum(line.startswith("… Chưa") for line in told) == 4
    assert any(line.startswith("… và ") for line in told)


def test_advice_not_followed_is_noted_after_what_decides() -> None:
    officer = Officer(member(ELSEWHERE)).say("khen đột xuất", "cứu người", "ông A", "chỉ đạo")
    told = trace(officer.say("hôm qua"))
    assert [line[0] for line in told if line[0] in "✗…!✓"] == ["!", "✓", "✓", "✓"]


def test_below_the_province_nothing_is_said_of_days() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp xã", "một cá nhân")
    assert not any(line.startswith("⏳") for line in trace(officer))


def test_what_is_met_names_the_answers_it_rests_on() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông A", "trực tiếp tham gia")
    told = trace(officer.say("hôm qua"))
    direct = "✓ mức độ tham gia: **Trực tiếp tham gia** → Đạt: có tham gia lập thành tích."
    assert direct in told


def test_who_answered_otherwise_has_a_line_of_their_own() -> None:
    officer = three("ông A", "bà B").tap("a:each", "a:direct")
    told = trace(officer.tap("a:directing"))
    lines = [line for line in told if line.endswith("đạt: có tham gia lập thành tích.")]
    assert [line.partition(": mức độ")[0] for line in lines] == ["✓ ông A", "✓ bà B"]


def test_each_place_has_one_button_that_says_of_which_letter() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", "một cá nhân")
    told = officer.say("xem căn cứ").screen[0]
    labels = [catalog.text(choice.label, "vi") for row in told.choices for choice in row]
    assert labels == [
        "Nguyên văn mục 5, đoạn 2 (Cao Lộc 10/2023)",
        "Nguyên văn mục 1, ý 2 (tỉnh 5/2022)",
        "Nguyên văn mục 1, ý 5 (tỉnh 5/2022)",
    ]


def test_a_deed_before_both_letters_is_not_said_to_have_had_one() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông A", "trực tiếp tham gia")
    told = "\n".join(trace(officer.say("5/5/2020")))
    assert "Công văn của tỉnh chưa có hiệu lực (có từ tháng 5/2022)" in told
    assert "chỉ có Công văn của tỉnh" not in told
