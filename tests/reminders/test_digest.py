"""What a person reads in the morning, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from flows.model import Reply
from flows.proposals.news import TO_ANSWER, TO_CONFIRM, TO_REVIEW, WITH_FILE
from flows.reminder_ports import Due
from flows.reminding import About, Hours, Matter, Rung
from handlers.telegram.render import render
from locales.catalog import languages, text
from reminders.digest import MOST_UNITS, Writer
from reminders.entries import merge
from rules.message import say
from tests.reminders.days import CALENDAR, ZONE, at, on
from tests.reminders.kept import due


def written(
    now: str, *reminders: Due, late: tuple[Due, ...] = (), hours: Hours | None = None
) -> Reply:
    writer = Writer(CALENDAR, ZONE, at(now), hours=hours or Hours())
    return writer.write(merge(reminders, is_late=lambda one: one in late))


def said(now: str, *reminders: Due, late: tuple[Due, ...] = ()) -> list[str]:
    reply = written(now, *reminders, late=late)
    for language in languages():
        render(reply, language)
    return [text(line) for line in reply.text]


def buttons(now: str, *reminders: Due) -> list[list[str]]:
    return [[choice.id for choice in row] for row in written(now, *reminders).choices]


def test_the_model_reminder_of_a_friday_before_a_sunday() -> None:
    missing = (say("card.missing", facts=["xác nhận của UBND xã"]),)
    one = due(rolled="2026-11-23", missing=missing, title="Dân quân xã, cứu người 12/11")
    assert said("2026-11-20 07:00", one) == [
        "⏳ **Hôm nay là ngày làm việc cuối** · Dân quân xã, cứu người 12/11",
        "Hạn 10 ngày hết vào Chủ nhật 22/11.",
        "Ngày cuối là ngày nghỉ; nếu tính dời thì đến thứ Hai 23/11.",
        text(missing[0]),
    ]
    assert buttons("2026-11-20 07:00", one) == [
        ["g:open:12", "g:sent:d12"],
        ["g:again:d12", "g:hand:d12"],
    ]


def test_the_model_digest_of_a_monday_morning() -> None:
    window = due(rolled="2026-11-23", when="2026-11-23 07:00", rung=Rung.AFTER)
    dossier = due(
        "2026-11-27",
        "2026-11-23 07:00",
        rung=Rung.THREE,
        matter=Matter.DOSSIER,
        about=About(draft=13),
        title="Nông thôn mới",
    )
    duty = due(
        "2026-11-27", "2026-11-23 07:00", rung=Rung.THREE, matter=Matter.DUTY, title="Rà soát"
    )
    assert said("2026-11-23 07:00", duty, window, dossier) == [
        "**Sáng thứ Hai 23/11: 3 việc**",
        (
            "1. **Hôm nay hết hạn (tính dời)**: Dân quân xã. Hạn 10 ngày hết vào Chủ nhật 22/11. "
            "Tính dời thì đến thứ Hai 23/11."
        ),
        (
            "2. **Còn 3 ngày làm việc (mai T3 24/11 nghỉ)**: Nông thôn mới. "
            "Hồ sơ phải tới Sở Nội vụ chậm nhất thứ Sáu 27/11."
        ),
        (
            "3. **Còn 3 ngày làm việc (mai T3 24/11 nghỉ)**: Rà soát. "
            "Báo cáo chậm nhất thứ Sáu 27/11."
        ),
    ]
    assert buttons("2026-11-23 07:00", window, dossier, duty) == [
        ["g:open:12", "g:open:13", "g:task:7"],
        ["g:pause"],
    ]


@pytest.mark.parametrize(
    ("last", "now", "head"),
    [
        ("2026-11-20", "2026-11-19 07:00", "Còn 1 ngày làm việc"),
        ("2026-02-24", "2026-02-12 07:00", "Còn 3 ngày làm việc (nghỉ T7 14/02 đến CN 22/02)"),
        ("2026-11-27", "2026-11-20 07:00", "Còn 4 ngày làm việc (nghỉ T3 24/11)"),
        (
            "2026-09-04",
            "2026-08-21 07:00",
            "Còn 8 ngày làm việc (nghỉ T7 29/08 đến T4 02/09, làm bù T7 22/08)",
        ),
        ("2026-11-30", "2026-11-27 07:00", "Còn 1 ngày làm việc"),
        ("2031-01-08", "2031-01-02 07:00", "Còn 4 ngày làm việc"),
        ("2026-11-22", "2026-11-22 07:00", "Hôm nay hết hạn"),
        ("2026-11-20", "2026-11-23 07:00", "Đã quá hạn"),
    ],
)
def test_the_head_tells_what_is_left_and_which_days_off_lie_between(
    last: str, now: str, head: str
) -> None:
    assert said(now, due(last))[0] == f"⏳ **{head}** · Dân quân xã"


def test_a_raw_day_that_is_past_is_told_apart_from_the_one_it_rolls_to() -> None:
    (head, *_) = said("2026-11-22 07:00", due("2026-11-21", rolled="2026-11-23"))
    assert head == "⏳ **Đã qua hạn, tính dời còn đến thứ Hai 23/11** · Dân quân xã"


@pytest.mark.parametrize("matter", [Matter.SUMMING_UP, Matter.MOVEMENT])
def test_a_day_on_which_something_takes_place_is_no_time_limit(matter: Matter) -> None:
    one = due("2026-11-20", matter=matter)
    heads = [said(f"2026-11-{day} 07:00", one)[0] for day in (20, 23)]
    assert not any("hạn" in head for head in heads)
    assert buttons("2026-11-20 07:00", one)[0] == ["g:open:12"]


def test_what_comes_late_says_when_it_was_meant_to_come() -> None:
    one = due(when="2026-11-19 08:30")
    assert said("2026-11-20 07:00", one, late=(one,))[-1] == (
        "Tin này đến muộn: lẽ ra nhắc lúc 08:30 thứ Năm 19/11."
    )


def test_of_what_was_put_off_while_late_the_start_of_its_own_day_is_told() -> None:
    one = due(when="2026-11-23 07:30")
    moved = Due(
        one.id, one.about, one.matter, one.due, one.rung, on("2026-11-20"), one.at, one.words
    )
    reply = written("2026-11-23 07:30", moved, late=(moved,), hours=Hours(450, 1020))
    assert text(reply.text[-1]).endswith("lẽ ra nhắc lúc 07:30 thứ Sáu 20/11.")


def test_late_ones_come_first_the_oldest_before_the_newer() -> None:
    later = due("2026-11-20", "2026-11-18 07:00", about=About(draft=1), title="B")
    older = due("2026-11-30", "2026-11-17 07:00", about=About(draft=2), title="A")
    now = due("2026-11-19", "2026-11-19 07:00", about=About(draft=3), title="C")
    lines = said("2026-11-19 07:00", now, later, older, late=(later, older))
    assert [line.split(": ")[1][0] for line in lines[1:]] == ["A", "B", "C"]
    assert ["đến muộn" in line for line in lines[1:]] == [True, True, False]


def test_rungs_of_one_last_day_are_told_once_by_the_newest() -> None:
    rungs = [due(rung=rung, when="2026-11-20 07:00") for rung in (Rung.ONE, Rung.DAY, Rung.FIVE)]
    (entry,) = merge(rungs, is_late=lambda _: False)
    assert entry.newest.rung is Rung.DAY
    assert entry.reminders == tuple(sorted(one.id for one in rungs))


def test_a_window_that_is_past_says_what_can_still_be_done() -> None:
    lines = said("2026-11-24 07:00", due("2026-11-20"))
    assert lines[1].startswith("Hạn 10 ngày đã hết vào thứ Sáu 20/11.")
    assert "vẫn trình được" in lines[1]


def test_other_last_days_of_one_draft_stay_apart() -> None:
    assert len(merge([due(), due("2026-11-29")], is_late=lambda _: False)) == 2
    two = [due(matter=Matter.SUMMING_UP), due(matter=Matter.MOVEMENT)]
    assert len(merge(two, is_late=lambda _: False)) == 2


def test_news_of_one_matter_is_told_in_its_one_line() -> None:
    news = due(rung=Rung.TOLD, lines=(say("reminder.taken_on", name="Hoàng Thị Mai"),))
    assert said("2026-11-20 09:00", news) == [
        "🔔 **Dân quân xã**",
        "Người nhận: Hoàng Thị Mai.",
    ]
    other = due(rung=Rung.TOLD, about=About(draft=3), title="Khác", lines=news.words.lines)
    handed = due(rung=Rung.TOLD, lines=(*news.words.lines, say("reminder.taken_on.nobody")))
    lines = said("2026-11-20 14:00", news, due(), other, handed)
    assert lines[0] == "**Chiều thứ Sáu 20/11: 2 việc**"
    (whole,) = [line for line in lines if "**: Dân quân xã. " in line]
    assert whole.endswith("Người nhận: Hoàng Thị Mai. Chưa ai nhận việc này.")
    assert whole.count("Hoàng Thị Mai") == 1
    assert any(line.endswith("**Khác**. Người nhận: Hoàng Thị Mai.") for line in lines)
    single = said("2026-11-20 14:00", news, due())
    assert single[0].startswith("⏳")
    assert "Người nhận: Hoàng Thị Mai." in single


def test_news_of_a_proposal_opens_its_page_and_lets_those_asked_answer() -> None:
    values = {"who": "Nông Văn An", "verdict": say("kind.surprise"), "timing": say("kind.surprise")}
    sent = due(rung=Rung.TOLD, matter=Matter.PROPOSAL, lines=(say(TO_CONFIRM, **values),))
    assert buttons("2026-11-20 07:00", sent) == [
        ["g:agree:12", "g:hand_back:12"],
        ["g:proposal:12"],
    ]
    arrived = (say(key, **values, unit="Xã Thử") for key in sorted(TO_REVIEW))
    for line in arrived:
        assert buttons(
            "2026-11-20 07:00", due(rung=Rung.TOLD, matter=Matter.PROPOSAL, lines=(line,))
        ) == [["g:accept_it:12", "g:return_it:12"], ["g:ask_unit:12"], ["g:proposal:12"]]
    question = say(TO_ANSWER, who="Lê Văn Xét", office="Sở", words="Ai?")
    asked = due(rung=Rung.TOLD, matter=Matter.PROPOSAL, lines=(question,))
    assert buttons("2026-11-20 07:00", asked) == [["g:answer_office:12"], ["g:proposal:12"]]
    decision = say(WITH_FILE, number="5/QĐ", day=date(2026, 11, 20), file="qd.pdf")
    decided = due(rung=Rung.TOLD, matter=Matter.PROPOSAL, lines=(decision,))
    assert buttons("2026-11-20 07:00", decided) == [["g:decision:12"], ["g:proposal:12"]]
    back = say("told.proposal.withdraw.unit", who="Nông Văn An")
    taken_back = due(rung=Rung.TOLD, matter=Matter.PROPOSAL, lines=(back,))
    assert buttons("2026-11-20 07:00", taken_back) == [["g:proposal:12"]]
    assert said("2026-11-20 07:00", taken_back)[0] == "🔔 **Dân quân xã**"


@pytest.mark.parametrize(
    ("rung", "sentence"),
    [
        (Rung.HEAD, "Đơn vị chưa báo cáo nên tôi báo thủ trưởng."),
        (Rung.AGAIN, "Anh/chị đã hẹn tôi nhắc lại."),
        (Rung.NUDGE, "Cơ quan nhận báo cáo đang chờ."),
    ],
)
def test_who_hears_of_it_for_another_reason_is_told_why(rung: Rung, sentence: str) -> None:
    assert sentence in said("2026-11-20 19:00", due(rung=rung, matter=Matter.DUTY))


def test_who_stands_in_for_an_officer_is_told_whose_matter_it_is() -> None:
    assert said("2026-11-20 07:00", due(whose="Nông Văn A"))[-1] == (
        "Việc của Nông Văn A; tôi chưa nhắn được cho người này."
    )
    assert not any(
        "Việc của" in line
        for line in said("2026-11-20 07:00", due(matter=Matter.DUTY, whose="Xã A"))
    )


def test_the_report_of_others_can_only_be_looked_at() -> None:
    news = due(rung=Rung.TOLD, matter=Matter.DUTY, whose="Xã A")
    assert buttons("2026-11-20 07:00", news) == [["g:task:7"]]
    own = due(rung=Rung.TOLD, matter=Matter.DUTY)
    assert buttons("2026-11-20 07:00", own) == [["g:task:7"], ["g:again:t7", "g:hand:t7"]]


def test_the_office_hears_once_of_all_units_that_have_not_reported() -> None:
    missing = [
        due(
            rung=Rung.OFFICE,
            matter=Matter.DUTY,
            about=About(task=number),
            title="Rà soát",
            whose=f"Xã {number}",
            lines=(say("reminder.taken_on.nobody"),),
        )
        for number in range(1, MOST_UNITS + 4)
    ]
    lines = said("2026-11-25 07:00", *missing)
    assert lines[0] == "⏳ **Đã quá hạn** · Rà soát"
    names = ", ".join(f"Xã {number}" for number in range(1, 9))
    assert lines[2] == f"11 đơn vị chưa báo cáo: {names} và 3 đơn vị khác."
    assert lines[3:] == [], "what is said of one unit is not said of all"
    assert buttons("2026-11-25 07:00", *missing) == [["g:duties"]]
    assert said("2026-11-25 07:00", missing[0])[2] == "Chưa báo cáo: Xã 1."
    assert buttons("2026-11-25 07:00", missing[0]) == [["g:task:1"]]


def test_a_digest_in_the_evening_says_so() -> None:
    assert said("2026-11-20 18:30", due(), due("2026-11-24"))[0].startswith("**Tối thứ Sáu")


def test_many_matters_have_their_buttons_in_rows_of_four() -> None:
    many = [due(about=About(draft=number)) for number in range(1, 7)]
    assert [len(row) for row in buttons("2026-11-20 07:00", *many)] == [4, 2, 1]
