"""Dossiers to make papers of: one to begin from, and as many by chance as wanted."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from documents.dossier import AwardKind, Council, Dossier, Nominee, NomineeKind, Office, Target

NAMES = (
    "Hoàng Văn Thái",
    "bà Nông Thị Lan",
    "Đồng chí Lý Ích Thuỷ",
    "Nguyễn & Trần <con>",
    "{{ ten }} {% if %}",
    "{_{ 100% }_} \\n ../../x",
    "Thôn Bản Liếp",
    "Dân quân xã Đồng Đăng",
    "Tổ 5 (khối 2), phường Kỳ Lừa",
    "Ðặng Thị 'Ngọc' \"Ánh\"",
    "=HYPERLINK(1)",
    "Vi Văn Ư\u031b",
)
SENTENCES = (
    "Nhảy xuống suối, đưa được hai cháu vào bờ",
    "Vận động nhân dân hiến đất; góp công làm đường.",
    "Dòng một\nDòng hai & <b>ba</b>\n\nDòng {{ bốn }}",
    "Trung đội căng dây qua suối, " * 30,
)
OFFICE = Office("UBND xã Đồng Đăng", None, "Đồng Đăng", "Nguyễn Văn Bình", "Chủ tịch")


def surprise(*nominees: Nominee) -> Dossier:
    """Two persons and a collective, nothing missing."""
    deed = "Nhảy xuống suối, đưa được hai cháu vào bờ."
    usual = (
        Nominee(
            NomineeKind.INDIVIDUAL,
            "Hoàng Văn Thái",
            1988,
            "Trưởng thôn",
            deed=deed,
            ground="brave_rescue",
        ),
        Nominee(
            NomineeKind.INDIVIDUAL,
            "bà Nông Thị Lan",
            1992,
            "Nông dân",
            deed=deed,
            ground="brave_rescue",
        ),
        Nominee(
            NomineeKind.COLLECTIVE,
            "Dân quân xã",
            profile="28 người.",
            deed=deed,
            ground="outside_duty",
            participants=12,
        ),
    )
    return Dossier(
        AwardKind.SURPRISE,
        nominees or usual,
        OFFICE,
        award_form="bang_khen",
        award_level="province",
        receiving_office="Sở Nội vụ tỉnh Lạng Sơn",
        is_bound=True,
        subject="cứu 02 cháu bé bị đuối nước",
        circumstances="Khoảng 14 giờ, nước suối dâng nhanh.",
        place="suối Nà Lầm",
        result="Cứu sống hai cháu bé.",
        achieved_on=date(2026, 11, 12),
        forces_total=18,
    )


def by_chance(seed: int) -> Dossier:
    """A valid dossier of either kind, with anything missing, by the seed alone."""
    chance = Random(seed)
    kind = chance.choice(list(AwardKind))
    nominees = tuple(_nominee(chance) for _ in range(chance.randint(1, 6)))
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(320))

    def some(value: str) -> str | None:
        return value if chance.random() < 0.8 else None

    return Dossier(
        kind,
        nominees,
        OFFICE if chance.random() < 0.8 else Office(some("Sở Nội vụ & <Ban>"), "UBND tỉnh"),
        award_form=chance.choice(("giay_khen", "bang_khen", "title", "other", None)),
        award_level=chance.choice(("province", "commune", "unit", None)),
        authority=some("Chủ tịch UBND xã Đồng Đăng"),
        receiving_office=some("Sở Nội vụ tỉnh Lạng Sơn"),
        is_bound=chance.random() < 0.7,
        decided=False,
        subject=some(chance.choice(SENTENCES)),
        circumstances=some(chance.choice(SENTENCES)),
        place=some("suối Nà Lầm, ngày 12 tháng 11 năm 2026"),
        result=some(chance.choice(SENTENCES)),
        achieved_on=chance.choice((day, "tháng 11/2026", None)),
        forces_total=chance.choice((18, None)),
        recognition=some("Giấy xác nhận số 15/GXN ngày 13/11/2026"),
        directive=some("Công văn số 12/UBND ngày 01/10/2026"),
        plan=some("Kế hoạch số 12/KH-UBND ngày 05/01/2026"),
        guidance=some("Hướng dẫn số 3/HD-UBND"),
        period=chance.choice(((day, day + timedelta(days=90)), (None, day), (None, None))),
        outstanding_reason=some("Tiêu biểu trong toàn tỉnh"),
        council=chance.choice((None, Council(), Council((7, 9), some("Thống nhất & đề nghị.")))),
        attachments=tuple(some(name) or "Ảnh" for name in ("Ảnh 1.jpg", "Giấy.pdf")),
    )


def _nominee(chance: Random) -> Nominee:
    def some(value: str) -> str | None:
        return value if chance.random() < 0.8 else None

    return Nominee(
        chance.choice(list(NomineeKind)),
        some(chance.choice(NAMES)),
        chance.choice((1960, 1999, None)),
        some("Trưởng thôn Nà Lầm, xã Đồng Đăng."),
        some(chance.choice(SENTENCES)),
        some(chance.choice(SENTENCES)),
        chance.choice(("brave_rescue", "outside_duty", "combat", None)),
        chance.choice((12, None)),
        tuple(Target(some("Làm 5 km đường"), some("6 km")) for _ in range(chance.randrange(4))),
        some(chance.choice(SENTENCES)),
        some("Giấy khen của Chủ tịch UBND xã năm 2024"),
        chance.choice(((7, 7), (5, 6), None)),
    )
