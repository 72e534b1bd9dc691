"""Messages that tell a case in part: what is missing is asked, by whom it is, and what clashes."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from flows.book import all_flows
from flows.desk import At, Desk
from flows.engine import step
from flows.model import Draft, Incoming, Person
from flows.own_words import amended, asked_again
from flows.turn import OpenDraft, Scene, State
from language.facts.heard import Conflict, Intent, Told, Understood
from locales import catalog
from tests.flows.officer import ELSEWHERE, SATURDAY, Officer, member

TWO_MEN = ("khen đột xuất", "cứu người", "nhiều", "ông Nông Văn A\nbà Lý Thị B", "xong")


def test_a_case_without_its_day_is_told_back_and_the_day_is_asked() -> None:
    officer = Officer().say(
        "Xã muốn đề nghị khen đột xuất cho anh Nông Văn An đã cứu 2 cháu bé đuối nước, được không?"
    )
    assert "Nông Văn An: Cứu người, cứu tài sản" in officer.text
    assert "Còn thiếu: ngày lập thành tích" in officer.text
    assert officer.open == "achieved_on"


def test_a_count_said_roughly_is_asked_and_not_taken() -> None:
    officer = Officer().say(
        "Hôm qua khoảng 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất"
        " được không?"
    )
    assert "Chưa chắc nên tôi hỏi lại: số người của tập thể tham gia" in officer.text
    assert officer.open == "nominees[0].participants"


def test_two_values_of_one_fact_are_both_shown() -> None:
    sides = (Understood("forces_total", 18, ("18 người",)), Understood("forces_total", 19, ("19",)))
    told = Told(Intent.CASE, "surprise", conflicts=(Conflict("forces_total", sides),))
    (line,) = asked_again(told)
    assert "cả «18 người» và «19»" in catalog.text(line)


def test_what_is_told_of_one_of_two_goes_to_the_one_of_that_name() -> None:
    officer = Officer().say(
        *TWO_MEN,
        "ngày 20/11 ông Nông Văn A nhảy xuống suối cứu được 2 cháu bé còn bà Lý Thị B chỉ đứng xem",
    )
    assert officer.answers["nominees[0].participation"] == "direct"
    assert officer.answers["achieved_on"] == "2026-11-20"
    assert "nominees[1].participation" not in officer.answers


def test_facts_of_nobody_on_the_list_are_given_to_nobody() -> None:
    answers = {f"nominees[{n}].name": name for n, name in enumerate(("Nông Văn A", "Lý Thị B"))}
    desk = Desk(Person(), date(2026, 11, 21), Draft("surprise", answers), At())
    stranger = MappingProxyType({"name": "Vi Văn C", "ground": "brave_rescue"})
    told = Told(Intent.CASE, "surprise", nominees=(stranger,))
    assert amended(desk, told).answers == answers


def test_a_kind_alone_is_no_name() -> None:
    desk = Desk(Person(), date(2026, 11, 21), Draft("surprise"), At())
    told = Told(
        Intent.CASE,
        "surprise",
        nominees=(MappingProxyType({"type": "collective", "name": "Tập thể"}),),
    )
    assert amended(desk, told).answers == {"nominees[0].type": "collective"}


def test_a_story_of_somebody_else_of_the_same_award_is_another_case() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông Nông Văn A", "có")
    officer.say("Ngày 15/11 chị Vi Thị Hoa lao vào đám cháy cứu được 2 cháu bé, khen đột xuất nhé?")
    assert officer.flow == "check"
    assert officer.nominees[0]["name"] == "Vi Thị Hoa"


def test_a_question_where_the_number_of_a_paper_is_asked_is_not_kept_as_its_number() -> None:
    officer = Officer().say("khen chuyên đề")
    taps = ("a:conference", "a:district", "a:individual", "a:written", "a:done", "c:all")
    for _ in range(40):
        if officer.open in ("card", "directive_doc"):
            officer.tap(*(one for one in ("c:dossier",) if one in officer.buttons))
        if officer.open == "directive_doc":
            break
        wanted = next((tap for tap in taps if tap in officer.buttons), "c:unknown")
        officer.tap(wanted)
    assert officer.open == "directive_doc"
    officer.say("một sáng kiến được dùng mấy lần?")
    assert "Một sáng kiến chỉ được" in officer.text
    assert officer.open == "directive_doc"
    assert "directive_doc" not in officer.answers


def test_one_nominee_too_many_in_a_sentence_is_refused() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "200 cá nhân")
    before = len(officer.nominees)
    for number in range(201 - before):
        officer.say(f"thêm một cá nhân: Nông Văn {number}")
    assert len(officer.nominees) <= 200


def test_a_word_that_means_nothing_where_the_kind_is_asked_asks_again() -> None:
    officer = Officer().say("hỏi thử", "ừ")
    assert officer.open == "kind"
    assert "lựa chọn" in officer.text


def test_a_question_off_the_letters_in_the_middle_is_told_where_to_ask() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể", "12")
    officer.say("tiền thưởng kèm giấy khen là bao nhiêu?")
    assert "Hai công văn không nói về" in officer.text
    assert officer.open == "forces_total"


def test_going_on_where_nothing_was_left_opens_the_stored_draft_in_hand() -> None:
    draft = Draft("surprise", {"nominees[*].ground": "brave_rescue"}, id=7)
    scene = Scene(member(), SATURDAY, stored=draft)
    incoming = Incoming("web", "officer", "1", text="tiếp tục")
    found = step(all_flows(), State(open="menu"), incoming, scene)
    assert found.turn.request == OpenDraft(7)


def test_an_answer_refused_for_its_own_reason_is_not_taken_as_a_tale() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể", "12", "18")
    for typed in ("hình như là ngày 20/11 thì phải", "xảy ra vào ngày 26/11/2026 ạ"):
        officer.say(typed)
        assert "achieved_on" not in officer.answers
        assert officer.open == "achieved_on"
    assert "chưa tới" in officer.text


def test_whom_a_letter_binds_is_known_of_the_officers_unit_whatever_is_told() -> None:
    told = "Hôm qua anh Nông Văn Hải ở xã Gia Cát, Cao Lộc cứu 2 cháu bé đuối nước, khen đột xuất?"
    officer = Officer(member(ELSEWHERE)).say(told)
    assert officer.answers["achieved_on"] == "2026-11-20"
    assert "unit_in_cao_loc" not in officer.answers


DOUBTED = (
    "Trình huyện tặng giấy khen 4 thôn trong phong trào thi đua làm mương. Bản kế hoạch thì ông nào"
    " đó cất kỹ quá. Các điều kiện khác đủ. Trình được không ạ?"
)


def test_what_is_in_doubt_is_asked_alone_and_what_else_is_met_is_taken_at_the_word() -> None:
    officer = Officer().say(DOUBTED)
    assert "Chưa chắc nên tôi hỏi lại: kế hoạch" in officer.text
    assert "chưa chắc là đã đủ" not in officer.text
    (missing,) = (line for line in officer.text.splitlines() if line.startswith("Còn thiếu"))
    assert "kế hoạch" in missing
    assert "phát động" not in missing
    officer.say("không dựa vào sáng kiến")
    assert officer.open == "plan"


def test_what_is_in_doubt_grows_with_what_is_told_more() -> None:
    officer = Officer().say(DOUBTED)
    officer.say("Hội đồng thi đua thì anh phó một mình gật. Các điều kiện khác đủ, trình 4 thôn.")
    assert {"plan", "council_review"} <= set(officer.answers["others_met_but"])
    assert "sáng kiến" in officer.text
