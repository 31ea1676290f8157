"""Answers that look unusual on the wire and are right: a program must not even notice."""

from __future__ import annotations

from support.wire_proxy import Exchange


def behind_interim(interim: bytes):
    def fault(exchange: Exchange) -> None:
        exchange.send(interim + exchange.carry_out().whole)

    return fault


def byte_by_byte(exchange: Exchange) -> None:
    for byte in exchange.carry_out().whole:
        exchange.send(bytes([byte]))


def tiny_chunks(exchange: Exchange) -> None:
    answer = exchange.carry_out()
    exchange.send(answer.head("Transfer-Encoding: chunked"))
    for byte in answer.body:
        exchange.send(b"1\r\n%c\r\n" % byte)
    exchange.send(b"0\r\nX-Trailer: late\r\n\r\n")


def closed_behind(*lines: str, version: str = "HTTP/1.1"):
    """A right answer; then the connection is gone, as it said or unsaid."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        told = [line.replace("{n}", str(len(answer.body))) for line in lines]
        exchange.send(answer.head(*told, version=version) + answer.body)
        exchange.hang_up()

    return fault


def bare_line_feeds(exchange: Exchange) -> None:
    answer = exchange.carry_out()
    exchange.send(answer.head(f"Content-Length: {len(answer.body)}", end="\n") + answer.body)


def lines(*more: str):
    """Further lines in the head."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        exchange.send(answer.head(f"Content-Length: {len(answer.body)}", *more) + answer.body)

    return fault
