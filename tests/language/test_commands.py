"""Commands: heard when they are the whole message, in officers' words, and never inside one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.commands import SLASHES, WORDS, read_command
from language.fold import fold

SAID = {
    "quay lại": "back",
    "Lùi": "back",
    "hoàn tác": "undo",
    "bỏ thay đổi": "undo",
    "/menu": "menu",
    "/start": "menu",
    "thực đơn": "menu",
    "/help@kipthoi_bot": "help",
    "trợ giúp": "help",
    "Chưa biết ạ": "unknown",
    "chưa rõ": "unknown",
    "để sau nhé": "unknown",
    "bỏ qua": "unknown",
    "Vì sao hỏi?": "why",
    "tại sao": "why",
    "hồ sơ của tôi": "drafts",
    "/hoso": "drafts",
    "lưu để sau": "save",
    "xem lại": "review",
    "English": "language",
    "tiếng Việt": "language",
    "/dotxuat": "surprise",
    "khen đột xuất": "surprise",
    "/chuyende": "thematic",
    "khen chuyên đề": "thematic",
    "/kiemtra": "check",
    "hỏi thử": "check",
    "hủy": "cancel",
    "thôi": "cancel",
    "xong.": "done",
    "hỏi tiếp": "continue",
    "tiếp tục đi": "continue",
    "xem nguyên văn": "cite",
    "căn cứ?": "cite",
    "dạ em muốn quay lại ạ": "back",
    "/start ABC-123": "start:ABC-123",
    "/start@kipthoi_bot XYZ": "start:XYZ",
}


@pytest.mark.parametrize(("text", "command"), SAID.items())
def test_a_command_is_heard(text: str, command: str) -> None:
    assert read_command(text) == command


@pytest.mark.parametrize("command", sorted(WORDS))
def test_every_phrase_is_heard_with_and_without_marks(command: str) -> None:
    for phrase in WORDS[command]:
        assert read_command(phrase.capitalize()) == command
        assert read_command(fold(phrase)) == command, phrase


@pytest.mark.parametrize("name", sorted(SLASHES))
def test_every_slash_is_heard(name: str) -> None:
    assert read_command(f"/{name}") == SLASHES[name]


@pytest.mark.parametrize(
    "text",
    [
        "có",
        "không",
        "anh Huy quay lại cứu người",
        "huỳ",
        "lưu vực sông Kỳ Cùng",
        "xong việc thì báo",
        "/",
        "/khongco",
        "/start mã có dấu",
        "12",
        "",
        "quay lại " * 600,
    ],
)
def test_an_answer_is_no_command(text: str) -> None:
    assert read_command(text) is None


@given(st.text(max_size=200))
def test_any_text_is_a_known_command_or_none(text: str) -> None:
    command = read_command(text)
    known = {*WORDS, *SLASHES.values()}
    assert command is None or command in known or command.startswith("start:")


def test_a_long_text_is_no_command() -> None:
    for piece in ("a", "quay lại ", "dạ ", "/start "):
        assert read_command((piece * 5000)[:5000]) is None, piece
