"""A surprise case read from an officer's own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.facts.heard import Told, Understood
from language.facts.whole import read_message
from language.fold import fold
from rules.assessment import assess
from rules.case import Case

TODAY = date(2024, 9, 20)
"""The day on which the rows beside this file were judged by hand."""
ROWS = tuple(
    (row["text"], row["verdict"])
    for row in map(
        json.loads, (Path(__file__).parent / "surprise.jsonl").read_text("utf-8").splitlines()
    )
)
CASES = Path(__file__).parents[4] / "shared" / "cases"


def told(text: str, today: date = TODAY) -> Told:
    return read_message(text, today, kind="surprise")


def verdict(found: Told, today: date = TODAY) -> str:
    nominees = [*map(dict, found.nominees)]
    case = {"kind": "surprise", "facts": dict(found.facts), "nominees": nominees}
    return assess(Case.from_json(case), today=today).verdict.value


def read(text: str) -> dict[str, Any]:
    """Facts by path."""
    return {one.fact: one.value for one in told(text).understood}


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_message_is_judged_as_by_hand(text: str, expected: str) -> None:
    assert verdict(told(text)) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_without_marks_nothing_becomes_eligible(text: str, expected: str) -> None:
    assert verdict(told(fold(text))) in (expected, "needs_more")


def shared_rows() -> Iterator[tuple[str, date, str]]:
    """Text, day and verdict of the shared rows that are not disputable, where they are at hand."""
    if not CASES.exists():
        return
    lines = (CASES / "check_surprise.jsonl").read_text("utf-8").splitlines()
    checks = {row["id"]: row for row in map(json.loads, lines)}
    for line in (CASES / "surprise.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        check = checks[row["id"]]
        if not check["disputable"]:
            day = date.fromisoformat(row["today"])
            yield row["text_vi"], day, check["expect"]["verdict"]


SHARED = tuple(shared_rows())


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("text", "today", "expected"), SHARED)
def test_the_shared_rows_are_judged_right(
    text: str, today: date, expected: str, *, bare: bool
) -> None:
    assert verdict(told(fold(text) if bare else text, today), today) == expected


def without(text: str, fact: Understood) -> str:
    for word in sorted(fact.words, key=len, reverse=True):
        text = text.replace(word, " ")
    return text


@pytest.mark.parametrize("text", [*(text for text, _ in ROWS), *(text for text, *_ in SHARED)])
def test_each_fact_stands_in_the_words_it_names(text: str) -> None:
    for fact in told(text).understood:
        assert fact.words
        assert all(word and word in text for word in fact.words)
        if fact.fact == "kind" or fact.fact.endswith("type"):
            continue
        left = told(without(text, fact)).understood
        assert (fact.fact, fact.value) not in {(one.fact, one.value) for one in left}, fact


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    told(text)


FIELD = """cứu người anh Nguyễn Văn A 12 18 trong tổng số ngày 12/9 khen đột xuất tập thể đội cho và
    không chưa trực tiếp kế hoạch nhiệm vụ ngoài hôm nay gửi công nhận sáng kiến đã dùng 2/3 , .
    ( ) hộ gia đình chị Lan cả hai đồng chí bị kẹt"""
WORDS = st.sampled_from(FIELD.split())


@given(st.lists(WORDS, max_size=60))
def test_any_words_of_the_field_are_read_and_can_be_judged(words: list[str]) -> None:
    verdict(told(" ".join(words)))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Tối 12/9 anh Nam lao vào lửa cứu 2 cháu", {"achieved_on": "2024-09-12"}),
        ("hôm kia anh Nam cứu 2 cháu bé", {"achieved_on": "2024-09-18"}),
        ("anh Nam cứu người, chưa rõ xảy ra hôm nào", {"achieved_on": None}),
        (
            "Ngày 9/9 anh Nam cứu 2 cháu, mai 21/9 xã mới gửi tờ trình",
            {"achieved_on": "2024-09-09", "submitted_on": "2024-09-21"},
        ),
        (
            "Ngày 2/8 anh Nam cứu 2 cháu. Đến 12/9 Công an huyện có văn bản số 12/CAH công nhận",
            {
                "achieved_on": "2024-08-02",
                "recognition": "dated",
                "recognized_on": "2024-09-12",
                "recognition_doc": "12/CAH",
            },
        ),
        ("anh Nam cứu 2 cháu, chưa cơ quan nào công nhận", {"recognition": "none"}),
        ("anh Nam cứu 2 cháu, công an đang làm thủ tục công nhận", {"recognition": "pending"}),
        (
            "Theo Kế hoạch số 45/KH-UBND ngày 10/3/2024, ngày 8/9 đội trực",
            {"achieved_on": "2024-09-08"},
        ),
        ("tháng 8 anh Nam cứu 2 cháu bé", {"achieved_on_precision": "month"}),
    ],
)
def test_days_are_told_apart(text: str, facts: dict[str, Any]) -> None:
    found = read(f"{text}. Khen đột xuất được không?")
    assert {name: found[name] for name in facts} == facts


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 1/9 anh Nam cứu 2 cháu, báo tỉnh đăng bài khen ngày 10/9",
        "Ngày 1/9 anh Nam cứu 2 cháu, ngày 10/9 gia đình viết thư cảm ơn",
        "Ngày 1/9 anh Nam cứu 2 cháu, trao giấy khen tại hội nghị ngày 10/9",
    ],
)
def test_praise_and_ceremonies_are_no_recognition(text: str) -> None:
    found = read(f"{text}. Khen đột xuất được không?")
    assert found["achieved_on"] == "2024-09-01"
    assert "recognized_on" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Vụ cháy 11/9, ông Khanh có nhiều công lao, không rõ có vào cứu hay không",
        "Vụ cháy 11/9, nghe nói ông Khanh cứu 2 cháu bé",
        "Ngày 11/9 bộ đội cứu được 6 người, anh Trí đứng ngoài trông xe",
        "Ngày 11/9 anh Trí hôm đó nghỉ ốm, anh em trong đội cứu được 6 người",
        "Ngày 11/9 anh Trí gọi điện cho bộ đội đến kéo nạn nhân ra",
        "Ngày 11/9 anh Trí định nhảy xuống cứu thì dân quân đã vớt được cháu bé lên",
    ],
)
def test_what_others_did_or_nobody_is_sure_of_is_not_his_part(text: str) -> None:
    for spoken in (text, fold(text)):
        told_of = told(f"{spoken}. Khen đột xuất được không?").nominees
        assert all(dict(one).get("participation") != "direct" for one in told_of)


@pytest.mark.parametrize(
    "others", ["cùng 12 dân quân", "cùng công an xã", "có cả bộ đội hỗ trợ", "cùng nhiều người dân"]
)
def test_all_forces_are_never_one_body_while_others_are_told(others: str) -> None:
    text = f"Ngày 12/9 đội có 6/6 người cứu 2 cháu, {others}. Khen đột xuất tập thể đội?"
    for spoken in (text, fold(text)):
        assert verdict(told(spoken)) != "eligible"


@pytest.mark.parametrize("unit", ["công an xã 4, ", "anh Nguyễn Văn An ", "cứu kéo ra người "])
def test_a_long_message_of_one_thing_is_read_in_time(unit: str) -> None:
    told("khen đột xuất " + unit * 1500)
