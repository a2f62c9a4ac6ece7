from __future__ import annotations

import json
from pathlib import Path

import pytest

from fieldapp.contract import frame, packing
from fieldapp.contract.limits import MAX_PACKED
from fieldserver import accounts
from fieldserver.app import PROBLEM_TYPE, create_app
from fieldserver.config import Settings
from fieldserver.tables import TOKEN
from tests.server.asking import Centre

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_centre_says_hello(centre: Centre) -> None:
    said = centre.http.get("/v1/hello").json()
    assert (said["product"], said["protocol"]) == ("fieldserver", 1)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer "}, 401),
        ({"Authorization": "Basic abc"}, 401),
        ({"Authorization": "Bearer not-a-token"}, 401),
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Length": str(MAX_PACKED + 1)}, 413),
        ({"Content-Length": "-1"}, 413),
    ],
)
def test_a_request_that_is_not_ours_is_refused_as_a_problem(
    centre: Centre, headers: dict[str, str], status: int
) -> None:
    wulan = centre.officer()
    response = wulan.post(packing.pack_question(wulan.question()), **headers)
    assert response.status_code == status
    assert response.headers["content-type"] == PROBLEM_TYPE
    assert {"type", "title", "status", "code"} == response.json().keys()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "wire.not_ours"),
        (b"{}", 400, "wire.not_ours"),
        (b"FQ2 something newer", 426, "protocol"),
        (b"FQ1x" + (1 << 30).to_bytes(4, "big") + bytes(20), 413, "wire.too_large"),
        (bytes(MAX_PACKED + 1), 413, "size"),
    ],
)
def test_a_body_that_is_no_question_is_refused(centre: Centre, body: bytes, status: int, code: str) -> None:
    response = centre.officer().post(body)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_a_streamed_body_that_is_too_large_is_not_read_to_its_end(centre: Centre) -> None:
    wulan = centre.officer()
    parts = (bytes(1 << 20) for _ in range(64))
    headers = {"Authorization": f"Bearer {wulan.invitation.token}", "Content-Type": "application/vnd.fieldapp.exchange"}
    assert centre.http.post("/v1/exchange", content=parts, headers=headers).status_code == 413


def test_another_protocol_is_asked_to_update(centre: Centre) -> None:
    wulan = centre.officer()
    assert wulan.post(packing.pack_question(wulan.question(protocol=2))).status_code == 426


def test_a_token_works_on_its_own_laptop_only(centre: Centre) -> None:
    wulan = centre.officer()
    assert wulan.post(packing.pack_question(wulan.question(device="laptop-lain"))).status_code == 401


def test_a_question_that_names_a_record_twice_is_refused(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    body = packing.pack_question(wulan.question(create, wulan.edit(create, 1, name="X")))
    assert (wulan.post(body).status_code, wulan.post(body).json()["code"]) == (400, "twice")


def test_every_cut_of_a_question_is_refused_and_leaves_nothing(centre: Centre) -> None:
    wulan = centre.officer()
    body = packing.pack_question(wulan.question(*(wulan.signup(n) for n in range(5))))
    assert {wulan.post(body[:at]).status_code for at in range(0, len(body), 23)} == {400}
    assert not wulan.send().villages


def test_a_question_with_content_of_the_wrong_shape_is_refused(centre: Centre) -> None:
    said = {"cursors": [[], []], "creates": {}, "edits": {}, "device": "x", "exchange": "x"}
    body = packing.QUESTION + frame.squeeze(json.dumps(said).encode(), frame.UP)
    assert centre.officer().post(body).json()["code"] == "wire.not_a_message"


def test_a_revoked_token_is_not_known_any_more(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    with centre.engine.connect() as connection:
        tokens = {row["account"]: row["id"] for row in connection.execute(TOKEN.select()).mappings()}
    assert accounts.revoke(centre.engine, tokens[wulan.account]) == 1
    assert accounts.revoke(centre.engine, sari.account) == 1
    for officer in (wulan, sari):
        assert officer.post(packing.pack_question(officer.question())).status_code == 401


def test_only_hashes_of_tokens_are_kept(centre: Centre) -> None:
    token = centre.officer().invitation.token
    with centre.engine.connect() as connection:
        assert token.encode() not in repr(connection.execute(TOKEN.select()).all()).encode()


def test_a_full_centre_asks_for_patience(centre: Centre, tmp_path: Path) -> None:
    wulan = centre.officer()
    centre.http.app.state.centre.room.acquire()
    room = centre.http.app.state.centre.room
    while room.acquire(blocking=False):
        pass
    response = wulan.post(packing.pack_question(wulan.question()))
    assert response.status_code == 503
    assert 5 <= int(response.headers["Retry-After"]) <= 30


def test_an_unknown_path_is_a_problem_too(centre: Centre) -> None:
    response = centre.http.get("/v1/nothing")
    assert (response.status_code, response.headers["content-type"]) == (404, PROBLEM_TYPE)


def test_the_committed_document_describes_this_app(tmp_path: Path) -> None:
    assert json.loads(DOCUMENT.read_text(encoding="utf-8")) == create_app(Settings(tmp_path)).openapi()
