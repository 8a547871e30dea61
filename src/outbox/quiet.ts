/** Nobody is disturbed from this hour on … */
const FROM = 21;
/** … until this one, in the lab's zone. */
const UNTIL = 7;

/** `now`, or the end of the quiet hours that it falls into in `zone` (an IANA name). */
export function afterQuiet(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (local.hour >= UNTIL && local.hour < FROM) return now;

  const morning = local.hour >= FROM ? local.add({ days: 1 }) : local;
  return new Date(morning.startOfDay().add({ hours: UNTIL }).epochMilliseconds);
}
