from datetime import UTC, date, datetime

import pytest

from fieldapp.domain.problem import Flaw
from fieldapp.register import cells
from tests.register.conftest import HEADINGS, PERSON, codes, one


@pytest.mark.parametrize(
    "cell",
    [
        "3201171708850011",
        "'3201171708850011",
        "3201 1717 0885 0011",
        "320117.170885.0011",
        "3201171708850011\u00a0",
        3201171708850011,
        3201171708850011.0,
    ],
)
def test_a_nik_with_all_its_digits_is_taken(look, cell):
    assert one(look([HEADINGS, [cell, *PERSON[1:]]])).nik == "3201171708850011"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3,20117E+15", "register.digits_lost"),
        ("3.2011717088E+15", "register.digits_lost"),
        (3.20117e15, "register.last_digit_lost"),
        (9.471011708850011e15, "register.last_digit_lost"),
        (3201171708850010, "register.last_digit_lost"),
        (320117170885001, "nik.length"),
        (True, "register.digits_lost"),
        ("320117170885O011", "nik.letters"),
    ],
)
def test_a_nik_that_lost_digits_is_refused_and_never_guessed(look, cell, code):
    previewed = look([HEADINGS, [cell, *PERSON[1:]]])
    assert codes(previewed) == [code]
    assert previewed.rows[0].verdict == "repair"


def test_a_whole_column_that_ends_in_zero_went_through_a_spreadsheet(look_csv):
    rows = [[f"3201171708850{number}0", f"Orang {number}", *PERSON[2:]] for number in range(11, 17)]
    assert set(codes(look_csv([HEADINGS, *rows]))) == {"register.column_rounded"}


def test_one_text_that_ends_in_zero_is_just_a_nik(look):
    assert one(look([HEADINGS, ["3201171708850010", *PERSON[1:]]])).nik == "3201171708850010"


@pytest.mark.parametrize("cell", [81200009014, 81200009014.0, "0812-0000-9014", "+62 812 0000 9014", "812 0000 9014"])
def test_a_phone_number_gets_its_zero_back(look, cell):
    assert one(look([[*HEADINGS, "No HP"], [*PERSON, cell]])).phone == "+6281200009014"


@pytest.mark.parametrize("cell", ["-", "tidak ada", "", "#N/A", None])
def test_words_for_nothing_are_nothing(look, cell):
    assert one(look([[*HEADINGS, "No HP"], [*PERSON, cell]])).phone is None


@pytest.mark.parametrize(
    "cell",
    [
        datetime(1985, 8, 17, tzinfo=UTC).replace(tzinfo=None),
        date(1985, 8, 17),
        31276,
        "17/8/85",
        "17 Agustus 1985",
        "1985-08-17",
    ],
)
def test_a_birth_date_is_read_in_every_form(look, cell):
    assert one(look([HEADINGS, [*PERSON[:2], cell, "L"]])).birth_date == date(1985, 8, 17)


@pytest.mark.parametrize(
    "cell", ["Bogor, 17-08-1985", "BOGOR,17/08/1985", "Bogor 17 Agustus 1985", "Bogor / 17.08.1985"]
)
def test_place_and_date_of_birth_are_taken_apart(cell):
    parts = cells.place_and_date(cell)
    assert parts["birth_place"].casefold() == "bogor"
    assert parts["birth_date"].startswith("17")


def test_a_birth_place_alone_is_no_date(look):
    previewed = look([["NIK", "Nama", "TTL", "JK"], [*PERSON[:2], "Bogor", "L"]])
    assert codes(previewed) == ["register.no_date"]
    assert previewed.rows[0].troubles[0].typed == "Bogor"


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("L", "male"),
        ("Lk", "male"),
        ("LAKI - LAKI", "male"),
        ("p", "female"),
        ("Perempuan", "female"),
        ("Wanita", "female"),
    ],
)
def test_the_words_for_the_sexes_are_known(cell, sex):
    assert cells.sex(cell) == sex


@pytest.mark.parametrize("cell", ["003/005", "RT 3 / RW 5", "3-5", "RT.003 RW.005"])
def test_rt_and_rw_are_taken_apart(cell):
    assert cells.neighbourhoods(cell) == {"rt": "003", "rw": "005"}


@pytest.mark.parametrize("cell", [datetime(2026, 5, 3, tzinfo=UTC), date(2026, 5, 3), "3", "RT tiga"])
def test_rt_and_rw_that_became_something_else_are_refused(cell):
    with pytest.raises(Flaw):
        cells.neighbourhoods(cell)


@pytest.mark.parametrize(
    "cell", [1500000, 1500000.0, "1.500.000", "Rp 1.500.000,-", "1,5jt", "1500 rb/bln", "Rp1.500.000 per bulan"]
)
def test_an_income_is_read_in_every_form(look, cell):
    assert one(look([[*HEADINGS, "Penghasilan"], [*PERSON, cell]])).monthly_income == 1_500_000


def test_a_fraction_of_a_rupiah_is_asked_about(look):
    assert codes(look([[*HEADINGS, "Penghasilan"], [*PERSON, 1.5]])) == ["register.amount_unclear"]


@pytest.mark.parametrize(
    ("cell", "programmes"),
    [("JKK, JKM", "jkk_jkm"), ("2 program", "jkk_jkm"), ("JKK+JKM+JHT", "jkk_jkm_jht"), (3, "jkk_jkm_jht")],
)
def test_programmes_are_read_in_every_form(look, cell, programmes):
    assert one(look([[*HEADINGS, "Program"], [*PERSON, cell]])).programmes == programmes


def test_ditto_marks_stand_for_the_line_above(look):
    previewed = look(
        [
            [*HEADINGS, "Dusun"],
            [*PERSON, "Cisalak"],
            ["3201171708850012", "Ade", *PERSON[2:], '"'],
            ["3201171708850013", "Oman", *PERSON[2:], "sda"],
        ]
    )
    assert [row.signup.hamlet for row in previewed.rows] == ["Cisalak"] * 3


@pytest.mark.parametrize(
    "cell", ["Gunung Menyan", "DESA GUNUNG MENYAN", "Gn. Menyan", "GunungMenyan", "3201172004", "32.01.17.2004"]
)
def test_a_village_is_known_by_its_names(look, cell):
    assert one(look([[*HEADINGS, "Desa"], [*PERSON, cell]], village=None)).village == "3201172004"


def test_a_numbered_village_is_known_in_both_figures(look):
    assert one(look([[*HEADINGS, "Desa"], [*PERSON, "Gunung Bunder 2"]])).village == "3201172005"


@pytest.mark.parametrize(
    ("cell", "code"), [("Sukamakmur", "register.village_unknown"), ("3273012001", "register.village_outside")]
)
def test_a_village_outside_is_refused(look, cell, code):
    assert codes(look([[*HEADINGS, "Desa"], [*PERSON, cell]])) == [code]


def test_a_name_of_two_villages_in_the_areas_is_asked_about(look):
    assert codes(look([[*HEADINGS, "Desa"], [*PERSON, "Sukamaju"]], areas=("3201",))) == ["register.village_shared"]
