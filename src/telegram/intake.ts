import type { Update } from "telegraf/types";
import type { App } from "../app.ts";

/** A message that holds this is never stored, nor sent anywhere. */
const SECRET = "!rahasia";

/** Stores a batch of updates in one statement and returns their lanes; one that is there already changes nothing. */
export type Intake = (updates: Update[]) => Promise<bigint[]>;

export const createIntake = ({ db, clock }: Pick<App, "db" | "clock">, botId: number): Intake => {
  return async (updates) => {
    if (updates.length === 0) return [];
    const rows = updates.map((update) => {
      const payload = JSON.stringify(update).replaceAll("\\u0000", "");
      const secret = payload.toLowerCase().includes(SECRET);
      return {
        updateId: update.update_id,
        lane: chatOf(update),
        payload: secret ? null : JSON.parse(payload),
      };
    });
    const at = clock.now();
    const stored = await db.$queryRaw<{ lane: bigint }[]>`
      insert into "Update" ("botId", "updateId", lane, payload, "receivedAt", "doneAt")
      select ${BigInt(botId)}, "updateId", lane, payload, ${at},
        case when payload is null then ${at}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("updateId" bigint, lane bigint, payload jsonb)
      on conflict do nothing returning lane`;
    return [...new Set(stored.map(({ lane }) => lane))];
  };
};

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
