import pytest

from fieldapp.register.headings import SYNONYMS, field_of, plain
from tests.register.conftest import HEADINGS, PERSON, one


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NIK", "nik"),
        ("No. KTP", "nik"),
        ("Nomor Induk Kependudukan (16 digit)", "nik"),
        ("NAMA LENGKAP\n(sesuai KTP)", "name"),
        ("Nama Ibu Kandung", "mother_name"),
        ("Tgl. Lahir (dd/mm/yyyy)", "birth_date"),
        ("Tempat, Tgl Lahir", "birth"),
        ("L/P", "sex"),
        ("No. HP / WA aktif", "phone"),
        ("RT/RW", "rt_rw"),
        ("Desa / Kelurahan", "village"),
        ("Penghasilan per Bulan (Rp)", "monthly_income"),
        ("No. KK", "family_card_no"),
        ("Agama", ""),
        ("Nama Kepala Keluarga", ""),
        ("No.", ""),
    ],
)
def test_a_heading_means_a_field(heading, field):
    found = field_of(heading)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize("heading", ["Nomer Induk Kependudukan", "Pekerjan", "Penghasilan perbulaan"])
def test_a_misspelt_heading_is_a_guess(heading):
    assert field_of(heading)[1] == "guess"


@pytest.mark.parametrize("heading", ["Nama Kucing", "Hasil panen", "Luas lahan (ha)", "NIP", "HB"])
def test_an_unknown_heading_stays_unknown(heading):
    assert field_of(heading) is None


def test_no_heading_means_two_fields():
    headings = [heading for joined in SYNONYMS.values() for heading in joined.split("|")]
    assert len(headings) == len(set(headings))
    assert all(heading == plain(heading) for heading in headings)


def test_headings_in_two_lines_are_read_together(look):
    upper = ["NIK", "Nama", "Tempat/Tanggal Lahir", None, "Jenis Kelamin", None, "Alamat", None, None]
    lower = [None, None, "Tempat", "Tanggal", "L", "P", "Dusun", "RT", "RW"]
    signup = one(
        look(
            [
                ["DAFTAR"],
                upper,
                lower,
                list(range(1, 10)),
                [*PERSON[:2], "Bogor", PERSON[2], "v", None, "Cisalak", 3, 5],
            ]
        )
    )
    assert (signup.birth_place, signup.sex, signup.hamlet, signup.rt, signup.rw) == (
        "Bogor",
        "male",
        "Cisalak",
        "003",
        "005",
    )


def test_headings_repeated_on_a_later_page_are_no_person(look):
    assert len(look([HEADINGS, PERSON, HEADINGS]).rows) == 1


def test_a_second_column_for_one_field_is_not_read_and_says_so(look):
    previewed = look([[*HEADINGS, "Nama Lengkap"], [*PERSON, "Orang Lain"]])
    assert one(previewed).name == "Asep Hidayat"
    assert [column.fate for column in previewed.columns] == ["read"] * 4 + ["second"]


def test_the_surer_of_two_headings_wins(look):
    previewed = look([["Nomer Induk Kependudukan", *HEADINGS], ["", *PERSON]])
    assert [column.fate for column in previewed.columns] == ["second"] + ["read"] * 4


def test_a_person_can_overrule_what_a_heading_means(look):
    previewed = look([["NIK", "Siapa", "Tanggal Lahir", "JK"], PERSON], columns={1: "name"})
    assert one(previewed).name == "Asep Hidayat"


def test_a_column_can_be_left_out(look):
    previewed = look([[*HEADINGS, "No HP"], [*PERSON, "bukan nomor"]], columns={4: ""})
    assert one(previewed).phone is None
