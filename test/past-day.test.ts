import { describe, expect, test } from "vitest";
import { pastDayIn, pastDayOf } from "../src/language/past-day.ts";

/** A Friday. */
const today = Temporal.PlainDate.from("2026-11-27");
const read = (text: string) => {
  const found = pastDayIn(text, today);
  if (!found) return "none";
  return "wrong" in found ? `${found.wrong}: ${found.said} | ${found.rest}` : `${found.day} | ${found.rest}`;
};

describe("a day that a title ends with", () => {
  test.each([
    ["Menulis rencana aksi kemarin", "2026-11-26 | Menulis rencana aksi"],
    ["Menulis rencana aksi (kemarin)", "2026-11-26 | Menulis rencana aksi"],
    ["Kemarin lusa", "2026-11-25 | "],
    ["5 Mengapa hari ini", "2026-11-27 | 5 Mengapa"],
    ["5 Mengapa Jumat", "2026-11-27 | 5 Mengapa"],
    ["5 Mengapa hari Jumat lalu", "2026-11-20 | 5 Mengapa"],
    ["5 Mengapa, Senin", "2026-11-23 | 5 Mengapa"],
    ["Design last Tuesday", "2026-11-24 | Design"],
    ["Design 3 hari yang lalu", "2026-11-24 | Design"],
    ["Design 2 pekan lalu", "2026-11-13 | Design"],
    ["Design 1 month ago", "2026-10-27 | Design"],
    ["Design 2026-10-01", "2026-10-01 | Design"],
    ["Design 24/11", "2026-11-24 | Design"],
    ["Design 24-11-2025", "2025-11-24 | Design"],
    ["Design tanggal 24 November", "2026-11-24 | Design"],
    ["Design 3 Maret", "2026-03-03 | Design"],
    ["Design 20/2", "2026-02-20 | Design"],
    ["Design 30/2", "impossible: 30/2 | Design"],
    ["Design 31/4/2026", "impossible: 31/4/2026 | Design"],
    ["Design 30/11", "future: 30/11 | Design"],
    ["Design 24 November 2027", "future: 24 November 2027 | Design"],
    ["Kemarin kami belajar menulis", "none"],
    ["Rencana aksi", "none"],
    ["Design dua minggu lalu", "2026-11-13 | Design"],
    ["Design sebulan yang lalu", "2026-10-27 | Design"],
    ["Menulis catatan tiap Minggu", "none"],
    ["Modul 12", "none"],
    ["Menulis proposal, Modul 3/4", "none"],
    ["Modul 3/4 kemarin", "2026-11-26 | Modul 3/4"],
    ["Design Jum’at lalu", "2026-11-20 | Design"],
    ["Design 20 Nop", "2026-11-20 | Design"],
  ])("%s", (text, found) => expect(read(text)).toBe(found));

  test("without a year is last year's, where this year's is far ahead", () => {
    expect(
      String((pastDayIn("Design 20/12", Temporal.PlainDate.from("2026-01-10")) as { day: unknown }).day),
    ).toBe("2025-12-20");
  });
});

test.each([
  ["1/10", "2026-10-01"],
  ["Kemarin", "2026-11-26"],
  ["sesudah 1/10", undefined],
  ["TNB-4", undefined],
  ["", undefined],
  ["🙂", undefined],
  ["besok", undefined],
])("“%s” is all that was written", (text, day) => {
  const found = pastDayOf(text, today);
  expect(found && "day" in found ? String(found.day) : undefined).toBe(day);
});
