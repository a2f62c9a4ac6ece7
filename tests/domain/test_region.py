from itertools import pairwise

import pytest

from fieldapp.domain.region import LEVELS, Region, Regions


@pytest.fixture(scope="module")
def regions() -> Regions:
    return Regions.load()


def names(found: tuple[Region, ...]) -> list[str]:
    return [region.name for region in found]


def test_the_list_is_whole(regions: Regions) -> None:
    counts = dict.fromkeys(LEVELS.values(), 0)
    waiting = list(regions.children())
    while waiting:
        region = waiting.pop()
        counts[region.level] += 1
        waiting += regions.children(region.code)
    assert counts == {"province": 38, "regency": 514, "district": 7_285, "village": 83_762}
    assert sum(counts.values()) == len(regions) == 91_599


def test_no_name_carries_the_quotation_mark_of_the_source(regions: Regions) -> None:
    assert regions.name("3513152017") == "Soka'an"
    assert regions.name("940410" + "2004") == "T'Singa"
    assert regions.name("352922") == "Ra'as"
    assert all('"' not in region.name for region in regions.find("ra", limit=len(regions)))


def test_a_name_with_commas_stays_one_name(regions: Regions) -> None:
    assert regions.name("1207281007") == "Lubuk Pakam I,II"


def test_a_village_carries_what_it_lies_in(regions: Regions) -> None:
    village = regions.find("cibunian")[0]
    assert village.level == "village"
    assert (village.name, village.district, village.regency, village.province) == (
        "Cibunian",
        "Pamijahan",
        "Kabupaten Bogor",
        "Jawa Barat",
    )
    assert village.where == "Pamijahan, Kabupaten Bogor, Jawa Barat"
    assert regions.path(village.code) == ("Jawa Barat", "Kabupaten Bogor", "Pamijahan", "Cibunian")
    assert regions.get(village.code) == village


def test_larger_regions_say_only_what_lies_around_them(regions: Regions) -> None:
    assert regions.get("32") == Region("32", "Jawa Barat")
    assert regions.get("3201") == Region("3201", "Kabupaten Bogor", province="Jawa Barat")


@pytest.mark.parametrize("code", ["", "3", "99", "9999999999", "3201312", "32,", "Jawa", "32.01"])
def test_a_code_that_is_not_in_the_list_is_unknown_not_an_error(regions: Regions, code: str) -> None:
    assert regions.get(code) is None
    assert not regions.known(code)
    assert regions.name(code) == code


def test_the_path_of_a_former_district_ends_where_knowledge_ends(regions: Regions) -> None:
    assert regions.path("3201990000") == ("Jawa Barat", "Kabupaten Bogor")


def test_children_are_the_next_level_in_the_order_of_codes(regions: Regions) -> None:
    districts = regions.children("3201")
    assert len(districts) == 40
    assert all(a.code < b.code for a, b in pairwise(districts))
    assert {region.level for region in districts} == {"district"}
    assert {region.level for region in regions.children("320131")} == {"village"}
    assert regions.children(regions.children("320131")[0].code) == ()


@pytest.mark.parametrize("typed", ["cibunian", "CIBUNIAN", "  Cibunian ", "cibúnián", "Desa Cibunian", "kel. cibunian"])
def test_case_accents_and_designators_do_not_matter(regions: Regions, typed: str) -> None:
    assert "Cibunian" in names(regions.find(typed))


@pytest.mark.parametrize("typed", ["ra'as", "raas", "Ra’as", 'RA"AS'.replace('"', "'")])
def test_apostrophes_do_not_matter(regions: Regions, typed: str) -> None:
    assert "Ra'as" in names(regions.find(typed))


def test_a_space_more_or_less_does_not_matter(regions: Regions) -> None:
    joined, apart = regions.find("sukamaju", limit=500), regions.find("suka maju", limit=500)
    assert {"Sukamaju", "Suka Maju"} <= set(names(joined)) & set(names(apart))


def test_whole_names_come_before_longer_ones_and_later_words(regions: Regions) -> None:
    villages = [region for region in regions.find("sidomulyo", limit=500) if region.level == "village"]
    found = [region.name.replace(" ", "").lower() for region in villages]
    plain = found.count("sidomulyo")
    assert 90 < plain < len(found)
    assert set(found[:plain]) == {"sidomulyo"}


def test_a_later_word_is_found_too(regions: Regions) -> None:
    assert "Gampong Drien" in names(regions.find("drien", limit=50))


def test_villages_come_before_larger_regions(regions: Regions) -> None:
    levels = [region.level == "village" for region in regions.find("bogor", limit=100)]
    assert levels == sorted(levels, reverse=True)
    assert "Kabupaten Bogor" in names(regions.find("bogor", limit=100))


@pytest.mark.parametrize("area", ["35", "3515", "351501"])
def test_the_officers_own_area_comes_first(regions: Regions, area: str) -> None:
    found = [region.code.startswith(area) for region in regions.find("s", near=(area,), limit=30)]
    assert found[0]
    assert found == sorted(found, reverse=True)


def test_the_officers_own_village_comes_first(regions: Regions) -> None:
    last = regions.find("sidomulyo", limit=500)[60]
    assert regions.find("sidomulyo", near=(last.code,))[0] == last


def test_an_area_that_no_longer_exists_does_no_harm(regions: Regions) -> None:
    assert regions.find("cibunian", near=("999999", "3201"))[0].name == "Cibunian"


@pytest.mark.parametrize(
    "typed",
    ["sukamaju jonggol", "jonggol sukamaju", "Sukamaju, Kec. Jonggol", "sukamaju bogor", "sukamaju jawa barat bogor"],
)
def test_words_may_name_the_places_around(regions: Regions, typed: str) -> None:
    found = regions.find(typed)
    assert found
    assert found[0].name == "Sukamaju"
    assert found[0].regency == "Kabupaten Bogor"


def test_a_region_is_found_by_its_code(regions: Regions) -> None:
    dotted, plain = regions.find("32.01.31"), regions.find("320131")
    assert dotted == plain
    assert plain[0].code == "320131"
    assert all(region.code.startswith("320131") for region in plain)


@pytest.mark.parametrize("typed", ["", "   ", "'", "xyzzy", "sukamaju xyzzy", ".*", "\n", "desa", "\x00", "日本"])
def test_whatever_is_typed_there_is_an_answer(regions: Regions, typed: str) -> None:
    assert len(regions.find(typed)) <= 12


def test_nothing_typed_finds_nothing(regions: Regions) -> None:
    assert regions.find("") == regions.find("''") == ()


def test_the_same_region_is_listed_once(regions: Regions) -> None:
    for typed in ("toli", "suka suka", "biru"):
        codes = [region.code for region in regions.find(typed, limit=1000)]
        assert len(codes) == len(set(codes))


def test_the_index_finds_what_a_scan_of_all_rows_finds(regions: Regions) -> None:
    every = [region for province in regions.children() for region in regions.find(province.code, limit=len(regions))]
    for typed in ("karang", "batu", "ujong", "zu", "2 x"):
        scanned = {r.code for r in every if f" {typed}" in f" {r.name.lower().replace('-', ' ').replace('/', ' ')}"}
        assert scanned <= {region.code for region in regions.find(typed, limit=len(regions))}
