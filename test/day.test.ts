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
  ])("“%s” is none", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(["Uji coba", "Pelatihan 3 hari untuk 8-10 orang", "Biaya 1.5 juta", "mari kita mulai"])(
    "“%s” names none",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
