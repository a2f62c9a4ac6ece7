from collections import Counter

import pytest

from fieldapp.domain import occupation
from fieldapp.domain.word_starts import fold


def codes(typed: str) -> list[str]:
    return [job.code for job in occupation.find(typed)]


def test_the_list_has_a_dozen_groups_and_about_a_hundred_jobs() -> None:
    assert len(occupation.groups()) == 12
    assert 90 <= sum(map(len, occupation.groups().values())) <= 115
    assert all(occupation.groups().values())


def test_codes_fit_a_record_and_no_name_is_used_twice() -> None:
    jobs = occupation.find("")
    assert all(len(job.code) <= 40 and job.code.isidentifier() and job.code.islower() for job in jobs)
    names = Counter(fold(name) for job in jobs for name in (job.name, *job.synonyms))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_job_has_both_names_and_a_known_sector() -> None:
    for job in occupation.find(""):
        assert job.name
        assert job.name_en
        assert job.sector in ("transport", "other")
        assert job.synonyms
        assert occupation.get(job.code) == job


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("petani padi", "rice_farmer"),
        ("tani", "farmer"),
        ("petani", "farmer"),
        ("pedagang", "trader"),
        ("sopir", "driver"),
        ("buruh", "casual_labourer"),
        ("wong tani", "farmer"),
        ("ojol", "online_motorcycle_taxi"),
        ("gojek", "online_motorcycle_taxi"),
        ("ojek", "motorcycle_taxi"),
        ("kurir", "courier"),
        ("supir angkot", "minibus_driver"),
        ("pete-pete", "minibus_driver"),
        ("becak", "rickshaw_driver"),
        ("nelayan", "fisher"),
        ("abk", "fishing_crew"),
        ("bakul ikan", "fish_auction_trader"),
        ("papalele", "vegetable_seller"),
        ("tukang sayur", "vegetable_seller"),
        ("PKL", "street_vendor"),
        ("warteg", "food_stall_keeper"),
        ("tukang bakso", "street_food_seller"),
        ("kuli bangunan", "construction_labourer"),
        ("penjahit", "tailor"),
        ("ngarit", "grass_cutter"),
        ("tukang deres", "rubber_tapper"),
        ("prt", "domestic_worker"),
        ("guru ngaji", "religious_teacher"),
        ("serabutan", "casual_labourer"),
        ("tailor", "tailor"),
        ("Rice Farmer", "rice_farmer"),
    ],
)
def test_an_everyday_name_finds_the_job_first(typed: str, code: str) -> None:
    assert codes(typed)[0] == code


@pytest.mark.parametrize("end", range(3, len("pengemudi ojek online") + 1))
def test_the_job_is_there_after_every_key(end: int) -> None:
    assert "online_motorcycle_taxi" in codes("pengemudi ojek online"[:end])


def test_the_start_of_a_name_comes_before_a_synonym_and_a_later_word() -> None:
    found = occupation.find("penjah")
    assert found[0].name == "Penjahit"
    starts = [job.name.startswith("Tukang") for job in occupation.find("tukan")]
    assert starts == sorted(starts, reverse=True)


def test_words_may_be_scattered_over_the_names() -> None:
    assert "coffee_farmer" in codes("kakao petani")
    assert codes("sayur keliling") == ["vegetable_seller"]


def test_case_and_hyphens_do_not_matter() -> None:
    assert codes("TUKANG  Pijat") == codes("tukang-pijat") == codes("tukang pijat")


def test_drivers_and_couriers_are_transport_and_nobody_else() -> None:
    transport = {job.code for job in occupation.find("") if job.transport}
    assert {"online_motorcycle_taxi", "motorcycle_taxi", "courier", "minibus_driver", "taxi_driver"} <= transport
    assert not {"parking_attendant", "porter", "fisher", "motorcycle_mechanic", "farm_machine_operator"} & transport


@pytest.mark.parametrize("typed", ["xyzzy", "...", "petani xyzzy", "日本"])
def test_what_nobody_does_finds_nothing(typed: str) -> None:
    assert codes(typed) == []


def test_nothing_typed_shows_the_whole_list() -> None:
    assert codes("") == codes("  ") == [job.code for jobs in occupation.groups().values() for job in jobs]


def test_a_code_of_another_version_of_the_list_is_unknown_not_an_error() -> None:
    assert occupation.get("astronaut") is None
