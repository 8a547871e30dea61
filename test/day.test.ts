import { describe, expect, test } from "vitest";
import { dayIn } from "../src/language/day.ts";

/** A Wednesday. */
const TODAY = Temporal.PlainDate.from("2026-11-25");
const read = (text: string) => {
  const found = dayIn(text, TODAY);
  return found && ("wrong" in found ? found.wrong : `${found.day} | ${found.rest}`);
};

describe("a day in words", () => {
  test.each([
    ["Uji coba besok", "2026-11-26 | Uji coba"],
    ["lusa", "2026-11-27 | "],
    ["Rapat hari Jumat", "2026-11-27 | Rapat"],
    ["Rapat Jumat depan", "2026-12-04 | Rapat"],
    ["Rapat Senin depan", "2026-11-30 | Rapat"],
    ["meet next friday with all", "2026-12-04 | meet with all"],
    ["Cetak brosur 30/11", "2026-11-30 | Cetak brosur"],
    ["Cetak brosur paling lambat 5 Desember", "2026-12-05 | Cetak brosur"],
    ["Cetak brosur 5 Jan", "2027-01-05 | Cetak brosur"],
    ["Cetak 01/02/2027", "2027-02-01 | Cetak"],
    ["Cetak 1.2.2027", "2027-02-01 | Cetak"],
    ["Latih kader 3 hari lagi", "2026-11-28 | Latih kader"],
    ["dalam 2 pekan", "2026-12-09 | "],
    ["in 2 weeks", "2026-12-09 | "],
    ["akhir bulan", "2026-11-30 | "],
    ["pekan depan", "2026-11-30 | "],
    ["Besok lanjutkan rapat kemarin", "2026-11-26 | lanjutkan rapat kemarin"],
    ["Anggaran siap akhir bulan depan", "2026-12-31 | Anggaran siap"],
    ["Anggaran siap akhir Januari", "2027-01-31 | Anggaran siap"],
    ["Selesai akhir bulan Februari 2028", "2028-02-29 | Selesai"],
    ["done by end of next month", "2026-12-31 | done"],
    ["Rapat dengan dinas Jumat minggu depan", "2026-12-04 | Rapat dengan dinas"],
    ["minggu depan hari Jumat rapat", "2026-12-04 | rapat"],
    ["Rapat Senin pekan depan", "2026-11-30 | Rapat"],
    ["meet friday next week", "2026-12-04 | meet"],
    ["Rapat minggu depan", "2026-11-30 | Rapat"],
    ["Rapat hari Minggu", "2026-11-29 | Rapat"],
    ["Kerja bakti Minggu", "2026-11-29 | Kerja bakti"],
    ["Cetak brosur dua minggu lagi", "2026-12-09 | Cetak brosur"],
    ["Cetak brosur seminggu lagi", "2026-12-02 | Cetak brosur"],
    ["Cetak brosur dalam tiga hari", "2026-11-28 | Cetak brosur"],
    ["Evaluasi 1 bulan lagi", "2026-12-25 | Evaluasi"],
    ["Rapat Jum’at", "2026-11-27 | Rapat"],
    ["Cetak 30 Nop 2026", "2026-11-30 | Cetak"],
    ["Cetak 2026-11-30", "2026-11-30 | Cetak"],
    ["Cat 2/3 gedung 30/11", "2026-11-30 | Cat 2/3 gedung"],
    ["Rapat 3/4 jam 9", "2027-04-03 | Rapat jam 9"],
    ["3/4 Latih kader", "2027-04-03 | Latih kader"],
    ["Pelatihan 3 hari besok", "2026-11-26 | Pelatihan 3 hari"],
  ])("“%s”", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["Cetak 30/2", "impossible"],
    ["Cetak 29/2/2027", "impossible"],
    ["Cetak 12 November", "past"],
    ["Cetak 1/1/2020", "past"],
    ["Rapat kemarin", "past"],
    ["met them yesterday", "past"],
    ["Rapat Jumat lalu", "past"],
    ["Rapat Senin kemarin", "past"],
  ])("“%s” is none", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    "Uji coba minggu pertama Desember",
    "Rapat rutin tiap minggu",
    "Rapat setiap hari Jumat",
    "Rapat minggu ini",
    "Pelatihan 2 minggu",
    "Pelatihan dua minggu di Saumlaki",
    "Rapat akhir minggu depan",
    "Cat 2/3 gedung",
    "Ajarkan Modul 3/4",
    "Uji coba",
    "Pelatihan 3 hari untuk 8-10 orang",
    "Biaya 1.5 juta",
    "mari kita mulai",
  ])("“%s” names none", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
