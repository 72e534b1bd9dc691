"""Files of a returned proposal: the reviewer flags a paper, and its files alone are opened."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flows.attached import files_of, flaggable, told
from flows.model import Draft
from flows.proposals.course import Course, Flag, State, allows, is_mended, reopened
from flows.reminding import File
from flows.wire import file_to_json
from locales import catalog
from tests.flows.officer import Officer
from tests.flows.sent import Office

SCAN = File("web", "a" * 64, "xac-nhan.pdf", size=9, media="application/pdf")
PHOTO = File("web", "b" * 64, "anh.jpg", size=9, media="image/jpeg")
BETTER = File("web", "c" * 64, "xac-nhan-2.pdf", size=9, media="application/pdf")
CONFIRMATION, RECOGNITION, PHOTOS = (
    f"note.files.{paper}" for paper in ("confirmation", "recognition", "photos")
)
SENT: dict[str, Any] = {
    CONFIRMATION: [file_to_json(SCAN)],
    PHOTOS: [file_to_json(PHOTO)],
    "recognition": "dated",
    "recognized_on": "2026-11-19",
}


def returned(*labels: str, words: str = "Bản chụp mờ") -> tuple[Office, Officer, Officer]:
    """Returned for these; sent with a confirmation and a photo, and without the recognition."""
    office = Office()
    officer, head, reviewer = office.officer(), office.head(), office.reviewer()
    office.draft(**SENT)
    officer.press("g:submit:1").tap("c:send")
    head.press("g:agree:1")
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ", "Trả lại để bổ sung")
    for label in labels:
        if label not in reviewer.labels:
            reviewer.tap("c:others")
        reviewer.tap(label)
    reviewer.tap("Xong")
    reviewer.say(words) if words else reviewer.tap("Không ghi gì thêm")
    assert office.proposal().state is State.RETURNED
    return office, officer, reviewer


def send(officer: Officer, *files: File) -> Officer:
    return officer.send(attachment="file", files=files)


def names(office: Office) -> dict[str, list[str]]:
    found = files_of(office.stored())
    return {paper: [one.name for one in files] for paper, files in found.items()}


def test_the_reviewer_sees_the_papers_and_which_is_missing() -> None:
    office, _, reviewer = returned("giấy tờ «Ảnh»")
    reviewer.press("g:proposal:1").tap("Xem các câu trả lời")
    assert "✓ Xác nhận thành tích: xac-nhan.pdf" in reviewer.text
    assert "Còn thiếu giấy: Văn bản công nhận thành tích" in reviewer.text
    draft = Draft("surprise", office.proposal().snapshot.answers)
    assert flaggable(draft) == (RECOGNITION, CONFIRMATION, PHOTOS, "note.files.other")


def test_a_file_flagged_is_opened_alone_and_sent_again() -> None:
    office, officer, reviewer = returned("giấy tờ «Xác nhận thành tích»")
    assert names(office) == {"confirmation": ["xac-nhan.pdf"], "photos": ["anh.jpg"]}
    officer.press("g:proposal:1").tap("Bổ sung 1 mục")
    assert "trả lại để sửa tệp của: Xác nhận thành tích" in officer.text
    assert "Người xét: «Bản chụp mờ»" in officer.text
    assert "c:take_off:confirmation:0" in officer.buttons
    assert "c:take_off:photos:0" not in officer.buttons
    assert not {"g:mend:1", "g:submit:1"} & set(officer.buttons), "it is mended here, or not yet"
    officer.press("g:submit:1")
    assert "Trước khi gửi cần có: giấy tờ «Xác nhận thành tích»" in officer.text

    officer.press("g:attachments:1").tap("c:take_off:confirmation:0", "c:taken_off:confirmation:0")
    send(officer, BETTER)
    assert officer.buttons == ["a:confirmation", "c:cancel"]
    officer.tap("Xác nhận thành tích").tap("Gửi lại")

    assert office.proposal().state is State.RESUBMITTED
    assert names(office) == {"confirmation": ["xac-nhan-2.pdf"], "photos": ["anh.jpg"]}
    assert office.proposal().snapshot.answers[CONFIRMATION] == [file_to_json(BETTER)]
    reviewer.press("g:proposal:1").tap("Xem các câu trả lời")
    assert "Xác nhận thành tích: xac-nhan-2.pdf (trước đây: xac-nhan.pdf)" in reviewer.text


def test_what_was_not_flagged_stays_closed() -> None:
    office, officer, _ = returned("giấy tờ «Xác nhận thành tích»")
    officer.press("g:attachments:1").press("c:take_off:photos:0", officer.screen[-1].token)
    assert "chỉ các mục bị trả lại" in officer.text
    send(officer, BETTER).press("a:photos", officer.screen[-1].token)
    assert "chọn một nút" in officer.text
    assert names(office)["photos"] == ["anh.jpg"]
    officer.press("g:attached:1:photos:0")
    assert officer.screen[-1].file is not None, "it is still looked at"


def test_a_missing_paper_is_asked_for_and_given() -> None:
    label = "còn thiếu giấy «Văn bản công nhận thành tích»"
    office, officer, reviewer = returned(label, words="")
    reviewer.press("g:proposal:1").tap("Xem các câu trả lời")
    assert "Còn thiếu giấy: Văn bản công nhận thành tích" in reviewer.text
    assert "✓ Văn bản công nhận" not in reviewer.text
    officer.press("g:mend:1")
    assert "Người xét: " not in officer.text
    assert "sửa tệp của: Văn bản công nhận thành tích" in officer.text
    send(officer, BETTER).tap("Văn bản công nhận thành tích").tap("Gửi lại")
    assert office.proposal().state is State.RESUBMITTED
    assert names(office)["recognition"] == ["xac-nhan-2.pdf"]


def test_another_paper_may_be_asked_for_in_words() -> None:
    label = "giấy tờ khác (nêu rõ trong lời nhắn)"
    office, officer, _ = returned(label, words="Kèm bản tường trình của thôn")
    officer.press("g:mend:1")
    assert "«Kèm bản tường trình của thôn»" in officer.text
    send(officer, BETTER).tap("Giấy tờ khác").tap("Gửi lại")
    assert names(office)["other"] == ["xac-nhan-2.pdf"]


def test_an_answer_and_a_file_are_both_mended_before_it_goes_again() -> None:
    office, officer, _ = returned("giấy tờ «Ảnh»", "tổng số người của mọi lực lượng")
    officer.press("g:proposal:1").tap("Bổ sung 2 mục")
    assert officer.open == "forces_total"
    officer.press("g:attachments:1").tap("c:take_off:photos:0", "c:taken_off:photos:0")
    assert "Bổ sung 1 mục" in officer.labels
    officer.tap("Bổ sung 1 mục").say("17")
    assert "Chưa gửi lại được" not in officer.text
    assert "g:attachments:1" in officer.buttons
    officer.tap("Gửi lại")
    assert office.proposal().state is State.RESUBMITTED
    assert names(office) == {"confirmation": ["xac-nhan.pdf"]}


def test_where_an_answer_is_mended_first_the_files_are_led_to() -> None:
    office, officer, _ = returned("giấy tờ «Ảnh»", "tổng số người của mọi lực lượng")
    officer.press("g:mend:1").say("17")
    assert "Gửi lại" not in officer.labels
    assert "Xem lại trước khi gửi lại" in officer.text
    assert "Xem lại trước khi lưu" not in officer.text
    assert "Chưa gửi lại được, còn phải bổ sung: giấy tờ «Ảnh»" in officer.text
    officer.tap("Tệp kèm theo")
    send(officer, BETTER).tap("Ảnh")
    assert "Gửi lại" in officer.labels
    assert names(office)["photos"] == ["anh.jpg", "xac-nhan-2.pdf"]


def test_sent_again_all_is_closed() -> None:
    office, officer, _ = returned("giấy tờ «Ảnh»")
    officer.press("g:attachments:1").tap("c:take_off:photos:0", "c:taken_off:photos:0").tap(
        "Gửi lại"
    )
    assert "không đổi được nữa" in officer.press("g:attachments:1").text
    assert "không đổi được nữa" in send(officer, PHOTO).text
    assert "photos" not in names(office)


RETURNED = Course(State.RETURNED, (Flag(CONFIRMATION, "", [1]), Flag(RECOGNITION)))


@pytest.mark.parametrize(
    ("after", "may"),
    [
        ({CONFIRMATION: [2], PHOTOS: [3]}, True),
        ({PHOTOS: [3]}, True),
        ({CONFIRMATION: [1], PHOTOS: [3], RECOGNITION: [4]}, True),
        ({CONFIRMATION: [1]}, False),
        ({CONFIRMATION: [1], PHOTOS: [3, 4]}, False),
        ({CONFIRMATION: [1], PHOTOS: [3], "note.files.other": [4]}, False),
    ],
    ids=["changed", "taken off", "given", "another taken off", "another added", "another given"],
)
def test_of_what_was_returned_the_flagged_files_alone_may_change(
    after: dict[str, Any], *, may: bool
) -> None:
    assert allows(RETURNED, {CONFIRMATION: [1], PHOTOS: [3]}, after) is may


def test_flagged_files_stay_until_they_are_mended() -> None:
    kept = {CONFIRMATION: [1], "forces_total": 18, "submitted_on": "2026-11-20"}
    course = replace(RETURNED, flags=(*RETURNED.flags, Flag("forces_total", "", 18)))
    assert reopened(course, kept) == {CONFIRMATION: [1], "forces_total": None}
    flag = Flag(CONFIRMATION, "", [1])
    assert [is_mended(flag, one) for one in ({CONFIRMATION: [1]}, {CONFIRMATION: [2]}, {})] == [
        False,
        True,
        True,
    ]
    assert not is_mended(Flag(RECOGNITION), {})


def test_a_paper_without_files_now_is_told_with_what_it_had() -> None:
    lines = told(Draft("surprise", {}), {PHOTOS: [file_to_json(PHOTO)], "forces_total": 3})
    assert catalog.text(next(iter(lines))) == "✓ Ảnh: không có tệp (trước đây: anh.jpg)"
