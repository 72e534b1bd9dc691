"""What ends a command with a sentence and a code instead of a traceback."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - a sentence for whoever started the command
    """The sentence, in words for the reader; the command ends with exit 2."""
