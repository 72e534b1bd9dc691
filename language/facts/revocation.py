"""Facts of a past award: whose, decided when and for what time, and what came after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from language.facts.heard import Heard
from language.facts.level import read_level
from language.facts.names import names
from language.facts.passage import Passage
from language.facts.revocation_days import read_days
from language.facts.revocation_handling import read_handling
from language.marked import cue

_BODY: Final = cue(
    r"tập thể(?: (?!này|đó|ấy|không|thì|bị|được)\w+){1,6}"
    r"|(?:^|(?<=[.] ))(?:trường|trạm|phòng|ban|hội|đoàn|ubnd|đội|chi bộ|công ty)(?: \w+){1,6}"
    r"(?= (?:được|nhận|có (?:\w+ )?(?:giấy khen|bằng khen|danh hiệu|gk|bk|huân chương|quyết định)))"
)
_BODY_ENDS: Final = cue(r"được|có|nhận|bị|đã|thì|năm|là|\(")
_SOMEBODY: Final = cue(
    r"(?:một|1|có một|có 1|có) (?:đồng chí|đ/c|đc|cá nhân|cán bộ|công chức|viên chức|giáo viên|anh"
    r"|chị|người|trường hợp)"
)
FROM_LEVEL: Final = frozenset({"unit_in_cao_loc"})


def read_revocation(passage: Passage, today: date) -> Iterator[Heard]:
    """Every fact of the award reviewed that the message tells."""
    yield from (one for one in read_level(passage) if one.path in FROM_LEVEL)
    holder = [*_holder(passage)]
    yield from holder
    collective = any(one.value == "collective" for one in holder)
    yield from read_handling(passage, collective=collective)
    yield from read_days(passage, today)


def _holder(passage: Passage) -> Iterator[Heard]:
    """Who holds the award: a body that was given it, else the first person named."""
    body = _BODY.search(passage.text)
    persons = names(passage)
    person = next(iter(persons), None)
    if body is not None and (person is None or body.start() < person.span[0]):
        told = tuple(m.span() for m in _BODY.finditer(passage.text))
        yield Heard("nominees[0].type", "collective", told)
        yield Heard("nominees[0].name", passage.piece(_named(body.span(), passage)), (body.span(),))
    elif person is not None:
        yield Heard("nominees[0].type", "individual", tuple(one.span for one in persons))
        yield Heard("nominees[0].name", passage.piece(person.span), (person.span,))
    elif somebody := _SOMEBODY.search(passage.text):
        yield Heard("nominees[0].type", "individual", (somebody.span(),))


def _named(span: tuple[int, int], passage: Passage) -> tuple[int, int]:
    """The body without what is told of it behind its name."""
    end = _BODY_ENDS.search(passage.text, span[0], span[1])
    return span[0], end.start() - 1 if end else span[1]
