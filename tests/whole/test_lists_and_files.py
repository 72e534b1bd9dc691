"""On Telegram: nominees by a spreadsheet, a photo with the draft, and both in what is kept."""

from __future__ import annotations

from tests.telegram.emulator import TOKEN, telegram
from tests.whole.officers import TelegramOfficer
from tests.whole.running import free_port, running
from tests.whole.test_telegram import CHAT, invite

SHEET = "Họ và tên;Loại\nHoàng Văn Thái;cá nhân\n12/11/2026;\nTổ dân quân;tập thể\n".encode()


async def test_a_spreadsheet_and_a_photo_come_by_telegram(sqlite_url: str) -> None:
    code = invite(sqlite_url)
    async with telegram() as api:
        settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
        officer = TelegramOfficer(api, CHAT)
        with running(sqlite_url, KIPTHOI_PORT=str(free_port()), **settings):
            await officer.say(f"/start {code}")
            for said in ("khen đột xuất", "cứu người", "nhiều"):
                await officer.say(said)
            await api.send_file(CHAT, "ds.csv", SHEET)
            await officer.see("2 dòng đúng, 1 dòng chưa nhận")
            await officer.see("Ô A3: «12/11/2026»")
            await officer.tap("Giữ 2 dòng đúng")
            await officer.see("Tổ dân quân")
            for said in ("xong", "12/18", "trực tiếp", "hôm qua", "xem lại"):
                await officer.say(said)
            await officer.see("Còn thiếu giấy: Xác nhận thành tích")
            await officer.tap("Tệp kèm theo")
            await api.send_file(CHAT, "anh.jpg", b"MZ program")
            await officer.see("Không nhận anh.jpg")
            await api.send_file(CHAT, "p", b"\xff\xd8\xff\xe0 x", photo=True)
            await officer.see("Đây là giấy gì?")
            await officer.tap("Xác nhận thành tích")
            await officer.see("✓ Xác nhận thành tích: anh.jpg")
