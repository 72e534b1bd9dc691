"""People of the unit: invited by who may, in their own unit alone; devices; signing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.model import UnitRole
from flows.people_asked import Device, Mate
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer, member
from tests.inviting import CODES

PLAY = replace(CAO_LOC, is_demonstration=True)
JOINED = Mate(5, "Hoàng Thị Mai", frozenset({UnitRole.OFFICER}), joined=True)
WAITS = Mate(6, "Lý Văn Bình", frozenset({UnitRole.OFFICER}), joined=False)


def of(*roles: UnitRole, bot: str | None = None) -> Officer:
    officer = Officer(member(CAO_LOC, *roles), storage=MemoryStorage(), bot=bot)
    officer.storage.memory.registers.invited.mates[CAO_LOC.id] = (JOINED, WAITS)
    return officer


def names(officer: Officer) -> list[str]:
    return [one.name for one in officer.storage.memory.registers.invited.mates[CAO_LOC.id]]


def test_a_head_sees_who_is_there_and_who_has_not_come_yet() -> None:
    head = of(UnitRole.HEAD).say("/start").tap("Người trong đơn vị")
    assert "1. Hoàng Thị Mai · cán bộ\n2. Lý Văn Bình · cán bộ · chưa vào" in head.text
    assert "Mã mới cho Hoàng Thị Mai" not in head.text
    assert head.buttons == ["g:invite", "g:invite_again:6", "g:menu"]


def test_a_head_invites_an_officer_by_a_name_alone() -> None:
    head = of(UnitRole.HEAD, bot="KipThoiBot").say("mời đồng nghiệp", "  Nông   Văn Sáu ")
    (shown,) = head.screen
    assert "Mời Nông Văn Sáu" in head.text
    assert f"Mã: {CODES[0]}" in head.text
    assert f"http://page/#code={CODES[0]}" in head.text
    assert f"https://t.me/KipThoiBot?start={CODES[0]}" in head.text
    assert "10:00 thứ Bảy 28/11/2026" in head.text
    assert shown.file is not None
    assert shown.file.data.startswith(b"\x89PNG")
    assert names(head)[-1] == "Nông Văn Sáu"
    assert head.storage.memory.events == [("invited", {"do": "named"})]


def test_without_a_bot_s_name_the_page_alone_is_told() -> None:
    head = of(UnitRole.HEAD).say("/moi", "Nông Văn Sáu")
    assert "Telegram" not in head.text
    assert CODES[0] in head.text


def test_an_administrator_says_which_role() -> None:
    admin = of(UnitRole.ADMINISTRATOR).say("mời người mới", "Nông Văn Sáu")
    assert "Nông Văn Sáu làm gì trong đơn vị?" in admin.text
    assert "Nông Văn Sáu làm gì" in admin.say("gì cũng được").text
    assert "Nông Văn Sáu làm gì" in admin.press("g:help").text
    assert CODES[0] in admin.tap("người thẩm định").text
    (made,) = admin.storage.memory.registers.invited.mates[CAO_LOC.id][2:]
    assert made.roles == {UnitRole.REVIEWER}


@pytest.mark.parametrize(
    "said", ["Sáu", "12 34", "x" * 130 + " y", "Nông Văn A; DROP TABLE", "👍 👍"]
)
def test_what_is_no_full_name_is_asked_again(said: str) -> None:
    head = of(UnitRole.HEAD).say("/moi", said)
    assert "Tôi cần họ và tên đầy đủ" in head.text
    assert len(names(head)) == 2
    assert CODES[0] in head.say("Nông Văn Sáu").text


def test_a_photo_is_no_name_and_the_question_stands() -> None:
    head = of(UnitRole.HEAD).say("/moi").show("photo")
    assert "họ và tên" in head.text.lower()
    assert head.open == "text:team:name"
    assert "Họ và tên người được mời?" in head.press("g:help").text


def test_somebody_of_the_name_is_not_made_twice() -> None:
    head = of(UnitRole.HEAD).say("/moi", "hoàng thị MAI")
    assert "Đơn vị đã có người tên này" in head.text
    assert len(names(head)) == 2


def test_whoever_has_not_joined_gets_a_new_code_and_whoever_has_does_not() -> None:
    head = of(UnitRole.HEAD).say("người trong đơn vị")
    assert CODES[1] in head.tap("Mã mới cho Lý Văn Bình").text
    head.press("g:invite_again:5")
    assert "Không mời được" in head.text
    assert CODES[1] not in head.text
    head.press("g:invite_again:77")
    assert "Không mời được" in head.text
    assert "Người trong đơn vị: 2" in head.press("g:invite_again:x").text


def test_one_can_leave_it_and_a_word_too_many_changes_nothing() -> None:
    head = of(UnitRole.HEAD).say("/moi").tap("c:cancel")
    assert "Người trong đơn vị: 2" in head.text
    assert "Người trong đơn vị: 2" in head.say("quay lại").text
    assert "Người trong đơn vị: 2" in head.say("alo alo").text


@pytest.mark.parametrize("role", [UnitRole.OFFICER, UnitRole.REVIEWER])
def test_officers_and_reviewers_invite_nobody(role: UnitRole) -> None:
    officer = of(role)
    assert "Chỉ thủ trưởng hoặc quản trị" in officer.say("mời đồng nghiệp").text
    officer.press("g:invite_again:6")
    assert "Chỉ thủ trưởng hoặc quản trị" in officer.text
    assert len(names(officer)) == 2


def test_a_guest_is_told_how_to_join() -> None:
    assert "gõ mã một lần" in Officer(None, name="guest").say("mời đồng nghiệp").text.lower()


def test_the_demonstration_unit_invites_nobody_and_adds_no_device() -> None:
    demo = Officer(member(PLAY, UnitRole.HEAD))
    assert "Chỉ thủ trưởng" in demo.say("mời đồng nghiệp").text
    demo.press("g:devices").tap("Thêm thiết bị")
    assert "chỉ chạy trên máy này" in demo.text


def test_where_nothing_leads_here_no_code_is_told() -> None:
    head = of(UnitRole.HEAD)
    head.calendars = False
    assert "Không mời được" in head.say("/moi", "Nông Văn Sáu").text
    assert CODES[0] not in head.text


def test_one_s_devices_are_listed_and_another_one_can_be_ended() -> None:
    officer = of(UnitRole.OFFICER)
    until = date(2026, 12, 21)
    officer.storage.memory.registers.invited.devices += [
        Device(0, "web", until),
        Device(8, "telegram"),
        Device(9, "web", until),
    ]
    officer.say("thiết bị của tôi")
    assert "1. Trang web · đang dùng · giữ đăng nhập đến T2 21/12" in officer.text
    assert "2. Telegram\n3. Trang web · giữ đăng nhập đến T2 21/12" in officer.text
    ends = ["c:sign_out:0", "c:end_device:8", "c:end_device:9"]
    assert officer.buttons == ["c:add_device", *ends, "g:menu"]
    assert "Đã kết thúc" in officer.tap("Kết thúc 3").text
    left = officer.storage.memory.registers.invited.devices
    assert [one.id for one in left] == [0, 8]
    officer.press("c:end_device:9", officer.screen[-1].token)
    assert "không còn" in officer.text
    assert "Thiết bị của anh/chị: 2" in officer.say("alo alo").text


def test_a_device_is_added_by_a_code_of_one_s_own() -> None:
    officer = of(UnitRole.OFFICER).say("/thietbi").tap("Thêm thiết bị")
    assert f"http://page/#code={CODES[2]}" in officer.text
    assert officer.storage.memory.events == [("invited", {"do": "device"})]


def test_a_guest_s_devices_lead_to_signing_in() -> None:
    guest = Officer(None, name="guest").say("thiết bị của tôi")
    assert "Gõ mã một lần" in guest.tap("Đăng nhập bằng mã").text


def test_a_guest_has_a_code_sent_by_a_name_and_is_never_told_whether_there_is_one() -> None:
    guest = Officer(None, name="guest").say("đăng nhập")
    assert guest.open == "text:sign_in"
    names = ("Hoàng Thị Mai", "Lê Thị Thủ Trưởng")
    told = {guest.say(name).text for name in names}
    assert len(told) == 1
    assert "Nếu tên này đúng như trong danh sách" in told.pop()
    assert guest.storage.memory.registers.invited.signing == list(names)


@pytest.mark.parametrize("said", ["123", "…", "A " * 100])
def test_what_is_neither_code_nor_name_is_asked_again(said: str) -> None:
    guest = Officer(None, name="guest").say("đăng nhập", said)
    assert "Tôi cần mã 10 ký tự, hoặc họ và tên" in guest.text
    assert guest.storage.memory.registers.invited.signing == []


def test_a_code_typed_there_signs_in() -> None:
    guest = Officer(None, name="guest").say("đăng nhập")
    guest.storage.memory.codes["KH4P7WX2QA"] = member()
    assert "Chào Nông Văn Thử" in guest.say("KH4P7WX2QA").text


def test_a_case_told_there_is_a_case() -> None:
    guest = Officer(None, name="guest").say("đăng nhập")
    guest.say(
        "hôm qua 12 dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
    )
    assert guest.storage.memory.registers.invited.signing == []
    assert "12" in guest.text


def test_whoever_is_signed_in_is_told_so() -> None:
    assert "đã đăng nhập: Nông Văn Thử" in of(UnitRole.OFFICER).say("đăng nhập").text


def test_one_signs_out_of_the_browser_in_hand() -> None:
    officer = of(UnitRole.OFFICER)
    officer.storage.memory.registers.invited.devices += [Device(0, "web", date(2026, 12, 21))]
    assert "Đã đăng xuất" in officer.say("đăng xuất").tap("Đăng xuất khung này").text
    officer.say("thiết bị của tôi")
    officer.press("c:sign_out:77", officer.screen[-1].token)
    assert "không còn" in officer.text
    officer.say("thiết bị của tôi")
    officer.press("c:sign_out:x", officer.screen[-1].token)
    assert "Thiết bị của anh/chị: 1" in officer.text
