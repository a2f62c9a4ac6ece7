"""A centre to ask, and the shortest way to ask it: real bytes, the real app, every answer checked as a laptop would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine
from starlette.testclient import TestClient

from fieldapp.contract import check, packing
from fieldapp.contract.digest import content_hash, digest, mark
from fieldapp.contract.invitation import Invitation
from fieldapp.contract.messages import Accepted, Answer, Create, Edit, Question, Refused, Row
from fieldapp.contract.receipt import Receipt, genuine, statement
from fieldapp.domain.ids import new_id
from fieldapp.domain.kinds import AnyRecord
from fieldserver import accounts
from fieldserver.accounts import Role
from fieldserver.app import CONTENT_TYPE
from fieldserver.config import Settings
from tests.people import NOON, VILLAGES, person

HERE, THERE, BEYOND = VILLAGES
ELSEWHERE = "3201182001"


@dataclass
class Centre:
    """The real app over a database of its own."""

    settings: Settings
    engine: Engine
    http: TestClient

    @property
    def key(self) -> Ed25519PrivateKey:
        return self.settings.key

    def officer(self, name: str = "Wulan", *areas: str, role: Role = "officer") -> Officer:
        account = accounts.add(self.engine, name, role, areas or ("320117",))
        return Officer(self, accounts.invite(self.engine, self.settings, account, "http://127.0.0.1"))


@dataclass
class Officer:
    """An enrolled laptop that holds what the answers said: rows by record, cursors by village."""

    centre: Centre
    invitation: Invitation
    cursors: dict[str, int] = field(default_factory=dict)
    rows: dict[UUID, Row] = field(default_factory=dict)
    own: dict[UUID, Create] = field(default_factory=dict)

    @property
    def account(self) -> str:
        return self.invitation.account

    def signup(self, number: int = 1, village: str = HERE, **fields: Any) -> Create:
        return self.create(person(number, village, self.account, **fields))

    def create(self, record: AnyRecord) -> Create:
        kind = "signup" if record.kind == "signup" else "visit"
        values = {"record": record.id, "kind": kind, "village": record.village, "fields": record.fields()}
        return Create.model_validate({**values, "by": self.account, "at": record.recorded_at})

    def edit(self, create: Create, version: int, log: str = HERE, /, **new: Any) -> Edit:
        """An edit of the record as it was created, or with ``name=(old, new)`` from another value."""
        changed = {n: v if isinstance(v, tuple) else (create.fields.get(n), v) for n, v in new.items()}
        head: dict[str, Any] = {"change": new_id(), "record": create.record, "kind": create.kind, "village": log}
        return Edit(**head, version=version, by=self.account, at=NOON + timedelta(hours=1), fields=changed)

    def question(self, *changes: Create | Edit, **other: Any) -> Question:
        creates = tuple(change for change in changes if isinstance(change, Create))
        edits = tuple(change for change in changes if isinstance(change, Edit))
        whole = {"device": self.invitation.device, "exchange": new_id(), "cursors": dict(self.cursors)}
        return Question(**{**whole, "creates": creates, "edits": edits, **other})

    def send(self, *changes: Create | Edit, **other: Any) -> Answer:
        """Ask, and keep what the answer says."""
        question = self.question(*changes, **other)
        return self.keep(question, self.ask(question))

    def ask(self, question: Question) -> Answer:
        """Ask, and keep nothing: the answer was lost."""
        response = self.post(packing.pack_question(question))
        assert response.status_code == 200, response.text
        assert response.headers["Fieldapp-Exchange"] == str(question.exchange)
        answer = packing.read_answer(response.content, self.centre.key.public_key())
        check.check(question, answer)
        return answer

    def post(self, body: bytes, **headers: str) -> httpx.Response:
        named = {"Content-Type": CONTENT_TYPE, "Authorization": f"Bearer {self.invitation.token}"}
        sent = {**named, **{name.replace("_", "-"): value for name, value in headers.items()}}
        response: httpx.Response = self.centre.http.post("/v1/exchange", content=body, headers=sent)
        return response

    def keep(self, question: Question, answer: Answer) -> Answer:
        for create, verdict in zip(question.creates, answer.verdicts, strict=False):
            if hasattr(verdict, "version"):
                place = create.model_dump(include={"record", "kind", "village", "by", "at", "fields"})
                self.rows[create.record] = Row(**place, version=verdict.version)
        for row in answer.rows:
            self.rows[row.record] = row
        self.cursors |= {code: log.to for code, log in answer.villages.items()}
        return answer

    def read_all(self, limit: int = 1000) -> None:
        """Ask until nothing more comes."""
        while self.send(limit=limit).more:
            pass

    def proof(self, village: str) -> tuple[int, str]:
        """Count and digest of what this laptop holds of the village."""
        held: Iterable[Row] = (row for row in self.rows.values() if row.village == village and row.moved is None)
        marks = [mark(row.record, row.version, content_hash(row.fields)) for row in held]
        return len(marks), digest(marks)


def said(answer: Answer) -> list[str]:
    return [verdict.reason if isinstance(verdict, Refused) else "accepted" for verdict in answer.verdicts]


def accepted(answer: Answer, at: int = 0) -> Accepted:
    verdict = answer.verdicts[at]
    assert isinstance(verdict, Accepted)
    return verdict


def refused(answer: Answer, at: int = 0) -> Refused:
    verdict = answer.verdicts[at]
    assert isinstance(verdict, Refused)
    return verdict


def signed(centre: Centre, question: Question, answer: Answer, *contents: dict[str, Any]) -> bool:
    taken = [(c, v) for c, v in zip(question.changes, answer.verdicts, strict=True) if isinstance(v, Accepted)]
    lines = [
        Receipt(change.change, change.record, verdict.village, verdict.version, content_hash(content))
        for (change, verdict), content in zip(taken, contents, strict=True)
    ]
    statement_bytes = statement(question.device, question.exchange, answer.time, lines)
    return genuine(centre.key.public_key(), statement_bytes, answer.receipt)
