/** The same idea in other words. The last twelve were written after the rules and the glossary were settled. */
export const rephrased: [string, string][] = [
  [
    "Antrean puskesmas lewat pesan singkat",
    "Daftar antre di puskesmas pakai WhatsApp supaya warga tidak menunggu sejak subuh",
  ],
  [
    "KTP diantar ke rumah warga lansia",
    "e-KTP untuk orang tua yang sudah lanjut usia sebaiknya dikirim langsung ke rumahnya",
  ],
  [
    "Kabar cuaca untuk nelayan sebelum melaut",
    "Info gelombang tinggi dikirim ke grup WA para nelayan tiap pagi",
  ],
  [
    "Bank sampah di setiap sekolah",
    "Murid kumpulkan botol plastik di sekolah, lalu dijual ke tempat daur ulang",
  ],
  [
    "Perahu perpustakaan keliling antar pulau",
    "Buku bacaan dibawa pakai perahu ke anak-anak di pulau terpencil",
  ],
  [
    "Lapor jalan rusak pakai foto",
    "Aplikasi pengaduan jalan berlubang, warga tinggal kirim foto dan lokasinya",
  ],
  [
    "Posyandu buka pada hari libur",
    "Penimbangan balita jangan cuma hari kerja, ibu-ibu bekerja bisanya hari Sabtu",
  ],
  [
    "Papan informasi layanan di setiap kantor desa",
    "Tempel syarat dan biaya layanan di kantor desa biar warga tau",
  ],
  [
    "Pelatihan jualan online untuk ibu-ibu UMKM",
    "Ajari pelaku usaha kecil memasarkan produknya secara daring",
  ],
  [
    "Pengingat jadwal imunisasi lewat SMS",
    "Ibu yang punya bayi dikirimi pesan WA kalau sudah waktunya vaksin",
  ],
  ["Absensi pegawai dengan sidik jari", "Kehadiran ASN dicatat dgn fingerprint saja, jangan tanda tangan"],
  [
    "Rumah tunggu ibu hamil dekat rumah sakit",
    "Sediakan tempat menginap bagi bumil dari pulau jauh menjelang lahiran di RSUD",
  ],
  [
    "Kolom tanya jawab dengan bupati sebulan sekali",
    "Warga bisa bertanya langsung kepada Ibu Bupati lewat siaran radio tiap bulan",
  ],
  [
    "Pasar ikan pagi yang bersih dengan es gratis",
    "Sediakan es untuk pedagang ikan di pasar supaya ikan tidak busuk",
  ],
  [
    "Surat keterangan desa bisa diurus dari rumah",
    "Ngurus surat di kantor desa harusnya online saja, gak usah datang",
  ],
  ["Beasiswa untuk anak nelayan", "Bantu biaya kuliah anak-anak dari keluarga nelayan yang tidak mampu"],
  [
    "Lampu jalan tenaga surya di kampung",
    "Pasang penerangan jalan pakai panel surya di desa yang belum ada listrik",
  ],
  [
    "Kelas bahasa isyarat untuk petugas loket",
    "Petugas pelayanan belajar bahasa isyarat agar bisa melayani warga tuli",
  ],
  [
    "Kotak saran digital di kantor camat",
    "Pasang kode QR di kecamatan supaya orang bisa kasih masukan lewat HP",
  ],
  ["Satu data harga pangan setiap pekan", "Umumkan harga beras, cabai dan ikan di pasar tiap minggu"],
  ["Tanam mangrove bersama anak sekolah", "Ajak siswa menanam bakau di pantai yang terkena abrasi"],
  [
    "Dokter kunjungan ke pulau terluar sebulan sekali",
    "Tenaga medis datang rutin ke pulau-pulau jauh setiap bulan",
  ],
  ["Bus sekolah gratis dari kampung ke kota", "Anak desa perlu angkutan cuma-cuma untuk pergi ke sekolah"],
  [
    "Peringatan dini banjir lewat pengeras suara masjid dan gereja",
    "Kalau air sungai naik, umumkan bahaya banjir dari toa tempat ibadah",
  ],
  [
    "Cek stok obat puskesmas dari HP",
    "Ketersediaan obat di pusat kesehatan masyarakat bisa dilihat lewat aplikasi",
  ],
  ["Bayar pajak di kantor pos", "PBB bisa dibayar lewat pos supaya warga tidak jauh ke kota"],
  ["Rapat dinas maksimal satu jam", "Batasi lama rapat di kantor, paling lama 60 menit"],
  [
    "Magang untuk anak muda di kantor dinas",
    "Beri kesempatan pemuda lulusan SMK belajar kerja di kantor pemerintah",
  ],
  [
    "Tempat sampah terpilah di pantai wisata",
    "Pantai yang banyak turis perlu tong sampah organik dan plastik terpisah",
  ],
  [
    "Pojok bermain anak di ruang tunggu pelayanan",
    "Ruang tunggu kantor dukcapil dikasih mainan supaya anak tidak bosan",
  ],
  [
    "Pelatihan budidaya rumput laut bagi ibu-ibu",
    "Latih kelompok perempuan menanam dan mengolah rumput laut",
  ],
  ["Ambulans laut untuk pulau kecil", "Sediakan speedboat khusus pasien gawat yang harus dirujuk dari pulau"],
  [
    "Akta kelahiran selesai di rumah sakit",
    "Bayi yang baru lahir langsung dapat akte sebelum pulang dari RS",
  ],
  ["Vaksin anjing gratis untuk cegah rabies", "Suntik rabies hewan peliharaan tanpa bayar di tiap kampung"],
  [
    "Queue numbers for the clinic by text message",
    "Let patients register for the health centre over WhatsApp so nobody waits from dawn",
  ],
  ["Solar lights along village roads", "Put solar powered street lamps in villages without electricity"],
  ["Report potholes with a photo", "An app where citizens send pictures of damaged roads"],
  [
    "A weather warning for fishermen every morning",
    "Send wave and wind forecasts to fishers before they go out to sea",
  ],
  ["Free wifi di balai desa", "Sediakan internet gratis di kantor desa untuk anak belajar"],
  [
    "Kurangi kertas, pakai disposisi elektronik",
    "Surat masuk antar dinas jangan dicetak lagi, cukup lewat sistem digital",
  ],
  [
    "Jam layanan dukcapil sampai malam",
    "Kantor kependudukan buka sore juga, karena siang warga kerja di kebun",
  ],
  ["Dapur gizi untuk cegah stunting", "Masak makanan tambahan bergizi bersama kader bagi balita kurang gizi"],
  [
    "Nomor darurat satu untuk semua pulau",
    "Warga cukup menelepon satu nomor kalau ada keadaan gawat, di pulau mana saja",
  ],
  ["Buku tamu digital di kantor dinas", "Pengunjung kantor mengisi buku tamu lewat tablet, bukan kertas"],
  [
    "Mobil pemadam di tiap kecamatan",
    "Kecamatan belum punya mobil pemadam kebakaran, padahal rumah sering terbakar",
  ],
  ["Senam lansia tiap Jumat pagi", "Olahraga bersama kakek dan nenek setiap hari Jumat"],
  ["Guru honorer dapat bantuan transportasi", "Beri uang transpor untuk guru yang mengajar di kampung jauh"],
  [
    "Sumur bor untuk dusun yang kekeringan",
    "Dusun kami kesulitan air bersih waktu kemarau, tolong dibuatkan sumur",
  ],
  ["Layanan KB gratis di pustu", "Pustu sebaiknya melayani KB tanpa bayar"],
  ["Pasar malam produk UMKM sebulan sekali", "Tiap bulan ada pasar malam tempat usaha kecil jual hasilnya"],
  ["Surat nikah langsung dapat KK baru", "Pasangan yang baru menikah otomatis menerima kartu keluarga baru"],
  ["Kelas komputer untuk perangkat desa", "Perangkat desa dilatih memakai laptop dan komputer"],
  ["Peta daerah rawan longsor di balai desa", "Pasang peta tempat yang sering longsor supaya warga waspada"],
  ["Jalur khusus sepeda ke sekolah", "Anak-anak naik sepeda ke sekolah, perlu jalur yang aman"],
];

