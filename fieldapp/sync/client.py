"""The one place that speaks HTTP to the centre: everything foreign ends here as one of our errors."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import truststore
import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase

from fieldapp.contract import packing
from fieldapp.contract.check import check
from fieldapp.contract.messages import Answer, Question
from fieldapp.errors import (
    BusyError,
    FieldappError,
    OfflineError,
    ProtocolError,
    RejectedError,
    SignInNeededError,
    UpdateNeededError,
)

CONTENT_TYPE = "application/vnd.fieldapp.exchange"
PROBLEM_TYPE = "application/problem+json"
EXCHANGE_HEADER = "Fieldapp-Exchange"
TIMEOUT = (10, 60)
RETRY_AFTER = 60.0
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
TOO_HEAVY = {400, 413, 422, 500}


@dataclass(frozen=True)
class Received:
    """An answer that is the centre's, whole, and to our question; sizes are bytes on the wire."""

    answer: Answer
    sent_bytes: int
    received_bytes: int


class Client:
    """This laptop's line to its centre."""

    def __init__(self, url: str, token: str, key: Ed25519PublicKey, session: requests.Session | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise ProtocolError("sync.insecure_address")
        self._url = url.rstrip("/")
        self.key = key
        self._auth = Bearer(token)
        self._session = session or _session()

    def exchange(self, question: Question) -> Received:
        """Ask the centre; whatever is not its whole answer to this question is an error and marks nothing."""
        packed = packing.pack_question(question)
        status, answered, body = self._send("POST", "/v1/exchange", data=packed, headers={"Content-Type": CONTENT_TYPE})
        if status != requests.codes.ok:
            raise _refusal(status, answered)
        if not answered:
            raise OfflineError("sync.cut")
        if _media_type(answered) != CONTENT_TYPE or answered.get(EXCHANGE_HEADER) != str(question.exchange):
            raise ProtocolError("sync.not_the_centre")
        try:
            answer = packing.read_answer(body, self.key)
            check(question, answer)
        except packing.Unreadable as unreadable:
            raise ProtocolError(unreadable.code) from unreadable
        return Received(answer, len(packed), len(body))

    def reachable(self) -> bool:
        """Whether the centre itself answers now; costs a few hundred bytes."""
        try:
            status, _, body = self._send("GET", "/v1/hello", timeout=(5, 5))
        except FieldappError:
            return False
        return status == requests.codes.ok and b'"fieldserver"' in body

    def _send(self, method: str, path: str, **how: Any) -> tuple[int, Any, bytes]:
        how = {"timeout": TIMEOUT, **how}
        how["headers"] = {"Accept-Encoding": "identity", **how.get("headers", {})}
        try:
            with self._session.request(
                method, self._url + path, auth=self._auth, allow_redirects=False, stream=True, **how
            ) as response:
                return response.status_code, response.headers, _body(response)
        except requests.exceptions.SSLError as broken:
            raise OfflineError("sync.certificate") from broken
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ReadTimeout) as cut:
            raise OfflineError("sync.cut") from cut
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError) as gone:
            raise OfflineError(_how(gone)) from gone


class Bearer(AuthBase):
    """The laptop's token; as an auth object, so that no .netrc of the machine replaces it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _session() -> requests.Session:
    session = requests.Session()
    session.mount("https://", SystemTrust())
    return session


class SystemTrust(HTTPAdapter):
    """HTTPS checked against the operating system's own certificates, and nothing else."""

    def init_poolmanager(self, *args: Any, **how: Any) -> None:
        super().init_poolmanager(*args, **how, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))

    def proxy_manager_for(self, proxy: str, **how: Any) -> Any:
        return super().proxy_manager_for(proxy, **how, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the list of authorities to the system: requests would add its own."""


def _body(response: requests.Response) -> bytes:
    """The body as it travelled, never inflated by the HTTP layer, never larger than an answer may be."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise ProtocolError("sync.not_the_centre")
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(65536):
        size += len(part)
        if size > packing.MAX_PACKED:
            raise ProtocolError("sync.answer_too_large")
        parts.append(part)
    promised = response.headers.get("Content-Length")
    if promised is not None and promised != str(size):
        raise OfflineError("sync.cut")
    return b"".join(parts)


def _refusal(status: int, headers: Any) -> FieldappError:
    """What a status other than 200 means; only the centre itself can refuse, a portal in between cannot."""
    if status in (429, 503):
        return BusyError(_retry_after(headers))
    if _media_type(headers) != PROBLEM_TYPE:
        return ProtocolError("sync.not_the_centre")
    if status == requests.codes.unauthorized:
        return SignInNeededError()
    if status == 426:
        return UpdateNeededError()
    return RejectedError() if status in TOO_HEAVY else ProtocolError()


def _retry_after(headers: Any) -> float:
    """Seconds to wait, from either form of Retry-After; never more than an hour."""
    said = str(headers.get("Retry-After", ""))
    if said.isdigit():
        return min(float(said), 3600.0)
    try:
        then, now = parsedate_to_datetime(said), parsedate_to_datetime(str(headers.get("Date", "")))
    except ValueError:
        return RETRY_AFTER
    return min(max((then - now).total_seconds(), 0.0), 3600.0)


def _media_type(headers: Any) -> str:
    return str(headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _how(gone: Exception) -> str:
    """A line that broke after it stood is a cut: less at once may pass; one that never stood is not."""
    texts = (requests.exceptions.ConnectTimeout, urllib3.exceptions.NewConnectionError)
    reason = getattr(gone.args[0], "reason", None) if gone.args else None
    if isinstance(gone, texts) or isinstance(reason, (urllib3.exceptions.NewConnectionError, *texts)):
        return "sync.offline"
    return "sync.cut"
