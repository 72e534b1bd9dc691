"""A file of the law with a missing source or date refuses to load and names the place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rules.letter_file import read_letter
from rules.parameters import ParameterError, parameter, parameters, read_parameters
from rules.sources import HERE, SourceError, read_yaml

GOOD = """share:
  - value: "2/3"
    from: 2022-05-01
    to: null
    reference: "LS2022.2.b.2"
    checked: 2026-11-21
"""
LETTER = (HERE / "letters" / "cl2023.yaml").read_text(encoding="utf-8")


def written(folder: Path, content: str) -> Path:
    path = folder / "parameters.yaml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("key", ["value", "from", "to", "reference", "checked"])
def test_a_parameter_without_one_of_its_keys_is_refused(tmp_path: Path, key: str) -> None:
    lines = [line for line in GOOD.splitlines() if f"{key}:" not in line]
    if key == "value":
        lines.insert(1, "  - other: 1")
    path = written(tmp_path, "\n".join(lines))
    with pytest.raises(SourceError, match=rf"parameters\.yaml: share\[0\].{key}"):
        read_parameters(path)


@pytest.mark.parametrize("content", ["- 1", "share: [", ""])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SourceError, match=r"parameters\.yaml: file"):
        read_parameters(written(tmp_path, content))


@pytest.mark.parametrize("value", ["two thirds", "1/0"])
def test_a_share_is_a_fraction(tmp_path: Path, value: str) -> None:
    with pytest.raises(SourceError, match="fraction"):
        read_parameters(written(tmp_path, GOOD.replace("2/3", value)))


def test_outside_the_known_dates_there_is_no_value() -> None:
    with pytest.raises(ParameterError, match=r"surprise\.share: .* 2022-04-30"):
        parameter("surprise.share", date(2022, 4, 30))
    with pytest.raises(ParameterError, match="colour"):
        parameter("colour", date(2026, 1, 1))


def test_a_value_ends_with_its_last_day(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("to: null", "to: 2023-01-31"))
    ((dated,),) = read_parameters(path).values()
    assert dated.in_force.covers(date(2023, 1, 31))
    assert not dated.in_force.covers(date(2023, 2, 1))


def test_every_parameter_of_the_law_tells_its_source() -> None:
    for values in parameters().values():
        for dated in values:
            assert dated.in_force.reference
            assert dated.in_force.checked >= dated.in_force.first


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("  checked: 2026-11-21\nnotes", "notes", "in_force.checked"),
        ("  from: 2023-10-01\n", "", "in_force.from"),
        ("- key: status.district_ended\n  from", "- from", r"notes\[0\].key"),
        ('quote: "Cao Lộc, ngày', 'quote: "Cao Lộc, tháng', r"passages\[1\].entries\[0\].quote"),
        ("treatment: information", "treatment: guess", r"entries\[0\].treatment"),
        ("id: CL2023\n", "", "letter.id"),
        ('core: "làm thủ tục', 'core: "xét thủ tục', r"entries\[\d\].core"),
    ],
)
def test_a_letter_at_fault_is_refused(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert old in LETTER
    path = tmp_path / "cl2023.yaml"
    path.write_text(LETTER.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourceError, match=place):
        read_letter(path)


def test_broken_yaml_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not YAML"):
        read_yaml(written(tmp_path, "a: ["))
