import type { When } from "../telegram/when.ts";

/** How far back a summary may look, in hours. */
export const LONGEST = 31 * 24;

/** The spans that a bare `/ringkas` offers. */
export const spans = ["today", "days", "week"] as const;
export type Span = (typeof spans)[number];

const HOURS: Record<string, number> = {
  ...{ jam: 1, j: 1, hour: 1, hours: 1, h: 1 },
  ...{ hari: 24, hr: 24, day: 24, days: 24, d: 24 },
  ...{ pekan: 168, minggu: 168, week: 168, weeks: 168, w: 168 },
  ...{ bulan: 720, month: 720 },
};
const NUMBERS: Record<string, number> = {
  ...{ se: 1, satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7 },
  ...{ one: 1, a: 1, an: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
};

/** How many hours a typed span is ("3 hari", "12 jam", "sepekan", "2 days"), or "today"; `undefined` if it is none. */
export function hoursIn(text: string): number | "today" | undefined {
  const typed = text.trim().toLowerCase();
  if (/^(hari ini|today)$/.test(typed)) return "today";
  const [, count = "", name = ""] =
    /^(?:last |past )?(\d{1,4}|se(?=\p{L})|\p{L}+ )?\s*(\p{L}+)(?: terakhir)?$/u.exec(typed) ?? [];
  const unit = HOURS[name];
  const number = count === "" ? 1 : (NUMBERS[count.trim()] ?? Number(count));
  if (!unit || !Number.isFinite(number) || number < 1) return undefined;
  return Math.min(unit * number, LONGEST);
}

/** When the last day of `zone` began: what "today" means there. */
export const startOfDay = (now: Date, zone: string) =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay()
      .epochMilliseconds,
  );

type Empty = Record<string, never>;

/** A point of a summary, with the messages that it rests on. */
export type Point = { text: string; links: { link: string; n: number }[]; names: { name: string }[] };

export type WrittenSummary = {
  what: string;
  from: When;
  to: When;
  messages: number;
  points: Point[];
  questions: { items: Point[] }[];
  nextSteps: { items: Point[] }[];
  /** extract | model */
  how: string;
  /** Whether other talk is left out, because it is not recorded. */
  unrecorded: Empty[];
};

/** What is said about discussions and their summaries. */
export type ThreadSayings = {
  "summary.ask": Empty;
  "summary.notUnderstood": { text: string };
  "summary.coming": Empty;
  "summary.noGroup": { lab: string };
  "summary.written": WrittenSummary;
  "summary.failed": { what: string };
  "summary.nothing": Pick<WrittenSummary, "what" | "from" | "to" | "unrecorded">;
};
