"""What a damaged or forged ZIP raises, whoever reads it: Word, a list, a letter, a backup."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import Final

# a password is RuntimeError, an unknown method NotImplementedError, which is one
BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
)
