"""The review fits a phone: the ways on first, and of a long draft the answers in parts."""

from __future__ import annotations

import pytest

from locales import catalog
from tests.flows.officer import Officer

SHORT = ("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")


def thematic() -> Officer:
    """A thematic draft answered by its first choices, up to its dossier."""
    officer = Officer().say("khen chuyên đề", "phong trào thi đua", "cấp tỉnh", "ông A\nbà B")
    officer.say("xong")
    while officer.open != "card":
        if officer.open.endswith("_parts"):
            officer.tap("c:all")
        else:
            likely = [c for c in officer.buttons if c in ("a:done", "a:yes", "a:good", "a:none")]
            officer.tap((likely or officer.buttons)[0])
    return officer


def labels(officer: Officer) -> list[str]:
    return [catalog.text(c.label) for row in officer.screen[-1].choices for c in row]


def test_the_review_offers_the_ways_on_and_one_way_to_mend() -> None:
    officer = thematic().say("xem lại")
    assert officer.buttons == [
        "c:continue",
        "g:submit:1",
        "g:papers:1",
        "c:save",
        "c:fix",
        "c:cite",
        "g:attachments:1",
        "g:drafts",
        "g:hand:d1",
        "g:menu",
    ]
    assert "Văn bản, quy trình" in officer.text.splitlines()


def test_the_answers_of_a_short_draft_are_mended_from_one_list() -> None:
    officer = Officer().say(*SHORT, "xem lại").tap("c:fix")
    assert sum(button.startswith("c:edit:") for button in officer.buttons) == len(officer.answers)
    assert "Việc đề nghị" not in officer.text


def test_a_long_draft_is_mended_part_by_part() -> None:
    officer = thematic().say("xem lại").tap("c:fix")
    assert len(officer.buttons) <= 10
    assert not any(button.startswith("c:edit:") for button in officer.buttons)
    officer.tap("c:fix:papers")
    assert "Văn bản, quy trình" in officer.text
    officer.tap("c:edit:guidance")
    assert officer.open == "guidance"
    officer.tap("a:planned")
    assert officer.answers["guidance"] == "planned"


def test_the_words_on_the_buttons_of_the_list_are_heard() -> None:
    officer = thematic().say("sửa")
    papers = next(label for label in labels(officer) if label.startswith("Văn bản"))
    officer.say(papers.lower())
    assert "Sửa hướng dẫn khen thưởng" in labels(officer)
    officer.say("sửa hướng dẫn khen thưởng")
    assert officer.open == "guidance"


def test_each_nominee_is_a_part_of_its_own_beside_what_is_said_of_all() -> None:
    officer = thematic().say("sửa")
    found = labels(officer)
    assert "ông A (2)" in found
    assert any(label.startswith("Đối tượng") for label in found)
    officer.tap("c:fix:1")
    assert "c:edit:nominees[1].name" in officer.buttons
    assert "c:edit:nominees[0].name" not in officer.buttons


def test_back_leads_from_a_part_to_the_parts_and_then_out() -> None:
    officer = thematic().say("xem lại").tap("c:fix", "c:fix:0", "c:back")
    assert "c:fix:0" in officer.buttons
    officer.tap("c:back")
    assert officer.open == "review"


def test_more_than_a_page_leads_round() -> None:
    officer = Officer().say(
        "khen đột xuất", "cứu người", "\n".join(f"ông {n}" for n in "ABCDEFGHIJ")
    )
    officer.say("xong", "trực tiếp", "hôm qua", "sửa")
    seen = set(officer.buttons)
    officer.tap("Các câu khác")
    assert "c:fix:9" in set(officer.buttons) - seen
    officer.tap("Các câu khác")
    assert set(officer.buttons) == seen


@pytest.mark.parametrize("part", ["gone", "+99", "papers+x", "+", "٣", "²"])
def test_a_part_that_is_none_shows_the_parts(part: str) -> None:
    officer = thematic().say("sửa")
    officer.press(f"c:fix:{part}", officer.screen[-1].token)
    assert officer.open == "fix"
    assert len(officer.buttons) > 2


def test_counts_and_reasons_stand_in_parts_of_their_own() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "13/19", "1/9/2026")
    officer.say("không có").tap("c:dossier")
    while officer.open != "review":
        officer.say("Đội A" if officer.open.endswith("name") else "Vì mưa lũ kéo dài")
        if "c:unknown" in officer.buttons and officer.open != "note.reason":
            officer.tap("c:unknown")
    assert {"Số lượng", "Ngày tháng", "Ghi chú"} <= set(officer.text.splitlines())


def test_a_past_award_is_listed_by_its_kind() -> None:
    officer = Officer().press("g:revocation").tap("a:no")
    officer.say("hồ sơ của tôi")
    assert any("Rà soát khen thưởng · sửa" in label for label in labels(officer))


def test_who_keeps_no_drafts_reviews_without_ways_to_what_is_kept() -> None:
    officer = Officer(person=None).say(*SHORT, "xem lại")
    assert "Xem lại trước khi lưu" in officer.text
    kept = ("g:submit", "g:papers", "g:attachments", "g:hand")
    assert not [button for button in officer.buttons if button.startswith(kept)]
