"""What an officer says to a reminder: put off, come again, between these hours, to a colleague."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from re import Match
from typing import Final

from language.fold import Folded, fold_with_origins
from language.numbers import NUMBER, to_int
from language.phrases import Phrasebook, without_courtesy

_LONGEST: Final = 160
_LEAD: Final = (
    r"(?:(?:da|vang|thua|toi muon|em muon|cho toi|cho em|anh|chi|em|ban|oi|hay|xin|vui long"
    r"|lam on)[ ,]+)*"
)
_TRAIL: Final = r"(?:[ ,]+(?:a|nhe|nha|nhi|di|giup|giup toi|giup em|voi|em|anh|chi|ban))*[ .!]*"
_DAYLIKE: Final = re.compile(
    r"\d{1,2} ?[/.-] ?\d|\bngay \d|\bngay (?:mai|kia|mot)\b|\bmai\b|\bhom nay\b"
    r"|\bthu ?(?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bt[2-7]\b|\bchu nhat\b|\bcn\b"
    r"|\b(?:tuan|thang) (?:sau|toi|nay|\d)|\bnua\b|\bsau \w+ (?:gio|tieng|phut|ngay|tuan)\b"
    r"|^\w+ (?:gio|tieng|phut)$"
)
_MOMENTS: Final = Phrasebook.of(
    {
        "hour": (
            "1 giờ",
            "sau 1 giờ",
            "1 giờ nữa",
            "sau 1 giờ nữa",
            "một giờ nữa",
            "sau một giờ",
            "1 tiếng",
            "1 tiếng nữa",
            "một tiếng nữa",
            "sau 1 tiếng",
            "sau một tiếng",
            "1h nữa",
            "sau 1h",
            "60 phút nữa",
            "sau 60 phút",
            "in an hour",
            "in 1 hour",
        ),
        "afternoon": ("chiều nay", "chiều", "vào chiều nay", "đầu giờ chiều", "this afternoon"),
        "tomorrow": (
            "mai",
            "sáng mai",
            "ngày mai",
            "vào sáng mai",
            "sáng ngày mai",
            "để mai",
            "tomorrow",
            "tomorrow morning",
        ),
    }
)
LONGEST_WAIT: Final = timedelta(days=1)
_WAIT: Final = re.compile(
    rf"(?:sau|trong)(?: khoang)? (?P<n>{NUMBER}|nua) ?(?P<unit>gio|tieng|h|phut|p)"
    r"(?: dong ho)?(?: nua)?"
    rf"|(?P<m>{NUMBER}|nua) ?(?P<of>gio|tieng|h|phut|p)(?: dong ho)? nua"
    rf"|(?P<k>{NUMBER}|nua) ?(?P<at>tieng|phut)(?: dong ho)?"
)
_PAUSE: Final = re.compile(
    _LEAD + r"(?:tam )?(?:(?:dung|ngung|thoi|tat) nhac(?: nho| viec| toi| em)*"
    r"|stop reminding(?: me)?|pause)(?: (?:cho den|cho toi|den|toi|until|till) (?P<until>.+?)"
    r"|(?: trong)? (?P<span>\d{1,2} (?:ngay|tuan)))?" + _TRAIL
)
_STOP: Final = re.compile(
    _LEAD + r"(?:tam )?(?:dung|ngung)(?: lai)? (?:cho den|den|cho toi|toi) (?P<until>.+?)" + _TRAIL
)
_AGAIN: Final = re.compile(
    _LEAD
    + r"(?:nhac|remind)(?: toi| em| me)?(?: lai| again)?(?: toi| em)?(?: viec nay| ho so nay)?"
    r"(?: (?:vao|luc|on))? (?P<when>.+?)" + _TRAIL
)
_WHEN_AGAIN: Final = re.compile(
    _LEAD + r"(?P<when>.+?),? (?:thi |hay |moi )?nhac(?: toi| em)?(?: lai)?(?: toi| em)?" + _TRAIL
)
_HOURS: Final = re.compile(
    _LEAD + r"(?:(?:chi|doi|dat) )?(?:gio nhac|nhac(?: toi| em)?)(?: la| thanh| trong gio)? "
    r"(?P<hours>(?:tu )?\d.*? ?(?:-|den|toi) ?\d.*?)" + _TRAIL
)
_HAND: Final = re.compile(
    _LEAD + r"(?:chuyen|giao|ban giao)(?: viec nay| ho so nay)?(?: lai)?(?: cho)?"
    r" (?:dong nghiep|nguoi khac|can bo khac)(?: (?P<name>.+?))?" + _TRAIL
)
_HAND_TO: Final = re.compile(
    _LEAD + r"(?:chuyen|ban giao)(?: viec nay| ho so nay| bao cao nay)?(?: lai)? cho"
    r"(?: (?:anh|chi|em|dong chi|d/c|ong|ba|co|chu))? "
    r"(?P<name>(?!(?:so|phong|ubnd|ban|hoi|don vi|co quan|tinh|huyen|xa|cap|trung uong)\b)"
    r"[a-z]+(?: [a-z]+){0,4}?)" + _TRAIL
)
_DUTY: Final = re.compile(
    _LEAD + r"(?:giao|tao|yeu cau) (?:mot )?bao cao(?: moi)?(?: ?:)? (?P<rest>.+)"
)


def read_moment(text: str) -> str | None:
    """`hour`, `afternoon` or `tomorrow`, where the whole text says one of these."""
    return _MOMENTS.meaning(text)


def read_wait(text: str) -> timedelta | None:
    """How long to wait: `sau 2 giờ`, `30 phút nữa`, `nửa tiếng`; up to a day."""
    match = _WAIT.fullmatch(without_courtesy(text))
    if match is None:
        return None
    number = match["n"] or match["m"] or match["k"]
    unit = match["unit"] or match["of"] or match["at"]
    per = timedelta(minutes=1) if unit.startswith("p") else timedelta(hours=1)
    wait = per / 2 if number == "nua" else per * (to_int(number) or 0)
    return wait if timedelta() < wait <= LONGEST_WAIT else None


def read_reminding(text: str) -> str | None:
    """`pause:25/12`, `again:tomorrow`, `hours:8h-17h`, `hand:Mai`, `new_duty:…`, or None.

    After the colon stand the words as typed, which the flow reads and tells where it cannot.
    """
    if len(text) > _LONGEST:
        return None
    folded = fold_with_origins(text)
    for command, form in _FORMS:
        match = form.fullmatch(folded.text)
        found = None if match is None else _READERS[command](folded, match)
        if found is not None:
            return f"{command}:{found}" if found else command
    return None


def _pause(folded: Folded, match: Match[str]) -> str | None:
    if match.re is _STOP and not _DAYLIKE.search(match["until"]):
        return None
    if "span" in match.re.groupindex and match["span"]:
        return f"{match['span']} nữa"
    return _piece(folded, match, "until")


def _again(folded: Folded, match: Match[str]) -> str | None:
    when = _piece(folded, match, "when")
    moment = read_moment(when)
    return moment or (when if _DAYLIKE.search(match["when"]) else None)


def _piece(folded: Folded, match: Match[str], group: str) -> str:
    """The words as typed; empty where there are none."""
    return folded.piece(*match.span(group)) if match[group] else ""


_FORMS: Final = (
    ("pause", _PAUSE),
    ("pause", _STOP),
    ("hours", _HOURS),
    ("again", _AGAIN),
    ("again", _WHEN_AGAIN),
    ("hand", _HAND),
    ("hand", _HAND_TO),
    ("new_duty", _DUTY),
)
_READERS: Final[Mapping[str, Callable[[Folded, Match[str]], str | None]]] = {
    "pause": _pause,
    "again": _again,
    "hours": lambda folded, match: _piece(folded, match, "hours"),
    "hand": lambda folded, match: _piece(folded, match, "name"),
    "new_duty": lambda folded, match: _piece(folded, match, "rest"),
}
