import { DAY } from "./day-pattern.ts";
import { countOf, DAYS, monthOf, straight } from "./day-words.ts";

/** A day that is over, whenever it is said. */
const OVER = /(?<!\p{L})(?:kemarin|yesterday|lalu)$/iu;

/** What a text says of a day: the day and the other words; or that there is no such day, or that it is over. */
export type Found =
  | { day: Temporal.PlainDate; rest: string }
  | { wrong: "impossible" | "past"; said: string };

/** Finds the last day that a text names. A day without a year is the next one. `today` is the day it is where it was written. */
export function dayIn(text: string, today: Temporal.PlainDate): Found | undefined {
  const named = [...straight(text).matchAll(DAY)];
  // "Besok lanjutkan rapat kemarin" is tomorrow.
  const match = named.findLast(([words]) => !OVER.test(words)) ?? named.at(-1);
  if (!match) return undefined;
  const words = text.slice(match.index, match.index + match[0].length);
  const day = read(match, today);
  if (!day) return { wrong: "impossible", said: words.trim() };
  if (Temporal.PlainDate.compare(day, today) < 0) return { wrong: "past", said: words.trim() };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + words.length)}`;
  return { day, rest: rest.replace(/\s+/gu, " ").trim() };
}

function read({ groups = {} }: RegExpMatchArray, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const said: Record<string, string | undefined> = {};
  for (const [name, part] of Object.entries(groups)) said[name] = part?.toLowerCase().trim();
  const { named, end, endNext, endNextToo, endOf, endOfYear, nextWeek, which = "", count, unit } = said;
  if (named) return byName(named, today);
  if (endOf) return endOfMonth(onDate(today, { day: 28, month: monthOf(endOf), year: endOfYear }));
  if (end || endNextToo) return endOfMonth(endNext || endNextToo ? today.add({ months: 1 }) : today);
  const ofNext = said.ofNext ?? said.nextOf;
  if (ofNext || nextWeek) return inNextWeek(today, DAYS[ofNext ?? ""] ?? 1);
  const weekday = said.weekday ?? said.day ?? said.next;
  if (weekday && /lalu|kemarin/.test(which)) return today.subtract({ days: 1 });
  if (weekday) return onWeekday(today, DAYS[weekday] ?? 1, said.next || which === "depan" ? 1 : 0);
  if (count && unit) return later(today, countOf(count), unit);
  return onDate(today, dateOf(said));
}

function dateOf(said: Record<string, string | undefined>): Written {
  const { isoYear, isoMonth, isoDay, d, m, y, dd, dm, dy, of, month, year } = said;
  if (isoYear) return { day: Number(isoDay), month: Number(isoMonth), year: isoYear };
  if (d) return { day: Number(d), month: Number(m), year: y };
  if (dd) return { day: Number(dd), month: Number(dm), year: dy };
  return { day: Number(of), month: monthOf(month), year };
}

function byName(name: string, today: Temporal.PlainDate): Temporal.PlainDate {
  if (/^(hari ini|today)$/.test(name)) return today;
  if (OVER.test(name)) return today.subtract({ days: 1 });
  return today.add({ days: /lusa/.test(name) ? 2 : 1 });
}

const endOfMonth = (day: Temporal.PlainDate | undefined) => day?.with({ day: day.daysInMonth });

function later(today: Temporal.PlainDate, count: number, unit: string): Temporal.PlainDate {
  if (/^(bulan|month)/.test(unit)) return today.add({ months: count });
  return today.add({ days: count * (/^(hari|day)/.test(unit) ? 1 : 7) });
}

/** That day of the week that begins with the next Monday. */
const inNextWeek = (today: Temporal.PlainDate, weekday: number) =>
  today.add({ days: 7 - today.dayOfWeek + weekday });

/** The next such day; `weeks` later where "depan" says so, unless that day is in the next week anyway. */
function onWeekday(today: Temporal.PlainDate, weekday: number, weeks: number): Temporal.PlainDate {
  const ahead = (weekday - today.dayOfWeek + 7) % 7 || 7;
  const thisWeek = weekday > today.dayOfWeek;
  return today.add({ days: ahead + (thisWeek ? 7 * weeks : 0) });
}

type Written = { day: number; month: number; year: string | undefined };

function onDate(today: Temporal.PlainDate, { day, month, year }: Written): Temporal.PlainDate | undefined {
  const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);
  try {
    const written = Temporal.PlainDate.from({ year: full ?? today.year, month, day }, { overflow: "reject" });
    const over = Temporal.PlainDate.compare(written, today) < 0;
    // A date without a year that is long over is next year's; one that has just passed is a mistake.
    const long = over && written.until(today).total({ unit: "days" }) > 60;
    return full === undefined && long
      ? Temporal.PlainDate.from({ year: today.year + 1, month, day })
      : written;
  } catch {
    return undefined;
  }
}
