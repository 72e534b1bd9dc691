"""Where a draft stands: which question is open, or which card is due."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import attached, mending, sheet
from flows.desk import Desk
from flows.dossier import dossier_paths
from flows.judging import deciding, judge, next_path
from flows.model import Draft
from flows.paths import of_nominee
from rules.verdict import Assessment, Verdict

OPENING = {
    "surprise": ("nominees[*].ground", "who"),
    "thematic": ("occasion", "award_level", "who"),
}
"""What is asked before the rules can say what they need: of what kind, and for whom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A question (`path`) or a card, with the assessment it rests on."""

    name: str
    assessment: Assessment
    path: str | None = None


def find_spot(desk: Desk) -> Spot:
    """The same answers always lead to the same spot: state is the answers."""
    assessment = judge(desk)
    if desk.at.editing:
        return _asking(desk.at.editing, assessment)
    if desk.at.many:
        return _asking("who", assessment)
    if desk.at.fixing:
        return Spot("fix", assessment)
    if desk.at.stage == "review":
        return Spot("review", assessment)
    if desk.at.stage == mending.MEND:
        path = mending.first_flagged(desk.draft) or next_path(desk.draft, open_paths(assessment))
    elif desk.at.stage == "dossier" and assessment.verdict is not Verdict.NOT_ELIGIBLE:
        path = next_path(desk.draft, dossier_paths(desk.draft, assessment))
    else:
        return _eligibility(desk, assessment)
    return _asking(path, assessment) if path else Spot("review", assessment)


def _eligibility(desk: Desk, assessment: Assessment) -> Spot:
    if assessment.verdict is Verdict.NOT_ELIGIBLE and not desk.at.go_on:
        return Spot("card", assessment)
    opening = opening_paths(desk)
    if opening:
        return _asking(opening[0], assessment)
    wanted = next_path(desk.draft, open_paths(assessment))
    if wanted is None or (is_amber(assessment) and not desk.at.go_on):
        return Spot("card", assessment)
    return _asking(wanted, assessment)


def where_left(desk: Desk) -> Desk:
    """A draft whose dossier was begun is opened at its review, from where it is sent."""
    spot = find_spot(desk)
    lost = spot.assessment.verdict is Verdict.NOT_ELIGIBLE
    if spot.name != "card" or lost or not _dossier_begun(desk.draft, spot.assessment):
        return desk
    return replace(desk, at=replace(desk.at, stage="review", floor=len(desk.draft.past)))


def _dossier_begun(draft: Draft, assessment: Assessment) -> bool:
    """Whether what only a dossier has is there: its form, a file, or all that it asks for."""
    asked = "award_form" in draft.answers or attached.count_of(draft) > 0
    return asked or not dossier_paths(draft, assessment)


def opening_paths(desk: Desk) -> tuple[str, ...]:
    """What of the opening is not answered yet, in its order."""
    opening = (_unanswered(desk, path) for path in OPENING.get(desk.draft.kind, ()))
    return tuple(path for path in opening if path is not None)


def _unanswered(desk: Desk, path: str) -> str | None:
    """The path to ask: of all alike, or of the one alone for whom it is not known yet."""
    own = sheet.own_answers(desk.draft)
    if path == "who":
        return None if own else path
    if path in desk.draft.answers:
        return None
    fact = path.partition(".")[2]
    lacking = [place for place, nominee in enumerate(own) if fact not in nominee]
    if not fact or len(lacking) == len(own):
        return path
    return of_nominee(lacking[0], fact) if lacking else None


def open_paths(assessment: Assessment) -> tuple[str, ...]:
    """The missing paths that more than advice waits for, most decisive first."""
    wanted = deciding(assessment)
    return tuple(path for path in assessment.missing if path in wanted)


def is_amber(assessment: Assessment) -> bool:
    """Something is not there yet and can still be mended."""
    return any(finding.curable is True and finding.decides for finding in assessment.findings)


def _asking(path: str, assessment: Assessment) -> Spot:
    return Spot(f"ask:{path}", assessment, path)
