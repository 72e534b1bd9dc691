"""The papers of a dossier, read back and held against the decree's layout and one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from documents.agreement import disagreements
from documents.blocks import (
    BLOCKS,
    BODY,
    HEADED,
    NUMBERED,
    Block,
    is_day,
    is_number,
    is_title,
    title_of,
)
from documents.papers import Paper
from documents.reading import Line, ReadPaper, Unreadable, read_paper
from rules.message import Message, say

FONT: Final = "Times New Roman"
PAGE: Final = (210, 297)
MARGINS: Final = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
MARK: Final = "DỰ THẢO"
_TABLE: Final = (11.0, 14.0)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which file; None: between files."""

    file: str | None
    message: Message


def check(files: Mapping[str, bytes], *, decided: bool = False) -> tuple[Fault, ...]:
    """Every fault of a dossier's papers; none where all is well. The index is no paper."""
    found: list[Fault] = []
    read: dict[str, tuple[Paper, ReadPaper]] = {}
    for name, content in files.items():
        try:
            paper = read_paper(content)
        except Unreadable:
            found.append(Fault(name, say("paper.fault.unreadable")))
            continue
        kind = kind_of(paper)
        if kind is not None:
            read[name] = kind, paper
        faults = _layout(paper, kind, decided=decided)
        found += [Fault(name, message) for message in faults]
    return (*found, *(Fault(None, message) for message in disagreements(read)))


def check_layout(content: bytes) -> Iterator[Message]:
    """What is wrong with the looks of one paper."""
    try:
        paper = read_paper(content)
    except Unreadable:
        yield say("paper.fault.unreadable")
        return
    yield from _layout(paper, kind_of(paper), decided=False)


def kind_of(paper: ReadPaper) -> Paper | None:
    """Which paper it is, by its title; reports of both kinds are one."""
    return next((title_of(line) for line in paper.lines if is_title(line)), None)


def _layout(paper: ReadPaper, kind: Paper | None, *, decided: bool) -> Iterator[Message]:
    yield from _page(paper)
    yield from _looks(paper)
    if kind is None:
        yield say("paper.fault.title")
        return
    for block in BLOCKS:
        if kind in block.of:
            yield from _block(paper, block)
    is_draft = not decided or kind is Paper.DECISION  # the decision itself is made elsewhere
    yield from _mark(paper, decided=not is_draft)
    if is_draft:
        yield from _left_blank(paper, kind)


def _page(paper: ReadPaper) -> Iterator[Message]:
    if paper.page != PAGE:
        yield say("paper.fault.page", width=paper.page[0], height=paper.page[1])
    for (side, (least, most)), found in zip(MARGINS.items(), paper.margins, strict=True):
        if not least <= found <= most:
            told = say(f"paper.side.{side}")
            yield say("paper.fault.margin", side=told, found=found, least=least, most=most)
    if not paper.numbers_pages:
        yield say("paper.fault.page_number")
    elif not paper.hides_first_number:
        yield say("paper.fault.first_number")


def _looks(paper: ReadPaper) -> Iterator[Message]:
    blocks = [block for block in BLOCKS if block.name != "end"]
    for line in paper.lines:
        if line.fonts - {FONT}:
            font = ", ".join(sorted(line.fonts - {FONT})) or "?"
            yield say("paper.fault.font", place=_place(line), found=font, wanted=FONT)
        least, most = _TABLE if line.row else BODY
        is_block = any(block.is_it(line) for block in blocks)
        if not is_block and any(not least <= size <= most for size in line.sizes):
            yield _size(line, least, most)
        if not unicodedata.is_normalized("NFC", line.text):
            yield say("paper.fault.marks", place=_place(line))


def _block(paper: ReadPaper, block: Block) -> Iterator[Message]:
    told = say(f"paper.block.{block.name}")
    line = next((line for line in paper.lines if block.is_it(line)), None)
    if line is None:
        yield say("paper.fault.block", block=told)
        return
    least, most = block.sizes
    if any(not least <= size <= most for size in line.sizes):
        yield _size(line, least, most)
    if block.bold is not None and line.is_bold is not block.bold:
        key = "paper.fault.bold" if block.bold else "paper.fault.not_bold"
        yield say(key, block=told)
    if block.italic is not None and line.is_italic is not block.italic:
        key = "paper.fault.italic" if block.italic else "paper.fault.not_italic"
        yield say(key, block=told)


def _mark(paper: ReadPaper, *, decided: bool) -> Iterator[Message]:
    marked = MARK in paper.first_header and MARK in paper.header
    unmarked = MARK not in paper.first_header and MARK not in paper.header
    if not decided and not marked:
        yield say("paper.fault.no_mark")
    if decided and not unmarked:
        yield say("paper.fault.mark")


def _left_blank(paper: ReadPaper, kind: Paper) -> Iterator[Message]:
    """Number and day are given once it is signed; a draft never has them.

    Only the first of each is the paper's own: what officers tell may begin with either.
    """
    for fault, of, is_it in (("numbered", NUMBERED, is_number), ("dated", HEADED, is_day)):
        line = next((line for line in paper.lines if is_it(line)), None) if kind in of else None
        if line is not None and re.search(r"\d", _blank_part(line.text, is_day=is_it is is_day)):
            yield say(f"paper.fault.{fault}", place=_place(line))


def _blank_part(text: str, *, is_day: bool) -> str:
    """What must hold no digit: behind the place's name, which may have one."""
    return text.rpartition(", ngày")[2] if is_day else text.partition("/")[0]


def _size(line: Line, least: float, most: float) -> Message:
    found = ", ".join(f"{size:g}" for size in sorted(line.sizes))
    wanted = f"{least:g}" if least == most else f"{least:g}-{most:g}"
    return say("paper.fault.size", place=_place(line), found=found, wanted=wanted)


def _place(line: Line) -> Message:
    if line.row is None:
        return say("paper.place", number=line.place)
    return say("paper.place.row", table=line.row[0], row=line.row[1])
