"""All faults that wires are tested with, by their names."""

from __future__ import annotations

import gzip

from support import wire_faults as faults
from support import wire_oddities as oddities
from support.trap import Trap
from support.wire_proxy import Exchange, Fault


def not_in_utf_8(text: bytes) -> bytes:
    """A byte that begins no character, in the first text of the body."""
    return text.replace(b'":"', b'":"\xff', 1)


JSON_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = JSON_HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

NOT_DONE: dict[str, Fault] = {
    "reset before it is read": faults.reset_before_it_is_read,
    "reset once it is read": faults.reset_once_it_is_read,
    "closed once it is read": faults.closed_once_it_is_read,
    "503 before it is read": faults.early(faults.NOTHING_DONE),
}

BROKEN_OFF: dict[str, Fault] = {
    "reset once it is done": faults.reset_once_it_is_done,
    "closed once it is done": faults.closed_once_it_is_done,
    "half-closed before it is read": faults.half_closed_before_it_is_read,
    "reset in the head": faults.cut(0.5, Exchange.reset),
    "closed in the head": faults.cut(0.5, Exchange.hang_up),
    "half-closed in the head": faults.cut(0.9, Exchange.half_close),
    "reset behind the head": faults.cut(1, Exchange.reset),
    "closed behind the head": faults.cut(1, Exchange.hang_up),
    "reset in the body": faults.cut(1.5, Exchange.reset),
    "closed in the body": faults.cut(1.5, Exchange.hang_up),
}

# A whole answer, but the next request may be on its way when the connection ends.
LEFT: dict[str, Fault] = {"closed behind it": oddities.closed_behind("Content-Length: {n}")}

WRONG_LENGTHS: dict[str, Fault] = {
    "Content-Length too large": faults.with_lines("Content-Length: {n+}"),
    "Content-Length negative": faults.with_lines("Content-Length: -5"),
    "Content-Length no number": faults.with_lines("Content-Length: many"),
    "Content-Length beyond all numbers": faults.with_lines("Content-Length: 99999999999999999999999"),
    "two lengths, the last too large": faults.with_lines("Content-Length: {n}", "Content-Length: {n+}"),
    "chunk larger than told": faults.chunked(b"3\r\nBODY\r\n0\r\n\r\n"),
    "chunk smaller than told": faults.chunked(b"ffff\r\nBODY\r\n0\r\n\r\n"),
    "chunk of no size": faults.chunked(b"zz\r\nBODY\r\n0\r\n\r\n"),
    "chunk beyond all numbers": faults.chunked(b"fffffffffffffffff\r\nBODY\r\n0\r\n\r\n"),
    "no last chunk": faults.chunked(b"SIZE\r\nBODY\r\n"),
    "a forged answer behind it": faults.forged_answer_behind,
}

# What is left of the body is an answer of its own, for all that a client can tell.
CUT_SHORT: dict[str, Fault] = {
    "Content-Length too small": faults.with_lines("Content-Length: {n-}", closes=False),
    "two lengths, the first too small": faults.with_lines("Content-Length: {n-}", "Content-Length: {n}"),
    "two lengths, the last too small": faults.with_lines("Content-Length: {n}", "Content-Length: {n-}"),
}

STRANGE: dict[str, Fault] = {
    "no status line": faults.instead(b"220 mail.test ESMTP\r\n"),
    "a body and nothing else": faults.instead(b"{}"),
    "a status that is no number": faults.instead(b"HTTP/1.1 OK\r\n\r\n"),
    "status 999": faults.instead(b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n"),
    "TLS": faults.instead(b"\x15\x03\x03\x00\x02\x02\x28"),
    "HTTP/2": faults.instead(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00HTTP/2"),
    "101": faults.instead(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"),
    "304": faults.status(304, "Not Modified"),
    "408 and closed": faults.instead(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n", done=False),
}

UNREADABLE: dict[str, Fault] = {
    "204": faults.status(204, "No Content"),
    "an empty body": faults.body(lambda text: b""),
    "gzip": faults.body(gzip.compress, "Content-Encoding: gzip"),
    "a coding nobody knows": faults.body(lambda text: text[::-1], "Content-Encoding: reversed"),
    "not UTF-8": faults.body(not_in_utf_8),
    "UTF-16": faults.body(lambda text: text.decode().encode("utf-16")),
    "a page": faults.instead(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Sign in</html>"),
}

# A function answers in a body of its own, whole and as it is.
NO_ANSWER_OF_A_FUNCTION: dict[str, Fault] = {
    name: {**UNREADABLE, **CUT_SHORT}[name]
    for name in ("an empty body", "gzip", "a coding nobody knows", "a page", "Content-Length too small")
}

# Lambda's answers to other questions: run it later, and do not run it.
NOT_RUN: dict[str, Fault] = {
    "202": faults.instead(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", done=False),
    "204": faults.instead(b"HTTP/1.1 204 No Content\r\n\r\n", done=False),
}

ENDLESS: dict[str, Fault] = {
    "headers without end": faults.endless(JSON_HEAD, b"X-More: and more\r\n" * 1000),
    "a header of 1 MB": faults.instead(JSON_HEAD + b"X-Long: " + b"x" * faults.MEGABYTE + b"\r\n\r\n{}"),
    "interim answers without end": faults.endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "a body without end": faults.endless(JSON_HEAD + b"\r\n", b" " * 65_536),
    "chunks without end": faults.endless(CHUNKED, (b"40\r\n" + b"x" * 64 + b"\r\n") * 1000),
    "trailers without end": faults.endless(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X-More: and more\r\n" * 1000),
    "100 MB": faults.hundred_megabytes,
}

SLOW: dict[str, Fault] = {
    "a slow head": faults.trickle(JSON_HEAD, b"X-Slow: 1\r\n"),
    "a slow body": faults.trickle(JSON_HEAD + b"\r\n{", b" "),
    "slow interim answers": faults.trickle(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
    "a slow chunk extension": faults.trickle(CHUNKED + b"2;a=", b"a"),
    "silence": faults.trickle(b"", b""),
}


def redirects(trap: Trap) -> dict[str, Fault]:
    return {str(code): faults.redirect(code, trap) for code in (301, 302, 307, 308)}


# Right, and to be not even noticed.
ODDITIES: dict[str, Fault] = {
    "100 before it": oddities.behind_interim(b"HTTP/1.1 100 Continue\r\n\r\n"),
    "103 before it": oddities.behind_interim(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nRetry-After: 9\r\n\r\n"),
    "many interim answers": oddities.behind_interim(b"HTTP/1.1 102 Processing\r\n\r\n" * 200),
    "byte by byte": oddities.byte_by_byte,
    "tiny chunks and a trailer": oddities.tiny_chunks,
    "closed behind it, as told": oddities.closed_behind("Content-Length: {n}", "Connection: close"),
    "HTTP/1.0": oddities.closed_behind("Content-Length: {n}", version="HTTP/1.0"),
    "HTTP/1.0, ended by closing": oddities.closed_behind(version="HTTP/1.0"),
    "bare line feeds": oddities.bare_line_feeds,
    "60 KB of headers": oddities.lines(*["X-Padding: " + "x" * 990] * 60),
    "headers that are no UTF-8": oddities.lines("X-Name: J\xf6rg", "X-Bytes: \xff\xfe\x80"),
}
