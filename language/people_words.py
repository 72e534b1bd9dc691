"""What officers type about people: who is of the unit, invitations, devices, signing in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OF_PEOPLE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "team": (
            "người trong đơn vị",
            "những người trong đơn vị",
            "danh sách người dùng",
            "our people",
        ),
        "invite": (
            "mời đồng nghiệp",
            "mời người mới",
            "mời cán bộ",
            "tạo mã mời",
            "mã mời",
            "invite a colleague",
        ),
        "devices": (
            "thiết bị của tôi",
            "thêm thiết bị",
            "các thiết bị",
            "đăng xuất",
            "my devices",
            "sign out",
        ),
        "sign_in": ("đăng nhập", "nhập mã", "đăng nhập web", "sign in", "log in"),
        "attachments": (
            "tệp kèm theo",
            "giấy tờ kèm theo",
            "còn thiếu giấy gì",
            "hồ sơ còn thiếu giấy gì",
            "attachments",
        ),
    }
)
