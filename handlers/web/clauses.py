"""The letters of rules/ as the page opens them: a clause marked in its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.web.ports import ClauseText, Clock, NoSuchClause, Words
from locales import catalog
from rules.citations import UnknownClause, open_clause


@dataclass(frozen=True, slots=True)
class LetterClauses:
    """A ClauseSource over both letters; the clock says what has become of them by today."""

    clock: Clock
    words: Words = catalog.text

    def open(self, clause_id: str, /, *, language: str) -> ClauseText:
        """The clause in its context. Raises NoSuchClause."""
        try:
            found = open_clause(clause_id)
        except UnknownClause:
            raise NoSuchClause(clause_id) from None
        status = found.letter.status(self.clock.today())
        return ClauseText(
            label=self.words(found.clause.citation, language),
            place=self.words(found.clause.place, language),
            letter=self.words(found.letter.title, language),
            quote=found.clause.quote,
            paragraph=found.clause.text,
            before=(found.before,) if found.before else (),
            behind=(found.after,) if found.after else (),
            notes=(self.words(status, language),) if status else (),
        )
