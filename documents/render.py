"""From a dossier to its Word files and the list of what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from documents import contexts
from documents.blanks import Blank, Blanks
from documents.common import Context
from documents.decision import decision
from documents.dossier import Dossier
from documents.minutes import minutes
from documents.papers import Paper, Sheet, sheets
from documents.template import template_of
from flows.papers.facts import MOST_NOMINEES


class TooManyNominees(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """More are proposed than papers are made for at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as a Word file."""

    sheet: Sheet
    content: bytes


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a dossier, and the values that nobody has said."""

    made: tuple[Made, ...]
    missing: tuple[Blank, ...]


def make(dossier: Dossier, folder: Path | None = None) -> Papers:
    """Every paper; `folder` may hold an office's own templates.

    Raises TooManyNominees, TemplateBroken.
    """
    if len(dossier.nominees) > MOST_NOMINEES:
        raise TooManyNominees(len(dossier.nominees))
    blanks = Blanks()
    # each template is read once for all papers made of it
    ready = cache(partial(template_of, folder=folder))
    made = tuple(
        Made(sheet, ready(sheet.paper).fill(context_of(sheet, dossier, blanks)))
        for sheet in sheets(dossier)
    )
    return Papers(made, tuple(blanks.found))


def submission(dossier: Dossier, folder: Path | None = None) -> bytes:
    """The tờ trình alone, as `make` makes it. Raises TooManyNominees, TemplateBroken."""
    if len(dossier.nominees) > MOST_NOMINEES:
        raise TooManyNominees(len(dossier.nominees))
    context = contexts.submission(dossier, Blanks())
    return template_of(Paper.SUBMISSION, folder).fill(context)


def context_of(sheet: Sheet, dossier: Dossier, blanks: Blanks) -> Context:
    """The placeholders of a paper with their values."""
    if sheet.nominee is not None:
        return contexts.report(dossier, blanks, sheet.nominee)
    if sheet.paper is Paper.LIST:
        return contexts.nomination_list(dossier, blanks)
    if sheet.paper is Paper.MINUTES:
        return minutes(dossier, blanks, contexts.rows(dossier, blanks))
    if sheet.paper is Paper.DECISION:
        return decision(dossier, blanks, contexts.rows(dossier, blanks))
    return contexts.submission(dossier, blanks)
