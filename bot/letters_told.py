"""What a question to the letters is answered with, as `kipthoi ask` prints it."""

from __future__ import annotations

from collections.abc import Iterable

from language.questions import Answer
from language.questions.answering import sentence_of
from rules.citations import clause


def cited(found: Answer) -> list[dict[str, str]]:
    """Each clause of the answer, the best first, as `{"letter", "clause", "quote"}`."""
    return cited_by(hit.clause.id for hit in found.hits)


def cited_by(clause_ids: Iterable[str]) -> list[dict[str, str]]:
    """The same of any clauses; the quotation is the whole sentence, word for word."""
    found = [clause(name) for name in clause_ids]
    return [{"letter": one.letter, "clause": one.id, "quote": sentence_of(one)} for one in found]
