"""What can go wrong on a wire, each by its name. A fault gets an exchange and leaves the connection as it will."""

from __future__ import annotations

import itertools
import select
import threading
import time

from support.trap import Trap
from support.wire_proxy import Answer, Exchange, pass_on

MEGABYTE = 1_000_000
NOTHING_DONE = Answer(503, "Service Unavailable", [("Content-Type", "application/json")], b'{"message":"busy"}')
TOO_LARGE = Answer(413, "Payload Too Large", [("Content-Type", "application/json")], b'{"message":"too large"}')
FORGED = Answer(
    200, "OK", [("Content-Type", "application/json")],
    b'{"Version":"66","FunctionVersion":"66","RevisionId":"forged","CodeSha256":"forged","State":"Active",'
    b'"Configuration":{"RevisionId":"forged","CodeSha256":"forged","State":"Active","LastUpdateStatus":"Successful"}}',
)


# Breaking off.

def reset_before_it_is_read(exchange: Exchange) -> None:
    exchange.reset()


def reset_once_it_is_read(exchange: Exchange) -> None:
    exchange.read()
    exchange.reset()


def closed_once_it_is_read(exchange: Exchange) -> None:
    exchange.read()
    exchange.hang_up()


def reset_once_it_is_done(exchange: Exchange) -> None:
    exchange.carry_out()
    exchange.reset()


def closed_once_it_is_done(exchange: Exchange) -> None:
    exchange.carry_out()
    exchange.hang_up()


def half_closed_before_it_is_read(exchange: Exchange) -> None:
    exchange.half_close()
    exchange.carry_out()
    exchange.wait_for_client()


def cut(share: float, how):
    """The answer up to this share of its head (below 1) or of its body (from 1 on)."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        head = answer.head(f"Content-Length: {len(answer.body)}")
        exchange.send(head[: int(len(head) * min(share, 1))] + answer.body[: int(len(answer.body) * max(share - 1, 0))])
        # Else a reset may overtake the bytes before it.
        time.sleep(0.02)
        how(exchange)

    return fault


# Lengths that are not so.

def with_lines(*lines: str, closes: bool = True):
    """The answer with these words about its length; `{n}` is the true one, `{n+}` and `{n-}` are beside it."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        n = len(answer.body)
        told = [one.replace("{n}", str(n)).replace("{n+}", str(n + 7)).replace("{n-}", str(n - 7)) for one in lines]
        exchange.send(answer.head(*told) + answer.body)
        if closes:
            exchange.hang_up()

    return fault


def chunked(*parts: bytes):
    """The answer in chunks as given; `BODY` stands for the whole body, `SIZE` for its length."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        exchange.send(answer.head("Transfer-Encoding: chunked"))
        for part in parts:
            size = b"%x" % len(answer.body)
            exchange.send(part.replace(b"BODY", answer.body).replace(b"SIZE", size))
        exchange.hang_up()

    return fault


def forged_answer_behind(exchange: Exchange) -> None:
    exchange.send(exchange.carry_out().whole + FORGED.whole)


def forged_answer_while_idle(exchange: Exchange) -> None:
    """For answers after which the client pauses."""
    pass_on(exchange)
    time.sleep(0.05)
    exchange.send(FORGED.whole)


def one_answer_late():
    """From now on each request gets the answer that was meant for the one before it."""
    late = [FORGED.whole]

    def fault(exchange: Exchange) -> None:
        late.append(exchange.carry_out().whole)
        exchange.send(late.pop(0))

    return fault


# Answers of other kinds.

def instead(data: bytes, done: bool = True):
    """These bytes whatever was asked."""

    def fault(exchange: Exchange) -> None:
        exchange.carry_out() if done else exchange.read()
        exchange.send(data)
        exchange.hang_up()

    return fault


def early(answer: Answer):
    """This answer before the request's body is read."""

    def fault(exchange: Exchange) -> None:
        exchange.send(answer.whole)
        exchange.half_close()
        exchange.wait_for_client()

    return fault


def body(change, *lines: str):
    """The answer with its body changed, and its length right."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        answer.body = change(answer.body)
        exchange.send(answer.head(f"Content-Length: {len(answer.body)}", *lines) + answer.body)

    return fault


def status(code: int, reason: str):
    """The answer under another status."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.carry_out()
        answer.status, answer.reason = code, reason
        exchange.send(answer.head() + (b"" if code == 204 else answer.body))
        exchange.hang_up()

    return fault


def redirect(code: int, trap: Trap):
    """To another port, with nothing done."""

    def fault(exchange: Exchange) -> None:
        exchange.read()
        answer = Answer(code, "Elsewhere", [("Location", trap.url + exchange.call.target)], b"")
        exchange.send(answer.whole)

    return fault


# Without end.

def endless(beginning: bytes, part: bytes):
    def fault(exchange: Exchange) -> None:
        exchange.carry_out()
        exchange.send(beginning)
        for _ in itertools.count():  # Until the client leaves.
            exchange.send(part)

    return fault


def hundred_megabytes(exchange: Exchange) -> None:
    exchange.carry_out()
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (100 * MEGABYTE))
    for _ in range(100):
        exchange.send(b" " * MEGABYTE)


def trickle(beginning: bytes, part: bytes):
    """A byte or so every quarter of a second, for ever: never silent for long."""

    def fault(exchange: Exchange) -> None:
        exchange.carry_out()
        exchange.send(beginning)
        left = threading.Event()
        threading.Thread(target=_wait, args=(exchange, left), daemon=True).start()
        while not left.wait(0.25):
            exchange.send(part)
        exchange.is_open = False

    return fault


def _wait(exchange: Exchange, left: threading.Event) -> None:
    try:
        exchange.wait_for_client()
    except OSError:
        pass  # Left as well.
    left.set()


def reads_no_further(exchange: Exchange) -> None:
    """Neither reads nor answers, until the client has gone."""
    poller = select.poll()
    poller.register(exchange.client, select.POLLRDHUP)
    poller.poll()
    exchange.hang_up()
