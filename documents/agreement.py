"""What the papers of one dossier must say alike: how many are proposed, and their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from documents.minutes import vote_faults
from documents.papers import Paper
from documents.reading import ReadPaper
from documents.words import number_in_words
from language.fold import clean
from rules.message import Message, say

KINDS: Final = {"tập thể": "TẬP THỂ", "hộ gia đình": "HỘ GIA ĐÌNH", "cá nhân": "CÁ NHÂN"}
_COUNT: Final = re.compile(r"(\d+) \(([^()]+)\) (tập thể|hộ gia đình|cá nhân)")
_NOMINATED: Final = re.compile(rf"\bcho (?:{_COUNT.pattern}(?:, | và )?)+")
_REPORTS: Final = re.compile(r"- (\d+) báo cáo thành tích")
_LABELS: Final = {
    "Họ và tên:": "cá nhân",
    "Tên tập thể:": "tập thể",
    "Tên hộ gia đình:": "hộ gia đình",
}

Read = Mapping[str, tuple[Paper, ReadPaper]]


def disagreements(read: Read) -> Iterator[Message]:
    """Where tờ trình, danh sách, reports, minutes and the draft of the decision differ."""
    papers = {kind: [p for k, p in read.values() if k is kind] for kind in Paper}
    if not papers[Paper.SUBMISSION] or not papers[Paper.LIST]:
        yield say("paper.fault.incomplete")
        return
    submission, nominated = papers[Paper.SUBMISSION][0], papers[Paper.LIST][0]
    reports = papers[Paper.PERSON]
    yield from _counts(submission, nominated, reports)
    yield from _names(submission, nominated, reports)
    for kind in (Paper.MINUTES, Paper.DECISION) if _named(nominated) else ():
        told = say(f"paper.name.{kind}")
        for paper in papers[kind]:
            if _named(paper) != _named(nominated):
                yield say("paper.fault.names", one=told, names=_odd(paper, nominated))
            yield from _counted_alike(paper, told, nominated)
    for minutes in papers[Paper.MINUTES]:
        yield from vote_faults(minutes)


def _counts(
    submission: ReadPaper, nominated: ReadPaper, reports: list[ReadPaper]
) -> Iterator[Message]:
    said, rows = _counted(submission), _rows(nominated)
    made = Counter(kind for report in reports for kind in _kinds(report))
    for kind in KINDS:
        counts = said[kind], rows[kind], made[kind]
        if len(set(counts)) > 1:
            told = say(f"paper.kind.{list(KINDS).index(kind)}")
            yield say(
                "paper.fault.counts", kind=told, said=counts[0], rows=counts[1], made=counts[2]
            )
    yield from _in_words(submission)
    for line in submission.lines:
        stated = _REPORTS.match(line.text)
        if stated and int(stated[1]) != len(reports):
            yield say("paper.fault.reports", said=int(stated[1]), made=len(reports))


def _counted_alike(paper: ReadPaper, told: Message, nominated: ReadPaper) -> Iterator[Message]:
    """The numbers of another paper against the rows of the list."""
    said, rows = _counted(paper), _rows(nominated)
    for number, kind in enumerate(KINDS):
        if said[kind] != rows[kind]:
            of = say(f"paper.kind.{number}")
            yield say("paper.fault.said", one=told, kind=of, said=said[kind], rows=rows[kind])
    yield from _in_words(paper)


def _in_words(paper: ReadPaper) -> Iterator[Message]:
    """Counts whose figures and words differ."""
    for line in paper.lines:
        for digits, words, _ in _COUNT.findall(line.text):
            if number_in_words(int(digits)) != words:
                yield say("paper.fault.words", digits=digits, words=words)


def _counted(paper: ReadPaper) -> Counter[str]:
    """What the first sentence says that counts those it is for; a deed may count others."""
    of_nominees = (_NOMINATED.search(line.text) for line in paper.lines)
    said = next((found[0] for found in of_nominees if found), "")
    return Counter({kind: int(digits) for digits, _, kind in _COUNT.findall(said)})


def _rows(nominated: ReadPaper) -> Counter[str]:
    groups = {words: kind for kind, words in KINDS.items()}
    counted: Counter[str] = Counter()
    kind = ""
    for line in nominated.lines:
        is_group = line.row and line.is_bold and line.is_centred and not line.names
        kind = groups.get(clean(line.text), kind) if is_group else kind
        if line.row:
            counted[kind] += len(line.names)
    return counted


def _kinds(report: ReadPaper) -> Iterator[str]:
    for line in report.lines:
        for label, kind in _LABELS.items():
            if line.names and line.text.startswith(label):
                yield kind


def _names(
    submission: ReadPaper, nominated: ReadPaper, reports: list[ReadPaper]
) -> Iterator[Message]:
    listed = _named(nominated)
    if not listed:
        yield say("paper.fault.no_names")
        return
    if _named(submission) != listed:
        odd = _odd(submission, nominated)
        yield say("paper.fault.names", one=say("paper.name.submission"), names=odd)
    reported = Counter(name for report in reports for name in _reported(report))
    if reported != listed:
        odd = ", ".join(sorted((reported - listed) + (listed - reported)))
        yield say("paper.fault.names", one=say("paper.name.reports"), names=odd)


def _reported(report: ReadPaper) -> tuple[str, ...]:
    """A report names its one nominee in the line that says of whom it is."""
    named = (line.names for line in report.lines if line.text.startswith(tuple(_LABELS)))
    return tuple(clean(name) for names in named for name in names)


def _named(paper: ReadPaper) -> Counter[str]:
    return Counter(clean(name) for line in paper.lines for name in line.names)


def _odd(paper: ReadPaper, nominated: ReadPaper) -> str:
    one, other = _named(paper), _named(nominated)
    return ", ".join(sorted((one - other) + (other - one)))
