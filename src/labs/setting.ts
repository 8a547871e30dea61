import type { Lab } from "../generated/prisma/client.ts";
import { CODE_FORM } from "./code.ts";
import { limitIn } from "./limit.ts";

/** The names that people type for a setting, in both languages. */
const NAMES: Record<string, string> = {
  ...{ nama: "name", name: "name", kode: "code", code: "code", zona: "zone", zone: "zone" },
  ...{ ringkasan: "digest", digest: "digest", model: "model", rekam: "record", record: "record" },
  ...{ kontak: "contact", contact: "contact" },
  ...{ saring: "screen", screen: "screen", batas: "limit", limit: "limit" },
  ...{ bahasa: "locale", language: "locale", hari: "day", day: "day", jam: "hour", hour: "hour" },
};

const ZONES: Record<string, string> = { wib: "Asia/Jakarta", wita: "Asia/Makassar", wit: "Asia/Jayapura" };

const DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];
const ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const SWITCH: Record<string, boolean> = { on: true, hidup: true, nyala: true, off: false, mati: false };
const LOCALES: Record<string, string> = { id: "id", indonesia: "id", en: "en", english: "en", inggris: "en" };

type Change = Partial<
  Pick<
    Lab,
    | "name"
    | "code"
    | "zone"
    | "locale"
    | "digestDay"
    | "digestHour"
    | "digestMinute"
    | "recordsTalk"
    | "usesModel"
    | "contact"
    | "screens"
    | "dailyLimit"
  >
>;

/** A typed setting: `nama Lab Tanimbar` is `{ name: "name", value: "Lab Tanimbar" }`. */
export function settingIn(text: string): { name: string; value: string } {
  const [first = "", ...rest] = text.trim().split(/\s+/);
  return { name: NAMES[first.toLowerCase()] ?? "", value: rest.join(" ") };
}

/** What a setting's new value changes in the lab; `undefined` when there is no such setting or value. */
export function changeOf(name: string, value: string): Change | undefined {
  const word = value.trim().toLowerCase();
  const readers: Record<string, () => Change | undefined> = {
    name: () => (/[\p{L}\p{N}]/u.test(value) && value.length <= 128 ? { name: value.trim() } : undefined),
    code: () => (CODE_FORM.test(word.toUpperCase()) ? { code: word.toUpperCase() } : undefined),
    zone: () => given(zoneOf(word), (zone) => ({ zone })),
    locale: () => given(LOCALES[word], (locale) => ({ locale })),
    record: () => given(SWITCH[word], (recordsTalk) => ({ recordsTalk })),
    model: () => given(SWITCH[word], (usesModel) => ({ usesModel })),
    screen: () => given(SWITCH[word], (screens) => ({ screens })),
    limit: () => given(limitIn(word), (dailyLimit) => ({ dailyLimit })),
    day: () => given(dayOf(word), (digestDay) => ({ digestDay })),
    hour: () => given(timeOf(word), (time) => time),
    digest: () => digestOf(word),
    contact: () => contactIn(value.trim()),
  };
  return readers[name]?.();
}

const given = <T>(value: T | undefined, change: (value: T) => Change) =>
  value === undefined ? undefined : change(value);

/** An IANA zone, or one of Indonesia's three by its own name. */
function zoneOf(word: string): string | undefined {
  if (ZONES[word]) return ZONES[word];
  if (!word.includes("/")) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: word }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Whom other labs may write to; "hapus" or "-" for nobody any more. */
function contactIn(words: string): Change | undefined {
  if (["hapus", "remove", "-"].includes(words.toLowerCase())) return { contact: null };
  return /[\p{L}\p{N}]/u.test(words) && words.length <= 200 ? { contact: words } : undefined;
}

function dayOf(word: string): number | undefined {
  const plain = word.replace(/^jum'?at$/, "jumat").replace(/^ahad$/, "minggu");
  const index = [DAYS, ENGLISH_DAYS].map((days) => days.indexOf(plain)).find((at) => at >= 0);
  if (index !== undefined) return index + 1;
  return /^[1-7]$/.test(word) ? Number(word) : undefined;
}

function timeOf(word: string) {
  const [, hour, minute = "0"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(word) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { digestHour: Number(hour), digestMinute: Number(minute) };
}

function digestOf(words: string): Change | undefined {
  const [day = "", time = ""] = words.split(/\s+/);
  const digestDay = dayOf(day);
  const at = timeOf(time);
  return digestDay && at ? { digestDay, ...at } : undefined;
}
