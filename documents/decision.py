"""The draft of the decision: the issuing office's heading, as far as its head's title tells it."""

from __future__ import annotations

from typing import Any, Final

from documents import common
from documents.blanks import DOTS, Blank, Blanks
from documents.common import Context
from documents.dossier import Dossier
from documents.phrases import phrase
from documents.words import inline

_POSTS: Final = (
    "Phó Chủ tịch",
    "Chủ tịch",
    "Phó Tổng Giám đốc",
    "Tổng Giám đốc",
    "Phó Giám đốc",
    "Giám đốc",
    "Phó Hiệu trưởng",
    "Hiệu trưởng",
    "Bộ trưởng",
    "Thủ trưởng",
)
PLACE: Final = "…" * 5
"""Short, so that the day stays on the same line."""
_OF_THE_STATE: Final = {"thủ tướng chính phủ": "Thủ tướng", "chủ tịch nước": "Chủ tịch nước"}
"""Whose decisions bear their own name at the top, and not that of a body."""


def decision(dossier: Dossier, blanks: Blanks, rows: list[dict[str, Any]]) -> Context:
    """Of the dự thảo quyết định: a draft always, since the decision itself is made elsewhere.

    What only the issuing office knows is dotted, and nobody of the unit is asked for it.
    """
    head, award = common.head(dossier, blanks), common.award(dossier, blanks)
    title, body = post_and_body(common.authority(dossier))
    issuer = common.at_top(body or DOTS)
    own = bool(body) and issuer == head["co_quan"]
    return {
        **head,
        **award,
        "du_thao": True,
        "co_quan_chu_quan": head["co_quan_chu_quan"] if own else "",
        "co_quan": issuer,
        "dia_danh": head["dia_danh"] if own else PLACE,
        "tham_quyen": common.in_full(award["nguoi_quyet_dinh"]).upper(),
        "chuc_vu_quyet_dinh": (title or DOTS).upper(),
        "doi_tuong": common.who_are(dossier.nominees),
        "can_cu": [inline(one) for one in _bases(dossier, blanks)],
        "so_luong": common.how_many(dossier.nominees),
        "danh_sach": rows,
    }


def _bases(dossier: Dossier, blanks: Blanks) -> list[str]:
    """The Law, a place for the issuing office's own grounds, and what the unit has on paper."""
    found = [f"Căn cứ {phrase('bases.law')}", phrase("bases.amended"), phrase("bases.issuer")]
    if dossier.kind == "thematic":
        found.append(f"Căn cứ {blanks.text(dossier.plan, Blank('plan'))}")
        found.append(f"Căn cứ {blanks.text(dossier.guidance, Blank('guidance'))}")
    documents = (dossier.directive, dossier.recognition)
    return [*found, *(f"Căn cứ {one}" for one in documents if one)]


def post_and_body(authority: str | None) -> tuple[str, str]:
    """("Giám đốc", "Sở Y tế") of Giám đốc Sở Y tế; a body alone has no post; ("", "") of None."""
    said = inline(authority or "")
    if said.lower() in _OF_THE_STATE:
        return _OF_THE_STATE[said.lower()], said
    for post in _POSTS:
        if said.lower().startswith(f"{post.lower()} "):
            return post, said[len(post) :].strip()
    return "", said
