"""A commune's report with an outline of its own, as data."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]


def data(*sections: Data, **more: Any) -> Data:
    return {
        "schema": 1,
        "kind": "bao-cao-tong-ket",
        "period": {"year": 2025},
        "date": "2025-12",
        "place": "Cao Sơn",
        "subject": "công tác cải cách hành chính",
        "issuer": {
            "name": "Ủy ban nhân dân xã Cao Sơn",
            "symbol": "UBND",
            "level": "commune",
            "lines": ["Ủy ban nhân dân", "xã Cao Sơn"],
        },
        "signature": {"collective": "Ủy ban nhân dân", "post": "Chủ tịch"},
        "recipients": {"copies": ["Các thôn"]},
        "sections": list(sections),
        **more,
    }


ONE: Data = {"title": "Kết quả", "statements": ["Đã làm"]}
