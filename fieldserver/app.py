"""The centre over HTTP: routes that hand on, and refusals in the one form of RFC 9457."""

from __future__ import annotations

import random
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from fieldapp import __version__
from fieldapp.contract import packing
from fieldapp.contract.limits import MAX_PACKED, Unreadable
from fieldapp.contract.messages import PROTOCOL, Question
from fieldapp.errors import BusyError
from fieldserver import accounts
from fieldserver.config import Settings
from fieldserver.database import connect, migrate
from fieldserver.exchange import exchange
from fieldserver.judge import Sender

CONTENT_TYPE = "application/vnd.fieldapp.exchange"
PROBLEM_TYPE = "application/problem+json"
EXCHANGE_HEADER = "Fieldapp-Exchange"
LEAST_WAIT, MOST_WAIT = 5, 30

TITLES = {
    400: "The body is not a question",
    401: "The token is not known",
    404: "There is nothing here",
    405: "This cannot be done here",
    413: "The body is too large",
    415: "The body is not of this type",
    426: "The app is older or newer than this centre",
    500: "The centre failed",
    503: "The centre is busy",
}


class Problem(Exception):  # noqa: N818 - the name of RFC 9457
    """A request that is refused as a whole; ``code`` says why in one word."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


@dataclass(frozen=True)
class Centre:
    """What the routes need."""

    settings: Settings
    engine: Engine
    room: threading.BoundedSemaphore

    def answer(self, token: str, body: bytes) -> tuple[str, bytes]:
        """The exchange id and the packed answer to a packed question."""
        who = accounts.sender(self.engine, token)
        if who is None:
            raise Problem(401, "token")
        question = _question(body, who)
        try:
            answer = exchange(self.engine, self.settings.key, who, question)
        except (BusyError, OperationalError) as busy:
            raise Problem(503, "busy") from busy
        return str(question.exchange), packing.pack_answer(answer, self.settings.key)


def create_app(settings: Settings) -> FastAPI:
    """The centre over these settings; the database is brought up to date when it starts, if it is a file."""
    engine = connect(settings.url)
    centre = Centre(settings, engine, threading.BoundedSemaphore(settings.at_once))

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        settings.data.mkdir(parents=True, exist_ok=True)
        if engine.dialect.name == "sqlite":
            migrate(engine)
        yield
        engine.dispose()

    app = FastAPI(title="fieldserver", version=__version__, lifespan=life, docs_url=None, redoc_url=None)
    app.add_exception_handler(Problem, _refused)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(500, _refused)
    _routes(app, centre)
    return app


def _routes(app: FastAPI, centre: Centre) -> None:
    binary = {"content": {CONTENT_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
    problems: dict[int | str, dict[str, Any]] = {
        status: {"description": TITLES[status], "content": {PROBLEM_TYPE: {"schema": PROBLEM_SCHEMA}}}
        for status in (400, 401, 413, 415, 426, 503)
    }

    @app.get("/v1/hello")
    def hello() -> dict[str, str | int]:
        """Whether this is the centre, and what time it is there."""
        return {"product": "fieldserver", "protocol": PROTOCOL, "time": datetime.now(UTC).isoformat()}

    @app.post(
        "/v1/exchange",
        response_class=Response,
        responses={200: {"description": "The answer", **binary}, **problems},
        openapi_extra={"requestBody": {"required": True, **binary}, "security": [{"bearer": []}]},
    )
    async def deliver(request: Request) -> Response:
        """One exchange: a packed question in, a packed and signed answer out."""
        token, body = _token(request), await _body(request)
        exchanged, packed = await run_in_threadpool(_with_room, centre, lambda: centre.answer(token, body))
        return Response(packed, media_type=CONTENT_TYPE, headers={EXCHANGE_HEADER: exchanged})

    app.state.centre = centre
    app.openapi()["components"] = {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}


PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
    },
}


def _with_room(centre: Centre, work: Callable[[], tuple[str, bytes]]) -> tuple[str, bytes]:
    if not centre.room.acquire(blocking=False):
        raise Problem(503, "busy")
    try:
        return work()
    finally:
        centre.room.release()


def _question(body: bytes, who: Sender) -> Question:
    if body[:2] == packing.QUESTION[:2] and body[:3] != packing.QUESTION:
        raise Problem(426, "protocol")
    try:
        question = packing.read_question(body)
    except Unreadable as unreadable:
        raise Problem(413 if unreadable.code == "wire.too_large" else 400, unreadable.code) from unreadable
    if question.protocol != PROTOCOL:
        raise Problem(426, "protocol")
    if question.device != who.device:
        raise Problem(401, "device")
    changes = question.changes
    ids, records = {change.change for change in changes}, {change.record for change in changes}
    if len(ids) < len(changes) or len(records) < len(changes):
        raise Problem(400, "twice")
    return question


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem(401, "token")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != CONTENT_TYPE:
        raise Problem(415, "type")
    return token.strip()


async def _body(request: Request) -> bytes:
    """The body, as long as it is not larger than a question may be."""
    promised = request.headers.get("content-length", "0")
    if not promised.isdigit() or int(promised) > MAX_PACKED:
        raise Problem(413, "size")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_PACKED:
            raise Problem(413, "size")
    return bytes(body)


def _refused(_: Request, why: Exception) -> Response:
    status, code = 500, "failed"
    if isinstance(why, Problem):
        status, code = why.status, why.code
    elif isinstance(why, HTTPException):
        status, code = why.status_code, "http"
    headers = {"Retry-After": str(random.randint(LEAST_WAIT, MOST_WAIT))} if status == 503 else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    said = {"type": "about:blank", "title": TITLES.get(status, "Refused"), "status": status, "code": code}
    return JSONResponse(said, status, headers, PROBLEM_TYPE)
