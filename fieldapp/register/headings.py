"""What village offices write above their columns, and the field each heading means."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

Sureness = Literal["sure", "likely", "guess"]
SURENESS: tuple[Sureness, ...] = ("sure", "likely", "guess")

PLACE_AND_DATE = "birth"
RT_AND_RW = "rt_rw"
TICK_MALE, TICK_FEMALE = "sex_l", "sex_p"
UNREAD = ""
"""The field of a heading that is known and on purpose not read."""

SYNONYMS: dict[str, str] = {
    "nik": "nik|no nik|nomor nik|no ktp|nomor ktp|no ktp nik|nik no ktp|nik ktp|nomor induk kependudukan"
    "|no induk kependudukan|nomor induk kependudukan nik|no identitas|nomor identitas"
    "|no kartu tanda penduduk|no e ktp",
    "name": "nama|nama lengkap|nama sesuai ktp|nama lengkap sesuai ktp|nama peserta|nama calon peserta|nama warga"
    "|nama penduduk|nama pekerja|nama anggota|nama nelayan|nama pedagang|nama petani|nama pemilik"
    "|nama yang bersangkutan",
    "birth_place": "tempat lahir|tmpt lahir|tmp lahir|tpt lahir|kota lahir|kota kelahiran|tempat kelahiran",
    "birth_date": "tanggal lahir|tgl lahir|tgllahir|tanggal kelahiran|tgl kelahiran",
    PLACE_AND_DATE: "ttl|tempat tanggal lahir|tempat tgl lahir|tmpt tgl lahir|tpt tgl lahir|tempat dan tanggal lahir"
    "|tempat dan tgl lahir|tempat lahir tanggal lahir|kelahiran",
    "sex": "jenis kelamin|jns kelamin|jenis kel|kelamin|jk|j k|l p|lp|l atau p|gender|jenkel|sex",
    TICK_MALE: "jenis kelamin l|jk l|laki laki|jenis kelamin laki laki|lk",
    TICK_FEMALE: "jenis kelamin p|jk p|perempuan|jenis kelamin perempuan|pr",
    "family_card_no": "kk|no kk|nomor kk|nomor kartu keluarga|no kartu keluarga|kartu keluarga",
    "mother_name": "ibu kandung|nama ibu|nama ibu kandung|nama gadis ibu kandung|nama gadis ibu|ibu",
    "street": "alamat|alamat lengkap|alamat rumah|alamat ktp|alamat sesuai ktp|alamat tinggal|alamat domisili|jalan"
    "|kampung|kp|kp jalan|jalan kampung|alamat kampung",
    "hamlet": "dusun|nama dusun|dusun lingkungan|lingkungan|kadus|dukuh",
    RT_AND_RW: "rt rw|rt dan rw|no rt rw",
    "rt": "rt|no rt",
    "rw": "rw|no rw",
    "village": "desa|kelurahan|desa kelurahan|kelurahan desa|nama desa|kel desa|desa kel|kode desa|gampong|nagari",
    "phone": "hp|no hp|nomor hp|no hp wa|hp wa|no wa|wa|nomor wa|whatsapp|no whatsapp|nomor whatsapp|telepon|telp"
    "|tlp|no telp|no tlp|no telepon|nomor telepon|no telp hp|no hp telp|no handphone|nomor handphone"
    "|handphone|kontak|no kontak|nomor kontak|hp wa aktif",
    "email": "email|e mail|surel|alamat email",
    "occupation": "pekerjaan|jenis pekerjaan|pekerjaan utama|profesi|mata pencaharian|usaha|jenis usaha|bidang usaha"
    "|jenis dagangan|pekerjaan 1|pekerjaan usaha",
    "occupation2": "pekerjaan 2|pekerjaan kedua|pekerjaan lain|pekerjaan sampingan|usaha sampingan",
    "work_place": "tempat kerja|lokasi kerja|tempat usaha|lokasi usaha|tempat bekerja|los kios|kios|blok kios"
    "|lokasi lapak|lapak|nama kapal",
    "monthly_income": "penghasilan|pendapatan|penghasilan per bulan|penghasilan perbulan|penghasilan bulan"
    "|pendapatan per bulan|pendapatan perbulan|pendapatan bulan|rata rata penghasilan|upah|omzet bersih"
    "|penghasilan rata rata",
    "programmes": "program|program yang diikuti|program bpjs|program pilihan|pilihan program|jenis program|paket"
    "|paket program",
    "pay_period": "masa bayar|periode bayar|lama bayar|jumlah bulan|bulan bayar|periode iuran|masa iuran",
    "payer": "pembayar|pembayar iuran|sumber iuran|dibayar oleh|sumber dana",
    "kpj": "kpj|no kpj|nomor kpj|no peserta|nomor peserta|no kartu bpjs|no kartu peserta",
    "heir_name": "ahli waris|nama ahli waris",
    "heir_relation": "hubungan|hubungan ahli waris|hubungan keluarga ahli waris|hub ahli waris|status ahli waris|hub",
    "note": "keterangan|ket|catatan",
    UNREAD: "no|nomor|no urut|nomor urut|nourut|tanda tangan|ttd|paraf|tandatangan|cap jempol|agama"
    "|golongan darah|gol darah|goldar|status perkawinan|status kawin|status|pendidikan"
    "|pendidikan terakhir|umur|usia|kecamatan|kabupaten|kabupaten kota|kab kota|provinsi|kewarganegaraan"
    "|warga negara|nama ayah|nama kepala keluarga|nama kk|nama suami|nama istri|nama suami istri"
    "|nik ahli waris|kode pos|foto|bulan lahir|tahun lahir|iuran|jumlah iuran",
}
"""field → its headings in plain form, separated by bars."""

ACCOMPANIED: dict[tuple[str, str], str] = {
    ("lahir", "tempat"): "birth_place",
    ("lahir", "kota"): "birth_place",
    ("lahir", "tmpt"): "birth_place",
    ("lahir", "tanggal"): "birth_date",
    ("lahir", "tgl"): "birth_date",
    ("ttl", "tempat"): "birth_place",
    ("ttl", "tanggal"): "birth_date",
    ("ttl", "tgl"): "birth_date",
    ("kelamin", "l"): TICK_MALE,
    ("kelamin", "p"): TICK_FEMALE,
    ("kelamin", "lk"): TICK_MALE,
    ("kelamin", "pr"): TICK_FEMALE,
    ("jk", "l"): TICK_MALE,
    ("jk", "p"): TICK_FEMALE,
    ("waris", "nama"): "heir_name",
    ("waris", "hubungan"): "heir_relation",
    ("waris", "nik"): UNREAD,
    ("alamat", "jalan"): "street",
}
"""(a word of the heading above, the heading below) → field, for headings in two lines."""

_INSTRUCTIONS = (
    "16 aktif angka bb bisa bln bpu bulan calon contoh dd digit dihubungi diisi hh huruf ini isi kapital ktp "
    "lengkap mm per peserta rp rupiah saat sekarang sesuai tahun tgl thn tttt wajib yang yyyy "
)
EMPTY_WORDS = frozenset(_INSTRUCTIONS.split())
"""Words that say how to fill a column in, not what it is."""


def plain(heading: str) -> str:
    """A heading in lower case letters and digits, one space between words."""
    bare = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def field_of(heading: str, above: str = "") -> tuple[str, Sureness] | None:
    """The field that a heading means, with the heading above it if there are two lines; None if unknown."""
    own, over = plain(heading), plain(above)
    for word in over.split():
        if (word, own) in ACCOMPANIED:
            return ACCOMPANIED[word, own], "sure"
    candidates = [words for words in (f"{over} {own}".strip(), own or over) if words]
    known = _known()
    for words in candidates:
        if words in known:
            return known[words], "sure"
    bare = plain(re.sub(r"\(.*?\)", " ", heading))
    for words in (bare, *map(_core, (*candidates, bare))):
        if words in known:
            return known[words], "likely"
    return _misspelt(own) if own else None


def _core(words: str) -> str:
    return " ".join(word for word in words.split() if word not in EMPTY_WORDS)


@cache
def _known() -> dict[str, str]:
    return {words: field for field, joined in SYNONYMS.items() for words in joined.split("|")}


@cache
def _misspelt(words: str) -> tuple[str, Sureness] | None:
    """The field of the nearest heading when only a letter or two differ; short headings are never guessed."""
    if len(words) < 5:
        return None
    likeness, nearest = max(
        (SequenceMatcher(None, words, known).ratio(), known) for known in _known() if len(known) > 4
    )
    return (_known()[nearest], "guess") if likeness >= 0.88 else None
