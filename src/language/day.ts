export const DAYS: Record<string, number> = {
  ...{ senin: 1, selasa: 2, rabu: 3, kamis: 4, jumat: 5, "jum'at": 5, sabtu: 6, minggu: 7, ahad: 7 },
  ...{ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
};
export const MONTHS = [
  ["jan", "januari", "january"],
  ["feb", "februari", "pebruari", "february"],
  ["mar", "maret", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["agu", "ags", "agt", "agustus", "aug", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november", "nopember"],
  ["des", "desember", "dec", "december"],
];

export const dayNames = Object.keys(DAYS).join("|");
export const monthNames = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join("|");

/** A day as people write it: a date, a weekday, or so many days from now. */
const DAY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:tanggal|tgl|sebelum|paling lambat|pada|on|by|before)\\s+)?(?:(hari ini|today|kemarin|yesterday|besok lusa|besok|tomorrow|lusa|akhir bulan|end of (?:the )?month|(?:pekan|minggu) depan|next week)|(?:hari )?(${dayNames})(\\s+depan)?|next\\s+(${dayNames})|(?=(?:dalam|in)\\s|\\d+\\s+\\p{L}+\\s+lagi)(?:dalam\\s+|in\\s+)?(\\d{1,3})\\s+(hari|days?|pekan|minggu|weeks?)(?:\\s+lagi)?|(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?|(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4})|(\\d{1,2})\\s+(${monthNames})(?:\\s+(\\d{4}))?)(?![\\p{L}\\p{N}])`,
  "giu",
);

/** A day that is over, whenever it is said. */
const OVER = /\b(?:kemarin|yesterday)$/iu;

/** What a text says of a day: the day and the other words; or that there is no such day, or that it is over. */
export type Found =
  | { day: Temporal.PlainDate; rest: string }
  | { wrong: "impossible" | "past"; said: string };

/** Finds the last day that a text names. A day without a year is the next one. `today` is the day it is where it was written. */
export function dayIn(text: string, today: Temporal.PlainDate): Found | undefined {
  const named = [...text.matchAll(DAY)];
  // "Besok lanjutkan rapat kemarin" is tomorrow.
  const match = named.findLast(([words]) => !OVER.test(words)) ?? named.at(-1);
  if (!match) return undefined;
  const said = match[0].trim();
  const day = read(match, today);
  if (!day) return { wrong: "impossible", said };
  if (Temporal.PlainDate.compare(day, today) < 0) return { wrong: "past", said };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { day, rest: rest.replace(/\s+/gu, " ").trim() };
}

function read(match: RegExpMatchArray, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, named, weekday, depan, next, count, unit, ...dates] = match.map((part) => part?.toLowerCase());
  if (named) return byName(named, today);
  if (weekday) return onWeekday(today, DAYS[weekday] ?? 1, depan ? 1 : 0);
  if (next) return onWeekday(today, DAYS[next] ?? 1, 1);
  if (count && unit) return today.add({ days: Number(count) * (/^(hari|day)/.test(unit) ? 1 : 7) });
  const [day, month, year, dotted, dottedMonth, dottedYear, dayOf, monthName, yearOf] = dates;
  if (day) return onDate(today, { day: Number(day), month: Number(month), year });
  if (dotted) return onDate(today, { day: Number(dotted), month: Number(dottedMonth), year: dottedYear });
  const index = MONTHS.findIndex((names) => names.includes(monthName ?? ""));
  return onDate(today, { day: Number(dayOf), month: index + 1, year: yearOf });
}

function byName(name: string, today: Temporal.PlainDate): Temporal.PlainDate {
  if (/^(hari ini|today)$/.test(name)) return today;
  if (OVER.test(name)) return today.subtract({ days: 1 });
  if (/lusa/.test(name)) return today.add({ days: 2 });
  if (/^(besok|tomorrow)$/.test(name)) return today.add({ days: 1 });
  if (/bulan|month/.test(name)) return today.with({ day: today.daysInMonth });
  return onWeekday(today, 1, 0);
}

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
