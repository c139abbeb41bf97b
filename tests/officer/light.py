"""A report whose form is soon made: that of Hòa Bình with two of its figures.

The fields of a figure are most of a form, and a browser takes half a second for those of a whole
report each time that it is shown. Where a test looks at how one field is typed into, two will do.
"""

from __future__ import annotations

import re
from pathlib import Path

from cli.running import HOA_BINH

KEPT = ("kham_pha", "to_lien_gia")
_SAID = """\
results:
  - area: phong_chong_toi_pham
    statements:
      - Công tác đấu tranh, phòng chống tội phạm đạt nhiều kết quả tích cực. Đã khám phá {kham_pha}

models:
  - name: Tổ liên gia phòng cháy, chữa cháy
    figure: to_lien_gia
    where: xây dựng, ra mắt trên địa bàn tỉnh

"""


def light_report(folder: Path) -> Path:
    """Lay the report into a folder, under the name of the whole one."""
    text = HOA_BINH.read_text(encoding="utf-8")
    head, figures, after = re.split(r"(?m)^(?:figures:\n|figures_annex: true\n\n)", text)
    entries = re.split(r"(?m)^(?=  \w+:$)", figures.rstrip())
    kept = [entry for entry in entries if entry.strip().partition(":")[0] in KEPT]
    rest = after[after.index("strengths:") : after.index("source:\n")]
    rest += after[after.index("inferred:\n") :]
    file = folder / HOA_BINH.name
    file.write_text(f"{head}figures:\n{''.join(kept)}\n{_SAID}{rest}", encoding="utf-8")
    return file
