"""The board's statistics: figures of a period and a unit, each chart beside its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from handlers.web.charts import HEIGHT, WIDTH, Bar, bars, columns
from tests.access.places import Place, place
from tests.access.table import REVIEWER
from tests.web.test_proposals import HERE, as_, crowd, look, shown, words_of

PAGE = "/board/statistics"
RETURNED = (
    "INSERT INTO proposal_steps (proposal_id, at, account_id, step, payload)"
    " SELECT id, '2026-11-20 00:00:00', 1, 'return', '{\"flags\": [[\"forces_total\"]]}'"
    " FROM proposals WHERE state = 'returned'"
)


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    """Twelve more proposals of two units, over two years; some late, some returned."""
    for made in place(sqlite_url, tmp_path):
        crowd(made, 12)
        other = made.storage.people.add_unit("UBND xã <Hai>", level="commune", office=1)
        changes = (
            f"UPDATE proposals SET unit_id = {other}, timing = 'late' WHERE id % 4 = 0",
            "UPDATE proposals SET first_sent_on = '2026-03-05'",
            "UPDATE proposals SET first_sent_on = '2024-03-05' WHERE id = 1",
            RETURNED,
        )
        with made.storage._engine.begin() as connection:
            for one in changes:
                connection.exec_driver_sql(one)
        yield made


async def test_figures_of_a_period_are_told_in_words_beside_each_chart(here: Place) -> None:
    path = f"{PAGE}?from=2026-01-01&to=2026-12-31"
    async with as_(REVIEWER, here) as client, client.get(path, headers=HERE) as answer:
        markup = await answer.text()
    told = words_of(markup)
    assert "Đã trình 12 Tỉ lệ đúng hạn 75,0 %" in told
    assert "ở cơ sở chưa có dữ liệu" in told, "nobody was asked"
    assert "03/26 12 9 3 75,0 %" in told, "the table of months"
    assert "UBND xã &lt;Hai&gt; 3 0 3 0,0 %" in told, "the table of units"
    assert "tổng số người của mọi lực lượng 3" in told, "why they were returned"
    drawn = re.findall(r"<svg.*?</svg>", markup)
    assert len(drawn) == 4
    assert all('aria-hidden="true"' in one for one in drawn), "the table beside it is read"
    assert markup.count("<table>") == 4
    assert "style=" not in markup


async def test_one_unit_and_many_years_can_be_chosen(here: Place) -> None:
    async with as_(REVIEWER, here) as client:
        all_years = await shown(client, f"{PAGE}?from=2020-01-01&to=2026-12-31")
        assert "Theo năm" in all_years
        assert "2024 1 1 0 100,0 %" in all_years
        one = await shown(client, f"{PAGE}?from=2026-01-01&to=2026-12-31&unit=3")
        assert "Đã trình 3" in one
        assert "Theo đơn vị" not in one
        other = await shown(client, f"{PAGE}?from=2026-01-01&to=2026-12-31&unit=999")
        assert "Đã trình 12" in other, "a unit that is not among them chooses nothing"
        assert "Không có hồ sơ nào được gửi" in await shown(
            client, f"{PAGE}?from=2025-01-01&to=2025-02-01"
        )


@pytest.mark.parametrize(
    "query", ["?from=2026-12-31&to=2026-01-01", "?from=x", "?to=2026-13-01", "?unit=%00&from=1"]
)
async def test_days_that_are_no_period_are_said_to_be_none(here: Place, query: str) -> None:
    async with as_(REVIEWER, here) as client:
        status, _, told = await look(client, PAGE + query)
    assert status == 200
    assert "Khoảng ngày chưa đúng" in told


async def test_another_office_has_figures_of_its_own_alone(here: Place) -> None:
    here.settle(" khác")
    async with as_("reviewer khác", here) as client:
        assert "Đã trình 1 " in await shown(client, PAGE)


def test_no_part_of_a_chart_stands_outside_it() -> None:
    found = [Bar(f"Tên rất dài {n} " * 5, [("good", n), ("bad", 0)], str(n)) for n in range(30)]
    for drawn in (columns(found), bars(found), columns([]), bars([])):
        tree = ET.fromstring(drawn)
        tall = float(tree.attrib["viewBox"].split()[3])
        assert tree.attrib["viewBox"].startswith(f"0 0 {WIDTH} ")
        for one in tree.iter("rect"):
            left, top = float(one.attrib["x"]), float(one.attrib["y"])
            assert 0 <= left <= left + float(one.attrib["width"]) <= WIDTH
            assert 0 <= top <= top + float(one.attrib["height"]) <= tall
    heights = [float(one.attrib["height"]) for one in ET.fromstring(columns(found)).iter("rect")]
    assert heights == sorted(heights), "what is more stands higher"
    assert max(heights) < HEIGHT
