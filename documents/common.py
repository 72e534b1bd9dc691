"""What every paper of a dossier prints alike: who proposes, which award, for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from documents.blanks import DOTS, Blank, Blanks
from documents.dossier import Dossier, Nominee, NomineeKind
from documents.phrases import phrase, phrase_or_none
from documents.words import counted, day_in_words, split_honorific, without_kind
from language.fold import clean

Context: TypeAlias = Mapping[str, Any]
"""Placeholders and their values: strings, flags, lists of strings, lists of rows."""

NO_BREAK: Final = "\u00a0"
LONGEST_TOGETHER: Final = 24
ORDER = (NomineeKind.COLLECTIVE, NomineeKind.HOUSEHOLD, NomineeKind.INDIVIDUAL)
"""Collectives stand before persons in every paper."""


def head(dossier: Dossier, blanks: Blanks) -> dict[str, Any]:
    """The block at the top of each paper, and the draft mark."""
    office = dossier.office
    return {
        "du_thao": not dossier.decided,
        "co_quan_chu_quan": at_top(clean(office.parent or "")),
        "co_quan": at_top(blanks.text(office.name, Blank("office_name"))),
        "ten_co_quan": blanks.text(office.name, Blank("office_name")),
        "dia_danh": blanks.text(office.place, Blank("office_place")),
        "chuyen_de": dossier.kind == "thematic",
    }


def in_full(office: str) -> str:
    """At the top of a paper the name of a body is not shortened."""
    return office.replace("UBND", phrase("committee"))


def at_top(office: str) -> str:
    """A body in capitals, its place on one line: ỦY BAN NHÂN DÂN, and below it XÃ CAO LÂU."""
    said = in_full(office).upper()
    committee = f"{phrase('committee').upper()} "
    if not said.startswith(committee):
        return said
    return committee + together(said.removeprefix(committee))


def together(text: str) -> str:
    """A short name that is not broken over two lines."""
    return text.replace(" ", NO_BREAK) if len(text) <= LONGEST_TOGETHER else text


def award(dossier: Dossier, blanks: Blanks) -> dict[str, Any]:
    """The form asked for, who grants it, and the merit it is for."""
    form = phrase_or_none(f"form.{dossier.award_form}")
    subject = blanks.text(dossier.subject, Blank("subject"))
    merit = phrase(f"merit.{dossier.kind}", subject=subject)
    return {
        "hinh_thuc": blanks.text(form, Blank("award_form")),
        "nguoi_quyet_dinh": blanks.text(authority(dossier), Blank("authority")),
        "thanh_tich": merit,
    }


def authority(dossier: Dossier) -> str | None:
    """Who decides: as said, else by the level where the level alone tells."""
    return dossier.authority or phrase_or_none(f"authority.{dossier.award_level}")


def signer(dossier: Dossier, blanks: Blanks) -> dict[str, Any]:
    """Whoever signs: the title may be of several lines, parted by "/"."""
    title = blanks.text(dossier.office.head_title, Blank("head_title"))
    return {
        "chuc_vu_ky": [line for part in title.split("/") if (line := part.strip().upper())],
        "nguoi_ky": blanks.text(dossier.office.head_name, Blank("head_name")),
    }


def numbered(dossier: Dossier) -> list[tuple[int, Nominee]]:
    """The nominees with their places, in the order papers name them."""
    places = list(enumerate(dossier.nominees))
    return [(place, one) for kind in ORDER for place, one in places if one.kind is kind]


def named(nominee: Nominee, place: int, blanks: Blanks) -> tuple[str, str]:
    """How papers call a nominee: the honorific and the name."""
    honorific, name = split_honorific(clean(nominee.name or ""))
    if nominee.kind is not NomineeKind.INDIVIDUAL:
        honorific, name = "", without_kind(clean(nominee.name or ""))
    elif not honorific:
        honorific = phrase("somebody")
    return honorific, blanks.text(name, Blank("name", place))


def of(nominee: Nominee, about: str, *, place: int) -> Blank:
    """A nominee's missing value."""
    return Blank(about, place, clean(nominee.name) if nominee.name else None)


def how_many(nominees: Sequence[Nominee]) -> str:
    """01 (một) tập thể và 02 (hai) cá nhân."""
    counts = {kind: sum(one.kind is kind for one in nominees) for kind in ORDER}
    said = [f"{counted(n)} {phrase(f'kind.{kind}')}" for kind, n in counts.items() if n]
    return " và ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def who_are(nominees: Sequence[Nominee]) -> str:
    """tập thể, cá nhân: the kinds that are proposed."""
    kinds = [phrase(f"kind.{k}") for k in ORDER if any(one.kind is k for one in nominees)]
    return ", ".join(kinds) or DOTS


def day_of(dossier: Dossier, blanks: Blanks) -> str:
    """The day of the deed, as exactly as it is known."""
    day = dossier.achieved_on
    said = day if day is None or isinstance(day, str) else day_in_words(day)
    return blanks.text(said, Blank("achieved_on"))
