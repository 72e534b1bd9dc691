"""Files go through a turn as values: heard with their report, kept whole on the wire."""

from __future__ import annotations

import pytest

from flows.hearing import hear
from flows.model import Download, Expects, Incoming, Reply
from flows.reminding import File
from flows.wire import reply_from_json, reply_to_json
from rules.message import say

PDF = File("web", "ab" * 32, "báo cáo.pdf", size=1200, media="application/pdf")
BARE = File("telegram", "BQAC", "photo.jpg")


@pytest.mark.parametrize(
    "file",
    [
        Download("han.ics", "text/calendar", text="BEGIN:VCALENDAR\r\n"),
        Download("báo cáo.pdf", "application/pdf", kept=PDF),
        Download("photo.jpg", "image/jpeg", kept=BARE),
    ],
)
def test_a_reply_keeps_its_file_on_the_wire(file: Download) -> None:
    reply = Reply((say("any"),), expects=Expects.FILES, file=file)
    assert reply_from_json(reply_to_json(reply)) == reply


def test_files_are_heard_with_the_words_beside_them() -> None:
    said = hear(Incoming("web", "s", "1", text="Đã rà soát", attachment="file", files=(PDF,)))
    assert (said.text, said.files, said.attachment) == ("Đã rà soát", (PDF,), None)


def test_files_are_heard_without_any_word() -> None:
    said = hear(Incoming("telegram", "s", "1", attachment="photo", files=(BARE,)))
    assert (said.text, said.files, said.attachment) == (None, (BARE,), "photo")
