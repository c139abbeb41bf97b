"""A commune's pack and an input, whose texts say whatever a test wants them to say."""

from __future__ import annotations

from pathlib import Path

from localities.made import CAO_SON, write_pack
from localities.test_ways_to_a_wrong_document import EXTENDS

HEAD = """\
schema: 1
kind: {kind}
locality: cao-son
period: {{year: 2024}}
date: 2024-12-20
subject: công tác bảo đảm an ninh, trật tự
figures_annex: true
figures:
  vu: {{label: số vụ phạm tội được phát hiện, value: 9, previous: 12, unit: vụ,
       area: phong_chong_toi_pham, target: {{value: 8}}}}
  buoi: {{label: số buổi tuyên truyền, value: 24, previous: 20, unit: buổi, area: pccc,
         target: {{value: 21}}}}
"""
"""What an input says before its results, two figures among it."""

INPUT = (
    HEAD
    + """\
results:
  - area: phong_chong_toi_pham
    statements: ["Phối hợp Công an tỉnh xử lý {{vu}}, {{vu.change}}"]
  - area: pccc
    statements: ["Tổ chức {{buoi}} tuyên truyền, {{buoi.change}}"]
strengths: [Tình hình an ninh được giữ vững]
limitations: [Công tác tuyên truyền có lúc chưa kịp thời]
causes: {{objective: [Địa bàn rộng và chia cắt], subjective: [Một số cán bộ chưa sâu sát]}}
lessons: [Bám sát địa bàn]
forecast: Tình hình tiếp tục diễn biến phức tạp
tasks: [{{text: Tiếp tục tuần tra, lead: Công an xã, deadline: trong quý I}}]
proposals: [{{to: Ủy ban nhân dân tỉnh, text: Bổ sung kinh phí}}]
extra: {{tiet_kiem: [{{don_vi: Trạm Y tế, so_tien: 8}}]}}
"""
)
FIELD = """\
[sections]
bao-cao-tong-ket = ["situation", "results", "tiet_kiem", "assessment", "plan", "proposals"]
[fields.tiet_kiem]
type = "table"
label = "kết quả tiết kiệm"
[fields.tiet_kiem.columns]
don_vi = "Đơn vị"
so_tien = { head = "Số tiền (triệu đồng)", type = "number" }
"""
SAVED = """
{% block tiet_kiem %}
## Tiết kiệm

TABLE
{% endblock %}
"""
USUAL = SAVED.replace("TABLE", "{{ m.table(report.extra.tiet_kiem) }}")


def saved(heads: str, cells: str) -> str:
    """Return the section of the pack's own field with a table of its own."""
    rows = f"{{% for row in report.extra.tiet_kiem.lines %}}\n| {cells} |\n{{% endfor %}}"
    return SAVED.replace("TABLE", f"| {heads} |\n| --- | --- |\n{rows}")


def block(name: str, text: str) -> str:
    """Return a block that says something else."""
    return f"{{% block {name} %}}\n{text}\n{{% endblock %}}\n"


def more(text: str, name: str = "assessment") -> str:
    """Return a block that says more."""
    return block(name, f"{{{{ super() }}}}\n\n{text}")


def write(template: str = "", said: str = "", macros: str = "", kind: str = "") -> Path:
    """Write the pack and return the file of the input."""
    own = template if "tiet_kiem" in template else template + USUAL
    folder = write_pack("cao-son", f"{CAO_SON}{said}{FIELD}", bao_cao_tong_ket=EXTENDS + own)
    if macros:
        text = f'{{% extends "macros.md.j2" %}}\n{macros}'
        (folder / "macros.md.j2").write_text(text, encoding="utf-8")
    file = Path("năm.yaml")
    file.write_text(INPUT.format(kind=kind or "bao-cao-tong-ket"), encoding="utf-8")
    return file
