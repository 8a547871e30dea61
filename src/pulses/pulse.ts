import type { Db } from "../db.ts";
import type { Idea, Pulse } from "../generated/prisma/client.ts";
import type { When } from "../telegram/when.ts";

type Empty = Record<string, never>;

/** So many days after its launch an idea's owner is asked whether it still lives. */
export const PULSES = [30, 90, 180, 365] as const;

/** An idea continues, was developed further, or stopped. */
export const states = ["continues", "developed", "stopped"] as const;

/** Why ideas stop; other is said in words. */
export const whys = ["funding", "moved", "unneeded", "rules", "other"] as const;

/** How many people have had something of it, at the most; what stands for "more" until somebody says how many. */
export const crowds = [10, 100, 1000] as const;
export const MORE = 1001;

/** Which pulse it is, and what it is about. */
export type Beat = { pulse: number; code: string; title: string; days: number };

/** What an idea's card shows of its life since the launch; `launched` until somebody was asked. */
export type Running = { state: string; days: number; at: When; people: { count: number }[] };

export type PulseSayings = {
  "pulse.ask": Beat & { again: Empty[] };
  "pulse.why": Beat;
  "pulse.askWhy": { code: string };
  "pulse.people": Beat & { state: string };
  "pulse.notNumber": { pulse: number; text: string };
  "pulse.done": Beat & { state: string; why: { why: string; text: string }[]; people: { count: number }[] };
  "pulse.missing": Empty;
};

const UNITS: Record<string, number> = {
  ...{ ribu: 1000, rb: 1000, k: 1000, thousand: 1000 },
  ...{ juta: 1_000_000, jt: 1_000_000, million: 1_000_000 },
};
const NUMBER =
  /(?<!(?:\p{L}-|\d\/)\d*)(\d+(?:[.,]\d+)*)\s*(ribu|rb|k|thousand|juta|jt|million)?(?![\p{L}\d]|\/\d)/giu;
/** What is counted: of "3 desa, 450 warga" the second. */
const PEOPLE =
  /^\s*(?:orang|warga|jiwa|penduduk|pasien|pengguna|peserta|penerima|anak|ibu|siswa|kader|people|persons|citizens|residents|patients|users)(?!\p{L})/iu;
const TO = "(?:[-–—~]|s/d|sampai(?: dengan)?|hingga|to)";
const [AFTER_RANGE, BEFORE_RANGE] = [
  new RegExp(`\\d\\s*${TO}\\s*$`, "iu"),
  new RegExp(`^\\s*${TO}\\s*\\d`, "iu"),
];
const MINUS = /(?:^|\s)[-–—−]$/u;
/** A point or a comma that parts thousands: three digits follow it. */
const THOUSANDS = /[.,](?=\d{3}(?!\d))/g;
/** The largest number that the store holds. */
const MOST = 2 ** 31 - 1;

/** The number of people that a text names, such as "sekitar 1.200 orang" or "2 ribu". */
export function peopleIn(text: string): number | undefined {
  const numbers = [...text.matchAll(NUMBER)];
  const after = (match: RegExpExecArray) => text.slice(match.index + match[0].length);
  const found = numbers.find((match) => PEOPLE.test(after(match))) ?? numbers[0];
  const [, digits, unit = ""] = found ?? [];
  if (!found || !digits) return undefined;
  // Of "20-30" nobody knows which; fewer than none there cannot be.
  const before = text.slice(0, found.index);
  if (AFTER_RANGE.test(before) || BEFORE_RANGE.test(after(found)) || MINUS.test(before)) return undefined;
  const plain = Number(digits.replace(THOUSANDS, "").replace(",", "."));
  const count = Math.round(plain * (UNITS[unit.toLowerCase()] ?? 1));
  return Number.isFinite(count) && count <= MOST ? count : undefined;
}

/** Why an idea stopped: one of the list, or somebody's words. */
export function whyOf({ state, reason }: Pick<Pulse, "state" | "reason">): { why: string; text: string }[] {
  if (state !== "stopped" || !reason) return [];
  const listed = whys.some((why) => why === reason);
  return [listed ? { why: reason, text: "" } : { why: "words", text: reason }];
}

/** Why an idea is no longer in use, by the newest answer. */
export async function findWhy(db: Pick<Db, "pulse">, { id: ideaId }: Pick<Idea, "id">) {
  const pulse = await db.pulse.findFirst({
    where: { ideaId, answeredAt: { not: null } },
    orderBy: { days: "desc" },
  });
  return pulse ? whyOf(pulse) : [];
}

/** What a card shows of an idea's life: the newest answer; until there is one, the launch. */
export function runningOf(
  { launchedAt, lab }: Pick<Idea, "launchedAt"> & { lab: { zone: string } },
  pulses: Pick<Pulse, "state" | "days" | "people">[],
): Running[] {
  if (!launchedAt) return [];
  const [newest] = pulses;
  const counted = pulses.find(({ people }) => people !== null)?.people ?? null;
  return [
    {
      ...{ state: newest?.state ?? "launched", days: newest?.days ?? 0 },
      at: { at: launchedAt.toISOString(), zone: lab.zone, show: "day" },
      people: counted === null ? [] : [{ count: counted }],
    },
  ];
}
