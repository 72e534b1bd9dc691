"""Several corrections in one message: `sửa ngày thành 12/11 và 13 người chứ không phải 12`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.corrections import Correction, read_correction

_LONGEST: Final = 400
_FEWEST: Final = 2
_CUT: Final = re.compile(r"(\s*[,;\n]\s*|\.\s+|\s+(?:và|va|còn|con|rồi|roi|với|voi|and)\s+)")
_LEFT_OUT: Final = "sửa "
"""What is said once and meant of each: `sửa ngày thành 12/11, tổng số thành 19`."""


def read_corrections(text: str) -> tuple[Correction, ...]:
    """The corrections that a message is made of, in its order; empty where it is no two.

    The first says that it is one; each further one says so too, names its fact, or has a number.
    """
    if len(text) > _LONGEST or text.rstrip().endswith("?"):
        return ()
    found: list[Correction] = []
    piece = joint = ""
    for part, cut in _parts(text):
        piece, joint = f"{piece}{joint}{part}", cut
        one = _next(piece) if found else read_correction(piece)
        if one is not None and one.value_text:
            found.append(one)
            piece = joint = ""
    return tuple(found) if len(found) >= _FEWEST and not piece else ()


def leads(text: str) -> Iterator[tuple[str, str]]:
    """The text cut in two at each joint, the longest first part first, where it may be two."""
    if len(text) > _LONGEST or text.rstrip().endswith("?"):
        return
    pieces = _CUT.split(text.strip(" ,.;\n"))
    for joint in range(len(pieces) - 2, 0, -2):
        yield "".join(pieces[:joint]), "".join(pieces[joint + 1 :])


def _parts(text: str) -> list[tuple[str, str]]:
    """What stands between the joints, each with the joint behind it."""
    pieces = [*_CUT.split(text.strip(" ,.;\n")), ""]
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def _next(piece: str) -> Correction | None:
    """A correction behind another, which need not say again that it is one."""
    own = read_correction(piece)
    if own is not None:
        return own
    meant = read_correction(f"{_LEFT_OUT}{piece}")
    if meant is not None and meant.target is not None:
        return meant
    has_number = any(sign.isdigit() for sign in piece)
    return (meant or Correction(None, piece)) if has_number else None
