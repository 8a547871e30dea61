import { SHORTEST_PERIOD } from "../labs/lab.ts";

/** When a lab's week ends: a day (1 is Monday), a time, and the zone that they are meant in (an IANA name). */
export type Rhythm = { zone: string; digestDay: number; digestHour: number; digestMinute: number };

/** The first moment after `after` at which a week of this rhythm ends. */
export function nextBoundary({ zone, digestDay, digestHour, digestMinute }: Rhythm, after: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone);
  const days = (digestDay - local.dayOfWeek + 7) % 7;
  const at = local.toPlainDate().add({ days }).toPlainDateTime({ hour: digestHour, minute: digestMinute });
  const boundary = instantOf(at, zone);
  return boundary > after ? boundary : instantOf(at.add({ days: 7 }), zone);
}

const instantOf = (at: Temporal.PlainDateTime, zone: string) =>
  new Date(at.toZonedDateTime(zone).epochMilliseconds);

/** The end of a period that began at `from`: the next boundary, but never so soon that the period would be a stump. */
export function endOfPeriod(rhythm: Rhythm, from: Date): Date {
  return nextBoundary(rhythm, new Date(from.getTime() + SHORTEST_PERIOD - 1));
}

/** The new end of the running period, which began at `from`, when its rhythm is changed at `now`. */
export function changedEnd(rhythm: Rhythm, { from, now }: { from: Date; now: Date }): Date {
  const end = endOfPeriod(rhythm, from);
  return end > now ? end : nextBoundary(rhythm, now);
}

type Running = Rhythm & { periodFrom: Date; periodTo: Date };

/** The one period to close at `now`, which is due: up to the latest boundary that has passed; and the next one's end. */
export function closingPeriod(lab: Running, now: Date): { from: Date; to: Date; next: Date } {
  let to = lab.periodTo;
  let next = endOfPeriod(lab, to);
  while (next <= now) {
    to = next;
    next = endOfPeriod(lab, to);
  }
  return { from: lab.periodFrom, to, next };
}
