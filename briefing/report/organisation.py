"""Who issues the report, who signs it, and who receives it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefing.report.base import NO_ITEMS, Facts, Text
from briefing.report.choices import Force
from briefing.report.roles import Framed, Steering

Level = Literal["central", "province", "district", "commune"]
Authority = Literal["KT", "TL", "TUQ", "Q"]
Secrecy = Literal["mật", "tối mật", "tuyệt mật"]
Urgency = Literal["khẩn", "thượng khẩn", "hỏa tốc"]


class Issuer(Facts):
    """The issuing body as it stands in sentences and in the letterhead.

    ``unit_name`` ("xã Cao Sơn") and ``under`` ("tỉnh Hòa Bình") let the profile of force and level
    fill in what is not given. ``unit`` is the drafting unit in the symbol of a letter
    (``UBND-NC``). ``lines`` break the name in the letterhead; all of them belong to the issuing
    body and are bold. ``parent`` is the direct superior body only (Nghị định 30/2020/NĐ-CP, Phụ
    lục I, II.2).
    """

    name: Framed[Text | None] = None
    unit_name: Steering[Text | None] = None
    under: Steering[Text | None] = None
    symbol: Framed[Text | None] = None
    unit: Framed[Text | None] = None
    level: Steering[Level | None] = None
    force: Steering[Force] = "people_committee"
    parent: Framed[list[Text]] = NO_ITEMS
    lines: Framed[list[Text]] = NO_ITEMS


class Signature(Facts):
    """The signing block: for whom, in whose stead, with what post, and the name when it is known.

    ``collective`` gives ``TM.``; ``authority`` with ``head`` gives ``KT.``, ``TL.``, ``TUQ.`` or
    ``Q.`` (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7.b). ``unit_head`` is whose deputy signs by an
    order: ``TL.``, then ``KT.``. ``other_post`` is the post that the signer holds elsewhere, above
    the name (II.7.c, II.7.đ: the State post of who signs for a steering committee). ``rank`` stands
    before the name where the ministry's practice has it (police, military, border guard); elsewhere
    no rank or degree does.
    """

    collective: Text | None = None
    authority: Authority | None = None
    head: Text | None = None
    unit_head: Text | None = None
    post: Text | None = None
    other_post: Text | None = None
    rank: Text | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _in_whose_stead(self) -> Self:
        if (self.authority is None) != (self.head is None):
            raise PydanticCustomError("head_without_authority", "authority and head go together")
        if self.unit_head is not None and self.authority not in ("TL", "TUQ"):
            raise PydanticCustomError("unit_head_without_order", "unit_head stands below TL or TUQ")
        return self


class Partner(Facts):
    """A body that issues together with the issuer, which leads: its name there, and who signs.

    The decree does not speak of documents of several bodies; this is how offices set them.
    """

    lines: Annotated[list[Text], Field(min_length=1)]
    symbol: Text
    signature: Signature

    @model_validator(mode="after")
    def _signed_by_somebody(self) -> Self:
        if self.signature.post is None and self.signature.authority != "Q":
            raise PydanticCustomError("partner_without_post", "a partner's signer has a post")
        return self


class Marks(Facts):
    """What stands beside the main parts where an office uses it (Phụ lục I, III.1 to III.4).

    ``secrecy`` and ``urgency`` are stamps under the number, ``circulation`` a frame above the
    letterhead; ``drafter`` and ``copies`` stand under the recipients (``PL.(300)``), ``contact`` at
    the foot of the first page, line by line. An ``electronic`` document leaves its number and date
    open in the reference line of its annexes (III.1.c).
    """

    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    circulation: Text | None = None
    drafter: Text | None = None
    copies: Annotated[int, Field(ge=1)] | None = None
    contact: list[Text] = NO_ITEMS
    electronic: Steering[bool] = False


class Recipients(Facts):
    """The addressees to whom the report goes up, and the list under ``Nơi nhận``."""

    addressees: list[Text] = NO_ITEMS
    copies: list[Text] = NO_ITEMS
    archive: Text = "VT"
