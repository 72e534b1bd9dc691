"""The board, files and reminders in a real Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from flows.model import Reply
from rules.message import say
from tests.web.conftest import Site
from tests.web.demo_script import REMINDER
from tests.web.registers import PDF
from tests.web.test_browser import answer, assert_fits, tap

pytestmark = pytest.mark.browser


def open_board(page: Any, site: Site) -> None:
    site.seen.everybody = True
    page.reload()
    page.get_by_role("link", name="Bảng theo dõi").click()
    page.get_by_role("heading", name="Theo dõi báo cáo").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_board_fits_a_phone_and_a_thumb(phone: Any, site: Site, scheme: str) -> None:
    phone.emulate_media(color_scheme=scheme)
    open_board(phone, site)
    assert_fits(phone)
    for control in phone.locator("main button, main summary, nav a").all():
        assert control.bounding_box()["height"] >= 44


def test_one_tap_reminds_and_says_so_even_by_keyboard(desk: Any, site: Site) -> None:
    open_board(desk, site)
    button = desk.get_by_role("button", name="Nhắc 3 đơn vị chưa báo cáo")
    button.focus()
    desk.keyboard.press("Enter")
    desk.get_by_role("status").filter(has_text="Đã nhắc 3 đơn vị").wait_for()
    assert button.is_disabled()
    assert site.seen.nudged == [7]


def test_a_reminder_that_fails_is_said_and_can_be_tried_again(phone: Any, site: Site) -> None:
    open_board(phone, site)
    site.seen.failing = True
    button = phone.get_by_role("button", name="Nhắc 3 đơn vị chưa báo cáo")
    button.click()
    phone.get_by_text("Chưa lưu được").wait_for()
    site.seen.failing = False
    button.click()
    phone.get_by_text("Đã nhắc 3 đơn vị").wait_for()


def test_an_officer_sees_no_way_to_the_board(phone: Any, site: Site) -> None:
    assert not phone.locator("#board").is_visible()
    phone.goto(f"{site.url}board")
    phone.get_by_text("Bảng này dành cho người thẩm định").wait_for()
    phone.get_by_role("main").get_by_role("link", name="Trò chuyện").click()
    phone.get_by_role("button", name="Đề nghị khen đột xuất").wait_for()


def test_what_comes_of_itself_leaves_the_open_question_in_its_place(phone: Any, site: Site) -> None:
    tap(phone, "Đề nghị khen đột xuất")
    phone.get_by_role("button", name="Cứu người").wait_for()
    site.chat.put(site.chat.taken[0].sender, REMINDER)
    shown = phone.locator("#log").get_by_role("button", name="Đã trình")
    shown.wait_for()
    assert_fits(phone)
    assert phone.locator("#tray").get_by_role("button", name="Cứu người").is_enabled()
    shown.click()
    phone.locator("#log .own").filter(has_text="Đã trình").wait_for()
    assert site.chat.taken[-1].tap.choice == "g:sent:d12"  # type: ignore[union-attr]
    phone.reload()
    phone.locator("#log").get_by_role("button", name="Nhắc lại").wait_for()


def test_files_are_offered_only_with_a_report_and_each_says_how_it_went(
    phone: Any, site: Site, tmp_path: Path
) -> None:
    good, bad = tmp_path / "báo cáo.pdf", tmp_path / "phim.gif"
    good.write_bytes(b"%PDF-1.7 x")
    bad.write_bytes(b"GIF89a")
    attach = phone.get_by_role("button", name="Đính kèm tệp")
    assert not attach.is_visible()
    answer(phone, "báo cáo")
    attach.wait_for()
    with phone.expect_file_chooser() as chosen:
        attach.click()
    chosen.value.set_files([str(bad), str(good)])
    phone.locator("#log .own.failed").filter(has_text="Chỉ nhận PDF").wait_for()
    phone.get_by_text("Đã nhận báo cáo.pdf").wait_for()
    assert phone.locator("#log .own.waiting").count() == 0
    assert [one.files[0].name for one in site.chat.taken if one.files] == ["báo cáo.pdf"]
    assert_fits(phone)
    answer(phone, "/start")
    phone.get_by_role("button", name="Đề nghị khen đột xuất").wait_for()
    assert not attach.is_visible()


def test_a_file_handed_over_is_downloaded_under_its_name(phone: Any) -> None:
    answer(phone, "lịch")
    link = phone.get_by_role("link", name="Tải tệp: hạn của tôi.ics")
    link.wait_for()
    with phone.expect_download() as started:
        link.click()
    assert started.value.suggested_filename == "hạn của tôi.ics"
    assert Path(started.value.path()).read_text() == "BEGIN:VCALENDAR\n"


def test_a_mere_note_with_no_choice_is_no_reminder(phone: Any, site: Site) -> None:
    answer(phone, "báo cáo")
    phone.get_by_role("button", name="Xong").wait_for()
    site.chat.put(site.chat.taken[0].sender, Reply((say("web.file.kind"),)))
    phone.get_by_text("Chỉ nhận PDF").wait_for()
    assert phone.locator("#tray").get_by_role("button", name="Xong").is_enabled()
    assert phone.get_by_text(PDF.name).count() == 0
