"""The blocks of a commit (a CAR file, version 1), each held against its own digest.

`libipld` decodes such a file whole, and neither checks the digests nor keeps the bytes they are of. So the framing is
read here and the blocks are left to it. Source: https://ipld.io/specs/transport/car/carv1, "Format Description".
"""

import hashlib

import libipld

from vigil.model.errors import Malformed

_CIDV1_DAG_CBOR_SHA256 = b"\x01\x71\x12\x20"  # and 32 bytes of digest: the only form of a record's address
_CID_BYTES = len(_CIDV1_DAG_CBOR_SHA256) + 32


def record_in(car: bytes, cid: bytes) -> dict[str, object] | None:
    """The record at an address, or None: it is not in the file, or its bytes are not what the address says.

    Args:
        car: The file.
        cid: The record's address, binary, as in a commit's operation.

    Raises:
        Malformed: It is no CAR file, or the record is no map.
    """
    if len(cid) != _CID_BYTES or not cid.startswith(_CIDV1_DAG_CBOR_SHA256):
        raise Malformed("cid: not of a record")
    length, at = _varint(car, 0)
    at += length  # the header names the root, which nothing here rests on
    while at < len(car):
        length, begin = _varint(car, at)
        at = begin + length
        if at > len(car) or length < _CID_BYTES:
            raise Malformed("blocks: a block is cut off")
        if car[begin : begin + _CID_BYTES] == cid:
            return _checked(car[begin + _CID_BYTES : at], cid)
    return None


def _checked(block: bytes, cid: bytes) -> dict[str, object] | None:
    if hashlib.sha256(block).digest() != cid[-32:]:
        return None
    try:
        record = libipld.decode_dag_cbor(block)
    except (ValueError, RecursionError) as error:
        raise Malformed("blocks: a record is not DAG-CBOR") from error
    if not isinstance(record, dict):
        raise Malformed("blocks: a record is no map")
    return record


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number of at most 9 bytes, and where it ends."""
    number = shift = 0
    for index in range(at, min(at + 9, len(data))):
        number |= (data[index] & 0x7F) << shift
        if data[index] < 0x80:
            return number, index + 1
        shift += 7
    raise Malformed("blocks: no CAR file, or cut off")
