"""Words for people who may be counted: those who act, and those who are rescued; all folded."""

from __future__ import annotations

import re
from typing import Final

RESCUERS: Final = (
    r"(?:luot )?(?:nguoi dan|nguoi|dong chi|d/c|dc|can bo|cb|chien si|chien sy|cs|dan quan tu ve"
    r"|dan quan|cong an vien|cong an|bo doi|doan vien|thanh nien|hoi vien|giao vien|nhan vien"
    r"|thanh vien|doi vien|to vien|cong nhan|cong chuc|vien chuc|anh em|anh|chi|ba con"
    r"|thay co giao|thay co|thay giao|co giao|kiem lam|bao ve|y bac si|bac si|y si|nhan luc"
    r"|luc luong|hoc sinh|sinh vien|quan nhan"
    r"|tinh nguyen vien|lao dong|vi|nhan khau|quan chung|xung kich|dai bieu|dang vien|dan ban"
    r"|dan|nong dan|linh|y te|nhan vien y te|can bo y te|phu nu|ccb|cuu chien binh|xa doi|hai quan)"
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
