"""Every fact can be asked, named, explained and answered in each language."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import cache

import pytest
from babel.messages.pofile import read_po

from language.fold import fold
from locales.catalog import HERE

LANGUAGES = ("vi", "en")


def table(rows: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Facts and their options in vocabulary's order, from rows of `options: facts`."""
    return {fact: tuple(row.split()) for row, facts in rows.items() for fact in facts.split()}


CASE_FACTS = table(
    {
        "unit commune department district province state": "award_level",
        "giay_khen bang_khen title other": "award_form",
        "none pending dated": "recognition",
        "movement anniversary programme_review legal_review conference forum other": "occasion",
        "scope subjects criteria achievement_period award_form quantity": "guidance_parts",
        "targets tasks solutions duration end_date": "plan_parts",
        """plan launch final_review guidance guidance_parts plan_parts report_in_theme
        report_compares_targets report_names_solutions council_review home_affairs_criteria
        home_affairs_quantity joint_guidance provincial_review_plan
        provincial_plan_has_awards""": "others_met_but",
        "none promised oral written": "directive",
        "district province ministry other": "directive_issuer",
        "none pending discipline criminal administrative": "handling",
        "done planned not_yet refused": "plan launch final_review guidance council_review",
        "done not_yet refused": """report_in_theme report_compares_targets report_names_solutions
        home_affairs_criteria home_affairs_quantity
        provincial_review_plan provincial_plan_has_awards joint_guidance""",
        "yes no": """unit_in_cao_loc others_met forces_approximate outstanding multi_sector
        province_wide violation_established holder_is_nominee already_annulled items_recovered""",
        "": """submitted_on achieved_on recognized_on recognition_doc forces_total
        quota_individuals quota_collectives achievement_from achievement_to
        outstanding_reason agreed_individuals agreed_collectives directive_doc
        ceremony_on ceremony_holidays dossier_arrived_on decided_on violated_on handled_on""",
    }
)
NOMINEE_FACTS = table(
    {
        "individual collective household": "type",
        "outside_duty brave_rescue combat none": "ground",
        "direct directing none": "participation",
        "excellent good completed not_completed not_rated": "completion_rating",
        "none carried_out outstanding": "inspection",
        "none unused used_for_title used_for_award": "initiative",
        "yes no": """steering_committee steering_member grassroots under_discipline
        initiative_required initiative_is_deed initiative_recognized""",
        "": "name count participants achieved_from achieved_to",
    }
)
ASKED_BY_THE_CHAT = table(
    {
        "surprise thematic revocation": "kind",
        "individual collective household many": "who",
        "add_individual add_collective add_household done": "who_many",
        "": "reason draft_name holder final_review_on movement_ends_on",
    }
)
WITH_PRECISION = (
    *("achieved_on", "decided_on", "achievement_from", "achievement_to"),
    *("violated_on", "handled_on"),
)
ASKED = {**CASE_FACTS, **NOMINEE_FACTS, **ASKED_BY_THE_CHAT}
ANSWERS = {fact: options for fact, options in ASKED.items() if options}
EXPECTATIONS = ("number", "date", "choice", "set", "text", "yes_no")
ASIDES = ("chưa biết", "không biết", "không rõ", "vì sao", "quay lại", "not known", "back", "why")


def expected_keys() -> set[str]:
    keys = {f"expect.{kind}" for kind in EXPECTATIONS} | {"hear.set.all", "hear.set.none"}
    for fact, options in ASKED.items():
        keys |= {f"{family}.{fact}" for family in ("ask", "fact", "why")}
        keys |= {f"{family}.{fact}.{o}" for family in ("choice", "hear") for o in options}
    for fact in NOMINEE_FACTS:
        keys |= {f"ask.{fact}.of", f"ask.{fact}.all"}
    keys |= {f"ask.name.{kind}" for kind in ("individual", "collective", "household")}
    for day in WITH_PRECISION:
        keys.add(f"fact.{day}_precision")
        keys |= {f"choice.{day}_precision.{exact}" for exact in ("day", "month", "year")}
    return keys


