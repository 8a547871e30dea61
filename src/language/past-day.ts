import { countNames, countOf, DAYS, dayNames, monthNames, monthOf, straight, THING } from "./day-words.ts";

/** A day that is over, as people end a title with it: "kemarin", "Senin lalu", "3 hari lalu", "24/11", "24 November 2026". */
const PAST = new RegExp(
  `(?:^|[\\s,;(\\[–-])(?:(?:pada|tanggal|tgl|hari|on)\\s+)*(?:(hari ini|today|tadi|kemarin lusa|kemarin dulu|kemarin|yesterday)|(?<!\\b(?:tiap|setiap|every|each)\\s+(?:hari\\s+)?)(${dayNames})(?:\\s+(?:lalu|kemarin|yang lalu))?|last\\s+(${dayNames})|(\\d{1,3}|${countNames})\\s*(hari|days?|pekan|minggu|weeks?|bulan|months?)\\s+(?:yang\\s+)?(?:lalu|ago)|(\\d{4})-(\\d{1,2})-(\\d{1,2})|(?<!\\b(?:${THING})\\s+)(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?|(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4})|(\\d{1,2})\\s+(${monthNames})(?:\\s+(\\d{4}))?)\\s*[)\\].]?\\s*$`,
  "iu",
);

/** What a text ends with: a day, and the words before it; or that there is no such day, or that it is still to come. */
type FoundPast =
  | { day: Temporal.PlainDate; rest: string }
  | { wrong: "impossible" | "future"; said: string; rest: string };

/** Finds the day that a text ends with. A day without a year is the last one. `today` is the day it is where it was written. */
export function pastDayIn(text: string, today: Temporal.PlainDate): FoundPast | undefined {
  const match = PAST.exec(straight(text.trim()));
  if (!match) return undefined;
  const said = match[0].replace(/^[\s,;([–-]+|[\s).\]]+$/gu, "");
  const rest = text
    .trim()
    .slice(0, match.index)
    .replace(/[\s,;:–-]+$/u, "");
  const day = read(match, today);
  if (!day) return { wrong: "impossible", said, rest };
  return Temporal.PlainDate.compare(day, today) > 0 ? { wrong: "future", said, rest } : { day, rest };
}

/** The same, where the day is all that was written. */
export function pastDayOf(text: string, today: Temporal.PlainDate): FoundPast | undefined {
  const found = pastDayIn(text, today);
  return found?.rest === "" ? found : undefined;
}

function read(match: RegExpExecArray, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, named, weekday, last, count, unit, ...dates] = match.map((part) => part?.toLowerCase());
  if (named)
    return today.subtract({ days: /lusa|dulu/.test(named) ? 2 : /kemarin|yester/.test(named) ? 1 : 0 });
  const name = weekday ?? last;
  if (name) return onWeekday(today, DAYS[name] ?? 1, / (?:yang )?lalu|last /i.test(match[0]));
  if (count && unit) return ago(today, countOf(count), unit);
  const [isoYear, isoMonth, isoDay, ...written] = dates;
  if (isoYear) return onDate(today, { day: Number(isoDay), month: Number(isoMonth), year: isoYear });
  return readDate(written, today);
}

function readDate(
  written: (string | undefined)[],
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const [day, month, year, dotted, dottedMonth, dottedYear, dayOf, monthName, yearOf] = written;
  if (day) return onDate(today, { day: Number(day), month: Number(month), year });
  if (dotted) return onDate(today, { day: Number(dotted), month: Number(dottedMonth), year: dottedYear });
  return onDate(today, { day: Number(dayOf), month: monthOf(monthName), year: yearOf });
}

function ago(today: Temporal.PlainDate, count: number, unit: string): Temporal.PlainDate {
  if (/^(bulan|month)/.test(unit)) return today.subtract({ months: count });
  return today.subtract({ days: count * (/^(hari|day)/.test(unit) ? 1 : 7) });
}

/** The last such day; today's name is today, unless it says "lalu". */
function onWeekday(today: Temporal.PlainDate, weekday: number, before: boolean): Temporal.PlainDate {
  const back = (today.dayOfWeek - weekday + 7) % 7;
  return today.subtract({ days: back === 0 && before ? 7 : back });
}

type Written = { day: number; month: number; year: string | undefined };

function onDate(today: Temporal.PlainDate, { day, month, year }: Written): Temporal.PlainDate | undefined {
  const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);
  try {
    const written = Temporal.PlainDate.from({ year: full ?? today.year, month, day }, { overflow: "reject" });
    // A date without a year that is far ahead was last year's; one that is near is a mistake.
    const far = full === undefined && today.until(written).total({ unit: "days" }) > 60;
    return far
      ? Temporal.PlainDate.from({ year: today.year - 1, month, day }, { overflow: "reject" })
      : written;
  } catch {
    return undefined;
  }
}
