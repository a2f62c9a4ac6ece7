"""Every verb through its real door: an enrolled laptop, a real centre of its own process, real files."""

import csv
import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldapp.__main__ import main
from fieldapp.config import Paths
from fieldapp.store.keys import Vault
from fieldapp.store.store import open_store
from tests.register.conftest import DATA
from tools import centre

PASSPHRASE = "kata sandi percobaan"
DECLARED = ["--consent", "signature", "--consent-date", "2-11-2026", "--village", "Gunung Menyan"]
DECLARED += ["--occupation", "Nelayan", "--programmes", "JKK, JKM", "--income", "1,5jt"]


class Laptop:
    """An enrolled laptop that is spoken to by typing."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.home, self._capsys = home / "laptop", home, capsys
        self.server = home / "centre"
        self._secret = home / "kata-sandi"
        self._secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        url = f"http://127.0.0.1:{self.port}"
        self.server.mkdir()
        self.invitation = centre.fieldserver("demo", "--data", str(self.server), "--url", url).split()[-1]

    def type(self, *words: object, passphrase: bool = True) -> tuple[int, str]:
        """The exit code and everything that was said."""
        secret = ["--passphrase-file", str(self._secret)] if passphrase else []
        code = main([*map(str, words), "--data", str(self.data), *secret])
        told = self._capsys.readouterr()
        return code, told.out + told.err

    def recorded(self) -> int:
        places = Paths(self.data)
        vault = Vault(places.vault)
        store = open_store(places.database, vault.unlock(vault.accounts()[0].id, PASSPHRASE))
        count = store.exchange.proof().recorded
        store.close()
        return count

    def imports(self, name: str, *words: object) -> tuple[int, str]:
        return self.type("import", DATA / name, *DECLARED, "--report", self.home / "laporan.xlsx", *words)


@pytest.fixture
def laptop(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    made = Laptop(tmp_path, capsys)
    assert made.type("enrol", made.invitation)[0] == 0
    return made


def test_a_register_is_imported_delivered_and_proved(laptop):
    code, told = laptop.imports("pedagang-pasar.csv")
    assert (code, laptop.recorded()) == (3, 37)
    assert "Diambil 37 orang." in told
    assert laptop.type("send")[0] == 1
    with centre.running(laptop.server, laptop.port):
        code, told = laptop.type("send")
    assert code == 0
    assert told.count("tanda terima 320117.") == 37
    code, told = laptop.type("status")
    assert code == 0
    assert "3 / 3" in told


def test_the_same_file_twice_adds_nothing_and_says_so(laptop):
    laptop.imports("daftar-nelayan.xlsx")
    assert "Sudah ada di catatan      38" in laptop.imports("daftar-nelayan.xlsx")[1]
    assert laptop.recorded() == 38


def test_looking_at_a_register_keeps_nothing_but_the_report(laptop):
    assert laptop.imports("daftar-nelayan.xlsx", "--preview")[0] == 3
    assert laptop.recorded() == 0
    assert load_workbook(laptop.home / "laporan.xlsx").sheetnames == ["Ringkasan", "Baris", "Kolom"]


def test_warnings_are_taken_when_somebody_says_to_have_looked(laptop):
    laptop.imports("register-desa-gunung-menyan.xlsx", "--confirm-warnings")
    assert laptop.recorded() == 38


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Daftar tidak memuat persetujuan"),
        (["--consent", "signature"], "Daftar tidak memuat persetujuan"),
        (["--consent", "signature", "--consent-date", "1-1-2090"], "belum terjadi"),
        ([*DECLARED, "--occupation", "raja"], "tidak ada di daftar"),
        ([*DECLARED, "--village", "Antah Berantah"], "tidak ada di wilayah"),
        ([*DECLARED, "--sheet", "Lain"], "Judul kolom tidak ditemukan"),
    ],
)
def test_what_is_missing_for_an_import_is_said_in_a_sentence(laptop, words, said):
    code, told = laptop.type("import", DATA / "daftar-nelayan.xlsx", *words)
    assert code == 1
    assert said in told


def test_an_export_covers_niks_unless_asked_otherwise(laptop):
    laptop.imports("pedagang-pasar.csv")
    path = laptop.home / "keluar.csv"
    assert laptop.type("export", path)[0] == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert all("******" in line["NIK"] for line in csv.DictReader(file, delimiter=";"))
    code, told = laptop.type("export", path, "--full-nik", "--village", "Cibitung Wetan", "--from", "1-1-2020")
    assert code == 0
    assert "Hapus sesudah dipakai" in told
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    assert {line["Desa/Kelurahan"] for line in lines} == {"Cibitung Wetan"}
    assert all(len(line["NIK"]) == 17 for line in lines)


def test_a_backup_brings_the_records_back(laptop):
    laptop.imports("pedagang-pasar.csv")
    assert laptop.type("backup")[0] == 0
    laptop.imports("daftar-nelayan.xlsx")
    code, told = laptop.type("restore")
    assert code == 0
    assert "disisihkan" in told
    assert laptop.recorded() == 37


def test_nothing_is_restored_under_an_open_window(laptop):
    laptop.type("backup")
    Paths(laptop.data).lock.write_text(f"{os.getpid()}\nfieldapp\n", encoding="utf-8")
    code, told = laptop.type("restore")
    assert code == 1
    assert "sudah terbuka" in told


def test_the_doctor_tells_no_names_and_no_numbers_of_people(laptop):
    laptop.imports("pedagang-pasar.csv")
    laptop.type("backup")
    code, told = laptop.type("doctor")
    assert (code, "Semua beres." in told, "utuh" in told) == (0, True, True)
    assert "Wulan" not in told
    assert "320117" not in told
    assert str(Path.home()) not in told


def test_the_doctor_finds_a_damaged_file(laptop):
    laptop.imports("pedagang-pasar.csv")
    laptop.type("backup")
    path = Paths(laptop.data).database
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    code, told = laptop.type("doctor")
    assert code == 1
    assert "rusak" in told


def test_a_wrong_passphrase_opens_nothing(laptop):
    (laptop.home / "kata-sandi").write_text("bukan yang benar", encoding="utf-8")
    code, told = laptop.type("status")
    assert code == 1
    assert "Kata sandi belum cocok" in told


def test_without_a_passphrase_or_a_person_nothing_is_asked(laptop):
    assert laptop.type("status", passphrase=False)[0] == 1


def test_a_laptop_without_an_account_says_how_to_get_one(laptop):
    laptop.data = laptop.home / "lain"
    assert "fieldapp enrol" in laptop.type("status")[1]


def test_half_an_invitation_is_refused(laptop):
    assert "tidak lengkap" in laptop.type("enrol", laptop.invitation[:40])[1]


def test_the_command_line_never_loads_the_window(laptop):
    script = "import sys; from fieldapp.__main__ import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    command = [sys.executable, "-c", script, "doctor", "--no-file", "--data", str(laptop.data)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1] == "False"
