"""Which paragraph style sets which part of a document, and how it stands on the page."""

from __future__ import annotations

from briefing.values import record

BODY = "BodyText"
RULE = "DrawnRule"
DASH_ITEM = "ListBullet"
LETTER_ITEM = "ListNumber"

TEXT = "body"
"""What the text that follows a part is called where parts are named."""

_LEVELS = (1, 2, 3)


@record
class Setting:
    """How a component's paragraph stands: Word's name for the style, its place, its space.

    ``of`` is the component whose type it has, if not its own; ``next`` the component that follows
    when a person ends the paragraph, if not the same again. ``offered`` styles stand in Word's
    gallery, the lower the number the earlier.
    """

    style: str
    title: str
    align: str = "left"
    before: int = 0
    after: int = 0
    keep_next: bool = False
    outline: bool = False
    of: str = ""
    next: str = ""
    offered: int = 0


# Space in twips. The decree fixes sizes and weights; space around the parts is the clerk's eye.
SETTINGS: dict[str, Setting] = {
    "national_name": Setting("NationalName", "Quốc hiệu", "center", next="motto"),
    "party_name": Setting("PartyName", "Tiêu đề văn bản của Đảng", "center"),
    "motto": Setting("Motto", "Tiêu ngữ", "center"),
    "parent": Setting("ParentBody", "Cơ quan chủ quản", "center", next="issuer"),
    "issuer": Setting("IssuingBody", "Cơ quan ban hành", "center"),
    "number": Setting("DocumentNumber", "Số ký hiệu", "center", before=60),
    "place_date": Setting("PlaceDate", "Địa danh và thời gian", "center", before=60),
    "about": Setting("LetterSubject", "Trích yếu công văn", "center", before=120),
    "kind": Setting(
        "Title", "Title", "center", before=360, keep_next=True, next="subject", offered=4
    ),
    "subject": Setting("Subtitle", "Subtitle", "center", keep_next=True, next=TEXT, offered=4),
    "addressees": Setting("Addressees", "Kính gửi", "left", before=120, next="addressee"),
    "addressee": Setting("Addressee", "Nơi kính gửi", "left", of="addressees"),
    "signature": Setting("SignerPost", "Quyền hạn người ký", "center"),
    "post": Setting("Post", "Chức vụ người ký", "center", next="signer"),
    "signer": Setting("SignerName", "Họ tên người ký", "center", before=1500),
    "recipients_label": Setting("RecipientsLabel", "Nơi nhận", "left", next="recipients"),
    "recipients": Setting("Recipients", "Danh sách nơi nhận", "left"),
    "secrecy": Setting("Secrecy", "Dấu chỉ độ mật", "center"),
    "urgency": Setting("Urgency", "Dấu chỉ mức độ khẩn", "center"),
    "draft": Setting("Draft", "Dự thảo", "center", before=120),
    "circulation": Setting("Circulation", "Chỉ dẫn phạm vi lưu hành", "center"),
    "drafter": Setting("Drafter", "Ký hiệu người soạn thảo", "right"),
    "contact": Setting("Contact", "Thông tin liên hệ", "center"),
    "annex_label": Setting(
        "AnnexLabel",
        "Phụ lục",
        "center",
        keep_next=True,
        outline=True,
        next="annex_title",
        offered=5,
    ),
    "annex_title": Setting(
        "AnnexTitle", "Tên phụ lục", "center", keep_next=True, next=TEXT, offered=5
    ),
    "annex_reference": Setting(
        "AnnexReference", "Tham chiếu phụ lục", "center", keep_next=True, next=TEXT
    ),
    "table": Setting("TableText", "Nội dung bảng", "left", before=40, after=40, offered=6),
    "table_head": Setting("TableHead", "Tiêu đề bảng", "center", before=40, after=40, offered=6),
    "page_number": Setting("Header", "header", "center"),
}

TWINS = {"post": "signature"}
"""Components that share the style of another where a standard sets both alike."""


def style_of(component: str) -> str:
    """Return the style id of a component, or of the text."""
    return BODY if component == TEXT else SETTINGS[component].style


def heading_style(level: int) -> str:
    """Return the style id of the headings of a level, counted from 1."""
    return f"Heading{level}"


def heading_key(level: int) -> str:
    """Return what a look calls the headings of a level."""
    return f"heading{level}"


def style_names() -> dict[str, tuple[str, str]]:
    """Return id and name of the style of every part of a document, by what a look calls it."""
    headings = {heading_key(level): (heading_style(level), f"heading {level}") for level in _LEVELS}
    return {
        TEXT: (BODY, "Body Text"),
        **headings,
        "dash_item": (DASH_ITEM, "List Bullet"),
        "letter_item": (LETTER_ITEM, "List Number"),
        **{name: (setting.style, setting.title) for name, setting in SETTINGS.items()},
    }
