"""A question about the rules is told from a case, and both from talk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from language.fold import fold
from language.questions import Sort, is_question, lean
from language.questions.index import ways
from rules.citations import clauses

HERE = Path(__file__).parent
CASES = HERE.parents[3] / "shared" / "cases"
LEAST = 0.95


def texts(name: str, key: str) -> list[str]:
    path = CASES / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line)[key] for line in lines]


TOLD = [text for name in ("surprise", "thematic", "revocation") for text in texts(name, "text_vi")]
ASKED = [question for name, question in ways() if name in clauses()]


@pytest.mark.skipif(not TOLD, reason="the folder shared/cases is not beside the repository")
@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
def test_the_shared_cases_are_cases(written: Any) -> None:
    assert [text for text in TOLD if lean(written(text)).sort is not Sort.CASE] == []


@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
@pytest.mark.parametrize("asked", [texts("questions", "q"), ASKED], ids=["shared", "own"])
def test_questions_are_questions(asked: list[str], written: Any) -> None:
    right = [text for text in asked if lean(written(text)).sort is Sort.QUESTION]
    assert len(right) >= LEAST * len(asked)


@pytest.mark.parametrize(
    "text",
    [
        "xin chào",
        "cảm ơn nhé",
        "ok",
        "bạn tên gì",
        "How are you?",
        "trời đẹp quá nhỉ",
        "để em hỏi lại sếp đã",
        "không biết đâu hỏi anh Ba",
        "chị ơi em bận lắm",
        "你好",
        "đồ ngu",
        "",
        "12",
        "😀",
    ],
)
def test_talk_is_neither(text: str) -> None:
    assert lean(text).sort is Sort.OTHER
    assert is_question(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Chi cục mở hội thảo, muốn xin 2 bằng khen tỉnh. Tỉnh không chỉ đạo gì. Xin được ko ạ?",
        "Có KH, phát động, tổng kết, HD rồi. Trình huyện khen chuyên đề 3 tập thể đc chưa a/c?",
        "7 dân quân trong 11 người dập lửa cứu nhà dân, khen đột xuất được không",
    ],
)
@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
def test_what_is_told_before_the_asking_is_a_case(text: str, written: Any) -> None:
    assert lean(written(text)).sort is Sort.CASE


def test_the_same_deed_asked_in_general_and_told() -> None:
    assert is_question("Cứu người đuối nước thì có được khen đột xuất không?") > 0.6
    told = "Hôm qua 12 đ/c dân quân trong 18 người cứu 2 cháu ở suối, khen đột xuất được không?"
    assert is_question(told) < 0.5
    assert lean(told).sort is Sort.CASE
