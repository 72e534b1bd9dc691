"""Facts of a thematic award: the occasion, the movement's papers, numbers and the ceremony."""

from __future__ import annotations

from typing import Final

from rules.facts import Fact, Kind, choice, day, integer, some_of, text, yes_no

ONLY: Final = ("thematic",)
BOTH_KINDS_OF_CASE: Final = ("thematic", "revocation")
STEPS: Final = ("done", "planned", "not_yet", "refused")
DEEDS: Final = ("done", "not_yet", "refused")
COVERED: Final = (
    *("plan", "launch", "final_review", "guidance", "guidance_parts", "plan_parts"),
    *("report_in_theme", "report_compares_targets", "report_names_solutions", "council_review"),
    *("home_affairs_criteria", "home_affairs_quantity", "joint_guidance"),
    *("provincial_review_plan", "provincial_plan_has_awards"),
)
"""What `others_met` may cover."""

FACTS: Final = (
    choice(
        "occasion",
        11,
        "movement",
        "anniversary",
        "programme_review",
        "legal_review",
        "conference",
        "forum",
        "other",
        kinds=ONLY,
    ),
    yes_no("multi_sector", 15, kinds=ONLY),
    yes_no("province_wide", 16, kinds=ONLY),
    choice("directive", 18, "none", "promised", "oral", "written", kinds=ONLY),
    choice("directive_issuer", 19, "district", "province", "ministry", "other", kinds=ONLY),
    text("directive_doc", 82, kinds=ONLY),
    yes_no("outstanding", 25, kinds=ONLY),
    text("outstanding_reason", 81, kinds=ONLY),
    choice("final_review", 40, *STEPS, kinds=ONLY),
    choice("guidance", 41, *STEPS, kinds=ONLY),
    choice("joint_guidance", 42, *DEEDS, kinds=ONLY),
    some_of(
        "guidance_parts",
        43,
        "scope",
        "subjects",
        "criteria",
        "achievement_period",
        "award_form",
        "quantity",
        kinds=ONLY,
    ),
    choice("plan", 44, *STEPS, kinds=ONLY),
    choice("provincial_review_plan", 45, *DEEDS, kinds=ONLY),
    choice("provincial_plan_has_awards", 46, *DEEDS, kinds=ONLY),
    some_of("plan_parts", 47, "targets", "tasks", "solutions", "duration", "end_date", kinds=ONLY),
    choice("launch", 48, *STEPS, kinds=ONLY),
    choice("home_affairs_criteria", 49, *DEEDS, kinds=ONLY),
    choice("home_affairs_quantity", 50, *DEEDS, kinds=ONLY),
    integer("agreed_individuals", 51, kinds=ONLY),
    integer("agreed_collectives", 52, kinds=ONLY),
    choice("report_in_theme", 53, *DEEDS, kinds=ONLY),
    choice("report_compares_targets", 54, *DEEDS, kinds=ONLY),
    choice("report_names_solutions", 55, *DEEDS, kinds=ONLY),
    choice("council_review", 56, *STEPS, kinds=ONLY),
    integer("quota_individuals", 57, kinds=ONLY),
    integer("quota_collectives", 58, kinds=ONLY),
    day("achievement_from", 59, kinds=BOTH_KINDS_OF_CASE),
    day("achievement_to", 60, ahead=True, kinds=BOTH_KINDS_OF_CASE),
    day("achieved_from", 61, of_nominee=True, kinds=ONLY),
    day("achieved_to", 62, of_nominee=True, kinds=ONLY),
    day("ceremony_on", 65, ahead=True, kinds=ONLY),
    Fact("ceremony_holidays", Kind.DATES, 66, ahead=True, asked=False, kinds=ONLY),
    day("dossier_arrived_on", 67, ahead=True, asked=False, kinds=ONLY),
    some_of("others_met_but", 96, *COVERED, asked=False, kinds=ONLY),
    yes_no("steering_committee", 31, of_nominee=True, default=False, kinds=ONLY),
    yes_no("steering_member", 70, of_nominee=True, default=False, kinds=ONLY),
    yes_no("grassroots", 71, of_nominee=True, kinds=ONLY),
)
