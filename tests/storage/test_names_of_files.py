"""A name in the names of files, in captions and in what was proposed; and files nobody has read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from flows import asking
from flows.model import Draft
from flows.proposals.course import Flag
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from flows.reminding import File
from flows.wire import file_to_json
from storage.mentions import Attached
from storage.names import Name
from tests.storage.office import Office
from tests.storage.parts import incoming, rows
from tests.storage.proposing import SNAPSHOT, draft_of, take
from tests.storage.test_privacy import everything

MARK = "[đã xóa]"
HANH = Name("Nông Thị Hạnh", MARK)
PHOTOS = "note.files.photos"


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("Nông Thị Hạnh.pdf", f"{MARK}.pdf"),
        ("nong-thi-hanh.JPG", f"{MARK}.JPG"),
        ("anh_NONG_THI_HANH_2.png", f"anh_{MARK}_2.png"),
        ("NôngThịHạnh.docx", f"{MARK}.docx"),
        ("Ảnh - bà Nông.Thị.Hạnh và Nong Thi Hanh.heic", f"Ảnh - bà {MARK} và {MARK}.heic"),
        ("N\u00f4ng Thi\u0323 Ha\u0323nh.xlsx", f"{MARK}.xlsx"),
        ("nong-thi-hanhh.jpg", "nong-thi-hanhh.jpg"),
        ("anong-thi-hanh.jpg", "anong-thi-hanh.jpg"),
        ("nong-thi.jpg", "nong-thi.jpg"),
        ("nong thi hanh", "nong thi hanh"),
    ],
)
def test_in_the_name_of_a_file_a_name_stands_with_any_separator(name: str, without: str) -> None:
    assert HANH.out_of(name) == without
    assert HANH.told_in(name) == ([name] if name != without else [])


def file(name: str, channel: str = "web", reference: str = "a" * 64) -> File:
    return File(channel, reference, name)


def with_files(office: Office) -> int:
    """A draft sent and returned that tells of the person in names of files alone, and in words."""
    files = {
        PHOTOS: [
            file_to_json(file("nong-thi-hanh.jpg")),
            file_to_json(file("anh.jpg", "telegram", "photo:x")),
        ]
    }
    draft = draft_of(office, **files)
    snapshot = replace(SNAPSHOT, answers={**SNAPSHOT.answers, **files})
    for who, step in (("an", Step.SEND), ("head", Step.CONFIRM)):
        take(office, who, step, draft, snapshot=snapshot)
    take(office, "reviewer", Step.TAKE, draft)
    flags = (Flag(PHOTOS), Flag("forces_total", f"Hỏi lại bà {HANH.name}"))
    words = Details(flags, words=f"Ảnh của bà {HANH.name} mờ")
    take(office, "reviewer", Step.RETURN, draft, details=words)
    return draft


def send_with_caption(office: Office) -> None:
    with office.storage.turn() as turn:
        came = incoming("caption", channel="telegram", sender="an", said=f"Bà {HANH.name}")
        talk = turn.begin(replace(came, attachment="photo", files=(file("hanh-nong.jpg"),)))
        assert talk is not None
        turn.save(talk, state={}, draft=None, replies=(), events=())


def test_captions_names_of_files_and_texts_of_proposals_lose_the_name(office: Office) -> None:
    with_files(office)
    send_with_caption(office)
    erased = office.storage.privacy.erase_name(HANH, dry=False)
    assert {"drafts", "proposals", "proposal_steps", "inbox", "reminders"} <= set(erased.rows)
    left = everything(office.storage)
    assert HANH.name not in left
    assert "nong-thi-hanh" not in left
    ((answers,),) = rows(office.storage, "SELECT answers FROM drafts")
    kept = json.loads(answers)[PHOTOS]
    assert [one["name"] for one in kept] == [f"{MARK}.jpg", "anh.jpg"]
    assert kept[0]["reference"] == "a" * 64, "the file itself is another matter"


def test_files_that_nobody_reads_are_named_beforehand(office: Office) -> None:
    draft = with_files(office)
    office.keep("an", Draft("surprise", {PHOTOS: [file_to_json(file("khac.jpg"))]}))
    tried = office.storage.privacy.erase_name(HANH, dry=True)
    assert set(tried.files) == {
        Attached(draft, "nong-thi-hanh.jpg", "web", "a" * 64),
        Attached(draft, "anh.jpg", "telegram", "photo:x"),
    }
    _, files = office.storage.privacy.mentions(HANH)
    assert set(files) == set(tried.files)


def test_of_a_report_that_names_the_person_its_files_are_named_too(office: Office) -> None:
    office.give()
    told = asking.ReportTask(office.task().id, f"Bà {HANH.name}", (file("bao-cao.pdf"),))
    office.ask("an", told)
    tried = office.storage.privacy.erase_name(HANH, dry=True)
    assert tried.files == (Attached(None, "bao-cao.pdf", "web", "a" * 64),)


def test_what_is_chosen_and_what_is_left_are_counted_apart(office: Office) -> None:
    drafts = [
        office.keep("an", Draft("surprise", {"nominees[0].name": HANH.name})).id for _ in range(3)
    ]
    chosen = [drafts[0] or 0, drafts[2] or 0]
    erased = office.storage.privacy.erase_name(HANH, drafts=chosen, dry=False)
    assert (erased.rows, erased.left) == ({"drafts": 2}, {"drafts": 1})
