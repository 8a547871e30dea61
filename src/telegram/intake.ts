import type { Update } from "telegraf/types";
import type { App } from "../app.ts";
import { storable } from "../postgres/storable.ts";
import { askerOf, LIMITS, SLOW, WITHIN } from "./flood.ts";
import { kindOf } from "./kind.ts";

/** A message that holds this is never stored, nor sent anywhere. */
const SECRET = "!rahasia";

/** Stores a batch of updates in one statement and returns their lanes; one that is there already changes nothing. */
export type Intake = (updates: Update[]) => Promise<bigint[]>;

/**
 * The door of the inbox. Whoever asks more than `LIMITS` within a minute is worked off in a slow lane of his or her
 * own, until that is empty: nothing is lost, and nobody else waits.
 */
export const createIntake = (app: Pick<App, "db" | "clock" | "at" | "count">, botId: number): Intake => {
  const { db, clock, at, count } = app;
  return async (updates) => {
    if (updates.length === 0) return [];
    const now = clock.now();
    const since = new Date(now.getTime() - WITHIN);
    const stored = await db.$queryRaw<{ lane: bigint }[]>`
      with given as (
        select *, row_number() over (partition by asker, lane < 0 order by "updateId") as nth
        from jsonb_to_recordset(${JSON.stringify(updates.map(rowOf))}::jsonb)
          as x("updateId" bigint, lane bigint, asker bigint, payload jsonb)
      ), askers as (
        select asker,
          (select count(*) from "Update" u where u.asker = a.asker and u."receivedAt" > ${since} and u.lane < 0) as "inGroups",
          (select count(*) from "Update" u where u.asker = a.asker and u."receivedAt" > ${since}) as everywhere,
          exists (select from "Update" u where u."doneAt" is null and u.lane = ${SLOW} + a.asker) as slowed
        from (select distinct asker from given where asker is not null) a
      )
      insert into "Update" ("botId", "updateId", lane, asker, payload, "receivedAt", "doneAt")
      select ${BigInt(botId)}::bigint, "updateId",
        case when a.slowed or (lane < 0 and a."inGroups" + nth > ${LIMITS.group})
          or a.everywhere + nth > ${LIMITS.elsewhere} then ${SLOW} + asker else lane end,
        asker, payload, ${now}::timestamptz, case when payload is null then ${now}::timestamptz end
      from given left join askers a using (asker) order by "updateId"
      on conflict do nothing returning lane`;
    at?.("stored");
    count?.updatesTaken(updates.map(kindOf), updates.length - stored.length);
    return [...new Set(stored.map(({ lane }) => lane))];
  };
};

function rowOf(update: Update) {
  const payload = JSON.stringify(update, storable);
  const secret = payload.toLowerCase().includes(SECRET);
  return {
    updateId: update.update_id,
    lane: chatOf(update),
    asker: askerOf(update),
    payload: secret ? null : JSON.parse(payload),
  };
}

/** Whose turn an update shares: its chat's; a person's where there is no chat; all others' together. */
export function chatOf(update: Update): number {
  const bodies = Object.values(update).filter((part) => typeof part === "object" && part !== null);
  const body = (bodies[0] ?? {}) as {
    chat?: { id?: number };
    message?: { chat?: { id?: number } };
    from?: { id?: number };
  };
  const id = body.chat?.id ?? body.message?.chat?.id ?? body.from?.id ?? 0;
  return Number.isSafeInteger(id) ? id : 0;
}