@cache
def words(language: str) -> dict[str, str]:
    with (HERE / language / "LC_MESSAGES" / "facts.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def folded(text: str) -> str:
    """As an officer without a Vietnamese keyboard types it: no marks, no punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def heard(language: str, fact: str, option: str) -> list[str]:
    return words(language)[f"hear.{fact}.{option}"].split("|")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_exactly_the_words_of_the_facts(language: str) -> None:
    assert set(words(language)) == expected_keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_questions_about_nominees_take_a_field(language: str) -> None:
    taken = {key: fields(text) for key, text in words(language).items() if fields(text)}
    assert taken == {
        **{f"ask.{fact}.of": {"name"} for fact in NOMINEE_FACTS},
        **{f"ask.{fact}.all": {"count"} for fact in NOMINEE_FACTS},
    }


def test_nothing_is_left_untranslated() -> None:
    assert [key for key, text in words("en").items() if text == words("vi")[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_holds_at_most_forty_characters(language: str) -> None:
    labels = {k: v for k, v in words(language).items() if k.startswith("choice.")}
    assert {key: text for key, text in labels.items() if not 1 <= len(text) <= 40} == {}
    crowded = [key for key, text in labels.items() if len(text) > 32]
    assert len(crowded) * 10 <= len(labels), f"longer than a phone's button: {crowded}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", ANSWERS)
def test_no_synonym_stands_under_two_options(language: str, fact: str) -> None:
    owner: dict[str, str] = {}
    for option in ANSWERS[fact]:
        for synonym in heard(language, fact, option):
            assert owner.setdefault(folded(synonym), option) == option, synonym


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", ANSWERS)
def test_what_stands_on_a_button_may_be_typed(language: str, fact: str) -> None:
    for option in ANSWERS[fact]:
        assert words(language)[f"choice.{fact}.{option}"].lower() in heard(language, fact, option)


@pytest.mark.parametrize("language", LANGUAGES)
def test_synonyms_are_plain_lower_case_words_and_never_an_aside(language: str) -> None:
    asides = {folded(aside) for aside in ASIDES}
    for key, text in words(language).items():
        if not key.startswith("hear."):
            continue
        synonyms = text.split("|")
        assert len(set(synonyms)) == len(synonyms), key
        for synonym in synonyms:
            assert synonym, key
            assert synonym == " ".join(synonym.lower().split()), key
            assert folded(synonym) not in asides, key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", ["guidance_parts", "plan_parts"])
def test_names_of_parts_can_be_listed_with_commas(language: str, fact: str) -> None:
    whole = {folded(w) for o in ("all", "none") for w in heard(language, "set", o)}
    for option in ANSWERS[fact]:
        for synonym in heard(language, fact, option):
            assert "," not in synonym
            assert folded(synonym) not in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_facts_can_be_joined_with_commas(language: str) -> None:
    labels = [text for key, text in words(language).items() if key.startswith("fact.")]
    assert [label for label in labels if "," in label or label.endswith(".")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", ["ask", "fact"])
def test_no_two_facts_share_a_question_or_a_label(language: str, family: str) -> None:
    texts = [text for key, text in words(language).items() if key.startswith(f"{family}.")]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_reasons_are_short_and_calm(language: str) -> None:
    limits = {"ask": 140, "fact": 45, "why": 280, "expect": 160}
    for key, text in words(language).items():
        family = key.split(".")[0]
        assert len(text) <= limits.get(family, 2_000), key
        assert "!" not in text, key
        assert text.count("**") % 2 == 0, key
        assert text == unicodedata.normalize("NFC", text.strip()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_of_a_document_is_ever_printed(language: str) -> None:
    numbered = re.compile(r"\d+/(?!\d)[A-ZĐ]")
    assert [key for key, text in words(language).items() if numbered.search(text)] == []


def test_an_answer_not_understood_is_met_with_what_is_needed_and_a_way_out() -> None:
    for kind in EXPECTATIONS:
        sentence = words("vi")[f"expect.{kind}"]
        assert sentence.startswith("Tôi cần")
        assert "Chưa biết" in sentence
        assert "Not known" in words("en")[f"expect.{kind}"]
