"""One synthetic year in three sizes, the same content for every tool that is measured."""

from __future__ import annotations

from typing import Any

import briefing.report
from briefing.templating import find_kind

SENTENCE = (
    "Tăng cường phối hợp giữa các lực lượng, chủ động nắm chắc tình hình, giải quyết kịp thời "
    "các vấn đề phát sinh ngay từ cơ sở, không để bị động, bất ngờ trong mọi tình huống, nội dung "
)


SENTENCES = [
    "Đã khám phá 91/97 vụ (đạt 93,81%), làm rõ 1.315 đối tượng, thu giữ hơn 61,475 kg ma túy.",
    "Xảy ra 409 vụ, giảm 34 vụ (7,67%, 409/443 vụ) so với cùng kỳ năm 2022.",
    "Tuyên truyền 23 đợt/504 lượt cán bộ; vận động 76.979 hộ gia đình mở lối thoát nạn thứ 2.",
    "Tiếp tục thực hiện Đề án 06; ngày 29/12/2023 tổ chức hội nghị, chiếm 61,2% tổng số.",
]
"""Sentences of real reports, right in their arithmetic."""


def paragraphs(count: int) -> list[str]:
    """Return ``count`` different paragraphs of running text."""
    return [f"{SENTENCE}{number}." for number in range(1, count + 1)]


def rows(count: int) -> list[tuple[str, str, str, str, str]]:
    """Return ``count`` table rows of five cells."""
    return [
        (str(n), f"Chỉ tiêu số {n} về trật tự, an toàn xã hội", "vụ", f"{n}/{n * 2}", "50%")
        for n in range(1, count + 1)
    ]


def report(paragraph_count: int, row_count: int) -> briefing.report.Report:
    """Return a loaded report with that many paragraphs and table rows."""
    find_kind("bao-cao-tong-ket")
    data: dict[str, Any] = {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2023},
        "date": "2023-12",
        "place": "Hòa Bình",
        "issuer": {
            "name": "Ủy ban nhân dân tỉnh Hòa Bình",
            "symbol": "UBND",
            "lines": ["Ủy ban nhân dân", "tỉnh Hòa Bình"],
        },
        "subject": "công tác bảo đảm an ninh, trật tự",
        "figures": {
            f"chi_tieu_{n}": {
                "label": f"chỉ tiêu số {n} về trật tự, an toàn xã hội",
                "unit": "vụ",
                "value": n,
                "out_of": n * 2,
            }
            for n in range(1, row_count + 1)
        },
        "figures_annex": True,
        "results": [{"heading": "Kết quả", "statements": paragraphs(paragraph_count)}],
        "limitations": ["Chưa nêu"],
        "recipients": {"copies": ["Các sở, ngành của tỉnh"]},
        "signature": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
    }
    return briefing.report.Report.model_validate(data)
