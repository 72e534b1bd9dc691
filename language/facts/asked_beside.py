"""A question to the letters that a message asks beside the case it tells."""

from __future__ import annotations

from typing import Final

from language.facts.passage import Span, read_passage
from language.marked import cue
from language.questions import answer
from language.questions.leaning import Sort, lean

_LONGEST: Final = 2000
_FEWEST: Final = 6
"""Words of a question that can be answered alone."""
_BESIDE: Final = cue(
    r"(?:còn|ngoài ra|bên cạnh đó|thêm nữa|tiện thể|tiện đây|với lại|nhân tiện)(?:,| là)?"
    r"(?: \w+){0,3}? hỏi(?: thêm)?|(?:cho|xin) (?:\w+ )?hỏi thêm|hỏi thêm"
)
_EDGES: Final = " ,.;:-"


def asked_beside(text: str) -> tuple[str, str | None]:
    """The text without it, and its words, which the letters answer; None where there is none."""
    passage = read_passage(text) if len(text) <= _LONGEST else None
    begins = _BESIDE.search(passage.text) if passage is not None else None
    if passage is None or begins is None or not begins.start():
        return text, None
    asked = passage.piece(Span(begins.end(), len(passage.text))).strip(_EDGES)
    if len(asked.split()) < _FEWEST or lean(asked).sort is not Sort.QUESTION:
        return text, None
    told = passage.piece(Span(0, begins.start())).strip(_EDGES)
    return (text, None) if answer(asked).is_outside else (told, asked)
