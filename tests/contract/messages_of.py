"""Arbitrary messages for the round trip: contents of any JSON, ids of any kind, moments of any microsecond."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from fieldapp.contract.messages import Accepted, Answer, Create, Edit, Finding, Log, Present, Question, Refused, Row
from fieldapp.domain.ids import new_id

SIGNS = st.characters(codec="utf-8", exclude_characters="\0")
ODD = ("", "|", "!", "!0123456789", "0123456789", "2026-09-01T02:00:00Z")
TEXT = st.text(SIGNS, max_size=12) | st.sampled_from(ODD)
SCALAR = (
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
JSON: Any = st.recursive(
    SCALAR, lambda of: st.lists(of, max_size=3) | st.dictionaries(TEXT, of, max_size=3), max_leaves=6
)
NAMES = st.sampled_from(["nik", "birth_date", "sex", "village", "recorded_by", "recorded_at", "future", "name"])
TYPICAL = st.fixed_dictionaries(
    {
        "nik": st.sampled_from(["3201174104850012", "3201170104850012", "3201179999990012", "!x"]),
        "birth_date": st.sampled_from(["1985-04-01", "2085-04-01", "1985-04", "1985-04-²1"]),
        "sex": st.sampled_from(["female", "male", "x"]),
        "recorded_at": st.sampled_from(["2026-09-01T02:00:00Z", "2026-09-01T02:00:00+00:00", "2026-09-01T02:00:00.5Z"]),
    }
)
FIELDS = st.dictionaries(NAMES, JSON, max_size=6) | TYPICAL
VILLAGE = st.sampled_from(["3201172003", "3201172004", "0101012001"])
MOMENT = st.datetimes(timezones=st.just(UTC)) | st.just(datetime(2026, 9, 1, 2, tzinfo=UTC))
ID = st.uuids() | st.builds(new_id)
VERSION = st.integers(0, 2**40)
KIND = st.sampled_from(["signup", "visit"])
HEAD = {"record": ID, "kind": KIND, "village": VILLAGE, "by": TEXT, "at": MOMENT}
CREATE = st.builds(Create, **HEAD, fields=FIELDS)
EDIT = st.builds(
    Edit, **HEAD, change=ID, version=VERSION, fields=st.dictionaries(NAMES, st.tuples(JSON, JSON), max_size=4)
)
ROW = st.builds(Row, **HEAD, version=VERSION, fields=FIELDS, moved=st.none() | VILLAGE)
FINDING = st.builds(Finding, field=TEXT, code=TEXT, detail=st.dictionaries(TEXT, TEXT | st.integers(0, 99), max_size=2))
PRESENT = st.builds(Present, value=JSON, by=TEXT, at=MOMENT)
REFUSED = st.builds(
    Refused,
    reason=st.sampled_from(["scope", "rule", "conflict", "exists", "reused", "missing", "locked"]),
    findings=st.lists(FINDING, max_size=2).map(tuple),
    present=st.dictionaries(NAMES, PRESENT, max_size=2),
)
VERDICT = st.builds(Accepted, version=VERSION, village=VILLAGE, merged=st.booleans()) | REFUSED
LOG = st.builds(lambda a, b, proof: Log(since=a, to=a + b, **proof), VERSION, VERSION, st.just({}))
QUESTION = st.builds(
    Question,
    device=TEXT,
    exchange=ID,
    creates=st.lists(CREATE, max_size=6).map(tuple),
    edits=st.lists(EDIT, max_size=6).map(tuple),
    cursors=st.dictionaries(VILLAGE, VERSION),
    limit=st.integers(1, 5000),
)
ANSWER = st.builds(
    Answer,
    exchange=ID,
    time=MOMENT,
    verdicts=st.lists(VERDICT, max_size=6).map(tuple),
    rows=st.lists(ROW, max_size=6).map(tuple),
    villages=st.dictionaries(VILLAGE, LOG),
    more=st.booleans(),
    receipt=TEXT,
)
