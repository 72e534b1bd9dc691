"""Words for people who may be counted: those who act, and those who are rescued; all folded."""

from __future__ import annotations

import re
from typing import Final

RESCUERS: Final = (
    r"(?:luot )?(?:nguoi dan|nguoi|dong chi|d/c|dc|can bo|cb|chien si|chien sy|cs|dan quan tu ve"
    r"|dan quan|cong an vien|cong an|bo doi|doan vien|thanh nien|hoi vien|giao vien|nhan vien"
    r"|thanh vien|doi vien|to vien|cong nhan|cong chuc|vien chuc|anh em|anh|chi|ba con"
    r"|thay co giao|thay co|thay giao|co giao|kiem lam|bao ve|y bac si|bac si|y si|nhan luc"
    r"|hoc sinh|sinh vien|quan nhan"
    r"|tinh nguyen vien|lao dong|vi|nhan khau|quan chung|xung kich|dai bieu|dang vien|dan ban"
    r"|dan|nong dan|tu ve|dan phong|doan sinh|quan y|ban tre"
    r"|ban(?= ?[,;.)]| tham gia| cung| da| xong| vao| doan| ngay| hom| toi| dem| tre| cheo| boi"
    r"| loi)|linh|y te|nhan vien y te|can bo y te"
    r"|chu (?:ki-ot|quay|hang|quan|xe|nha)|tieu thuong|hang xom|phu huynh|tho mo|tho xay|phu nu"
    r"|ccb|cuu chien binh|xa doi|hai quan)"
)
RESCUED: Final = (
    r"chau|em|be|nan nhan|hanh khach|ho|san phu|du khach|khach|ngu dan|tre|cu|doi tuong|ten"
    r"|benh nhan"
    r"|nguoi bi|nguoi mac|nguoi ket|me con|vo chong|ba chau|con tin|tai xe|thai phu|nguoi gia"
)
FORCES: Final = re.compile(
    r"(?:can bo|cb|chien si|chien sy|cs|dan quan|cong an|bo doi|doan vien|dong chi|d/c|dc|y te"
    r"|kiem lam)"
)
# those that an award may be asked for by number
COUNTED: Final = (
    r"(?:anh em|anh chi|anh|chi|dong chi|d/c|dc|nguoi dan|nguoi|can bo|cong chuc|vien chuc"
    r"|giao vien"
    r"|bac si|y si|dieu duong|chien si|chien sy|ca nhan|hoc sinh|sinh vien|thanh nien|cong dan"
    r"|doan vien|dan quan|nhan vien|thay co|thay|co giao|em|chau|vi|ban|truong hop|bao ve|lai xe"
    r"|cong nhan|phong vien|ky su|chuyen vien|hoi vien|dang vien|nong dan|van dong vien|vdv"
    r"|tinh nguyen vien|cong an vien|truong thon|nghe nhan|lao cong|dieu tra vien|kiem lam"
    r"|ky thuat vien"
    r"|can bo cong chuc|to vien|thanh vien|ho gia dinh|ho)"
)
