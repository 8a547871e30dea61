import type { MovableClock } from "../clock.ts";

const zone = "Asia/Jayapura";

/** Moves the clock by hours, or to next Monday, 08:00 in eastern Indonesia. Answers where it stands, in ISO. */
export function moveClock(clock: MovableClock, { hours, to }: { hours?: unknown; to?: unknown }): string {
  if (to === "monday") clock.move(untilMonday(clock.now().getTime()));
  else {
    const wanted = Number(hours);
    if (!(wanted > 0 && wanted <= 24 * 366))
      throw new Error("the clock goes forward only, by a year at most");
    clock.move(Math.round(wanted * 3_600_000));
  }
  return isoNow(clock);
}

export const isoNow = (clock: MovableClock) =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toString();

/** Milliseconds until the next Monday morning, never none. */
function untilMonday(now: number) {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const monday = local.subtract({ days: local.dayOfWeek - 1 }).withPlainTime({ hour: 8 });
  const next = monday.epochMilliseconds > now ? monday : monday.add({ weeks: 1 });
  return next.epochMilliseconds - now;
}
