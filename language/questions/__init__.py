"""Questions to the letters: which clause answers, or that none does."""

from __future__ import annotations

from language.questions.answering import Answer, Hit, answer
from language.questions.leaning import Leaning, Sort, ends_asking, is_question, lean
from language.questions.own import Found, Piece, Shelf

__all__ = [
    "Answer",
    "Found",
    "Hit",
    "Leaning",
    "Piece",
    "Shelf",
    "Sort",
    "answer",
    "ends_asking",
    "is_question",
    "lean",
]