/** Ideas that share a place, a person or a word, and are not alike; then ideas that share nothing. */
export const unrelated: [string, string][] = [
  ["Antrean puskesmas lewat pesan singkat", "Lapor jalan rusak lewat pesan singkat"],
  ["Antrean puskesmas lewat pesan singkat", "Tambah dokter gigi di puskesmas"],
  ["KTP diantar ke rumah warga lansia", "Senam bersama warga lansia setiap Jumat"],
  ["Kabar cuaca untuk nelayan sebelum melaut", "Beasiswa untuk anak nelayan"],
  ["Bank sampah di setiap sekolah", "Toilet bersih di setiap sekolah"],
  ["Lapor jalan rusak pakai foto", "Lomba foto wisata pantai"],
  ["Pelatihan jualan online untuk ibu-ibu UMKM", "Pelatihan pemadam kebakaran untuk pegawai"],
  ["Absensi pegawai dengan sidik jari", "Senam pagi pegawai setiap Jumat"],
  ["Rapat dinas maksimal satu jam", "Mobil dinas dipakai bersama"],
  ["Bayar pajak di kantor pos", "Taman bermain di depan kantor pos"],
  ["Bus sekolah gratis dari kampung ke kota", "Makan siang gratis di sekolah"],
  ["Dokter kunjungan ke pulau terluar sebulan sekali", "Kapal wisata ke pulau terluar"],
  ["Cek stok obat puskesmas dari HP", "Larangan main HP saat melayani warga"],
  ["Posyandu buka pada hari libur", "Perpustakaan kota tutup pada hari libur"],
  ["Tanam mangrove bersama anak sekolah", "Seragam gratis untuk anak sekolah"],
  ["Kotak saran digital di kantor camat", "Perbaiki atap kantor camat yang bocor"],
  ["Lampu jalan tenaga surya di kampung", "Lomba kampung bersih dan hijau"],
  ["Vaksin anjing gratis untuk cegah rabies", "Internet gratis di balai desa"],
  ["Report potholes with a photo", "A photo contest about our beaches"],
  ["Solar lights along village roads", "A football field for the village"],
  ["Perahu perpustakaan keliling antar pulau", "Bantuan mesin perahu bagi nelayan"],
  ["Akta kelahiran selesai di rumah sakit", "Parkir rumah sakit terlalu sempit"],
  ["Satu data harga pangan setiap pekan", "Data pegawai pensiun diperbarui setiap tahun"],
  ["Papan informasi layanan di setiap kantor desa", "Mesin fotokopi di setiap kantor desa"],
  ...rephrased.map(([idea], at): [string, string] => [
    idea,
    rephrased[(at + 5) % rephrased.length]?.[1] ?? "",
  ]),
];
