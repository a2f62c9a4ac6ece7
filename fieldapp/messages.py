"""Codes become sentences here: what is the matter and what to do next, in plain words."""

from __future__ import annotations

from fieldapp.language import N_, tr

SENTENCES: dict[str, str] = {
    # Values of a form
    "birth_date.missing": N_("Tanggal lahir belum diisi"),
    "birth_date.not_as_nik": N_("Tanggal lahir berbeda dari NIK ({nik})"),
    "birth_date.too_old": N_("Umur {age} tahun. Pendaftaran hanya sampai umur 64 tahun"),
    "birth_date.young": N_("Umur baru {age} tahun. Cek lagi dengan KTP"),
    "choice.unknown": N_("Pilih salah satu dari daftar"),
    "consent_at.missing": N_("Waktu persetujuan belum dicatat"),
    "consent_how.missing": N_("Persetujuan belum dicatat"),
    "consent_version.missing": N_("Persetujuan belum dicatat"),
    "date.ambiguous": N_("Tahun {first} atau {second}? Pilih salah satu"),
    "date.future": N_("Tanggal ini belum terjadi"),
    "date.no_such_day": N_("{day} {month} tidak ada di kalender"),
    "date.unreadable": N_("Tanggal belum terbaca. Contoh: 17-8-1985"),
    "email.unreadable": N_("Alamat email belum lengkap. Contoh: nama@contoh.id"),
    "ends.before_start": N_("Jam selesai harus sesudah jam mulai"),
    "family_card_no.as_nik": N_("No. KK sama dengan NIK. Cek lagi dengan kartu keluarga"),
    "family_card_no.length": N_("No. KK baru {digits} angka, seharusnya 16"),
    "family_card_no.letters": N_("No. KK hanya berisi angka"),
    "follow_up_due.before_visit": N_("Batas tindak lanjut harus sesudah tanggal kunjungan"),
    "heir.name.missing": N_("Nama ahli waris belum diisi"),
    "heir.relation.missing": N_("Hubungan ahli waris belum dipilih"),
    "heirs.too_many": N_("Ahli waris paling banyak {most} orang"),
    "heirs.unreadable": N_("Ahli waris belum terbaca. Isi nama dan hubungannya"),
    "held_on.future": N_("Tanggal kunjungan belum terjadi"),
    "held_on.long_ago": N_("Kunjungan ini {days} hari lalu. Cek lagi tanggalnya"),
    "held_on.missing": N_("Tanggal kunjungan belum diisi"),
    "id.unreadable": N_("Catatan yang ditunjuk tidak dikenal"),
    "kpj.length": N_("Nomor peserta (KPJ) berisi 11 huruf atau angka"),
    "list.unreadable": N_("Daftar ini belum terbaca. Isi lagi"),
    "activity.missing": N_("Jenis kunjungan belum dipilih"),
    "men.nobody": N_("Jumlah hadir masih nol. Cek lagi"),
    "money.too_much": N_("Jumlah rupiah terlalu besar"),
    "money.unreadable": N_("Jumlah rupiah belum terbaca. Contoh: 1.500.000 atau 1,5jt"),
    "monthly_income.high": N_("Penghasilan {amount} per bulan tampak terlalu besar. Cek jumlah nolnya"),
    "monthly_income.low": N_("Penghasilan {amount} per bulan tampak terlalu kecil. Cek jumlah nolnya"),
    "monthly_income.missing": N_("Penghasilan per bulan belum diisi"),
    "name.missing": N_("Nama sesuai KTP belum diisi"),
    "name.no_letters": N_("Nama belum terbaca. Tulis seperti di KTP"),
    "nik.date": N_("Tanggal lahir di dalam NIK tidak ada di kalender"),
    "nik.length": N_("NIK baru {digits} angka, seharusnya 16"),
    "nik.letters": N_("NIK hanya berisi angka"),
    "nik.missing": N_("NIK belum diisi"),
    "nik.other_place": N_("NIK ini dari kabupaten atau kota lain. Boleh saja kalau orangnya pindah; cek dengan KTP"),
    "nik.province": N_("NIK tidak bisa diawali {province}. Cocokkan dengan KTP"),
    "nik.serial": N_("Empat angka terakhir NIK tidak bisa 0000"),
    "number.too_high": N_("Paling banyak {highest}"),
    "number.unreadable": N_("Isi dengan angka"),
    "occupation.missing": N_("Pekerjaan belum dipilih"),
    "occupation2.same": N_("Pekerjaan kedua sama dengan yang pertama"),
    "officer.missing": N_("Petugas belum diisi"),
    "passphrase.length": N_("Kata sandi paling sedikit {least} huruf atau angka"),
    "pay_period.missing": N_("Lama bayar belum dipilih"),
    "payer.missing": N_("Pembayar iuran belum dipilih"),
    "phone.length": N_("Nomor HP {digits} angka, seharusnya 10 sampai 13"),
    "phone.letters": N_("Nomor HP hanya berisi angka"),
    "phone.prefix": N_("Nomor HP diawali 08 atau +628"),
    "place.missing": N_("Tempat kunjungan belum diisi"),
    "programmes.missing": N_("Program belum dipilih"),
    "prospects.more_than_people": N_("Yang berminat lebih banyak daripada yang hadir"),
    "recorded_at.missing": N_("Waktu pencatatan tidak ada"),
    "recorded_by.missing": N_("Nama pencatat tidak ada"),
    "rt.unreadable": N_("RT dan RW paling banyak 3 angka"),
    "sex.missing": N_("Jenis kelamin belum dipilih"),
    "sex.not_as_nik": N_("Jenis kelamin berbeda dari NIK"),
    "text.too_long": N_("Terlalu panjang, paling banyak {longest} huruf"),
    "time.unreadable": N_("Jam belum terbaca. Contoh: 9.30"),
    "value.form": N_("Isian ini berbeda bentuk dari yang diharapkan pusat. Buka dan simpan lagi"),
    "village.missing": N_("Desa atau kelurahan belum dipilih"),
    "village.unknown": N_("Pilih desa atau kelurahan dari daftar"),
    # Village registers
    "register.amount_unclear": N_("Jumlah rupiah ini pecahan. Tulis lengkap, contoh: 1.500.000"),
    "register.became_a_date": N_(
        "RT/RW berubah menjadi tanggal di lembar kerja. Ketik ulang sebagai teks, contoh: 003/005"
    ),
    "register.column_rounded": N_(
        "Semua nomor di kolom ini berakhiran 0: angka terakhirnya dihapus lembar kerja. Salin lagi dari KTP"
    ),
    "register.digits_lost": N_(
        "Angka di belakang sudah hilang (bentuk seperti 3,2E+15). Salin lagi dari KTP sebagai teks"
    ),
    "register.known": N_("Orang ini sudah ada di catatan, tidak ditambah lagi"),
    "register.last_digit_lost": N_(
        "Nomor disimpan sebagai bilangan, angka terakhirnya mungkin hilang. Salin lagi dari KTP sebagai teks"
    ),
    "register.nik_other_name": N_("NIK ini sudah tercatat dengan nama lain. Cocokkan dengan KTP"),
    "register.nik_two_names": N_("NIK ini juga dipakai nama lain di baris {line}. Cocokkan keduanya dengan KTP"),
    "register.no_date": N_("Hanya ada tempat lahir, tanggalnya belum ada"),
    "register.no_headings": N_("Judul kolom tidak ditemukan. Berkas harus punya kolom seperti NIK dan Nama"),
    "register.not_a_table": N_("Berkas ini bukan tabel CSV. Simpan ulang sebagai CSV atau XLSX"),
    "register.not_a_workbook": N_("Berkas XLSX ini rusak atau bukan buku kerja. Simpan ulang dari aplikasi asalnya"),
    "register.occupation_shared": N_("Pekerjaan ini bisa berarti beberapa pekerjaan. Tulis lebih lengkap"),
    "register.occupation_unknown": N_("Pekerjaan ini tidak ada di daftar. Tulis dengan kata lain"),
    "register.old_or_locked": N_(
        "Berkas Excel lama (.xls) atau berkas dengan kata sandi. Simpan ulang sebagai XLSX tanpa kata sandi"
    ),
    "register.programmes": N_("Program belum terbaca. Tulis JKK, JKM atau JKK, JKM, JHT"),
    "register.report_unwritable": N_(
        "Laporan belum tersimpan. Tutup berkas itu di aplikasi lain atau pilih tempat lain"
    ),
    "register.rt_rw": N_("RT/RW belum terbaca. Contoh: 003/005"),
    "register.too_big": N_("Berkas terlalu besar untuk daftar desa. Bagi menjadi beberapa berkas"),
    "register.too_long": N_("Daftar lebih dari 20.000 baris. Bagi menjadi beberapa berkas"),
    "register.too_wide": N_("Lembar ini lebih dari 100 kolom. Pilih lembar yang berisi daftar orang"),
    "register.twice": N_("Orang yang sama sudah ada di baris {line} berkas ini"),
    "register.unreadable": N_("Berkas ini tidak bisa dibuka. Tutup dulu di aplikasi lain, lalu coba lagi"),
    "register.village_outside": N_("Desa ini di luar wilayah tugas Anda"),
    "register.village_shared": N_("Ada beberapa desa dengan nama ini di wilayah Anda. Tulis kodenya"),
    "register.village_unknown": N_("Nama desa ini tidak ada di wilayah tugas Anda. Cek ejaannya"),
    # The command line
    "cli.consent_later": N_("Tanggal persetujuan belum terjadi"),
    "cli.consent_needed": N_(
        "Daftar tidak memuat persetujuan. Sebut caranya dan tanggalnya: --consent signature --consent-date 2-11-2026"
    ),
    "cli.no_backup": N_("Belum ada cadangan di laptop ini. Sebut berkasnya, misalnya dari USB"),
    "cli.no_folder": N_("Folder tujuan tidak ada. Colokkan USB atau pilih folder lain"),
    "cli.no_passphrase": N_("Kata sandi diperlukan. Pakai --passphrase-file BERKAS atau - untuk masukan standar"),
    "cli.not_enrolled": N_("Laptop ini belum punya akun. Pasang dulu: fieldapp enrol UNDANGAN"),
    "cli.passphrases_differ": N_("Kedua kata sandi belum sama"),
    "cli.table_suffix": N_("Nama berkas harus berakhir .xlsx atau .csv"),
    "cli.which_account": N_("Sebut akunnya dengan --account"),
    # Answers of the centre
    "clock.off": N_("Jam laptop ini selisih {minutes} menit dari jam pusat. Betulkan jam di pengaturan laptop"),
    "refused.conflict": N_("Orang lain mengubah isian yang sama. Buka dan pilih mana yang benar"),
    "refused.exists": N_("Pusat sudah punya catatan lain dengan nomor ini. Buka dan simpan lagi"),
    "refused.locked": N_("Catatan ini sudah disetujui dan tidak bisa diubah. Tanya penyelia"),
    "refused.missing": N_("Catatan ini tidak ada di pusat. Tanya operator pusat"),
    "refused.reused": N_("Laptop ini dipulihkan dari cadangan lama. Buka dan simpan lagi"),
    "refused.rule": N_("Ada isian yang belum sesuai aturan pusat. Buka dan perbaiki"),
    "refused.scope": N_("Desa ini di luar wilayah tugas Anda. Cek desanya atau tanya penyelia"),
    "refused.unreadable": N_("Pusat tidak bisa membaca catatan ini. Buka dan simpan lagi"),
    # The exchange
    "check.cursor": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.exchange": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.merged": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.proof": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.receipt": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.refusal": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.row": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.verdicts": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "check.version": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.column": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.damaged": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.not_a_message": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.not_ours": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.text": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.too_deep": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.too_many": N_("Jawaban pusat tidak utuh, jadi tidak dipakai. Coba lagi nanti"),
    "wire.not_signed": N_("Jawaban tidak ditandatangani pusat, jadi tidak dipakai. Coba dari jaringan lain"),
    "wire.too_large": N_("Jawaban pusat terlalu besar, jadi tidak dipakai. Coba lagi nanti"),
    "sync.answer_too_large": N_("Jawaban pusat terlalu besar, jadi tidak dipakai. Coba lagi nanti"),
    "sync.answer_unusable": N_(
        "Jawaban yang datang bukan dari pusat atau tidak utuh. Tidak ada yang ditandai terkirim"
    ),
    "sync.batch_rejected": N_("Pusat tidak bisa membaca kiriman ini. Catatan tetap aman di laptop"),
    "sync.busy": N_("Pusat sedang ramai. Kiriman dicoba lagi sebentar lagi"),
    "sync.certificate": N_("Sambungan ke pusat tidak aman. Jam laptop salah? Betulkan jam, lalu coba lagi"),
    "sync.cut": N_("Sambungan terputus di tengah kiriman. Yang belum dijawab akan dikirim lagi"),
    "sync.insecure_address": N_("Alamat pusat tidak memakai sambungan aman (https). Minta undangan baru"),
    "sync.not_the_centre": N_(
        "Wi-Fi ini meminta masuk dulu, atau alamatnya bukan pusat. Buka peramban, masuk, lalu coba lagi"
    ),
    "sync.offline": N_("Tidak ada internet. Anda bisa terus bekerja, data aman di laptop ini"),
    "sync.receipt_not_genuine": N_("Tanda terima tidak cocok dengan kunci pusat. Tidak ada yang ditandai terkirim"),
    "sync.sign_in_needed": N_("Pusat tidak lagi mengenal laptop ini. Minta undangan baru; pencatatan tetap bisa jalan"),
    "sync.unreadable": N_("Catatan ini tidak terbaca oleh pusat. Buka dan simpan lagi"),
    "sync.update_needed": N_("Pusat memakai aturan yang lebih baru. Perbarui aplikasi; catatan tetap aman"),
    # The laptop's own file and door
    "error.unknown": N_("Ada yang tidak berjalan semestinya. Catatan yang sudah disimpan tetap aman; coba lagi"),
    "file.unreadable": N_("Berkas ini tidak bisa dibaca. Pilih berkas lain"),
    "invitation.other_account": N_("Laptop ini terpasang untuk petugas lain. Minta undangan untuk petugas itu"),
    "invitation.unusable": N_("Undangan ini tidak lengkap. Salin seluruh barisnya, mulai dari “fieldapp1:”"),
    "sign_in.wait": N_("Terlalu banyak percobaan. Tunggu sebentar sebelum mencoba lagi"),
    "sign_in.wrong_passphrase": N_("Kata sandi belum cocok. Huruf besar-kecil dibedakan"),
    "store.already_open": N_("Aplikasi ini sudah terbuka. Pakai jendela yang sudah ada"),
    "store.damaged": N_("Berkas data rusak. Pulihkan dari cadangan terakhir; berkas lama tetap disimpan"),
    "store.disk_full": N_("Ruang disk habis. Hapus berkas lain yang tidak perlu, lalu simpan lagi; isian tetap ada"),
    "store.disk_trouble": N_(
        "Disk tidak bisa dibaca atau ditulis. Simpan lagi; kalau tetap begitu, mulai ulang laptop"
    ),
    "store.foreign": N_("Berkas ini bukan data aplikasi ini, atau kuncinya berbeda. Berkas tidak diubah"),
    "store.no_whole_backup": N_(
        "Tidak ada cadangan yang utuh di laptop ini. Ambil cadangan dari stik USB atau tanya penyelia"
    ),
    "store.newer": N_("Berkas ini dibuat aplikasi yang lebih baru. Perbarui aplikasi; berkas tidak diubah"),
    "store.not_lifted": N_("Data belum bisa disesuaikan dengan versi aplikasi ini. Berkas lama tetap utuh"),
    "store.unsafe": N_("Disk ini tidak bisa menyimpan data dengan aman. Pindahkan data ke disk dalam laptop"),
    "store.unusable": N_("Berkas data tidak bisa dipakai. Pulihkan dari cadangan atau tanya penyelia"),
}


class _Detail(dict[str, str | int]):
    """What fills the gaps of a sentence; a gap that nothing fills is shown as one."""

    def __missing__(self, name: str) -> str:
        return "…"


def sentence(code: str, /, **detail: str | int) -> str:
    """The sentence for a code in the chosen language; ``detail`` fills its gaps.

    A code that this app does not know (a newer centre's) still gets an honest sentence.
    """
    known = SENTENCES.get(code)
    if known is None:
        return tr("Perlu dilihat lagi ({code})").format(code=code)
    return tr(known).format_map(_Detail(detail))
