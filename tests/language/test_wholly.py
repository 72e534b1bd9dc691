"""An answer is understood whole: a word too many, a doubt or a question, and nothing is taken."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from flows.heard import heard
from language.fold import fold
from language.options import choose
from language.unsure import says_unknown
from language.wholly import is_courtesy, is_one_of, is_wholly, parts, words
from language.yes_no import NO, YES, read_yes_no
from locales import catalog
from rules.facts import Kind, facts

NOT_ANSWERS = (
    *("không rõ lắm", "không biết nữa", "không chắc lắm", "không chắc ạ", "có hay không"),
    *("đúng không", "không phải tôi", "không phải em", "không phải em ạ", "có lẽ", "có thể"),
    *("có gì đâu", "có mấy người", "hình như có", "chắc là có", "có đâu", "có không", "có chưa"),
    *("có lẽ không", "chắc là không", "hình như chưa", "chắc có", "có thể có", "không có lẽ"),
    *("có nhưng chưa đủ", "không hẳn", "chưa hẳn", "có khi", "có phần", "có một số", "có?"),
    *("không?", "rồi sao", "rồi gì nữa", "đúng một phần", "phải không", "phải chưa", "có ai biết"),
    *(
        "không bình thường",
        "không phải không",
        "có cô",
        "có giúp",
        "không đi",
        "cái gì",
        "có rồi sao",
    ),
    *("not known", "not sure", "maybe", "maybe yes", "i think so", "i think yes", "yes maybe"),
    *("yes or no", "probably yes", "not wrong", "yes?", "no idea", "perhaps not"),
)
UNKNOWN = (
    *("chưa biết", "không rõ lắm", "không biết nữa", "không chắc", "không chắc lắm", "chưa chắc ạ"),
    *("dạ không rõ lắm ạ", "chưa rõ lắm", "không nhớ rõ", "ko chắc", "không biết đâu anh ơi"),
    *("not known", "not sure", "Not known yet", "don't know", "I don't know", "unknown", "no idea"),
)
NOT_UNKNOWN = ("có lẽ", "hình như có", "maybe", "không", "không rõ ràng gì", "không biết anh Hải")
CHOICES = {
    fact.id: fact.options or ("yes", "no")
    for fact in facts().values()
    if fact.kind in (Kind.CHOICE, Kind.YES_NO)
    and catalog.has(f"hear.{fact.id}.{(*fact.options, 'yes')[0]}")
}
MEANT = {"others_met", "forces_approximate"}
"""Here doubt itself is an option: `chưa đủ hoặc chưa chắc`, `ước chừng`."""


def spellings(texts: tuple[str, ...]) -> list[str]:
    return list(
        dict.fromkeys(spelt for text in texts for spelt in (text, fold(text), text.upper()))
    )


@pytest.mark.parametrize("text", spellings(NOT_ANSWERS))
def test_a_doubt_or_a_question_is_no_answer(text: str) -> None:
    assert read_yes_no(text) is None
    taken = {fact: heard(fact, options, text) for fact, options in CHOICES.items()}
    told = {fact: option for fact, option in taken.items() if isinstance(option, str)}
    assert set(told) <= MEANT, told


@pytest.mark.parametrize("text", spellings(UNKNOWN))
def test_that_it_is_not_known_is_heard(text: str) -> None:
    assert says_unknown(text)


@pytest.mark.parametrize("text", [*NOT_UNKNOWN, "không biết " * 50])
def test_what_says_more_or_less_is_not_heard_as_unknown(text: str) -> None:
    assert not says_unknown(text)


POLITE = ("{}", "dạ {} ạ", "vâng {}", "{} ạ", "{} nhé", "dạ thưa anh {}", "{} anh ơi", "{} chị ạ")


@pytest.mark.parametrize(
    ("frame", "said"), list(product(POLITE, ("có", "rồi", "đúng rồi", "chuẩn")))
)
def test_a_courtesy_takes_nothing_from_a_yes(frame: str, said: str) -> None:
    assert read_yes_no(frame.format(said)) is True
    assert heard("outstanding", ("yes", "no"), frame.format("có")) == "yes"


@pytest.mark.parametrize(
    ("frame", "said"), list(product(POLITE, ("không", "chưa", "không có", "ko")))
)
def test_a_courtesy_takes_nothing_from_a_no(frame: str, said: str) -> None:
    assert read_yes_no(frame.format(said)) is False
    assert heard("unit_in_cao_loc", ("yes", "no"), frame.format("không thuộc")) == "no"


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("có, đúng rồi", "yes"),
        ("đúng rồi, có ạ", "yes"),
        ("không, không thuộc cao lộc", "no"),
        ("vâng, không ạ", "no"),
        ("không, có", None),
        ("đúng, không", None),
        ("không đâu", "no"),
        ("bên em không thuộc", "no"),
        ("thuộc Cao Lộc rồi", "yes"),
        ("Có, đã xét khen thưởng", None),
        ("không thuộc loại nào", None),
        ("có mấy", None),
    ],
)
def test_several_words_for_one_option_are_that_option(text: str, option: str | None) -> None:
    assert heard("unit_in_cao_loc", ("yes", "no"), text) == option


def test_a_word_with_marks_must_carry_the_label_s_own() -> None:
    labels = {"yes": ["Có"], "no": ["Không"]}
    assert choose("cô", labels) is None
    assert choose("co", labels) == "yes"


def test_little_words_alone_choose_nothing() -> None:
    labels = {"yes": ["Phải, là thành viên"], "no": ["Không, hoặc còn cái khác"]}
    assert choose("là", labels) is None
    assert choose("hoặc", labels) is None
    assert choose("thành viên", labels) == "yes"


def test_yes_alone_is_no_answer_where_several_options_say_yes() -> None:
    options = facts()["inspection"].options
    assert heard("inspection", options, "có") == ("carried_out", "outstanding")


CANNOT = "khong the"
"""A phrase of its own, that something will not be done; no `không` with a word beside it."""
WORDS = st.sampled_from(
    ["lẽ", "thể", "chắc", "hình như", "người", "anh Hải", "mấy", "nhưng", "hay", "tôi", "gì", "ai"]
) | st.from_regex(r"[b-df-hj-np-tv-z]{2,8}", fullmatch=True)


@settings(deadline=None)
@given(known=st.sampled_from((*YES, *NO)), other=WORDS, first=st.booleans())
def test_a_yes_or_no_with_any_other_word_is_never_taken(
    known: str, other: str, *, first: bool
) -> None:
    text = f"{other} {known}" if first else f"{known} {other}"
    told = {fold(phrase) for phrase in (*YES, *NO)}
    assume(fold(text) not in told and not is_courtesy(words(other), before=True))
    assert read_yes_no(text) is None
    assume(fold(text) != CANNOT)
    for fact in ("outstanding", "unit_in_cao_loc", "participation", "final_review"):
        assert not isinstance(heard(fact, tuple(CHOICES[fact]), text), str)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_asked(text: str) -> None:
    says_unknown(text)
    choose(text, {"yes": ["Có"], "no": ["Không", "?"]})


@given(st.lists(st.sampled_from((*YES, *NO, "ạ", "dạ", "anh ơi", "đâu", "rồi", "em", "xã", ","))))
def test_a_text_is_one_of_many_phrases_where_it_is_wholly_one_of_them(said: list[str]) -> None:
    text = " ".join(said)
    every = [words(phrase) for phrase in NO]
    wholly = all(any(is_wholly(part, one) for one in every) for part in parts(text))
    assert is_one_of(text, NO) is wholly
