import type { App } from "../app.ts";
import type { Db } from "../db.ts";
import { offerDecision } from "../decisions/offer-decision.ts";
import { eachGroup } from "../each-group.ts";
import { onceForMany, type Part } from "../once-many.ts";
import type { Saying } from "../sayings.ts";
import { freezeDigests } from "./freeze-digests.ts";
import { type Closing, type Due, prepareClosings } from "./prepare-closings.ts";
import { type Letter, writeLetters } from "./write-letters.ts";

/** So many labs are read about in one pass, which takes seconds; and so many are closed in one brief transaction. */
const AT_ONCE = 10_000;
export const TOGETHER = 100;

/** Closes every lab's period that is over, and tells its leaders, facilitators and groups what was in it. */
export async function closePeriods(app: App): Promise<void> {
  const now = app.clock.now();
  const items = await findDue(app.db, now);
  await eachGroup(app, { items, size: AT_ONCE }, async (due) => {
    const closings = await app.db.transact((db) => prepareClosings(db, due, now));
    await eachGroup(app, { items: closings, size: TOGETHER }, (some) => closeTogether(app, some));
  });
}

/** The labs whose period is over, the longest overdue first. */
export const findDue = (db: Db, now: Date) => db.$queryRaw<Due[]>`
  select id, name, zone, "digestDay", "digestHour", "digestMinute", "periodFrom", "periodTo"
  from "Lab" where "periodTo" <= ${now} order by "periodTo", id`;

const keyOf = ({ lab }: Closing) => `period:${lab.id}:${lab.periodTo.toISOString()}`;

function closeTogether(app: App, closings: Closing[]): Promise<void> {
  return onceForMany(app, closings.map(keyOf), async (db, fresh, now) => {
    const mine = closings.filter((closing) => fresh.has(keyOf(closing)));
    const letters = await writeLetters(db, mine, now);
    const ids = await freezeDigests(db, letters, now);
    await beginNext(db, mine);
    return partsOf(letters, ids);
  });
}

/** The next periods begin. Late, since it holds up everybody who writes to these labs until the end. */
async function beginNext(db: Db, closings: Closing[]): Promise<void> {
  const rows = closings.map(({ lab, to, next }) => ({ ...lab, to, next }));
  const begun = await db.$executeRaw`
    update "Lab" l set "periodFrom" = n."to", "periodTo" = n.next
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id int, zone text, "digestDay" int, "digestHour" int,
      "digestMinute" int, "periodTo" timestamptz, "to" timestamptz, next timestamptz)
    where (l.id, l.zone, l."digestDay", l."digestHour", l."digestMinute", l."periodTo")
      = (n.id, n.zone, n."digestDay", n."digestHour", n."digestMinute", n."periodTo")`;
  if (begun < closings.length) throw new Error("a lab's week was changed while it was closed");
}

/** Labs with the same quiet hours are one part. */
const partsOf = (letters: Letter[], ids: Map<Letter, number>): Part[] =>
  [...Map.groupBy(letters, ({ closing }) => closing.lab.zone)].map(([zone, some]) => ({
    origin: { lab: { zone } },
    sayings: some.flatMap((letter) => sayingsOf(letter, ids.get(letter) ?? 0)),
  }));

function sayingsOf({ what, address, personId, choices }: Letter, id: number): Saying[] {
  const offers = personId === null ? [] : choices.map((choice) => offerDecision(personId, choice));
  const digest = { do: "message", what, address, about: { about: "digest", id }, digest: true } as const;
  // Decisions follow the digest, so they wait as it does.
  return [digest, ...offers.map((offer) => ({ ...offer, digest: true }))];
}
