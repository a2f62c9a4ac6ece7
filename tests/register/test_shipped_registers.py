"""The three registers that ship with the tests, line by line."""

from collections import Counter

import pytest

from fieldapp.register import preview
from tests.data import make_registers
from tests.data.invented import people
from tests.register.conftest import DATA, OPTIONS, nobody

FISHERS, VILLAGE, TRADERS = "daftar-nelayan.xlsx", "register-desa-gunung-menyan.xlsx", "pedagang-pasar.csv"

TROUBLES = {
    FISHERS: {"register.last_digit_lost": 2, "register.digits_lost": 2},
    VILLAGE: {
        "nik.length": 1,
        "nik.letters": 1,
        "nik.date": 1,
        "nik.serial": 1,
        "nik.missing": 1,
        "name.missing": 1,
        "date.no_such_day": 1,
        "date.unreadable": 1,
        "register.no_date": 1,
        "register.became_a_date": 2,
        "register.occupation_unknown": 1,
        "register.nik_two_names": 2,
        "register.twice": 2,
        "sex.not_as_nik": 1,
    },
    TRADERS: {"register.digits_lost": 5, "phone.prefix": 1, "register.village_unknown": 2},
}
VERDICTS = {
    FISHERS: {"ready": 38, "repair": 4, "no_person": 3},
    VILLAGE: {"ready": 37, "repair": 13, "look": 1, "twice": 2, "no_person": 3},
    TRADERS: {"ready": 37, "repair": 8, "no_person": 1},
}


def made_name(register, person):
    return person.name.replace("Rohman", "Ma’mun") if register == TRADERS else person.name


@pytest.mark.parametrize("name", VERDICTS)
def test_every_line_of_a_shipped_register_comes_out_as_it_was_made(name):
    previewed = preview(DATA / name, OPTIONS, nobody)
    assert Counter(row.verdict for row in previewed.rows) == VERDICTS[name]
    assert Counter(trouble.problem.code for row in previewed.rows for trouble in row.troubles) == TROUBLES[name]


@pytest.mark.parametrize(("name", "seed", "count"), [(FISHERS, 1, 42), (VILLAGE, 2, 50), (TRADERS, 3, 45)])
def test_whoever_is_taken_is_taken_exactly(name, seed, count):
    made = {person.nik: person for person in people(seed, count)}
    for row in preview(DATA / name, OPTIONS, nobody).rows:
        if row.verdict == "ready":
            assert row.signup is not None
            person = made[row.signup.nik]
            assert row.signup.birth_date == person.born
            assert row.signup.sex == ("male" if person.male else "female")
            assert row.signup.name.casefold() == made_name(name, person).casefold()
            assert row.signup.phone in (None, "+62" + person.phone[1:])
            assert row.signup.monthly_income in (person.income, 1_500_000)
            assert (row.signup.rt, row.signup.rw) == (f"{person.rt:03}", f"{person.rw:03}")


@pytest.mark.parametrize("name", [FISHERS, VILLAGE, TRADERS])
def test_a_shipped_register_is_what_its_maker_makes(name, tmp_path):
    make_registers.main(tmp_path)
    shipped, made = (preview(folder / name, OPTIONS, nobody) for folder in (DATA, tmp_path))
    assert [(row.number, row.verdict, row.nik, row.name) for row in shipped.rows] == [
        (row.number, row.verdict, row.nik, row.name) for row in made.rows
    ]
