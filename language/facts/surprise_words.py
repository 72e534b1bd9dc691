"""Words that speak for a rescue, for work beyond duty, and for ordinary work."""

from __future__ import annotations

from typing import Final

from language.marked import cue

TASK: Final = (
    r"(?:nhiệm vụ|kế hoạch|chương trình|chuyên môn|công việc|phận sự|chức trách|chức năng|phân công"
    r"|trách nhiệm|công tác chuyên môn|việc của|nghiệp vụ|bổn phận|lịch trực|ca trực|được giao)"
)
OUTSIDE: Final = cue(
    rf"(?:nằm ngoài|(?<!khoa )ngoài|vượt ra ngoài|vượt ngoài)(?! ra)(?!\w)[^.;,]{{0,30}}?{TASK}"
    r"(?: (?:được giao|được phân công|của (?:\w+ )?\w+|chuyên môn|công tác))*"
    rf"|(?:không|chẳng|ko|k|đâu|chả|hông)(?: (?:hề|có|phải|ai|được|thuộc|nằm|là|gì|liên quan"
    rf"|dính|đến|tới|ở))*"
    rf" (?:trong |theo )?[^.;,]{{0,16}}?{TASK}"
    r"(?: (?:hay|và|,|hoặc) (?:nhiệm vụ|kế hoạch|chương trình|chuyên môn|công việc))*"
    r"|không được (?:giao|phân công)(?!\w)[^.;,]{0,30}|trái nghề|trái chuyên môn"
    r"|(?:không|chẳng|chưa|ko)(?: có)? (?:ai|cấp nào|lãnh đạo nào|người nào)(?: (?:phải|hề))?"
    r" (?:giao|phân công|yêu cầu|bảo|sai|nhờ|bắt|cử|giao phó|điều động|chỉ đạo)"
    r"|không phải (?:là )?(?:việc|phần việc|chuyện|trách nhiệm|phận sự)(?: \w+)?"
    r"|ngoài (?:phận sự|phần việc|bổn phận|vai trò|lĩnh vực)(?: \w+){0,2}"
    r"|không liên quan(?: gì)?(?: (?:đến|tới))? (?:công việc|chuyên môn|nhiệm vụ|nghề)(?: \w+){0,2}"
)
# in his own time, where he took on a wrongdoer or a danger
OFF: Final = cue(
    r"ngoài (?:giờ|ca)(?: (?:trực|làm việc|làm|hành chính|công tác))?|(?:hết|tan|sau|xong)"
    r" (?:giờ (?:làm|trực)|ca trực|ca)(?: việc)?|trong (?:ngày|kỳ|thời gian) nghỉ(?: phép)?"
    r"|đang (?:được |trong (?:thời gian|kỳ) )?nghỉ (?:phép|bù|lễ|tết|trực|ca|hưu)"
)
TOOK_ON: Final = cue(
    r"khống chế(?! (?:số|chỉ|ở|là))|đuổi (?:theo|bắt|kịp)|truy đuổi|bắt (?:được|gọn|giữ|sống)"
    r"|tóm (?:được|gọn)|quật ngã|giữ (?:được|chân|chặt) (?:tên|kẻ|đối tượng)|tước (?:dao|súng|hung)"
)
WRONG: Final = cue(
    r"trộm|cướp|giật|kẻ gian|tên|đối tượng|côn đồ|hung khí|lừa|móc túi|đột nhập|tội phạm"
)
INSIDE: Final = cue(
    rf"(?:theo|trong|thực hiện|thuộc|đúng|bám|nằm trong|có trong|là|do)(?: (?:đúng|sẵn|một|cái))*"
    rf" [^.;,]{{0,24}}?{TASK}"
    r"(?: (?:được giao|năm|từ đầu năm|thường xuyên|hằng ngày|hàng ngày|hằng năm|chính trị))*"
    r"|nhiệm vụ (?:được giao|được phân công|thường xuyên|hằng ngày|hàng ngày|chuyên môn|chính trị)"
    r"|(?:đã )?được (?:phân công|giao)(?: nhiệm vụ)?"
    r"|công việc (?:chuyên môn|thường ngày|được giao|hằng ngày|hàng ngày|thường xuyên)"
    r"|theo (?:định kỳ|lịch|chỉ tiêu|hợp đồng|phân công|dự toán|quy trình|chuyên án|phương án)"
    r"|(?:việc|công tác) (?:chuyên môn|thường ngày|hằng ngày|hàng ngày|thường xuyên|được giao)"
    r"|chuyên môn (?:hằng ngày|hàng ngày|thường ngày|được giao)|làm đúng (?:việc|phận sự|bổn phận)"
)
ROUTINE: Final = cue(
    r"nhiều năm|(?:\d+|mấy|hai|ba|bốn|năm|mười|chục) năm (?:liền|liên tục|qua|nay|công tác"
    r"|gắn bó|làm)"
    r"|cả năm|hằng năm|hàng năm|(?:6|sáu) tháng đầu năm|trong năm"
    r"|vượt (?:\d+ ?% |mức )?(?:chỉ tiêu|kế hoạch|mức|dự toán|định mức|sản lượng)|(?:cán"
    r"|về) đích (?:sớm|trước)|(?:xếp|đứng) (?:đầu|thứ|nhất|nhì)(?! vụ)|(?:tăng"
    r"|vượt) \d+(?:[.,]\d+)? ?%|đạt (?:\d+ ?%|giải)"
    r"|hoàn thành(?: (?:xuất sắc|tốt|vượt mức|sớm|trước))* (?:nhiệm vụ|chỉ tiêu|kế hoạch|báo cáo"
    r"|công việc|tiến độ)"
    r"|dạy giỏi|tận tụy|cống hiến|thâm niên|gương mẫu|giải (?:nhất|nhì|ba|khuyến khích|cao)"
    r"|kiểm tra đột xuất|thanh tra đột xuất|báo cáo đột xuất|họp đột xuất|đợt thi đua|đợt cao điểm"
    r"|tổng kết|làm tốt nhất|thành tích (?:xuất sắc )?trong (?:công tác|năm|phong trào)"
    r"|trong ca trực"
    r"|ca trực|mổ (?:cấp cứu|đẻ|thành công|lấy|cho|bắt)|phẫu thuật|quyết toán|thu thuế"
    r"|thu ngân sách|sơ kết|(?:vượt|trước|đúng|sớm hơn) (?:tiến độ|thời hạn|kế hoạch|hạn)"
    r"|nhiều đóng góp|có đóng góp|đóng góp (?:cho|vào) (?:phong trào|hội|ngành|sự nghiệp)"
    r"|hoàn thành(?: \w+){0,3} sớm|chăm chỉ|cần mẫn|chuyên cần|gắn bó|thành tích cao"
    r"|đạt (?:huy chương|hạng)"
    r"|giải quyết (?:\d+|hơn|gần) (?:\w+ ){0,2}hồ sơ"
)
DRILL: Final = cue(
    r"diễn tập|hội thao|hội thi|huấn luyện|tập huấn|tình huống giả định|giả định tình huống"
    r"|thao diễn|hội diễn|thực binh|cứu nạn giả định|nạn nhân giả|đóng vai nạn nhân"
)
OCCASION: Final = cue(r"nhân (?:kỷ niệm|ngày|dịp)|chào mừng|nhân \d{1,2}[/-]\d{1,2}|dịp kỷ niệm")
PRETENDED: Final = cue(r"giả định|nạn nhân giả|đóng vai|đóng giả|giả tưởng|tình huống giả")
CARE: Final = cue(
    r"(?:bác sĩ|y sĩ|bác sỹ|điều dưỡng)(?! (?:nói|bảo|cho biết|kết luận|khẳng định|xác định"
    r"|đánh giá|nhận định))|kíp trực|kíp mổ|khoa \w+|mổ (?:cấp cứu|đẻ|thành công|lấy|cho"
    r"|bắt)|phẫu thuật|ca trực|(?:cứu|chữa|chăm sóc|điều trị|khám)(?: \w+){0,3} (?:bệnh nhân"
    r"|sản phụ)"
)
OWN: Final = cue(
    r"(?:lấy|cứu|giữ|dập|bảo vệ|đẩy|kéo|bê|khiêng|chuyển|đưa|vác|dắt|chở|mang|khuân)(?!\w)"
    r"[^.;]{0,60}?"
    r"(?:của (?:chính )?(?:nhà |gia đình |bản thân )?(?:mình|nhà mình|(?:ông|anh|chị|bà"
    r"|cô)(?: (?:ấy|ta))?"
    r"(?= ?(?:[,.;)]|$|khỏi|ra|hôm|ngày|về|lên|và)))"
    r"|nhà mình"
    r"|của (?:chính )?(?:gia đình|nhà))"
)
OF_OTHERS: Final = cue(
    r"của (?:(?:các|mấy|những|cả|em|cháu|bạn|người|cô|chú|\d+) )*(?:học sinh|sinh viên|khách"
    r"|công nhân|thuê(?: trọ)?|ở trọ|đi thuê|trọ|gửi)(?!\w)"
    r"|của (?:bà con|hàng xóm|nhân dân|dân|nhà nước|hợp tác xã|htx|công ty|cơ quan|trường|xã|ubnd"
    r"|nhà (?:bên|khác|hàng xóm)|(?:\d+|hai|ba|bốn|mấy|các) (?:nhà|hộ)|người khác|tập thể|trạm)"
    r"|(?:cho|giúp) (?:họ|bà con|hàng xóm|dân|người|nhà (?:bên|khác|hàng xóm))"
    r"|nhà (?:bên|khác|hàng xóm|kế bên)"
    r"|(?:cứu|bế|cõng|dìu|vớt|kéo|đưa|giúp)(?: (?:được|sống|cả|thêm|\d+|một|hai|ba))*"
    r" (?:người|cháu|em|bé|trẻ|bà|cụ|mẹ|con(?! (?:trâu|bò|lợn|dê|gà|chó|ngựa|vật|vịt))|vợ|chồng"
    r"|bố|nạn nhân|học sinh|hàng xóm|khách|bạn"
    r"|dân(?! (?:bò|trâu|lợn|dê|gà|vịt|ngựa|gia súc|ong|cá)(?!\w)))"
)
NO_ONE_ELSE: Final = cue(
    r"không (?:cứu|có|giúp)(?!\w)[^.;]{0,24}(?:cho ai|nhà ai|ai khác|nhà khác|gì khác|của ai"
    r"|nhà nào|hộ nào|người nào|ai nữa)"
    r"|chỉ (?:cứu|lấy|đưa|kéo|chuyển|có)(?!\w)[^.;]{0,40}(?:của mình|nhà mình|của gia đình"
    r"|của nhà|chính)"
    r"|(?:không|chưa|chẳng|ko) (?:hề )?(?:lan|cháy lan|cháy|ảnh hưởng)(?: (?:sang|đến|tới|gì))*"
    r" (?:nhà|hộ|ai|người|xung quanh|hàng xóm)"
    r"|(?:nhà|hộ|gia đình|người) (?:khác|bên cạnh|xung quanh|hàng xóm|bên)(?: \w+){0,3}?"
    r" (?:không|chẳng|chưa|ko) (?:(?:hề|bị|có|ai) )*(?:gì|sao|thiệt hại|ảnh hưởng|ngập|cháy"
    r"|việc gì|mất gì|nguy hiểm)(?!\w)"
    r"|không (?:ai|có ai|nhà nào)(?: \w+){0,3} (?:bị ảnh hưởng|bị nạn|gặp nạn)"
)
SELF_SAVED: Final = cue(
    r"tự (?:\w+ ){0,4}?(?:chui|bò|leo|bơi|thoát|nhảy|trèo)(?: (?:\w+ ){0,2}?(?:ra|lên|vào bờ|thoát"
    r"|thân|nạn))?|thoát thân|tự (?:cứu|thoát)|cứu (?:lấy )?(?:chính )?(?:mình|bản thân)"
)
HEARSAY: Final = cue(
    r"có ý kiến|(?:có người|lãnh đạo|có (?:đồng chí|đ/c|đc|anh|chị|bác|sếp|bạn|vị)|nhiều người"
    r"|một số người|anh em|họ|kế toán|ai đó)"
    r"(?: (?:cũng|thì|lại|còn|đã))* (?:cho|nói|bảo|nghĩ|thắc mắc|phản đối|cho rằng|cho là)"
)
OPEN: Final = cue(
    r"(?:không|chưa|chẳng|ko|k) (?:hỏi được|hỏi rõ|hỏi|kiểm tra được|tra được|rõ|biết|chắc"
    r"|xác định|nắm được|nắm rõ"
    r"|phân biệt)(?!\w)[^.;?]{0,70}"
    r"(?:nhiệm vụ|kế hoạch|chuyên môn|chương trình|lịch (?:trực|phân công|công tác)|phân công"
    r"|ca trực|(?:ngoài|trong) giờ|được giao|chức trách|phận sự|tự nguyện|tự phát|trách nhiệm)"
)
# the deed itself is found not to be so
FALSE: Final = cue(
    r"(?:xác minh|kết luận|kiểm tra|thẩm tra)(?: (?:lại|thì|là|cho|thấy|rằng|việc|này))*"
    r" (?:không (?:đúng|có thật|có|phải|chính xác)|sai|bịa)"
    r"|(?:không|chẳng) đúng sự thật|tin (?:giả|bịa|đồn)|bịa đặt|bịa ra|dựng chuyện(?! môn)"
    r"|khai khống"
)
# he brought the danger about himself
CAUSED: Final = cue(
    r"(?:(?:tự|chính|vô ý|lỡ|bất cẩn)(?: \w+){0,3} )?(?:gây ra|gây|làm) (?:vụ )?(?:cháy|hỏa hoạn"
    r"|tai nạn"
    r"|sạt lở)|đốt (?:nương|rẫy|rác|đồng|ruộng|vàng mã)(?: \w+){0,6}? (?:cháy|lan|bén)"
)
NO_BEFORE: Final = cue(r"(?:không|chưa|chẳng|ko|k|đâu|ngoài)(?: \w+){0,3} $")
# `không có vụ nào phải cứu người`: there was nothing to do
NO_CASE: Final = cue(
    r"(?:không|chẳng|chưa|ko)(?: (?:hề|có|xảy ra|phát sinh|ghi nhận|thấy|gặp))*"
    r" (?:vụ|ca|trường hợp|sự cố|việc|ai|người|hộ|nhà|chỗ)(?: (?:nào|gì))?(?: \w+){0,2}?"
    r" (?:phải|cần)(?: (?!nên|mà|nhưng|vì|do|thì)\w+){0,5} ?$"
)
NOMINAL: Final = cue(r"(?:diễn tập|công tác|kỹ năng|lớp|tập huấn|thi|phương án) $")
DENIED: Final = cue(r"(?:không|chưa|chẳng|ko|đâu có)(?: (?:hề|có|trực tiếp|kịp|ai|phải))* $")
