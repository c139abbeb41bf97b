"""A pack and a full input into which tests plant the faults of whoever writes packs."""

from __future__ import annotations

from pathlib import Path

from cli.running import Briefing
from exploring import ALL, tried

from localities.made import CAO_SON, write_pack
from localities.with_input import HEAD

INPUT = (
    HEAD
    + """\
  ho: {{label: số hộ cam kết an toàn, value: 45, out_of: 50, unit: hộ, area: pccc}}
situation: {{favourable: [Được cấp trên quan tâm], difficult: [Địa bàn có nhiều đối tượng]}}
results:
  - area: phong_chong_toi_pham
    statements: ["Phối hợp Công an tỉnh xử lý {{vu}}, {{vu.change}}",
                 Xây dựng 45/50 mô hình tự quản]
  - area: pccc
    statements: ["Tổ chức {{buoi}} tuyên truyền, {{buoi.change}}", "Vận động {{ho}} ký cam kết"]
strengths: [Tình hình an ninh được giữ vững]
limitations: [Công tác tuyên truyền có lúc chưa kịp thời, Quân số còn thiếu so với yêu cầu]
causes: {{objective: [Địa bàn rộng và chia cắt], subjective: [Một số cán bộ chưa sâu sát]}}
lessons: [Bám sát địa bàn cơ sở]
forecast: Tình hình tiếp tục diễn biến phức tạp
tasks:
  - {{text: Tiếp tục tuần tra vũ trang, lead: Công an xã, deadline: trong quý I}}
  - {{text: Mở đợt cao điểm tấn công tội phạm, lead: Công an xã}}
  - {{text: Diễn tập chữa cháy rừng tại thôn, lead: Quân sự xã}}
proposals:
  - {{to: Ủy ban nhân dân tỉnh, text: Bổ sung kinh phí hoạt động}}
  - {{to: Công an tỉnh, text: Trang bị thêm phương tiện}}
extra:
  tiet_kiem: [{{don_vi: Trạm Y tế, so_tien: 8}}, {{don_vi: Trường học, so_tien: 12}}]
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
EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
KIND = '[thong-bao]\nkind = "Thông báo"\nsymbol = "TB"\ndescription = {vi = "Thông báo"}\n'
MACROS = '{% import "macros.md.j2" as m with context %}\n'
TITLE = "# {{ kind }}\n\nKết quả {{ report.subject }} {{ this }}\n\n"
RESULTS = (
    "## {{ headings.results }}\n\n{% for area in report.results %}\n### {{ area.heading }}\n\n"
    "{{ m.paragraphs(area.statements) }}\n{% endfor %}\n"
)
END = "\n\nTrên đây là thông báo của {{ report.issuer.name }}{{ end_mark }}\n"


def block(name: str, text: str) -> str:
    """Return a block that says something else."""
    return f"{{% block {name} %}}\n{text}\n{{% endblock %}}\n"


def more(text: str, name: str = "assessment") -> str:
    """Return a block that says more."""
    return block(name, f"{{{{ super() }}}}\n\n{text}")


def saved(text: str) -> str:
    """Return the section of the pack's own table."""
    return block("tiet_kiem", f"## Tiết kiệm\n\n{text}")


def table(heads: str, cells: str, rows: str = "report.extra.tiet_kiem.lines", end: str = "") -> str:
    """Return a table with a row for each of some things."""
    rule = "|".join(" --- " for _ in heads.split("|"))
    body = f"{{% for row in {rows} %}}\n| {cells} |\n{{% endfor %}}\n"
    return f"| {heads} |\n|{rule}|\n{body}{end}"


def own(body: str, title: str = TITLE, end: str = END) -> str:
    """Return a template of a kind that no template of the program bears the name of."""
    text, mark, annex = body.partition("\n# ")
    return f"{MACROS}{title}{text}{end}{mark}{annex}"


def write(
    template: str = "", said: str = "", macros: str = "", kind: str = "", above: str = ""
) -> Path:
    """Write the pack and return the file of the input; ``kind`` is a template of an own kind."""
    section = (
        "" if "block tiet_kiem" in template else saved("{{ m.table(report.extra.tiet_kiem) }}")
    )
    text = f"{above}{CAO_SON}{said}{FIELD}"
    folder = write_pack("cao-son", text, bao_cao_tong_ket=EXTENDS + template + section)
    if macros:
        text = f'{{% extends "macros.md.j2" %}}\n{macros}'
        (folder / "macros.md.j2").write_text(text, encoding="utf-8")
    if kind:
        (folder / "kinds.toml").write_text(KIND, encoding="utf-8")
        (folder / "thong-bao.md.j2").write_text(kind, encoding="utf-8")
    file = Path("năm.yaml")
    name = "thong-bao" if kind else "bao-cao-tong-ket"
    file.write_text(INPUT.format(kind=name), encoding="utf-8")
    return file


def remarked_on(briefing: Briefing, source: Path, rule: str) -> None:
    """Hold that a rule is warned of at the pack, and a document is built.

    By build and, of some rules, by check or preview in turn; where all is tried, by all three.
    """
    asked = (("check", "vi"), ("build", "en"), ("preview", "vi"))
    other = asked[0] if len(rule) % 2 else asked[2]
    for command, language in asked if ALL else (asked[1], other)[: 1 + tried(rule)]:
        outcome = briefing(command, source, "--lang", language)
        lines = [line for line in (outcome.out + outcome.err).splitlines() if f"[{rule}]" in line]
        word = {"vi": "cảnh báo: ", "en": "warning: "}[language]
        assert lines, outcome
        assert all(word in line and line.startswith("localities/cao-son/") for line in lines)
    assert source.with_suffix(".docx").exists()


def left_alone(briefing: Briefing, source: Path) -> None:
    """Hold that a document is built and nothing of the pack remarked on."""
    outcome = briefing("build", source)

    told = [line for line in outcome.err.splitlines() if "localities/" in line]
    assert (outcome.code, told) == (0, []), outcome.err
