"""The test seam: a requests adapter that calls the real centre in process, over a line that can fail in every way."""

from __future__ import annotations

import gzip
import io
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import requests
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from requests.adapters import BaseAdapter, HTTPAdapter
from starlette.testclient import TestClient

from fieldapp.contract import packing


@dataclass(frozen=True)
class Reply:
    """What comes out of the line."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def said(self, body: bytes) -> Reply:
        """The same reply with another body, and a length that fits it."""
        return replace(self, body=body, headers={**self.headers, "content-length": str(len(body))})


Ask = Callable[[bytes], Reply]
Fault = Callable[[Ask, bytes], Reply]


def whole(ask: Ask, question: bytes) -> Reply:
    return ask(question)


def question_lost(ask: Ask, question: bytes) -> Reply:
    raise requests.exceptions.ConnectionError("reset")


def answer_lost(ask: Ask, question: bytes) -> Reply:
    ask(question)
    raise requests.exceptions.ConnectionError("reset")


def offline(ask: Ask, question: bytes) -> Reply:
    raise requests.exceptions.ConnectTimeout("no route")


def twice(ask: Ask, question: bytes) -> Reply:
    ask(question)
    return ask(question)


def question_cut(at: int) -> Fault:
    """The centre sees the first bytes only, and what it says to that comes back."""
    return lambda ask, question: ask(question[:at])


def answer_cut(at: int, honest: bool = False) -> Fault:
    """The first bytes of the answer; ``honest``: with the full length announced, else a proxy set the length anew."""

    def cut(ask: Ask, question: bytes) -> Reply:
        reply = ask(question)
        return replace(reply, body=reply.body[:at]) if honest else reply.said(reply.body[:at])

    return cut


def garbled(at: int) -> Fault:
    """One bit of the answer's body is another."""

    def garble(ask: Ask, question: bytes) -> Reply:
        reply = ask(question)
        body = bytearray(reply.body)
        body[at % len(body)] ^= 1 << at % 8
        return reply.said(bytes(body))

    return garble


def instead(status: int, body: bytes = b"", **headers: str) -> Fault:
    """Somebody else answers, and the centre hears nothing; ``content_type="…"`` gives headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda ask, question: Reply(status, {"content-length": str(len(body)), **named}, body)


portal = instead(200, b"<html><title>Selamat datang di WiFi</title></html>", content_type="text/html")
redirect = instead(302, b"", location="http://127.0.0.1/login")


def problem(status: int, **headers: str) -> Fault:
    """The centre refuses the request as a whole."""
    return instead(status, b'{"status":%d}' % status, content_type="application/problem+json", **headers)


def swollen(ask: Ask, question: bytes) -> Reply:
    """The answer, inflated by a proxy into a gzip bomb of 200 MB."""
    reply = ask(question)
    bomb = gzip.compress(reply.body + bytes(200_000_000), 1)
    return replace(reply.said(bomb), headers={**reply.said(bomb).headers, "content-encoding": "gzip"})


def signed_by_another(key: Ed25519PrivateKey) -> Fault:
    """The centre's own words, under a signature that is not the centre's."""

    def forge(ask: Ask, question: bytes) -> Reply:
        reply = ask(question)
        answer = packing.read_answer(reply.body, key.public_key())
        return reply.said(packing.pack_answer(answer, Ed25519PrivateKey.generate()))

    return forge


class Late:
    """A line that keeps each answer back and hands it out for the next question."""

    def __init__(self) -> None:
        self._kept: Reply | None = None

    def __call__(self, ask: Ask, question: bytes) -> Reply:
        kept, self._kept = self._kept, ask(question)
        if kept is None:
            raise requests.exceptions.ReadTimeout("late")
        return kept


class Wire(BaseAdapter):
    """A line to a centre; ``faults`` are used up one a request, then it is whole. ``bodies`` keeps what was asked."""

    def __init__(self, centre: TestClient) -> None:
        super().__init__()
        self._centre = centre
        self.faults: deque[Fault] = deque()
        self.bodies: list[bytes] = []
        self.replies: list[Reply] = []

    def session(self) -> requests.Session:
        session = requests.Session()
        session.mount("http://127.0.0.1", self)
        session.trust_env = False
        return session

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        question = request.body if isinstance(request.body, bytes) else b""
        fault = self.faults.popleft() if self.faults and request.method == "POST" else whole

        def ask(body: bytes) -> Reply:
            headers = {k: v for k, v in request.headers.items() if k.lower() != "content-length"}
            got = self._centre.request(str(request.method), str(request.url), content=body, headers=headers)
            self.bodies.append(body)
            self.replies.append(Reply(got.status_code, dict(got.headers), got.content))
            return self.replies[-1]

        return _response(request, fault(ask, question))

    def close(self) -> None:
        """Nothing to close: the centre goes on."""


def _response(request: requests.PreparedRequest, reply: Reply) -> requests.Response:
    raw = urllib3.HTTPResponse(
        body=io.BytesIO(reply.body),
        headers=dict(reply.headers),
        status=reply.status,
        preload_content=False,
        decode_content=False,
        request_method=request.method,
    )
    return HTTPAdapter().build_response(request, raw)
