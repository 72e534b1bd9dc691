"""Word lists by which a name is found where nothing is written with a capital; all folded."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# surnames of the province and the country
SURNAMES: Final = _words(
    """
    au ban be bui cam cao chau chu cu dam dang dao dau diep dinh do doan dong du duong giang
    giap ha hac hau ho hoang hua huynh khong khuat kieu kim la lam lang lanh le lieu linh lo
    loc long luc luong luu ly ma mac mach mai mau mong mua ngan nghi nghiem ngo nguyen nhac
    ninh nong nung pham phan phu phung phuong quach quan sam san si sung ta tang tao thach
    phun chang thai tham than thao thuong to toan ton tong tran trang tri trieu trinh truong tu vi
    vo vu vuong vy
    """
)
# surnames that are no other common word
SURE_SURNAMES: Final = _words(
    """
    bui dang duong hoang hua huynh le luong nguyen nong pham phung tran trieu trinh vu
    """
)
# middle names
MIDDLE_NAMES: Final = _words(
    """
    bao bich cam dieu duy the tien tung dinh duc gia hoai hong huu khanh kim manh minh ngoc phuong
    quang quoc thanh thi thu thuy tien trung tuan van viet xuan
    """
)
# words that go on a sentence after a title, and are no name there
NO_NAMES: Final = _words(
    """
    an anh ay ba bac ban bao bat be bi biet bo boi ca cach can chau chay chi chieu cho chu
    chua co con cong cua cuc cung cuu da dan dang danh dap day de dem den deu di do doan doi
    dot dung duoc duoi em gai giao giup hai hien hoan hoc hom hong huy huyen k ke ket keo khai
    khen khi khong khu kia kip ko la lai lam lao lay len leo loi lop lua luon ma mat minh mo moi
    mot muon nam nao nay ngay nghe nghi ngoai nguoi nha nhan nhay nhieu nhin nho nhung nua
    nuoc o ong pha phai pho phong ra rat rieng roi sang sau se si sinh so tai ten thay thi
    thon thuoc tich tiep tinh to toan toi tra tre tren treo tri trinh trong truc truoc
    truong tu tung tuy va vac vao ve vi vien voi vot vua xa xe xin xong xuat xuong y
    """
)
# words that are a name after a middle name
GIVEN: Final = _words("hoc hien hai nam hoan huyen minh hong an huy")
# words that end no name
NO_LAST_NAMES: Final = _words("that nhan khi la bi da khong co duoc do o tu va thi nen")
# ranks and formal titles
RANKS: Final = frozenset(
    {
        *("dai uy", "trung uy", "thuong uy", "thieu uy", "thieu ta", "trung ta", "thuong ta"),
        *("dai ta", "thuong si", "trung si", "ha si", "binh nhat", "binh nhi", "d/c", "dong chi"),
    }
)
# words that are no name even in a list
NEVER_NAMES: Final = _words(
    """
    anh ay bi chi chua co cung da dang deu trai gai re ruot do duoc em k khong kia ko la lai lien
    luon moi nao nay ok oke okie roi se ta thi tung voi vua dc dk
    """
)
# words that end a list of names
AFTER_A_LIST: Final = _words(
    """
    co cung duoc hay khong la nhu thi trong va vi
    """
)
# verbs that a name goes before: `anh sinh cuu`
DEED_VERBS: Final = _words(
    "cuu nhay lao xong vot boi loi lan keo treo dap pha bang dua be cong diu chui lai phat truc"
)
# how a post begins
POSTS: Final = frozenset(
    {
        *("chu tich", "bi thu", "giam doc", "doi truong", "chi huy", "hat truong", "don truong"),
        *("tram truong", "hieu truong", "to truong", "truong phong", "truong cong", "truong ban"),
        *("truong thon", "truong tram", "truong ban", "truong doan", "truong khoi", "uy vien"),
        *("thuong uy", "trung uy", "dai uy", "thieu uy", "thieu ta", "trung ta", "thuong ta"),
        *("dai ta", "thuong si", "trung si", "ha si"),
        *("ban chi", "cong an", "thuong truc", "xa doi", "chinh tri", "phong noi"),
    }
)
# how the name of a body begins
BODY_NAMES: Final = frozenset(
    {
        *("dang uy", "dang bo", "doan thanh", "doan xa", "doan truong", "hoi phu", "hoi nong"),
        *("hoi cuu", "mat tran", "cong an", "cong doan", "lien doan", "uy ban", "ban chi"),
        *("ban chap", "ban thuong", "ban quan", "chi bo", "chi doan", "hop tac", "hoi dong"),
        *("huyen uy", "tinh uy", "to truong", "to pho", "quan su", "bien phong", "kiem lam"),
    }
)
# titles that are common words when typed without marks: a whole name must follow
LOOSE_TITLES: Final = _words("ba em co chu bac chau cu di cau ban chi")
# words for people at large, which mostly are no title of one
GENERIC_TITLES: Final = frozenset(
    {
        *("thanh nien", "cong nhan", "hoc sinh", "sinh vien", "can bo", "dan quan", "giao vien"),
        *("doan vien", "nhan vien", "chien si", "ca nhan", "bao ve"),
    }
)
# titles that a single word may follow as a name
PLAIN_TITLES: Final = frozenset(
    {
        "anh",
        "bac si",
        "chau",
        "d/c",
        "dc",
        "dong chi",
        "em",
        "ong",
        "thay",
        "thieu ta",
        "trung uy",
        "y si",
    }
)
