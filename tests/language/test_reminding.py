"""What is said to a reminder is heard in officers' words, and nothing else is taken for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from language.commands import read_command
from language.fold import clean_lines, fold
from language.limits import read_after, read_hours, read_last_valid, read_until
from language.reminding import read_moment, read_reminding, read_wait

SAID = {
    "hạn của tôi": "deadlines",
    "/han": "deadlines",
    "báo cáo": "tasks",
    "/baocao": "tasks",
    "báo cáo đã giao": "duties",
    "giao báo cáo": "new_duty",
    "đã trình": "sent",
    "nhắc lại từ bây giờ": "remind",
    "giờ nhắc": "hours",
    "lịch hạn": "feed",
    "nhắc lại sau": "again",
    "nhắc lại…": "again",
    "nhắc lại sau 1 giờ": "again:hour",
    "1 tiếng nữa nhắc tôi": "again:hour",
    "mai nhắc lại": "again:tomorrow",
    "sáng mai nhắc tôi nhé": "again:tomorrow",
    "chiều nay nhắc lại": "again:afternoon",
    "nhắc lại chiều nay ạ": "again:afternoon",
    "nhắc lại ngày 25/12": "again:ngày 25/12",
    "thứ hai nhắc lại": "again:thứ hai",
    "nhắc lại t2": "again:t2",
    "nhắc lại sau 2 giờ": "again:sau 2 giờ",
    "dừng nhắc": "pause",
    "tạm dừng nhắc": "pause",
    "dừng nhắc đến 25/12": "pause:25/12",
    "dừng đến ngày 25/12": "pause:ngày 25/12",
    "dạ cho em dừng nhắc đến thứ hai ạ": "pause:thứ hai",
    "dừng nhắc đến hết ngày 25 tháng 12 năm 2026": "pause:hết ngày 25 tháng 12 năm 2026",
    "giờ nhắc 8h-17h": "hours:8h-17h",
    "nhắc tôi từ 8h đến 17h": "hours:từ 8h đến 17h",
    "chuyển cho đồng nghiệp": "hand",
    "chuyển cho đồng nghiệp Mai": "hand:Mai",
    "chuyển cho Hoàng Thị Mai": "hand:Hoàng Thị Mai",
    "chuyển việc này cho anh Bình nhé": "hand:Bình",
    "nhắc lại sau 3 ngày": "again:sau 3 ngày",
    "nhắc lại sau hai tiếng": "again:sau hai tiếng",
    "giao báo cáo kết quả rà soát trước ngày 20/12": "new_duty:kết quả rà soát trước ngày 20/12",
}


@pytest.mark.parametrize(("text", "command"), SAID.items())
def test_it_is_heard(text: str, command: str) -> None:
    assert read_command(text) == command


@pytest.mark.parametrize(("text", "command"), SAID.items())
def test_it_is_heard_without_marks(text: str, command: str) -> None:
    heard = read_command(fold(text))
    assert heard is not None
    assert fold(heard) == fold(command)


@pytest.mark.parametrize(
    "text",
    [
        "nhắc lại câu hỏi",
        "nhắc tôi khi đã bổ sung",
        "dừng đến khi nào",
        "dừng xe cứu người",
        "hôm qua",
        "12",
        "báo cáo kết quả",
        "chuyển hồ sơ lên tỉnh",
        "chuyển cho Sở Nội vụ",
        "chuyển cho đơn vị khác xử lý",
        "nhắc lại " + "x" * 200 + " 25/12",
    ],
)
def test_nothing_else_is_taken_for_it(text: str) -> None:
    assert read_reminding(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [("1 giờ nữa", "hour"), ("chieu nay", "afternoon"), ("mai", "tomorrow"), ("25/12", None)],
)
def test_a_moment_is_one_of_three(text: str, moment: str | None) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("sau 2 giờ", 120),
        ("hai tiếng nữa", 120),
        ("sau 30 phút", 30),
        ("nửa tiếng nữa ạ", 30),
        ("sau nửa giờ", 30),
        ("3h nữa", 180),
        ("45 phút", 45),
        ("sau 24 giờ", 1440),
        ("sau 25 giờ", None),
        ("sau 0 giờ", None),
        ("3 giờ", None),
        ("sau 3 ngày", None),
        ("ba giờ chiều", None),
    ],
)
def test_how_long_to_wait_is_read(text: str, minutes: int | None) -> None:
    assert read_wait(text) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "day"),
    [("sau 3 ngày", "3 ngày nữa"), ("sau hai tuần nữa", "hai tuần nữa"), ("25/12", "25/12")],
)
def test_after_some_days_is_a_day_to_come(text: str, day: str) -> None:
    assert read_after(text) == day


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8h-17h", (480, 1020)),
        ("8:00 – 17:30", (480, 1050)),
        ("từ 7 giờ sáng đến 5 giờ chiều", (420, 1020)),
        ("7 giờ rưỡi đến 17h", (450, 1020)),
        ("8h đến 12h trưa", (480, 720)),
        ("0h-24h", (0, 1440)),
        ("17h-8h", (1020, 480)),
        ("8h đến 25h", None),
        ("8h75 đến 9h", None),
        ("8h", None),
    ],
)
def test_two_times_of_day_are_read(text: str, hours: tuple[int, int] | None) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi kết quả rà soát trước ngày 20/10/2023", ("gửi kết quả rà soát", "20/10/2023", True)),
        ("trước 20/10", ("", "20/10", True)),
        ("chậm nhất là thứ sáu", ("", "thứ sáu", False)),
        ("báo cáo quý III (hạn 30/9)", ("báo cáo quý III", "30/9", False)),
        ("hạn nộp: 19/10", ("", "19/10", False)),
        ("đến hết ngày 19/10", ("", "19/10", False)),
        ("hạnh phúc 20/10", None),
        ("20/10", None),
    ],
)
def test_before_a_day_and_on_it_are_told_apart(
    text: str, found: tuple[str, str, bool] | None
) -> None:
    assert read_last_valid(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("hết ngày 25/12", ("25/12", True)), ("đến hết tuần này", ("tuần này", True))],
)
def test_a_day_with_its_end_is_told(text: str, found: tuple[str, bool]) -> None:
    assert read_until(text) == found
    assert read_until("25/12") == ("25/12", False)


def test_lines_are_cleaned_one_by_one() -> None:
    assert clean_lines(" một \u200b\n\n  hai  ba\r\n") == "một\nhai ba"
