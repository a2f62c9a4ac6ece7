"""The outermost layer of the wire: a compressed payload with its size said beforehand."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Callable
from typing import Final

import zstandard

from fieldapp.contract.limits import MAX_PACKED, MAX_UNPACKED, Unreadable

LZMA_FILTERS: Final = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 8 << 20, "lc": 4, "lp": 0, "pb": 0}]
ZSTD_LEVEL: Final = 9
DOWN: Final = b"z"
UP: Final = b"x"
HEAD: Final = 9


def squeeze(payload: bytes, codec: bytes) -> bytes:
    """codec, size, checksum, compressed payload; ``x`` is the strong codec for thin links, ``z`` the fast one."""
    if len(payload) > MAX_UNPACKED:
        raise Unreadable("wire.too_large")
    head = codec + len(payload).to_bytes(4, "big") + zlib.crc32(payload).to_bytes(4, "big")
    return head + squeezed(payload, codec)


def inflate(body: bytes) -> bytes:
    """The payload; what is too large, or not as large as it said, is refused before it takes memory."""
    if len(body) > MAX_PACKED:
        raise Unreadable("wire.too_large")
    if len(body) < HEAD or body[:1] not in READERS:
        raise Unreadable("wire.not_ours")
    size, checksum = int.from_bytes(body[1:5], "big"), int.from_bytes(body[5:HEAD], "big")
    if size > MAX_UNPACKED:
        raise Unreadable("wire.too_large")
    try:
        payload = READERS[body[:1]](body[HEAD:], size)
    except (lzma.LZMAError, zstandard.ZstdError, EOFError) as broken:
        raise Unreadable("wire.damaged") from broken
    if len(payload) != size or zlib.crc32(payload) != checksum:
        raise Unreadable("wire.damaged")
    return payload


def squeezed(payload: bytes, codec: bytes) -> bytes:
    """The payload in a compressor's spelling, without a head."""
    if codec == UP:
        # a dictionary beyond the payload finds nothing more and costs eleven times its size in memory
        reach = min(LZMA_FILTERS[0]["dict_size"], max(1 << 16, len(payload)))
        return lzma.compress(payload, lzma.FORMAT_RAW, filters=[{**LZMA_FILTERS[0], "dict_size": reach}])
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_content_size=True).compress(payload)


def _unlzma(body: bytes, size: int) -> bytes:
    inflater = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=LZMA_FILTERS)
    payload = inflater.decompress(body, size + 1)
    if not inflater.eof or inflater.unused_data:
        raise Unreadable("wire.damaged")
    return payload


def _unzstd(body: bytes, size: int) -> bytes:
    with zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(body) as stream:
        return stream.read(size + 1)


READERS: Final[dict[bytes, Callable[[bytes, int], bytes]]] = {UP: _unlzma, DOWN: _unzstd}
