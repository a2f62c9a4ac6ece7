"""What fields and choices are called in tables; an import understands each of them again."""

from __future__ import annotations

from fieldapp.language import N_

FIELDS = {
    "village": N_("Desa/Kelurahan"),
    "nik": N_("NIK"),
    "name": N_("Nama sesuai KTP"),
    "birth_place": N_("Tempat lahir"),
    "birth_date": N_("Tanggal lahir"),
    "birth": N_("Tempat dan tanggal lahir"),
    "sex": N_("Jenis kelamin"),
    "sex_l": N_("Jenis kelamin (L)"),
    "sex_p": N_("Jenis kelamin (P)"),
    "family_card_no": N_("No. KK"),
    "mother_name": N_("Nama ibu kandung"),
    "street": N_("Alamat"),
    "hamlet": N_("Dusun"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "rt_rw": N_("RT/RW"),
    "phone": N_("No. HP"),
    "email": N_("Email"),
    "occupation": N_("Pekerjaan"),
    "occupation2": N_("Pekerjaan 2"),
    "work_place": N_("Tempat kerja"),
    "monthly_income": N_("Penghasilan per bulan"),
    "programmes": N_("Program"),
    "pay_period": N_("Masa bayar"),
    "payer": N_("Pembayar iuran"),
    "kpj": N_("No. KPJ"),
    "heir_name": N_("Nama ahli waris"),
    "heir_relation": N_("Hubungan ahli waris"),
    "note": N_("Catatan"),
}
"""field → its heading; each is one that an import understands."""

VISIT_FIELDS = {
    "village": N_("Desa/Kelurahan"),
    "number": N_("Nomor"),
    "held_on": N_("Tanggal"),
    "starts": N_("Mulai"),
    "ends": N_("Selesai"),
    "place": N_("Tempat"),
    "activity": N_("Jenis kunjungan"),
    "step": N_("Tahap"),
    "topic": N_("Materi"),
    "speaker": N_("Narasumber"),
    "target_group": N_("Sasaran"),
    "men": N_("Hadir laki-laki"),
    "women": N_("Hadir perempuan"),
    "prospects": N_("Calon peserta"),
    "questions": N_("Pertanyaan"),
    "obstacles": N_("Kendala"),
    "follow_up": N_("Tindak lanjut"),
    "follow_up_due": N_("Batas tindak lanjut"),
    "follow_up_by": N_("Pelaksana tindak lanjut"),
    "partners": N_("Mitra yang hadir"),
    "officer": N_("Petugas"),
    "note": N_("Catatan"),
}

STATES = {
    "draft": N_("Draf"),
    "queued": N_("Tersimpan di laptop"),
    "sending": N_("Sedang dikirim"),
    "delivered": N_("Diterima pusat"),
    "needs_revision": N_("Perlu diperbaiki"),
}

CHOICES: dict[str, dict[str, str]] = {
    "sex": {"male": N_("Laki-laki"), "female": N_("Perempuan")},
    "programmes": {"jkk_jkm": N_("JKK + JKM"), "jkk_jkm_jht": N_("JKK + JKM + JHT")},
    "payer": {
        "self": N_("Bayar sendiri"),
        "village": N_("Desa"),
        "apbd": N_("APBD"),
        "apbn": N_("APBN"),
        "other": N_("Pihak lain"),
    },
    "heir_relation": {
        "husband": N_("Suami"),
        "wife": N_("Istri"),
        "child": N_("Anak"),
        "parent": N_("Orang tua"),
        "sibling": N_("Saudara"),
        "other": N_("Lainnya"),
    },
    "activity": {
        "launch": N_("Pencanangan"),
        "talk": N_("Sosialisasi"),
        "door_to_door": N_("Dari rumah ke rumah"),
        "exercise": N_("Senam bersama"),
        "banner": N_("Pemasangan spanduk atau poster"),
        "festival": N_("Stan pameran"),
        "benefit": N_("Penyerahan santunan"),
        "partnership": N_("Kerja sama BUMDes"),
        "payment_follow_up": N_("Tindak lanjut pembayaran"),
        "other": N_("Lainnya"),
    },
    "step": {
        "preparation": N_("Persiapan"),
        "mapping": N_("Pemetaan"),
        "accompaniment": N_("Pendampingan"),
        "outreach": N_("Sosialisasi"),
        "questions": N_("Tanya jawab"),
        "follow_up": N_("Tindak lanjut"),
        "report": N_("Laporan"),
    },
}
