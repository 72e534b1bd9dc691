"""What a correction must not take away."""

from __future__ import annotations

from tests.flows.officer import Officer

READY = (
    "Tổng kết phong trào thi đua", "Cấp tỉnh", "Một tập thể", "Không phải",
    "Không dựa vào sáng kiến", "Đã tổng kết", "Đã ban hành", "Đủ cả",
)  # fmt: skip


def thematic() -> Officer:
    """A thematic proposal with every condition met, its ceremony on a Friday."""
    officer = Officer().say("khen chuyên đề").tap(*READY).say("5")
    officer.tap("Đã có kế hoạch", "Đủ cả", "Đã phát động", "Đã nêu rõ", "Đã so sánh", "Đã nêu")
    return officer.tap("Đã họp xét chọn").say("18/12/2026")


def test_correcting_the_day_of_the_ceremony_keeps_the_kind_of_nominee() -> None:
    officer = thematic()
    before = officer.nominees
    officer.say("sửa ngày trao thành 11/12/2026")
    assert officer.nominees == before
    assert officer.verdict == "eligible"
    assert "đã bỏ" not in officer.text


def test_deciding_at_the_units_own_level_keeps_the_kind_of_nominee() -> None:
    officer = Officer().say("khen chuyên đề").tap(*READY[:3])
    officer.tap("Phải, là Ban Chỉ đạo/tương đương", "Khen theo thẩm quyền đơn vị")
    assert [nominee["type"] for nominee in officer.nominees] == ["collective"]
    assert officer.open != "who"
