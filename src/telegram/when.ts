import type { Locale } from "./words.ts";

/** An instant in a sentence: an ISO time, the zone to show it in, and how much of it, if only the zone's name. */
export type When = { at: string; zone: string; show: "day" | "time" | "dayTime" | "zone" };

const SHOW: Record<Exclude<When["show"], "zone">, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  dayTime: { weekday: "long", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

/** What Indonesians call their three zones. */
const ZONES: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

export const zoneName = (zone: string) => ZONES[zone] ?? zone;

/** The time in its zone, in the reader's language; with a time of day, the zone's name is beside it. */
export function inZone({ at, zone, show }: When, locale: Locale): string {
  if (show === "zone") return zoneName(zone);
  const format = new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    ...SHOW[show],
    timeZone: zone,
  });
  const text = format.format(new Date(at));
  return show === "day" ? text : `${text} ${zoneName(zone)}`;
}
