"""Model conversations 1 and 3 as replies, with their words: what the page is looked at with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.model import Choice, Download, Expects, Incoming, Progress, Reply, Role, Tone
from flows.month import MonthCalendar
from rules.message import Message, say

TODAY = date(2026, 11, 21)
DEMO = {
    "d.menu": "Chào anh/chị. Tôi giúp xét điều kiện và lập hồ sơ **khen đột xuất**, "
    "**khen chuyên đề**.\nAnh/chị muốn làm gì?",
    "d.surprise": "Đề nghị khen đột xuất",
    "d.thematic": "Đề nghị khen chuyên đề, theo đợt",
    "d.drafts": "Hồ sơ của tôi",
    "d.ask": "Hỏi về hai công văn",
    "d.ground": "Thành tích thuộc loại nào?",
    "d.rescue": "Cứu người, cứu tài sản",
    "d.outside": "Ngoài nhiệm vụ được giao",
    "d.combat": "Chiến đấu, phục vụ chiến đấu",
    "d.none": "Không thuộc loại nào",
    "d.unknown": "Chưa biết",
    "d.why": "Vì sao hỏi?",
    "d.back": "Quay lại",
    "d.participants": "Bao nhiêu người của tập thể đã tham gia?",
    "d.forces": "Tổng số người của **mọi** lực lượng tham gia?",
    "d.bad": "**Tập thể chưa đủ điều kiện**",
    "d.share": "{n}/{total} = 63,2 %, dưới 2/3. Mức tối thiểu: 13/19, thiếu 1 người.",
    "d.way": "Có thể đề nghị **cá nhân** trực tiếp tham gia.",
    "d.edit": "Sửa số liệu",
    "d.person": "Đề nghị cá nhân",
    "d.quote": "Xem nguyên văn",
    "d.later": "Lưu để sau",
    "d.fixed": "Đã sửa: 12 → **13**. 13/19 = 68,4 %, đủ 2/3.",
    "d.when": "Lập thành tích ngày nào?",
    "d.today": "Hôm nay T7 21/11",
    "d.yesterday": "Hôm qua T6 20/11",
    "d.noted": "Ghi **{day}**.",
    "d.good": "**Đủ điều kiện đề nghị**",
    "d.due": "⏳ Trình chậm nhất **Chủ nhật 22/11** (còn 1 ngày). Ngày cuối là ngày nghỉ; "
    "nếu tính dời theo Bộ luật Dân sự thì đến thứ Hai 23/11.",
    "d.human": "Người xét còn xem: mức độ tiêu biểu của thành tích.",
    "d.make": "Lập hồ sơ",
    "d.parts": "Hướng dẫn khen thưởng đã nêu những phần nào? Chọn các phần **có**:",
    "d.t:scope": "phạm vi",
    "d.t:subjects": "đối tượng",
    "d.t:criteria": "tiêu chuẩn",
    "d.t:period": "thời gian lập thành tích",
    "d.t:form": "hình thức",
    "d.t:quantity": "số lượng",
    "d.done": "Xong",
    "d.more": "**Chưa đủ: 1 việc**",
    "d.gap": "Hướng dẫn chưa nêu **thời gian lập thành tích**. Bổ sung rồi trình được.",
    "d.goon": "Tôi hỏi tiếp các điều kiện khác nhé?",
    "d.next": "Hỏi tiếp",
    "d.remind": "Nhắc tôi khi đã bổ sung",
    "d.echo": "Anh/chị viết: {text}",
    "d.number": "Tôi cần một con số, ví dụ 12. Nếu chưa có, bấm Chưa biết.",
    "d.title.surprise": "Dân quân xã, cứu người 12/11",
    "d.title.thematic": "Chuyên đề «Nông thôn mới»",
    "d.stage": "điều kiện",
    "d.report": "Anh/chị gửi nội dung hoặc tệp của báo cáo «Rà soát khen thưởng».",
    "d.file": "Đã nhận **{name}**. Gửi thêm, hoặc bấm Xong.",
    "d.reminder": "⏳ **Hôm nay là ngày làm việc cuối** · Dân quân xã, cứu người 12/11\n"
    "Hạn 10 ngày hết vào Chủ nhật 22/11. Hồ sơ còn thiếu: xác nhận của UBND xã.",
    "d.open": "Mở hồ sơ",
    "d.sent": "Đã trình",
    "d.again": "Nhắc lại",
    "d.hand": "Chuyển đồng nghiệp",
    "d.calendar": "Hạn của anh/chị, để đưa vào lịch:",
}
PARTS = ("scope", "subjects", "criteria", "period", "form", "quantity")
MENU = ("surprise", "thematic", "drafts", "ask")


def button(name: str, role: Role = Role.ANSWER, *, picked: bool = False) -> Choice:
    return Choice(name, say(f"d.{name}"), role, picked=picked)


def row(*names: str, role: Role = Role.ANSWER) -> tuple[Choice, ...]:
    return tuple(button(name, role) for name in names)


ASIDES = row("unknown", "why", "back", role=Role.ASIDE)


def question(
    key: str, *rows: tuple[Choice, ...], expects: Expects, percent: int, kind: str = "surprise"
) -> Reply:
    """A question of the demonstration; its token is its key."""
    where = Progress(say(f"d.title.{kind}"), say("d.stage"), percent, date(2026, 11, 22))
    return Reply((say(key),), (*rows, ASIDES), expects, key, progress=where)


def month_of(first: date) -> Reply:
    days_off = tuple(
        date(first.year, first.month, day)
        for day in range(1, 29)
        if date(first.year, first.month, day).weekday() > 4
    )
    asked = question("d.when", row("today", "yesterday"), expects=Expects.DATE, percent=70)
    month = MonthCalendar(first, date(2026, 9, 15), TODAY, days_off)
    return Reply(
        asked.text, asked.choices, Expects.DATE, asked.token,
        progress=asked.progress, calendar=month, slot="when",
    )  # fmt: skip


def card(tone: Tone, *keys: Message, clause: str, names: tuple[str, ...], kind: str) -> Reply:
    choices = (row(names[0], role=Role.GO), row(*names[1:]))
    where = Progress(say(f"d.title.{kind}"), say("d.stage"), 80, date(2026, 11, 22))
    return Reply(keys, choices, token="card", tone=tone, clauses=(clause,), progress=where)


REMINDER = Reply(
    (say("d.reminder"),),
    (
        (Choice("g:open:12", say("d.open"), Role.GO), Choice("g:sent:d12", say("d.sent"))),
        (Choice("g:again:d12", say("d.again")), Choice("g:hand:d12", say("d.hand"))),
    ),
)
CALENDAR = Reply(
    (say("d.calendar"),),
    token="menu",
    file=Download("hạn của tôi.ics", "text/calendar", text="BEGIN:VCALENDAR\r\n"),
)


def report_asked(key: str = "d.report", name: str = "") -> Reply:
    """The question that takes text and files."""
    return Reply((say(key, name=name),), (row("done"),), Expects.FILES, "report")


class Script:
    """Where one session stands in the play."""

    def __init__(self) -> None:
        self.at = "menu"
        self.parts = {"scope", "subjects", "criteria"}
        self.labels: dict[str, Message] = {}

    def words_of(self, incoming: Incoming) -> str | None:
        """What the transcript shows of the officer; None for a silent tap."""
        if incoming.tap is None:
            return incoming.text
        name = incoming.tap.choice
        if name.startswith(("t:", "month:")):
            return None
        return DEMO.get(f"d.{name}", name)

    def answer(self, incoming: Incoming) -> Iterator[Reply]:
        """The replies to one update."""
        said = incoming.tap.choice if incoming.tap else (incoming.text or "")
        if said in {"/start", "menu"}:
            self.at = "menu"
            yield Reply((say("d.menu"),), (row(*MENU[:2]), row(*MENU[2:])), token="menu")
        elif said == "thematic" or said.startswith("t:"):
            self.parts ^= {said.removeprefix("t:")} & set(PARTS)
            yield self._parts()
        elif incoming.files:
            yield report_asked("d.file", incoming.files[0].name)
        elif said == "báo cáo":
            yield report_asked()
        elif said == "lịch":
            yield CALENDAR
        elif said == "nhắc":
            yield REMINDER
        elif said == "done":
            keys = (say("d.more"), say("d.gap"), say("d.goon"))
            names = ("next", "remind", "later")
            yield card(Tone.MORE, *keys, clause="LS2022.1.a.5", names=names, kind="thematic")
        else:
            yield from self._surprise(said)

    def _parts(self) -> Reply:
        toggles = ((button(f"t:{name}", picked=name in self.parts),) for name in PARTS)
        rows = (*toggles, row("done"))
        asked = question("d.parts", *rows, expects=Expects.SET, percent=35, kind="thematic")
        return Reply(
            asked.text, asked.choices, Expects.SET, asked.token,
            progress=asked.progress, slot="parts",
        )  # fmt: skip

    def _surprise(self, said: str) -> Iterator[Reply]:
        if said == "surprise":
            kinds = row("rescue", "outside", "combat", "none")
            yield question("d.ground", kinds, expects=Expects.CHOICE, percent=20)
        elif said in {"rescue", "outside", "combat"}:
            self.at = "participants"
            yield question("d.participants", expects=Expects.NUMBER, percent=40)
        elif said == "12" and self.at == "participants":
            self.at = "forces"
            yield question("d.forces", expects=Expects.NUMBER, percent=55)
        elif said == "19":
            keys = (say("d.bad"), say("d.share", n=12, total=19), say("d.way"))
            names = ("edit", "person", "quote", "later")
            yield card(Tone.BAD, *keys, clause="LS2022.2.b.2", names=names, kind="surprise")
        elif said.startswith("nhầm"):
            yield Reply((say("d.fixed"),))
            yield month_of(date(2026, 11, 1))
        elif said.startswith("month:"):
            year, month = said.removeprefix("month:").split("-")
            yield month_of(date(int(year), int(month), 1))
        elif said.startswith("day:") or said in {"thứ 5 tuần trước", "today", "yesterday"}:
            yield from self._end(said)
        else:
            yield Reply((say("d.echo", text=said), say("d.number")), expects=Expects.NUMBER)

    def _end(self, said: str) -> Iterator[Reply]:
        iso = said.removeprefix("day:") if said.startswith("day:") else "2026-11-12"
        yield Reply((say("d.noted", day=date.fromisoformat(iso)),))
        keys = (say("d.good"), say("d.due"), say("d.human"))
        names = ("make", "quote", "edit", "later")
        yield card(Tone.GOOD, *keys, clause="LS2022.2.b.2", names=names, kind="surprise")
