"""The words around numbers in reports, each with the symbol that the reader sees of it.

A text is read as a string of symbols, one for each number, mark and word, so that what belongs
together is said by short patterns. Capital and small letters stand for words that matter,
a full stop for any other word.

=======  ==========================================================================
``U D``  a rise, a fall: tăng, giảm; nhiều hơn, ít hơn
``H h``  above, below a target: vượt, thấp hơn
``f L``  from, to: từ; lên, xuống, còn
``v l``  against; the last period: so với; cùng kỳ, năm trước
``C``    a share: chiếm
``A``    reached: đạt, hoàn thành
``E``    the same in other words: bằng, tương đương, tức
``r``    names of a rate or a level: tỷ lệ, mức, con số
``T``    a target: kế hoạch, chỉ tiêu, dự toán
``W``    a whole: trong tổng số
``I G``  some of its parts, its parts: trong đó; gồm
``B``    the rest: còn lại
``X``    times: gấp
``M m``  an average, for each: bình quân, mỗi
``e s``  what happened, what was done about it: xảy ra, làm rõ
``K k``  votes, places in a ranking
``n``    not; ``o`` a list that goes on; ``y`` respectively; ``~`` another matter
``a``    a small word between a verb and its number: thêm, tới; ``&`` and
``d``    a date, a year, the name of a period
``g``    no change
=======  ==========================================================================
"""

from __future__ import annotations

