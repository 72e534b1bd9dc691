"""The pictures of papers are of the samples as they are, and those of the story that is played."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.whole.test_proposals import PEOPLE
from tools.draw_papers import CASES, DRAWN, papers_of

SAMPLES = sorted(CASES.glob("*.json"))


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case.stem)
def test_each_paper_of_a_sample_is_whole_and_has_its_pages_drawn(case: Path) -> None:
    wanted = {f"{case.stem}-{name}" for name, _ in papers_of(case)}
    drawn = {re.sub(r"-\d+\.png\Z", "", one.name) for one in DRAWN.glob(f"{case.stem}-*.png")}
    assert drawn == wanted


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case.stem)
def test_the_samples_propose_whom_the_story_does(case: Path) -> None:
    words = {"individual": "cá nhân", "collective": "tập thể"}
    nominees = json.loads(case.read_text(encoding="utf-8"))["nominees"]
    assert {f"{words[one['type']]} {one['name']}" for one in nominees} == set(PEOPLE)


def test_each_picture_is_shown_and_each_shown_is_there() -> None:
    page = (CASES.parent / "templates.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"pictures/papers/([\w-]+\.png)", page))
    assert shown == {one.name for one in DRAWN.glob("*.png")}
