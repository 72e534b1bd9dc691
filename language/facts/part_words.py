"""Words that tell who took part, who only directed, and who was not there."""

from __future__ import annotations

from typing import Final

from language.marked import cue

ABSENT: Final = cue(
    r"(?:không|chẳng|ko|k|không hề|chưa)(?: (?:hề|có|thực sự|trực tiếp))*"
    r" (?:có mặt|tham gia(?! (?:được|hết))|góp mặt|góp sức|dính dáng|ở đó|ở hiện trường"
    r"|ở nhà(?! mà)"
    r"|làm gì)"
    r"|vắng mặt|bỏ về|không liên quan(?! (?:gì )?(?:đến |tới )?(?:công việc|chuyên môn|nhiệm vụ"
    r"|nghề))"
    r"|ngoài cuộc|không đóng góp|không hay biết|không (?:ra|xuống|vào|đến|tới) (?:nơi|chỗ)"
    r"|(?:mãi )?(?:hôm sau|sau|sau đó|tối|khuya|chiều) (?:anh |ông |chị |bà |mới )*mới (?:biết|hay)"
    r"|chỉ (?:nghe|đọc|xem) (?:báo cáo|tin|kể|lại)|không làm gì|không tới|không đến"
)
AWAY: Final = cue(
    r"nghỉ phép|nghỉ ốm|nghỉ thai sản|nghỉ mát|đi vắng|đang đi (?:học|công tác|họp|nghỉ|du lịch"
    r"|tập huấn)"
    r"|đi học|ốm nằm viện|về quê|đang ở nhà|ở nhà (?:ngủ|xem|nằm|chơi|trông|nấu|không)"
    r"|ở nước ngoài|ra nước ngoài|ở (?:tỉnh|huyện|xã"
    r"|nơi) khác|(?:đang )?ở hà nội|nằm viện|bị ốm|nghỉ (?:chế độ|bù|lễ|tết|trực|dưỡng|việc riêng)"
    r"|bận (?:họp|việc|đi)|đi (?:du lịch|đám cưới|vắng|công tác)|(?:đang|còn) (?:họp|học) (?:ở|tại)"
    r"|vắng nhà|xa nhà|tham quan"
)
CLERK: Final = cue(
    r"văn thư|kế toán|thủ quỹ|người (?:ký|soạn|lập|làm|phụ trách|gửi|đánh máy)|cán bộ (?:làm"
    r"|phụ trách|thi đua|văn phòng|soạn|lập)|chuyên viên|bộ phận"
)
DENIED: Final = cue(
    r"(?:không|chẳng|chứ không|đâu có|không hề|không phải)"
    r"(?: (?:chỉ|hề|phải|có|ngồi|đứng|là|ở|đơn thuần|dừng lại ở|việc|yên|im|để|riêng))* $"
)
LEADS: Final = cue(
    r"(?:trực tiếp )?(?:chỉ đạo|điều hành|điều phối|ra lệnh|(?<!ban )chỉ huy(?! (?:trưởng|quân sự"
    r"|phó|sở))|phân công (?:lực lượng|anh em|các|cán bộ|người|từng|đội|tổ|nhiệm vụ cho"
    r"|mọi người)|lãnh đạo chung|phụ trách chung|quán xuyến"
    r"|đôn đốc)"
)
FROM_AFAR: Final = cue(
    r"gọi điện|điện thoại|bộ đàm|trực chỉ huy|từ xa|ngồi (?:tại|ở|trong)|tại trụ sở|ở trụ sở"
)
NOT_DIRECT: Final = cue(
    r"(?:không|chẳng|ko|k|chưa)(?: (?:hề|có|phải|ai))* (?:trực tiếp|ra hiện trường"
    r"|xuống (?:nước|suối|sông|hiện trường|dưới)|vào (?:lửa|trong|hiện trường|đám cháy)|lội"
    r"|tới hiện trường|đến hiện trường|có mặt)"
    r"|(?:chỉ|chủ yếu)(?: (?:có|là|ở|việc|tham gia|làm|lo|đóng vai trò))* (?:chỉ đạo|điều hành"
    r"|điều phối|chỉ huy|gọi"
    r"|ngồi|đứng|ký|ra lệnh|đôn đốc|phân công)"
)
NO_ACT: Final = cue(
    r"(?:không|chẳng|chả|ko|k)(?: (?:hề|có|chịu|dám|lao|nhảy|vào|ra|xuống|chạy|lại|tới|đến"
    r"|tham gia))*"
    r" (?:chữa cháy|cứu|giúp|dập|kéo|bê|khiêng|vớt|phụ|đụng tay|động tay|ra tay)"
)
DIRECT: Final = cue(
    r"(?:(?<!phát )(?<!quay )(?<!hình )(?<!xem )trực tiếp|tận tay|tự tay|đích thân"
    r"|một mình)(?! (?:chỉ đạo|chỉ huy|điều hành|lãnh đạo"
    r"|quản lý|phụ trách))"
    r"|cùng (?:anh em|đồng đội|mọi người|bà con)"
)
BYSTANDER: Final = cue(
    r"đứng (?:trên|ở|ngoài|xem|nhìn|cạnh|gần)|(?<!nghe )(?<!tiếng )(?<!người )(?<!có )hô hoán"
    r"|(?:lại|ngồi|đứng|lo) trông (?:xe|đồ|nhà)"
    r"|đi cùng|đi theo đoàn"
    r"|có mặt tại"
    r"|chỉ (?:(?:có|là|ở|việc|lo|biết) )*(?:báo|gọi|đứng|ngồi|hô|ký|trông|nhìn|đi|đến sau|giữ"
    r"|xem|cầm)|trực điện thoại"
    r"|hậu cần|nấu nước|lo cơm nước|tiếp nước|đi mua|phát loa|quay (?:phim|clip|video)|chụp ảnh"
    r"|livestream|động viên anh em|khi (?:mọi việc|mọi chuyện|sự việc|việc|vụ việc) (?:đã )?xong"
    r"|(?:thì|lúc đó) (?:mọi việc |mọi chuyện |việc |người )?(?:đã )(?:xong|được (?:cứu|đưa))"
    r"|quan sát|ngồi chờ|chờ (?:ngoài|ở|bên)|trực điện thoại|trực máy"
    r"|đến sau|tới sau|ghi chép|trực cơ quan"
)
OPEN: Final = cue(
    r"(?:chưa|không|chẳng)(?: (?:ai|có ai|hề|thể))* (?:xác minh|kiểm chứng|xác thực)(?: (?:được"
    r"|rõ|xong"
    r"|nổi))*(?! (?:danh tính|số|nguyên nhân|thiệt hại))|"
    r"(?:không|chưa|chẳng|ko|k)(?: \w+){0,2}? (?:thấy (?:viết|ghi|nói|nêu|kể)|viết|kể|thấy nói|rõ"
    r"|nói rõ|biết|nêu rõ|nêu|xác định|ghi rõ|nắm"
    r"|chắc|xác minh"
    r"|thể hiện|nói|ghi|khẳng định)(?: được)?"
    r"(?!\w)[^.;]{0,60}?(?:trực tiếp|tham gia|có mặt|có (?:vào|ra|đến|tới|xuống|làm|giúp)"
    r"|hay không|vai trò|làm gì|đóng góp gì|có cứu|làm những gì"
    r"|phần việc)"
)
UNSURE: Final = cue(
    r"(?:định|toan) (?:nhảy|lao|vào|xuống|ra|cứu|bơi|lội|xông)(?: \w+){0,3} $|"
    r"(?:không|chưa|chẳng|ko|k)(?: (?:ai|thấy|hề|được|thể))* (?:rõ|biết|chắc|ghi|nêu|nói|thể hiện"
    r"|xác định|kể|viết|khẳng định)(?: \w+){0,6} $|nghe (?:nói|đồn|bảo|kể)(?: \w+){0,6} $"
)
OR_NOT: Final = cue(r"(?:\w+ ){0,4}?hay (?:không|chưa)")
# `cháu bé đã được vớt lên`: nobody tells by whom
PASSIVE: Final = cue(
    r"(?<!kéo )(?<!vớt )(?<!cứu )(?<!đưa )(?<!tìm )được(?: (?:kịp thời|an toàn))* $"
)
NEGATED: Final = cue(
    r"(?:không|chưa|chẳng|ko|đâu có|định|muốn|để|nếu|suýt|đáng lẽ)(?: (?:hề|có|kịp|dám|ai|phải))* $"
)
NOMINAL: Final = cue(
    r"(?:(?<!nhiệm )vụ|việc|công tác|đội|(?<!ô )tổ|lực lượng|trong|thành tích|danh sách|hồ sơ|ban"
    r"|khen"
    r"|cảnh|lúc"
    r"|quá trình|đoàn|nhóm|đột xuất|tờ trình|nghĩ|mọi người|dân|chỉ huy|chỉ đạo|điều hành|tổ chức)"
    r"(?: (?:tham gia|đi|vào|về|được|anh em|các xã|lực lượng|người))* $"
)
FORCE: Final = (
    r"(?:bộ đội|công an|lực lượng(?: chức năng)?|người dân|dân quân|mọi người|họ|cứu hộ|cảnh sát"
    r"|biên phòng|hàng xóm|bà con|người khác|ai đó|người ta|anh em|đồng đội|cả đội|cả tổ|đội|xe cứu"
    r"|tổ công tác|đội cứu hộ|thanh niên|kiểm lâm|y tế|bác sĩ|dân|người nhà|gia đình|csgt|pccc)"
)
OTHERS: Final = cue(
    rf"(?:(?:^|\d+|được|bị|do|nhờ|thì|để|có|khi|rồi|còn|chờ|đợi|gọi|báo|giao|cho|bảo|phân công"
    rf"|chỉ đạo"
    rf"|chỉ huy|huy động|yêu cầu|đến lúc|,|:|và) ?(?:các |những |mấy |một số |lực lượng "
    rf"|đồng chí |anh em |cán bộ |chiến sĩ )*{FORCE}"
    r"(?: (?!viên|vừa|trực|rồi|và|còn)\w+){0,3}?(?: (?:đã|mới|cũng|kịp|tới|đến|vào|lao|cùng))* )$"
)
BESIDE: Final = cue(r"(?:cùng|với|cùng với|và|kêu gọi|huy động|hô hào)(?: \w+){0,6} $")
OF: Final = cue(r"của(?: \w+(?:/\w+)?){1,2} $")
TOGETHER: Final = cue(r"(?:cả (?:hai|ba|bốn|2|3|4|nhóm)|đều|mọi người|tất cả|cùng nhau|ai cũng)")
HIS: Final = cue(
    r"(?:nhiệm vụ|kế hoạch|chuyên môn|công việc|việc|chức trách|phận sự)(?!\w)[^.;,]{0,24}"
    r"(?:của|cho) (?:\w+ )?(?:anh|chị|ông|bà|cô|đ/c|đc|dc|đồng chí|thầy|em|chú|bác)"
)