_SYMBOLS = {
    "U": "tăng|gia tăng|tăng trưởng|nhiều hơn|nâng|tăng thu|bị đội|đội giá|đội vốn|nhích|leo|cộng|"
    "bật",
    "D": "giảm|cắt giảm|kéo giảm|sụt giảm|suy giảm|ít hơn|hạ|sụt|mất|để mất|bốc hơi|lùi|tụt|rơi|"
    "trượt",
    "H": "vượt|cao hơn|lớn hơn",
    "h": "thấp hơn|hụt|kém|chưa đạt|không đạt",
    "f": "từ",
    "L": "còn tồn|còn tồn đọng|chuyển kỳ sau|chuyển năm sau|"
    "lên|xuống|còn|thành|chỉ còn|về mức|lùi về|về còn|về|chốt phiên|chốt phiên tại|"
    "chốt phiên ở|"
    "đóng cửa tại|đóng cửa ở|đóng cửa|kết thúc tại|kết thúc ở|kết thúc phiên ở|dừng ở|dừng tại|"
    "giao dịch ở|giao dịch tại|chốt ở|đứng ở|chốt phiên giao dịch ở|đóng cửa phiên giao dịch ở",
    "v": "so với|so|đối chiếu",
    "l": "cùng kỳ|năm ngoái|năm trước|kỳ trước|tháng trước|quý trước|tuần trước|phiên trước|"
    "trước đó|đầu năm|đợt trước|năm học trước|hôm trước|phiên liền trước|tháng liền trước|"
    "năm liền trước|trước đây",
    "C": "chiếm",
    "A": "đạt|đạt được|hoàn thành|thực hiện|thực hiện được",
    "E": "bằng|tương đương|tương đương với|tương ứng|tương ứng với|tức|tức là|nghĩa là|hay|hay là|"
    "=",
    "r": "tỷ lệ|tỉ lệ|tốc độ|tỷ trọng|tỉ trọng|mức|con số|tỷ suất|ngưỡng",
    "T": "kế hoạch|chỉ tiêu|dự toán|mục tiêu|định mức|kh|yêu cầu|quy định|nhu cầu|chỉ tiêu giao",
    "W": "trong số|trong tổng số|trên tổng số|tổng số|tổng cộng|trong tổng|trên tổng|tổng|trên số|"
    "trong cả|trong toàn bộ|toàn bộ",
    "I": "trong đó|trong số đó|trong số này|trong đấy|riêng",
    "G": "gồm|bao gồm|gồm có|bao gồm có|"
    "với hình thức|với các hình thức|bằng hình thức|theo các mức|cụ thể|chia ra|cụ thể là",
    "B": "còn lại|số còn lại|phần còn lại",
    "X": "gấp",
    "M": "bình quân|trung bình",
    "m": "mỗi",
    "e": "xảy ra|phát hiện|tiếp nhận|thụ lý|ghi nhận|kiểm tra|rà soát|thanh tra|có|nhận được|thu|"
    "đăng ký|khảo sát|thống kê|nhận|chỉ có|ban hành|đã có",
    "s": "làm rõ|khám phá|giải quyết|xử lý|điều tra|bắt giữ|bắt|khởi tố|xử phạt|phá|triệt phá",
    "K": "đại biểu|phiếu|biểu quyết|bỏ phiếu|tín nhiệm|phiếu bầu|nhấn nút|bấm nút|cử tri|"
    "tán thành|nghị sĩ|hạ nghị sĩ|thượng nghị sĩ|phiếu thuận|bầu",
    "k": "vị trí|xếp|xếp hạng|đứng|thứ hạng|hạng|thứ|đứng thứ|xếp thứ",
    "n": "không|chưa",
    "o": "khác|một số|v.v|vv|nhiều|những|các|vài|ngoài ra|chủ yếu|tiêu biểu|phần lớn|đa số|"
    "hàng chục|hàng trăm|hàng nghìn|hàng ngàn|hàng vạn|hàng triệu|hàng tỷ|hàng loạt",
    "y": "lần lượt",
    "~": "trong khi|tuy nhiên|nhưng|song|đồng thời|bên cạnh|nếu|trong lúc|mặt khác|ngược lại",
    "a": "thêm|tới|đến|mạnh|nhẹ|sâu|vọt|đều|chỉ|được|cả|đã|là|có tới|có đến|thêm được|nhanh|tiếp|"
    "lên tới|cao|thực|thật|ở|xấp xỉ như|vào|cũng|đang|đi|với|cùng với|tục|hiện|vẫn|ước",
    "&": "và|cùng|lẫn",
    "d": "nay|hôm nay|hôm qua",
    "g": "không thay đổi|không tăng, không giảm|không tăng không giảm|bằng cùng kỳ|không đổi",
    # Words that begin like one of the above and are none.
    ".": "yếu kém|yếu, kém|"
    "tăng cường|tăng tốc|tăng ca|giảm thiểu|giảm nghèo|nâng cao|nâng cấp|có thể|có khả năng|"
    "bao gồm cả|gồm cả|chưa gồm|không gồm|chưa bao gồm|không bao gồm|hoàn thành tốt|thu nhập|"
    "bằng khen|bằng cách|bằng lái|xuống cấp|lên đường|thực hiện tốt|thành phố|thành viên|"
    "thành lập|thành tích|thành phần|thành công|thành niên|thành ủy|thành thị|thành tựu|thành quả|"
    "trở thành|hình thành|thu giữ|thu hồi|thu hút|thực hiện nghiêm|từng|cao điểm|cấp cao|"
    "có hiệu lực|còn gọi|có điều kiện|mất tích|số thứ tự|hàng hóa|hàng hoá|hàng không|"
    "khoảng cách|sầu riêng|"
    "trở lên|trở xuống|trên địa bàn|trên cơ sở|trên biển|các loại|các cấp|nhiều năm|"
    "thu được|"
    "bắn hạ|bắn rơi|hạ gục|hạ sát|hạ cánh|đánh rơi|"
    "lớn hơn nữa|hơn nữa|sớm hơn|muộn hơn|tốt hơn|dài hơn|ngắn hơn|nhỏ hơn|đông hơn|xa hơn|"
    "khó khăn hơn|rẻ hơn|đắt hơn|thắng|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chiều cao|"
    "đội ngũ|đội tuyển|đội trưởng|trình độ đại học trở lên|chủ trương|riêng lẻ|"
    "mức độ|tổng công ty|tổng giám đốc|tổng bí thư|tổng cục|tổng thống|tổng hợp|tổng kết|"
    "tổng thư ký|"
    "tổng thể|tổng quan|tổng lãnh sự|giảm án|hạ tầng|hạ viện|hạ sĩ|xếp loại|cả nước|phá sản|"
    "thành tiền|về việc|về các|về những|về một|cộng đồng|cộng sản|cộng hòa|cộng hoà|cộng tác|"
    "loại trung bình|dưới trung bình|trên trung bình|học lực trung bình|trung bình khá|"
    "trung bình yếu|trung bình trở lên|trung bình trở xuống|"
    "hay không|bắt đầu|mất tích|mất an toàn|mất trật tự|trượt tuyết|bắt buộc|thu mua|nhận thức|"
    "nhận định|nhận xét|kém hiệu quả|ngân hàng|khách hàng|cửa hàng|mặt hàng|đơn hàng|bán hàng|"
    "nhà hàng|gian hàng|lô hàng|hàng năm|hàng tháng|hàng ngày|hàng tuần|hàng quý",
}

CUES: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
"""The phrases of the lexicon by their first word, the longest first, each with its symbol."""

for _symbol, _phrases in _SYMBOLS.items():
    for _phrase in _phrases.split("|"):
        _words = tuple(_phrase.replace(",", " ,").split())
        CUES[_words[0]] = (*CUES.get(_words[0], ()), (_words, _symbol))
CUES = {
    first: tuple(sorted(phrases, key=lambda entry: -len(entry[0])))
    for first, phrases in CUES.items()
}
