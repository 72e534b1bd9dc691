"""The ways to say that what was said before is to be something else."""

from __future__ import annotations

import re
from typing import Final

TO: Final = r"(?: ?(?:thanh|sang|lai thanh|lai la|lai|la)\b ?:?| ?[:=])"
COURTESY: Final = r"(?:(?:da|a|o|em|toi|xin loi|thua|uh|um|anh|chi|cho em|cho toi)\b[ ,]*)*"
CHANGE: Final = re.compile(
    rf"^{COURTESY}(?P<verb>sua lai|sua|doi lai|doi|thay|chinh lai|chinh|dinh chinh)"
    r"\b(?: giup(?: (?:em|toi|minh|chau))?| (?:ho|dum) (?:em|toi|minh))? ?:? ?(?P<rest>.+)$"
)
OOPS: Final = re.compile(
    rf"^{COURTESY}(?P<verb>nham roi|nham|viet nham|ghi nham|go nham|bam nham|nham lan"
    r"|dinh chinh)\b(?: (?:roi|a|do|mat))?[ ,.:;-]*(?P<value>.+)$"
)
NOT_BUT: Final = re.compile(
    rf"^{COURTESY}(?:khong phai|ko phai|k phai)(?: la)? (?P<old>.{{1,80}}?),? ?"
    r"(?:ma la|ma)\b (?P<value>.+)$"
)
WRONG: Final = re.compile(
    rf"^{COURTESY}(?P<verb>sai|khong dung|chua dung|khong chinh xac|khong phai|ghi sai|viet sai"
    r"|go sai|noi nham|noi lon|lon)\b(?: (?:roi|a|mat|bet))*"
    r"(?:(?<=roi) |(?<=roi)[,.:;-]+ ?|[,.:;-]+ ?)(?P<value>.+)$"
)
NO: Final = re.compile(r"^(?:no|wrong|that is wrong|that's wrong|not so)[,.:;]+ ?(?P<value>.+)$")
NOT_BUT_ENGLISH: Final = re.compile(r"^(?:it is |it's )?not (?P<old>.{1,80}?),? but (?P<value>.+)$")
ITS: Final = r"(?:ten(?: goi)?|ho ten|ho va ten)"
TRULY: Final = r"(?:dung|chinh xac|that|day du)"
# the name as it should be: `tên đúng là …`, `bà Lả tên đúng là …`, `sai tên, … mới đúng`
NAMED: Final = (
    re.compile(rf"^(?P<old>.{{1,60}}?),? (?:co )?{ITS} {TRULY}(?: phai)? la ?:? ?(?P<value>.+)$"),
    re.compile(
        rf"^{COURTESY}(?:(?:sai|nham)(?: ten| roi)*[ ,.:]+)?{ITS} {TRULY}"
        r"(?: cua (?P<old>.{1,60}?))?(?: phai)? (?:la|:) ?:? ?(?P<value>.+)$"
    ),
    re.compile(
        rf"^{COURTESY}(?:sai|nham|ghi sai|viet sai) ten(?: roi)?(?: (?:cua )?(?P<old>"
        r"[^,.:;]{1,60}))?[,.:;]+ ?(?:la )?(?P<value>.+)$"
    ),
    re.compile(
        r"^(?:the |his |her )?(?:(?:right|correct|real) )?name(?: of (?P<old>.{1,60}?))?"
        r" (?:is|should be) (?P<value>.+)$"
    ),
)
RIGHTLY: Final = re.compile(
    rf"^{COURTESY}(?:(?:sai|nham)(?: [a-z]+){{0,3}}[,.:;] ?)?(?P<its>ten )?(?P<value>.{{1,80}}?)"
    r" moi (?:la )?dung$"
)
TRULY_IS: Final = re.compile(
    rf"^{COURTESY}(?P<target>[a-z ]{{2,40}}?) (?:dung|chinh xac|that)(?: phai)? la ?:? ?"
    r"(?P<value>.+)$"
)
# `thực ra là ngày 14/11`, `à không, 11 người`
INDEED: Final = re.compile(
    rf"^{COURTESY}(?:thuc ra|that ra|dung ra|ra la)"
    r"(?:,| la| chi co| chi| co| phai la)* (?P<value>.{1,40})$"
)
OH_NO: Final = re.compile(
    r"^(?:a|o|u|uh|oi)[, ]+(?:khong|ko)[,.:;]+ ?(?P<value>(?:ngay |tong |so |\d).{0,40})$"
)
ALSO_NAMES: Final = re.compile(r"\b(?:la|thanh|sang|lai|ma|dung|moi|cua)\b")
NO_LETTER: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
TAIL: Final = re.compile(r"(?:,? (?:moi dung|moi phai|nhe|a|em nhe|instead))+$")
BUT_NOT: Final = re.compile(
    r"^(?P<value>.{1,80}?),? (?:chu khong phai|chu ko phai|khong phai)(?: la)? (?P<old>.{1,80})$"
)
SORRY: Final = re.compile(r"^(?:sorry|oops|i mean|correction)\b[ ,.:;-]*(?P<value>.+)$")
CHANGE_TO: Final = re.compile(
    r"^(?:please )?(?:change|correct|set) (?:the )?(?P<target>[a-z ]{1,40}?) to (?P<value>.+)$"
)
# `thật ra tổng cộng có 20 người`
COUNTED: Final = re.compile(r" ?(?:(?:chi|co|la|phai|toi|den) )*(?=\d)")
STRAIGHT: Final = re.compile(rf"{TO} ?")
OLD_TO_NEW: Final = re.compile(rf"^(?:tu )?(?P<old>.{{1,80}}?){TO} ?(?P<value>.+)$")
FORGOT: Final = re.compile(
    rf"^{COURTESY}(?P<verb>quen)(?: mat| la| chua tinh| chua ke| khong tinh)?[ ,.:;]+"
    r"(?:con |co |them |ca )*(?P<value>.+)$"
)
FORGOT_ENGLISH: Final = re.compile(r"^(?:i )?forgot[ ,.:;]+(?:that |also |and )*(?P<value>.+)$")
