"""The words of a lack or a denial, what of a case they are said of, and where they do no harm."""

from __future__ import annotations

from typing import Final

from language.marked import cue

# said of anything it tells of a lack
LACK: Final = cue(
    r"phân vân|lăn tăn|băn khoăn|do dự|(?:hơi|còn|khá) (?:mỏng|yếu|non)|nghi ngờ|thiếu|quên"
    r"|(?:bảo|bắt|cho|phải|bị|tạm) dừng"
    r"|(?<!nội )(?<!bán )(?<!cư )(?<!lưu )(?<!thường )(?<!tạm )(?<!bài )trừ(?! sở| cột| trì)"
    r"|vượt|thừa ra|từ chối|quá hạn|hết hạn|hết hiệu lực|(?<!chỉ )hủy|phản đối"
    r"|bác (?:bỏ|đi|ý|đề)|bị(?: \w+){0,3}? (?:trả|bác|gạt|chê|loại)"
    r"|(?:phải|yêu cầu|bắt|đòi|bảo|về)(?: \w+){0,2}? (?:làm|sửa|viết|soạn|họp|bổ sung|chỉnh)"
    r"(?: sửa)? (?:lại|thêm)|dự thảo|bản nháp|trái (?:với|quy)|lách|làm ngơ|bỏ sót"
    r"|(?:đang|còn|vẫn)(?: (?:đang|còn))* (?:chạy|diễn ra|tiếp tục|kéo dài|dở|dang dở|tiếp diễn"
    r"|phát động)"
    r"|mới (?:hết|kết thúc|được (?:một|nửa))|(?:bỏ|dừng|thôi)(?: \w+)? giữa chừng"
    r"|giữa chừng (?:bỏ|dừng|thôi)|nháp|dự phòng"
    r"|(?:ngoài|trước|sau|sai|lệch) (?:thời gian|phạm vi|đối tượng|khoảng|giai đoạn|mốc|đợt)"
    r"|trước (?:khi|cả|ngày|lúc)(?: \w+){0,2} (?:phát động|đợt|phong trào|thi đua|hướng dẫn)"
)
# said of the things of a case only
DENIAL: Final = cue(
    r"chưa|không|ko|chẳng|chả|đâu (?:có|đã)|làm gì (?:có|đã)|mới chỉ|bỏ (?:qua|trống|không)"
    r"|(?:đang|còn|phải) (?:chờ|đợi|nợ|treo|vướng)"
)
# what is still to come is not there
TO_COME: Final = cue(
    r"(?:tuần|tháng|quý) (?:sau|tới)|sang (?:tuần|tháng|quý)|ngày mai|(?:mấy|vài|ít) (?:hôm|ngày"
    r"|bữa)"
    r" nữa|nay mai|sắp(?! xếp| đặt)|sẽ|dự kiến|đợi|chờ"
)
STEPS: Final = cue(
    r"kế hoạch|kh|phát động|tổng kết|hướng dẫn|hd|báo cáo|bc|hội đồng|hđ|hđtđkt|biên bản|họp"
    r"|bình xét"
    r"|ban hành|ký|văn bản|công văn"
)
CONCERNS: Final = cue(
    r"ấn định|xác định|quy định|phân bổ|giới hạn|biểu quyết|bỏ phiếu|một nửa|dở|kế hoạch|kh"
    r"|phát động|tổng kết|sơ kết|hướng dẫn|hd|báo cáo|bc|hội đồng|hđ|biên bản|họp|ký"
    r"|ban hành|duyệt|phê duyệt|thẩm định|thông qua|đồng ý|thống nhất|nhất trí|chấp thuận"
    r"|chấp nhận|số lượng|chỉ tiêu|suất|tiêu biểu|nổi bật|văn bản|công văn|chỉ đạo|giấy tờ|giấy"
    r"|toàn tỉnh|nhiều ngành|liên ngành|sáng kiến|đề tài|thành tích|thời gian|đối tượng"
    r"|tiêu chuẩn|tiêu chí|phạm vi|hình thức|giải pháp|nhiệm vụ|đúng|đủ|đạt|hợp lệ|xong|ổn|rõ"
    r"|bầu|xét|bình xét|bỏ phiếu|tham gia|trực tiếp|thẩm quyền|điều kiện|hồ sơ|minh chứng|dấu"
    r"|đăng ký|so sánh|đối chiếu|chuyên đề|nội dung|phần|mục|ý kiến|thuộc|nằm|ai|gì|làm|thấy"
    r"|sở nội vụ|snv|có|được|hoàn thành|hoàn tất|nghiệm thu|công nhận|xác nhận|khen|cho|đâu"
)
HARMLESS: Final = cue(
    r"(?:không|ko|chẳng|chưa|chả)(?: (?:hề|có|bị|ai|gì|thấy|dám))*"
    r" (?:vướng|đổi|sao|biết|rõ|hiểu|rành|quen|thạo|lo"
    r"|phải|cần|ngại|kỷ luật|ảnh hưởng|liên quan|khó|chỉ|những"
    r"|thay đổi|trùng|mới|đề nghị cấp trên|trình huyện|trình tỉnh|trình lên|đề nghị tỉnh"
    r"|gì khác|tranh cãi|dùng|đòi|yêu cầu|bắt buộc|nỡ|tiếc|bàn cãi|chê|đơn thư"
    r"|(?:chịu|muốn) (?:rút|bỏ|bớt|cắt)|khiếu nại|thanh tra|kết luận|vi phạm|bàn gì"
    r"|vấn đề gì|ý kiến gì khác|ai có ý kiến|trở ngại|vấp|mắc|chê trách|phàn nàn|chần chừ)"
    r"|(?:không|chứ không|ko)(?: (?:hề|có|đề nghị|trình|khen|xin|tặng|phải|cho|tập thể|cấp|lên"
    r"|cả|gửi|nhờ)){1,5} (?:ban chỉ đạo|bcđ|ban(?! \w)|cấp trên|trên|huyện|tỉnh|sở|ai|ubnd)"
    r"(?:,? (?:cũng |chẳng |không )*(?:xin|trình|lên|gửi|đề nghị|hay|và|hoặc)? ?(?:huyện|tỉnh))?"
    r"|(?:không|chẳng|ko) (?:lấy|trình|chọn|khen|xin|đưa|đề nghị)(?: (?:cho|tới|đến|thêm))*"
    r" (?:đủ|hết)(?: (?:cả|số|suất|con số|số lượng|chỉ tiêu))* \d{1,3}(?! (?:nội dung|phần|mục))"
    r"|(?:không|ko|chẳng|chưa|khó)(?: (?:thể|còn|sao))? (?:lùi|hoãn|dời|đổi|thay|kéo|rút ngắn"
    r"|xê dịch)"
    r"(?: \w+){0,2} ?(?:được|nổi|nữa)?"
    r"|(?:không|chưa) (?:dùng|lấy|sử dụng|xài|đủ|tới|đến) (?:hết )?(?:số|chỉ tiêu|suất|hạn mức"
    r"|\d+(?! (?:nội|phần|mục|điều|thứ|ngày|ý)))"
    r"|(?:không|chưa) (?:hết|vượt|quá|lệch|sai|thừa|thiếu)(?: \w+){0,2}"
    r"|(?:được|đủ|ổn|kịp|đúng|sao|phải|vậy|gì|nào|nữa|khen|trình|hết|rồi|thế|muộn|trễ|chậm)"
    r" (?:không|chưa|ko|k)(?= ?(?:$|[?.,!]|(?:ạ|a/c|a|vậy|nhỉ|hay|các|anh|em|thế)(?!\w)))"
    r"|(?:không|chẳng|chả)(?: còn)? nợ(?: \w+){0,2}|không (?:còn |có )+(?:cái|sáng kiến"
    r"|đề tài)(?: nào)? (?:khác|nữa)"
    r"|(?:trước đó|lúc đó) (?:không|chưa) làm gì|(?:không|chẳng) (?:bớt|bỏ|cắt"
    r"|rút)(?: ai)?(?: được)?"
    r"|không xem xét (?:lại|nữa)|hay (?:không|chưa)|(?:có|là)(?: \w+){0,8} (?:không"
    r"|chưa)(?=,? (?:hay|hoặc))"
    r"|(?:nghe nói|nghe bảo|người ta (?:nói|bảo)|có người (?:nói|bảo)|anh em (?:nói|bảo)"
    r"|(?:em )?nhớ(?: là| rằng)?|bảo(?: là)?)(?: \w+){0,10} không(?: \w+){0,3}"
    r"|không (?:hề )?đưa(?: \w+){0,2} (?:ban chỉ đạo|bcđ)|chữa cháy|phòng chống"
    r"|(?:em|tôi|mình|bọn em|đơn vị|xã|phòng) (?:cũng |đã )?không đưa(?: vào)?"
    r"|chứ (?:không|ko) (?:đánh máy|viết tay|gõ|in)|ngoài trời|quá trình"
    r"|bỏ phiếu|bỏ (?:ra|tiền|công|sức)|ngoài ra"
    r"|quá tốt|không (?:những|ít|hẳn|riêng|phải dạng)|chờ (?:trao|đón|hướng dẫn của a|trả lời)"
    r"|(?:nghĩ|tưởng)(?: \w+){0,3} không (?:vượt|sao|quá)|không (?:được )?quá|không (?:được )?vượt"
    r"|(?:không|chưa)(?: hề)? (?:ai )?(?:bị|mắc|dính|có)(?: \w+){0,2} (?:kỷ luật|thanh tra"
    r"|kiểm tra|vi phạm|đơn thư|sai phạm|khuyết điểm|tai tiếng)"
)
TURNS: Final = cue(r"nhưng|mà|song|tuy|thế nhưng|có điều")
